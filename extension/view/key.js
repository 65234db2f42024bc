// A short name for what a block says, the same at each visit, so that a removal can be remembered without keeping the text.

import { WAITING } from "./markup.js";

/** FNV-1a, 32 bits: offset basis and prime, from the algorithm's description. */
const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
/** Letters that count; a text that agrees so far and in its length is the same. */
const LETTERS = 400;

/** @param {string} text @param {string | null} [picture] the address of its picture, for blocks that say nothing */
export function keyOf(text, picture) {
  const words = text.replace(/\s+/g, " ").trim();
  const subject = words || (picture ?? "").replace(/[?#].*$/, "");
  let hash = BASIS;
  for (let at = 0; at < Math.min(subject.length, LETTERS); at += 1) hash = Math.imul(hash ^ subject.charCodeAt(at), PRIME) >>> 0;
  return `${hash.toString(36)}.${subject.length.toString(36)}`;
}

/** @param {HTMLElement} block */
export function keyOfBlock(block) {
  const picture = block.querySelector("img");
  return keyOf(block.textContent ?? "", picture?.getAttribute("src") ?? picture?.getAttribute(WAITING));
}

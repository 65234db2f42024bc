// The sentences of a block, each with its place, for reading aloud.
import { rangeOf, textsOf } from "./stretches.js";

/** @typedef {{ text: string, range: (from: number, to: number) => Range }} Sentence */

/** @param {HTMLElement} block @param {string} lang @returns {Sentence[]} */
export function sentencesOf(block, lang) {
  const nodes = textsOf(block);
  const text = nodes.map(({ data }) => data).join("");
  const sentences = [...new Intl.Segmenter(lang || undefined, { granularity: "sentence" }).segment(text)];
  return sentences
    .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
    .map(({ segment, index }) => ({ text: segment, range: (from, to) => rangeOf(nodes, index + from, index + to) }));
}

// What a person does in the reader, said once for both browsers: a test that takes a hand holds in each.
import assert from "node:assert/strict";
import { inflateRawSync } from "node:zlib";
import { until } from "../../xtask/browser/launch.mjs";

/**
 * @typedef {object} Hand
 * @property {(path: string) => Promise<unknown>} read enters the reader of a page that was not read before
 * @property {(path: string) => Promise<unknown>} visit goes to a page of the server, and into it
 * @property {(path: string, words: string) => Promise<unknown>} begin goes to a page of which only a part comes, as far as some words
 * @property {() => void} goOn the rest of it comes
 * @property {() => Promise<unknown>} click presses the extension's button, and enters the reader if that opens it
 * @property {(url: string) => Promise<unknown>} open goes to an address, and into its document
 * @property {<T>(act: (...values: any[]) => T, ...values: unknown[]) => Promise<Awaited<T>>} run in the reader, or in what was opened
 * @property {(selector: string) => Promise<unknown>} press
 * @property {(...keys: string[]) => Promise<unknown>} keys by their names: `Delete`, `Alt+ArrowDown`, `z`
 * @property {(x: number, y: number) => Promise<unknown>} move the pointer, in the reader's pixels
 * @property {(x: number, y: number) => Promise<unknown>} doubleClick at a place
 * @property {(words: string) => Promise<unknown>} find in the page, as the browser's own search does
 * @property {() => Promise<boolean>} isOpen whether the reader is over the page
 * @property {(act: () => Promise<unknown>) => Promise<{ name: string, path: string, bytes: Buffer }>} download the file that an act saves
 * @property {(act: () => Promise<unknown>) => Promise<string>} copied the text that an act puts on the clipboard
 * @property {(medium: "print" | "screen") => Promise<unknown>} show what was opened in another medium
 * @property {() => Promise<Buffer>} paper what was opened as a PDF, on A5
 * @property {() => Promise<unknown>} enterPage into the page itself
 * @property {() => Promise<unknown>} enterReader into the reader over it
 * @property {(source: string) => Promise<unknown>} inject a script, whatever the document's policy
 * @property {() => Promise<unknown>} narrow the window to 320 CSS pixels, as wide as WCAG 1.4.10 asks for
 * @property {() => Promise<unknown>} widen it again
 * @property {() => Promise<unknown>} calm asks for less motion
 * @property {(path: string) => Promise<unknown>} enterTab the tab that came up beside, by its path
 * @property {() => Promise<unknown>} leaveTab closes it, and is in the reader again
 * @property {(selector: string, path: string) => Promise<unknown>} upload a file, chosen in a field
 * @property {() => string[]} asked the paths that the server was asked for
 * @property {() => string[]} telling those of them where it was told who asks, or from where
 * @property {() => string} origin the server's
 * @property {() => Promise<unknown>} readInTab the reader in a tab of its own, whose medium can be changed
 */

/** @param {Hand} hand @param {string} selector @returns {Promise<string[]>} */
export const texts = (hand, selector) => hand.run((selector) => [...document.querySelectorAll(selector)].map((one) => one.textContent?.trim() ?? ""), selector);

/** Until something is so in the reader. @param {Hand} hand @param {(...values: any[]) => unknown} isSo @param {...unknown} values */
export const wait = (hand, isSo, ...values) => until(async () => Boolean(await hand.run(isSo, ...values)));

/** @param {Hand} hand @param {string} selector */
export const isThere = (hand, selector) => wait(hand, (selector) => document.querySelector(selector) !== null, selector);

/** @param {Hand} hand @param {string} selector */
export const isSeen = (hand, selector) => hand.run((selector) => document.querySelector(selector)?.checkVisibility() === true, selector);

/** An entry of the menu. @param {Hand} hand @param {string} entry */
export async function choose(hand, entry) {
  await hand.press("#open-more");
  await hand.press(entry);
}

/** Gives a block the focus, by a part of its text. @param {Hand} hand @param {string} words */
export const focus = (hand, words) =>
  hand.run((words) => /** @type {HTMLElement | undefined} */ ([...document.querySelectorAll(".stage .body [data-block]")].find((one) => one.textContent?.includes(words)))?.focus(), words);

/** The files of a zip by their names, in its own order. @param {Buffer} bytes @returns {Map<string, Buffer>} */
export function unzip(bytes) {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  let at = bytes.readUInt32LE(end + 16);
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed, size, name, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24), bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)];
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const raw = bytes.subarray(start, start + packed);
    const data = method === 8 ? inflateRawSync(raw) : raw;
    assert.equal(data.length, size);
    files.set(bytes.toString("utf8", at + 46, at + 46 + name), data);
    at += 46 + name;
  }
  return files;
}

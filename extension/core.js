// The only module that imports the wasm and its glue.
import load from "./offprint/load.js";
import { adList, Reader } from "./offprint/offprint.js";

/**
 * @typedef {import("./offprint/offprint.js").Change} Change
 * @typedef {import("./offprint/offprint.js").Options} Options
 * @typedef {import("./offprint/offprint.js").Metadata} Metadata
 * @typedef {import("./offprint/offprint.js").Outline} Outline
 * @typedef {import("./offprint/offprint.js").Removed} Removed
 * @typedef {import("./offprint/offprint.js").Candidate} Candidate
 * @typedef {import("./offprint/offprint.js").Reason} Reason
 * @typedef {import("./offprint/offprint.js").Role} Role
 */

/** @type {Promise<unknown> | undefined} */
let loading;

/** Loads the wasm, once. To be called early: it compiles while the page is written down. */
export const loadCore = () => (loading ??= load());

/**
 * A reader for one page; loads the wasm where that has not begun.
 * @param {Options} options
 * @returns {Promise<Reader>}
 */
export async function openReader(options) {
  await loadCore();
  return new Reader(options);
}

/**
 * What rewrites the page itself: the build for Firefox has it, and the site's.
 * @param {Options} options
 */
export async function openDeclutterer(options) {
  await loadCore();
  const { Declutterer } = await import("./offprint/offprint.js");
  return new Declutterer(options);
}

/**
 * A stream through a reader that is kept for what is asked of it later.
 * @param {Reader} reader
 * @returns {TransformStream<Uint8Array, Change>}
 */
export function streamThrough(reader) {
  return new TransformStream({
    transform(bytes, changes) {
      for (const change of reader.write(bytes)) changes.enqueue(change);
    },
    flush(changes) {
      for (const change of reader.end()) changes.enqueue(change);
    },
  });
}

export { adList, Reader };

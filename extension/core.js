// The only module that imports the wasm package.
import init, { Reader, readerStream, version } from "./offprint/index.js";

/**
 * @typedef {import("./offprint/offprint.js").Change} Change
 * @typedef {import("./offprint/offprint.js").Options} Options
 * @typedef {import("./offprint/offprint.js").Metadata} Metadata
 * @typedef {import("./offprint/offprint.js").Outline} Outline
 * @typedef {import("./offprint/offprint.js").Removed} Removed
 * @typedef {import("./offprint/offprint.js").Reason} Reason
 * @typedef {import("./offprint/offprint.js").Role} Role
 */

/**
 * A reader for one page; the first call loads the wasm.
 * @param {Options} options
 * @returns {Promise<Reader>}
 */
export async function openReader(options) {
  await init();
  return new Reader(options);
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

export { Reader, readerStream, version };

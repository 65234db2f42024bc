// A page in one call, whatever form it comes in.
import load from "./load.js";
import { Reader } from "./offprint.js";
import { IN_UTF_8, arriving, written } from "./source.js";

/** @typedef {import("./offprint.js").Options} Options @typedef {import("./offprint.js").Extraction} Extraction @typedef {import("./source.js").PageSource} PageSource */

/**
 * Reads a page to its end: its main article first, then the related ones, each with HTML and text; what was left out, and why.
 * Loads the wasm by itself.
 *
 * A response brings its own address and charset, a document its address. The document is read as it stands, and not changed.
 *
 * @param {PageSource} page
 * @param {Options} [options] go before what the page itself brings
 * @returns {Promise<Extraction>}
 */
export async function extract(page, options) {
  await load();
  const { body, known } = arriving(page);
  const reader = new Reader({ now: Date.now() / 1000, ...known, ...options });
  try {
    for await (const piece of piecesOf(body)) reader.write(piece);
    reader.end();
    return reader.extraction();
  } finally {
    reader.free();
  }
}

/** The same without waiting, for a text that is there; the wasm must be loaded. @param {string | Document} page @param {Options} [options] @returns {Extraction} */
export function extractNow(page, options) {
  const { html, url } = written(page);
  const reader = new Reader({ now: Date.now() / 1000, url, ...options, contentType: IN_UTF_8 });
  try {
    reader.write(new TextEncoder().encode(html));
    reader.end();
    return reader.extraction();
  } finally {
    reader.free();
  }
}

/** Safari's streams cannot be iterated. @param {Uint8Array | ReadableStream<Uint8Array> | null} body @returns {AsyncGenerator<Uint8Array, void>} */
async function* piecesOf(body) {
  if (!body) return;
  if (body instanceof Uint8Array) return void (yield body);
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

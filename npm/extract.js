// A page in one call, whatever form it comes in.
import load from "./load.js";
import { Reader } from "./offprint.js";

/** @typedef {import("./offprint.js").Options} Options @typedef {import("./offprint.js").Extraction} Extraction */
/** What a page may come as. @typedef {string | Uint8Array | ReadableStream<Uint8Array> | Response | Document} PageSource */
/** A page's bytes, and what is known of them. @typedef {{ pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, known: Options }} Arriving */

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
  const { pieces, known } = arriving(page);
  const reader = new Reader({ now: Date.now() / 1000, ...known, ...options });
  try {
    for await (const piece of pieces) reader.write(piece);
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

/** The label of text that we encode ourselves, whatever charset its markup names. */
const IN_UTF_8 = "text/html; charset=utf-8";

/** @param {PageSource} page @returns {Arriving} */
function arriving(page) {
  if (page instanceof Uint8Array) return { pieces: [page], known: {} };
  if (page instanceof ReadableStream) return { pieces: piecesOf(page), known: {} };
  if (page instanceof Response) {
    return { pieces: page.body ? piecesOf(page.body) : [], known: { url: page.url || undefined, contentType: page.headers.get("content-type") ?? undefined } };
  }
  const { html, url } = written(page);
  return { pieces: [new TextEncoder().encode(html)], known: { url, contentType: IN_UTF_8 } };
}

/** The HTML of a text or document. @param {string | Document} page @returns {{ html: string, url?: string }} */
function written(page) {
  if (typeof page === "string") return { html: page };
  const root = page?.documentElement;
  if (!root) throw Object.assign(new TypeError("give a page's HTML, its bytes, a response or a document"), { code: "bad-page" });
  return { html: root.outerHTML, url: webAddress(page.URL) ?? webAddress(page.baseURI) };
}

/** @param {string | null | undefined} address of a document; one that was parsed from a text has none of the web */
const webAddress = (address) => (address && /^https?:/.test(address) ? address : undefined);

/** Safari's streams cannot be iterated. @param {ReadableStream<Uint8Array>} stream */
async function* piecesOf(stream) {
  const reader = stream.getReader();
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

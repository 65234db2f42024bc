// A page in whatever form it comes, as bytes and what is known of them.

/** @typedef {import("./offprint.js").Options} Options */
/** What a page may come as. @typedef {string | Uint8Array | ReadableStream<Uint8Array> | Response | Document} PageSource */
/** A page's bytes, and what is known of them. @typedef {{ body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null, known: Options }} Arriving */

/** The label of text that we encode ourselves, whatever charset its markup names. */
export const IN_UTF_8 = "text/html; charset=utf-8";

/** @param {PageSource} page @returns {Arriving} */
export function arriving(page) {
  if (page instanceof Uint8Array) return { body: /** @type {Uint8Array<ArrayBuffer>} */ (page), known: {} };
  if (page instanceof ReadableStream) return { body: page, known: {} };
  if (page instanceof Response) {
    return { body: page.body, known: { url: page.url || undefined, contentType: page.headers.get("content-type") ?? undefined } };
  }
  const { html, url } = written(page);
  return { body: new TextEncoder().encode(html), known: { url, contentType: IN_UTF_8 } };
}

/** The HTML of a text or document. @param {string | Document} page @returns {{ html: string, url?: string }} */
export function written(page) {
  if (typeof page === "string") return { html: page };
  const root = page?.documentElement;
  if (!root) throw Object.assign(new TypeError("give a page's HTML, its bytes, a response or a document"), { code: "bad-page" });
  return { html: root.outerHTML, url: webAddress(page.URL) ?? webAddress(page.baseURI) };
}

/** @param {string | null | undefined} address of a document; one that was parsed from a text has none of the web */
const webAddress = (address) => (address && /^https?:/.test(address) ? address : undefined);

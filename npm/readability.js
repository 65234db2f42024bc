// The face of Mozilla's Readability, so that a program can change over one import at a time.
import { extractNow } from "./extract.js";
import load, { loadNow } from "./load.js";

export default load;

/**
 * The main article under Readability's names.
 * @typedef {object} ReadabilityArticle
 * @property {string | null} title
 * @property {string | null} byline
 * @property {"ltr" | "rtl" | null} dir
 * @property {string | null} lang
 * @property {string} content HTML, written by us: none of the page's own markup
 * @property {string} textContent
 * @property {number} length of the text, in UTF-16 units
 * @property {string | null} excerpt
 * @property {string | null} siteName
 * @property {string | null} publishedTime ISO 8601
 */

/** Stands in for Readability's class; the document is left as it is. */
export class Readability {
  #page;
  #options;

  /** @param {Document | string} page the document, or its HTML @param {import("./offprint.js").Options} [options] ours; Readability's own have no effect */
  constructor(page, { url, contentType, now } = {}) {
    this.#page = page;
    this.#options = { ...(url && { url }), ...(contentType && { contentType }), ...(now && { now }) };
  }

  /**
   * Reads the document.
   * @returns {ReadabilityArticle | null} nothing where the page has no text at all
   */
  parse() {
    if (!loadNow()) throw Object.assign(new Error("the wasm is not loaded; await the default export once before"), { code: "not-loaded" });
    const { page, articles } = extractNow(this.#page, this.#options);
    const main = articles.find(({ role, text }) => role === "main" && text !== "");
    if (!main) return null;
    return {
      title: main.title ?? page?.title ?? null,
      byline: main.byline.join(", ") || null,
      dir: main.dir ?? page?.dir ?? null,
      lang: main.lang ?? page?.lang ?? null,
      content: main.html,
      textContent: main.text,
      length: main.text.length,
      excerpt: main.excerpt,
      siteName: page?.siteName ?? null,
      publishedTime: main.published,
    };
  }
}

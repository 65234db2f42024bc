// An article as a document of its own: as it is shown, edits and all, without what only the reader needs.
import { head } from "../view/head.js";
import { OF_FORMULAS } from "../view/markup.js";
import { wrap } from "../view/stretches.js";

/** @typedef {import("../view/article.js").ArticleView} ArticleView @typedef {import("../view/speech.js").Speech} Speech */

/** Everything else is the reader's own. */
const KEPT = new Set(["alt", "class", "colspan", "data-credit", "datetime", "dir", "height", "href", "id", "lang", "open", "reversed", "rowspan", "src", "start", "title", "type", "value", "width", ...Object.keys(OF_FORMULAS)]);
/** What XML 1.0 cannot hold. */
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** @param {string} text */
export const writable = (text) => text.replace(UNWRITABLE, "");

/**
 * @param {ArticleView} article @param {Speech} speech
 * @param {string} lang @param {string} dir those of the page, for an article that does not say
 * @param {import("../marks.js").Marked} marked what a person marked of it
 * @returns {Document}
 */
export function pieceOf(article, speech, lang, dir, { blocks, found }) {
  const made = document.implementation.createHTMLDocument(writable(article.title));
  const { metadata, title } = article;
  made.documentElement.lang = metadata.lang || lang;
  made.documentElement.dir = metadata.dir || dir;
  const header = made.createElement("header");
  header.append(...head({ metadata, title, minutes: 0 }, speech).map((part) => made.importNode(part, true)));
  const whole = made.createElement("article");
  whole.append(header, ...[...article.body.element.childNodes].map((node) => made.importNode(node, true)));
  for (const { block, from, to } of found) {
    const copy = whole.querySelector(`[data-block="${blocks[block].dataset.block}"]`);
    if (copy) wrap(copy, from, to);
  }
  clean(whole);
  made.body.append(whole);
  return made;
}

/** @param {HTMLElement} whole */
function clean(whole) {
  for (const own of whole.querySelectorAll("button, .gap, [hidden], p:empty")) own.remove();
  for (const frame of whole.querySelectorAll("ul, ol, dl, blockquote, aside, figure")) if (!frame.childElementCount && !frame.textContent?.trim()) frame.remove();
  for (const element of [whole, ...whole.querySelectorAll("*")]) {
    for (const name of element.getAttributeNames()) {
      if (KEPT.has(name)) element.setAttribute(name, writable(element.getAttribute(name) ?? ""));
      else element.removeAttribute(name);
    }
  }
  const ids = new Set([...whole.querySelectorAll("[id]")].map(({ id }) => `#${id}`));
  for (const link of whole.querySelectorAll("a[href^='#']")) if (!ids.has(link.getAttribute("href") ?? "")) link.replaceWith(...link.childNodes);
  const walker = whole.ownerDocument.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) node.data = writable(node.data);
}

/** @param {Document} piece */
export const picturesOf = (piece) => [...piece.images].map((image) => image.getAttribute("src") ?? "").filter(Boolean);

/** The text of the style sheet that books and saved pages share. */
export async function bookStyle() {
  return (await fetch(new URL("book.css", import.meta.url))).text();
}

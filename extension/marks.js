// What a person has marked: found in the text as it stands, drawn upon it, and kept.
import { MAX_MARKS, keepMarks, loadMarks } from "./kept-marks.js";
import { element } from "./view/element.js";
import { find, joined, marksOf } from "./view/passages.js";
import { rangeOf, textsOf } from "./view/stretches.js";

/** @typedef {import("./view/article.js").ArticleView} ArticleView @typedef {import("./view/passages.js").Stretch} Stretch @typedef {import("./view/passages.js").Mark} Mark */

/**
 * An article, and what is marked of it.
 * @typedef {object} Marked
 * @property {string} name its address
 * @property {HTMLElement[]} blocks those that are shown
 * @property {string[]} texts theirs
 * @property {Stretch[]} found
 * @property {Mark[]} lost not in the text as it is now
 */

/** @typedef {ReturnType<typeof setUpMarks>} Marks */

/** @param {import("./visits.js").Visits} visits */
export function setUpMarks(visits) {
  /** By article. @type {Record<string, Mark[]>} */
  let all = {};
  let isDue = false;

  /** Its own address, or that of its page. @param {ArticleView} article */
  const nameOf = ({ metadata: { url }, role, title }) => (url ?? visits.reading?.url ?? "").replace(/#.*/, "") + (url || role === "main" ? "" : ` ${title}`);
  /** @param {ArticleView} article @returns {Marked} */
  const of = (article) => {
    const name = nameOf(article);
    const blocks = /** @type {HTMLElement[]} */ ([...article.body.element.querySelectorAll("[data-block]:not([hidden])")]);
    const texts = blocks.map((block) => textsOf(block).map(({ data }) => data).join(""));
    const places = (all[name] ?? []).map((mark) => ({ mark, place: find(mark, texts) }));
    return { name, blocks, texts, found: joined(places.flatMap(({ place }) => place ?? []), texts), lost: places.flatMap(({ mark, place }) => (place ? [] : mark)) };
  };
  /** @returns {Marked | undefined} */
  const here = () => visits.reading?.view.article && of(visits.reading.view.article);
  const draw = () => {
    isDue = false;
    const article = visits.reading?.view.article;
    // Most articles have none, and are not read for them.
    const { blocks, found } = article && all[nameOf(article)]?.length ? of(article) : { blocks: [], found: [] };
    const highlight = new Highlight(...found.map(({ block, from, to }) => rangeOf(textsOf(blocks[block]), from, to)));
    // Beneath what is read aloud.
    highlight.priority = -1;
    CSS.highlights.set("marked", highlight);
  };
  /** @param {string} name @param {Mark[]} marks */
  const keep = (name, marks) => {
    all[name] = marks.slice(-MAX_MARKS);
    draw();
    return keepMarks(name, all[name]);
  };

  // Behind the first paragraph, as all of this.
  document.head.append(element("link", { rel: "stylesheet", href: "view/marks.css" }));
  // Blocks come, go and move while a page arrives, and as a person edits it.
  new MutationObserver(() => {
    if (!isDue) requestAnimationFrame(draw);
    isDue = true;
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ["hidden"] });
  if (!chrome.extension.inIncognitoContext) {
    void loadMarks().then((kept) => {
      all = { ...kept, ...all };
      draw();
    }).catch((error) => console.warn("offprint:", error));
  }
  return {
    of,
    here,
    /** Marks these stretches of an article, and no others. @param {Marked} marked @param {Stretch[]} stretches */
    change({ name, texts, lost }, stretches) {
      const before = all[name] ?? [];
      return { isKept: keep(name, [...lost, ...marksOf(stretches, texts)]), undo: () => keep(name, before) };
    },
  };
}

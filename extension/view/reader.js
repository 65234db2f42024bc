// A page in the reader: takes changes in order and shows what they leave, one article open, the others as cards below it.
import { ArticleView } from "./article.js";
import { button, element } from "./element.js";
import { link } from "./head.js";
import { bring } from "./leaves.js";

/** @typedef {import("../core.js").Change} Change @typedef {import("../core.js").Outline} Outline */
/** @typedef {import("./edits.js").Edit} Edit @typedef {import("./edits.js").Difference} Difference @typedef {import("./edits.js").Remembered} Remembered */
/** @typedef {import("./speech.js").Speech} Speech */

/**
 * What the view leaves to those around it; what is missing is not offered.
 * @typedef {object} Ways
 * @property {(article: number) => void} [open] a person wants to read this article of the page; without it, the view shows it itself
 * @property {(url: string) => void} [fetch] a person wants to read another page
 * @property {(text: string) => void} [copy] a person wants to take this along
 * @property {() => void} [done] all is shown
 * @property {(edit: Edit) => void} [edited] a person removed a block, or restored one; also when that was undone
 */

export class ReaderView {
  /** @type {Map<number, ArticleView>} */
  #articles = new Map();
  /** The article being read: the main one until another is chosen. */
  #shown = 0;
  /** Where the article that is read stands. */
  stage = element("div", { class: "stage" });
  #list = element("div", { class: "cards" });
  /** @type {HTMLElement} */
  #related;
  #end = element("footer");
  #isFocusDue = false;
  /** Above a main article that is a guess. @type {HTMLElement[]} */
  #doubts = [];
  /** What a person can do with what is shown. @type {import("./acts.js").Acts | undefined} */
  #acts;
  /** Once that is there. @type {Promise<void> | undefined} */
  #ready;
  /** What a person removed and restored at an earlier visit. @type {Remembered | undefined} */
  #remembered;

  /**
   * @param {HTMLElement} root @param {Speech} speech @param {string} title the page's, until the article's is known
   * @param {Ways} ways
   */
  constructor(root, speech, title = "", ways = {}) {
    this.root = root;
    this.speech = speech;
    this.title = title;
    this.ways = ways;
    const label = element("h2", { class: "section", id: "related-label" }, speech.say("related"));
    this.#related = element("section", { class: "related", "aria-labelledby": "related-label", hidden: "" }, label, this.#list);
    root.dataset.offprint = "reader";
    this.#setState("reading");
    root.replaceChildren(this.stage, this.#related, this.#end);
  }

  /** Gets ready what a person can do with what is shown: behind the first paragraph, and before the end is applied. */
  prepare() {
    return (this.#ready ??= import("./acts.js").then(({ Acts }) => {
      this.#acts = new Acts(this, this.#articles, {
        open: (article) => (this.ways.open ? this.ways.open(article) : this.#showAt(article)),
        remove: (block) => this.#edit([{ article: this.#shown, block: Number(block.dataset.block), isShown: false }]),
        edit: (edits) => this.#edit(edits),
        swap: (blocks) => this.#swap(blocks),
        copy: this.ways.copy,
      });
    }));
  }

  /** What a person can do, once it was got ready. */
  get acts() {
    if (!this.#acts) throw new Error("the view was not prepared");
    return this.#acts;
  }

  /** Whether any article has a text. */
  get hasText() {
    return [...this.#articles.values()].some((article) => article.hasText);
  }

  /** Whether there is nothing to read: no text, and no related article of which at least the title is known. */
  get isEmpty() {
    return [...this.#articles.values()].every((article) => !article.hasText && (article.role === "main" || !article.title));
  }

  /** The number of the article being read. */
  get shown() {
    return this.#shown;
  }

  /** The article being read. */
  get article() {
    return this.#articles.get(this.#shown);
  }

  /** The number of the main article. */
  get mainId() {
    return [...this.#articles].find(([, article]) => article.role === "main")?.[0] ?? 0;
  }

  /** The main article. */
  get main() {
    return this.#articles.get(this.mainId);
  }

  /** The articles that have a text, the main one first. */
  get readable() {
    return [...this.#articles].filter(([, article]) => article.hasText).map(([id]) => id);
  }

  /** Those articles, in this order. */
  get readableArticles() {
    return this.readable.flatMap((id) => this.#articles.get(id) ?? []);
  }

  /** How many articles stand below the one that is read. */
  get othersCount() {
    return this.#list.childElementCount;
  }

  /** The page's language, where it is known. */
  get lang() {
    return this.stage.lang;
  }

  /** The page's direction, where it is known. */
  get dir() {
    return this.stage.dir;
  }

  /** @param {Change} change */
  apply(change) {
    switch (change.type) {
      case "open":
        return this.#open(change.article, change.role);
      case "append": {
        const block = this.#articles.get(change.article)?.append(change.block, change.after, change.html);
        if (!block) return;
        this.#acts?.equip(block);
        if (this.#remembered) this.#acts?.edits.recallRemoval(change.article, change.block, block, this.#remembered);
        return;
      }
      case "retract":
        return this.#articles.get(change.article)?.retract(change.block);
      case "update":
        return this.#update(change.article, change.metadata);
      case "end":
        return this.#finish(change.outline);
      case "settle":
      case "close":
    }
  }

  /** Reads another article of the page; the one before becomes a card. @param {number} id */
  show(id) {
    id = this.#acts?.merges.host(id) ?? id;
    const next = this.#articles.get(id);
    if (!next || id === this.#shown) return;
    this.#articles.get(this.#shown)?.fold();
    next.open();
    this.#shown = id;
    this.stage.replaceChildren(...(id === this.mainId ? this.#doubts : []), next.element);
    this.#list.replaceChildren(...[...this.#articles].filter(([other]) => other !== id).map(([, article]) => article.element));
    this.#related.hidden = this.#list.childElementCount === 0;
  }

  /** Shows at once what was edited at an earlier visit. To be called before the first change, and where anything was, once the view is prepared. @param {Remembered} remembered */
  recall(remembered) {
    this.#remembered = remembered;
  }

  /** Adds a further page's text to the main article, and what was left out of it to the list. @param {import("./body.js").Body} text @param {import("../core.js").Removed[]} removed */
  join(text, removed) {
    this.acts.equip(text.element);
    this.main?.body.takeAll(text);
    this.#leaveOut(removed);
  }

  /** Takes the last removal or restoration back. */
  undo() {
    const block = this.#acts?.edits.undo();
    if (!block) return;
    reveal(block);
    this.ways.edited?.({ article: this.#shown, block: Number(block.dataset.block), isShown: !block.hidden, isUndone: true });
  }

  /** Where reading starts, for the keyboard and for screen readers. */
  focus() {
    const title = this.stage.querySelector("h1");
    title?.focus({ preventScroll: true });
    this.#isFocusDue = !title || document.activeElement !== title;
  }

  /** The focus goes to a title that was not there when it was wanted, unless a person has moved it since. */
  focusLate() {
    if (this.#isFocusDue && document.activeElement === document.body) this.focus();
  }

  /** The page could not be read; says why where nothing else does. @param {{ words: string, url: string, offer?: { words: string, act: () => void } }} [reason] */
  fail(reason) {
    this.#setState("failed");
    if (!reason) return;
    const ways = /** @type {HTMLElement[]} */ ([link(reason.url, this.speech.say("openPage"))]);
    if (reason.offer) ways.unshift(button(reason.offer.words, reason.offer.act));
    // Where a text would have its title, for those who go by headings.
    const title = (URL.canParse(reason.url) && new URL(reason.url).hostname) || "Offprint";
    this.stage.prepend(element("div", { role: "alert", class: "failed" }, element("h1", {}, title), element("p", {}, reason.words), ...ways));
  }

  /** Not all of the page came: says so where its text ends. @param {{ words: string, url: string }} cut */
  noteCut({ words, url }) {
    const ways = /^https?:/.test(url) ? [link(url, this.speech.say("openPage"))] : [];
    this.stage.after(element("div", { role: "alert", class: "failed" }, element("p", {}, words), ...ways));
  }

  /** @param {number} id @param {"main" | "related"} role */
  #open(id, role) {
    const open = () => (this.ways.open ? this.ways.open(id) : this.#showAt(id));
    const article = new ArticleView(role, this.speech, role === "main" ? this.title : "", { open, fetch: this.ways.fetch });
    this.#articles.set(id, article);
    if (id === this.#shown) {
      article.open();
      this.stage.append(article.element);
    } else {
      this.#list.append(article.element);
      this.#related.hidden = false;
    }
  }

  /** @param {number} id @param {import("../core.js").Metadata} metadata */
  #update(id, metadata) {
    this.#articles.get(id)?.update(metadata);
    // Columns follow each other the way the text runs.
    if (id === this.#shown && metadata.dir) this.stage.dir = metadata.dir;
  }

  /** @param {number} id */
  #showAt(id) {
    this.show(id);
    this.root.scrollIntoView();
    this.focus();
  }

  /** @param {Outline} outline */
  #finish(outline) {
    for (const entry of outline.articles) {
      const article = this.#articles.get(entry.article);
      article?.update(entry);
      article?.close(entry.wordCount, outline.page.lang);
    }
    for (const { article, continues } of outline.articles) if (continues !== null) this.acts.merges.offer(article, continues);
    this.main?.body.part(outline.page.posts);
    this.#speak(outline.page);
    this.#leaveOut(outline.removed);
    const candidates = this.acts.others(outline.candidates);
    // A guess says at once that it is one.
    const isGuess = outline.page.confidence === "low";
    if (isGuess) this.#doubts = candidates;
    if (isGuess && this.#shown === this.mainId) this.stage.prepend(...candidates);
    this.#end.append(...(isGuess ? [] : candidates), this.acts.removed.element);
    this.#setState(this.isEmpty ? "failed" : "done");
    this.ways.done?.();
  }

  /** @param {import("../core.js").Removed[]} removed */
  #leaveOut(removed) {
    this.acts.removed.fill(removed);
    this.acts.edits.take(removed, this.#remembered);
  }

  /** What an article does not say of its own language is as the page says. @param {Outline["page"]} page */
  #speak({ lang, dir }) {
    for (const part of [this.stage, this.#list]) if (lang) part.lang = lang;
    // What stands above the cards is in the interface's language, on their side.
    for (const part of [this.stage, this.#related]) if (dir) part.dir = dir;
  }

  /** One step, all of whose edits go the same way. @param {Edit[]} edits */
  #edit(edits) {
    edits = edits.map((edit) => ({ ...edit, article: this.acts.merges.host(edit.article) }));
    const block = this.acts.edits.do(edits);
    // Who restores stays where the list is, and may go on with it.
    if (block) this.ways.edited?.({ ...edits[0], block: Number(block.dataset.block) });
  }

  /** Goes to a part that was restored. @param {Edit} edit */
  reveal({ article, block }) {
    this.show(article);
    const part = this.stage.querySelector(`[data-block="${block}"]`);
    if (!(part instanceof HTMLElement)) return;
    reveal(part);
    part.focus({ preventScroll: true });
  }

  /** Shows another text of the page in the main one's place. @param {number[]} blocks */
  #swap(blocks) {
    const first = this.acts.edits.swap(0, blocks);
    if (!first) return;
    this.#showAt(0);
    this.ways.edited?.({ article: 0, block: Number(first.dataset.block), isShown: false });
  }

  /** @param {"reading" | "done" | "failed"} state */
  #setState(state) {
    this.root.dataset.state = state;
    this.root.setAttribute("aria-busy", String(state === "reading"));
  }
}

/** @param {HTMLElement} block */
function reveal(block) {
  if (block.isConnected && !block.hidden) bring(block, "center");
}

// The reader: takes changes in order and shows what they leave.
import { ArticleView } from "./article.js";
import { element } from "./element.js";
import { removedList } from "./removed.js";

/** @typedef {import("../core.js").Change} Change @typedef {import("../core.js").Outline} Outline @typedef {import("../core.js").Removed} Removed */
/** @typedef {import("./speech.js").Speech} Speech */

export class ReaderView {
  /** @type {Map<number, ArticleView>} */
  #articles = new Map();
  /** @type {HTMLElement} */
  #related;
  #main = element("div", { class: "main" });
  #end = element("footer");

  /** @param {HTMLElement} root @param {Speech} speech @param {string} title the page's, until the article's is known */
  constructor(root, speech, title = "") {
    this.root = root;
    this.speech = speech;
    this.title = title;
    const label = element("p", { class: "section", id: "related-label" }, speech.say("related"));
    this.#related = element("section", { class: "related", "aria-labelledby": "related-label", hidden: "" }, label);
    root.dataset.offprint = "reader";
    this.#setState("reading");
    root.replaceChildren(this.#main, this.#related, this.#end);
  }

  /** Whether any article shows text or, for related ones, a title. */
  get hasText() {
    return [...this.#articles.values()].some((article) => article.body.size > 0);
  }

  /** @param {Change} change */
  apply(change) {
    switch (change.type) {
      case "open":
        return this.#open(change.article, change.role);
      case "append":
        return this.#articles.get(change.article)?.append(change.block, change.after, change.html);
      case "retract":
        return this.#articles.get(change.article)?.retract(change.block);
      case "update":
        return this.#articles.get(change.article)?.update(change.metadata);
      case "end":
        return this.#finish(change.outline);
      case "settle":
      case "close":
    }
  }

  /** The page could not be read. */
  fail() {
    this.#setState("failed");
  }

  /** @param {number} id @param {"main" | "related"} role */
  #open(id, role) {
    const article = new ArticleView(role, this.speech, role === "main" ? this.title : "");
    this.#articles.set(id, article);
    (role === "main" ? this.#main : this.#related).append(article.element);
    if (role === "related") this.#related.hidden = false;
  }

  /** @param {Outline} outline */
  #finish(outline) {
    for (const entry of outline.articles) {
      const article = this.#articles.get(entry.article);
      article?.update(entry);
      article?.close(entry.wordCount);
    }
    if (outline.page.lang) this.#main.lang = outline.page.lang;
    this.#end.append(removedList(outline.removed, this.speech, (part, isShown) => this.#toggle(part, isShown)));
    this.#setState(this.hasText ? "done" : "failed");
  }

  /** @param {Removed} part @param {boolean} isShown */
  #toggle(part, isShown) {
    const article = this.#articles.get(part.after?.article ?? 0);
    if (!article || part.html === null) return;
    if (!isShown) return article.body.remove(part.id);
    const block = article.body.restore(part.id, part.after?.block ?? null, part.html);
    if (article.role === "related") article.open();
    block?.scrollIntoView({ block: "center" });
  }

  /** @param {"reading" | "done" | "failed"} state */
  #setState(state) {
    this.root.dataset.state = state;
    this.root.setAttribute("aria-busy", String(state === "reading"));
  }
}

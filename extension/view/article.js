// One article: being read, with its whole head and text, or as a card among others.
import { Body } from "./body.js";
import { button, element } from "./element.js";
import { card, head } from "./head.js";
import { minutesFor } from "./speech.js";

/** @typedef {import("../core.js").Metadata} Metadata @typedef {import("../core.js").Role} Role */
/** @typedef {import("./speech.js").Speech} Speech */

/** What a person can do about an article as a whole. @typedef {{ words: string, name: string, act: () => void }} Offer */

export class ArticleView {
  /** @type {Offer[]} */
  #offers = [];
  /** @type {Partial<Metadata>} */
  #metadata = {};
  #minutes = 0;
  #isOpen = false;
  #head = element("header");

  /**
   * @param {Role} role @param {Speech} speech @param {string} title shown until a better one is known
   * @param {{ open: () => void, fetch?: (url: string) => void }} ways how a person gets to its text
   */
  constructor(role, speech, title, ways) {
    this.role = role;
    this.speech = speech;
    this.fallbackTitle = title;
    this.ways = ways;
    this.body = new Body(element("div", { class: "body" }));
    this.element = element("article", { "data-role": role, tabindex: "-1" }, this.#head, this.body.element);
    // Find in page shows the text where it stands.
    this.body.element.addEventListener("beforematch", () => this.body.element.removeAttribute("hidden"));
    this.fold();
  }

  /** What is known of it. @returns {Partial<Metadata>} */
  get metadata() {
    return this.#metadata;
  }

  /** To read it; 0 until it is all there. */
  get minutes() {
    return this.hasText ? this.#minutes : 0;
  }

  get title() {
    return this.#metadata.title || this.fallbackTitle || (this.role === "related" ? this.body.opening : "");
  }

  /** Whether there is a text to open. */
  get hasText() {
    return this.body.size > 0;
  }

  /** @param {Metadata} metadata */
  update(metadata) {
    this.#metadata = metadata;
    this.#show();
  }

  /** @param {number} id @param {number | null} after @param {string} html */
  append(id, after, html) {
    const isFirst = !this.hasText;
    const block = this.body.insert(id, after, html);
    if (isFirst) this.#show();
    return block;
  }

  /** @param {number} id */
  retract(id) {
    this.body.retract(id);
    if (!this.hasText) this.#show();
  }

  /** @param {number} words @param {string | null} [lang] the page's, where the article does not say its own */
  close(words, lang) {
    this.#minutes = minutesFor(words, this.#metadata.lang ?? lang);
    this.#show();
  }

  /** Says something about the article, with a button. @param {Offer} offer @returns {() => void} takes it back */
  offer(offer) {
    this.#offers = [...this.#offers, offer];
    this.#show();
    return () => {
      this.#offers = this.#offers.filter((other) => other !== offer);
      this.#show();
    };
  }

  /** Shows the whole article. */
  open() {
    this.#isOpen = true;
    this.body.element.removeAttribute("hidden");
    this.#show();
  }

  /** Shows it as a card. */
  fold() {
    this.#isOpen = false;
    this.body.element.setAttribute("hidden", "until-found");
    this.#show();
  }

  #show() {
    const { lang, dir } = this.#metadata;
    if (lang) this.element.lang = lang;
    if (dir) this.element.dir = dir;
    this.element.toggleAttribute("data-open", this.#isOpen);
    const known = { metadata: this.#metadata, title: this.title, minutes: this.minutes };
    const ways = { open: this.hasText ? this.ways.open : undefined, fetch: this.ways.fetch };
    const focused = this.#head.contains(document.activeElement) ? document.activeElement?.localName : undefined;
    const offers = this.#offers.map(({ words, name, act }) => element("p", { class: "offer" }, element("bdi", {}, words), " ", button(name, act, this.title)));
    renew(this.#head, [...(this.#isOpen ? head(known, this.speech) : card(known, this.body.opening, ways, this.speech)), ...offers]);
    if (focused && !this.#head.contains(document.activeElement)) {
      const next = this.#head.querySelector(focused);
      if (next instanceof HTMLElement) next.focus({ preventScroll: true });
    }
  }
}

/** Puts these in the place of what an element holds, around a title that is the same: one that has the focus would be read out again. @param {HTMLElement} head @param {HTMLElement[]} parts */
function renew(head, parts) {
  const title = head.querySelector("h1");
  const at = parts.findIndex((part) => title?.isEqualNode(part));
  if (!title || at < 0) return head.replaceChildren(...parts);
  for (const old of [...head.children]) if (old !== title) old.remove();
  title.before(...parts.slice(0, at));
  title.after(...parts.slice(at + 1));
}

// One article: its head, made of metadata, and its blocks.
import { Body } from "./body.js";
import { element } from "./element.js";
import { isPicture, isWeb, leavePage, loadQuietly } from "./markup.js";
import { sayCount, sayDate } from "./speech.js";

/** @typedef {import("../core.js").Metadata} Metadata @typedef {import("../core.js").Role} Role */
/** @typedef {import("./speech.js").Speech} Speech */

/** Words a minute: Brysbaert 2019, silent reading of English non-fiction. */
const READING_SPEED = 238;

export class ArticleView {
  /** @type {Metadata | undefined} */
  #metadata;
  #minutes = 0;
  #isOpen = false;
  #head = element("header");

  /** @param {Role} role @param {Speech} speech @param {string} title shown until a better one is known */
  constructor(role, speech, title) {
    this.role = role;
    this.speech = speech;
    this.fallbackTitle = title;
    this.body = new Body(element("div", { class: "body" }));
    this.element = element("article", { "data-role": role, tabindex: role === "main" ? "-1" : undefined }, this.#head, this.body.element);
    if (role === "related") this.#fold();
    this.#show();
  }

  /** @param {Metadata} metadata */
  update(metadata) {
    this.#metadata = metadata;
    this.#show();
  }

  /** @param {number} id @param {number | null} after @param {string} html */
  append(id, after, html) {
    const isFirst = this.body.size === 0;
    this.body.insert(id, after, html);
    if (isFirst) this.#show();
  }

  /** @param {number} id */
  retract(id) {
    this.body.remove(id);
    if (this.body.size === 0) this.#show();
  }

  /** @param {number} words */
  close(words) {
    this.#minutes = Math.ceil(words / READING_SPEED);
    this.#show();
  }

  /** Shows the whole text of a related article. */
  open() {
    this.#isOpen = true;
    this.body.element.removeAttribute("hidden");
    this.#show();
  }

  #fold() {
    this.#isOpen = false;
    // Find in page opens it.
    this.body.element.setAttribute("hidden", "until-found");
    this.body.element.addEventListener("beforematch", () => this.open());
  }

  #show() {
    const { lang, dir } = this.#metadata ?? {};
    if (lang) this.element.lang = lang;
    if (dir) this.element.dir = dir;
    const hadFocus = this.#head.contains(document.activeElement);
    this.#head.replaceChildren(...(this.role === "main" ? this.#mainHead() : this.#relatedHead()));
    if (hadFocus) this.#head.querySelector("button")?.focus();
  }

  #mainHead() {
    const { source, title } = this.#metadata ?? {};
    const parts = [];
    if (source) parts.push(element("p", { class: "source" }, source));
    const heading = element("h1", {}, title ?? this.fallbackTitle);
    heading.hidden = heading.textContent === "";
    parts.push(heading, ...this.#byline(), this.#facts());
    return parts;
  }

  #relatedHead() {
    const { source, title, excerpt } = this.#metadata ?? {};
    /** @type {HTMLElement[]} */
    const parts = [...this.#thumbnail()];
    if (source) parts.push(element("p", { class: "source" }, source));
    parts.push(element("h2", {}, this.#relatedTitle(title ?? this.body.opening)), ...(this.#isOpen ? this.#byline() : []), this.#facts());
    const preview = excerpt ?? (title ? this.body.opening : "");
    if (preview && !this.#isOpen) parts.push(element("p", { class: "preview" }, preview));
    return parts;
  }

  /** A button where there is a text to show, a link where there is only an address. @param {string} title @returns {Node | string} */
  #relatedTitle(title) {
    const address = this.#metadata?.url;
    if (this.body.size > 0) {
      const button = element("button", { type: "button", "aria-expanded": String(this.#isOpen) }, title);
      button.addEventListener("click", (event) => {
        if (!event.isTrusted) return;
        if (this.#isOpen) {
          this.#fold();
          this.#show();
        } else this.open();
      });
      return button;
    }
    return address && isWeb(address) ? link(address, title) : title;
  }

  #byline() {
    const names = this.#metadata?.byline ?? [];
    if (names.length === 0) return [];
    const list = new Intl.ListFormat(this.speech.locale, { type: "conjunction" }).format(names);
    return [element("p", { class: "byline" }, this.speech.say("byline", list))];
  }

  #facts() {
    const { published, modified, publishedText, url } = this.#metadata ?? {};
    const { say } = this.speech;
    const facts = [...this.#time(published)];
    if (facts.length === 0 && publishedText) facts.push(element("span", {}, publishedText));
    if (modified && modified.slice(0, 10) !== published?.slice(0, 10)) facts.push(...this.#time(modified, "updated"));
    if (this.#minutes > 0 && (this.role === "main" || this.#isOpen)) facts.push(element("span", {}, sayCount(this.speech, "minutes", this.#minutes)));
    if (url && isWeb(url) && (this.role === "main" || this.body.size > 0)) facts.push(link(url, say("original")));
    return element("p", { class: "facts" }, ...facts);
  }

  /** A date, with its time on demand. @param {string | null | undefined} iso @param {string} [label] @returns {HTMLElement[]} */
  #time(iso, label) {
    const words = iso ? sayDate(this.speech, iso) : undefined;
    if (!iso || !words) return [];
    const time = element("time", { datetime: iso, title: words.full }, words.date);
    return [label ? element("span", {}, `${this.speech.say(label)} `, time) : time];
  }

  #thumbnail() {
    const image = this.#metadata?.image;
    if (!image || !isPicture(image.url)) return [];
    const picture = element("img", { class: "thumbnail", src: image.url, alt: "" });
    loadQuietly(picture);
    // A picture that does not come leaves no hole.
    picture.addEventListener("error", () => picture.remove());
    return [picture];
  }
}

/** @param {string} address @param {string} text */
function link(address, text) {
  const made = element("a", { href: address }, text);
  leavePage(made);
  return made;
}

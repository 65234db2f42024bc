// An article that is spread over several addresses: offers its next page at its end, and joins it to the text.
import { openReader } from "./core.js";
import { FetchError } from "./fetch-page.js";
import { nextPage } from "./next-page.js";
import { Body, PAGE_IDS, own } from "./view/body.js";
import { element, onTrusted } from "./view/element.js";
import { parse } from "./view/markup.js";

/** @typedef {import("./core.js").Outline} Outline @typedef {import("./core.js").Removed} Removed @typedef {import("./core.js").Reader} Reader */
/** @typedef {import("./view/reader.js").ReaderView} ReaderView @typedef {import("./view/speech.js").Speech} Speech */
/** @typedef {import("./fetch-page.js").Whole} Whole */

export class NextPages {
  /** The pages that were joined, in order. @type {{ core: Reader, article: number }[]} */
  #pages = [];
  #words = 0;
  #offer = element("p", { class: "next-page" });
  /** Addresses that were joined: no article goes round. @type {Set<string>} */
  #seen = new Set();

  /**
   * @param {ReaderView} view @param {Speech} speech
   * @param {(url: string) => Promise<Whole | undefined>} load a page of the same site; nothing where the person does not want it
   * @param {(words: string) => void} say @param {() => void} joined
   */
  constructor(view, speech, load, say, joined) {
    this.view = view;
    this.speech = speech;
    this.load = load;
    this.say = say;
    this.joined = joined;
  }

  /** Looks for the next page, now that all of one is there. @param {string} url @param {Outline} outline */
  look(url, outline) {
    this.#seen.add(url);
    this.#words += outline.articles.find(({ role }) => role === "main")?.wordCount ?? 0;
    const next = URL.canParse(url) ? nextPage(url, linksOf(outline)) : undefined;
    this.#offer.replaceChildren();
    if (!next || this.#seen.has(next.url)) return this.#offer.remove();
    const number = new Intl.NumberFormat(this.speech.locale).format(next.page);
    const button = element("button", { type: "button" }, this.speech.say("nextPage", number));
    onTrusted(button, "click", () => void this.#join(next.url, number, button));
    this.#offer.append(button);
    this.view.main?.element.append(this.#offer);
  }

  /** The Markdown of the pages that were joined. @param {Uint32Array} takenOut @param {Uint32Array} restored @returns {string[]} */
  markdown(takenOut, restored) {
    return this.#pages.map(({ core, article }, at) => core.markdown(article, own(takenOut, at + 1), own(restored, at + 1)));
  }

  /** @param {string} url @param {string} number @param {HTMLButtonElement} button */
  async #join(url, number, button) {
    button.disabled = true;
    try {
      const page = await this.load(url);
      if (page) await this.#read(page);
      if (page) this.say(page.cut ? this.speech.say(`cutShort_${page.cut}`) : this.speech.say("nextPageJoined", number));
    } catch (error) {
      console.warn("offprint:", error);
      this.say(this.speech.say("nextPageFailed", number));
    }
    button.disabled = false;
  }

  /** @param {Whole} page */
  async #read({ url, contentType, bytes }) {
    const core = await openReader({ url, contentType, now: Date.now() / 1000 });
    const shift = PAGE_IDS * (this.#pages.length + 1);
    const text = new Body(element("div"));
    let article = 0;
    /** @type {Outline | undefined} */
    let outline;
    for (const change of [...core.write(bytes), ...core.end()]) {
      if (change.type === "open" && change.role === "main") article = change.article;
      if (change.type === "append" && change.article === article) text.insert(shift + change.block, change.after === null ? null : shift + change.after, change.html);
      if (change.type === "retract" && change.article === article) text.remove(shift + change.block);
      if (change.type === "end") outline = change.outline;
    }
    if (!outline || text.size === 0 || this.view.main?.body.opening === text.opening) throw new FetchError("type", "no further text");
    text.part(outline.page.posts, shift);
    const first = text.element.querySelector("[data-block]");
    this.#pages.push({ core, article });
    this.view.join(text, outline.removed.map((part) => shifted(part, shift, article, this.view.mainId)));
    this.look(url, outline);
    this.view.main?.close(this.#words);
    if (first instanceof HTMLElement) first.focus({ preventScroll: true });
    this.joined();
  }
}

/** A part as one of the whole article's; its place is in the text that was joined, or it has none. @param {Removed} part @param {number} shift @param {number} article @param {number} main @returns {Removed} */
function shifted(part, shift, article, main) {
  const after = part.after?.article === article ? { article: main, block: shift + part.after.block } : null;
  return { ...part, id: shift + part.id, after, restorable: part.restorable && after !== null };
}

/** Every link that the page has, what was left out first: that is where numbers of pages stand. @param {Outline} outline */
function linksOf({ removed, articles }) {
  const cut = removed.flatMap(({ html }) => (html ? [...parse(html).querySelectorAll("a[href]")] : []));
  return [
    ...cut.map((link) => ({ address: link.getAttribute("href") ?? "", words: link.textContent ?? "" })),
    ...articles.map(({ url, title }) => ({ address: url ?? "", words: title ?? "" })),
  ];
}

// The list of what is left out: grouped by reason, each with its text, its rule and a way back.
import { articleOf } from "./edits.js";
import { element } from "./element.js";
import { sayCount } from "./speech.js";

/** @typedef {import("../core.js").Removed} Removed @typedef {import("./speech.js").Speech} Speech @typedef {import("./edits.js").Edit} Edit */

/** Characters of a part's text that the list shows, and that its button is told apart by. */
const PREVIEW = 160;
const ABOUT = 50;

/** What is in the reader all the same; it comes last, since people look for what is missing. */
const SHOWN_ELSEWHERE = new Set(["related", "metadata", "duplicate", "moved"]);

/** What the person took out comes first. */
const BY_PERSON = "by-you";

/** Whether a site's edits are kept, and the way to say so. @typedef {{ site: string, isOn: boolean, turn: (isOn: boolean) => void }} Memory */

/** @typedef {{ reason: string, text: string, item: HTMLElement, way?: Edit, button?: HTMLButtonElement }} Item */

export class RemovedList {
  /** @type {Map<number, Item>} */
  #items = new Map();
  /** @type {Map<string, { name: string, element: HTMLDetailsElement, all: HTMLButtonElement }>} */
  #groups = new Map();
  #isDue = false;
  #summary = element("summary");
  #foot = element("div", { class: "memory" });
  #source = element("p", { class: "ad-list" });

  /** @param {Speech} speech @param {(edits: Edit[]) => void} edit what a press of a button asks for, in one step */
  constructor(speech, edit) {
    this.speech = speech;
    this.edit = edit;
    this.element = element("details", { "data-offprint": "removed" }, this.#summary, this.#foot, this.#source);
  }

  /** Shows what the core left out. @param {Removed[]} removed */
  fill(removed) {
    const groups = Map.groupBy(removed, (part) => part.reason);
    const rank = (/** @type {string} */ reason) => Number(SHOWN_ELSEWHERE.has(reason));
    const sorted = [...groups].sort(([one, ones], [other, others]) => rank(one) - rank(other) || others.length - ones.length);
    for (const [reason, parts] of sorted) {
      for (const part of parts) {
        const way = part.restorable && part.html ? { article: articleOf(part), block: part.id, isShown: true } : undefined;
        this.#add(reason, part.id, part.text, part.rule, way);
      }
    }
    this.#countSoon();
  }

  /** A block has been shown, or taken out. @param {Edit} edit @param {string} text */
  note(edit, text) {
    const known = this.#items.get(edit.block);
    if (!known && !edit.isShown) this.#add(BY_PERSON, edit.block, text, undefined, { ...edit, isShown: true });
    else if (known?.reason === BY_PERSON && edit.isShown) this.#drop(edit.block);
    else if (known?.button) this.#label(known.button, edit.isShown, known.text);
    this.#countSoon();
  }

  /** Says where the names of adverts are from, and of when. @param {string} list */
  credit(list) {
    this.#source.textContent = this.speech.say("adList", list);
  }

  /** Offers to keep the edits for the site. @param {Memory} memory */
  offerMemory({ site, isOn, turn }) {
    const box = element("input", { type: "checkbox" });
    box.checked = isOn;
    box.addEventListener("change", (event) => {
      if (event.isTrusted) turn(box.checked);
    });
    this.#foot.replaceChildren(element("label", {}, box, this.speech.say("remember", site)));
  }

  /** @param {string} reason @param {number} id @param {string} text @param {string | undefined} rule @param {Edit | undefined} way back */
  #add(reason, id, text, rule, way) {
    text ||= this.speech.say("removedNoText");
    // A rule's name tells something to who writes rules: on demand.
    const words = element("p", { dir: "auto", title: rule && `${this.speech.say("rule")}: ${rule}` }, preview(text, PREVIEW));
    const about = preview(text, ABOUT);
    const button = way && this.#button(way, about);
    const item = element("li", {}, words, ...(button ? [button] : []));
    this.#group(reason).element.querySelector("ul")?.append(item);
    this.#items.set(id, { reason, text: about, item, way, button });
  }

  /** @param {number} id */
  #drop(id) {
    this.#items.get(id)?.item.remove();
    this.#items.delete(id);
  }

  /** @param {string} reason */
  #group(reason) {
    const known = this.#groups.get(reason);
    if (known) return known;
    const name = this.speech.say(`reason_${reason.replaceAll("-", "_")}`) || reason;
    const all = element("button", { type: "button", class: "all" });
    all.addEventListener("click", (event) => {
      if (event.isTrusted) this.#turn(reason, !isShown(all));
    });
    const made = element("details", { class: "reason", "data-reason": reason }, element("summary", {}, name, " ", element("span", { class: "count" })), all, element("ul"));
    const group = { name, element: made, all };
    this.#groups.set(reason, group);
    if (reason === BY_PERSON) this.#summary.after(made);
    else this.#foot.before(made);
    return group;
  }

  /** Brings all of a group back, or takes all out again. @param {string} reason @param {boolean} isWanted */
  #turn(reason, isWanted) {
    const items = [...this.#items.values()].filter((one) => one.reason === reason && isShown(one.button) !== isWanted);
    this.edit(items.flatMap(({ way }) => (way ? { ...way, isShown: isWanted } : [])));
  }

  /** Once for all that one step changes. */
  #countSoon() {
    if (!this.#isDue) queueMicrotask(() => this.#count());
    this.#isDue = true;
  }

  #count() {
    this.#isDue = false;
    const format = new Intl.NumberFormat(this.speech.locale);
    const items = Map.groupBy(this.#items.values(), ({ reason }) => reason);
    for (const [reason, { name, element, all }] of this.#groups) {
      const own = items.get(reason) ?? [];
      const buttons = own.flatMap(({ button }) => button ?? []);
      element.hidden = own.length === 0;
      element.querySelector(".count")?.replaceChildren(format.format(own.length));
      all.hidden = buttons.length < 2;
      this.#label(all, buttons.every(isShown), name, ["restoreAll", "removeAllAgain"]);
    }
    const { size } = this.#items;
    this.#summary.textContent = size > 0 ? sayCount(this.speech, "removed", size) : this.speech.say("removedNothing");
  }

  /** @param {Edit} way @param {string} about */
  #button(way, about) {
    const button = element("button", { type: "button" });
    this.#label(button, false, about);
    button.addEventListener("click", (event) => {
      if (event.isTrusted) this.edit([{ ...way, isShown: !isShown(button) }]);
    });
    return button;
  }

  /** Says what a press will do, to what: who hears the buttons alone has no other way to tell them apart. @param {HTMLButtonElement} button @param {boolean} isOn @param {string} about @param {[string, string]} names */
  #label(button, isOn, about, [restore, remove] = ["restore", "removeAgain"]) {
    button.toggleAttribute("data-shown", isOn);
    button.textContent = this.speech.say(isOn ? remove : restore);
    button.setAttribute("aria-label", `${button.textContent}: ${about}`);
  }
}

/** Whether what a button stands for is in the article. @param {HTMLButtonElement} [button] */
const isShown = (button) => button?.dataset.shown !== undefined;

/** @param {string} text @param {number} length */
const preview = (text, length) => (text.length > length ? `${text.slice(0, length).trimEnd()}…` : text);

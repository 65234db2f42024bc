// The list of what is left out: grouped by reason, each with its text, its rule and a way back.
import { articleOf } from "./edits.js";
import { element } from "./element.js";
import { sayCount } from "./speech.js";

/** @typedef {import("../core.js").Removed} Removed @typedef {import("./speech.js").Speech} Speech @typedef {import("./edits.js").Edit} Edit */

/** Characters of a part's text that the list shows. */
const PREVIEW = 160;

/** What is in the reader all the same; it comes last, since people look for what is missing. */
const SHOWN_ELSEWHERE = new Set(["related", "metadata", "duplicate", "moved"]);

/** What the person took out comes first. */
const BY_PERSON = "by-you";

/** Whether a site's edits are kept, and the way to say so. @typedef {{ site: string, isOn: boolean, turn: (isOn: boolean) => void }} Memory */

/** @typedef {{ reason: string, item: HTMLElement, way?: Edit, button?: HTMLButtonElement }} Item */

export class RemovedList {
  /** @type {Map<number, Item>} */
  #items = new Map();
  /** @type {Map<string, { element: HTMLDetailsElement, all: HTMLButtonElement }>} */
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
    else if (known?.button) this.#label(known.button, edit.isShown);
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
    const words = element("p", { dir: "auto" }, preview(text) || this.speech.say("removedNoText"));
    const button = way && this.#button(way);
    const parts = [words, ...(rule ? [element("code", { title: this.speech.say("rule") }, rule)] : []), ...(button ? [button] : [])];
    const item = element("li", {}, ...parts);
    this.#group(reason).element.querySelector("ul")?.append(item);
    this.#items.set(id, { reason, item, way, button });
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
      if (event.isTrusted) this.#turn(reason, !isPressed(all));
    });
    const made = element("details", { class: "reason", "data-reason": reason }, element("summary", {}, name, " ", element("span", { class: "count" })), all, element("ul"));
    const group = { element: made, all };
    this.#groups.set(reason, group);
    if (reason === BY_PERSON) this.#summary.after(made);
    else this.#foot.before(made);
    return group;
  }

  /** Brings all of a group back, or takes all out again. @param {string} reason @param {boolean} isShown */
  #turn(reason, isShown) {
    const items = [...this.#items.values()].filter((one) => one.reason === reason && isPressed(one.button) !== isShown);
    this.edit(items.flatMap(({ way }) => (way ? { ...way, isShown } : [])));
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
    for (const [reason, { element, all }] of this.#groups) {
      const own = items.get(reason) ?? [];
      const buttons = own.flatMap(({ button }) => button ?? []);
      element.hidden = own.length === 0;
      element.querySelector(".count")?.replaceChildren(format.format(own.length));
      all.hidden = buttons.length < 2;
      this.#label(all, buttons.every(isPressed), ["restoreAll", "removeAllAgain"]);
    }
    const { size } = this.#items;
    this.#summary.textContent = size > 0 ? sayCount(this.speech, "removed", size) : this.speech.say("removedNothing");
  }

  /** @param {Edit} way */
  #button(way) {
    const button = element("button", { type: "button" });
    this.#label(button, false);
    button.addEventListener("click", (event) => {
      if (event.isTrusted) this.edit([{ ...way, isShown: !isPressed(button) }]);
    });
    return button;
  }

  /** @param {HTMLButtonElement} button @param {boolean} isShown @param {[string, string]} names */
  #label(button, isShown, [restore, remove] = ["restore", "removeAgain"]) {
    button.setAttribute("aria-pressed", String(isShown));
    button.textContent = this.speech.say(isShown ? remove : restore);
  }
}

/** @param {HTMLButtonElement} [button] */
const isPressed = (button) => button?.getAttribute("aria-pressed") === "true";

/** @param {string} text */
const preview = (text) => (text.length > PREVIEW ? `${text.slice(0, PREVIEW).trimEnd()}…` : text);

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

export class RemovedList {
  /** @type {Map<number, { item: HTMLElement, button: HTMLButtonElement | undefined, isByPerson: boolean }>} */
  #items = new Map();
  /** @type {Map<string, HTMLDetailsElement>} */
  #groups = new Map();
  #summary = element("summary");
  #foot = element("div", { class: "memory" });
  #source = element("p", { class: "ad-list" });

  /** @param {Speech} speech @param {(edit: Edit) => void} edit what a press of a button asks for */
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
    this.#count();
  }

  /** A block has been shown, or taken out. @param {Edit} edit @param {string} text */
  note(edit, text) {
    const known = this.#items.get(edit.block);
    if (!known && !edit.isShown) this.#add(BY_PERSON, edit.block, text, undefined, { ...edit, isShown: true });
    else if (known?.isByPerson && edit.isShown) this.#drop(edit.block);
    else if (known?.button) this.#label(known.button, edit.isShown);
    this.#count();
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
    this.#group(reason).querySelector("ul")?.append(item);
    this.#items.set(id, { item, button, isByPerson: reason === BY_PERSON });
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
    const made = element("details", { class: "reason", "data-reason": reason }, element("summary", {}, name, " ", element("span", { class: "count" })), element("ul"));
    this.#groups.set(reason, made);
    if (reason === BY_PERSON) this.#summary.after(made);
    else this.#foot.before(made);
    return made;
  }

  #count() {
    const format = new Intl.NumberFormat(this.speech.locale);
    for (const group of this.#groups.values()) {
      const { length } = group.querySelectorAll("li");
      group.hidden = length === 0;
      group.querySelector(".count")?.replaceChildren(format.format(length));
    }
    const { size } = this.#items;
    this.#summary.textContent = size > 0 ? sayCount(this.speech, "removed", size) : this.speech.say("removedNothing");
  }

  /** @param {Edit} way */
  #button(way) {
    const button = element("button", { type: "button" });
    this.#label(button, false);
    button.addEventListener("click", (event) => {
      if (event.isTrusted) this.edit({ ...way, isShown: button.getAttribute("aria-pressed") !== "true" });
    });
    return button;
  }

  /** @param {HTMLButtonElement} button @param {boolean} isShown */
  #label(button, isShown) {
    button.setAttribute("aria-pressed", String(isShown));
    button.textContent = this.speech.say(isShown ? "removeAgain" : "restore");
  }
}

/** @param {string} text */
const preview = (text) => (text.length > PREVIEW ? `${text.slice(0, PREVIEW).trimEnd()}…` : text);

// One line at the foot of the reader, for a while: what has happened, and what can be done about it.
import { element, onTrusted } from "./view/element.js";

/** Long enough to read and to reach for the button (WCAG 2.2.1 asks for time; what it offers is in a menu too). */
const SHOWN_MS = 10_000;

/** @typedef {{ words: string, act: () => void }} Offer */

export class Notice {
  #timer = 0;
  /** What can be done as long as it is shown. @type {Offer[]} */
  #offers = [];

  /** @param {HTMLElement} box announced when it changes */
  constructor(box) {
    this.box = box;
    // Who is about to press the button must not lose it.
    for (const type of ["pointerenter", "focusin"]) box.addEventListener(type, () => clearTimeout(this.#timer));
    for (const type of ["pointerleave", "focusout"]) box.addEventListener(type, () => this.#hideLater());
  }

  /** @param {string} words @param {Offer[]} offers */
  show(words, ...offers) {
    this.#offers = offers;
    this.box.replaceChildren(element("span", {}, words), ...offers.map((offer) => this.#button(offer)));
    this.box.hidden = false;
    this.#hideLater();
  }

  hide() {
    this.box.hidden = true;
    this.#offers = [];
    this.box.replaceChildren();
  }

  /** Does what the button of these words would. @param {string} words @returns {boolean} whether there is one */
  take(words) {
    const offer = this.#offers.find((one) => one.words === words);
    this.hide();
    offer?.act();
    return offer !== undefined;
  }

  #hideLater() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.hide(), SHOWN_MS);
  }

  /** @param {Offer} offer */
  #button({ words }) {
    const button = element("button", { type: "button" }, words);
    onTrusted(button, "click", () => void this.take(words));
    return button;
  }
}

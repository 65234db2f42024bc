// One line at the foot of the reader, for a while: what has happened, and what can be done about it.
import { element, onTrusted } from "./view/element.js";

/** Long enough to read and to reach for the button (WCAG 2.2.1 asks for time; what it offers is in a menu too). */
const SHOWN_MS = 10_000;

/** @typedef {{ words: string, act: () => void }} Offer */

export class Notice {
  #timer = 0;

  /** @param {HTMLElement} box announced when it changes */
  constructor(box) {
    this.box = box;
    // Who is about to press the button must not lose it.
    for (const type of ["pointerenter", "focusin"]) box.addEventListener(type, () => clearTimeout(this.#timer));
    for (const type of ["pointerleave", "focusout"]) box.addEventListener(type, () => this.#hideLater());
  }

  /** @param {string} words @param {Offer[]} offers */
  show(words, ...offers) {
    this.box.replaceChildren(element("span", {}, words), ...offers.map((offer) => this.#button(offer)));
    this.box.hidden = false;
    this.#hideLater();
  }

  hide() {
    this.box.hidden = true;
    this.box.replaceChildren();
  }

  #hideLater() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.hide(), SHOWN_MS);
  }

  /** @param {Offer} offer */
  #button({ words, act }) {
    const button = element("button", { type: "button" }, words);
    onTrusted(button, "click", () => {
      this.hide();
      act();
    });
    return button;
  }
}

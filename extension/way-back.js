// The browser's own way back closes the reader: it is a step in the tab's history, made in the reader's frame, so that the page's
// own script learns nothing of it. Closed in another way, the reader takes the step out again.
import { onTrusted } from "./view/element.js";

/** @typedef {import("./visits.js").Visits} Visits */

/** Browsers keep no more steps; beyond, each new one throws away the oldest. */
const MAX_STEPS = 50;
/** By then the browser has gone back, or never will; a busy one takes more than a third of a second. The page is in sight meanwhile. */
const PATIENCE_MS = 2000;

export class WayBack {
  /** Steps of the tab right after the reader's own; 0 while there is none. */
  #steps = 0;
  #isLeaving = false;

  /** @param {Visits} visits @param {() => void} close @param {boolean} isTouched whether a person has done anything on the page */
  constructor(visits, close, isTouched) {
    this.visits = visits;
    this.close = close;
    window.addEventListener("popstate", () => this.#cameBack());
    // Browsers pass over steps that a page makes before anybody has done anything on it, and all before them.
    for (const type of ["keydown", "pointerdown"]) onTrusted(window, type, () => this.hold(), { capture: true });
    if (isTouched) this.hold();
  }

  /** Makes the step. To be called once a person has touched the page or the reader. */
  hold() {
    if (this.#steps > 0 || this.#isLeaving || history.length >= MAX_STEPS) return;
    // The reader goes back to its own places.
    history.scrollRestoration = "manual";
    history.pushState(null, "");
    this.#steps = history.length;
  }

  /** Takes the step out, and closes. Where the page has made steps of its own since, theirs are left alone. */
  leave() {
    if (this.#isLeaving) return;
    if (this.#steps === 0 || history.length !== this.#steps) return this.close();
    this.#isLeaving = true;
    history.back();
    setTimeout(() => this.close(), PATIENCE_MS);
  }

  #cameBack() {
    this.#steps = 0;
    if (this.#isLeaving || !this.visits.hasBefore) return this.close();
    this.visits.step(-1);
    this.hold();
  }
}

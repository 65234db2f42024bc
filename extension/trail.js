// The way somebody took, to go back and forward on, as in a browser's history.

/** Stops that are kept; each may hold a whole page. */
const MAX_STOPS = 40;

/** @template Stop */
export class Trail {
  /** @type {Stop[]} */
  #stops = [];
  #at = -1;

  /** Where one is. @returns {Stop | undefined} */
  get here() {
    return this.#stops[this.#at];
  }

  get hasBefore() {
    return this.#at > 0;
  }

  get hasAfter() {
    return this.#at < this.#stops.length - 1;
  }

  /** Goes on to a new stop; those that one had gone back from are forgotten. @param {Stop} stop */
  visit(stop) {
    this.#stops = [...this.#stops.slice(0, this.#at + 1), stop].slice(-MAX_STOPS);
    this.#at = this.#stops.length - 1;
  }

  /** Leaves the stop where one is out, and those after it: one goes on from the stop before. */
  forget() {
    this.#stops = this.#stops.slice(0, this.#at);
    this.#at -= 1;
  }

  /** @param {-1 | 1} step @returns {Stop | undefined} where one is then; nothing at either end */
  step(step) {
    if (!this.#stops[this.#at + step]) return undefined;
    this.#at += step;
    return this.here;
  }
}

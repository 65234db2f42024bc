// What has come in and what has come out, as it stands.
import { part } from "./part.js";

/** @typedef {import("./core.js").Change} Change */

/** Characters of the page's HTML that are kept in sight. */
const TAIL = 4000;

/** Counts for one page, and shows its bytes. */
export class Tally {
  #seen = { bytes: 0, articles: 0, blocks: 0, back: 0, removed: 0 };
  #decoder = new TextDecoder();
  #tail = "";
  #format = new Intl.NumberFormat("en");
  #progress = part("progress", HTMLProgressElement);
  #numbers = part("numbers", HTMLElement);
  #source = part("source", HTMLPreElement);

  /** @param {number} total bytes of the page */
  constructor(total) {
    this.total = total;
    this.#show();
  }

  /** @param {Uint8Array} piece that has just come */
  bytes(piece) {
    this.#seen.bytes += piece.length;
    this.#tail = (this.#tail + this.#decoder.decode(piece, { stream: true })).slice(-TAIL);
    this.#show();
  }

  /** @param {Change} change */
  change(change) {
    if (change.type === "open") this.#seen.articles += 1;
    if (change.type === "append") this.#seen.blocks += 1;
    if (change.type === "retract") this.#seen.back += 1;
    if (change.type === "end") {
      this.#seen.removed = change.outline.removed.length;
      this.#seen.articles = change.outline.articles.length;
    }
    this.#show();
  }

  #show() {
    const { bytes, articles, blocks, back, removed } = this.#seen;
    this.#progress.value = this.total > 0 ? bytes / this.total : 1;
    this.#source.textContent = this.#tail;
    this.#source.scrollTop = this.#source.scrollHeight;
    this.#numbers.textContent =
      `${this.#format.format(bytes)} of ${this.#format.format(this.total)} bytes · ${articles} ${articles === 1 ? "article" : "articles"}` +
      ` · ${blocks} blocks shown · ${back} taken back · ${removed} left out`;
  }
}

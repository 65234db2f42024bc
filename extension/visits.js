// Where a person goes in the reader: from article to article of a page, to other pages, back and forward.
import { FetchError, PATIENCE_MS, canAsk, fetchPage, mayFetch, whole } from "./fetch-page.js";
import { Reading } from "./reading.js";
import { goToLeaf, leafInSight } from "./view/leaves.js";

/** @typedef {import("./view/speech.js").Speech} Speech @typedef {import("./reading.js").Progress} Progress */
/** A place to come back to: in pixels of the window, or the leaf of an article in columns, and what has the focus there. @typedef {{ reading: Reading, article: number, scroll: number, leaf: number, focused?: () => Element | null | undefined }} Stop */

/** Where an article begins. */
const BEGINNING = { scroll: 0, leaf: 0 };

/** Stops that are kept; each may hold a whole page. */
const MAX_STOPS = 40;

export class Visits {
  /** @type {Trail<Stop>} */
  #trail = new Trail();

  /**
   * @param {HTMLElement} root replaced by that of each page that is visited
   * @param {Speech} speech
   * @param {{ changed: () => void, prepare: () => Promise<unknown>, done: () => void, copy: (text: string) => void, notice: (words: string) => void, say: (words: string) => void, edited: (edit: import("./view/edits.js").Edit) => void }} tell
   */
  constructor(root, speech, tell) {
    this.root = root;
    this.speech = speech;
    this.tell = tell;
  }

  /** @type {(() => void)[]} */
  #moved = [];

  /** Tells when another article comes into view. @param {() => void} act */
  onMove(act) {
    this.#moved.push(act);
  }

  /** The page that is in view. */
  get reading() {
    return this.#trail.here?.reading;
  }

  get hasBefore() {
    return this.#trail.hasBefore;
  }

  get hasAfter() {
    return this.#trail.hasAfter;
  }

  /**
   * Shows a new page, which is about to come.
   * @param {(progress: Progress) => void} [report] @param {(url: string) => Promise<import("./fetch-page.js").Whole | undefined>} [load] how further pages of it are had
   */
  start(report = () => {}, load = (url) => this.#load(url)) {
    const root = document.createElement("main");
    const reading = new Reading(root, this.speech, report, {
      open: (article) => this.#visit({ reading, article, ...BEGINNING }),
      fetch: (url) => void this.fetch(url),
      copy: (text) => this.tell.copy(text),
      done: () => this.tell.done(),
      edited: (edit) => this.tell.edited(edit),
      load,
      notice: (words) => this.tell.notice(words),
      say: (words) => this.reading === reading && this.tell.say(words),
      joined: () => this.tell.changed(),
      prepare: () => this.tell.prepare(),
    });
    this.#visit({ reading, article: 0, ...BEGINNING });
    return reading;
  }

  /** Shows a new page in the place of the one that is in view, which came to nothing. @param {(progress: Progress) => void} report @param {(url: string) => Promise<import("./fetch-page.js").Whole | undefined>} load */
  restart(report, load) {
    this.#trail.forget();
    return this.start(report, load);
  }

  /**
   * Reads a page from its address. To be called as the person asks for it: the browser may have to ask back.
   * @param {string} url @param {Promise<boolean>} [permission] @param {Promise<import("./fetch-page.js").Fetched>} [page] where it is on its way already
   */
  async fetch(url, permission = mayFetch(url), page) {
    const isAllowed = await permission;
    // In a tab of the reader's own the person can be asked.
    if (!isAllowed && !canAsk) return void chrome.runtime.sendMessage({ type: "read", url });
    if (!isAllowed && this.reading) return this.tell.notice(this.speech.say("fetchRefused", new URL(url).hostname));
    const reading = this.start();
    if (!isAllowed) return reading.refuse(url, "refused", { words: this.speech.say("allow"), act: () => void this.#again(url) });
    try {
      await reading.follow(await (page ?? fetchPage(url)));
    } catch (error) {
      console.warn("offprint:", error);
      reading.refuse(url, error instanceof FetchError ? error.code : "error");
    }
  }

  /** A page as a whole, where the person allows it. @param {string} url */
  async #load(url) {
    if (!(await mayFetch(url))) return void this.tell.notice(this.speech.say("fetchRefused", new URL(url).hostname));
    return whole(await fetchPage(url, AbortSignal.timeout(PATIENCE_MS)));
  }

  /** Asks once more, now that the person wants it. @param {string} url */
  async #again(url) {
    if (!(await mayFetch(url))) return;
    this.#trail.forget();
    await this.fetch(url, Promise.resolve(true));
  }

  /** Leaves the page that is in view out, which came to nothing; one is where one was before. */
  giveUp() {
    this.#trail.forget();
    const stop = this.#trail.here;
    if (stop) this.#show(stop);
  }

  /** @param {-1 | 1} step back or forward */
  step(step) {
    this.#leave();
    const stop = this.#trail.step(step);
    if (stop) this.#show(stop);
  }

  /** The article of the page before or after this one; stays at the first and the last. @param {-1 | 1} step */
  turn(step) {
    const view = this.reading?.view;
    if (!view || !this.reading) return;
    const { readable } = view;
    const article = readable[readable.indexOf(view.shown) + step];
    if (article !== undefined) this.#visit({ reading: this.reading, article, ...BEGINNING });
  }

  /** @param {Stop} stop */
  #visit(stop) {
    this.#leave();
    this.#trail.visit(stop);
    this.#show(stop);
  }

  /** Notes the place, to come back to. */
  #leave() {
    const stop = this.#trail.here;
    if (!stop) return;
    stop.scroll = window.scrollY;
    stop.leaf = leafInSight(stop.reading.view.stage);
    const { activeElement } = document;
    const card = activeElement?.closest("article");
    // A card that was opened has another button since.
    stop.focused = () => (activeElement?.isConnected ? activeElement : card?.querySelector("button"));
  }

  /** @param {Stop} stop */
  #show({ reading, article, scroll, leaf, focused }) {
    if (this.root !== reading.root) this.root.replaceWith(reading.root);
    this.root = reading.root;
    reading.view.show(article);
    window.scrollTo({ top: scroll, behavior: "instant" });
    goToLeaf(reading.view.stage, leaf, "instant");
    const kept = focused?.();
    if (kept instanceof HTMLElement && reading.root.contains(kept)) kept.focus({ preventScroll: true });
    else reading.view.focus();
    this.tell.changed();
    for (const act of this.#moved) act();
  }
}

/** The way somebody took, to go back and forward on, as in a browser's history. @template Stop */
class Trail {
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

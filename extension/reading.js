// One page on its way through the core into the view.
import { keepAddress } from "./ahead.js";
import { adList, loadCore, openReader } from "./core.js";
import { takeAll } from "./fetch-page.js";
import { SiteMemory } from "./memory.js";
import { own } from "./view/body.js";
import { forgetEarly, keepEarly } from "./view/element.js";
import { ReaderView } from "./view/reader.js";
import { sayCount } from "./view/speech.js";

/** @typedef {import("./protocol.js").FromPage} FromPage */
/** @typedef {import("./view/speech.js").Speech} Speech @typedef {import("./view/reader.js").Ways} Ways */

/**
 * What the reader tells the page: there is something to read, enough for an article, it is all there, or it failed.
 * @typedef {{ type: "shown" } | { type: "steady" } | { type: "done", confidence: import("./core.js").Outline["page"]["confidence"] } | { type: "failed", code: string }} Progress
 */

/** Characters from which a text is taken for an article though its page is not over: the length of a short news item. */
const STEADY = 1000;

/** A frame that is not in sight paints nothing, and is not waited for. */
const PAINT_MS = 50;

export class Reading {
  /** @type {import("./core.js").Reader | undefined} */
  #core;
  /** @type {SiteMemory | undefined} */
  #memory;
  /** @type {import("./next-pages.js").NextPages | undefined} */
  #next;
  /** Once what can be done with the text is there. @type {Promise<void> | undefined} */
  #ready;
  #isShown = false;
  /** Until its beginning was said. @type {Promise<void> | undefined} */
  #begun;
  #isSteady = false;
  #isOfPage = false;
  #isOver = false;
  /** Its end did not come. */
  #isCut = false;
  /** How sure the core is that this is an article. @type {import("./core.js").Outline["page"]["confidence"]} */
  #confidence = "low";
  /** Messages are taken one after another, though the first waits for the wasm. @type {Promise<void>} */
  #queue = Promise.resolve();

  /**
   * @param {HTMLElement} root @param {Speech} speech @param {(progress: Progress) => void} report
   * @param {Ways & { load: (url: string) => Promise<import("./fetch-page.js").Whole | undefined>, notice: (words: string) => void, say: (words: string) => void, joined: () => void, prepare: () => Promise<unknown> }} ways
   * `say`: to who hears it instead of seeing it; `prepare`: what can be done with the text is got ready, behind its first paragraph and before all is said to be there
   */
  constructor(root, speech, report, ways) {
    this.root = root;
    this.speech = speech;
    this.report = report;
    this.ways = ways;
    this.url = "";
    this.view = new ReaderView(root, speech, "", { ...ways, edited: (edit) => this.#edited(edit) });
    keepEarly();
  }

  /** Gets ready what can be done with the text: behind its first paragraph, and before its end. */
  #prepare() {
    return (this.#ready ??= this.#load());
  }

  async #load() {
    const { ways, view, speech } = this;
    // A text without settings and menu is still a text.
    const aids = ways.prepare().catch((error) => console.warn("offprint:", error));
    const [{ NextPages }] = await Promise.all([import("./next-pages.js"), view.prepare(), aids]);
    forgetEarly();
    this.#next = new NextPages(view, speech, ways.load, ways.notice, ways.joined);
  }

  /** @param {import("./view/edits.js").Edit} edit */
  #edited(edit) {
    void this.#memory?.change(this.view.acts.edits.differences);
    this.ways.edited?.(edit);
  }

  /** Whether a page has begun to come. */
  get hasBegun() {
    return this.url !== "";
  }

  /** Takes the page as its own script sends it. @param {FromPage} message */
  take(message) {
    this.#isOfPage = true;
    this.#queue = this.#queue.then(() => this.#step(message)).catch((error) => this.#fail(error));
  }

  /** Takes a page that is fetched. @param {import("./fetch-page.js").Fetched} page */
  async follow({ url, contentType, bytes }) {
    await this.#recall(url);
    const core = await openReader({ url, contentType, now: Date.now() / 1000 });
    this.#core = core;
    const cut = await takeAll(bytes, (piece) => {
      for (const change of core.write(piece)) this.#apply(change, url);
      if (!this.view.hasText) return;
      this.#begin();
      void this.#prepare();
    });
    for (const change of core.end()) {
      if (change.type === "end") await this.#prepare();
      this.#apply(change, url, cut);
      if (change.type === "end") document.title = change.outline.page.title ?? "Offprint";
    }
    this.#isOver = true;
    if (this.view.isEmpty) return this.refuse(url, cut === "network" ? cut : "no-article");
    void this.#complete();
  }

  /** @param {import("./core.js").Change} change @param {string} url @param {import("./fetch-page.js").Cut} [cut] what kept the page from coming whole */
  #apply(change, url, cut) {
    if (change.type === "end") this.#credit();
    this.view.apply(change);
    if (change.type !== "end") return;
    this.#confidence = change.outline.page.confidence;
    this.#next?.look(url, change.outline);
    const why = cut ?? (change.outline.notes.some(({ code }) => code === "truncated") ? "page" : undefined);
    this.#isCut = why !== undefined;
    if (why && !this.view.isEmpty) this.view.noteCut({ words: this.speech.say(`cutShort_${why}`), url });
  }

  /** What the list of what was left out says besides. */
  #credit() {
    const { removed, edits } = this.view.acts;
    removed.credit(adList());
    if (!this.#memory) return;
    const { site, isOn } = this.#memory;
    removed.offerMemory({ site, isOn, turn: (isOn) => void this.#memory?.turn(isOn, edits.differences) });
  }

  /** The address of the article that is shown. */
  get address() {
    return this.view.article?.metadata.url ?? this.url;
  }

  /** Whether it is the page that the reader was opened on: its text is no secret to that page. */
  get isOfPage() {
    return this.#isOfPage;
  }

  /** The text of the article that is shown, as it is shown. */
  markdown() {
    const { edits, merges } = this.view.acts;
    const { takenOut, restored } = edits;
    const parts = merges.parts(this.view.shown).map((part) => this.#core?.markdown(part, own(takenOut, 0), own(restored, 0)) ?? "");
    const further = (this.view.shown === this.view.mainId && this.#next?.markdown(takenOut, restored)) || [];
    return [...parts, ...further].join("\n\n");
  }

  /** Says in the page's place why it cannot be read. @param {string} url @param {string} code @param {import("./notice.js").Offer} [offer] what can be done about it */
  refuse(url, code, offer) {
    this.#isOver = true;
    const host = URL.canParse(url) ? new URL(url).hostname : url;
    const words = code === "refused" ? this.speech.say("fetchRefused", host) : this.speech.say(`fetchFailed_${code.replaceAll("-", "_")}`) || this.speech.say("fetchFailed_network");
    this.view.fail({ words, url, offer });
    void this.#prepare();
  }

  /** @param {FromPage} message */
  async #step(message) {
    if (this.#isOver) return;
    if (message.type === "page") return this.#start(message.url, message.title, message.contentType);
    if (!this.#core) throw new Error("bytes came before the page's address");
    const changes = message.type === "end" ? this.#core.end() : this.#core.write(message.bytes);
    for (const change of changes) {
      if (change.type === "end") await this.#showFirst().then(() => this.#prepare());
      this.#apply(change, this.url, message.type === "end" ? message.cut : undefined);
    }
    await this.#showFirst(message.type === "end");
    this.#tell(message.type === "end");
  }

  /** Once there is a text, it comes into sight before any more is done; then what can be done with it is got ready. @param {boolean} [isEnd] no text will come, but titles may be there */
  async #showFirst(isEnd = false) {
    if (this.#isShown || (isEnd ? this.view.isEmpty : !this.view.hasText)) return;
    this.#isShown = true;
    this.report({ type: "shown" });
    await painted();
    if (!isEnd) this.#begin();
    await this.#prepare();
  }

  /** A text comes into sight, and more of it will come without a word. */
  #begin() {
    this.#begun ??= inSight().then(() => {
      this.ways.say(this.speech.say("textBegins"));
      this.view.focusLate();
    });
  }

  /** All is there: what it is, and what stands below it. That a part is missing was said already. */
  async #complete() {
    await (this.#begun ?? inSight());
    this.view.focusLate();
    if (!this.#isCut) this.ways.say(complete(this.view, this.speech));
  }

  /** @param {string} url @param {string} title @param {string} [contentType] */
  async #start(url, title, contentType = "text/html; charset=utf-8") {
    document.title = title || "Offprint";
    this.view.title = title;
    await this.#recall(url);
    const isWeb = /^(https?|file):/.test(url);
    this.#core = await openReader({ url: isWeb ? url : undefined, contentType, now: Date.now() / 1000 });
  }

  /** Learns what was removed and restored on the site before, and keeps what will be. @param {string} url */
  async #recall(url) {
    this.url = url;
    keepAddress(url);
    const [memory] = await Promise.all([SiteMemory.load(url), loadCore()]);
    this.#memory = memory;
    if (memory) this.view.recall(memory);
    if (memory?.isOn) await this.view.prepare();
  }

  /** @param {boolean} isEnd */
  #tell(isEnd) {
    if (!this.#isSteady && (this.view.main?.body.element.textContent ?? "").length >= STEADY) {
      this.#isSteady = true;
      this.report({ type: "steady" });
    }
    if (!isEnd) return;
    this.#isOver = true;
    if (!this.view.isEmpty) void this.#complete();
    this.report(this.view.isEmpty ? { type: "failed", code: "no-article" } : { type: "done", confidence: this.#confidence });
  }

  /** @param {unknown} error */
  #fail(error) {
    if (this.#isOver) return;
    this.#isOver = true;
    console.error("offprint:", error);
    this.view.fail();
    const code = error instanceof Error && "code" in error ? String(error.code) : "unexpected";
    this.report({ type: "failed", code });
  }
}

/** @param {ReaderView} view @param {Speech} speech */
function complete({ main, othersCount }, speech) {
  const facts = [
    ...(main?.title ? [main.title] : []),
    ...(main?.minutes ? [sayCount(speech, "minutes", main.minutes)] : []),
    ...(othersCount > 0 ? [sayCount(speech, "relatedArticles", othersCount)] : []),
  ];
  return speech.say("textComplete", new Intl.ListFormat(speech.locale, { type: "unit" }).format(facts));
}

/** Until the frame is in sight: behind the page it has no size, and is neither heard nor takes the focus. @returns {Promise<void>} */
function inSight() {
  return new Promise((done) => {
    if (window.innerWidth > 0) return done();
    window.addEventListener("resize", () => done(), { once: true });
  });
}

/** Until what is there has been painted. @returns {Promise<void>} */
function painted() {
  return new Promise((done) => {
    setTimeout(done, PAINT_MS);
    requestAnimationFrame(() => setTimeout(done));
  });
}

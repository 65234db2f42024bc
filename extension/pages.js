// Turning the leaves of an article in columns: by keys, by the wheel, by two buttons. What is read stays in sight when the window
// or the letters change.
import { onKey, onTrusted, part } from "./view/element.js";
import { bring, goToLeaf, isBehind, isPaged, layOut, leafInSight, leafOf, leavesOf } from "./view/leaves.js";

/** Pixels of the wheel's way that turn a leaf: less than a notch of any mouse. */
const TURN_PX = 50;
/** A wheel counts in pixels, or in lines of about so many. */
const LINE_PX = 20;
/** A trackpad goes on for so long after the fingers have left it. */
const TURN_MS = 350;
/** Share of the window's height above which text is read. */
const EYE = 0.1;

/** What may be larger than its room, and scrolls there. */
const BOXES = ".body :is(pre, table)";

/** @typedef {import("./visits.js").Visits} Visits */

/** @param {Visits} visits @param {import("./view/speech.js").Speech} speech */
export function setUpPages(visits, speech) {
  const pages = new Pages(visits, new Intl.NumberFormat(speech.locale));
  // Text comes and goes, pictures and typefaces arrive, the window and the settings change.
  const soon = () => pages.laySoon();
  const ofText = (/** @type {MutationRecord[]} */ records) => records.some(({ target }) => visits.root.contains(target)) && soon();
  new MutationObserver(ofText).observe(document.body, { childList: true, subtree: true, attributeFilter: ["hidden", "open"] });
  new MutationObserver(soon).observe(document.documentElement, { attributeFilter: ["data-layout", "data-font", "data-band", "style"] });
  document.addEventListener("load", soon, { capture: true });
  document.fonts.addEventListener("loadingdone", soon);
  window.addEventListener("resize", soon);
  document.addEventListener("scroll", () => pages.draw(), { capture: true, passive: true });
  document.addEventListener("scrollend", () => pages.rest(), { capture: true });
  visits.onMove(() => pages.begin());
  onTrusted(part("page-before", HTMLButtonElement), "click", () => pages.turn(-1));
  onTrusted(part("page-after", HTMLButtonElement), "click", () => pages.turn(1));
  onKey((event) => {
    // What is wider than its room is a stop on the way, as without the reader; nothing else in the text is.
    if (event.key === "Tab") for (const box of visits.root.querySelectorAll(BOXES)) box.setAttribute("tabindex", scrolls(box) ? "0" : "-1");
    const isTurned = isTaken(event) ? false : pages.press(event);
    if (isTurned) event.preventDefault();
  });
}

class Pages {
  #panel = part("pages", HTMLElement);
  #place = part("page-place", HTMLElement);
  #before = part("page-before", HTMLButtonElement);
  #after = part("page-after", HTMLButtonElement);
  /** The leaf that is being turned to, until it is there. @type {number | undefined} */
  #aim;
  /** What is read; nothing at the beginning. @type {HTMLElement | undefined} */
  #read;
  #isDue = false;
  /** How the text was laid last: by the panel a scroll may have told already. */
  #wasPaged = false;
  /** The wheel's way since the last turn, and when that was. */
  #way = 0;
  #turned = 0;
  /** Those that are listened to: one comes back to a page. @type {WeakSet<Element>} */
  #wheeled = new WeakSet();

  /** @param {Visits} visits @param {Intl.NumberFormat} number */
  constructor(visits, number) {
    this.visits = visits;
    this.number = number;
  }

  get #stage() {
    return this.visits.root.querySelector(".stage") ?? this.visits.root;
  }

  get #leaf() {
    return this.#aim ?? leafInSight(this.#stage);
  }

  /** Shows which leaf of how many is in sight. */
  draw() {
    const stage = this.#stage;
    this.#panel.hidden = !isPaged(stage);
    if (this.#panel.hidden) return;
    const count = leavesOf(stage);
    this.#place.textContent = `${this.number.format(this.#leaf + 1)} / ${this.number.format(count)}`;
    // A button that has the focus keeps it: it is not disabled, only said to be.
    this.#before.setAttribute("aria-disabled", String(this.#leaf <= 0));
    this.#after.setAttribute("aria-disabled", String(this.#leaf >= count - 1));
  }

  /** Counts the leaves anew, once for all that changes before the next picture. */
  laySoon() {
    if (this.#isDue || (this.#panel.hidden && document.documentElement.dataset.layout !== "columns")) return;
    this.#isDue = true;
    requestAnimationFrame(() => {
      this.#isDue = false;
      this.#lay();
    });
  }

  #lay() {
    const stage = this.#stage;
    layOut(stage);
    this.draw();
    const [wasPaged, isNow] = [this.#wasPaged, !this.#panel.hidden];
    this.#wasPaged = isNow;
    if (isNow) this.#listenToWheel(stage);
    const [first] = this.#read?.isConnected ? this.#read.getClientRects() : [];
    if (!this.#read || !first) return;
    if (wasPaged !== isNow) bring(this.#read, "start", "instant");
    else if (isNow && this.#aim === undefined) goToLeaf(stage, leafOf(stage, first), "instant");
  }

  /** Another article is in sight. */
  begin() {
    this.#aim = this.#read = undefined;
    this.#lay();
  }

  /** Scrolling has come to an end. */
  rest() {
    // The browser's own doing, as the text lies anew: what is read is known from before.
    if (this.#isDue) return;
    this.#aim = undefined;
    this.draw();
    const hasBegun = window.scrollY > 0 || this.#leaf > 0;
    const blocks = /** @type {NodeListOf<HTMLElement>} */ (this.#stage.querySelectorAll(".body [data-block]:not([hidden])"));
    this.#read = hasBegun ? [...blocks].find((block) => beginsIn(this.#stage, block)) : undefined;
  }

  /** @param {number} step @returns {boolean} whether there is such a leaf */
  turn(step) {
    const stage = this.#stage;
    if (isPaged(stage) && window.scrollY > 0) {
      // Who is among the cards below comes back to the leaf first.
      window.scrollTo({ top: 0 });
      return true;
    }
    const leaf = Math.min(leavesOf(stage) - 1, Math.max(0, this.#leaf + step));
    if (!isPaged(stage) || leaf === this.#leaf) return false;
    this.#aim = leaf;
    goToLeaf(stage, leaf);
    this.draw();
    return true;
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether it turned a leaf */
  press({ key, shiftKey }) {
    if (this.#panel.hidden || window.scrollY > 0) return false;
    const forward = getComputedStyle(this.#stage).direction === "rtl" ? -1 : 1;
    const steps = /** @type {Record<string, number>} */ ({ PageDown: 1, PageUp: -1, ArrowRight: forward, ArrowLeft: -forward, Home: -Infinity, End: Infinity, " ": shiftKey ? -1 : 1 });
    return key in steps && (key === " " || !shiftKey) && this.turn(steps[key]);
  }

  /** Only where there are leaves: elsewhere the browser scrolls without asking. @param {Element} stage */
  #listenToWheel(stage) {
    if (this.#wheeled.has(stage)) return;
    this.#wheeled.add(stage);
    onTrusted(stage, "wheel", (event) => event instanceof WheelEvent && this.#wheel(event), { passive: false });
  }

  /** Sideways the browser turns by itself. @param {WheelEvent} event */
  #wheel(event) {
    const { deltaX, deltaY, deltaMode, ctrlKey, target } = event;
    if (ctrlKey || window.scrollY > 0 || Math.abs(deltaX) >= Math.abs(deltaY) || !isPaged(this.#stage) || scrolls(target)) return;
    const isMoving = event.timeStamp - this.#turned < TURN_MS;
    this.#way = isMoving ? 0 : this.#way + deltaY * (deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1);
    const hasLeaf = deltaY > 0 ? this.#leaf < leavesOf(this.#stage) - 1 : this.#leaf > 0;
    if (hasLeaf || isMoving) event.preventDefault();
    if (Math.abs(this.#way) < TURN_PX || !this.turn(Math.sign(this.#way))) return;
    this.#way = 0;
    this.#turned = event.timeStamp;
  }
}

/** Whether a block is the first that is read: on a leaf, of one that is broken the other half is on the leaf before. @param {Element} stage @param {HTMLElement} block */
function beginsIn(stage, block) {
  const [first] = block.getClientRects();
  return first !== undefined && (isPaged(stage) ? leafOf(stage, first) >= leafInSight(stage) : !isBehind(block, EYE));
}

/** Where a key has a meaning of its own. @param {KeyboardEvent} event */
function isTaken({ key, altKey, ctrlKey, metaKey, target }) {
  if (altKey || ctrlKey || metaKey || !(target instanceof Element)) return true;
  const takers = key === " " ? "button, summary, input, select, textarea, dialog" : "input, select, textarea, dialog";
  return target.closest(takers) !== null || (key.startsWith("Arrow") && scrolls(target));
}

/** Whether it stands in code or a table that is larger than its room. @param {EventTarget | null} target */
function scrolls(target) {
  const box = target instanceof Element ? target.closest(BOXES) : null;
  return box !== null && (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight);
}

// The pen: buttons beside the words that are selected, or beside a marked passage that is pressed; and the key m.
import { element, onKey, onTrusted } from "./view/element.js";
import { isPaged } from "./view/leaves.js";
import { joined, passagesOf, without } from "./view/passages.js";
import { rangeOf, stretchIn, textsOf } from "./view/stretches.js";

/** @typedef {import("./marks.js").Marked} Marked @typedef {import("./view/passages.js").Stretch} Stretch */

/** Milliseconds after which a selection has come to rest. */
const REST_MS = 150;
/** Pixels between the words and the buttons; the handles for a finger hang below the words. */
const GAP = 8;
const GAP_OF_FINGER = 36;
/** Pixels at the window's top that the toolbar takes. */
const TOOLBAR = 64;

/** @param {import("./visits.js").Visits} visits @param {import("./view/speech.js").Speech} speech @param {import("./notice.js").Notice} notice @param {import("./marks.js").Marks} marks */
export function setUpPen(visits, speech, notice, marks) {
  const [mark, unmark] = ["mark", "unmark"].map((name) => element("button", { type: "button", "aria-keyshortcuts": "m" }, speech.say(name)));
  const box = element("div", { class: "pen", lang: speech.locale }, mark, unmark);
  /** What the buttons are for. @type {[Marked, Stretch[]] | undefined} */
  let aim;
  /** Where a passage may have been pressed. @type {MouseEvent | undefined} */
  let pressed;
  let isDown = false;
  let timer = 0;

  const hide = () => {
    aim = pressed = undefined;
    box.remove();
  };
  const look = () => {
    if (isDown) return;
    const marked = pressed || !getSelection()?.isCollapsed ? marks.here() : undefined;
    const stretches = marked && (selected(marked) ?? passageAt(marked, pressed));
    const stage = visits.root.querySelector(".stage");
    const rects = marked && stretches?.flatMap((one) => rectsOf(marked, one));
    if (!marked || !stretches || !rects?.length || !stage) return hide();
    aim = [marked, stretches];
    const rest = without(stretches, marked.found, marked.texts);
    mark.hidden = rest.length === 0;
    unmark.hidden = lettersIn(rest) === lettersIn(stretches);
    if (box.parentElement !== stage) stage.append(box);
    put(box, stage, rects);
  };
  const lookSoon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(look, REST_MS);
  };
  /** @param {Marked} marked @param {Stretch[]} stretches @param {boolean} isMark */
  const act = async (marked, stretches, isMark) => {
    const { found, texts, blocks } = marked;
    const { isKept, undo } = marks.change(marked, isMark ? joined([...found, ...stretches], texts) : without(found, stretches, texts));
    if (box.contains(document.activeElement)) blocks[stretches[0].block].focus({ preventScroll: true });
    hide();
    getSelection()?.removeAllRanges();
    notice.show(speech.say(!isMark ? "unmarked" : (await isKept) ? "marked" : "markedForNow"), { words: speech.say("undo"), act: undo });
  };

  onTrusted(mark, "click", () => aim && act(...aim, true));
  onTrusted(unmark, "click", () => aim && act(...aim, false));
  // What is selected stays so, for whatever else it is wanted.
  onTrusted(box, "mousedown", (event) => event.preventDefault());
  onTrusted(document, "selectionchange", lookSoon);
  for (const type of ["pointerdown", "pointerup", "pointercancel"]) {
    onTrusted(document, type, ({ target }) => {
      if (target instanceof Node && box.contains(target)) return;
      isDown = type === "pointerdown";
      pressed = undefined;
      lookSoon();
    });
  }
  onTrusted(document, "click", (event) => {
    if (event instanceof MouseEvent && event.target instanceof Element && !event.target.closest("a, button, summary, img")) pressed = event;
  });
  onKey((event) => {
    const { key, altKey, ctrlKey, metaKey, target } = event;
    if (key.toLowerCase() !== "m" || altKey || ctrlKey || metaKey || (target instanceof Element && target.matches("input, select, textarea"))) return;
    const marked = marks.here();
    const stretches = marked && (selected(marked) ?? focused(marked));
    if (!stretches) return;
    event.preventDefault();
    void act(marked, stretches, without(stretches, marked.found, marked.texts).length > 0);
  });
  visits.onMove(hide);
}

/** What is selected of an article. @param {Marked} marked */
function selected({ blocks, texts }) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  return some(joined(blocks.flatMap((one, block) => (range.intersectsNode(one) ? { block, ...stretchIn(range, one) } : [])), texts));
}

/** The block that has the focus: who cannot select words marks it whole. @param {Marked} marked */
function focused({ blocks, texts }) {
  const block = blocks.findIndex((one) => one === document.activeElement);
  return some(joined(block < 0 ? [] : [{ block, from: 0, to: texts[block].length }], texts));
}

/** The marked passage at a point. @param {Marked} marked @param {{ x: number, y: number }} [point] */
function passageAt(marked, point) {
  const isAt = (/** @type {DOMRect} */ { left, right, top, bottom }) => point && point.x >= left && point.x <= right && point.y >= top && point.y <= bottom;
  return passagesOf(marked.found, marked.texts).find((passage) => passage.some((one) => rectsOf(marked, one).some(isAt)));
}

/** @param {Marked} marked @param {Stretch} stretch */
const rectsOf = ({ blocks }, { block, from, to }) => [...rangeOf(textsOf(blocks[block]), from, to).getClientRects()];

/** Below the end of the words; above them where there is no room. In the article, so that it scrolls along. @param {HTMLElement} box @param {Element} stage @param {DOMRect[]} rects */
function put(box, stage, rects) {
  const [first, last] = [rects[0], rects[rects.length - 1]];
  const frame = stage.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const gap = matchMedia("(pointer: coarse)").matches ? GAP_OF_FINGER : GAP;
  const end = Math.min(window.innerHeight, isPaged(stage) ? frame.bottom : Infinity) - height - GAP;
  const [below, above] = [last.bottom + gap, first.top - gap - height];
  const top = below <= end ? below : above >= TOOLBAR ? above : end;
  const left = Math.min(Math.max(frame.left, last.right - width / 2), frame.right - width);
  box.style.setProperty("--top", `${top - frame.top}px`);
  box.style.setProperty("--left", `${left - frame.left + stage.scrollLeft}px`);
}

/** @param {Stretch[]} stretches */
const lettersIn = (stretches) => stretches.reduce((sum, { from, to }) => sum + to - from, 0);

/** @param {Stretch[]} stretches */
const some = (stretches) => (stretches.length > 0 ? stretches : undefined);

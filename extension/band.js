// Line focus: a band in which the text is in the light. It follows the pointer from line to line, and rests where the eye does
// while one scrolls or steps with the keys.
import { onTrusted, part } from "./trusted.js";

/** Lines in the light, by the person's choice. @type {Record<string, number>} */
const LINES = { one: 1, three: 3, five: 5 };
/** Share of the window's height where the band rests. */
const EYE = 0.38;

/** @param {import("./visits.js").Visits} visits */
export function setUpBand(visits) {
  const band = part("band", HTMLElement);
  let eye = 0;
  const lines = () => LINES[document.documentElement.dataset.band ?? ""] ?? 0;
  const draw = () => {
    if (lines() === 0) return;
    const { middle, height } = lineAt(visits.root, eye || window.innerHeight * EYE);
    band.style.setProperty("--band-top", `${middle - (height * lines()) / 2}px`);
    band.style.setProperty("--band-height", `${height * lines()}px`);
  };
  let isDue = false;
  const drawSoon = () => {
    if (isDue || lines() === 0) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      draw();
    });
  };
  onTrusted(window, "pointermove", (event) => {
    if (!(event instanceof PointerEvent) || event.pointerType === "touch") return;
    eye = event.clientY;
    drawSoon();
  }, { passive: true });
  window.addEventListener("scroll", drawSoon, { passive: true });
  window.addEventListener("resize", drawSoon, { passive: true });
  // The choice may be made here or in another window.
  new MutationObserver(drawSoon).observe(document.documentElement, { attributeFilter: ["data-band", "data-font", "style"] });
  onTrusted(document, "keydown", (event) => {
    if (!(event instanceof KeyboardEvent) || event.defaultPrevented || lines() === 0) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isTaken(event.target)) return;
    event.preventDefault();
    window.scrollBy({ top: step * lineAt(visits.root, eye || window.innerHeight * EYE).height * lines(), behavior: "instant" });
  });
}

/** Where an arrow key has a meaning of its own. @param {EventTarget | null} target */
const isTaken = (target) => target instanceof Element && target.closest("input, select, textarea, [popover], dialog, pre") !== null;

/** The line of text at this height of the window; a line's room where there is none. @param {HTMLElement} root @param {number} y */
function lineAt(root, y) {
  const body = root.querySelector(".stage .body");
  const box = body?.getBoundingClientRect() ?? root.getBoundingClientRect();
  const found = document.caretPositionFromPoint?.(box.left + Math.min(40, box.width / 2), y);
  const block = found?.offsetNode.parentElement?.closest(".stage [data-block], .stage h1");
  const room = parseFloat(getComputedStyle(block ?? body ?? root).lineHeight) || 24;
  if (!found || !block) return { middle: y, height: room };
  const range = document.createRange();
  range.setStart(found.offsetNode, found.offset);
  const line = range.getClientRects()[0];
  // Beside the text, and in the gaps between its blocks, the band is where the pointer is.
  if (!line || Math.abs(line.top + line.height / 2 - y) > room) return { middle: y, height: room };
  return { middle: line.top + line.height / 2, height: room };
}

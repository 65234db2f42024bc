// Line focus: a band in which the text is in the light. It follows the pointer from line to line, and rests where the eye does
// while one scrolls or steps with the keys.
import { onTrusted, part } from "./view/element.js";

/** Lines in the light, by the person's choice. @type {Record<string, number>} */
const LINES = { one: 1, three: 3, five: 5 };
/** Share of the window's height where the band rests. */
const EYE = 0.38;

/** @param {import("./visits.js").Visits} visits */
export function setUpBand(visits) {
  const band = part("band", HTMLElement);
  let pointer = 0;
  const count = () => LINES[document.documentElement.dataset.band ?? ""] ?? 0;
  const eye = () => pointer || window.innerHeight * EYE;

  const draw = () => {
    const lines = linesIn(visits.root);
    const first = Math.max(0, nearest(lines, eye()) - (count() - 1) / 2);
    const lit = lines.slice(first, first + count());
    const [top, bottom] = lit.length > 0 ? [lit[0].top, lit[lit.length - 1].bottom] : [eye(), eye()];
    band.style.setProperty("--band-top", `${top}px`);
    band.style.setProperty("--band-height", `${bottom - top}px`);
  };
  let isDue = false;
  const drawSoon = () => {
    if (isDue || count() === 0) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      draw();
    });
  };
  /** So that the next lines come into the light. @param {-1 | 1} step */
  const move = (step) => {
    const lines = linesIn(visits.root);
    const at = nearest(lines, eye());
    const next = lines[at + step * count()];
    if (next) window.scrollBy({ top: next.top - lines[at].top, behavior: "instant" });
    else window.scrollBy({ top: (step * window.innerHeight) / 4, behavior: "instant" });
  };

  onTrusted(window, "pointermove", (event) => {
    if (!(event instanceof PointerEvent) || event.pointerType === "touch") return;
    pointer = event.clientY;
    drawSoon();
  }, { passive: true });
  window.addEventListener("scroll", drawSoon, { passive: true });
  window.addEventListener("resize", drawSoon, { passive: true });
  // The choice may be made here or in another window.
  new MutationObserver(drawSoon).observe(document.documentElement, { attributeFilter: ["data-band", "data-font", "style"] });
  onTrusted(document, "keydown", (event) => {
    if (!(event instanceof KeyboardEvent) || event.defaultPrevented || count() === 0) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || isTaken(event.target)) return;
    event.preventDefault();
    move(step);
  });
}

/** Where an arrow key has a meaning of its own. @param {EventTarget | null} target */
const isTaken = (target) => target instanceof Element && target.closest("input, select, textarea, [popover], dialog, pre") !== null;

/** @param {Line[]} lines @param {number} y @returns {number} the place of the line that is closest; 0 where there is none */
function nearest(lines, y) {
  const distance = (/** @type {Line} */ { top, bottom }) => Math.abs((top + bottom) / 2 - y);
  return lines.reduce((best, line, at) => (distance(line) < distance(lines[best]) ? at : best), 0);
}

/** A line of text as it is laid out, or a picture. Its room from top to bottom, in pixels of the window. @typedef {{ top: number, bottom: number }} Line */

/** Share of the window's height above and below it that counts, for the next step. */
const BEYOND = 0.5;

/** Those about the window. @param {HTMLElement} root @returns {Line[]} from the top */
function linesIn(root) {
  const beyond = window.innerHeight * BEYOND;
  return [...root.querySelectorAll(".stage h1, .stage .body [data-block]:not([hidden])")].filter((block) => {
    const { top, bottom } = block.getBoundingClientRect();
    return bottom > -beyond && top < window.innerHeight + beyond;
  }).flatMap(linesOf);
}

/** @param {Element} block @returns {Line[]} */
function linesOf(block) {
  const range = document.createRange();
  range.selectNodeContents(block);
  /** @type {Line[]} */
  const lines = [];
  const room = parseFloat(getComputedStyle(block).lineHeight) || 0;
  for (const { top, bottom, width } of range.getClientRects()) {
    if (width === 0) continue;
    // The room of a line, not of its letters alone.
    const air = Math.max(0, (room - (bottom - top)) / 2);
    const last = lines.at(-1);
    if (last && top < (last.top + last.bottom) / 2) last.bottom = Math.max(last.bottom, bottom + air);
    else lines.push({ top: top - air, bottom: bottom + air });
  }
  return lines;
}

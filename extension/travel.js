// Back, forward, from article to article, from block to block: buttons and keys.
import { stepBlock } from "./view/eraser.js";
import { onKey, onTrusted, part } from "./trusted.js";

/** @typedef {import("./visits.js").Visits} Visits */

/** With Alt; alone they scroll. @type {Record<string, -1 | 1>} */
const BLOCK_STEPS = { ArrowUp: -1, ArrowDown: 1 };

/** @param {Visits} visits @returns {() => void} shows where one can go now */
export function setUpTravel(visits) {
  const back = part("back", HTMLButtonElement);
  const forward = part("forward", HTMLButtonElement);
  onTrusted(back, "click", () => visits.step(-1));
  onTrusted(forward, "click", () => visits.step(1));
  onKey((event) => {
    const block = event.altKey && !event.ctrlKey ? BLOCK_STEPS[event.key] : undefined;
    if (block) stepBlock(visits.root, block);
    const step = stepOf(event);
    if (!step && !block) return;
    event.preventDefault();
    if (!step) return;
    if (event.altKey) visits.step(step);
    else visits.turn(step);
  });
  return () => {
    // A button that had the focus keeps it: it is not disabled, only said to be.
    back.setAttribute("aria-disabled", String(!visits.hasBefore));
    forward.setAttribute("aria-disabled", String(!visits.hasAfter));
    back.hidden = forward.hidden = !visits.hasBefore && !visits.hasAfter;
  };
}

/** @param {KeyboardEvent} event @returns {-1 | 1 | undefined} */
function stepOf({ key, altKey, ctrlKey, metaKey, shiftKey, target }) {
  if (ctrlKey || metaKey || shiftKey || (target instanceof HTMLElement && target.matches("input, select, textarea"))) return undefined;
  if (altKey) return key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : undefined;
  return key === "k" ? -1 : key === "j" ? 1 : undefined;
}

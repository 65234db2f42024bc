// The lines of text about the window, as they are laid out; a picture is a line too.

/** Its room from top to bottom, in pixels of the window. @typedef {{ top: number, bottom: number }} Line */

/** Share of the window's height above and below it that counts, for the next step. */
const BEYOND = 0.5;

/** @param {HTMLElement} root @returns {Line[]} from the top */
export function linesIn(root) {
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

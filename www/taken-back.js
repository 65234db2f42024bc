// A block that is taken back does not just vanish: it is struck out where it stood, and goes after a while.

/** Milliseconds that one sees it: long enough to read a line of it. */
const SEEN_MS = 2500;

/** To be called before the block goes. @param {HTMLElement} root @param {number} block @param {string} reason */
export function strikeOut(root, block, reason) {
  const going = root.querySelector(`.stage [data-block="${block}"]`);
  if (!(going instanceof HTMLElement)) return;
  const ghost = document.createElement("div");
  ghost.className = "taken-back";
  ghost.setAttribute("aria-hidden", "true");
  const label = document.createElement("span");
  label.className = "why";
  label.textContent = `taken back: ${reason}`;
  const text = document.createElement("del");
  text.textContent = (going.textContent ?? "").slice(0, 200);
  ghost.append(label, text);
  going.before(ghost);
  setTimeout(() => ghost.remove(), SEEN_MS);
}

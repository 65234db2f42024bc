// What moves up where something was taken back glides there. Browsers count no shift where a translation makes up for it, and the eye
// follows what it sees move.

/** Milliseconds. */
const DURATION = 180;
const NAME = "glide";

/** Whether the person allows motion. */
export const mayMove = () => window.matchMedia("(prefers-reduced-motion: no-preference)").matches;

/**
 * Takes a part away, and lets what stands below it, as far as a window further, be seen to move from where it was.
 * @param {HTMLElement} part @param {() => void} take
 */
export function glide(part, take) {
  const moved = below(part).map((one) => ({ one, before: topOf(one) }));
  take();
  for (const own of moved.flatMap(({ one }) => one.getAnimations())) if (own.id === NAME) own.cancel();
  for (const { one, by } of moved.map(({ one, before }) => ({ one, by: before - topOf(one) }))) {
    if (by !== 0) one.animate([{ transform: `translateY(${by}px)` }, { transform: "none" }], { id: NAME, duration: DURATION, easing: "ease-out" });
  }
}

/** The siblings behind a part, and those behind what holds it. @param {Element} part @returns {Element[]} */
function below(part) {
  const found = [];
  for (let at = part; at.parentElement; at = at.parentElement) {
    for (let next = at.nextElementSibling; next && topOf(next) < 2 * window.innerHeight; next = next.nextElementSibling) found.push(next);
  }
  return found;
}

/** @param {Element} one */
const topOf = (one) => one.getBoundingClientRect().top;

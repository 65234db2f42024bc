// What moves up where something was taken back glides there. Browsers count no shift where a translation makes up for it, and the eye
// follows what it sees move.

/** Milliseconds. */
const DURATION = 180;
const NAME = "glide";

/** Whether the person allows motion. */
export const mayMove = () => window.matchMedia("(prefers-reduced-motion: no-preference)").matches;

/**
 * Does what moves some blocks, and lets each be seen to move from where it was.
 * @param {HTMLElement[]} blocks @param {() => void} change
 */
export function glide(blocks, change) {
  const before = blocks.map(topOf);
  change();
  for (const own of blocks.flatMap((block) => block.getAnimations())) if (own.id === NAME) own.cancel();
  const moved = blocks.map((block, at) => before[at] - topOf(block));
  blocks.forEach((block, at) => {
    if (moved[at] === 0) return;
    block.animate([{ transform: `translateY(${moved[at]}px)` }, { transform: "none" }], { id: NAME, duration: DURATION, easing: "ease-out" });
  });
}

/** @param {Element} block */
const topOf = (block) => block.getBoundingClientRect().top;

// Where one is in the article: how far, and under which heading.
import { onTrusted, part } from "./trusted.js";
import { Contents } from "./view/contents.js";
import { bring, isPaged, leafInSight, leavesOf } from "./view/leaves.js";

/** @typedef {import("./visits.js").Visits} Visits */

/** @param {Visits} visits */
export function setUpPlace(visits) {
  const panel = part("contents", HTMLElement);
  const opener = part("open-contents", HTMLButtonElement);
  const bar = part("progress", HTMLElement);
  const contents = new Contents(panel, opener);
  /** @param {HTMLElement} heading */
  const go = (heading) => {
    panel.hidePopover();
    bring(heading, "start");
    heading.focus({ preventScroll: true });
  };
  let isDue = false;
  const draw = () => {
    isDue = false;
    const stage = visits.root.querySelector(".stage");
    bar.style.scale = `${stage ? progressOf(stage) : 0} 1`;
    if (panel.matches(":popover-open")) contents.mark();
  };
  const drawSoon = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(draw);
  };
  document.addEventListener("scroll", drawSoon, { capture: true, passive: true });
  window.addEventListener("resize", drawSoon, { passive: true });
  const list = () => {
    contents.show(visits.root.querySelector(".stage article"), go);
    drawSoon();
  };
  // Listed anew when asked for: blocks come and go until then.
  onTrusted(panel, "beforetoggle", (event) => {
    if (event instanceof ToggleEvent && event.newState === "open") list();
  });
  return list;
}

/** Share of the article that is read. @param {Element} stage */
function progressOf(stage) {
  const count = leavesOf(stage);
  if (isPaged(stage)) return count > 1 ? leafInSight(stage) / (count - 1) : 0;
  const { top = 0, height = 0 } = stage.querySelector("article")?.getBoundingClientRect() ?? {};
  const way = height - window.innerHeight;
  return way > 0 ? Math.min(1, Math.max(0, -top / way)) : 0;
}

// Where one is in the article: how far, and under which heading.
import { onTrusted, part } from "./trusted.js";
import { Contents } from "./view/contents.js";

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
    heading.scrollIntoView({ block: "start" });
    heading.focus({ preventScroll: true });
  };
  let isDue = false;
  const draw = () => {
    isDue = false;
    const article = visits.root.querySelector(".stage article");
    const { top, height } = article?.getBoundingClientRect() ?? { top: 0, height: 0 };
    const way = height - window.innerHeight;
    bar.style.scale = `${way > 0 ? Math.min(1, Math.max(0, -top / way)) : 0} 1`;
    if (panel.matches(":popover-open")) contents.mark();
  };
  const drawSoon = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(draw);
  };
  window.addEventListener("scroll", drawSoon, { passive: true });
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

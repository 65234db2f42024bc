// Where one is: how far in the article, and under which heading. And the ways from there: back, forward, from article to article, from
// block to block, by buttons and keys.
import { element, onKey, onTrusted, part } from "./view/element.js";
import { stepBlock } from "./view/eraser.js";
import { bring, isPaged, isReached, leafInSight, leavesOf } from "./view/leaves.js";

/** @typedef {import("./visits.js").Visits} Visits */

/** Fewer headings need no table. */
const ENOUGH = 2;
/** Share of the window above which a heading counts as passed. */
const EYE = 0.3;

/** With Alt; alone they scroll. @type {Record<string, -1 | 1>} */
const BLOCK_STEPS = { ArrowUp: -1, ArrowDown: 1 };

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

/** The article's headings, to go to them; the one that is being read is marked. */
class Contents {
  /** @type {{ heading: HTMLElement, link: HTMLElement }[]} */
  #entries = [];

  /** @param {HTMLElement} list filled with links @param {HTMLElement} opener hidden where there is nothing to list */
  constructor(list, opener) {
    this.list = list;
    this.opener = opener;
  }

  /** Lists the headings of an article. @param {Element | null | undefined} article @param {(heading: HTMLElement) => void} go */
  show(article, go) {
    const headings = /** @type {HTMLElement[]} */ ([...(article?.querySelectorAll(".body :is(h2, h3, h4)[data-block]:not([hidden])") ?? [])]);
    const top = Math.min(...headings.map(levelOf));
    this.#entries = headings.map((heading) => {
      const link = element("button", { type: "button", "data-depth": String(levelOf(heading) - top) }, heading.textContent ?? "");
      link.addEventListener("click", (event) => event.isTrusted && go(heading));
      return { heading, link };
    });
    this.list.replaceChildren(element("ol", {}, ...this.#entries.map(({ link }) => element("li", {}, link))));
    this.opener.hidden = headings.length < ENOUGH;
    this.mark();
  }

  /** Marks where one is. */
  mark() {
    const here = this.#entries.findLast(({ heading }) => isReached(heading, EYE));
    for (const { link } of this.#entries) {
      if (link === here?.link) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  }
}

/** @param {HTMLElement} heading */
const levelOf = (heading) => Number(heading.localName.slice(1));

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
    // Where there is no further article, it is the browser's own key for the way back.
    if (event.altKey && step && !(step < 0 ? visits.hasBefore : visits.hasAfter)) return;
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

// The article's headings, to go to them; the one that is being read is marked.
import { element } from "./element.js";
import { isReached } from "./leaves.js";

/** Fewer headings need no table. */
const ENOUGH = 2;
/** Share of the window above which a heading counts as passed. */
const EYE = 0.3;

export class Contents {
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

// The blocks of one article, in order. Neighbours that stand in one list or quote share its element.
import { element } from "./element.js";
import { isPaged } from "./leaves.js";
import { build } from "./markup.js";

/** Ids of a further page's blocks start here, times its place: the core's own are below it, as an id grows with each tag and text. */
export const PAGE_IDS = 2 ** 24;

/** The ids of one page among those of all, as its core knows them. @param {Uint32Array} ids @param {number} page 0 is the first */
export const own = (ids, page) => ids.filter((id) => Math.floor(id / PAGE_IDS) === page).map((id) => id % PAGE_IDS);

/**
 * Milliseconds in which what has just come may still glide to its place: nobody has found one in it yet. As long as layout shifts do
 * not count after an act of the person (https://web.dev/articles/cls).
 */
const SETTLING = 500;

/** Letters of "Note" or "Good to know before you start", over a note. */
const MAX_LABEL = 40;

/** Milliseconds in which what moves up glides there. */
const GLIDE_MS = 180;
const GLIDE = "glide";

export class Body {
  /** @type {Map<number, HTMLElement>} */
  #blocks = new Map();
  /** When each was put there. @type {WeakMap<HTMLElement, number>} */
  #came = new WeakMap();
  /** The blocks in sight, as long as blocks are taken back. @type {Set<HTMLElement> | undefined} */
  #inSight;
  /** Ids of restored blocks, by the block that they follow. @type {Map<number | null, number[]>} */
  #restored = new Map();

  /** @param {HTMLElement} element where the blocks are shown */
  constructor(element) {
    this.element = element;
  }

  /** How many blocks are shown. */
  get size() {
    return this.#blocks.size;
  }

  /** The ids of the blocks that a person sees. */
  get shown() {
    return [...this.#blocks].filter(([, block]) => !block.hidden).map(([id]) => id);
  }

  /** The text of the first paragraph, for a preview. */
  get opening() {
    const paragraph = this.element.querySelector("p[data-block]");
    return paragraph?.textContent?.trim() ?? "";
  }

  /**
   * Shows a block after another; at the start where `after` is null.
   * @param {number} id @param {number | null} after @param {string} html
   * @returns {HTMLElement | undefined} the block's element; nothing where the markup holds none
   */
  insert(id, after, html) {
    const piece = build(html);
    const block = piece.querySelector("[data-block]");
    if (!(block instanceof HTMLElement)) return undefined;
    setApart(piece, Math.floor(id / PAGE_IDS));
    const behind = this.#openAfter(after);
    const first = piece.firstChild;
    this.element.insertBefore(piece, behind);
    join(first?.previousSibling, first);
    join(behind?.previousSibling, behind);
    const isLabel = block.matches("aside > :first-child") && (block.textContent ?? "").length < MAX_LABEL;
    if (isLabel) block.className = "label";
    this.#blocks.set(id, block);
    this.#came.set(block, performance.now());
    // For the keyboard: not a stop of the Tab key, but a place where the focus can be.
    block.tabIndex = -1;
    return block;
  }

  /** Shows where the posts of a thread begin, and who wrote them. @param {number[][]} [posts] @param {number} [shift] from their ids to those here */
  part(posts = [], shift = 0) {
    for (const [first, ...heads] of posts) {
      // A quote or list with which a post begins is under the line.
      let edge = this.#blocks.get(shift + first);
      while (edge?.parentElement && edge.parentElement !== this.element && !edge.previousSibling) edge = edge.parentElement;
      edge?.classList.add("post");
      for (const id of heads) this.#blocks.get(shift + id)?.classList.add("head");
    }
    // Over the first of all there is the title.
    if (!shift) this.element.firstElementChild?.classList.remove("post");
  }

  /** Shows a block or hides it, at its place. @param {number} id @param {boolean} isShown */
  setShown(id, isShown) {
    const block = this.#blocks.get(id);
    if (block) block.hidden = !isShown;
    return block;
  }

  /** Not a card, nor in columns, which break anew whatever goes. */
  get #isReadDown() {
    return !this.element.hasAttribute("hidden") && !isPaged(this.element.closest(".stage"));
  }

  /** What follows it came later still, and is as new. @param {HTMLElement} block */
  #isNew(block) {
    return performance.now() - (this.#came.get(block) ?? 0) < SETTLING;
  }

  /** Takes a block back that a person may be looking at. @param {number} id */
  retract(id) {
    const block = this.#blocks.get(id);
    // Measured once for all that goes at one time: of a page of titles it may be a thousand.
    if (!this.#inSight) queueMicrotask(() => (this.#inSight = undefined));
    this.#inSight ??= new Set(this.#isReadDown ? [...this.#blocks.values()].filter(isInSight) : []);
    if (!block || !this.#inSight.has(block)) return this.remove(id);
    const glides = this.#isNew(block) && mayMove();
    return this.remove(id, glides ? (hole) => glide(hole, () => this.#close(hole)) : (hole) => keepOpen(hole, (gap) => this.#close(gap)));
  }

  /** Takes a block away, and the lists and quotes that are empty without it. @param {number} id @param {(hole: HTMLElement) => void} [close] */
  remove(id, close = (hole) => this.#close(hole)) {
    const block = this.#blocks.get(id);
    if (!block) return undefined;
    this.#blocks.delete(id);
    close(this.#around(block));
    for (const ids of this.#restored.values()) {
      const at = ids.indexOf(id);
      if (at >= 0) ids.splice(at, 1);
    }
    return block;
  }

  /**
   * Shows a block that had been cut, at its place: after `after` and those restored there that came before it in the page.
   * @param {number} id @param {number | null} after @param {string} html
   */
  restore(id, after, html) {
    const beside = this.#restored.get(after) ?? [];
    const before = beside.filter((other) => other < id);
    const block = this.insert(id, before.length > 0 ? Math.max(...before) : after, html);
    if (!block) return undefined;
    this.#restored.set(after, [...beside, id]);
    block.dataset.restored = "";
    return block;
  }

  /**
   * Takes all blocks of another body to its own end.
   * @param {Body} other @returns {() => void} gives them back
   */
  takeAll(other) {
    const nodes = [...other.element.childNodes];
    const blocks = [...other.#blocks];
    this.element.append(...nodes);
    other.#blocks.clear();
    for (const [id, block] of blocks) this.#blocks.set(id, block);
    return () => {
      other.element.append(...nodes);
      for (const [id] of blocks) this.#blocks.delete(id);
      other.#blocks = new Map(blocks);
    };
  }

  /** The outermost list or quote that holds nothing else. @param {HTMLElement} part */
  #around(part) {
    while (part.parentElement && part.parentElement !== this.element && part.parentElement.childNodes.length === 1) part = part.parentElement;
    return part;
  }

  /** What stood on both sides of it stands together. @param {HTMLElement} part */
  #close(part) {
    const hole = this.#around(part);
    const { previousSibling, nextSibling } = hole;
    hole.remove();
    join(previousSibling, nextSibling);
  }

  /** Opens a place after a block and returns the node behind it. @param {number | null} after @returns {ChildNode | null} */
  #openAfter(after) {
    if (after === null) return this.element.firstChild;
    const anchor = this.#blocks.get(after);
    if (!anchor) return null;
    /** @type {HTMLElement} */
    let edge = anchor;
    while (edge.parentElement !== this.element && !edge.nextSibling && edge.parentElement) edge = edge.parentElement;
    if (edge.parentElement === this.element) return edge.nextSibling;
    // The place is inside a list that goes on: the list is cut in two; the parts are joined again where they touch.
    let top = edge;
    while (top.parentElement && top.parentElement !== this.element) top = top.parentElement;
    const rest = document.createRange();
    rest.setStartAfter(edge);
    rest.setEndAfter(top);
    top.after(rest.extractContents());
    return top.nextSibling;
  }
}

/** Each page's core counts from the start, and each page has names of its own. @param {DocumentFragment} piece @param {number} page 0 is the first */
function setApart(piece, page) {
  if (page === 0) return;
  for (const name of ["data-block", "data-frame"]) {
    for (const one of piece.querySelectorAll(`[${name}]`)) one.setAttribute(name, String(page * PAGE_IDS + Number(one.getAttribute(name))));
  }
  for (const name of ["id", "href"]) {
    for (const one of piece.querySelectorAll(`[${name}]`)) one.setAttribute(name, one.getAttribute(name)?.replace(/^#?offprint-/, `$&${page + 1}-`) ?? "");
  }
}

/**
 * Makes two neighbours one where they are parts of the same list, quote…
 * @param {ChildNode | null | undefined} left @param {ChildNode | null | undefined} right
 */
function join(left, right) {
  if (!(left instanceof HTMLElement && right instanceof HTMLElement)) return;
  if (left.dataset.frame === undefined || left.dataset.frame !== right.dataset.frame) return;
  const seam = right.firstChild;
  left.append(...right.childNodes);
  right.remove();
  join(seam?.previousSibling, seam);
}

/** Whether any of it is in the window. @param {Element} block */
function isInSight(block) {
  const { top, bottom, height } = block.getBoundingClientRect();
  return height > 0 && bottom > 0 && top < window.innerHeight;
}

/**
 * Puts an empty box into the place of what was taken back, as high as what follows needs to stay under the eye, until it is out of
 * sight. When it goes above the window nothing moves either: browsers hold on to what is in sight.
 * @param {HTMLElement} hole @param {(gap: HTMLElement) => void} close
 */
function keepOpen(hole, close) {
  const gap = element(hole.localName === "li" ? "li" : "div", { class: "gap", "aria-hidden": "true" });
  const { nextElementSibling: behind, parentElement: around } = hole;
  const end = () => behind?.getBoundingClientRect().top ?? around?.getBoundingClientRect().bottom ?? 0;
  const [before, { height }] = [end(), hole.getBoundingClientRect()];
  hole.replaceWith(gap);
  gap.style.height = `${height}px`;
  // Its margins are not those of what it stands for.
  gap.style.height = `${height + before - end()}px`;
  const observer = new IntersectionObserver((entries) => {
    if (entries.at(-1)?.isIntersecting) return;
    observer.disconnect();
    close(gap);
  });
  observer.observe(gap);
}

/** Whether the person allows motion. */
const mayMove = () => window.matchMedia("(prefers-reduced-motion: no-preference)").matches;

/**
 * Takes a part away, and lets what stands below it, as far as a window further, be seen to move from where it was: browsers count no
 * shift where a translation makes up for it, and the eye follows what it sees move.
 * @param {HTMLElement} part @param {() => void} take
 */
function glide(part, take) {
  const moved = below(part).map((one) => ({ one, before: topOf(one) }));
  take();
  for (const own of moved.flatMap(({ one }) => one.getAnimations())) if (own.id === GLIDE) own.cancel();
  for (const { one, by } of moved.map(({ one, before }) => ({ one, by: before - topOf(one) }))) {
    if (by !== 0) one.animate([{ transform: `translateY(${by}px)` }, { transform: "none" }], { id: GLIDE, duration: GLIDE_MS, easing: "ease-out" });
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

// The article in two columns, leaf after leaf as in a book; pages.css says how, and where there is room for it. Each leaf is a
// place where scrolling comes to rest. Everything here also holds where the text runs down the window.
import { element } from "./element.js";

/** Pixels that measures are rounded by. */
const SLACK = 2;

/** Whether the article is in columns. @param {Element | null} stage */
export const isPaged = (stage) => stage !== null && document.documentElement.dataset.layout === "columns" && getComputedStyle(stage).columnCount !== "auto";

/** The leaf that is in sight, from 0. @param {Element} stage */
export const leafInSight = (stage) => (isPaged(stage) ? Math.round(Math.abs(stage.scrollLeft) / strideOf(stage)) : 0);

/** How many there are. @param {Element} stage */
export const leavesOf = (stage) => stage.querySelectorAll(":scope > .leaves > *").length;

/** Makes as many leaves as the text fills; none where it is in one column. @param {Element} stage */
export function layOut(stage) {
  const found = stage.querySelector(":scope > .leaves");
  if (!isPaged(stage)) return found?.remove();
  const leaves = found ?? element("div", { class: "leaves", "aria-hidden": "true" });
  if (leaves !== stage.lastElementChild) stage.append(leaves);
  const last = [...stage.querySelectorAll(":scope > article")].flatMap((article) => [...article.getClientRects()]).at(-1);
  const count = last ? leafOf(stage, last) + 1 : 1;
  while (leaves.childElementCount > count) leaves.lastElementChild?.remove();
  while (leaves.childElementCount < count) leaves.append(leaf(leaves.childElementCount));
}

/** @param {number} number */
function leaf(number) {
  const made = element("i");
  made.style.setProperty("--leaf", String(number));
  return made;
}

/** Goes to a leaf, as far as there is one. @param {Element} stage @param {number} leaf @param {ScrollBehavior} [behavior] */
export function goToLeaf(stage, leaf, behavior = "auto") {
  layOut(stage);
  const forward = getComputedStyle(stage).direction === "rtl" ? -1 : 1;
  stage.scrollTo({ left: forward * leaf * strideOf(stage), behavior });
}

/**
 * Brings a part of the article into sight.
 * @param {HTMLElement} part @param {"start" | "center" | "nearest"} block where to, in a text that runs down @param {ScrollBehavior} [behavior]
 */
export function bring(part, block, behavior = "auto") {
  // What a person folded opens for what leads into it.
  for (const fold of document.querySelectorAll("details")) fold.open ||= fold.contains(part) && !part.checkVisibility();
  const stage = part.closest(".stage");
  if (!stage || !isPaged(stage)) return part.scrollIntoView({ block, behavior });
  window.scrollTo({ top: 0, behavior });
  const [first] = part.getClientRects();
  if (first) goToLeaf(stage, leafOf(stage, first), behavior);
}

/** Whether a part begins on the leaf that is in sight, or later; true where there are none. @param {Element} part */
export function beginsInSight(part) {
  const stage = part.closest(".stage");
  const [first] = part.getClientRects();
  return !first || !stage || !isPaged(stage) || leafOf(stage, first) >= leafInSight(stage);
}

/** Whether a part ends before what is read. @param {Element} part @param {number} eye the share of the window's height above which text is read */
export function isBehind(part, eye) {
  const last = [...part.getClientRects()].at(-1);
  const stage = part.closest(".stage");
  if (!last) return true;
  return stage && isPaged(stage) ? leafOf(stage, last) < leafInSight(stage) : last.bottom <= window.innerHeight * eye;
}

/** Whether a part begins in what is read, or before. @param {Element} part @param {number} eye */
export function isReached(part, eye) {
  const [first] = part.getClientRects();
  const stage = part.closest(".stage");
  if (!first) return false;
  return stage && isPaged(stage) ? leafOf(stage, first) <= leafInSight(stage) : first.top <= window.innerHeight * eye;
}

/** @param {Element} stage @param {DOMRect} rect @returns {number} the leaf on which it begins */
export function leafOf(stage, rect) {
  const { left, right } = stage.getBoundingClientRect();
  const { direction, paddingInlineStart } = getComputedStyle(stage);
  const way = direction === "rtl" ? right - rect.right : rect.left - left;
  return Math.max(0, Math.floor((way + Math.abs(stage.scrollLeft) - parseFloat(paddingInlineStart) + SLACK) / strideOf(stage)));
}

/** From one leaf to the next, in pixels. @param {Element} stage */
function strideOf(stage) {
  const { paddingInlineStart, columnGap } = getComputedStyle(stage);
  return stage.clientWidth - 2 * parseFloat(paddingInlineStart) + parseFloat(columnGap);
}

// The place where one stopped reading, by page, until the browser closes. Nothing is kept in private windows. The background
// keeps it: Firefox gives a frame in a page no storage that ends with the session.
import { keyOfBlock } from "./view/key.js";
import { beginsInSight, bring, isBehind, leafInSight } from "./view/leaves.js";

/** Milliseconds without scrolling after which one has come to rest. */
const REST_MS = 400;
/** Share of the window's height from its top: the block there is the one that is read. */
const EYE = 0.2;

/** @typedef {import("./visits.js").Visits} Visits */

/** @param {Visits} visits */
export function setUpBookmark(visits) {
  if (chrome.extension.inIncognitoContext) return;
  let timer = 0;
  // Of the window, and of the leaves in it.
  document.addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void keep(visits), REST_MS);
  }, { capture: true, passive: true });
}

/** Goes to the place where one stopped at the last visit, unless one has begun to read. @param {Visits} visits */
export async function goToBookmark(visits) {
  const { reading } = visits;
  if (!reading || chrome.extension.inIncognitoContext || hasBegun(visits)) return;
  const key = await chrome.runtime.sendMessage({ type: "place", url: reading.url });
  // A frame that is not shown yet has no layout, and nowhere to scroll to.
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const block = typeof key === "string" ? blockNamed(key, blocksOf(visits)) : undefined;
  if (block && visits.reading === reading && !hasBegun(visits)) bring(block, "start", "instant");
}

/** @param {Visits} visits */
async function keep(visits) {
  const { reading } = visits;
  // Only of the page's own article: the others are a step away from it.
  if (!reading || reading.view.shown !== 0) return;
  const blocks = blocksOf(visits);
  const ahead = hasBegun(visits) ? blocks.filter((one) => !isBehind(one, EYE)) : [];
  // A paragraph that goes on from the leaf before would lead there.
  const block = ahead.find(beginsInSight) ?? ahead[0];
  await chrome.runtime.sendMessage({ type: "keep-place", url: reading.url, key: block ? nameOf(block, blocks) : "" });
}

/** The name of a block, and which one it is of those that say the same. @param {HTMLElement} block @param {HTMLElement[]} blocks */
function nameOf(block, blocks) {
  const key = keyOfBlock(block);
  return `${key} ${blocks.filter((one) => keyOfBlock(one) === key).indexOf(block)}`;
}

/** @param {string} name @param {HTMLElement[]} blocks */
function blockNamed(name, blocks) {
  const [key, nth] = name.split(" ");
  return blocks.filter((one) => keyOfBlock(one) === key)[Number(nth)];
}

/** Whether one is past the article's beginning. @param {Visits} visits */
function hasBegun({ root }) {
  const stage = root.querySelector(".stage");
  return window.scrollY > 0 || (stage !== null && leafInSight(stage) > 0);
}

/** @param {Visits} visits @returns {HTMLElement[]} */
const blocksOf = (visits) => [...visits.root.querySelectorAll(".stage .body [data-block]:not([hidden])")].filter((one) => one instanceof HTMLElement);

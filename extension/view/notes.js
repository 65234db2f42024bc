// A footnote where its mark stands: shown beside it, so that nobody loses the line; and links within the text, followed without
// a step in the page's history.
import { button, element, onTrusted } from "./element.js";
import { bring } from "./leaves.js";

/** Letters of a note's mark: `1`, `[12]`, `†`, `a)`; a longer link names a place in the text, unless it is raised: `[note 1]`. */
const MARK = /^\P{L}{0,2}[\p{L}\p{N}]{0,4}\P{L}{0,2}$/u;
/** Pixels between the mark and its note, and between the note and the window's edge. */
const GAP = 8;

/** @param {HTMLElement} root @param {{ note: string, go: string }} words */
export function setUpNotes(root, words) {
  onTrusted(root, "click", (event) => {
    const link = event.target instanceof Element ? event.target.closest('.stage .body a[href^="#offprint-"]') : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    const place = placeOf(link);
    if (!place) return;
    if (isMark(link, place)) showNote(root, link, place, words);
    else goTo(place);
  });
}

/** Where a link within the text leads: the block or the entry of a list. @param {HTMLAnchorElement} link @returns {HTMLElement | undefined} */
function placeOf(link) {
  const name = (link.getAttribute("href") ?? "").slice(1);
  // As it stands in the link, or percent-encoded there, as in HTML.
  const anchor = document.getElementById(name) ?? document.getElementById(decoded(name));
  const place = anchor?.closest("li, [data-block]");
  const isShown = place instanceof HTMLElement && !place.hidden && !place.querySelector("[data-block][hidden]:only-child");
  return isShown ? place : undefined;
}

/** @param {string} name */
function decoded(name) {
  try {
    return decodeURIComponent(name);
  } catch {
    // A name may hold a bare percent sign.
    return name;
  }
}

/** A note comes after its mark; the way back comes before. @param {HTMLAnchorElement} link @param {HTMLElement} place */
function isMark(link, place) {
  const isAfter = (link.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return isAfter && (link.closest("sup") !== null || MARK.test((link.textContent ?? "").trim())) && !/^H[1-6]$/.test(place.tagName);
}

/** @param {HTMLElement} place */
function goTo(place) {
  bring(place, "center");
  const block = place.matches("[data-block]") ? place : place.querySelector("[data-block]");
  if (block instanceof HTMLElement) block.focus({ preventScroll: true });
}

/** @param {HTMLElement} root @param {HTMLAnchorElement} link @param {HTMLElement} place @param {{ note: string, go: string }} words */
function showNote(root, link, place, words) {
  const article = place.closest("article");
  const text = element("div", { class: "note-text body", lang: article?.lang || undefined, dir: article?.dir || "auto" }, ...contentOf(place));
  const go = button(words.go, () => {
    box.hidePopover();
    goTo(place);
  });
  const box = element("aside", { class: "note", popover: "auto", role: "note", tabindex: "-1", "aria-label": `${words.note} ${link.textContent?.trim()}` }, text, go);
  box.addEventListener("toggle", (event) => {
    if (event instanceof ToggleEvent && event.newState === "closed") box.remove();
  });
  root.append(box);
  box.showPopover();
  put(box, link);
  box.focus({ preventScroll: true });
}

/** The note's own content, without the way back to its mark. @param {HTMLElement} place */
function contentOf(place) {
  const copy = /** @type {HTMLElement} */ (place.cloneNode(true));
  for (const one of copy.querySelectorAll("button, [data-block][hidden]")) one.remove();
  for (const link of copy.querySelectorAll('a[href^="#offprint-"]')) {
    const around = link.parentElement;
    link.remove();
    if (around && around !== copy && !around.textContent?.trim()) around.remove();
  }
  for (const one of copy.querySelectorAll("*")) for (const name of ["id", "data-block", "data-frame", "tabindex"]) one.removeAttribute(name);
  return copy.childNodes;
}

/** Below the mark, or above it where there is more room; in the page, so that it scrolls along. @param {HTMLElement} box @param {HTMLElement} link */
function put(box, link) {
  const mark = link.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const isBelow = mark.bottom + GAP + height <= clientHeight || mark.top < clientHeight - mark.bottom;
  const top = isBelow ? mark.bottom + GAP : mark.top - GAP - height;
  const left = Math.min(Math.max(GAP, mark.left + mark.width / 2 - width / 2), clientWidth - GAP - width);
  box.style.setProperty("--top", `${top + window.scrollY}px`);
  box.style.setProperty("--left", `${left + window.scrollX}px`);
}

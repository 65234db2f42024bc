// Pictures that wait: a click brings one, or Enter on its block, where that is what was chosen; all come once all are wanted.
import { WAITING, mustWait } from "./markup.js";

/** @param {HTMLElement} root @param {string} words what a click does */
export function setUpWaiting(root, words) {
  const html = document.documentElement;
  html.style.setProperty("--show-picture", JSON.stringify(words));
  // Before the same click, or the same key, opens what has just come.
  root.addEventListener("click", (event) => {
    if (!event.isTrusted || html.dataset.images !== "click" || !(event.target instanceof Element)) return;
    const figure = event.target.closest(`figure, img[${WAITING}]`);
    if (figure && !event.target.closest("a") && bring(figure)) event.stopImmediatePropagation();
  });
  root.addEventListener("keydown", (event) => {
    const { target } = event;
    if (!event.isTrusted || event.key !== "Enter" || html.dataset.images !== "click" || !(target instanceof Element) || !target.matches("[data-block]")) return;
    if (bring(target)) event.stopImmediatePropagation();
  });
  bringOnceWanted(new WeakRef(root));
}

/** The browser keeps an observer, and what that holds, as long as what is observed: a page that nobody can come back to must not be held. @param {WeakRef<HTMLElement>} page */
function bringOnceWanted(page) {
  const observer = new MutationObserver(() => {
    const root = page.deref();
    if (!root) observer.disconnect();
    else if (!mustWait()) bring(root);
  });
  observer.observe(document.documentElement, { attributeFilter: ["data-images"] });
}

/** Whether anything waited there. @param {Element} within */
function bring(within) {
  const waiting = [within, ...within.querySelectorAll("img")].filter((one) => one.hasAttribute(WAITING));
  for (const image of waiting) {
    image.setAttribute("src", image.getAttribute(WAITING) ?? "");
    image.removeAttribute(WAITING);
  }
  return waiting.length > 0;
}

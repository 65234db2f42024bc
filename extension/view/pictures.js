// Pictures: those that wait, and come by a click, or by Enter on their block, where that is what was chosen, all once all are wanted;
// and one alone, as large as the window, by a click or by Enter on its block.
import { element, onTrusted } from "./element.js";
import { bring } from "./leaves.js";
import { WAITING, mustWait } from "./markup.js";

/** @param {HTMLElement} root @param {{ show: string, close: string, picture: string }} words */
export function setUpPictures(root, words) {
  // Before the same click, or the same key, opens what has just come.
  setUpWaiting(root, words.show);
  setUpLightbox(root, words);
}

/** @param {HTMLElement} root @param {string} words what a click does */
function setUpWaiting(root, words) {
  const html = document.documentElement;
  html.style.setProperty("--show-picture", JSON.stringify(words));
  onTrusted(root, "click", (event) => {
    if (html.dataset.images !== "click" || !(event.target instanceof Element)) return;
    const figure = event.target.closest(`figure, img[${WAITING}]`);
    if (figure && !event.target.closest("a") && bringIn(figure)) event.stopImmediatePropagation();
  });
  onTrusted(root, "keydown", (event) => {
    const { target } = event;
    if (!(event instanceof KeyboardEvent) || event.key !== "Enter" || html.dataset.images !== "click" || !(target instanceof Element) || !target.matches("[data-block]")) return;
    if (bringIn(target)) event.stopImmediatePropagation();
  });
  bringInOnceWanted(new WeakRef(root));
}

/** The browser keeps an observer, and what that holds, as long as what is observed: a page that nobody can come back to must not be held. @param {WeakRef<HTMLElement>} page */
function bringInOnceWanted(page) {
  const observer = new MutationObserver(() => {
    const root = page.deref();
    if (!root) observer.disconnect();
    else if (!mustWait()) bringIn(root);
  });
  observer.observe(document.documentElement, { attributeFilter: ["data-images"] });
}

/** Whether anything waited there. @param {Element} within */
function bringIn(within) {
  const waiting = [within, ...within.querySelectorAll("img")].filter((one) => one.hasAttribute(WAITING));
  for (const image of waiting) {
    image.setAttribute("src", image.getAttribute(WAITING) ?? "");
    image.removeAttribute(WAITING);
  }
  return waiting.length > 0;
}

/** @param {HTMLElement} root @param {{ close: string, picture: string }} words */
function setUpLightbox(root, words) {
  onTrusted(root, "click", ({ target }) => {
    if (target instanceof HTMLImageElement && target.matches(".stage .body img[src]") && !target.closest("a")) open(target);
  });
  onTrusted(root, "keydown", (event) => {
    const { target } = event;
    if (!(event instanceof KeyboardEvent) || event.key !== "Enter" || !(target instanceof HTMLElement) || !target.matches("[data-block]")) return;
    const image = target.querySelector("img[src]:not([hidden])");
    if (!(image instanceof HTMLImageElement)) return;
    // The same key would press the button that gets the focus.
    event.preventDefault();
    open(image);
  });

  /** @param {HTMLImageElement} image */
  function open(image) {
    const pictures = /** @type {HTMLImageElement[]} */ ([...root.querySelectorAll(".stage .body [data-block]:not([hidden]) img[src]:not([hidden])")]);
    const dialog = element("dialog", { class: "lightbox", "aria-label": words.picture });
    const close = element("button", { type: "button", class: "lightbox-close", "aria-label": words.close, title: words.close });
    /** @param {HTMLImageElement} shown */
    const show = (shown) => {
      const caption = shown.closest("figure")?.querySelector("figcaption")?.textContent?.trim() ?? "";
      const large = element("img", { src: shown.currentSrc || shown.src, alt: shown.alt, "data-tall": shown.dataset.tall, referrerpolicy: "no-referrer" });
      // The button stays where it is: it has the focus, and without that the keys would go elsewhere.
      while (close.nextSibling) close.nextSibling.remove();
      dialog.append(large, ...(caption ? [element("p", { dir: "auto" }, caption)] : []));
      image = shown;
    };
    dialog.addEventListener("keydown", ({ key, isTrusted }) => {
      const step = key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : 0;
      const next = step && isTrusted ? pictures[pictures.indexOf(image) + step] : undefined;
      if (next) show(next);
    });
    onTrusted(dialog, "click", () => dialog.close());
    dialog.addEventListener("close", () => {
      dialog.remove();
      bring(image, "nearest");
    });
    dialog.append(close);
    show(image);
    root.append(dialog);
    dialog.showModal();
  }
}

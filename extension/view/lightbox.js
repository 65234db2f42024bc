// A picture alone, as large as the window. Opened by a click or by Enter on its block.
import { element } from "./element.js";
import { bring } from "./leaves.js";

/** @param {HTMLElement} root @param {{ close: string, picture: string }} words */
export function setUpLightbox(root, words) {
  root.addEventListener("click", (event) => {
    const { target } = event;
    if (event.isTrusted && target instanceof HTMLImageElement && target.matches(".stage .body img[src]") && !target.closest("a")) open(target);
  });
  root.addEventListener("keydown", (event) => {
    const { target } = event;
    if (!event.isTrusted || event.key !== "Enter" || !(target instanceof HTMLElement) || !target.matches("[data-block]")) return;
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
      const large = element("img", { src: shown.currentSrc || shown.src, alt: shown.alt, referrerpolicy: "no-referrer" });
      // The button stays where it is: it has the focus, and without that the keys would go elsewhere.
      while (close.nextSibling) close.nextSibling.remove();
      dialog.append(large, ...(caption ? [element("p", {}, caption)] : []));
      image = shown;
    };
    dialog.addEventListener("keydown", ({ key, isTrusted }) => {
      const step = key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : 0;
      const next = step && isTrusted ? pictures[pictures.indexOf(image) + step] : undefined;
      if (next) show(next);
    });
    dialog.addEventListener("click", ({ isTrusted }) => isTrusted && dialog.close());
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

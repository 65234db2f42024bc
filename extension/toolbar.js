// The reader's own controls: their words, and the way out.
import { onKey, onTrusted, part } from "./trusted.js";

/** @typedef {import("./view/speech.js").Speech} Speech */

/** @param {Speech} speech @param {() => void} close */
export function setUpToolbar(speech, close) {
  label(speech);
  onTrusted(part("close", HTMLButtonElement), "click", close);
  onKey(({ key }) => {
    // An open panel takes the key for itself.
    if (key === "Escape" && !document.querySelector(":popover-open, dialog[open]")) close();
  });
}

/** Words of the interface's language, and its direction. @param {Speech} speech */
function label({ locale, say }) {
  document.documentElement.lang = locale;
  document.documentElement.dir = chrome.i18n.getMessage("@@bidi_dir") || "ltr";
  for (const element of document.querySelectorAll("[data-label]")) {
    const words = say(element.getAttribute("data-label") ?? "");
    element.setAttribute("aria-label", words);
    if (element instanceof HTMLButtonElement) element.title = words;
  }
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = say(element.getAttribute("data-text") ?? "");
}

// The reader's own controls: their words, and the way out.
import { onKey, onTrusted, part } from "./trusted.js";

/** @typedef {import("./view/speech.js").Speech} Speech */

/** Languages of the interface that are written from right to left. */
const RTL = new Set(["ar"]);

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
export function label({ locale, say }) {
  document.documentElement.lang = locale;
  // Of our own: `@@bidi_dir` is the browser's direction, which need not be that of the words.
  document.documentElement.dir = RTL.has(locale.split("-")[0]) ? "rtl" : "ltr";
  for (const element of document.querySelectorAll("[data-label]")) {
    const words = say(element.getAttribute("data-label") ?? "");
    element.setAttribute("aria-label", words);
    if (element instanceof HTMLButtonElement) element.title = words;
  }
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = say(element.getAttribute("data-text") ?? "");
}

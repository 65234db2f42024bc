// The reader's own controls: their words, and the way out.
import { onKey, onTrusted, part } from "./trusted.js";
import { label } from "./words.js";

/** @param {import("./view/speech.js").Speech} speech @param {() => void} close */
export function setUpToolbar(speech, close) {
  label(speech);
  onTrusted(part("close", HTMLButtonElement), "click", close);
  onKey(({ key }) => {
    // An open panel takes the key for itself.
    if (key === "Escape" && !document.querySelector(":popover-open, dialog[open]")) close();
  });
}

// A button on each piece of code that copies it.
import { element } from "./element.js";

/** @param {HTMLElement} block @param {string} label @param {(text: string) => void} copy */
export function addCodeButton(block, label, copy) {
  const code = block.matches("pre") ? block : block.querySelector("pre");
  if (!code) return;
  const text = code.textContent ?? "";
  // Without text of its own, so that the code's text stays the code.
  const button = element("button", { type: "button", class: "copy-code", "aria-label": label, title: label });
  button.addEventListener("click", (event) => {
    if (!event.isTrusted) return;
    copy(text);
    button.dataset.done = "";
    setTimeout(() => delete button.dataset.done, 1500);
  });
  code.append(button);
}

// The reader's own controls.
import { THEMES, keepChoices, stepSize } from "./settings.js";
import { onKey, onTrusted, part } from "./trusted.js";

/** @typedef {import("./settings.js").Choices} Choices @typedef {import("./view/speech.js").Speech} Speech */

/**
 * @param {Choices} choices as they are at the start
 * @param {Speech} speech
 * @param {() => void} close
 */
export function setUpToolbar(choices, speech, close) {
  label(speech);
  let current = choices;
  const output = part("size", HTMLOutputElement);

  /** @param {Partial<Choices>} change */
  const choose = (change) => {
    current = { ...current, ...change };
    show();
    void keepChoices(current);
  };
  const show = () => {
    output.value = new Intl.NumberFormat(speech.locale, { style: "percent" }).format(current.size / 100);
    for (const radio of document.querySelectorAll("input[name=theme]")) {
      if (radio instanceof HTMLInputElement) radio.checked = radio.value === current.theme;
    }
  };
  show();

  onTrusted(part("smaller", HTMLButtonElement), "click", () => choose({ size: stepSize(current.size, -1) }));
  onTrusted(part("larger", HTMLButtonElement), "click", () => choose({ size: stepSize(current.size, 1) }));
  onTrusted(part("close", HTMLButtonElement), "click", close);
  onTrusted(part("settings", HTMLElement), "change", ({ target }) => {
    const theme = target instanceof HTMLInputElement ? THEMES.find((known) => known === target.value) : undefined;
    if (theme) choose({ theme });
  });
  onKey(({ key }) => {
    // An open panel takes the key for itself.
    if (key === "Escape" && !document.querySelector(":popover-open")) close();
  });
}

/** Words of the interface's language. @param {Speech} speech */
function label({ locale, say }) {
  document.documentElement.lang = locale;
  for (const element of document.querySelectorAll("[data-label]")) {
    const words = say(element.getAttribute("data-label") ?? "");
    element.setAttribute("aria-label", words);
    if (element instanceof HTMLButtonElement) element.title = words;
  }
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = say(element.getAttribute("data-text") ?? "");
}

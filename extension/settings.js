// What the person chose: theme and text size, kept on this device.

/** @typedef {"auto" | "light" | "sepia" | "dark"} Theme */
/** @typedef {{ theme: Theme, size: number }} Choices */

/** @type {readonly Theme[]} */
export const THEMES = ["auto", "light", "sepia", "dark"];
/** Per cent of the style sheet's size. */
const SIZES = [80, 90, 100, 110, 125, 140, 160, 180];
/** @type {Choices} */
const DEFAULTS = { theme: "auto", size: 100 };

/** @returns {Promise<Choices>} */
export async function loadChoices() {
  const { theme, size } = await chrome.storage.local.get(["theme", "size"]);
  return {
    theme: THEMES.find((known) => known === theme) ?? DEFAULTS.theme,
    size: SIZES.find((known) => known === size) ?? DEFAULTS.size,
  };
}

/** @param {Choices} choices */
export function showChoices({ theme, size }) {
  document.documentElement.dataset.theme = theme;
  document.documentElement.style.setProperty("--size", String(size / 100));
}

/** @param {Choices} choices */
export async function keepChoices(choices) {
  showChoices(choices);
  await chrome.storage.local.set(choices);
}

/** The next size up or down; the same at the end of the scale. @param {number} size @param {1 | -1} step */
export function stepSize(size, step) {
  return SIZES[Math.min(SIZES.length - 1, Math.max(0, SIZES.indexOf(size) + step))];
}

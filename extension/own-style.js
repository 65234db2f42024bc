// A style sheet of the person's own, for the reader.

/** Kept on this device: the browser's account takes no more than 8 kB a thing. Longer than any style sheet written by hand. */
export const MAX_LETTERS = 100_000;

/** @param {unknown} value @returns {value is string} */
export const isStyle = (value) => typeof value === "string" && value.length <= MAX_LETTERS;

/** @returns {Promise<string>} */
export async function loadStyle() {
  const { style } = await chrome.storage.local.get("style");
  return isStyle(style) ? style : "";
}

/** @param {string} style */
export const keepStyle = (style) => chrome.storage.local.set({ style });

/** After the reader's own, so that it wins. What is no CSS in it counts for nothing. @param {string} style */
export function showStyle(style) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}

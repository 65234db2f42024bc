// What the person chose for text and colours. Kept with the browser's account where it has one, so that it is the same everywhere; but
// for a style sheet.

export const THEMES = /** @type {const} */ (["auto", "light", "sepia", "grey", "dark", "black", "contrast"]);
export const FONTS = /** @type {const} */ (["serif", "sans", "system", "mono", "clear"]);
export const BANDS = /** @type {const} */ (["off", "one", "three", "five"]);
export const ALIGNMENTS = /** @type {const} */ (["start", "justify"]);
export const LAYOUTS = /** @type {const} */ (["scroll", "columns"]);
/** Which pictures are asked for: all of an article, those that are clicked, or none. */
export const IMAGES = /** @type {const} */ (["all", "click", "none"]);

/**
 * What goes by degrees: its steps, from the smallest, and the one to start with.
 * @typedef {{ steps: readonly number[], start: number, unit: "%" | "em" | "ch" | "" }} Scale
 */
export const SCALES = /** @satisfies {Record<string, Scale>} */ ({
  /** Of the style sheet's size. */
  size: { steps: [80, 90, 100, 110, 125, 140, 160, 180, 200], start: 100, unit: "%" },
  /** In digits: a letter of running text takes 0.85 of one on average, and 66 letters a line are what typographers advise. */
  width: { steps: [36, 46, 56, 66, 76, 90, 110], start: 56, unit: "ch" },
  line: { steps: [1.3, 1.45, 1.62, 1.8, 2, 2.25], start: 1.62, unit: "" },
  /** WCAG 1.4.12 asks for up to 0.12 em between letters, 0.16 between words and 2 between paragraphs. */
  letter: { steps: [0, 0.02, 0.04, 0.08, 0.12], start: 0, unit: "em" },
  word: { steps: [0, 0.04, 0.08, 0.16, 0.24], start: 0, unit: "em" },
  paragraph: { steps: [0.5, 0.8, 1.1, 1.5, 2], start: 1.1, unit: "em" },
});

/** @typedef {keyof typeof SCALES} ScaleName */
/** @typedef {{ theme: typeof THEMES[number], font: typeof FONTS[number], align: typeof ALIGNMENTS[number], layout: typeof LAYOUTS[number], images: typeof IMAGES[number], band: typeof BANDS[number] } & Record<ScaleName, number>} Choices */

export const SCALE_NAMES = /** @type {ScaleName[]} */ (Object.keys(SCALES));

/** @type {Choices} */
export const DEFAULTS = {
  theme: "auto",
  font: "serif",
  align: "start",
  layout: "scroll",
  images: "all",
  band: "off",
  .../** @type {Record<ScaleName, number>} */ (Object.fromEntries(SCALE_NAMES.map((name) => [name, SCALES[name].start]))),
};

/** @returns {Promise<Choices>} */
export async function loadChoices() {
  return parseChoices((await chrome.storage.sync.get("choices")).choices);
}

/** What is unknown or out of range is as at the start. @param {unknown} value @returns {Choices} */
export function parseChoices(value) {
  const given = /** @type {Record<string, unknown>} */ (typeof value === "object" && value !== null ? value : {});
  /** @template T @param {readonly T[]} known @param {string} name @param {T} start */
  const one = (known, name, start) => known.find((each) => each === given[name]) ?? start;
  const scales = SCALE_NAMES.map((name) => [name, one(SCALES[name].steps, name, SCALES[name].start)]);
  return {
    theme: one(THEMES, "theme", DEFAULTS.theme),
    font: one(FONTS, "font", DEFAULTS.font),
    align: one(ALIGNMENTS, "align", DEFAULTS.align),
    layout: one(LAYOUTS, "layout", DEFAULTS.layout),
    images: one(IMAGES, "images", DEFAULTS.images),
    band: one(BANDS, "band", DEFAULTS.band),
    .../** @type {Record<ScaleName, number>} */ (Object.fromEntries(scales)),
  };
}

/** Whether the system is asked for more contrast. */
export const moreContrast = () => window.matchMedia("(prefers-contrast: more)");

/** @param {Choices} choices */
export function showChoices(choices) {
  const { dataset, style } = document.documentElement;
  dataset.theme = choices.theme === "auto" && moreContrast().matches ? "contrast" : choices.theme;
  dataset.font = choices.font;
  dataset.align = choices.align;
  dataset.layout = choices.layout;
  dataset.images = choices.images;
  dataset.band = choices.band;
  for (const name of SCALE_NAMES) style.setProperty(`--${name}`, cssOf(name, choices[name]));
}

/** @param {Choices} choices */
export async function keepChoices(choices) {
  showChoices(choices);
  await chrome.storage.sync.set({ choices });
}

/** Shows what was chosen elsewhere. @param {(choices: Choices) => void} act */
export function onChoices(act) {
  chrome.storage.sync.onChanged.addListener(({ choices }) => {
    if (choices) act(parseChoices(choices.newValue));
  });
}

/** The next step up or down; the same at the end of the scale. @param {ScaleName} name @param {number} value @param {1 | -1} step */
export function stepOf(name, value, step) {
  const steps = /** @type {readonly number[]} */ (SCALES[name].steps);
  return steps[Math.min(steps.length - 1, Math.max(0, steps.indexOf(value) + step))];
}

/** @param {ScaleName} name @param {number} value */
function cssOf(name, value) {
  const { unit } = SCALES[name];
  return unit === "%" ? String(value / 100) : `${value}${unit}`;
}

/** A style sheet of the person's own is kept on this device: the browser's account takes no more than 8 kB a thing. Longer than any written by hand. */
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

/** Shows what is kept from now on. @param {(style: string) => void} act */
export function onStyle(act) {
  chrome.storage.local.onChanged.addListener(({ style }) => {
    if (style) act(isStyle(style.newValue) ? style.newValue : "");
  });
}

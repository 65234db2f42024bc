// Colours and their contrast, by the formula of WCAG 2.2, measured in the reader's page.

/** What a highlight may lie on: text, and what has a colour of its own in it. */
export const INKED = ".stage .body :is(p, a, figcaption)";

/** For AA, WCAG 2.2, 1.4.3: between letters and what is behind them. */
export const READABLE = 4.5;
/** Between a mark and the paper, so that it is seen at all. No standard asks for it. */
export const VISIBLE = 1.1;

/** To be run in the page: the least contrast of some elements on the background of the first, its contrast with the paper, and its look. @param {string} inked selects them @param {string} [pseudo] what is drawn on them */
export function colours(inked, pseudo) {
  const looks = [...document.querySelectorAll(inked)].map((one) => getComputedStyle(one, pseudo));
  const [{ color, backgroundColor, textDecorationLine }] = looks;
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const light = (/** @type {string} */ colour) => {
    if (!paint) return 0;
    for (const layer of [paper, colour]) {
      paint.fillStyle = layer;
      paint.fillRect(0, 0, 1, 1);
    }
    const [r, g, b] = [...paint.getImageData(0, 0, 1, 1).data].map((one) => (one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const contrast = (/** @type {string} */ a, /** @type {string} */ b) => Math.max(light(a), light(b)) / Math.min(light(a), light(b));
  return { least: Math.min(...looks.map(({ color }) => contrast(color, backgroundColor))), paper: contrast(paper, backgroundColor), color, backgroundColor, textDecorationLine };
}

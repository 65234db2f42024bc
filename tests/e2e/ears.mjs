// A copy of the extension whose reader keeps what a screen reader would announce: each change of a live region.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyOf } from "../../xtask/browser/scratch.mjs";

const EARS = `window.heard = [];
new MutationObserver((records) => {
  for (const { target } of records) {
    const region = (target instanceof Element ? target : target.parentElement)?.closest("[role=status], [role=alert], [role=log], [aria-live], output");
    if (region?.checkVisibility()) window.heard.push(region.textContent);
  }
}).observe(document, { childList: true, characterData: true, subtree: true });
`;

/** @param {string} extension its folder @returns {string} the copy's folder */
export function withEars(extension) {
  const copy = copyOf(extension);
  writeFileSync(join(copy, "ears.js"), EARS);
  const page = join(copy, "reader.html");
  writeFileSync(page, readFileSync(page, "utf8").replace("</title>", '</title><script src="ears.js"></script>'));
  return copy;
}

/** To be run in the reader. @returns {string[]} */
export const heard = () => /** @type {any} */ (window).heard;

/** @typedef {{ is: string, words: string }} Focus */

/** To be run in the reader. @returns {Focus} */
export const focused = () => ({ is: document.activeElement?.localName ?? "", words: document.activeElement?.textContent ?? "" });

export const BEGINS = "The text begins to arrive.";
export const COMPLETE = /^The text is complete: The harbour that learned to breathe, \d+ minutes?, 5 related articles\.$/;

// A copy of the extension in which all that is loaded behind the first paragraph waits: for what a person does meanwhile.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyOf } from "../../xtask/browser/scratch.mjs";

const LATE = ["aids.js", "view/acts.js"];
/** Modules wait as long as an import of theirs does. */
const WAIT = `document.documentElement.dataset.waiting = Number(document.documentElement.dataset.waiting ?? 0) + 1;
await new Promise((go) => document.addEventListener("go-on", go, { once: true }));
`;

/** @param {string} extension its folder @returns {string} the copy's folder */
export function withLate(extension) {
  const copy = copyOf(extension);
  for (const name of LATE) writeFileSync(join(copy, name), WAIT + readFileSync(join(copy, name), "utf8"));
  return copy;
}

/** In the reader: whether its first paragraph is in sight, and all else waits. */
export const isWaiting = () =>
  window.innerWidth > 0 && document.documentElement.dataset.waiting === "2" && document.querySelector("[data-offprint=reader][data-state=reading] .body p") !== null;

/** In the reader: the rest comes. */
export const goOn = () => void document.dispatchEvent(new Event("go-on"));

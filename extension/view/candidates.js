// A way out where the guess was wrong: other texts of the page, one press away.
import { element } from "./element.js";

/** @typedef {import("../core.js").Candidate} Candidate @typedef {import("./speech.js").Speech} Speech */

/**
 * @param {Candidate[]} candidates @param {Speech} speech
 * @param {(candidate: Candidate) => void} choose a person wants to read this one
 * @returns {HTMLElement[]} nothing where there is no choice
 */
export function candidateList(candidates, speech, choose) {
  const items = candidates.map((one) => {
    const button = element("button", { type: "button", dir: "auto" }, `${one.excerpt}…`);
    button.addEventListener("click", (event) => {
      if (event.isTrusted) choose(one);
    });
    return element("li", {}, button);
  });
  if (items.length === 0) return [];
  return [element("section", { "data-offprint": "candidates" }, element("p", {}, speech.say("notThis")), element("ul", {}, ...items))];
}

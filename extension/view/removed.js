// The list of what was left out: grouped by reason, each with its text, its rule and a way back.
import { element } from "./element.js";
import { sayCount } from "./speech.js";

/** @typedef {import("../core.js").Removed} Removed @typedef {import("./speech.js").Speech} Speech */

/** Characters of a part's text that the list shows. */
const PREVIEW = 160;

/** What is in the reader all the same; it comes last, since people look for what is missing. */
const SHOWN_ELSEWHERE = new Set(["related", "metadata", "duplicate", "moved"]);

/**
 * @param {Removed[]} removed
 * @param {Speech} speech
 * @param {(part: Removed, isShown: boolean) => void} toggle shows a part at its place, or takes it away again
 * @returns {HTMLElement}
 */
export function removedList(removed, speech, toggle) {
  const groups = Map.groupBy(removed, (part) => part.reason);
  const rank = (/** @type {string} */ reason) => Number(SHOWN_ELSEWHERE.has(reason));
  const sorted = [...groups].sort(([one, ones], [other, others]) => rank(one) - rank(other) || others.length - ones.length);
  const title = removed.length > 0 ? sayCount(speech, "removed", removed.length) : speech.say("removedNothing");
  return element(
    "details",
    { "data-offprint": "removed" },
    element("summary", {}, title),
    ...sorted.map(([reason, parts]) => group(speech.say(`reason_${reason.replaceAll("-", "_")}`) || reason, parts, speech, toggle)),
  );
}

/** @param {string} name @param {Removed[]} parts @param {Speech} speech @param {(part: Removed, isShown: boolean) => void} toggle */
function group(name, parts, speech, toggle) {
  const count = element("span", { class: "count" }, new Intl.NumberFormat(speech.locale).format(parts.length));
  const list = element("ul", {}, ...parts.map((part) => item(part, speech, toggle)));
  return element("details", { class: "reason", "data-reason": parts[0].reason }, element("summary", {}, name, " ", count), list);
}

/** @param {Removed} part @param {Speech} speech @param {(part: Removed, isShown: boolean) => void} toggle */
function item(part, speech, toggle) {
  const text = part.text.length > PREVIEW ? `${part.text.slice(0, PREVIEW).trimEnd()}…` : part.text;
  const words = element("p", { dir: "auto" }, text || speech.say("removedNoText"));
  const rule = element("code", { title: speech.say("rule") }, part.rule);
  return element("li", {}, words, rule, ...(part.restorable && part.html ? [restoreButton(part, speech, toggle)] : []));
}

/** @param {Removed} part @param {Speech} speech @param {(part: Removed, isShown: boolean) => void} toggle */
function restoreButton(part, speech, toggle) {
  const button = element("button", { type: "button", "aria-pressed": "false" }, speech.say("restore"));
  button.addEventListener("click", (event) => {
    if (!event.isTrusted) return;
    const isShown = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(isShown));
    button.textContent = speech.say(isShown ? "removeAgain" : "restore");
    toggle(part, isShown);
  });
  return button;
}

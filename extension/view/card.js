// An article that is not being read: what it is, and the ways to read it.
import { element } from "./element.js";
import { dates, link, readingTime, source } from "./head.js";
import { isPicture, isWeb, loadQuietly, mustWait } from "./markup.js";

/** @typedef {import("./head.js").Known} Known @typedef {import("./speech.js").Speech} Speech */

/**
 * @typedef {object} Ways
 * @property {(() => void) | undefined} open shows its text; nothing where there is none
 * @property {((url: string) => void) | undefined} fetch reads it from its address
 */

/**
 * @param {Known} known
 * @param {string} opening the start of its text
 * @param {Ways} ways @param {Speech} speech
 * @returns {HTMLElement[]}
 */
export function card({ metadata, title, minutes }, opening, ways, speech) {
  const { excerpt, url } = metadata;
  const preview = excerpt ?? (title === opening ? "" : opening);
  const { fetch } = ways;
  const isElsewhere = !ways.open && url && isWeb(url);
  return [
    ...thumbnail(metadata.image?.url),
    ...source(metadata),
    element("h2", {}, heading(title, ways.open, url)),
    element("p", { class: "facts" }, ...dates(metadata, speech), ...readingTime(minutes, speech)),
    ...(preview ? [element("p", { class: "preview" }, preview)] : []),
    ...(isElsewhere && fetch ? [element("p", { class: "ways" }, button(speech.say("readHere"), () => fetch(url), title))] : []),
  ];
}

/** A button where there is a text to show, a link where there is only an address. @param {string} title @param {(() => void) | undefined} open @param {string | null | undefined} url @returns {Node | string} */
function heading(title, open, url) {
  if (open) return button(title, open);
  return url && isWeb(url) ? link(url, title) : title;
}

/** @param {string} text @param {() => void} act @param {string} [about] what several buttons of the same words differ in */
export function button(text, act, about) {
  const made = element("button", { type: "button", "aria-label": about && `${text}: ${about}` }, text);
  made.addEventListener("click", (event) => {
    if (event.isTrusted) act();
  });
  return made;
}

/** @param {string | undefined} url */
function thumbnail(url) {
  if (!url || !isPicture(url) || mustWait()) return [];
  const picture = element("img", { class: "thumbnail", alt: "" });
  loadQuietly(picture);
  picture.src = url;
  return [picture];
}

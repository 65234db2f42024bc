// The head of an article that is being read: what is known of it besides its text. And the card of one that is not, with the ways to
// read it.
import { button, element } from "./element.js";
import { isPicture, isWeb, leavePage, loadQuietly, mustWait } from "./markup.js";
import { sayCount, sayDate } from "./speech.js";

/** @typedef {import("../core.js").Metadata} Metadata @typedef {import("./speech.js").Speech} Speech */

/** Letters from which a title is a sentence rather than a headline, and is set smaller. */
const LONG_TITLE = 75;

/**
 * What is known of an article so far.
 * @typedef {object} Known
 * @property {Partial<Metadata>} metadata
 * @property {string} title the article's own, or the best there is
 * @property {number} minutes to read it; 0 where that is not known yet
 */

/**
 * The head of the article that is being read.
 * @param {Known} known @param {Speech} speech
 * @returns {HTMLElement[]}
 */
export function head({ metadata, title, minutes }, speech) {
  const heading = element("h1", { tabindex: "-1" }, title);
  heading.hidden = title === "";
  heading.toggleAttribute("data-long", title.length > LONG_TITLE);
  return [
    ...source(metadata),
    heading,
    ...byline(metadata, speech),
    element("p", { class: "facts" }, ...dates(metadata, speech), ...together(readingTime(minutes, speech), original(metadata, speech))),
  ];
}

/** The link does not stand in a line of its own: where there is no room for it, the fact before it comes along. @param {HTMLElement[]} before @param {HTMLElement[]} link */
function together(before, link) {
  return before.length > 0 && link.length > 0 ? [element("span", {}, ...before, ...link)] : [...before, ...link];
}

/** @param {Partial<Metadata>} metadata */
function source({ source }) {
  return source ? [element("p", { class: "source" }, source)] : [];
}

/** @param {Partial<Metadata>} metadata @param {Speech} speech */
function byline({ byline = [] }, { locale, say }) {
  if (byline.length === 0) return [];
  const names = new Intl.ListFormat(locale, { type: "conjunction" }).format(byline);
  // In the interface's language, which may run the other way than the article's.
  return [element("p", { class: "byline" }, element("bdi", {}, say("byline", names)))];
}

/** When it was published, and when changed where that was another day. @param {Partial<Metadata>} metadata @param {Speech} speech */
function dates({ published, modified, publishedText }, speech) {
  const isTwo = Boolean(modified && modified.slice(0, 10) !== published?.slice(0, 10));
  const style = isTwo && published ? "medium" : "long";
  const found = time(published, speech, style);
  if (found.length === 0 && publishedText) found.push(element("bdi", {}, publishedText));
  if (isTwo) {
    // Two dates need names; one alone is the day that it came out.
    if (found.length > 0) found.splice(0, 1, element("bdi", {}, `${speech.say("published")} `, found[0]));
    for (const changed of time(modified, speech, style)) found.push(element("bdi", {}, `${speech.say("updated")} `, changed));
  }
  return found;
}

/** @param {number} minutes @param {Speech} speech */
function readingTime(minutes, speech) {
  return minutes > 0 ? [element("bdi", {}, sayCount(speech, "minutes", minutes))] : [];
}

/** @param {Partial<Metadata>} metadata @param {Speech} speech */
function original({ url }, { say }) {
  return url && isWeb(url) ? [link(url, say("original"))] : [];
}

/** A date, with its time on demand. @param {string | null | undefined} iso @param {Speech} speech @param {"long" | "medium"} style @returns {HTMLElement[]} */
function time(iso, speech, style) {
  const words = iso ? sayDate(speech, iso, style) : undefined;
  return iso && words ? [element("time", { datetime: iso, title: words.full, dir: "auto" }, words.date)] : [];
}

/** A link that leads the whole tab on. @param {string} address @param {string} text */
export function link(address, text) {
  const made = element("a", { href: address }, text);
  leavePage(made);
  return made;
}

/**
 * @typedef {object} Ways
 * @property {(() => void) | undefined} open shows its text; nothing where there is none
 * @property {((url: string) => void) | undefined} fetch reads it from its address
 */

/**
 * What stands for an article that is not being read.
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

/** @param {string | undefined} url */
function thumbnail(url) {
  if (!url || !isPicture(url) || mustWait()) return [];
  const picture = element("img", { class: "thumbnail", alt: "" });
  loadQuietly(picture);
  picture.src = url;
  return [picture];
}

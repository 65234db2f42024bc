// The article as a Markdown file: front matter, title, and the text as the core writes it. And the marked passages: `==`
// around their words in the text that the core wrote, and each as a quote, alone.
import { passagesOf } from "./view/passages.js";

/** @typedef {import("./reading.js").Reading} Reading @typedef {import("./marks.js").Marked} Marked */

/** @param {Reading | undefined} reading @param {Marked | undefined} marked */
export function toMarkdown(reading, marked) {
  const { metadata, title } = reading?.view.article ?? {};
  if (!reading || !metadata) return "";
  const facts = {
    title,
    author: metadata.byline?.length ? metadata.byline : undefined,
    source: metadata.source,
    published: metadata.published ?? metadata.publishedText,
    modified: metadata.modified,
    url: reading.address,
  };
  // JSON's strings and lists are YAML's too.
  const lines = Object.entries(facts).filter(([, value]) => value).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const text = marked?.found.length ? markWords(reading.markdown(), marked) : reading.markdown();
  return [`---\n${lines.join("\n")}\n---`, ...headingOf(title), text].join("\n\n") + "\n";
}

/** Each marked passage as a quote, with title and address. @param {Reading | undefined} reading @param {Marked | undefined} marked */
export function toQuotes(reading, marked) {
  if (!reading || !marked) return "";
  return [...headingOf(reading.view.article?.title), `<${reading.address}>`, ...quotesOf(marked)].join("\n\n") + "\n";
}

/** @param {string} [title] */
const headingOf = (title) => (title ? [`# ${escaped(title)}`] : []);

/** What of the core's Markdown is no letter; before what only looks like it there is a backslash. The rest is a letter each. */
const SIGNS = /^[ >]+|^\|[-| ]+$|!\[(?:\\.|[^\]])*\]\([^)]*\)|\]\([^)]*\)|<\/?[a-z]+>|[[*~`|]|\s+|\\$|\\?(\S)/gm;
/** Links, code and emphasis that are whole. */
const WHOLE = /\[[^\]]*\]\([^)]*\)|(`|\*\*?|~~)[^*~`]+\1|<(\w+)>[^<]*<\/\2>/g;

/** Where words are not found for certain, or begin in a link and end behind it, they stay as they are: nothing but `==` is added. @param {string} markdown @param {Marked} marked */
export function markWords(markdown, { blocks, texts, found }) {
  const letters = [...markdown.matchAll(SIGNS)].filter(([, letter]) => letter);
  const written = letters.map(([, letter]) => letter).join("");
  const [bare, all] = [texts.map(withoutSpaces), withoutSpaces(texts.join(""))];
  let limit = markdown.length;
  // From the last, so that the others stay where they are.
  for (const { block, from, to } of found.toReversed()) {
    const [here, there] = [all, written].map((text) => placesOf(bare[block], text));
    const place = there[here.indexOf(bare.slice(0, block).join("").length)];
    if (here.length !== there.length || place === undefined || blocks[block].matches("pre")) continue;
    const [first, last] = [from, to].map((at) => place + withoutSpaces(texts[block].slice(0, at)).length);
    const [inner, outer] = [letters[first].index, letters[last - 1].index + letters[last - 1][0].length];
    // What begins in bold, or ends so, may take that along.
    const ahead = /^[^*~`]*(\*+|~~|`)$/.exec(open(lineTo(markdown, inner)))?.[1] ?? "";
    const behind = /^(?:\*+|~~|`)/.exec(markdown.slice(outer))?.[0] ?? "";
    const places = [inner, inner - ahead.length].flatMap((start) => [outer, outer + behind.length].map((end) => ({ start, end })));
    const { start, end } = places.find(({ start, end }) => isApart(markdown, start, end)) ?? { start: 0, end: Infinity };
    if (end > limit) continue;
    markdown = `${markdown.slice(0, start)}==${markdown.slice(start, end)}==${markdown.slice(end)}`;
    limit = start;
  }
  return markdown;
}

/** Each passage as a quote. @param {Marked} marked */
const quotesOf = ({ texts, found }) =>
  passagesOf(found, texts).map((passage) => passage.map(({ block, from, to }) => `> ${escaped(texts[block].slice(from, to))}`).join("\n>\n"));

/** Text that Markdown reads as such, in one line. @param {string} text */
const escaped = (text) => text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|~]|^[-+=]|(?<=^\d+)[.)]/g, "\\$&");

/** Whether all that opens there also ends there, and nothing beside it would be read otherwise. @param {string} markdown @param {number} start @param {number} end */
function isApart(markdown, start, end) {
  const line = lineTo(markdown, start);
  const own = open(markdown.slice(start, end).replace(/\\./g, ""));
  return !/[`*~[\]<|\n]|==/.test(own) && !/[`*~=]/.test((line.at(-1) ?? "") + markdown.slice(end, end + 1)) && !line.includes("``") && line.split("`").length % 2 === 1;
}

/** Without what is whole, in it and around it. @param {string} text */
const open = (text) => text.replace(WHOLE, "").replace(WHOLE, "");

/** Its line before a place, without what only looks like signs. @param {string} markdown @param {number} at */
const lineTo = (markdown, at) => markdown.slice(markdown.lastIndexOf("\n", at - 1) + 1, at).replace(/\\./g, "");

/** @param {string} words @param {string} text */
function placesOf(words, text) {
  const places = [];
  for (let at = text.indexOf(words); words && at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}

/** @param {string} text */
const withoutSpaces = (text) => text.replace(/\s+/g, "");

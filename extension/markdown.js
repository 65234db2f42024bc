// The article as a Markdown file: front matter, title, and the text as the core writes it. And the marked passages alone.
import { escaped, markWords, quotesOf } from "./marked-markdown.js";

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

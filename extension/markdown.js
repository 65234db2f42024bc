// The article as a Markdown file: front matter, title, and the text as the core writes it.

/** @typedef {import("./reading.js").Reading} Reading */

/** @param {Reading | undefined} reading */
export function toMarkdown(reading) {
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
  const heading = title ? [`# ${title.replace(/[\\`*_[\]<>#]/g, "\\$&")}`] : [];
  return [`---\n${lines.join("\n")}\n---`, ...heading, reading.markdown()].join("\n\n") + "\n";
}

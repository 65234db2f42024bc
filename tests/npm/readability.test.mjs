// The adapter: what programs that read Readability's result rely on.
import assert from "node:assert/strict";
import { test } from "node:test";

/** @typedef {{ Readability: new (page: string, options?: object) => { parse(): Record<string, unknown> | null } }} Adapter */
/** @type {Adapter} */
const { Readability } = await import(`${new URL("../../dist/npm/readability-node.js", import.meta.url)}`);

const SENTENCE = "The council voted on Tuesday to rebuild the old bridge, which the flood of last autumn had carried away. ";
const PARAGRAPHS = Array.from({ length: 8 }, (_, at) => `<p>Part ${at + 1}. ${SENTENCE.repeat(3)}</p>`).join("\n");

/** @param {{ head?: string, body?: string, root?: string }} parts */
const page = ({ head = "", body = "", root = "" }) =>
  `<!doctype html><html ${root}><head><meta charset="utf-8">${head}</head><body><nav><a href="/">Home</a></nav><article>${body}${PARAGRAPHS}</article></body></html>`;

/** @param {string} html */
const parse = (html) => {
  const found = new Readability(html, { url: "https://valley.example/bridge" }).parse();
  assert.ok(found);
  return found;
};

// What Readability's own readers rely on: each kind of metadata by its name, and the same answer.
const cases = [
  { shows: "the title of Open Graph", head: `<title>Old bridge to be rebuilt | The Valley Post</title><meta property="og:title" content="Old bridge to be rebuilt">`, field: "title", is: "Old bridge to be rebuilt" },
  { shows: "the author of a meta element", head: `<meta name="author" content="Ada Keller">`, field: "byline", is: "Ada Keller" },
  { shows: "the author of JSON-LD", head: `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Old bridge to be rebuilt","author":[{"@type":"Person","name":"Ada Keller"},{"@type":"Person","name":"Jo Brandt"}]}</script>`, field: "byline", is: "Ada Keller, Jo Brandt" },
  { shows: "the site's name", head: `<meta property="og:site_name" content="The Valley Post">`, field: "siteName", is: "The Valley Post" },
  { shows: "the description", head: `<meta name="description" content="A bridge comes back after the flood of last autumn.">`, field: "excerpt", is: "A bridge comes back after the flood of last autumn." },
  { shows: "the time", head: `<meta property="article:published_time" content="2026-03-01T12:30:00+01:00">`, field: "publishedTime", is: "2026-03-01T12:30:00+01:00" },
  { shows: "the language", root: `lang="en"`, field: "lang", is: "en" },
  { shows: "the direction", root: `dir="rtl"`, field: "dir", is: "rtl" },
];

for (const { shows, field, is, ...parts } of cases) {
  test(`adapter: ${shows}`, () => assert.equal(parse(page({ body: "<h1>Old bridge to be rebuilt</h1>", ...parts }))[field], is));
}

test("adapter: the text, its length, and HTML", () => {
  const { content, textContent, length } = parse(page({ body: `<h1>Old bridge to be rebuilt</h1><p onclick="x()">First. ${SENTENCE}</p>` }));
  assert.ok(String(textContent).includes("First. The council") && String(textContent).includes("Part 8."));
  assert.equal(length, String(textContent).length);
  assert.match(String(content), /<p[^>]*>First\./);
  assert.ok(!String(content).includes("onclick"));
});

test("adapter: nothing where there is no text", () => assert.equal(new Readability("<p></p>").parse(), null));

test("adapter: the same fields as Readability's", async () => {
  const typings = await import("node:fs").then(({ readFileSync }) => readFileSync(new URL("../../node_modules/@mozilla/readability/index.d.ts", import.meta.url), "utf8"));
  const theirs = typings.slice(typings.indexOf("parse():")).match(/^\s{4,}(\w+)(?=\??:)/gm)?.map((name) => name.trim()).sort();
  assert.ok(theirs && theirs.length > 5, typings);
  assert.deepEqual(Object.keys(parse(page({}))).sort(), theirs);
});

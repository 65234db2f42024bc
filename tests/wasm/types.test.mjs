// The types are written by hand: what really comes is compared with them, key by key, both ways.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Reader, initSync } from "../../target/package/offprint/index.js";
import { testPages } from "./pages.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const declarations = readFileSync(`${root}/src/wasm/types.d.ts`, "utf8");

/** Keys that were seen, by the name of their type. @type {Map<string, Set<string>>} */
const seen = new Map();

before(() => {
  initSync({ module: readFileSync(`${root}/target/package/offprint/offprint_bg.wasm`) });
  for (const { bytes } of testPages()) {
    const reader = new Reader({ url: "https://news.example/story" });
    for (const change of [...reader.write(bytes), ...reader.end()]) note(change);
    noteExtraction(reader.extraction());
    reader.free();
  }
});

/** @param {import("../../target/package/offprint/offprint.js").Change} change */
function note(change) {
  see(`Change ${change.type}`, change);
  if (change.type === "update") noteMetadata(change.metadata);
  if (change.type !== "end") return;
  const { outline } = change;
  see("Outline", outline);
  see("Page", outline.page);
  for (const entry of outline.articles) see("Entry", entry);
  for (const part of outline.removed) {
    see("Removed", part);
    if (part.after) see("Removed after", part.after);
  }
  for (const one of outline.notes) see("Note", one);
}

/** @param {import("../../target/package/offprint/offprint.js").Extraction} extraction */
function noteExtraction(extraction) {
  see("Extraction", extraction);
  for (const article of extraction.articles) see("Article", article);
  for (const part of extraction.removed) see("Cut", part);
  for (const one of extraction.candidates) see("Candidate", one);
}

/** @param {import("../../target/package/offprint/offprint.js").Metadata} metadata */
function noteMetadata(metadata) {
  see("Metadata", metadata);
  if (metadata.image) see("LeadImage", metadata.image);
}

/** @param {string} type @param {object} value */
function see(type, value) {
  const keys = seen.get(type) ?? new Set();
  for (const key of Object.keys(value)) keys.add(key);
  seen.set(type, keys);
}

/** The keys that a declaration names. @param {string} name @returns {string[]} */
function declared(name) {
  const [, parent, body = ""] = new RegExp(`interface ${name}(?: extends (\\w+))? \\{([^]*?)\\n\\}`).exec(declarations) ?? [];
  const own = [...body.matchAll(/^ {2}(\w+)\??:/gm)].map(([, key]) => key);
  return [...own, ...(parent ? declared(parent) : [])];
}

for (const name of ["Metadata", "LeadImage", "Page", "Entry", "Removed", "Note", "Outline", "Extraction", "Article", "Cut", "Candidate"]) {
  test(`${name} has the keys that it is declared to have, and no others`, () => {
    assert.deepEqual([...(seen.get(name) ?? [])].sort(), declared(name).sort());
  });
}

for (const [, name, body] of declarations.matchAll(/\| \{ type: "(\w+)"(.*) \}$/gm)) {
  test(`the change "${name}" has the keys that it is declared to have, and no others`, () => {
    const keys = [...body.matchAll(/; (\w+):/g)].map(([, key]) => key);
    assert.deepEqual([...(seen.get(`Change ${name}`) ?? [])].sort(), ["at", "type", ...keys].sort());
  });
}

test("every reason that comes is declared, and has words in the reader", () => {
  const [, union = ""] = /type Reason =([^;]*);/.exec(declarations) ?? [];
  const reasons = [...union.matchAll(/"([\w-]+)"/g)].map(([, reason]) => reason);
  const source = readFileSync(`${root}/src/label.rs`, "utf8");
  const [, body = ""] = /pub enum Reason \{([^]*?)\n\}/.exec(source) ?? [];
  const inRust = [...body.matchAll(/^ {4}(\w+),/gm)].map(([, variant]) => variant.replace(/(?!^)[A-Z]/g, "-$&").toLowerCase());
  assert.deepEqual(reasons.sort(), inRust.sort());
  const words = JSON.parse(readFileSync(`${root}/extension/_locales/en/messages.json`, "utf8"));
  assert.deepEqual(reasons.filter((reason) => !words[`reason_${reason.replaceAll("-", "_")}`]), []);
});

// The interface's words: none missing, none left over, in every language.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../extension", import.meta.url));
/** @typedef {Record<string, { message: string }>} Messages */

/** @param {string} locale @returns {Messages} */
const messages = (locale) => JSON.parse(readFileSync(`${root}/_locales/${locale}/messages.json`, "utf8"));
const locales = readdirSync(`${root}/_locales`);
const english = messages("en");

/** A name without its plural form. @param {string} name */
const stem = (name) => name.replace(/_(zero|one|two|few|many|other)$/, "");
const stems = (/** @type {Messages} */ of) => [...new Set(Object.keys(of).map(stem))].sort();

const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(js|html|json)$/.test(name) && !name.startsWith("_locales") && !name.startsWith("offprint"))
  .map((name) => readFileSync(`${root}/${name}`, "utf8"))
  .join("\n");

test("eight languages, each with every message", () => {
  assert.deepEqual(locales.toSorted(), ["ar", "de", "en", "es", "fr", "ja", "pt_BR", "zh_CN"]);
  for (const locale of locales) assert.deepEqual(stems(messages(locale)), stems(english), locale);
});

test("counted messages have every plural form that the language has for small numbers", () => {
  const counted = [...new Set(Object.keys(english).filter((name) => /_other$/.test(name)).map(stem))];
  assert.ok(counted.length >= 2);
  for (const locale of locales) {
    const rules = new Intl.PluralRules(locale.replace("_", "-"));
    for (let count = 0; count < 200; count += 1) {
      for (const name of counted) assert.ok(messages(locale)[`${name}_${rules.select(count)}`], `${locale}: ${name}_${rules.select(count)}`);
    }
  }
});

test("a message takes the same values in every language", () => {
  for (const locale of locales) {
    const values = (/** @type {string} */ message) => [...new Set(message.match(/\$\d?/g) ?? [])].sort().join();
    for (const [name, { message }] of Object.entries(messages(locale))) {
      // A plural form may say its number in words.
      if (stem(name) === name) assert.equal(values(message), values(english[name].message), `${locale}: ${name}`);
      assert.ok(message.trim(), `${locale}: ${name} is empty`);
    }
  }
});

test("every message that is asked for exists, the reasons of the core among them", () => {
  const asked = [...sources.matchAll(/(?:say|getMessage)\("([^"@]+)"|data-(?:label|text)="(\w+)"|__MSG_(\w+)__/g)].map((match) => match[1] ?? match[2] ?? match[3]);
  const types = readFileSync(`${root}/../src/wasm/types.d.ts`, "utf8");
  const [, reasons = ""] = /export type Reason =([^;]+);/.exec(types) ?? [];
  asked.push(...[...reasons.matchAll(/"([a-z-]+)"/g)].map(([, reason]) => `reason_${reason.replaceAll("-", "_")}`));
  assert.ok(asked.length > 60);
  assert.deepEqual([...new Set(asked)].filter((name) => !english[name]), []);
});

test("no message is left over", () => {
  const prefixes = [...sources.matchAll(/`(\w+_|\$\{name\}_)\$\{/g)].map(([, prefix]) => prefix).filter((prefix) => !prefix.startsWith("$"));
  const isUsed = (/** @type {string} */ name) =>
    sources.includes(`"${stem(name)}"`) || sources.includes(`__MSG_${name}__`) || prefixes.some((prefix) => name.startsWith(prefix)) || /^(theme|font|align|layout|images|band)_/.test(name) || new RegExp(`\\b${name}: \\{ steps`).test(sources);
  assert.deepEqual(Object.keys(english).filter((name) => !isUsed(name)), []);
});

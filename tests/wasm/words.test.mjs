// Every word of the interface exists, and none lies about unused.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../extension", import.meta.url));
const words = Object.keys(JSON.parse(readFileSync(`${folder}/_locales/en/messages.json`, "utf8")));
const source = [folder, `${folder}/view`]
  .flatMap((place) => readdirSync(place).map((name) => `${place}/${name}`))
  .filter((file) => /\.(js|html|json)$/.test(file))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

test("every word that the code asks for exists", () => {
  const asked = [
    ...[...source.matchAll(/\b(?:say|getMessage)\("(\w+)"/g)].map(([, name]) => name),
    ...[...source.matchAll(/data-(?:label|text)="(\w+)"/g)].map(([, name]) => name),
    ...[...source.matchAll(/__MSG_(\w+)__/g)].map(([, name]) => name),
    ...[...source.matchAll(/sayCount\([\w.]+, "(\w+)"/g)].flatMap(([, name]) => [`${name}_one`, `${name}_other`]),
  ];
  assert.deepEqual(asked.filter((name) => !words.includes(name)), []);
});

test("no word is unused", () => {
  const isUsed = (/** @type {string} */ name) => source.includes(`"${name}"`) || source.includes(`__MSG_${name}__`) || source.includes(`"${name.replace(/_(one|other)$/, "")}"`);
  assert.deepEqual(words.filter((name) => !name.startsWith("reason_") && !isUsed(name)), []);
});

// The page itself without its adverts, where the core fails on the way: from there on the page comes as the server sends it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EXTENSION } from "../../xtask/browser/firefox.mjs";
import { until } from "../../xtask/browser/launch.mjs";
import { SENTENCES, TIDES } from "../e2e/pages.mjs";
import { withSmallMemory } from "../e2e/small-memory.mjs";
import { withFirefox } from "./with-firefox.mjs";

/** Enough for the page's beginning, and for a page of the usual size. */
const MEMORY_BYTES = 6 << 20;

const world = withFirefox({ folder: () => withSmallMemory(EXTENSION, MEMORY_BYTES) });

const ENTRY = "This page without adverts";
const body = () => world.firefox.run(() => document.body.textContent ?? "");
const isComplete = () => world.firefox.run(() => document.readyState === "complete" && document.body !== null);

test("nothing is lost, and nothing comes twice", async () => {
  await world.visit("/heavy");
  const before = await body();
  assert.ok(before.includes("SUMMER TYRES") && before.includes("WINTER TYRES"));
  await world.firefox.choose(ENTRY);
  await world.firefox.allow();
  await until(async () => (await isComplete()) && !(await body()).includes("SUMMER TYRES"));
  const after = await body();
  assert.ok(after.includes("WINTER TYRES"), "the core has failed before the page's end");
  assert.deepEqual([...after.matchAll(/Tide (\d+)\./g)].map(([, n]) => Number(n)), Array.from({ length: TIDES }, (_, n) => n));
  for (const sentence of SENTENCES) assert.equal(after.split(sentence).length, 2, sentence);
  assert.equal(after.slice(after.indexOf("WINTER TYRES")), before.slice(before.indexOf("WINTER TYRES")), "the end is the page's own");
});

test("the next page is decluttered again", async () => {
  await world.visit("/plain");
  assert.ok((await body()).includes("SUMMER TYRES"));
  await world.firefox.choose(ENTRY);
  await until(async () => (await isComplete()) && !(await body()).includes("SUMMER TYRES"));
  for (const sentence of SENTENCES) assert.ok((await body()).includes(sentence), sentence);
});

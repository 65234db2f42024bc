// Before the first paragraph only what it needs is loaded. What a person does before the rest is there is not lost.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { click, until, variant } from "../../xtask/browser/launch.mjs";
import { goOn, isWaiting, withLate } from "./late.mjs";
import { press, texts, withBrowser } from "./with-browser.mjs";

/** Each module costs a click about a millisecond. */
const MAX_MODULES = 19;

const world = withBrowser({ folder: () => withLate(variant({ host_permissions: ["*://127.0.0.1/*"] })) });

/** The reader with its first paragraph in sight, and nothing behind it. @param {string} path */
async function begun(path) {
  await world.visit(path);
  await click(world.page, world.extension);
  return until(async () => {
    const frame = world.page.frames().find((one) => one.url().endsWith("/reader.html"));
    return (await frame?.evaluate(isWaiting)) && frame;
  });
}

/** @param {import("puppeteer-core").Frame} frame */
async function end(frame) {
  await frame.evaluate(goOn);
  await frame.waitForSelector("main[data-state=done]");
}

test("a part is removed, and comes back by Ctrl+Z", async () => {
  const frame = await begun("/plain?removing");
  const [first] = await texts(frame, ".stage p[data-block]");
  await press(frame, ".stage p[data-block]");
  await world.page.keyboard.press("Delete");
  await end(frame);
  assert.ok(!(await texts(frame, ".stage p[data-block]:not([hidden])")).includes(first));
  await world.page.keyboard.down("Control");
  await world.page.keyboard.press("z");
  await world.page.keyboard.up("Control");
  assert.equal((await texts(frame, ".stage p[data-block]:not([hidden])"))[0], first);
});

test("a picture opens, once", async () => {
  const frame = await begun("/plain?picture");
  await press(frame, ".stage figure img");
  await end(frame);
  assert.equal((await frame.$$("dialog.lightbox[open]")).length, 1);
});

test("a note opens beside its mark, without a step in the page's history", async () => {
  const frame = await begun("/noted?early");
  // The reader's own step is made at the first touch.
  await press(frame, ".stage h1");
  const steps = await world.page.evaluate(() => history.length);
  await press(frame, '.stage .body a[href^="#offprint-"]');
  await end(frame);
  assert.equal((await frame.$$(".note:popover-open")).length, 1);
  assert.equal(await world.page.evaluate(() => history.length), steps);
});

test("what is chosen in the menu is done, and the settings are there", async () => {
  const frame = await begun("/plain?menu");
  await press(frame, "#open-more");
  await press(frame, "#copy-markdown");
  await press(frame, "#open-settings");
  await end(frame);
  assert.deepEqual(await texts(frame, "#notice:not([hidden]) span"), ["Copied."]);
  assert.ok((await texts(frame, "#settings:popover-open legend")).length > 0);
});

test("Escape leads back at once", async () => {
  await begun("/plain?leaving");
  void world.page.keyboard.press("Escape").catch(() => {});
  await until(async () => world.page.frames().length === 1);
});

test("what the first paragraph needs is announced to the browser, and is little", () => {
  const root = new URL("../../dist/chrome/", import.meta.url);
  const read = (/** @type {string} */ name) => readFileSync(new URL(name, root), "utf8");
  const page = read("reader.html");
  /** @type {Set<string>} */
  const needed = new Set();
  /** @param {string} name */
  const need = (name) => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const [, from] of read(name).matchAll(/\b(?:import|export)\b[^;"]*?from ?"(\.[^"]+)"/g)) need(new URL(from, new URL(name, root)).href.slice(root.href.length));
  };
  for (const [, name] of page.matchAll(/<script [^>]*src="([^"]+)"/g)) need(name);
  const announced = [...page.matchAll(/<link rel="modulepreload" href="([^"]+)"/g)].map(([, name]) => name);
  assert.deepEqual([...announced, "reader.js"].toSorted(), [...needed].toSorted());
  assert.ok(needed.size <= MAX_MODULES, `${needed.size} modules`);
  assert.doesNotMatch(read("reader.css"), /@import/);
});

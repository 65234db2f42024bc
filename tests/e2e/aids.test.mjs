// What helps while reading, in Chromium.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { minutesFor } from "../../extension/view/speech.js";
import { until } from "../../xtask/browser/launch.mjs";
import { testAids } from "../both/aids.mjs";
import { inChromium } from "./hand.mjs";
import { press, texts, withBrowser } from "./with-browser.mjs";

/** @typedef {import("puppeteer-core").Frame} Frame */

const world = withBrowser();
testAids(inChromium(world));

/** What a copy would put on the clipboard, kept instead: headless browsers share the machine's. @param {Frame} frame */
const catchCopies = (frame) =>
  frame.evaluate(() => {
    const page = /** @type {any} */ (window);
    // On the window: after those who fill it.
    window.addEventListener("copy", (event) => (page.copied = event.clipboardData?.getData("text/plain")));
  });

/** @param {Frame} frame */
const copied = async (frame) => {
  await frame.waitForFunction(() => /** @type {any} */ (window).copied !== undefined, { timeout: 3000 });
  return frame.evaluate(() => /** @type {any} */ (window).copied);
};

test("code is copied as it stands, without the button's words", async () => {
  const frame = await world.read("/pages/docs--code-and-lists");
  await catchCopies(frame);
  const code = await frame.$eval(".stage pre", (one) => one.textContent ?? "");
  await frame.hover(".stage pre");
  await press(frame, ".stage pre .copy-code");
  assert.equal(await copied(frame), code);
  assert.match(code, /\n/);
});

test("the place is kept: at the next visit one goes on where one stopped, and a page read from its start stays there", async () => {
  let frame = await world.read("/chapters?kept");
  assert.equal(await frame.evaluate(() => window.scrollY), 0);
  await frame.$eval(".stage h2:nth-of-type(3)", (one) => one.scrollIntoView());
  const kept = (/** @type {boolean} */ isKept) =>
    until(async () => {
      const pages = await frame.evaluate(async () => Object.keys(Object.fromEntries(/** @type {any} */ ((await chrome.storage.session.get("places")).places ?? []))));
      return pages.some((url) => url.endsWith("?kept")) === isKept;
    });
  await kept(true);
  frame = await world.read("/chapters?kept");
  await frame.waitForFunction(() => {
    const top = document.querySelector(".stage h2:nth-of-type(3)")?.getBoundingClientRect().top ?? -1;
    return top >= 0 && top < window.innerHeight / 2;
  }, { timeout: 5000 });
  await frame.evaluate(() => window.scrollTo(0, 0));
  await kept(false);
});

test("a picture that does not come leaves no broken frame, and its caption stays", async () => {
  const frame = await world.read("/pages/news--lead-image-credit");
  await frame.waitForFunction(() => [...document.querySelectorAll(".stage img")].every((one) => /** @type {HTMLElement} */ (one).hidden));
  assert.ok((await texts(frame, ".stage figcaption")).every((words) => words.length > 0));
});

test("reading time goes by the language's own speed, the same as in the core's JSON", () => {
  const core = readFileSync(new URL("../../src/reading.rs", import.meta.url), "utf8");
  const speeds = [...core.matchAll(/\("(\w\w)", (\d+)\)/g)];
  assert.ok(speeds.length > 10);
  for (const [, lang, speed] of speeds) assert.deepEqual([minutesFor(10 * Number(speed), lang), minutesFor(10 * Number(speed) + 1, lang)], [10, 11], lang);
  assert.equal(minutesFor(2000, "de-AT"), Math.ceil(2000 / 179));
  assert.equal(minutesFor(0, "en"), 0);
});

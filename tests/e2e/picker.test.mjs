// The person knows better which part of the page is the text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../../xtask/browser/launch.mjs";
import { SENTENCES, TITLE } from "./pages.mjs";
import { escape, press, withBrowser } from "./with-browser.mjs";

/** @typedef {import("puppeteer-core").Frame} Frame */

const world = withBrowser();

/** The other text on the sample page: a card with a whole text. */
const FERRY = "From Monday the ferry to the islands";

/** @param {Frame} frame */
const text = (frame) => frame.$eval(".stage", (one) => one.textContent ?? "");

/** The browser leads the mouse to the hidden reader until it has drawn once more; a person is slower than that. */
async function pageIsUnderTheMouse() {
  await world.page.evaluate(() => window.addEventListener("pointermove", () => (/** @type {any} */ (window).felt = true), { capture: true, once: true }));
  let x = 0;
  await until(async () => {
    await world.page.mouse.move((x += 1), 1);
    return world.page.evaluate(() => /** @type {any} */ (window).felt);
  });
}

/** @param {string} path */
async function startPicking(path) {
  const frame = await world.read(path);
  await press(frame, "#open-more");
  await press(frame, "#pick");
  await until(async () => (await world.page.evaluate(() => document.documentElement.style.overflow)) === "");
  await until(() => world.page.evaluate(() => document.activeElement === document.body));
  await pageIsUnderTheMouse();
  return frame;
}

/** @param {Frame} frame @param {string} words */
const reads = (frame, words) => frame.waitForFunction((wanted) => document.querySelector(".stage")?.textContent?.includes(wanted), {}, words);

test("a click on another text reads that one; back leads to the first guess", async () => {
  const frame = await startPicking("/plain");
  const ferry = await world.page.$(`p::-p-text(${FERRY})`);
  await ferry?.scrollIntoView();
  await ferry?.click();
  await reads(frame, FERRY);
  assert.ok(!(await text(frame)).includes(SENTENCES[1]));
  await press(frame, "#back");
  await reads(frame, SENTENCES[1]);
  assert.ok((await text(frame)).includes(TITLE));
});

test("by keys: around with the arrows, Enter; the page's own keys do nothing meanwhile", async () => {
  const frame = await startPicking("/two-texts");
  await world.page.evaluate(() => {
    const page = /** @type {any} */ (window);
    page.heard = 0;
    document.addEventListener("keydown", () => (page.heard += 1));
  });
  await world.page.keyboard.press("ArrowDown");
  await world.page.keyboard.press("ArrowRight");
  await world.page.keyboard.press("Enter");
  // Both texts were read at first.
  await frame.waitForFunction((other) => !document.querySelector(".stage")?.textContent?.includes(other), {}, SENTENCES[1]);
  await reads(frame, "the lock keeper");
  assert.equal(await world.page.evaluate(() => /** @type {any} */ (window).heard), 0);
});

test("Escape brings the reader back as it was, and then the page", async () => {
  await world.visit("/plain");
  const before = await world.page.content();
  const frame = await startPicking("/plain");
  await world.page.keyboard.press("Escape");
  await until(async () => (await world.page.evaluate(() => document.documentElement.style.overflow)) === "hidden");
  assert.ok((await text(frame)).includes(SENTENCES[1]));
  escape(world.page);
  await until(async () => !world.page.frames().includes(frame));
  assert.equal(await world.page.content(), before);
});

test("a part without a text is said to be none, and leaves no step behind", async () => {
  const frame = await startPicking("/plain");
  // From the menu down to the footer.
  for (const key of /** @type {const} */ (["ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight", "Enter"])) await world.page.keyboard.press(key);
  await frame.waitForFunction(() => /found no text/.test(document.querySelector("#notice")?.textContent ?? ""));
  await reads(frame, SENTENCES[1]);
  assert.deepEqual(await frame.$$eval("#back, #forward", (found) => found.map((one) => one.checkVisibility())), [false, false]);
  await world.page.keyboard.down("Alt");
  await world.page.keyboard.press("ArrowRight");
  await world.page.keyboard.up("Alt");
  assert.ok((await text(frame)).includes(SENTENCES[1]));
});

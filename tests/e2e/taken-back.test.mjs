// A block that is shown while a page comes, and does not belong: it goes, and the text stays where the eye is.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { painted, until, variant } from "../../xtask/browser/launch.mjs";
import { INVITATION, SENTENCES } from "./pages.mjs";
import { press, shiftOf, withBrowser } from "./with-browser.mjs";

/** @typedef {import("puppeteer-core").Frame} Frame */

const world = withBrowser({ folder: () => variant({ host_permissions: ["*://127.0.0.1/*"] }) });
const AFTER = SENTENCES[1];

/** Where a paragraph stands in the window; nothing where it is not there. @param {Frame} frame @param {string} words */
const topOf = (frame, words) =>
  frame.evaluate((words) => {
    const found = [...document.querySelectorAll(".stage .body p")].find((one) => one.textContent?.includes(words));
    return found?.getBoundingClientRect().top;
  }, words);

/** What is less than a pixel is seen by nobody. @param {Frame} frame @param {string} words @param {number | undefined} top */
async function assertStands(frame, words, top = NaN) {
  const now = (await topOf(frame, words)) ?? NaN;
  assert.ok(Math.abs(now - top) < 1, `it stood at ${top}, and stands at ${now}`);
}

/** Brings a paragraph to some height of the window. @param {Frame} frame @param {string} words @param {number} top */
async function bring(frame, words, top) {
  await frame.evaluate((by) => window.scrollBy({ top: by, behavior: "instant" }), /** @type {number} */ (await topOf(frame, words)) - top);
  await painted(frame);
}

/** Sets the reader's clock to some milliseconds after now, and stops it. @param {Frame} frame @param {number} later */
const stopClock = (frame, later) =>
  frame.evaluate((later) => {
    const now = performance.now() + later;
    performance.now = () => now;
  }, later);

/** Reads a page while it comes, as far as the invitation, in a low window. @param {(frame: Frame) => Promise<void>} [prepare] */
async function read(prepare, at = world) {
  await at.page.setViewport({ width: 900, height: 500 });
  const frame = await at.read("/linking");
  await prepare?.(frame);
  await press(frame, ".cards .ways button[aria-label$='An invitation that is taken back']");
  await until(async () => (await topOf(frame, INVITATION)) !== undefined && (await topOf(frame, AFTER)) !== undefined);
  return frame;
}

/** The page comes to its end, at which the invitation goes. @param {Frame} frame */
async function goOn(frame, at = world) {
  at.goOn();
  await frame.waitForSelector("main[data-state=done]");
  assert.equal(await topOf(frame, INVITATION), undefined);
  await painted(frame);
}

test("in sight its room stays, until it is out of sight: nothing that is read moves", async () => {
  const frame = await read();
  await bring(frame, INVITATION, 120);
  await stopClock(frame, 1000);
  const before = await topOf(frame, AFTER);
  await goOn(frame);
  await assertStands(frame, AFTER, before);
  await bring(frame, AFTER, 80);
  // Its room is above the window now, and goes; the toolbar covers what is at the very top.
  await bring(frame, AFTER, -20);
  await until(async () => (await frame.$(".gap")) === null);
  await painted(frame);
  await assertStands(frame, AFTER, -20);
});

test("in sight what follows glides into its place while nobody can have begun to read there", async () => {
  const frame = await read((frame) => stopClock(frame, 0));
  await bring(frame, INVITATION, 120);
  const before = (await topOf(frame, AFTER)) ?? NaN;
  const shift = await shiftOf(frame);
  await goOn(frame);
  assert.equal(await frame.$(".gap"), null);
  await until(async () => ((await topOf(frame, AFTER)) ?? NaN) < before - 20);
  await until(() => frame.evaluate(() => document.getAnimations().length === 0));
  assert.equal(await shiftOf(frame), shift);
});

test("out of sight above, the text that is read stays where it is", async () => {
  const frame = await read();
  await bring(frame, AFTER, -30);
  await goOn(frame);
  assert.equal(await frame.$(".gap"), null);
  await assertStands(frame, AFTER, -30);
});

test("below the window it just goes", async () => {
  const frame = await read();
  await bring(frame, INVITATION, 600);
  const first = await topOf(frame, SENTENCES[0]);
  await goOn(frame);
  assert.equal(await frame.$(".gap"), null);
  await assertStands(frame, SENTENCES[0], first);
});

test("a picture whose size nobody told has its room before it comes; a sign in the text has none", async () => {
  const frame = await world.read("/linking");
  await press(frame, ".cards .ways button[aria-label$='A letter with a picture of no size']");
  await frame.waitForSelector("main[data-state=done] .stage figure img");
  await painted(frame);
  const heights = () => frame.$$eval(".stage .body :is(figure, p) img", (found) => found.map((one) => one.getBoundingClientRect().height));
  const [room, sign] = await heights();
  assert.ok(sign < 40, `${sign}`);
  world.goOn();
  await frame.waitForFunction(() => /** @type {HTMLImageElement} */ (document.querySelector(".stage figure img")).naturalWidth > 0);
  await painted(frame);
  const [height] = await heights();
  // Pictures are not all of one shape: most of the room is right for most of them.
  assert.ok(Math.abs(height - room) < 0.1 * height, `${room} for ${height}`);
});

describe("where motion is not wanted", () => {
  const world = withBrowser({ folder: () => variant({ host_permissions: ["*://127.0.0.1/*"] }), args: ["--force-prefers-reduced-motion"] });

  test("its room stays, however short it was there", async () => {
    const frame = await read((frame) => stopClock(frame, 0), world);
    await bring(frame, INVITATION, 120);
    const before = await topOf(frame, AFTER);
    await goOn(frame, world);
    await assertStands(frame, AFTER, before);
  });
});

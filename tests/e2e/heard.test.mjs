// Who hears the reader instead of seeing it: told that the text is there and that it is complete, and of nothing between.
import assert from "node:assert/strict";
import { test } from "node:test";
import { click, reader, variant } from "../../xtask/browser/launch.mjs";
import { BEGINS, COMPLETE, focused, heard, withEars } from "./ears.mjs";
import { SENTENCES, TITLE } from "./pages.mjs";
import { press, withBrowser } from "./with-browser.mjs";

const world = withBrowser({ folder: () => withEars(variant({ host_permissions: ["*://127.0.0.1/*"] })) });

/** Follows a link to a page of which the first half comes, and waits for its text. */
async function follow() {
  const frame = await world.read("/linking");
  await frame.evaluate(() => void /** @type {any} */ (window).heard.splice(0));
  await press(frame, ".cards .ways button[aria-label$='A letter that comes in two parts']");
  await frame.waitForFunction((words) => document.querySelector(".stage .body")?.textContent?.includes(words), {}, SENTENCES[0]);
  assert.equal(await frame.$eval("main", (one) => one.dataset.state), "reading");
  return frame;
}

/** The other half comes. @param {import("puppeteer-core").Frame} frame */
async function goOn(frame) {
  world.goOn();
  await frame.waitForSelector("main[data-state=done]");
}

/** @param {string[]} lines */
function assertBoth([first, last, ...more]) {
  assert.equal(first, BEGINS);
  assert.match(last, COMPLETE);
  assert.deepEqual(more, []);
}

test("a page that is there: two lines, and the focus is on the title", async () => {
  const frame = await world.read("/plain");
  assert.deepEqual(await frame.evaluate(focused), { is: "h1", words: TITLE });
  assertBoth(await frame.evaluate(heard));
});

test("a page that comes in parts: one line as its text begins, one at its end; the title keeps the focus", async () => {
  const frame = await follow();
  assert.deepEqual(await frame.evaluate(heard), [BEGINS]);
  assert.deepEqual(await frame.evaluate(focused), { is: "h1", words: TITLE });
  await frame.evaluate(() => void document.activeElement?.addEventListener("blur", () => void (document.body.dataset.lost = "")));
  await goOn(frame);
  assertBoth(await frame.evaluate(heard));
  assert.deepEqual(await frame.evaluate(focused), { is: "h1", words: TITLE });
  assert.equal(await frame.$eval("body", (one) => one.dataset.lost), undefined, "a title that loses the focus and gets it back is read out once more");
});

test("a page that does not come to its end is read as far as it has come, and not said to be complete", async () => {
  await world.begin("/never-ending", SENTENCES[0]);
  await click(world.page, world.extension);
  const frame = await reader(world.page);
  assert.deepEqual(await frame.$$eval("[role=alert] p", (found) => found.map((one) => one.textContent)), ["This page ends in the middle: it may not have come whole."]);
  assert.deepEqual((await frame.evaluate(heard)).filter((line) => COMPLETE.test(line)), []);
});

test("who has moved the focus keeps it there", async () => {
  const frame = await follow();
  await frame.focus(".stage .body p");
  const { words } = await frame.evaluate(focused);
  await goOn(frame);
  assert.deepEqual(await frame.evaluate(focused), { is: "p", words });
});

test("a page without a text says that, and neither line", async () => {
  const frame = await world.read("/linking");
  await frame.evaluate(() => void /** @type {any} */ (window).heard.splice(0));
  await press(frame, ".cards .ways button[aria-label$='Empty quay waits for the summer market']");
  await frame.waitForSelector("main[data-state=failed] [role=alert]");
  assert.deepEqual((await frame.evaluate(heard)).filter((line) => /^The text/.test(line)), []);
});

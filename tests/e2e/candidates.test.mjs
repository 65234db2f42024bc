// Where the guess was wrong: another text of the page, one press away.
import assert from "node:assert/strict";
import { test } from "node:test";
import { press, texts, withBrowser } from "./with-browser.mjs";

const LIST = "[data-offprint=candidates]";
/** The page holds a story, and apart from it a notice of the publisher in full sentences. */
const PATH = "/pages/news--text-beside-the-story";
const [STORY, NOTICE] = ["The weir was built", "Who sends us a letter"];
const world = withBrowser();

/** What a person sees of the article. @param {import("puppeteer-core").Frame} frame */
const article = (frame) => frame.$eval(".stage .body", (one) => /** @type {HTMLElement} */ (one).innerText);

test("another text of the page takes the article's place, and Undo brings it back at once", async () => {
  const frame = await world.read(PATH);
  const before = await article(frame);
  assert.ok(before.includes(STORY) && !before.includes(NOTICE));
  assert.ok((await texts(frame, `${LIST} button`)).some((excerpt) => excerpt.startsWith(NOTICE)));
  await press(frame, `${LIST} button::-p-text(${NOTICE})`);
  const after = await article(frame);
  assert.ok(after.includes(NOTICE) && !after.includes(STORY));
  await press(frame, "#notice button::-p-text(Undo)");
  assert.equal(await article(frame), before);
});

test("a page with one text offers no other", async () => {
  const frame = await world.read("/bridge");
  assert.equal((await frame.$$(LIST)).length, 0);
});

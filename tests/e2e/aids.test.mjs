// What helps while reading: contents, progress, code, pictures.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../../xtask/browser/launch.mjs";
import { press, readInTab, texts, withBrowser } from "./with-browser.mjs";

/** @typedef {import("puppeteer-core").Frame} Frame */

const world = withBrowser();

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

test("the contents list the headings, lead to them and mark the place", async () => {
  const frame = await world.read("/chapters");
  await press(frame, "#open-contents");
  assert.deepEqual(await texts(frame, "#contents button"), ["The mud", "The ropes", "The crabs"]);
  await press(frame, "#contents li:nth-child(2) button");
  const top = await frame.$eval(".stage h2:nth-of-type(2)", (one) => one.getBoundingClientRect().top);
  assert.ok(top > 0 && top < 200, `heading at ${top}`);
  await press(frame, "#open-contents");
  assert.deepEqual(await texts(frame, "#contents [aria-current]"), ["The ropes"]);
});

test("an article without headings has no contents", async () => {
  const frame = await world.read("/bridge");
  assert.equal(await frame.$eval("#open-contents", (one) => one.checkVisibility()), false);
});

test("the bar tells how far one is", async () => {
  const frame = await world.read("/chapters");
  const width = () => frame.$eval("#progress", (one) => one.getBoundingClientRect().width / window.innerWidth);
  assert.ok((await width()) < 0.01);
  await frame.$eval(".stage article", (one) => one.scrollIntoView({ block: "end" }));
  await frame.waitForFunction(() => (document.querySelector("#progress")?.getBoundingClientRect().width ?? 0) > window.innerWidth * 0.95);
});

test("code is copied as it stands, without the button's words", async () => {
  const frame = await world.read("/pages/docs--code-and-lists");
  await catchCopies(frame);
  const code = await frame.$eval(".stage pre", (one) => one.textContent ?? "");
  await frame.hover(".stage pre");
  await press(frame, ".stage pre .copy-code");
  assert.equal(await copied(frame), code);
  assert.match(code, /\n/);
});

test("a picture opens large by click and by Enter, and Escape leads back to the text", async () => {
  const frame = await world.read("/plain");
  await press(frame, ".stage figure img");
  const box = await frame.waitForSelector("dialog.lightbox[open] img");
  const { width = 0 } = (await box?.boundingBox()) ?? {};
  assert.ok(width > 800, `${width} wide`);
  assert.ok((await texts(frame, "dialog.lightbox p"))[0].length > 10, "its caption");
  await world.page.keyboard.press("Escape");
  await frame.waitForFunction(() => !document.querySelector("dialog.lightbox"));
  assert.ok(world.page.frames().includes(frame), "Escape closes the picture alone");
  await frame.focus(".stage figure");
  await world.page.keyboard.press("Enter");
  await frame.waitForSelector("dialog.lightbox[open]");
});

test("on paper there is the article alone", async () => {
  const tab = await readInTab(world);
  await tab.emulateMediaType("print");
  assert.deepEqual(await tab.$$eval(".toolbar, .related, [data-offprint=removed]", (found) => found.map((one) => one.checkVisibility())), [false, false, false]);
  assert.equal(await tab.$eval(".stage h1", (one) => one.checkVisibility()), true);
});

test("a link to the selected words", async () => {
  const frame = await world.read("/plain");
  await catchCopies(frame);
  await frame.evaluate(() => {
    const paragraph = document.querySelector(".stage .body p")?.firstChild;
    if (paragraph) getSelection()?.setBaseAndExtent(paragraph, 0, paragraph, 17);
  });
  await press(frame, "#open-more");
  await press(frame, "#copy-link");
  assert.match(await copied(frame), /#:~:text=For%20a%20hundred%20years$/);
});

test("the article as Markdown: what is known of it, its title, its text as the person left it", async () => {
  const frame = await world.read("/plain");
  await catchCopies(frame);
  const block = await frame.$(".stage [data-block]::-p-text(The city had planned a wall)");
  await block?.focus();
  await world.page.keyboard.press("Delete");
  await press(frame, "#open-more");
  await press(frame, "#copy-markdown");
  const text = await copied(frame);
  assert.match(text, /^---\ntitle: "The harbour that learned to breathe"\nauthor: \["Ada Keller"\]\n/);
  assert.match(text, /\n# The harbour that learned to breathe\n/);
  assert.match(text, /\n## A wall that grows\n/);
  assert.match(text, /For a hundred years/);
  assert.ok(!text.includes("planned a wall of concrete"));
});

test("read aloud: sentence by sentence, marked, with pause and skip, by a voice of this machine", async () => {
  const frame = await world.read("/plain");
  // No voice in a headless browser: one that says nothing, and is done when told.
  await frame.evaluate(() => {
    const page = /** @type {any} */ (window);
    page.said = [];
    page.finish = () => page.said.at(-1).onend?.(new Event("end"));
    const voices = [{ lang: "en-US", localService: false, name: "far" }, { lang: "en-GB", localService: true, name: "near" }];
    page.SpeechSynthesisUtterance = class { constructor(/** @type {string} */ text) { /** @type {any} */ (this).text = text; } };
    Object.defineProperty(window, "speechSynthesis", { value: { getVoices: () => voices, cancel() {}, speak: (/** @type {any} */ words) => page.said.push(words) } });
  });
  const said = () => frame.evaluate(() => /** @type {any} */ (window).said.map((/** @type {any} */ one) => [one.text.trim(), one.voice?.name]));
  const marked = () => frame.evaluate(() => [...(CSS.highlights.get("sentence") ?? [])].map(String).join(""));
  await press(frame, "#open-more");
  await press(frame, "#read-aloud");
  assert.deepEqual(await said(), [["For a hundred years the old basin of Lindholm was a place to leave.", "near"]]);
  assert.equal(await marked(), "For a hundred years the old basin of Lindholm was a place to leave.");
  await frame.evaluate(() => /** @type {any} */ (window).finish());
  assert.match((await said())[1][0], /^Ships came in loaded/);
  await press(frame, "#aloud-play");
  await frame.evaluate(() => /** @type {any} */ (window).finish());
  assert.equal((await said()).length, 2, "nothing is said in a pause");
  await press(frame, "#aloud-next");
  assert.match((await said())[2][0], /^Ropes of mussels/);
  await press(frame, "#aloud-stop");
  assert.equal(await marked(), "");
});

test("the place is kept: at the next visit one goes on where one stopped, and a page read from its start stays there", async () => {
  let frame = await world.read("/chapters?kept");
  assert.equal(await frame.evaluate(() => window.scrollY), 0);
  await frame.$eval(".stage h2:nth-of-type(3)", (one) => one.scrollIntoView());
  const kept = (/** @type {boolean} */ isKept) =>
    until(async () => {
      const pages = await frame.evaluate(async () => Object.keys((await chrome.storage.session.get("places")).places ?? {}));
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

// Text and colours as a person likes them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { escape, press, withBrowser } from "./with-browser.mjs";

/** @typedef {import("puppeteer-core").Frame} Frame */

const world = withBrowser();

/** @param {Frame} frame @param {string} selector */
const style = (frame, selector) =>
  frame.$eval(selector, (one) => {
    const { fontFamily, fontSize, lineHeight, letterSpacing, wordSpacing, textAlign, backgroundColor } = getComputedStyle(one);
    return { fontFamily, fontSize: parseFloat(fontSize), lineHeight: parseFloat(lineHeight), letterSpacing, wordSpacing, textAlign, backgroundColor, width: one.getBoundingClientRect().width };
  });

/** Moves a slider as the arrow keys do. @param {Frame} frame @param {string} name @param {string} key */
async function slide(frame, name, key) {
  await frame.focus(`input[name=${name}]`);
  await world.page.keyboard.press(/** @type {import("puppeteer-core").KeyInput} */ (key));
}

test("every choice is seen at once behind the panel, and is there again on the next page", async () => {
  let frame = await world.read("/plain");
  const before = await style(frame, ".stage .body p");
  await press(frame, "#open-settings");
  await press(frame, "label[data-theme=sepia]");
  await press(frame, "label[data-font=mono]");
  await press(frame, "label[data-align=justify]");
  await press(frame, "#larger");
  for (const name of ["line", "letter", "word", "paragraph"]) await slide(frame, name, "End");
  await slide(frame, "width", "Home");
  const now = await style(frame, ".stage .body p");
  assert.notEqual(now.fontFamily, before.fontFamily);
  assert.ok(now.fontSize > before.fontSize, "larger");
  assert.ok(now.lineHeight / now.fontSize > before.lineHeight / before.fontSize, "lines further apart");
  assert.notEqual(now.letterSpacing, before.letterSpacing);
  assert.notEqual(now.wordSpacing, before.wordSpacing);
  assert.equal(now.textAlign, "justify");
  assert.ok(now.width < before.width, "narrower");
  assert.notEqual((await style(frame, "html")).backgroundColor, "rgb(252, 251, 249)");

  escape(world.page);
  assert.ok(world.page.frames().includes(frame), "Escape closes the panel first");
  frame = await world.read("/bridge");
  assert.deepEqual({ ...(await style(frame, ".stage .body p")) }, now);

  await press(frame, "#open-settings");
  await press(frame, ".reset");
  assert.deepEqual(await style(frame, ".stage .body p"), before);
});

test("what is stored and unknown counts as not chosen", async () => {
  const target = await world.browser.waitForTarget((one) => one.type() === "service_worker");
  const worker = await target.worker();
  await worker?.evaluate(() => chrome.storage.sync.set({ choices: { theme: "url(evil)", size: 1e9, font: "serif" } }));
  const frame = await world.read("/plain");
  assert.deepEqual(await frame.evaluate(() => [document.documentElement.dataset.theme, document.documentElement.style.getPropertyValue("--size")]), ["auto", "1"]);
});

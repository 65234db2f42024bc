// A style sheet of one's own loads nothing, whatever it is disguised as.
import assert from "node:assert/strict";
import { test } from "node:test";
import { painted, until } from "../../xtask/browser/launch.mjs";
import { press, texts, withBrowser } from "./with-browser.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

const world = withBrowser();

/** @returns {Promise<Page>} */
async function openOptions() {
  const tab = await world.browser.newPage();
  await tab.goto(`chrome-extension://${world.extension}/options.html`);
  await tab.waitForSelector("html[data-state=done]");
  return tab;
}

/** @param {Page} tab @param {string} words */
async function write(tab, words) {
  await tab.$eval("#style", (box) => void (/** @type {HTMLTextAreaElement} */ (box).value = ""));
  await tab.type("#style", words);
  await press(tab.mainFrame(), "#keep-style");
  await tab.waitForSelector("#notice:not([hidden])");
}

test("a style sheet of one's own is seen at once and on the next page, and what would load something in it does not count", async () => {
  const asked = /** @type {string[]} */ ([]);
  const frame = await world.read("/plain");
  const tab = await openOptions();
  for (const page of [world.page, tab]) page.on("request", (request) => asked.push(request.url()));
  const trap = `${world.origin}/sample/harbour.webp?trap`;
  await write(tab, [
    `@import "${trap}";`,
    ".body p { color: rgb(1, 2, 3) }",
    `h1 { background: url(${trap}) }`,
    `h1 { background: \\75 rl(${trap}) }`,
    `:root { --trap: \\75 rl("${trap}") } h1 { list-style: var(--trap); border-image: var(--trap) }`,
    `:root { --own: url("${trap}") } h1::after { content: var(--own) }`,
    `h1 { background: image-set("${trap}" 1x) } h1 { cursor: -webkit-image-set(url(${trap}) 1x), auto }`,
    `@font-face { font-family: Trap; src: url(${trap}) } h1 { font-family: Trap }`,
    `@media all { header { & p { mask: url(${trap}) } color: rgb(4, 5, 6) } }`,
    `@keyframes trap { from { background: url(${trap}) } } h1 { animation: trap 1s infinite }`,
    `@property --late { syntax: "<image>"; inherits: true; initial-value: url(${trap}) } h1 { background: var(--late) }`,
  ].join("\n"));
  assert.match((await texts(tab.mainFrame(), "#notice span"))[0], /10 rules/);
  const colours = (/** @type {import("puppeteer-core").Frame} */ where) => where.evaluate(() => [".stage .body p", ".stage header"].map((one) => getComputedStyle(/** @type {Element} */ (document.querySelector(one))).color));
  await until(async () => (await colours(frame))[0] === "rgb(1, 2, 3)");
  await tab.close();
  const next = await world.read("/bridge");
  assert.deepEqual(await colours(next), ["rgb(1, 2, 3)", "rgb(4, 5, 6)"]);
  // Two frames: what would be fetched has been asked for.
  await painted(next);
  assert.deepEqual(asked.filter((url) => url.includes("trap")), []);
  await next.evaluate(() => chrome.storage.local.remove("style"));
});

// The page of settings: what is chosen there holds in the reader, as a file too; a style sheet of one's own that loads nothing.
import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { painted, until } from "../../xtask/browser/launch.mjs";
import { download, press, texts, withBrowser } from "./with-browser.mjs";

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

/** @param {Page} tab @param {string} text */
async function upload(tab, text) {
  const path = join(mkdtempSync(join(tmpdir(), "offprint-settings-")), "settings.json");
  writeFileSync(path, text);
  // What was said before says nothing of this file.
  await tab.$eval("#notice", (notice) => void (/** @type {HTMLElement} */ (notice).hidden = true));
  const box = await tab.$("#file");
  await /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (box).uploadFile(path);
  await tab.waitForSelector("#notice:not([hidden])");
  return (await texts(tab.mainFrame(), "#notice span"))[0];
}

/** @param {Page} tab */
const saved = async (tab) => JSON.parse((await download(world, () => press(tab.mainFrame(), "#export"))).bytes.toString());

test("the panel leads to the page of settings; what is chosen there is seen there and in the reader that is open", async () => {
  const frame = await world.read("/plain");
  await press(frame, "#open-settings");
  await press(frame, "#all-settings");
  const target = await world.browser.waitForTarget((one) => one.url().endsWith("/options.html"));
  const tab = await target.asPage();
  await tab.waitForSelector("html[data-state=done]");
  await press(tab.mainFrame(), "label[data-theme=sepia]");
  await press(tab.mainFrame(), "label[data-font=mono]");
  assert.match(await tab.$eval(".preview-text", (one) => getComputedStyle(one).fontFamily), /mono/i);
  // Its tab is behind the other and paints nothing.
  const shown = () => frame.evaluate(() => [document.documentElement.dataset.theme, document.documentElement.dataset.font].join());
  await until(async () => (await shown()) === "sepia,mono");
  await press(tab.mainFrame(), "#reset-all");
  await until(async () => (await shown()) === "auto,serif");
});

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

test("settings go to a file and come back from it; a file that is none changes nothing", async () => {
  const tab = await openOptions();
  /** @returns {Promise<any>} */
  const state = () => tab.evaluate(async () => ({ choices: (await chrome.storage.sync.get("choices")).choices, local: await chrome.storage.local.get(["sites", "style"]) }));
  await tab.evaluate(() => chrome.storage.local.set({ sites: [["https://news.example", { removed: ["a.1", "b.2"], restored: [] }]], style: "h1 { color: red }" }));
  await press(tab.mainFrame(), "label[data-theme=dark]");
  await until(async () => (await state()).choices?.theme === "dark");
  const file = await saved(tab);
  assert.deepEqual([file.offprint, file.version, file.choices.theme, file.style], ["settings", 1, "dark", "h1 { color: red }"]);
  const before = await state();

  await press(tab.mainFrame(), "#reset-all");
  await until(async () => (await state()).choices.theme === "auto");
  assert.deepEqual(await texts(tab.mainFrame(), "#sites li"), ["None."]);
  assert.match(await upload(tab, JSON.stringify(file)), /count now/);
  assert.deepEqual(await state(), before);
  assert.match((await texts(tab.mainFrame(), "#sites li"))[0], /^news\.example2 removed, 0 restored/);

  for (const [text, words] of [["{", /not JSON/], ["[]", /no settings file/], ['{"offprint":"settings","version":2}', /no settings file/], [JSON.stringify({ ...file, choices: { theme: "url(x)" } }), /“theme”/], [JSON.stringify({ ...file, sites: { "javascript:1": { removed: [], restored: [] } } }), /“javascript:1”/], [JSON.stringify({ ...file, more: 1 }), /“more”/]]) {
    assert.match(await upload(tab, String(text)), /** @type {RegExp} */ (words));
    assert.deepEqual(await state(), before);
  }
  await press(tab.mainFrame(), "#sites button");
  await until(async () => (await state()).local.sites.length === 0);
  await press(tab.mainFrame(), "#reset-all");
  await press(tab.mainFrame(), "#notice button");
  await until(async () => (await state()).choices.theme === "dark");
  await press(tab.mainFrame(), "#reset-all");
});

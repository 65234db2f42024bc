// What a person takes out of an article and puts back into it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../../xtask/browser/launch.mjs";
import { press, texts, withBrowser } from "./with-browser.mjs";
import { SENTENCES } from "./pages.mjs";

/** @typedef {import("puppeteer-core").Frame} Frame */

const WALL = SENTENCES[1];
const LIST = "[data-offprint=removed]";
const world = withBrowser();

/** What a person sees of the article. @param {Frame} frame */
const article = (frame) => frame.$eval(".stage .body", (one) => /** @type {HTMLElement} */ (one).innerText);

/** @param {Frame} frame @param {string} text */
const paragraph = async (frame, text) => {
  const found = await frame.$(`.stage [data-block]::-p-text(${text})`);
  assert.ok(found, `no block with: ${text}`);
  return found;
};

/** @param {Frame} frame @param {string} text */
async function remove(frame, text) {
  const block = await paragraph(frame, text);
  await block.scrollIntoView();
  await block.hover();
  await press(frame, ".eraser");
}

/** Waits until so many removals are kept for the site: a step is kept a moment after it is taken. @param {Frame} frame @param {number} count */
const kept = (frame, count) =>
  until(() => frame.evaluate(async (count) => /** @type {any} */ ((await chrome.storage.local.get("sites")).sites ?? [])[0]?.[1].removed.length === count, count));

/** Opens the list and a group of it. @param {Frame} frame @param {string} reason */
async function openList(frame, reason) {
  await frame.$eval(LIST, (list) => void (/** @type {HTMLDetailsElement} */ (list).open = true));
  await press(frame, `${LIST} [data-reason=${reason}] > summary`);
}

test("a block under the pointer is removed by its button, and comes back by Undo", async () => {
  const frame = await world.read("/plain");
  const before = await article(frame);
  await remove(frame, WALL);
  assert.ok(!(await article(frame)).includes(WALL));
  await press(frame, "#notice button::-p-text(Undo)");
  assert.equal(await article(frame), before);
});

test("what a person removed is on the list, under its own reason, and can be restored there", async () => {
  const frame = await world.read("/plain");
  const before = await article(frame);
  await remove(frame, WALL);
  await openList(frame, "by-you");
  assert.ok((await texts(frame, "[data-reason=by-you] li p"))[0].includes(WALL));
  await press(frame, "[data-reason=by-you] li button");
  assert.equal(await article(frame), before);
  assert.equal((await frame.$$("[data-reason=by-you] li")).length, 0);
});

test("who restores a part stays where the list is, and may be led to the part", async () => {
  const frame = await world.read("/plain");
  await openList(frame, "advertisement");
  const button = "[data-reason=advertisement] li button";
  const place = () => frame.$eval(button, (one) => Math.round(one.getBoundingClientRect().top));
  await frame.$eval(button, (one) => one.scrollIntoView({ block: "center", behavior: "instant" }));
  const before = await place();
  await press(frame, button);
  await frame.waitForSelector("[data-restored]");
  assert.ok(Math.abs((await place()) - before) < 2);
  await press(frame, "#notice button::-p-text(Show it)");
  await until(() => frame.$eval("[data-restored]", (one) => one.getBoundingClientRect().top > 0 && one.getBoundingClientRect().bottom < innerHeight));
});

test("each button of the list is called after what it restores, and no rule is shown by its inner name", async () => {
  const frame = await world.read("/plain");
  await openList(frame, "comments");
  const names = () => frame.$$eval("[data-reason=comments] li button", (found) => found.map((one) => one.ariaLabel ?? ""));
  assert.equal(new Set(await names()).size, 3, `${await names()}`);
  assert.ok((await names())[0].startsWith("Restore: "));
  await press(frame, "[data-reason=comments] li button");
  await until(async () => (await names())[0].startsWith("Remove again: "));
  assert.deepEqual((await texts(frame, "[data-offprint=removed] li")).filter((one) => /\w\/\w/.test(one)), []);
});

test("a restored part can be taken back by Ctrl+Z, and its button knows", async () => {
  const frame = await world.read("/plain");
  await openList(frame, "advertisement");
  await press(frame, "[data-reason=advertisement] li button");
  await frame.waitForSelector("[data-restored]");
  assert.deepEqual(await texts(frame, "[data-reason=advertisement] li button[data-shown]"), ["Remove again"]);
  await world.page.keyboard.down("Control");
  await world.page.keyboard.press("z");
  await world.page.keyboard.up("Control");
  await frame.waitForFunction(() => !document.querySelector("[data-restored], li button[data-shown]"));
});

test("a group as a whole: back by one press, out again by another, each one step of Undo", async () => {
  const frame = await world.read("/plain");
  const before = await article(frame);
  await openList(frame, "comments");
  const all = "[data-reason=comments] > button";
  const shown = () => frame.$$eval("[data-reason=comments] li button", (found) => found.map((one) => one.hasAttribute("data-shown")).join());
  assert.deepEqual(await texts(frame, all), ["Restore all"]);
  await press(frame, all);
  const back = await article(frame);
  assert.ok(back.includes("Finally some good news, more of this please."));
  assert.equal((await frame.$$("[data-restored]")).length, 3);
  assert.equal(await shown(), "true,true,true");
  assert.deepEqual(await texts(frame, all), ["Remove all again"]);
  await press(frame, "[data-reason=comments] li button");
  assert.deepEqual(await texts(frame, all), ["Restore all"], "the one that is missing");
  await press(frame, all);
  assert.equal(await article(frame), back);
  await press(frame, all);
  assert.equal(await article(frame), before);
  await press(frame, "#notice button::-p-text(Undo)");
  assert.equal(await article(frame), back);
  // The one that was brought back last, the one that was taken out, all.
  for (let step = 0; step < 3; step += 1) {
    await world.page.keyboard.down("Control");
    await world.page.keyboard.press("z");
    await world.page.keyboard.up("Control");
  }
  assert.equal(await article(frame), before);
  assert.equal(await shown(), "false,false,false");
  assert.equal(await frame.$eval("[data-reason=share] > button", (one) => one.checkVisibility()), false, "one part has its own button");
});

test("remembered for the site when wanted: gone and back again after a reload", async () => {
  let frame = await world.read("/plain");
  await remove(frame, WALL);
  await openList(frame, "advertisement");
  await press(frame, "[data-reason=advertisement] li button");
  const restored = await frame.$eval("[data-restored]", (one) => one.textContent);

  frame = await world.read("/plain");
  assert.ok((await article(frame)).includes(WALL), "nothing is kept unasked");

  await remove(frame, WALL);
  await openList(frame, "advertisement");
  await press(frame, "[data-reason=advertisement] li button");
  await press(frame, `${LIST} .memory input`);
  await kept(frame, 1);
  frame = await world.read("/plain");
  assert.ok(!(await article(frame)).includes(WALL));
  assert.equal(await frame.$eval("[data-restored]", (one) => one.textContent), restored);

  // Back as it was: that is remembered too.
  await openList(frame, "by-you");
  await press(frame, "[data-reason=by-you] li button");
  await kept(frame, 0);
  frame = await world.read("/plain");
  assert.ok((await article(frame)).includes(WALL));
  assert.equal(await frame.$eval("[data-restored]", (one) => one.textContent), restored);
});

test("of more sites than are remembered the oldest goes first, whatever its name", async () => {
  const page = await world.browser.newPage();
  await page.goto(`chrome-extension://${world.extension}/options.html`);
  // As versions kept them that knew no order: Chromium has them by their names.
  const before = Array.from({ length: 200 }, (_, nth) => `https://m${String(nth).padStart(3, "0")}.example`);
  await page.evaluate((sites) => chrome.storage.local.set({ sites: Object.fromEntries(sites.map((site) => [site, { removed: ["a.1"], restored: [] }])) }), before);
  const kept = await page.evaluate(async () => {
    const address = "/memory.js";
    const { SiteMemory, keptSites } = await import(address);
    for (const site of ["https://z.example", "https://a.example", "https://m000.example"]) await (await SiteMemory.load(site)).turn(true, []);
    return Object.keys(await keptSites());
  });
  assert.deepEqual(kept, [...before.slice(3), "https://z.example", "https://a.example", "https://m000.example"]);
  await page.evaluate(() => chrome.storage.local.remove("sites"));
});

test("of more places than are kept the oldest goes first, whatever its name", async () => {
  const page = await world.browser.newPage();
  await page.goto(`chrome-extension://${world.extension}/options.html`);
  const kept = await page.evaluate(async () => {
    const address = "/places.js";
    const { keepPlace, placeIn } = await import(address);
    const pages = ["z", "y", ...Array.from({ length: 49 }, (_, nth) => `m${nth}`), "a"].map((name) => `https://${name}.example/`);
    for (const url of pages) await keepPlace(url, "b.1 0");
    const places = await Promise.all(pages.map((url) => placeIn(url)));
    return pages.filter((_, nth) => places[nth] === null);
  });
  assert.deepEqual(kept, ["https://z.example/", "https://y.example/"]);
});

test("a notice stays for as long as its button has the focus", async () => {
  const frame = await world.read("/plain");
  await frame.evaluate(() => {
    const later = window.setTimeout.bind(window);
    // Its time, shortened.
    window.setTimeout = /** @type {any} */ ((/** @type {() => void} */ act, /** @type {number} */ ms) => later(act, ms === 10_000 ? 200 : ms));
  });
  await frame.focus(".stage .body p");
  await world.page.keyboard.press("Delete");
  await frame.focus("#notice:not([hidden]) button");
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(await frame.$eval("#notice", (one) => /** @type {HTMLElement} */ (one).hidden), false);
  await frame.focus("#close");
  await frame.waitForSelector("#notice[hidden]");
});

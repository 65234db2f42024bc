// The article in two columns, turned leaf by leaf.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { painted, until, variant } from "../../xtask/browser/launch.mjs";
import { objections, press, texts, withBrowser } from "./with-browser.mjs";

/** @typedef {import("puppeteer-core").Frame} Frame */

// Leaves are there at once, not on their way.
const world = withBrowser({ args: ["--force-prefers-reduced-motion"] });

/** A letter of running text takes 0.85 of a digit on average; that many letters are the most that a line should have. */
const MOST_DIGITS = 75 * 0.85;
const LEAST_DIGITS = 34;

beforeEach(async () => {
  const worker = await (await world.browser.waitForTarget((one) => one.type() === "service_worker")).worker();
  await worker?.evaluate(() => chrome.storage.sync.set({ choices: { layout: "columns" } }));
});

/** Waits for a leaf to be there and at rest: its number shows at once, where one is is known with the picture after. @param {Frame} frame @param {string} place such as "2 / 5" */
async function isAt(frame, place) {
  await frame.waitForFunction((place) => document.querySelector("#page-place")?.textContent?.startsWith(place), {}, place);
  await painted(frame);
}

/** Where the window comes to rest. @param {Frame} frame @returns {Promise<number>} pixels from the top */
const rest = (frame) =>
  frame.evaluate(async () => {
    for (let last = NaN; last !== window.scrollY; await new Promise((done) => setTimeout(done, 100))) last = window.scrollY;
    return window.scrollY;
  });

/** How the text lies. @param {Frame} frame */
const layout = (frame) =>
  frame.evaluate(() => {
    const stage = /** @type {HTMLElement} */ (document.querySelector(".stage"));
    const ruler = document.createElement("div");
    ruler.style.width = "100ch";
    document.querySelector(".stage .body")?.append(ruler);
    const digit = ruler.getBoundingClientRect().width / 100;
    ruler.remove();
    const lines = [...stage.querySelectorAll(".body > p")].flatMap((one) => [...one.getClientRects()]);
    return { columns: getComputedStyle(stage).columnCount, digits: Math.max(...lines.map(({ width }) => width)) / digit, lefts: new Set(lines.map(({ left }) => Math.round(left))).size, scrollsDown: document.documentElement.scrollHeight > innerHeight * 2 };
  });

test("a wide window shows two columns of a measure that can be read; the next leaves lie beside them", async () => {
  const frame = await world.read("/chapters");
  const { columns, digits, lefts } = await layout(frame);
  assert.equal(columns, "2");
  assert.ok(digits >= LEAST_DIGITS && digits <= MOST_DIGITS, `${digits} digits a line`);
  assert.ok(lefts > 2, "more than one leaf");
  // What the columns show is what is there: no line lies below them or between two leaves.
  const lost = await frame.evaluate(() => {
    const { top, bottom } = /** @type {Element} */ (document.querySelector(".stage")).getBoundingClientRect();
    return [...document.querySelectorAll(".stage .body p")].flatMap((one) => [...one.getClientRects()]).filter((line) => line.top < top - 1 || line.bottom > bottom + 1).length;
  });
  assert.equal(lost, 0);
});

test("keys, buttons and the wheel turn the leaves; behind the last one the page goes on", async () => {
  const frame = await world.read("/sections");
  await isAt(frame, "1 / ");
  const count = Number((await texts(frame, "#page-place"))[0].split("/")[1]);
  assert.ok(count >= 2, `${count} leaves`);
  const { keyboard, mouse } = world.page;
  await keyboard.press("PageDown");
  await isAt(frame, "2 / ");
  await keyboard.press("ArrowLeft");
  await isAt(frame, "1 / ");
  await keyboard.press("Space");
  await isAt(frame, "2 / ");
  await press(frame, "#page-before");
  await isAt(frame, "1 / ");
  await mouse.move(400, 400);
  await mouse.wheel({ deltaY: 120 });
  await isAt(frame, "2 / ");
  await keyboard.press("Home");
  await isAt(frame, "1 / ");
  await keyboard.press("End");
  await isAt(frame, `${count} / `);
  assert.equal(await frame.evaluate(() => window.scrollY), 0);
  await keyboard.press("PageDown");
  await frame.waitForFunction(() => window.scrollY > 0);
  // The browser scrolls on its own way, which takes some pictures.
  const down = await rest(frame);
  assert.equal(await frame.$eval(".related", (one) => one.getBoundingClientRect().top < window.innerHeight), true, `the related articles, ${down} pixels down`);
});

test("figures, code and tables are in one piece, and what is higher than a leaf scrolls in itself", async () => {
  const frame = await world.read("/pieces");
  await isAt(frame, "1 / ");
  const broken = await frame.$$eval(".stage :is(figure, pre, table)", (found) => found.filter((one) => one.getClientRects().length !== 1).map((one) => one.tagName));
  assert.deepEqual(broken, []);
  const table = await frame.$$eval(".stage table", (found) => found.map((one) => [one.getBoundingClientRect().bottom <= /** @type {Element} */ (one.closest(".stage")).getBoundingClientRect().bottom, one.scrollHeight > one.clientHeight]));
  assert.deepEqual(table, [[true, false], [true, true]]);
  // A heading stands above its text, never at the foot of a column.
  const stranded = await frame.$$eval(".stage h2", (found) => found.filter((one) => one.nextElementSibling && one.getBoundingClientRect().left !== one.nextElementSibling.getClientRects()[0].left).map((one) => one.textContent));
  assert.deepEqual(stranded, []);
});

test("the contents, the bar and the place that is kept know the leaves", async () => {
  let frame = await world.read("/chapters?columns");
  await isAt(frame, "1 / ");
  await press(frame, "#open-contents");
  await press(frame, "#contents li:nth-child(3) button");
  await frame.waitForFunction(() => document.querySelector("#page-place")?.textContent?.startsWith("1 /") === false);
  const isInSight = () => frame.$eval(".stage h2:nth-of-type(3)", (one) => one.getBoundingClientRect().left > 0 && one.getBoundingClientRect().right < window.innerWidth);
  await until(isInSight);
  assert.ok(await frame.$eval("#progress", (one) => one.getBoundingClientRect().width > 0));
  await press(frame, "#open-contents");
  assert.deepEqual(await texts(frame, "#contents [aria-current]"), ["The crabs"]);
  const worker = await (await world.browser.waitForTarget((one) => one.type() === "service_worker")).worker();
  await until(async () => worker?.evaluate(async () => (/** @type {[string, string][]} */ ((await chrome.storage.session.get("places")).places ?? [])).some(([url]) => url.endsWith("?columns"))));
  frame = await world.read("/chapters?columns");
  await until(isInSight);
});

test("a window that becomes narrow has one column, at the place where one was, and gets its leaves back", async () => {
  const frame = await world.read("/chapters");
  await isAt(frame, "1 / ");
  await world.page.keyboard.press("PageDown");
  await isAt(frame, "2 / ");
  // Of a paragraph that is broken the other half is on the leaf before.
  const first = () =>
    frame.evaluate(() => [...document.querySelectorAll(".stage .body [data-block]")].find((one) => {
      const [{ left, top }] = one.getClientRects();
      return left > 0 && left < innerWidth && top > 50;
    })?.textContent);
  const read = await first();
  await world.page.setViewport({ width: 700, height: 900 });
  await frame.waitForFunction(() => document.querySelector("#pages")?.hasAttribute("hidden"));
  const { columns, scrollsDown } = await layout(frame);
  assert.deepEqual([columns, scrollsDown], ["auto", true]);
  await until(async () => (await first()) === read);
  await world.page.setViewport({ width: 1280, height: 900 });
  await isAt(frame, "2 / ");
});

test("text from right to left: the next leaf is on the left", async () => {
  const frame = await world.read("/chapters-from-right");
  await isAt(frame, "1 / ");
  await world.page.keyboard.press("ArrowLeft");
  await isAt(frame, "2 / ");
  assert.ok(await frame.$eval(".stage", (one) => one.scrollLeft < 0));
  const visible = await frame.$$eval(".stage .body p", (found) => found.some((one) => [...one.getClientRects()].some(({ left, right }) => left > 0 && right < innerWidth)));
  assert.ok(visible);
});

test("text that comes while one reads moves nothing that is there", async () => {
  await world.page.setViewport({ width: 1280, height: 600 });
  const frame = await world.read("/voyage");
  await isAt(frame, "1 / 1");
  const places = () => frame.$$eval(".stage h1, .stage .body p", (found) => found.slice(0, 4).map((one) => JSON.stringify(one.getClientRects()[0])));
  const before = await places();
  await press(frame, ".next-page button");
  await isAt(frame, "1 / 2");
  assert.deepEqual(await places(), before);
});

test("axe finds nothing, and one can go back and forth between articles", async () => {
  const frame = await world.read("/sections");
  await isAt(frame, "1 / ");
  assert.deepEqual(await objections(frame), []);
  await world.page.keyboard.press("PageDown");
  await isAt(frame, "2 / ");
  await world.page.keyboard.press("j");
  await isAt(frame, "1 / ");
  await press(frame, "#back");
  await isAt(frame, "2 / ");
});

test("in the settings it is one press, seen at once", async () => {
  const frame = await world.read("/chapters");
  await isAt(frame, "1 / ");
  await press(frame, "#open-settings");
  await press(frame, "label[data-layout=scroll]");
  assert.equal((await layout(frame)).columns, "auto");
  await press(frame, "label[data-layout=columns]");
  assert.equal((await layout(frame)).columns, "2");
});

test("chosen amid an article they begin where one was, and the keys turn them", async () => {
  const frame = await world.read("/chapters");
  await isAt(frame, "1 / ");
  await press(frame, "#open-settings");
  await press(frame, "label[data-layout=scroll]");
  await world.page.keyboard.press("Escape");
  await frame.$eval(".stage h2:nth-of-type(3)", (one) => one.scrollIntoView());
  await rest(frame);
  await press(frame, "#open-settings");
  await press(frame, "label[data-layout=columns]");
  await world.page.keyboard.press("Escape");
  await isAt(frame, "2 / ");
  assert.equal(await rest(frame), 0);
  await world.page.keyboard.press("ArrowLeft");
  await isAt(frame, "1 / ");
});

describe("from page to page", () => {
  const world = withBrowser({ folder: () => variant({ host_permissions: ["*://127.0.0.1/*"] }), args: ["--force-prefers-reduced-motion"] });

  test("back on a page the wheel's way counts once", async () => {
    const worker = await (await world.browser.waitForTarget((one) => one.type() === "service_worker")).worker();
    await worker?.evaluate(() => chrome.storage.sync.set({ choices: { layout: "columns" } }));
    const frame = await world.read("/linking");
    // The leaves stay in sight: below them the wheel scrolls.
    await frame.$eval(".cards article:first-child .ways button", (one) => /** @type {HTMLElement} */ (one).focus({ preventScroll: true }));
    await world.page.keyboard.press("Enter");
    await frame.waitForFunction(() => document.querySelector("main[data-state=done]")?.textContent?.includes("since he was a boy"));
    await press(frame, "#back");
    await isAt(frame, "1 / ");
    await world.page.mouse.move(400, 400);
    await world.page.mouse.wheel({ deltaY: 30 });
    // A leaf would be turned by then.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await isAt(frame, "1 / ");
    await world.page.mouse.wheel({ deltaY: 30 });
    await isAt(frame, "2 / ");
  });
});

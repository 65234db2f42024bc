// The browser's own way back closes the reader, and the page learns nothing of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { click, reader, until } from "../../xtask/browser/launch.mjs";
import { escape, press, texts, withBrowser } from "./with-browser.mjs";

const world = withBrowser();

const readers = () => world.page.frames().filter((frame) => frame.url().endsWith("/reader.html")).length;
const isGone = () => until(async () => readers() === 0);

/** As the browser's button does; a page's script takes the same way. */
const goBack = () => world.page.evaluate(() => history.back());

/** What the page sees of the tab's history. */
const traces = () => world.page.evaluate(() => ({ heard: /** @type {any} */ (window).heard, state: history.state, address: location.href }));

/** A page with one before it, that listens. @param {string} path */
async function visit(path) {
  await world.visit("/bridge");
  await world.visit(path);
  await world.page.evaluate(() => {
    history.replaceState({ own: 1 }, "");
    /** @type {any} */ (window).heard = [];
    for (const type of ["popstate", "hashchange", "pagehide"]) window.addEventListener(type, () => /** @type {any} */ (window).heard.push(type));
  });
}

async function open() {
  await click(world.page, world.extension);
  return reader(world.page);
}

test("back closes the reader; once more leaves the page", async () => {
  await visit("/plain?back");
  const before = await traces();
  const frame = await open();
  await press(frame, ".stage h1");
  await goBack();
  await isGone();
  assert.deepEqual(await traces(), before);
  await goBack();
  await until(async () => world.page.url().endsWith("/bridge"));
});

test("in another article of the page, back goes to the one before", async () => {
  await visit("/plain?article");
  const frame = await open();
  const [title] = await texts(frame, ".stage h1");
  await press(frame, ".cards article:has(.body p) button");
  await until(async () => (await texts(frame, ".stage h1"))[0] !== title);
  await goBack();
  await until(async () => (await texts(frame, ".stage h1"))[0] === title);
  assert.equal(readers(), 1);
  await goBack();
  await isGone();
  assert.ok(world.page.url().includes("/plain?article"));
});

/** Some browsers report a frame as loaded a moment after a step back. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 1000));

test("however long one waits between steps back, what was removed stays removed, the place and the focus are kept, and the reader closes", async () => {
  await visit("/plain?slowly");
  const frame = await open();
  await press(frame, ".body [data-block]");
  await world.page.keyboard.press("Delete");
  const card = ".cards article:has(.body p) button";
  await frame.focus(card);
  const place = await frame.evaluate(() => (window.scrollTo({ top: document.body.scrollHeight, behavior: "instant" }), window.scrollY));
  assert.ok(place > 0);
  const [title] = await texts(frame, ".stage h1");
  await world.page.keyboard.press("Enter");
  await until(async () => (await texts(frame, ".stage h1"))[0] !== title);
  await goBack();
  await until(async () => (await texts(frame, ".stage h1"))[0] === title);
  await pause();
  const kept = await frame.evaluate((card) => ({ removed: document.querySelectorAll(".body [data-block][hidden]").length, place: window.scrollY, isFocused: document.activeElement === document.querySelector(card) }), card);
  assert.deepEqual(kept, { removed: 1, place, isFocused: true });
  await goBack();
  await isGone();
});

test("a frame that the person loads anew is filled anew", async () => {
  await visit("/plain?anew");
  const frame = await open();
  const [title] = await texts(frame, ".stage h1");
  await frame.evaluate(() => void ((document.title = "old"), setTimeout(() => location.reload())));
  await until(async () => {
    const anew = await reader(world.page);
    return (await anew.evaluate(() => document.title)) !== "old" && (await texts(anew, ".stage h1"))[0] === title;
  });
  escape(world.page);
  await isGone();
});

test("at the first article the key for the way back is the browser's own", async () => {
  await visit("/plain?key");
  const frame = await open();
  await frame.evaluate(() => document.addEventListener("keydown", (event) => void (document.body.dataset.taken = `${event.key} ${event.defaultPrevented}`)));
  const { keyboard } = world.page;
  await keyboard.press("j");
  await keyboard.down("Alt");
  for (const taken of ["ArrowLeft true", "ArrowLeft false", "ArrowRight true", "ArrowRight false"]) {
    await keyboard.press(/** @type {import("puppeteer-core").KeyInput} */ (taken.split(" ")[0]));
    await frame.waitForFunction((taken) => document.body.dataset.taken === taken, { timeout: 5000 }, taken);
  }
  await keyboard.up("Alt");
});

for (const [way, leave] of /** @type {[string, () => Promise<unknown>][]} */ ([
  ["Escape", async () => escape(world.page)],
  ["a second click", () => click(world.page, world.extension)],
])) {
  test(`after ${way} the tab's history is as it was: one step back leaves the page`, async () => {
    await visit(`/plain?${way}`);
    const before = await traces();
    const frame = await open();
    await press(frame, ".stage h1");
    await until(async () => (await frame.evaluate(() => history.length)) > 2);
    await leave();
    await isGone();
    assert.deepEqual(await traces(), before);
    await goBack();
    await until(async () => world.page.url().endsWith("/bridge"));
  });
}

test("where the page makes steps of its own meanwhile, they stay", async () => {
  await visit("/plain?own");
  const frame = await open();
  await press(frame, ".stage h1");
  await world.page.evaluate(() => history.pushState({ own: 2 }, "", "?moved"));
  escape(world.page);
  await isGone();
  assert.equal(new URL(world.page.url()).search, "?moved");
  assert.deepEqual((await traces()).heard, []);
});

// The extension as a person meets it: loaded into Chromium, its button really clicked.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { click, install, launch, reader, serve, until } from "../../xtask/browser/launch.mjs";
import { RELATED, SENTENCES, TITLE, page as answer } from "./pages.mjs";

/** @type {import("puppeteer-core").Browser} */
let browser;
/** @type {import("puppeteer-core").Page} */
let page;
/** @type {string} */
let extension;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  server = await serve(answer);
  browser = await launch();
  extension = await install(browser);
});

after(async () => {
  await browser?.close();
  server?.close();
});

beforeEach(async () => {
  for (const old of (await browser.pages()).slice(1)) await old.close();
  page = await browser.newPage();
});

/** @param {string} path */
const visit = (path) => page.goto(server.origin + path, { waitUntil: "load" });

/** @param {string} path */
async function read(path) {
  await visit(path);
  await click(page, extension);
  return reader(page);
}

/** @param {import("puppeteer-core").Frame} frame @param {string} selector */
const texts = (frame, selector) => frame.$$eval(selector, (found) => found.map((one) => one.textContent?.trim() ?? ""));

/** Not awaited: the key ends the frame that would have answered. */
const escape = () => void page.keyboard.press("Escape").catch(() => {});

const isGone = () => until(async () => !page.frames().some((frame) => frame.url().includes("reader.html")));

/** @param {import("puppeteer-core").Frame} frame */
async function assertSampleIsShown(frame) {
  assert.deepEqual(await texts(frame, "article[data-role=main] h1"), [TITLE]);
  const [text] = await texts(frame, "article[data-role=main] .body");
  for (const sentence of SENTENCES) assert.ok(text.includes(sentence), `missing: ${sentence}`);
  for (const furniture of ["SUMMER TYRES", "Subscribe", "seabird77", "842 partners"]) assert.ok(!text.includes(furniture), `left in: ${furniture}`);
}

/** What a person left on the page. */
const traces = () =>
  page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    values: [...document.querySelectorAll("input, textarea")].map((one) => (one instanceof HTMLInputElement && one.type === "checkbox" ? one.checked : /** @type {HTMLInputElement} */ (one).value)),
    focus: document.activeElement?.id ?? "",
    scroll: Math.round(scrollY),
    dialog: document.querySelector("dialog")?.open ?? false,
  }));

/** @param {Awaited<ReturnType<typeof traces>>} before */
async function assertIsAsItWas({ html, ...state }) {
  const { html: htmlNow, ...stateNow } = await traces();
  // Not as a comparison: nobody reads a megabyte of it.
  const change = [...htmlNow].findIndex((letter, at) => letter !== html[at]);
  assert.ok(htmlNow === html, `the page changed: ${html.slice(change - 20, change + 60)} is now ${htmlNow.slice(change - 20, change + 60)}`);
  assert.deepEqual(stateNow, state);
}

for (const [path, trait] of [
  ["/plain", "a plain news page"],
  ["/strict", "a page with strict CSP, trusted types, COEP and frame bans"],
  ["/hidden", "a page whose style sheet hides everything"],
  ["/application", "a page drawn by script"],
  ["/long", "a page of a megabyte"],
  ["/modal", "a page with a modal dialog of its own"],
  ["/overriding", "a page that overrides the DOM's methods"],
]) {
  test(`${trait} is read, and is as it was after Escape`, async () => {
    await visit(path);
    if (path === "/application") await page.waitForFunction(() => document.title !== "…");
    const before = await traces();
    await click(page, extension);
    const frame = await reader(page);
    await assertSampleIsShown(frame);
    assert.deepEqual(await frame.evaluate(() => [window.innerWidth, window.innerHeight]), [1280, 900], "it fills the window");
    escape();
    await isGone();
    await assertIsAsItWas(before);
  });
}

test("related articles stand as articles of their own, below the main one", async () => {
  const frame = await read("/plain");
  assert.deepEqual(await texts(frame, "article[data-role=related] h2"), RELATED);
  const body = "article[data-role=related]:has(h2 button) .body";
  assert.equal(await frame.$eval(`${body} p`, (one) => one.checkVisibility({ contentVisibilityAuto: true })), false);
});

test("what was left out is listed by reason, and comes back to its place", async () => {
  const frame = await read("/plain");
  const list = "[data-offprint=removed]";
  await frame.$eval(list, (details) => details.querySelectorAll("details").forEach((one) => (one.open = true)));
  await (await frame.$(`${list} > summary`))?.click();
  assert.match((await texts(frame, list))[0], /SUMMER TYRES/);
  const item = await until(async () => {
    for (const one of await frame.$$(`${list} li`)) if ((await one.evaluate((li) => li.textContent))?.includes("SUMMER TYRES")) return one;
  });
  const button = await item.$("button");
  await button?.click();
  const restored = await frame.waitForSelector("article [data-restored]");
  assert.match((await restored?.evaluate((one) => one.textContent)) ?? "", /SUMMER TYRES/);
  const previous = await restored?.evaluate((one) => one.previousElementSibling?.textContent ?? "");
  assert.match(previous ?? "", /Each of them filters a bucket of water a day/);
  await button?.click();
  await frame.waitForFunction(() => !document.querySelector("[data-restored]"));
});

for (const [way, leave] of /** @type {[string, (frame: import("puppeteer-core").Frame) => Promise<void>][]} */ ([
  ["Escape", async () => escape()],
  ["the close button", async (frame) => void (await frame.$("#close"))?.click().catch(() => {})],
  ["a second click", () => click(page, extension)],
])) {
  test(`${way} gives the page back with its form, focus, scroll and style`, async () => {
    await visit("/form");
    await page.type("#name", "Ada");
    await page.type("#note", "half a sentence");
    await page.click("#agree");
    await page.focus("#note");
    await page.evaluate(() => window.scrollTo({ top: 900, behavior: "instant" }));
    const before = await traces();
    await click(page, extension);
    const frame = await reader(page);
    await frame.evaluate(() => window.scrollTo(0, 400));
    await leave(frame);
    await isGone();
    await assertIsAsItWas(before);
    await page.keyboard.type("!");
    assert.equal(await page.$eval("#note", (one) => /** @type {HTMLTextAreaElement} */ (one).value), "half a sentence!");
  });
}

test("it opens again after it was closed", async () => {
  await assertSampleIsShown(await read("/plain"));
  escape();
  await isGone();
  await click(page, extension);
  await assertSampleIsShown(await reader(page));
});

test("an empty page stays, and a message says why", async () => {
  await visit("/empty");
  const before = await traces();
  await click(page, extension);
  await until(async () => (await pierced()).includes("found no text to read"));
  await isGone();
  await until(async () => !(await pierced()).includes("found no text to read"));
  await assertIsAsItWas(before);
});

test("a page that throws out strangers is read in a tab of its own", async () => {
  await visit("/evicting");
  await click(page, extension);
  const target = await browser.waitForTarget((one) => one.type() === "page" && one.url().includes("reader.html"));
  const tab = await target.asPage();
  await tab.waitForSelector("[data-offprint=reader][data-state=done]");
  await assertSampleIsShown(tab.mainFrame());
  assert.equal(await page.evaluate(() => document.querySelectorAll("dialog, iframe").length), 0);
});

test("thrown out once, the reader comes back, and still gives the page back as it was", async () => {
  await visit("/evicting-once");
  const before = await traces();
  await click(page, extension);
  const first = await reader(page);
  await page.evaluate(() => /** @type {any} */ (window).throwOut());
  await until(async () => first.detached);
  await assertSampleIsShown(await reader(page));
  escape();
  await isGone();
  await assertIsAsItWas(before);
});

test("scripts cannot press the reader's buttons", async () => {
  const frame = await read("/plain");
  await frame.$eval("#close", (button) => /** @type {HTMLButtonElement} */ (button).click());
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.ok(page.frames().includes(frame));
});

test("a page cannot see into the reader, nor feed a reader that it embeds", async () => {
  await read("/plain");
  assert.equal(await page.evaluate(() => document.documentElement.lastElementChild?.shadowRoot ?? null), null);
  // Its address is a secret of the browser's; the one that is known leads nowhere.
  const status = await page.evaluate(async (src) => {
    const frame = document.createElement("iframe");
    frame.src = src;
    const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
    document.body.append(frame);
    await loaded;
    frame.contentWindow?.postMessage({ type: "offprint", token: "00000000-0000-0000-0000-000000000000" }, "*", [new MessageChannel().port2]);
    return new Promise((resolve) => setTimeout(() => resolve(frame.contentDocument === null), 200));
  }, `chrome-extension://${extension}/reader.html`);
  assert.equal(status, true);
  const embedded = page.frames().filter((frame) => frame.parentFrame() === page.mainFrame());
  const shown = await Promise.all(embedded.map((frame) => frame.$("[data-offprint=reader]").catch(() => null)));
  assert.equal(shown.filter(Boolean).length, 1);
});

test("no wider than the window at 320 pixels", async () => {
  await page.setViewport({ width: 320, height: 640 });
  const frame = await read("/plain");
  assert.ok((await frame.evaluate(() => document.documentElement.scrollWidth)) <= 320);
});

test("the aggregator's page: one main article, three related ones, no promotion in any", async () => {
  const frame = await read("/pages/aggregator--utility-classes");
  assert.equal((await frame.$$("article[data-role=main]")).length, 1);
  assert.equal((await frame.$$("article[data-role=related]")).length, 3);
  for (const text of await texts(frame, "article")) assert.doesNotMatch(text, /ADVERTISEMENT|AI Features|DOWNLOAD THE APP/i);
});

/** All text of the page with closed shadow roots, as only the browser sees it. */
async function pierced() {
  const session = await page.createCDPSession();
  const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
  await session.detach();
  return JSON.stringify(root);
}

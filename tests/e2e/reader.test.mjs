// The extension as a person meets it: loaded into Chromium, its button really clicked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { click, reader, until } from "../../xtask/browser/launch.mjs";
import { CLEFS, RELATED, SENTENCES, TITLE } from "./pages.mjs";
import { escape, readInTab, scrollWidth, shiftOf, texts, withBrowser } from "./with-browser.mjs";

const world = withBrowser();

const isGone = () => until(async () => !world.page.frames().some((frame) => frame.url().includes("reader.html")));

/** @param {import("puppeteer-core").Frame} frame */
async function assertSampleIsShown(frame) {
  assert.deepEqual(await texts(frame, "article[data-role=main] h1"), [TITLE]);
  const [text] = await texts(frame, "article[data-role=main] .body");
  for (const sentence of SENTENCES) assert.ok(text.includes(sentence), `missing: ${sentence}`);
  for (const furniture of ["SUMMER TYRES", "Subscribe", "seabird77", "842 partners"]) assert.ok(!text.includes(furniture), `left in: ${furniture}`);
}

/** What a person left on the page. */
const traces = () =>
  world.page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    values: [...document.querySelectorAll("input, textarea")].map((one) => (one instanceof HTMLInputElement && one.type === "checkbox" ? one.checked : /** @type {HTMLInputElement} */ (one).value)),
    focus: document.activeElement?.id ?? "",
    scroll: Math.round(scrollY),
    dialog: document.querySelector("dialog")?.open ?? false,
    menu: document.querySelector("[popover]")?.matches(":popover-open") ?? false,
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
  ["/menu", "a page with a menu open"],
  ["/overriding", "a page that overrides the DOM's methods"],
]) {
  test(`${trait} is read, and is as it was after Escape`, async () => {
    await world.visit(path);
    if (path === "/application") await world.page.waitForFunction(() => document.title !== "…");
    const before = await traces();
    await click(world.page, world.extension);
    const frame = await reader(world.page);
    await assertSampleIsShown(frame);
    assert.deepEqual(await frame.evaluate(() => [window.innerWidth, window.innerHeight]), [1280, 900], "it fills the window");
    escape(world.page);
    await isGone();
    await assertIsAsItWas(before);
  });
}

test("where the browser's menu prints the page, the reader does not lie over it", async () => {
  const frame = await world.read("/plain");
  const isDrawn = async () => Boolean(await (await frame.frameElement())?.boundingBox());
  assert.ok(await isDrawn());
  await world.page.emulateMediaType("print");
  assert.equal(await isDrawn(), false);
});

test("related articles stand as articles of their own, below the main one", async () => {
  const frame = await world.read("/plain");
  assert.deepEqual(await texts(frame, "article[data-role=related] h2"), RELATED);
  const body = "article[data-role=related]:has(h2 button) .body";
  assert.equal(await frame.$eval(`${body} p`, (one) => one.checkVisibility({ contentVisibilityAuto: true })), false);
});

test("what was left out is listed by reason, and comes back to its place", async () => {
  const frame = await world.read("/plain");
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
  ["Escape", async () => escape(world.page)],
  ["the close button", async (frame) => void (await frame.$("#close"))?.click().catch(() => {})],
  ["a second click", () => click(world.page, world.extension)],
])) {
  test(`${way} gives the page back with its form, focus, scroll and style`, async () => {
    await world.visit("/form");
    await world.page.type("#name", "Ada");
    await world.page.type("#note", "half a sentence");
    await world.page.click("#agree");
    await world.page.focus("#note");
    await world.page.evaluate(() => window.scrollTo({ top: 900, behavior: "instant" }));
    const before = await traces();
    await click(world.page, world.extension);
    const frame = await reader(world.page);
    await frame.evaluate(() => window.scrollTo(0, 400));
    await leave(frame);
    await isGone();
    await assertIsAsItWas(before);
    await world.page.keyboard.type("!");
    assert.equal(await world.page.$eval("#note", (one) => /** @type {HTMLTextAreaElement} */ (one).value), "half a sentence!");
  });
}

// In a tab of its own: a frame has another size until it is shown.
test("nothing in sight moves while blocks come", async () => {
  const tab = await readInTab(world);
  const reading = await shiftOf(tab);
  // What web.dev counts as good.
  assert.ok(reading < 0.1, String(reading));
  await tab.evaluate(() => {
    const push = Object.assign(document.createElement("div"), { textContent: "x" });
    push.style.height = "300px";
    document.querySelector(".stage .body p")?.before(push);
  });
  await until(async () => (await shiftOf(tab)) > reading);
});

test("it opens again after it was closed", async () => {
  await assertSampleIsShown(await world.read("/plain"));
  escape(world.page);
  await isGone();
  await click(world.page, world.extension);
  await assertSampleIsShown(await reader(world.page));
});

test("an empty page stays, and a message says why", async () => {
  await world.visit("/empty");
  const before = await traces();
  await click(world.page, world.extension);
  await until(async () => (await pierced()).includes("found no text to read"));
  await isGone();
  await until(async () => !(await pierced()).includes("found no text to read"));
  await assertIsAsItWas(before);
});

test("a page that throws out strangers is read in a tab of its own", async () => {
  await world.visit("/evicting");
  await click(world.page, world.extension);
  const target = await world.browser.waitForTarget((one) => one.type() === "page" && one.url().includes("reader.html"));
  const tab = await target.asPage();
  await tab.waitForSelector("[data-offprint=reader][data-state=done]");
  await assertSampleIsShown(tab.mainFrame());
  assert.equal(await world.page.evaluate(() => document.querySelectorAll("dialog, iframe").length), 0);
});

test("to a tab every character goes whole", async () => {
  const tab = await readInTab(world, "/evicting-clefs");
  const text = (await texts(tab.mainFrame(), ".stage .body"))[0];
  assert.ok(text.includes(CLEFS), `${text.split("\ufffd").length - 1} characters came in two`);
});

test("thrown out once, the reader comes back, and still gives the page back as it was", async () => {
  await world.visit("/evicting-once");
  const before = await traces();
  await click(world.page, world.extension);
  const first = await reader(world.page);
  await world.page.evaluate(() => /** @type {any} */ (window).throwOut());
  await until(async () => first.detached);
  await assertSampleIsShown(await reader(world.page));
  escape(world.page);
  await isGone();
  await assertIsAsItWas(before);
});

test("scripts cannot press the reader's buttons", async () => {
  const frame = await world.read("/plain");
  await frame.$eval("#close", (button) => /** @type {HTMLButtonElement} */ (button).click());
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.ok(world.page.frames().includes(frame));
});

test("a page cannot see into the reader, nor feed a reader that it embeds", async () => {
  await world.read("/plain");
  assert.equal(await world.page.evaluate(() => document.documentElement.lastElementChild?.shadowRoot ?? null), null);
  // Its address is a secret of the browser's; the one that is known leads nowhere.
  const status = await world.page.evaluate(async (src) => {
    const frame = document.createElement("iframe");
    frame.src = src;
    const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
    document.body.append(frame);
    await loaded;
    frame.contentWindow?.postMessage({ type: "offprint", token: "00000000-0000-0000-0000-000000000000" }, "*", [new MessageChannel().port2]);
    return new Promise((resolve) => setTimeout(() => resolve(frame.contentDocument === null), 200));
  }, `chrome-extension://${world.extension}/reader.html`);
  assert.equal(status, true);
  const embedded = world.page.frames().filter((frame) => frame.parentFrame() === world.page.mainFrame());
  const shown = await Promise.all(embedded.map((frame) => frame.$("[data-offprint=reader]").catch(() => null)));
  assert.equal(shown.filter(Boolean).length, 1);
});

test("no wider than the window at 320 pixels", async () => {
  await world.page.setViewport({ width: 320, height: 640 });
  const frame = await world.read("/plain");
  assert.ok((await scrollWidth(frame)) <= 320);
});

for (const [path, trait] of [
  ["/chapters", "was not made for one"],
  ["/overflowing", "was made for one, and overflows it"],
]) {
  test(`on a phone, a page that ${trait} is read in letters of the reader's own size, and is as wide as before after it`, async () => {
    await world.page.setViewport({ width: 360, height: 740, isMobile: true, hasTouch: true });
    await world.visit(path);
    const width = () => world.page.evaluate(() => window.innerWidth);
    const before = { width: await width(), html: await world.page.evaluate(() => document.documentElement.outerHTML) };
    assert.ok(before.width > 900, `${before.width}: wider than the phone`);
    await click(world.page, world.extension);
    const frame = await reader(world.page);
    await frame.waitForFunction(() => window.innerWidth === 360);
    assert.ok((await scrollWidth(frame)) <= 360);
    escape(world.page);
    await isGone();
    await until(async () => (await width()) === before.width);
    assert.ok((await world.page.evaluate(() => document.documentElement.outerHTML)) === before.html, "the page changed");
  });
}

test("the aggregator's page: one main article, three related ones, no promotion in any", async () => {
  const frame = await world.read("/pages/aggregator--utility-classes");
  assert.equal((await frame.$$("article[data-role=main]")).length, 1);
  assert.equal((await frame.$$("article[data-role=related]")).length, 3);
  for (const text of await texts(frame, "article")) assert.doesNotMatch(text, /ADVERTISEMENT|AI Features|DOWNLOAD THE APP/i);
});

/** All text of the page with closed shadow roots, as only the browser sees it. */
async function pierced() {
  const session = await world.page.createCDPSession();
  const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
  await session.detach();
  return JSON.stringify(root);
}

// For everybody: axe finds nothing in any state and theme, the window may be narrow, the interface may run from right to left.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { THEMES } from "../../extension/settings.js";
import { objections, press, readInTab, scrollWidth, texts, withBrowser } from "./with-browser.mjs";

/** @typedef {import("puppeteer-core").Frame} Frame */

/** Every state that a person can bring the reader into. @type {[string, (frame: Frame) => Promise<unknown>][]} */
const STATES = [
  ["reading", async () => {}],
  ["settings", (frame) => press(frame, "#open-settings")],
  ["menu", (frame) => press(frame, "#open-more")],
  ["contents", (frame) => press(frame, "#open-contents")],
  ["a related article open", (frame) => press(frame, ".cards h2 button")],
  ["the list of what was left out", (frame) => frame.$$eval("[data-offprint=removed], [data-offprint=removed] details", (found) => found.forEach((one) => (/** @type {HTMLDetailsElement} */ (one).open = true)))],
  ["a part removed", async (frame) => {
    await (await frame.$(".stage .body p"))?.hover();
    await press(frame, ".eraser");
  }],
  ["words selected", async (frame) => {
    await frame.$eval(".stage .body p", (one) => getSelection()?.selectAllChildren(one));
    await frame.waitForSelector(".pen");
  }],
  ["a picture large", (frame) => press(frame, ".stage figure img")],
  ["reading line by line", (frame) => frame.evaluate(() => void (document.documentElement.dataset.band = "three"))],
  ["reading aloud", (frame) => frame.$eval("#aloud", (one) => void (/** @type {HTMLElement} */ (one).hidden = false))],
];

describe("axe", () => {
  const world = withBrowser();
  for (const [name, enter] of STATES) {
    test(`${name}: nothing to object to, in any theme`, async () => {
      const frame = await world.read("/sections");
      await enter(frame);
      for (const theme of THEMES) {
        await frame.evaluate((theme) => void (document.documentElement.dataset.theme = theme), theme);
        assert.deepEqual(await objections(frame), [], theme);
      }
    });
  }

  test("pages with code, tables, notes and lists", async () => {
    for (const path of ["docs--code-and-lists", "structure--data-table", "structure--footnotes", "structure--definitions-details", "lang--arabic", "news--live-blog"]) {
      const frame = await world.read(`/pages/${path}`);
      assert.deepEqual(await objections(frame), [], path);
    }
  });

  test("a note beside its mark", async () => {
    const frame = await world.read("/pages/structure--footnotes");
    await press(frame, ".stage sup a");
    await frame.waitForSelector(".note:popover-open");
    for (const theme of THEMES) {
      await frame.evaluate((theme) => void (document.documentElement.dataset.theme = theme), theme);
      assert.deepEqual(await objections(frame), [], theme);
    }
  });

  test("the page of settings and that of sites", async () => {
    const tab = world.page;
    for (const name of ["options", "sites"]) {
      await tab.goto(`chrome-extension://${world.extension}/${name}.html`);
      await tab.waitForFunction(() => document.documentElement.lang && document.querySelector("h1")?.textContent);
      for (const theme of THEMES) {
        await tab.evaluate((theme) => void (document.documentElement.dataset.theme = theme), theme);
        assert.deepEqual(await objections(tab.mainFrame()), [], `${name}, ${theme}`);
      }
      await tab.setViewport({ width: 320, height: 640 });
      assert.ok((await scrollWidth(tab.mainFrame())) <= 320, `${name}: ${await scrollWidth(tab.mainFrame())}`);
    }
  });

  test("the system's own colours: what is chosen and where the focus is can be told", async () => {
    const tab = await readInTab(world);
    const cdp = await tab.createCDPSession();
    await cdp.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
    assert.equal(await tab.evaluate(() => matchMedia("(forced-colors: active)").matches), true);
    await press(tab.mainFrame(), "#open-settings");
    const outline = (/** @type {string} */ selector) => tab.$eval(selector, (one) => [getComputedStyle(one).outlineStyle, getComputedStyle(one).outlineWidth].join(" "));
    assert.notEqual(await outline("label:has(:checked)"), await outline("label:not(:has(:checked))"));
    // What is drawn with backgrounds alone would be gone.
    const drawn = await tab.$eval("#progress", (one) => getComputedStyle(one).forcedColorAdjust);
    assert.equal(drawn, "none");
  });

  test("320 pixels wide, text at 200 %: nothing to scroll sideways", async () => {
    await world.page.setViewport({ width: 320, height: 640 });
    for (const [name, enter] of STATES) {
      const frame = await world.read("/sections");
      await frame.evaluate(() => document.documentElement.style.setProperty("--size", "2"));
      await enter(frame);
      assert.ok((await scrollWidth(frame)) <= 320, `${name}: ${await scrollWidth(frame)}`);
    }
  });

  test("targets are large enough for a finger", async () => {
    const frame = await world.read("/sections");
    for (const [, enter] of STATES.slice(1, 4)) {
      await enter(frame);
      // WCAG 2.2, 2.5.8: 24 CSS pixels.
      const small = await frame.$$eval("button, select, summary, label", (found) =>
        found.filter((one) => one.checkVisibility()).map((one) => [one.id || one.textContent, one.getBoundingClientRect()]).filter(([, box]) => /** @type {DOMRect} */ (box).height < 24 || /** @type {DOMRect} */ (box).width < 24),
      );
      assert.deepEqual(small, []);
      await world.page.keyboard.press("Escape");
    }
  });

  test("a screen reader hears of the text once it is there, and not block by block", async () => {
    const frame = await world.read("/sections");
    const loud = await frame.$$eval("[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], output", (found) => found.filter((one) => one.querySelector("article, .body") || one.closest("article")).length);
    assert.equal(loud, 0);
    assert.equal(await frame.$eval("[data-offprint=reader]", (one) => one.getAttribute("aria-busy")), "false");
    assert.deepEqual(await frame.evaluate(() => [document.querySelectorAll("main").length, document.querySelectorAll("h1").length]), [1, 1]);
  });

  test("who wants less motion gets none", async () => {
    const tab = await readInTab(world);
    const moving = () => tab.$$eval("*", (found) => found.filter((one) => getComputedStyle(one).transitionDuration !== "0s" || getComputedStyle(one).animationName !== "none").length);
    await tab.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
    assert.equal(await moving(), 0);
  });
});

describe("from right to left", () => {
  const world = withBrowser({ args: ["--lang=ar"], env: { LANGUAGE: "ar" } });

  test("an Arabic interface: its words, its direction, around a text that keeps its own", async () => {
    const frame = await world.read("/sections");
    assert.deepEqual(await frame.evaluate(() => [document.documentElement.lang.slice(0, 2), document.documentElement.dir]), ["ar", "rtl"]);
    assert.deepEqual(await texts(frame, "#related-label"), ["في هذه الصفحة أيضًا"]);
    const side = await frame.$eval("#close", (one) => one.getBoundingClientRect().left > window.innerWidth / 2);
    assert.ok(side, "the way out stands at the start of the line");
    assert.equal(await frame.$eval(".stage .body p", (one) => getComputedStyle(one).direction), "ltr");
    assert.deepEqual(await objections(frame), []);
    await press(frame, "#open-settings");
    const { left, right } = await frame.$eval("#settings", (one) => one.getBoundingClientRect().toJSON());
    assert.ok(left >= 0 && right < 700, "the panel opens below its button");
  });
});

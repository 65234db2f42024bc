// Sites that are always read.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { click, reader, until, variant } from "../../xtask/browser/launch.mjs";
import { TITLE } from "./pages.mjs";
import { press, texts, withBrowser } from "./with-browser.mjs";

describe("with the site's permission", () => {
  const world = withBrowser({ folder: () => variant({ host_permissions: ["*://127.0.0.1/*"] }) });

  const frames = () => world.page.frames().filter((frame) => frame.url().includes("reader.html")).length;

  /** Long enough for the reader to come, were it to come: it takes a tenth of that. */
  const wait = () => new Promise((resolve) => setTimeout(resolve, 1500));

  /** @param {import("puppeteer-core").Frame} frame */
  async function choose(frame) {
    await press(frame, "#open-more");
    await press(frame, "#always");
    await frame.waitForFunction(() => document.querySelector("#notice")?.textContent?.includes("127.0.0.1"));
  }

  test("its articles open by themselves, its first page and what has no text do not, until that is taken back", async () => {
    await choose(await world.read("/plain"));
    await world.visit("/plain?by-itself");
    assert.deepEqual(await texts(await reader(world.page), ".stage h1"), [TITLE]);
    await until(async () => world.page.evaluate(() => document.documentElement.style.overflow === "hidden"));
    for (const path of ["/", "/en/", "/empty"]) {
      await world.visit(path);
      await wait();
      assert.equal(frames(), 0, path);
    }
    await world.visit("/plain?once-more");
    await choose(await reader(world.page));
    await world.visit("/plain?no-longer");
    await wait();
    assert.equal(frames(), 0);
  });

  test("a click closes what opened by itself; the list names the site and takes it back", async () => {
    await choose(await world.read("/plain"));
    await world.visit("/plain?by-itself");
    await reader(world.page);
    await click(world.page, world.extension);
    await until(async () => frames() === 0);
    await click(world.page, world.extension);
    const frame = await reader(world.page);
    await press(frame, "#open-more");
    await press(frame, "#sites");
    const target = await world.browser.waitForTarget((one) => one.url().includes("sites.html"));
    const page = await target.asPage();
    await page.waitForSelector("li");
    assert.deepEqual(await texts(page.mainFrame(), "li span, li"), ["127.0.0.1Remove"]);
    await press(page.mainFrame(), "li button");
    await page.waitForSelector("#none", { visible: true });
    await page.close();
    await world.visit("/plain?removed");
    await wait();
    assert.equal(frames(), 0);
  });
});

describe("without it", () => {
  const world = withBrowser({ folder: () => variant({ optional_host_permissions: ["https://nowhere.example/*"] }) });

  test("the refusal is said, and nothing opens by itself", async () => {
    const frame = await world.read("/plain");
    await press(frame, "#open-more");
    await press(frame, "#always");
    await frame.waitForFunction(() => /Without your permission/.test(document.querySelector("#notice")?.textContent ?? ""));
    await world.visit("/plain?refused");
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(world.page.frames().length, 1);
  });
});

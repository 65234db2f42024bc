// What people do with any page in a browser goes on working in the reader.
import assert from "node:assert/strict";
import { test } from "node:test";
import { click, reader, until } from "../../xtask/browser/launch.mjs";
import { testOthers } from "../both/others.mjs";
import { inChromium } from "./hand.mjs";
import { scrollWidth, withBrowser } from "./with-browser.mjs";

const world = withBrowser();
testOthers(inChromium(world));

test("a table that is wider than the window scrolls in itself, by the keyboard too", async () => {
  await world.page.setViewport({ width: 360, height: 740 });
  const frame = await world.read("/months");
  assert.ok((await scrollWidth(frame)) <= 360, "the page itself does not");
  const table = await frame.waitForSelector(".stage .body table");
  assert.ok(await table?.evaluate((one) => one.scrollWidth > 2 * one.clientWidth));
  await frame.focus(".stage h1");
  /** @type {string[]} */
  const met = [];
  while (met.length < 12 && !met.includes("table")) {
    await world.page.keyboard.press("Tab");
    met.push(await frame.evaluate(() => document.activeElement?.localName ?? ""));
  }
  assert.ok(met.includes("table") && !met.includes("p"), met.join());
  await world.page.keyboard.press("ArrowRight");
  await until(() => table?.evaluate((one) => one.scrollLeft > 0) ?? Promise.resolve(false));
});

test("Page Down and Space go on by most of what is in sight, in a low window too", async () => {
  await world.page.setViewport({ width: 320, height: 225 });
  const frame = await world.read("/chapters");
  const sight = await frame.evaluate(() => window.innerHeight - /** @type {Element} */ (document.querySelector(".toolbar")).getBoundingClientRect().height);
  for (const key of /** @type {const} */ (["PageDown", "Space"])) {
    const before = await frame.evaluate(() => window.scrollY);
    await world.page.keyboard.press(key);
    await frame.waitForFunction((least) => window.scrollY > least, { timeout: 5000 }, before + sight * 0.6);
  }
});

test("in narrow lines words are hyphenated, as the text's own language does", async () => {
  const frame = await world.read("/pages/lang--german-anzeige");
  const hyphens = () => frame.$eval(".stage .body p", (one) => [getComputedStyle(one).hyphens, one.closest("[lang]")?.getAttribute("lang")]);
  assert.deepEqual(await hyphens(), ["manual", "de"], "wide lines end raggedly enough without");
  await world.page.setViewport({ width: 360, height: 740 });
  await until(async () => (await hyphens())[0] === "auto");
});

test("between the page and the reader nothing blank is shown", async () => {
  await world.visit("/long");
  const session = await world.page.createCDPSession();
  /** @type {string[]} */
  const shown = [];
  session.on("Page.screencastFrame", ({ data, sessionId }) => {
    shown.push(data);
    void session.send("Page.screencastFrameAck", { sessionId }).catch(() => {});
  });
  await session.send("Page.startScreencast", { format: "png", maxWidth: 320, maxHeight: 240, everyNthFrame: 1 });
  await click(world.page, world.extension);
  await reader(world.page);
  await until(async () => shown.length > 1);
  await session.send("Page.stopScreencast");
  const colours = await (await world.browser.newPage()).evaluate(async (pictures) => {
    const count = async (/** @type {string} */ png) => {
      const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
      const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
      if (!context) return 0;
      context.drawImage(picture, 0, 0);
      return new Set(new Uint32Array(context.getImageData(0, 0, picture.width, picture.height).data.buffer)).size;
    };
    return Promise.all(pictures.map(count));
  }, shown);
  // A blank window has one colour, or a few at its edge; letters have dozens of shades.
  assert.ok(Math.min(...colours) > 24, `colours in each picture: ${colours}`);
});

// Text and colours as a person likes them, in Chromium.
import assert from "node:assert/strict";
import { test } from "node:test";
import { testSettings } from "../both/settings.mjs";
import { inChromium } from "./hand.mjs";
import { withBrowser } from "./with-browser.mjs";

const world = withBrowser();
testSettings(inChromium(world));

test("what is stored and unknown counts as not chosen", async () => {
  const target = await world.browser.waitForTarget((one) => one.type() === "service_worker");
  const worker = await target.worker();
  await worker?.evaluate(() => chrome.storage.sync.set({ choices: { theme: "url(evil)", size: 1e9, font: "serif" } }));
  const frame = await world.read("/plain");
  assert.deepEqual(await frame.evaluate(() => [document.documentElement.dataset.theme, document.documentElement.style.getPropertyValue("--size")]), ["auto", "1"]);
});

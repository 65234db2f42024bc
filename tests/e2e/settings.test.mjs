// Text and colours as a person likes them, in Chromium.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { testSettings } from "../both/settings.mjs";
import { inChromium } from "./hand.mjs";
import { press, withBrowser } from "./with-browser.mjs";

const world = withBrowser();
testSettings(inChromium(world));

test("what is stored and unknown counts as not chosen", async () => {
  const target = await world.browser.waitForTarget((one) => one.type() === "service_worker");
  const worker = await target.worker();
  await worker?.evaluate(() => chrome.storage.sync.set({ choices: { theme: "url(evil)", size: 1e9, font: "serif" } }));
  const frame = await world.read("/plain");
  assert.deepEqual(await frame.evaluate(() => [document.documentElement.dataset.theme, document.documentElement.style.getPropertyValue("--size")]), ["auto", "1"]);
});

test("in no language is a word of a choice wider than its button, or a choice without a name where its words say too little", async () => {
  const root = new URL("../../extension/_locales/", import.meta.url);
  const frame = await world.read("/plain");
  await press(frame, "#open-settings");
  for (const width of [320, 1280]) {
    await world.page.setViewport({ width, height: 800 });
    for (const locale of readdirSync(root)) {
      const words = JSON.parse(readFileSync(new URL(`${locale}/messages.json`, root), "utf8"));
      const wide = await frame.evaluate((words) => {
        for (const label of document.querySelectorAll("#settings .options label")) {
          const [name, value] = Object.entries(/** @type {HTMLElement} */ (label).dataset)[0];
          label.querySelector("span")?.replaceChildren(words[`${name}_${value}`].message);
        }
        return [...document.querySelectorAll("#settings, #settings .options label")].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent);
      }, words);
      assert.deepEqual(wide, [], `${locale}, ${width}`);
    }
  }
  const names = await frame.$$eval("#settings legend", (found) => found.filter((one) => one.getBoundingClientRect().width > 20).map((one) => one.textContent));
  assert.deepEqual(names, ["Pictures", "Line focus"]);
});

// For everybody, in Chromium.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { variant } from "../../xtask/browser/launch.mjs";
import { testAccess, testFromRight, testRefusal } from "../both/access.mjs";
import { inChromium } from "./hand.mjs";
import { press, readInTab, withBrowser } from "./with-browser.mjs";

describe("in English", () => {
  const world = withBrowser();
  testAccess(inChromium(world));

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
});

// Where a site is none that may be asked for, Chromium refuses at once.
describe("refused", () => testRefusal(inChromium(withBrowser({ folder: () => variant({ optional_host_permissions: ["https://nowhere.example/*"] }) })), async () => {}));

describe("from right to left", () => testFromRight(inChromium(withBrowser({ args: ["--lang=ar"], env: { LANGUAGE: "ar" } }))));

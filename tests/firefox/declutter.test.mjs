// The page itself without its adverts, in Firefox: chosen in the button's menu, rewritten as it loads.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../../xtask/browser/launch.mjs";
import { SENTENCES } from "../e2e/pages.mjs";
import { withFirefox } from "./with-firefox.mjs";

const world = withFirefox();

const ENTRY = "This page without adverts";
const ADVERT = "SUMMER TYRES";

const body = () => world.firefox.run(() => document.body.textContent ?? "");
const isDecluttered = () => world.firefox.run(() => document.readyState === "complete" && document.querySelector("section[data-offprint=related]") !== null);

test("the page loads again without its adverts, its layout and its own security policy as they were", async () => {
  await world.visit("/strict");
  assert.ok((await body()).includes(ADVERT));
  await world.firefox.choose(ENTRY);
  await world.firefox.allow();
  await until(isDecluttered);
  const text = await body();
  assert.ok(!text.includes(ADVERT));
  for (const sentence of SENTENCES) assert.ok(text.includes(sentence), sentence);
  assert.ok(await world.firefox.run(() => document.querySelector("nav") !== null && document.querySelector("style, link[rel=stylesheet]") !== null));
  assert.equal(await world.firefox.frames(), 0, "no reader is opened");
  const isHeld = await world.firefox.run(() => {
    try {
      document.createElement("script").textContent = "1";
    } catch {
      return true;
    }
    return false;
  });
  assert.ok(isHeld, "the page's policy of trusted types holds");
});

test("loaded once more, and on other pages of the site, all is there", async () => {
  await world.firefox.marionette.send("WebDriver:Refresh");
  assert.ok((await body()).includes(ADVERT));
  await world.visit("/plain");
  assert.ok((await body()).includes(ADVERT));
  assert.equal(await isDecluttered(), false);
});

test("a site that is allowed is not asked for again", async () => {
  await world.visit("/plain");
  await world.firefox.choose(ENTRY);
  await until(isDecluttered);
  assert.ok(!(await body()).includes(ADVERT));
});

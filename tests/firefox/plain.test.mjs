// The plain view in Firefox.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../../xtask/browser/launch.mjs";
import { SENTENCES, TITLE } from "../e2e/pages.mjs";
import { withFirefox } from "./with-firefox.mjs";

const world = withFirefox();

for (const path of ["/plain", "/strict"]) {
  test(`the article of ${path} stands in the page itself, and Escape gives the page back`, async () => {
    await world.visit(path);
    const before = await world.firefox.run(() => document.documentElement.outerHTML);
    await world.firefox.click();
    await world.firefox.enterReader();
    await world.readPlain();
    const text = await world.firefox.run(() => document.body.innerText);
    for (const words of [TITLE, ...SENTENCES]) assert.ok(text.includes(words), `missing: ${words}`);
    assert.ok(!text.includes("SUMMER TYRES"));
    assert.equal(await world.firefox.run(() => getComputedStyle(/** @type {Element} */ (document.querySelector(".offprint-plain"))).maxWidth), "576px");
    await world.firefox.escape();
    await until(() => world.firefox.run(() => document.querySelector(".offprint-plain") === null));
    assert.equal(await world.firefox.run(() => document.documentElement.outerHTML), before);
  });
}

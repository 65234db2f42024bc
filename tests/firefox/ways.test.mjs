// Ways in and out in Firefox: next pages, an address typed, the browser's way back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../../xtask/browser/launch.mjs";
import { VOYAGE } from "../e2e/pages.mjs";
import { withFirefox } from "./with-firefox.mjs";

const world = withFirefox();

/** What the browser's button does; the protocol's own command waits for a page that does not come. */
const back = () => world.firefox.chrome(() => /** @type {any} */ (globalThis).gBrowser.goBack());

test("the next pages of an article are joined, and nobody is asked", async () => {
  await world.read("/voyage");
  for (const page of [1, 2]) {
    await until(() => world.firefox.run(() => document.querySelector(".next-page button:not([disabled])") !== null));
    await world.firefox.press(".next-page button");
    await until(async () => (await world.texts(".stage .body"))[0].includes(VOYAGE[page][2]));
  }
  assert.deepEqual(await world.texts(".stage .body p"), VOYAGE.flat());
});

test("back closes the reader and leaves the page where it is, and once more leaves it", async () => {
  await world.visit("/bridge");
  await world.read("/plain");
  await world.firefox.press(".stage h1");
  await until(() => world.firefox.run(() => history.length > 2));
  await world.firefox.leaveFrame();
  await back();
  await world.isGone();
  assert.equal(await world.firefox.run(() => location.pathname), "/plain");
  await back();
  await until(() => world.firefox.run(() => location.pathname === "/bridge"));
});

test("after Escape one step back leaves the page", async () => {
  await world.visit("/bridge");
  await world.read("/plain");
  await world.firefox.press(".stage h1");
  await until(() => world.firefox.run(() => history.length > 2));
  await world.firefox.escape();
  await world.isGone();
  await back();
  await until(() => world.firefox.run(() => location.pathname === "/bridge"));
});

test("an address is typed, its site is allowed, and it is read", async () => {
  await world.read("/plain");
  await world.firefox.press("#open-more");
  await world.firefox.press("#read-address");
  await world.firefox.enterTab("/reader.html");
  await until(() => world.firefox.run(() => document.activeElement?.id === "address-field"));
  await world.firefox.type(`${world.origin}/voyage`);
  await world.firefox.press("#address button");
  await world.firefox.allow();
  await until(async () => (await world.texts(".stage .body p")).length === VOYAGE[0].length);
  await world.firefox.closeTab();
});

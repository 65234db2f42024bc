// Sites that are always read, in Firefox: the question is really asked and answered.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../../xtask/browser/launch.mjs";
import { TITLE } from "../e2e/pages.mjs";
import { withFirefox } from "./with-firefox.mjs";

const world = withFirefox();

const permitted = () =>
  world.firefox.chrome((id) => /** @type {any} */ (globalThis).WebExtensionPolicy.getByID(id).allowedOrigins.patterns.some((/** @type {any} */ one) => one.pattern.includes("127.0.0.1")), world.firefox.extension);

/** Long enough for the reader to come, were it to come. */
const wait = () => new Promise((resolve) => setTimeout(resolve, 1500));

test("a site's articles open by themselves once it is allowed, until it is taken off the list", async () => {
  await world.askAlways();
  assert.equal(await permitted(), false);
  await world.allowAlways();
  assert.equal(await permitted(), true);

  await world.visit("/plain");
  await world.firefox.enterReader();
  assert.deepEqual(await world.texts(".stage h1"), [TITLE]);
  await world.visit("/");
  await wait();
  assert.equal(await world.firefox.frames(), 0);

  await world.firefox.visit(await world.firefox.chrome((id) => /** @type {any} */ (globalThis).WebExtensionPolicy.getByID(id).getURL("sites.html"), world.firefox.extension));
  await until(async () => (await world.texts("#list li")).length === 1);
  await world.firefox.press("#list button");
  await until(() => world.firefox.run(() => !(/** @type {HTMLElement} */ (document.querySelector("#none")).hidden)));
  assert.equal(await permitted(), false);
  await world.visit("/plain");
  await wait();
  assert.equal(await world.firefox.frames(), 0);
});

// In a private window of Firefox the reader works, and nothing of what is read is kept.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../../xtask/browser/launch.mjs";
import { withFirefox } from "./with-firefox.mjs";

const world = withFirefox({ isPrivateAllowed: true });

test("neither the place nor what was removed or marked is kept in a private window", async () => {
  const kept = () => world.firefox.background(async () => JSON.stringify([await chrome.storage.local.get(), (await chrome.storage.session.get("places")).places ?? {}]));
  /** Reads down to the third heading. @param {string} name @param {boolean} isPrivate */
  const read = async (name, isPrivate) => {
    await world.firefox.visit(`${world.origin}/chapters?${name}`);
    await world.firefox.click();
    await world.firefox.enterReader();
    assert.equal(await world.firefox.run(() => chrome.extension.inIncognitoContext), isPrivate);
    await world.firefox.run(() => document.querySelector(".stage h2:nth-of-type(3)")?.scrollIntoView());
  };
  await world.firefox.openPrivateWindow();
  await read("private", true);
  await world.firefox.run(() => /** @type {HTMLElement} */ (document.querySelector(".stage h2:nth-of-type(3)")).focus());
  await world.firefox.keys("m");
  await until(() => world.firefox.run(() => /not kept/.test(document.querySelector("#notice:not([hidden])")?.textContent ?? "")));
  assert.equal(await world.firefox.run(() => CSS.highlights.get("marked")?.size), 1, "marked all the same");
  await world.firefox.keys("Delete");
  await until(async () => (await world.texts("#notice button")).includes("Undo"));
  assert.deepEqual(await world.texts(".memory input"), [], "nor is it offered");
  await world.firefox.closeTab();
  await read("open", false);
  await until(async () => (await kept()).includes("?open"));
  assert.ok(!(await kept()).includes("?private"), await kept());
});

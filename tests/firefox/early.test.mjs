// What a person does before all is there that answers it is not lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EXTENSION } from "../../xtask/browser/firefox.mjs";
import { until } from "../../xtask/browser/launch.mjs";
import { goOn, isWaiting, withLate } from "../e2e/late.mjs";
import { withFirefox } from "./with-firefox.mjs";

const world = withFirefox({ folder: () => withLate(EXTENSION) });

/** Into the reader with its first paragraph in sight, and nothing behind it. @param {string} path */
async function begin(path) {
  await world.visit(path);
  await world.firefox.click();
  await until(async () => {
    await world.firefox.leaveFrame();
    await world.firefox.marionette.send("WebDriver:SwitchToFrame", { id: (await world.firefox.frames()) - 1 });
    return world.firefox.run(isWaiting);
  });
}

async function end() {
  await world.firefox.run(goOn);
  await until(() => world.firefox.run(() => document.querySelector("[data-offprint=reader][data-state=done]") !== null));
}

test("a part is removed, and comes back by Ctrl+Z", async () => {
  const shown = ".stage p[data-block]:not([hidden])";
  await begin("/plain");
  const [first] = await world.texts(shown);
  await world.firefox.press(shown);
  await world.firefox.keys("Delete");
  await end();
  assert.ok(!(await world.texts(shown)).includes(first));
  await world.firefox.keys("Control+z");
  assert.equal((await world.texts(shown))[0], first);
  await world.firefox.leaveFrame();
});

test("a picture opens, and Escape leads back at once from another page", async () => {
  await begin("/plain");
  await world.firefox.press(".stage figure img");
  await end();
  assert.equal((await world.texts("dialog.lightbox[open]")).length, 1);
  await world.firefox.leaveFrame();
  await begin("/bridge");
  await world.firefox.escape();
  await world.isGone();
});

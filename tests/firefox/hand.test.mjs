// In a hand: Firefox with a small window, a finger and nothing that hovers, as on Android. What only a phone has is not here: its
// toolbar, its menus, what it lets extensions do.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { EXTENSION } from "../../xtask/browser/firefox.mjs";
import { until } from "../../xtask/browser/launch.mjs";
import { withFirefox } from "./with-firefox.mjs";

/** Bits of what a pointer can do: it is coarse, and does not hover. */
const COARSE = 1;
const world = withFirefox({
  width: 412,
  height: 780,
  preferences: { "dom.w3c_touch_events.enabled": 1, "ui.primaryPointerCapabilities": COARSE, "ui.allPointerCapabilities": COARSE },
});

/** What of an element a finger would miss, or the eye: nothing, where it lies in the window and is large enough. @param {string} selector */
const outside = (selector) =>
  world.firefox.run(
    (selector) =>
      [...document.querySelectorAll(selector)]
        .filter((one) => one.checkVisibility())
        .map((one) => ({ name: one.id || one.textContent, box: one.getBoundingClientRect() }))
        // WCAG 2.2, 2.5.8: 24 CSS pixels.
        .filter(({ box }) => box.left < 0 || box.right > window.innerWidth || box.height < 24 || box.width < 24)
        .map(({ name }) => name),
    selector,
  );

const isOpen = (/** @type {string} */ panel) => until(() => world.firefox.run((panel) => document.querySelector(panel)?.matches(":popover-open"), panel));

test("the manifest is for Android too", () => {
  const { browser_specific_settings: settings } = JSON.parse(readFileSync(`${EXTENSION}/manifest.json`, "utf8"));
  assert.ok(Number.parseFloat(settings.gecko_android.strict_min_version) >= 142);
});

test("the article is as wide as the window, and its controls are large enough for a finger", async () => {
  await world.read("/sections");
  const state = await world.firefox.run(() => ({ hovers: matchMedia("(hover: hover)").matches, coarse: matchMedia("(pointer: coarse)").matches, width: window.innerWidth, scrollWidth: document.documentElement.scrollWidth }));
  assert.deepEqual([state.hovers, state.coarse], [false, true]);
  assert.ok(state.width < 600, `${state.width} wide`);
  assert.ok(state.scrollWidth <= state.width, `${state.scrollWidth} in ${state.width}`);
  assert.deepEqual(await outside(".toolbar button, .cards button, summary"), []);
});

test("the menu, the settings and the contents open under a finger, and all of them can be reached", async () => {
  await world.read("/sections");
  for (const panel of ["more", "settings"]) {
    await world.firefox.touch(`#open-${panel}`);
    await isOpen(`#${panel}`);
    assert.deepEqual(await outside(`#${panel} :is(button, label)`), [], panel);
    // What is longer than the window scrolls in itself.
    const isReached = await world.firefox.run((panel) => {
      const box = /** @type {Element} */ (document.querySelector(`#${panel}`));
      box.lastElementChild?.scrollIntoView({ block: "nearest" });
      const { bottom = Infinity } = box.lastElementChild?.getBoundingClientRect() ?? {};
      return bottom <= window.innerHeight;
    }, panel);
    assert.ok(isReached, panel);
  }
  await world.firefox.touch("label[data-theme=sepia]");
  await until(() => world.firefox.run(() => document.documentElement.dataset.theme === "sepia"));
});

test("a part is taken out and given back by touch", async () => {
  await world.read("/sections");
  const count = () => world.firefox.run(() => document.querySelectorAll(".stage .body p:not([hidden])").length);
  const before = await count();
  await world.firefox.touch(".stage .body p:first-of-type");
  await until(() => world.firefox.run(() => document.querySelector(".eraser") !== null));
  await world.firefox.touch(".eraser");
  await until(async () => (await count()) === before - 1);
  await world.firefox.touch("#notice button");
  await until(async () => (await count()) === before);
});

test("code is copied by a button that covers none of it", async () => {
  await world.read("/pages/docs--code-and-lists");
  const covered = await world.firefox.run(() =>
    [...document.querySelectorAll(".stage pre")].filter((pre) => {
      const button = /** @type {Element} */ (pre.querySelector(".copy-code")).getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(/** @type {Node} */ (pre.firstChild));
      return [...range.getClientRects()].some(({ top, bottom }) => top < button.bottom && bottom > button.top);
    }).length,
  );
  assert.equal(covered, 0);
  assert.equal(await world.firefox.run(() => getComputedStyle(/** @type {Element} */ (document.querySelector(".copy-code"))).opacity), "1");
});

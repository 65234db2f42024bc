// What a person sees on the page is what is read, whatever its markup says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { EXTENSION, click, reader } from "../../xtask/browser/launch.mjs";
import { withBrowser } from "./with-browser.mjs";

const world = withBrowser();

async function readSeen() {
  const frame = await world.read("/seen");
  return { frame, text: await frame.$eval(".stage .body", (one) => one.textContent ?? "") };
}

test("what a style sheet hides is left out, and what it shows is read", async () => {
  const { text, frame } = await readSeen();
  assert.ok(!text.includes("Link copied"));
  assert.ok(!text.includes("opens in a new window"));
  assert.ok(text.includes("the markup hides and the style sheet shows"));
  const reasons = await frame.$eval("[data-offprint=removed]", (one) => one.textContent ?? "");
  assert.match(reasons, /Link copied/);
});

test("aria-hidden on all of the page, as under a dialog, hides nothing", async () => {
  const { text } = await readSeen();
  assert.ok(text.includes("Ships came in loaded"));
});

test("text in open shadow roots, in their slots and in frames of the same site stands in its place", async () => {
  const { text } = await readSeen();
  const places = ["The city had planned a wall", "drawn by a component", "The slotted lantern", "The dredger's own log", "The first harvest"].map((words) => text.indexOf(words));
  assert.deepEqual(places.filter((at) => at >= 0), places, "missing");
  assert.deepEqual([...places].sort((one, other) => one - other), places, "out of order");
});

test("a picture is the one that was loaded", async () => {
  await world.visit("/seen");
  await world.page.waitForFunction(() => [...document.images].every((image) => image.complete));
  await click(world.page, world.extension);
  const frame = await reader(world.page);
  const source = await frame.$eval(".stage img[alt='The ferry']", (one) => one.getAttribute("src"));
  assert.match(source ?? "", /\/sample\/eelgrass\.webp$/);
});

test("the page is not touched: nothing changes in it, no component is built again", async () => {
  await world.visit("/seen");
  await world.page.evaluate(() => {
    const page = /** @type {any} */ (window);
    page.changes = [];
    // The reader's own element, and the root's `style` under it, are put back when it closes: another test sees to that.
    new MutationObserver((records) => page.changes.push(...records.filter(({ target }) => target !== document.documentElement))).observe(document, {
      subtree: true, childList: true, attributes: true, characterData: true,
    });
  });
  await click(world.page, world.extension);
  await reader(world.page);
  assert.deepEqual(await world.page.evaluate(() => [/** @type {any} */ (window).changes.length, /** @type {any} */ (window).built]), [0, 1]);
});

test("a page of many thousand elements goes on painting while it is written down", async () => {
  await world.visit("/long");
  await world.page.evaluate(readFileSync(`${EXTENSION}/snapshot.js`, "utf8"));
  const painted = await world.page.evaluate(async () => {
    let frames = 0;
    let isOver = false;
    const count = () => {
      if (isOver) return;
      frames += 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    await /** @type {any} */ (window).offprintSnapshot();
    isOver = true;
    return frames;
  });
  assert.ok(painted > 0, `${painted} frames`);
});

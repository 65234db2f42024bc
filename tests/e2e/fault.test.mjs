// A core that fails: its memory is too small for a page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { click, reader, until, variant } from "../../xtask/browser/launch.mjs";
import { TITLE } from "./pages.mjs";
import { withSmallMemory } from "./small-memory.mjs";
import { press, texts, withBrowser } from "./with-browser.mjs";

/** Enough for a page of the usual size. */
const MEMORY_BYTES = 6 << 20;

const world = withBrowser({ folder: () => withSmallMemory(variant({ host_permissions: ["*://127.0.0.1/*"] }), MEMORY_BYTES) });

const html = () => world.page.evaluate(() => document.documentElement.outerHTML);

test("the page stays as it was, and the next click works", async () => {
  await world.visit("/heavy");
  const before = await html();
  await click(world.page, world.extension);
  await until(async () => world.page.frames().length > 1);
  await until(async () => world.page.frames().length === 1);
  // For a while a line says what happened.
  await until(async () => (await html()) === before);
  await world.visit("/plain");
  await click(world.page, world.extension);
  assert.deepEqual(await texts(await reader(world.page), ".stage h1"), [TITLE]);
});

test("a link to such a page says so, and what is read next in the same reader has a core that works", async () => {
  const frame = await world.read("/linking");
  await press(frame, ".cards .ways button[aria-label$='Every tide of a century, hour by hour']");
  const alert = await frame.waitForSelector("main[data-state=failed] [role=alert]");
  assert.match((await alert?.evaluate((one) => one.textContent)) ?? "", /could not read this page/);
  assert.match(await frame.$eval("[role=alert] a", (one) => /** @type {HTMLAnchorElement} */ (one).href), /\/heavy$/);
  await press(frame, "#back");
  await frame.waitForFunction((title) => document.querySelector(".stage h1")?.textContent === title, {}, TITLE);
  await press(frame, ".cards .ways button[aria-label$='Every tide of last year']");
  await frame.waitForFunction(() => ["done", "failed"].includes(document.querySelector("main")?.dataset.state ?? ""));
  assert.deepEqual(await texts(frame, "[role=alert]"), []);
  assert.ok((await texts(frame, ".stage .body"))[0].includes("Tide 699."));
});

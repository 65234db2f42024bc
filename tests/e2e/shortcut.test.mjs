// The browser's own key for the extension. The keys of the other tests go to the page and never reach the browser: this needs a
// window, and a screen to put it on.
import assert from "node:assert/strict";
import { execFile, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { EXTENSION, reader, until, workerOf } from "../../xtask/browser/launch.mjs";
import { TITLE } from "./pages.mjs";
import { texts, withBrowser } from "./with-browser.mjs";

const run = promisify(execFile);

/** A window that has not come by then does not come. */
const WINDOW_MS = 30_000;

const { suggested_key } = JSON.parse(readFileSync(`${EXTENSION}/manifest.json`, "utf8")).commands._execute_action;

const key = suggested_key.default;

describe("the browser's key", { skip: whyNot() }, () => {
  /** @type {Record<string, string>} */
  const env = {};
  /** @type {Awaited<ReturnType<typeof screen>>} */
  let shown;
  before(async () => {
    shown = await screen();
    env.DISPLAY = shown.display;
  });
  const world = withBrowser({ headless: false, args: ["--ozone-platform=x11"], env });
  after(() => shown?.close());

  test(`${key} opens the reader over the page, and closes it`, async () => {
    const worker = await workerOf(world.browser, world.extension);
    const keys = await worker.evaluate(async () => (await chrome.commands.getAll()).map((one) => one.shortcut));
    assert.deepEqual(keys, [key], "the browser has another use for the key, and does not give it to the extension");
    await world.visit("/plain");
    await world.page.bringToFront();
    await xdotool(env, "search", "--sync", "--onlyvisible", "--name", TITLE, "windowfocus", "--sync");
    await xdotool(env, "key", key.toLowerCase());
    assert.deepEqual(await texts(await reader(world.page), ".stage h1"), [TITLE]);
    await xdotool(env, "key", key.toLowerCase());
    await until(async () => world.page.frames().length === 1);
  });
});

/** Why there can be no window here. */
function whyNot() {
  if (process.platform !== "linux") return "a screen of X is had on Linux alone";
  const missing = ["Xvfb", "xdotool"].filter((name) => spawnSync(name, ["-help"]).error);
  return missing.length > 0 && `${missing.join(" and ")} missing: install Debian's packages xvfb and xdotool`;
}

/** A screen that nobody sees, under a number that is free. It goes with its browser, should this test be broken off. */
async function screen() {
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-terminate"], { stdio: ["ignore", "ignore", "inherit", "pipe"] });
  const ended = once(server, "exit");
  const close = async () => {
    server.kill();
    await ended;
  };
  const numbers = /** @type {import("node:stream").Readable} */ (server.stdio[3]);
  for await (const number of createInterface({ input: numbers })) return { display: `:${number}`, close };
  throw new Error("Xvfb has not started");
}

/** In a process beside: the page's server is in this one, and must go on. @param {Record<string, string>} env @param {string[]} words */
const xdotool = (env, ...words) => run("xdotool", words, { env: { ...process.env, ...env }, timeout: WINDOW_MS });

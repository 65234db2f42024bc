// What every file of these tests needs: a browser with the extension, a server with the pages, a fresh tab for each test.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach } from "node:test";
import { click, install, launch, painted, reader, serve, until } from "../../xtask/browser/launch.mjs";
import { scratch } from "../../xtask/browser/scratch.mjs";
import { AXE, judge } from "../both/axe.mjs";
import { page as answer } from "./pages.mjs";

/** @typedef {import("puppeteer-core").Page} Page @typedef {import("puppeteer-core").Frame} Frame */

/** @param {{ folder?: () => string, headless?: boolean, args?: string[], env?: Record<string, string> }} [options] another copy of the extension than the one that ships */
export function withBrowser({ folder, headless, args, env } = {}) {
  let pages = 0;
  const world = {
    /** @type {import("puppeteer-core").Browser} */
    browser: /** @type {any} */ (undefined),
    /** @type {Page} */
    page: /** @type {any} */ (undefined),
    extension: "",
    origin: "",
    /** What the server was asked for. @type {string[]} */
    asked: [],
    /** What of that said who asks, or from where. @type {string[]} */
    telling: [],
    /** Breaks the server's connections off. */
    breakOff: () => {},
    /** Sends the rest of the pages that wait. */
    goOn: () => {},
    /** @param {string} path */
    visit: (path) => world.page.goto(world.origin + path, { waitUntil: "load" }),
    /** A page of which only a part comes, as far as some words. Waiting for the page itself would be for its end. @param {string} path @param {string} words */
    async begin(path, words) {
      await world.visit("/empty");
      await world.page.evaluate((path) => void setTimeout(() => location.assign(path)), path);
      await until(() => world.page.evaluate((words) => document.body.textContent?.includes(words), words));
    },
    /** A page that was not read before, unless the path has a query of its own. @param {string} path */
    async read(path) {
      pages += 1;
      await world.visit(path.includes("?") ? path : `${path}?${pages}`);
      await click(world.page, world.extension);
      return reader(world.page);
    },
  };
  /** @type {() => void} */
  let close = () => {};
  before(async () => {
    const server = await serve((path, { cookie, referer }) => {
      world.asked.push(path);
      if (cookie || referer) world.telling.push(path);
      return answer(path);
    });
    close = server.close;
    world.origin = server.origin;
    world.breakOff = server.breakOff;
    world.goOn = server.goOn;
    world.browser = await launch({ headless, args, env });
    world.extension = await install(world.browser, folder?.());
  });
  after(async () => {
    await world.browser?.close();
    close();
  });
  beforeEach(async () => {
    for (const old of (await world.browser.pages()).slice(1)) await old.close();
    world.page = await world.browser.newPage();
  });
  return world;
}

/** @param {Frame} frame @param {string} selector */
export const texts = (frame, selector) => frame.$$eval(selector, (found) => found.map((one) => one.textContent?.trim() ?? ""));

/** Clicks as a person does: on what is in sight, and painted; before that the click would meet the page. @param {Frame} frame @param {string} selector */
export async function press(frame, selector) {
  const found = await frame.waitForSelector(selector, { visible: true });
  await painted(frame);
  // What still glides into its place is missed by a hand that aims where it was.
  await frame.waitForFunction(() => !document.getAnimations().some((one) => one.id === "glide" && one.playState === "running"));
  await found?.click();
}

/** Not awaited: the key may end the frame that would have answered. @param {Page} page */
export const escape = (page) => void page.keyboard.press("Escape").catch(() => {});

/** The reader in a tab of its own, for what a frame cannot be asked: another medium. @param {ReturnType<typeof withBrowser>} world @param {string} path of a page that throws out strangers */
export async function readInTab(world, path = "/evicting") {
  await world.visit(path);
  await click(world.page, world.extension);
  const target = await world.browser.waitForTarget((one) => one.type() === "page" && one.url().includes("reader.html"));
  const tab = await target.asPage();
  await tab.waitForSelector("[data-offprint=reader][data-state=done]");
  return tab;
}

/** What axe objects to. @param {Frame} frame @returns {Promise<string[]>} */
export async function objections(frame) {
  await frame.evaluate(AXE);
  return frame.evaluate(judge);
}

/** Layout shift so far, as the browser measures it. @param {Frame | Page} frame @returns {Promise<number>} */
export const shiftOf = (frame) =>
  frame.evaluate(
    () =>
      new Promise((/** @type {(sum: number) => void} */ resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const one of list.getEntries()) sum += /** @type {any} */ (one).value;
        }).observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum))));
      }),
  );

/** How wide the page is; more than its window, and it scrolls sideways. @param {Frame} frame */
export const scrollWidth = (frame) => frame.evaluate(() => document.documentElement.scrollWidth);

/** The file that an act saves. @param {ReturnType<typeof withBrowser>} world @param {() => Promise<unknown>} act */
export async function download(world, act) {
  const folder = scratch("saved");
  const browser = await world.browser.target().createCDPSession();
  await browser.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder, eventsEnabled: true });
  const done = new Promise((resolve) => browser.on("Browser.downloadProgress", ({ state }) => state === "completed" && resolve(undefined)));
  await act();
  await done;
  await browser.detach();
  const [name] = await until(async () => readdirSync(folder).length === 1 && readdirSync(folder));
  return { path: join(folder, name), name, bytes: readFileSync(join(folder, name)) };
}

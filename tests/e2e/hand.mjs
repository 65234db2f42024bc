// A person's hand in Chromium.
import { click, reader, until } from "../../xtask/browser/launch.mjs";
import { download, press, readInTab } from "./with-browser.mjs";

/** @typedef {import("puppeteer-core").KeyInput} KeyInput */

/** @param {ReturnType<typeof import("./with-browser.mjs").withBrowser>} world @returns {import("../both/hands.mjs").Hand} */
export function inChromium(world) {
  /** @type {import("puppeteer-core").Frame} */
  let frame;
  /** The one that a tab was opened from. @type {typeof frame} */
  let opener;
  const readerOf = () => world.page.frames().find((one) => one.url().endsWith("/reader.html"));
  return {
    read: async (path) => (frame = await world.read(path)),
    async visit(path) {
      await world.visit(path);
      frame = world.page.mainFrame();
    },
    async begin(path, words) {
      await world.begin(path, words);
      frame = world.page.mainFrame();
    },
    goOn: () => world.goOn(),
    async click() {
      const isOpen = Boolean(readerOf());
      await click(world.page, world.extension);
      if (!isOpen) frame = await reader(world.page);
    },
    async open(url) {
      await world.page.goto(url, { waitUntil: "load" });
      frame = world.page.mainFrame();
    },
    run: (act, ...values) => /** @type {any} */ (frame.evaluate(act, ...values)),
    press: (selector) => press(frame, selector),
    async keys(...keys) {
      const { keyboard } = frame.page();
      for (const key of keys) {
        const [last = key, ...held] = key.split("+").toReversed();
        await orGone(frame, async () => {
          for (const one of held) await keyboard.down(/** @type {KeyInput} */ (one));
          await keyboard.press(/** @type {KeyInput} */ (last));
          for (const one of held) await keyboard.up(/** @type {KeyInput} */ (one));
        });
      }
    },
    move: (x, y) => frame.page().mouse.move(x, y),
    doubleClick: (x, y) => frame.page().mouse.click(x, y, { count: 2 }),
    find: (words) => frame.evaluate((words) => /** @type {any} */ (window).find(words), words),
    isOpen: async () => readerOf() !== undefined,
    download: (act) => download(world, act),
    /** Kept before it gets to the clipboard: headless Chromium shares the machine's. */
    async copied(act) {
      await frame.evaluate(() => {
        const page = /** @type {any} */ (window);
        page.copied = undefined;
        // On the window: after those who fill it.
        window.addEventListener("copy", (event) => (page.copied = event.clipboardData?.getData("text/plain")), { once: true });
      });
      await act();
      return until(() => frame.evaluate(() => /** @type {any} */ (window).copied));
    },
    show: (medium) => frame.page().emulateMediaType(medium),
    paper: async () => Buffer.from(await frame.page().pdf({ format: "A5" })),
    enterPage: async () => (frame = world.page.mainFrame()),
    enterReader: async () => (frame = await reader(world.page)),
    inject: (source) => frame.evaluate(source),
    narrow: () => world.page.setViewport({ width: 320, height: 640 }),
    widen: () => world.page.setViewport({ width: 1280, height: 900 }),
    calm: () => frame.page().emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]),
    async enterTab(path) {
      const target = await world.browser.waitForTarget((one) => one.type() === "page" && new URL(one.url()).pathname === path);
      opener = frame;
      frame = (await target.asPage()).mainFrame();
      await until(async () => frame.$("body"));
    },
    async leaveTab() {
      await frame.page().close();
      frame = opener;
      await frame.page().bringToFront();
    },
    async upload(selector, path) {
      const field = await frame.$(selector);
      await /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (field).uploadFile(path);
    },
    asked: () => world.asked,
    telling: () => world.telling,
    origin: () => world.origin,
    readInTab: async () => (frame = (await readInTab(world)).mainFrame()),
  };
}

/** Does what may close the frame that hears it: that answers no more then. @param {import("puppeteer-core").Frame} frame @param {() => Promise<unknown>} act */
async function orGone(frame, act) {
  const page = frame.page();
  /** @type {(one: typeof frame) => void} */
  let leave = () => {};
  const gone = new Promise((resolve) => (leave = (one) => one === frame && resolve(undefined)));
  page.on("framedetached", leave);
  try {
    await Promise.race([act(), gone]);
  } finally {
    page.off("framedetached", leave);
  }
}

// A person's hand in Firefox.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { until } from "../../xtask/browser/launch.mjs";
import { scratch } from "../../xtask/browser/scratch.mjs";

/** @param {ReturnType<typeof import("./with-firefox.mjs").withFirefox>} world @returns {import("../both/hands.mjs").Hand} */
export function inFirefox(world) {
  let isInTab = false;
  /** Each site has its own, and the extension's pages theirs. */
  let zoom = 1;
  /** Back from the reader's own tab to the first. */
  const leaveTab = async () => {
    if (isInTab) await world.firefox.closeTab();
    isInTab = false;
  };
  return {
    async read(path) {
      await leaveTab();
      await world.read(path);
      await world.firefox.zoom(zoom);
    },
    async visit(path) {
      await leaveTab();
      await world.firefox.leaveFrame();
      await world.visit(path);
    },
    async begin(path, words) {
      await leaveTab();
      await world.firefox.leaveFrame();
      await world.begin(path, words);
    },
    goOn: () => world.goOn(),
    async click() {
      const isOpen = (await world.firefox.frames()) > 0;
      await world.firefox.click();
      if (!isOpen) await world.firefox.enterReader();
    },
    async open(url) {
      await leaveTab();
      await world.firefox.leaveFrame();
      await world.firefox.visit(url);
    },
    run: (act, ...values) => world.firefox.run(act, ...values),
    press: (selector) => world.firefox.press(selector),
    async keys(...keys) {
      const open = await world.firefox.frames();
      // A key that closes the reader ends the frame that would have answered.
      await world.firefox.keys(...keys).catch(async (error) => {
        if ((await world.firefox.frames()) >= open) throw error;
      });
    },
    move: (x, y) => world.firefox.move(x, y),
    doubleClick: (x, y) => world.firefox.doubleClick(x, y),
    find: (words) => world.firefox.findInPage(words),
    isOpen: async () => (await world.firefox.frames()) > 0,
    async download(act) {
      const folder = scratch("saved");
      await world.firefox.chrome((folder) => {
        const { prefs } = /** @type {any} */ (globalThis).Services;
        prefs.setIntPref("browser.download.folderList", 2);
        prefs.setStringPref("browser.download.dir", folder);
      }, folder);
      await act();
      // The folder does not tell what is whole: a file that is still being written has another name.
      const path = await until(() =>
        world.firefox.chrome(async (folder) => {
          const { Downloads } = /** @type {any} */ (globalThis).ChromeUtils.importESModule("resource://gre/modules/Downloads.sys.mjs");
          const list = await Downloads.getList(Downloads.ALL);
          const all = await list.getAll();
          return all.find((/** @type {any} */ one) => one.succeeded && one.target.path.startsWith(folder))?.target.path ?? "";
        }, folder),
      );
      return { path, name: basename(path), bytes: readFileSync(path) };
    },
    /** From the clipboard itself: headless Firefox has one of its own. */
    async copied(act) {
      await world.firefox.chrome(() => navigator.clipboard.writeText(""));
      await act();
      return until(() => world.firefox.chrome(() => navigator.clipboard.readText()));
    },
    show: (medium) => world.firefox.chrome((medium) => void (/** @type {any} */ (globalThis).gBrowser.selectedBrowser.browsingContext.mediumOverride = medium === "screen" ? "" : medium), medium),
    paper: () => world.firefox.paper(),
    enterPage: () => world.firefox.leaveFrame(),
    enterReader: () => world.firefox.enterReader(),
    inject: (source) => world.firefox.inject(source),
    /** By a zoom of four, as on a desk: the browser's own window does not get that narrow. */
    narrow: async () => void (zoom = 4),
    widen: async () => void (zoom = 1),
    calm: () => world.firefox.chrome(() => /** @type {any} */ (globalThis).Services.prefs.setIntPref("ui.prefersReducedMotion", 1)),
    async enterTab(path) {
      await world.firefox.enterTab(path);
      await world.firefox.zoom(zoom);
    },
    async leaveTab() {
      await world.firefox.closeTab();
      await world.firefox.enterReader();
    },
    upload: (selector, path) => world.firefox.upload(selector, path),
    asked: () => world.asked,
    telling: () => world.telling,
    origin: () => world.origin,
    async readInTab() {
      await leaveTab();
      await world.visit("/evicting");
      await world.firefox.click();
      await world.firefox.enterTab("/reader.html");
      isInTab = true;
      await until(() => world.firefox.run(() => document.querySelector("[data-offprint=reader][data-state=done]") !== null));
    },
  };
}

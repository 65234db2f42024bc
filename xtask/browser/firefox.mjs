// Firefox with the extension, headless, driven by Marionette. Used by the tests in `tests/firefox/`.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { until } from "./launch.mjs";
import { Marionette } from "./marionette.mjs";

export const EXTENSION = fileURLToPath(new URL("../../dist/firefox", import.meta.url));

/** The name under which Marionette hands over elements; fixed by the WebDriver standard. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
/** The keys' names in the same standard. */
const KEYS = /** @type {Record<string, string>} */ ({
  Alt: "\uE00A",
  ArrowDown: "\uE015",
  ArrowLeft: "\uE012",
  ArrowRight: "\uE014",
  ArrowUp: "\uE013",
  Control: "\uE009",
  Delete: "\uE017",
  End: "\uE010",
  Enter: "\uE007",
  Escape: "\uE00C",
  Home: "\uE011",
  PageDown: "\uE00F",
  PageUp: "\uE00E",
  Shift: "\uE008",
  Tab: "\uE004",
});
const START_MS = 60_000;
/** How long an element is waited for that is not there yet: pages fill themselves after they have loaded. */
const FIND_MS = 10_000;

/** Quiet, without a first run, and on a port that is free. */
const PREFERENCES = {
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.aboutwelcome.enabled": false,
  "browser.newtabpage.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.update.enabled": false,
  "general.smoothScroll": false,
  "marionette.port": 0,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "toolkit.telemetry.enabled": false,
};

/** A button of the pointer, down and up again. @param {number} button */
const press = (button) => [{ type: "pointerDown", button }, { type: "pointerUp", button }];

export class Firefox {
  /** @param {Marionette} marionette @param {() => void} end */
  constructor(marionette, end) {
    this.marionette = marionette;
    this.end = end;
    this.extension = "";
  }

  /** @param {{ preferences?: Record<string, unknown>, width?: number, height?: number }} [options] */
  static async launch({ preferences = {}, width = 1280, height = 900 } = {}) {
    const profile = mkdtempSync(join(tmpdir(), "offprint-firefox-"));
    const lines = Object.entries({ ...PREFERENCES, ...preferences }).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
    writeFileSync(join(profile, "user.js"), lines.join("\n"));
    const child = spawn(process.env.FIREFOX ?? "/usr/bin/firefox-esr", ["--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile", profile], {
      stdio: "ignore",
      env: { ...process.env, MOZ_HEADLESS_WIDTH: String(width), MOZ_HEADLESS_HEIGHT: String(height) },
    });
    const gone = new Promise((resolve) => child.once("exit", resolve));
    // A test that fails while Firefox starts must not leave it behind.
    const kill = () => void child.kill("SIGKILL");
    process.once("exit", kill);
    const port = await until(async () => Number(readFileSync(join(profile, "MarionetteActivePort"), "utf8")), START_MS);
    const marionette = new Marionette(port);
    const end = async () => {
      await marionette.send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(kill);
      await gone;
      process.off("exit", kill);
      rmSync(profile, { recursive: true, force: true });
    };
    await marionette.send("WebDriver:NewSession", { capabilities: { alwaysMatch: { acceptInsecureCerts: true, timeouts: { implicit: FIND_MS } } } });
    return new Firefox(marionette, end);
  }

  /** Installs the extension for this run. @param {string} [folder] @param {boolean} [isPrivateAllowed] */
  async install(folder = EXTENSION, isPrivateAllowed = false) {
    this.extension = await this.marionette.send("Addon:Install", { path: folder, temporary: true, allowPrivateBrowsing: isPrivateAllowed });
    await until(() => this.chrome((id) => /** @type {any} */ (globalThis).WebExtensionPolicy.getByID(id)?.extension?.backgroundState === "running", this.extension));
  }

  /** Installs an extension beside it. @param {string} folder */
  installOther(folder) {
    return this.marionette.send("Addon:Install", { path: folder, temporary: true });
  }

  /** Is in it then; its tab is closed as others are. */
  async openPrivateWindow() {
    const { handle } = await this.marionette.send("WebDriver:NewWindow", { type: "window", private: true, focus: true });
    await this.marionette.send("WebDriver:SwitchToWindow", { handle });
  }

  /** @param {string} url */
  visit(url) {
    return this.marionette.send("WebDriver:Navigate", { url });
  }

  /**
   * Runs a function in the page, or in the frame that was entered.
   * @template T @param {(...values: any[]) => T} act self-contained @param {...unknown} values
   * @returns {Promise<Awaited<T>>}
   */
  run(act, ...values) {
    return this.marionette.send("WebDriver:ExecuteScript", { script: `return (${act})(...arguments)`, args: values });
  }

  /**
   * Runs a function in the browser's own window.
   * @template T @param {(...values: any[]) => T} act self-contained @param {...unknown} values
   * @returns {Promise<Awaited<T>>}
   */
  chrome(act, ...values) {
    return this.#inChrome(() => this.run(act, ...values));
  }

  /** Puts a script into what was entered; no policy of a document stops it. @param {string} source */
  inject(source) {
    return this.marionette.send("WebDriver:ExecuteScript", { script: source, args: [] });
  }

  /** @param {number} factor */
  zoom(factor) {
    return this.chrome((factor) => void (/** @type {any} */ (globalThis).gBrowser.selectedBrowser.fullZoom = factor), factor);
  }

  /** Presses the extension's button in the toolbar, which grants it the tab. */
  click() {
    return this.#inChrome(async () => this.press(await this.#placeButton()));
  }

  /** Chooses an entry of the menu that the extension's button in the toolbar has. @param {string} label */
  choose(label) {
    return this.#inChrome(async () => {
      await this.#pressRight(await this.#placeButton());
      await this.#activate("#toolbar-context-menu", label);
    });
  }

  /** Chooses an entry of the menu that a part of the page has. @param {string} selector @param {string} label */
  async chooseOnPage(selector, label) {
    await this.#center(selector);
    await this.#pressRight(selector);
    await this.#inChrome(() => this.#activate("#contentAreaContextMenu", label));
  }

  /** @param {string} selector */
  async #pressRight(selector) {
    const origin = { [ELEMENT]: await this.find(selector) };
    await this.#point([{ type: "pointerMove", origin, x: 0, y: 0 }, ...press(2)]);
  }

  /** Once the menu is open. @param {string} menu @param {string} label */
  #activate(menu, label) {
    return until(() =>
      this.run(
        (menu, label) => {
          const item = /** @type {any} */ ([...document.querySelectorAll(`${menu} menuitem`)].find((one) => one.getAttribute("label") === label));
          const popup = item?.closest("menupopup");
          if (popup?.state !== "open") return false;
          popup.activateItem(item);
          return true;
        },
        menu,
        label,
      ),
    );
  }

  /** @param {object[]} actions @param {"mouse" | "touch"} [pointerType] */
  #point(actions, pointerType = "mouse") {
    return this.marionette.send("WebDriver:PerformActions", { actions: [{ type: "pointer", id: pointerType, parameters: { pointerType }, actions }] });
  }

  /** Puts the extension's button where it is in sight; how it is found in the browser's own window. */
  async #placeButton() {
    const widget = `${this.extension.toLowerCase().replace(/[^a-z0-9_-]/g, "_")}-browser-action`;
    await this.run((widget) => /** @type {any} */ (globalThis).CustomizableUI.addWidgetToArea(widget, "nav-bar"), widget);
    return `[id="${widget}"] .unified-extensions-item-action-button`;
  }

  /** What is asked meanwhile is asked of the browser's own window. @template T @param {() => Promise<T>} act @returns {Promise<T>} */
  async #inChrome(act) {
    await this.marionette.send("Marionette:SetContext", { value: "chrome" });
    try {
      return await act();
    } finally {
      await this.marionette.send("Marionette:SetContext", { value: "content" });
    }
  }

  /** Clicks as a person does, in the middle of the window, where nothing of the page lies over it. @param {string} selector */
  async press(selector) {
    await this.#center(selector);
    const found = await this.find(selector);
    await this.marionette.send("WebDriver:ElementClick", { id: found });
  }

  /** Moves the pointer to a place of the document that was entered. @param {number} x @param {number} y */
  move(x, y) {
    return this.#point([{ type: "pointerMove", x, y }]);
  }

  /** @param {number} x @param {number} y */
  doubleClick(x, y) {
    return this.#point([{ type: "pointerMove", x, y }, ...press(0), ...press(0)]);
  }

  /** Looks for words as the bar for that does. @param {string} words @param {boolean} [isNext] whether they were found once, and are wanted further down */
  findInPage(words, isNext = false) {
    return this.chrome((words, isNext) => {
      const { finder } = /** @type {any} */ (globalThis).gBrowser.selectedBrowser;
      const found = new Promise((resolve) => finder.addResultListener({ onFindResult: resolve, onMatchesCountResult() {}, onHighlightFinished() {} }));
      if (isNext) finder.findAgain(words, false, false, false);
      else finder.fastFind(words, false, false);
      return found.then(({ result }) => result);
    }, words, isNext);
  }

  /** Touches with a finger what was scrolled to. @param {string} selector */
  async touch(selector) {
    await this.#center(selector);
    const origin = { [ELEMENT]: await this.find(selector) };
    await this.#point([{ type: "pointerMove", origin, x: 0, y: 0 }, ...press(0)], "touch");
  }

  /** What can be pressed where it is stays there: scrolling would take the text along. @param {string} selector */
  #center(selector) {
    return this.run((selector) => {
      const found = document.querySelector(selector);
      const { left = 0, top = 0, width = 0, height = 0 } = found?.getBoundingClientRect() ?? {};
      if (!found?.contains(document.elementFromPoint(left + width / 2, top + height / 2))) found?.scrollIntoView({ block: "center", behavior: "instant" });
    }, selector);
  }

  /** @param {string} selector @returns {Promise<string>} what Marionette calls the element */
  async find(selector) {
    const found = await this.marionette.send("WebDriver:FindElement", { using: "css selector", value: selector });
    return found[ELEMENT];
  }

  /** Chooses a file in a field for one. @param {string} selector @param {string} path */
  async upload(selector, path) {
    await this.marionette.send("WebDriver:ElementSendKeys", { id: await this.find(selector), text: path });
  }

  /** Types into what has the focus. @param {string} text */
  async type(text) {
    const actions = [...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]);
    await this.marionette.send("WebDriver:PerformActions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  /** Presses keys by their names, such as `Alt+ArrowDown`. @param {...string} keys */
  async keys(...keys) {
    for (const key of keys) {
      const values = key.split("+").map((name) => KEYS[name] ?? name);
      const actions = [...values.map((value) => ({ type: "keyDown", value })), ...values.toReversed().map((value) => ({ type: "keyUp", value }))];
      await this.marionette.send("WebDriver:PerformActions", { actions: [{ type: "key", id: "keyboard", actions }] });
    }
  }

  /** Leaves the reader by the key; it ends the frame that would have answered. */
  async escape() {
    await this.keys("Escape").catch(() => {});
  }

  /** Enters the reader's frame, once it has come to an end. */
  async enterReader() {
    await until(async () => {
      await this.leaveFrame();
      await this.marionette.send("WebDriver:SwitchToFrame", { id: await this.frames() - 1 });
      return this.run(() => location.pathname === "/reader.html" && document.querySelector("[data-offprint=reader][data-state=done]") !== null);
    });
  }

  /** Goes over to the tab whose address is this. @param {string} path */
  async enterTab(path) {
    await until(async () => {
      for (const handle of await this.marionette.send("WebDriver:GetWindowHandles")) {
        await this.marionette.send("WebDriver:SwitchToWindow", { handle });
        if (await this.run((path) => location.pathname === path, path)) return true;
      }
      return false;
    });
  }

  /** The tab as it comes out on paper: a PDF, on A5. */
  async paper() {
    return Buffer.from(await this.marionette.send("WebDriver:Print", { page: { width: 14.8, height: 21 } }), "base64");
  }

  /** Closes this tab and goes back to the first. */
  async closeTab() {
    const [handle] = await this.marionette.send("WebDriver:CloseWindow");
    await this.marionette.send("WebDriver:SwitchToWindow", { handle });
  }

  /** Says yes to what the browser asks about the extension. */
  allow() {
    return this.#answer("button");
  }

  /** Says no. */
  refuse() {
    return this.#answer("secondaryButton");
  }

  /** @param {"button" | "secondaryButton"} name */
  async #answer(name) {
    const isOpen = () => this.chrome(() => /** @type {any} */ (document.querySelector("#addon-webext-permissions-notification"))?.closest("panel")?.state === "open");
    await until(isOpen);
    // For half a second it takes no answer, so that nobody gives one by mistake: asked again until it is gone.
    await until(async () => {
      await this.chrome((name) => /** @type {any} */ (document.querySelector("#addon-webext-permissions-notification"))?.[name]?.click(), name);
      return !(await isOpen());
    });
  }

  /** Runs a function in the extension's background. @template T @param {() => Promise<T>} act self-contained @returns {Promise<T>} */
  background(act) {
    return this.chrome(
      (id, source) => {
        const { extension } = /** @type {any} */ (globalThis).WebExtensionPolicy.getByID(id);
        const view = [...extension.views].find((one) => one.viewType === "background");
        return view.xulBrowser.browsingContext.currentWindowGlobal.getActor("MarionetteCommands").executeScript(source, [], { sandboxName: null, timeout: 5000 });
      },
      this.extension,
      `return (${act})()`,
    );
  }

  leaveFrame() {
    return this.marionette.send("WebDriver:SwitchToFrame", { id: null });
  }

  /** How many frames the page has, those in closed shadow roots among them. */
  frames() {
    return this.chrome(() => /** @type {any} */ (globalThis).gBrowser.selectedBrowser.browsingContext.children.length);
  }
}

// What every file of these tests needs: Firefox with the extension, and a server with the pages.
import { after, before } from "node:test";
import { Firefox } from "../../xtask/browser/firefox.mjs";
import { serve, until } from "../../xtask/browser/launch.mjs";
import { page as answer } from "../e2e/pages.mjs";

/** @param {Parameters<typeof Firefox.launch>[0] & { folder?: () => string, isPrivateAllowed?: boolean }} [options] the browser's, another copy of the extension than the one that ships, and whether it may be in private windows */
export function withFirefox({ folder, isPrivateAllowed, ...options } = {}) {
  let pages = 0;
  const world = {
    /** @type {Firefox} */
    firefox: /** @type {any} */ (undefined),
    origin: "",
    /** Sends the rest of the pages that wait. */
    goOn: () => {},
    /** What the server was asked for. @type {string[]} */
    asked: [],
    /** What of that said who asks, or from where. @type {string[]} */
    telling: [],
    /** Of the page that was visited last. */
    address: "",
    /** A page that was not visited before. @param {string} path */
    visit(path) {
      world.address = `${world.origin}${path}?${(pages += 1)}`;
      return world.firefox.visit(world.address);
    },
    /** Enters the reader of a page. @param {string} path */
    async read(path) {
      await world.visit(path);
      await world.firefox.click();
      await world.firefox.enterReader();
    },
    /** From the reader to the plain view, which stands in the page itself. */
    async readPlain() {
      await world.firefox.press("#open-more");
      await world.firefox.press("#plain").catch(() => {});
      await world.firefox.leaveFrame();
      await until(() => world.firefox.run(() => document.querySelector(".offprint-plain") !== null));
    },
    /** Until the reader has left the page; one is in the page then. */
    async isGone() {
      await world.firefox.leaveFrame();
      await until(async () => (await world.firefox.frames()) === 0);
    },
    /** Asks for the site to be read always; its page of sites stands in a tab of its own then. */
    async askAlways() {
      await world.read("/plain");
      await world.firefox.press("#open-more");
      await until(() => world.firefox.run(() => Boolean(document.querySelector("#always")?.textContent)));
      await world.firefox.press("#always");
      await world.firefox.enterTab("/sites.html");
      await until(() => world.firefox.run(() => Boolean(document.querySelector("#offer:not([hidden]) span")?.textContent)));
    },
    /** Says yes to that, on the page and to Firefox. */
    async allowAlways() {
      await world.firefox.press("#offer button");
      await world.firefox.allow();
      await until(async () => (await world.texts("#list li")).length === 1);
    },
    /** Goes to a page of which only a part comes, as far as some words. @param {string} path @param {string} words */
    async begin(path, words) {
      await world.firefox.run((url) => void setTimeout(() => location.assign(url)), world.origin + path);
      await until(() => world.firefox.run((words) => document.body.textContent?.includes(words), words));
    },
    /** Goes to a page of a site that is always read, and into its reader as far as some words. Waiting for the page itself would be for its end. @param {string} path @param {string} words */
    async readAsItComes(path, words) {
      await world.firefox.run((url) => void setTimeout(() => location.assign(url)), world.origin + path);
      await until(async () => {
        await world.firefox.leaveFrame();
        if (!(await world.firefox.run((path) => location.pathname === path && document.documentElement.style.overflow === "hidden", path))) return false;
        await world.firefox.marionette.send("WebDriver:SwitchToFrame", { id: (await world.firefox.frames()) - 1 });
        return (await world.texts(".stage .body"))[0]?.includes(words);
      });
    },
    /** The rest of such a page comes. */
    async comesToItsEnd() {
      world.goOn();
      await until(() => world.firefox.run(() => document.querySelector("[data-offprint=reader][data-state=done]") !== null));
    },
    /** @param {string} selector @returns {Promise<string[]>} */
    texts: (selector) => world.firefox.run((selector) => [...document.querySelectorAll(selector)].map((one) => one.textContent?.trim() ?? ""), selector),
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
    world.goOn = server.goOn;
    world.firefox = await Firefox.launch(options);
    await world.firefox.install(folder?.(), isPrivateAllowed);
  });
  after(async () => {
    await world.firefox?.end();
    close();
  });
  return world;
}

// What every file of these tests needs: Firefox with the extension, and a server with the pages.
import { after, before } from "node:test";
import { Firefox } from "../../xtask/browser/firefox.mjs";
import { serve } from "../../xtask/browser/launch.mjs";
import { page as answer } from "../e2e/pages.mjs";

export function withFirefox() {
  let pages = 0;
  const world = {
    /** @type {Firefox} */
    firefox: /** @type {any} */ (undefined),
    origin: "",
    /** A page that was not visited before. @param {string} path */
    visit: (path) => world.firefox.visit(`${world.origin}${path}?${(pages += 1)}`),
    /** Enters the reader of a page. @param {string} path */
    async read(path) {
      await world.visit(path);
      await world.firefox.click();
      await world.firefox.enterReader();
    },
    /** @param {string} selector @returns {Promise<string[]>} */
    texts: (selector) => world.firefox.run((selector) => [...document.querySelectorAll(selector)].map((one) => one.textContent?.trim() ?? ""), selector),
  };
  /** @type {() => void} */
  let close = () => {};
  before(async () => {
    const server = await serve(answer);
    close = server.close;
    world.origin = server.origin;
    world.firefox = await Firefox.launch();
    await world.firefox.install();
  });
  after(async () => {
    await world.firefox?.end();
    close();
  });
  return world;
}

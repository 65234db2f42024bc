// The browser's own menu.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { choose as chooseInMenu, reader, until, variant, workerOf } from "../../xtask/browser/launch.mjs";
import { SENTENCES, TITLE } from "./pages.mjs";
import { press, texts, withBrowser } from "./with-browser.mjs";

/** @typedef {ReturnType<typeof withBrowser>} World */

/** @param {World} world @param {object} info */
const choose = ({ browser, extension }, info) => chooseInMenu(browser, extension, info);

/** @param {World} world */
async function tabOf(world) {
  const target = await world.browser.waitForTarget((one) => one.type() === "page" && one.url().includes("reader.html"));
  return target.asPage();
}

describe("with the site's permission", () => {
  const world = withBrowser({ folder: () => variant({ host_permissions: ["*://127.0.0.1/*"] }) });

  test("the page's entry opens the reader over it", async () => {
    await world.visit("/plain");
    await world.page.bringToFront();
    await choose(world, { menuItemId: "page" });
    assert.deepEqual(await texts(await reader(world.page), ".stage h1"), [TITLE]);
  });

  test("a link's entry reads the link in a tab beside, where its scripts never run", async () => {
    await world.visit("/plain");
    await choose(world, { menuItemId: "link", linkUrl: `${world.origin}/calling-home` });
    const tab = await tabOf(world);
    await tab.waitForSelector("[data-offprint=reader][data-state=done]");
    assert.deepEqual(await texts(tab.mainFrame(), ".stage h1"), ["Why the swing bridge stays shut until the spring tides"]);
    assert.ok((await tab.title()).startsWith("Why the swing bridge stays shut"));
    assert.ok(world.asked.includes("/calling-home"));
    assert.ok(!world.asked.includes("/home"), "its script ran");
    // Where it does run, it calls.
    await world.visit("/calling-home");
    await until(async () => world.asked.includes("/home"));
  });

  test("a link's tab that is loaded anew reads the link again", async () => {
    await world.visit("/plain");
    await choose(world, { menuItemId: "link", linkUrl: `${world.origin}/sections` });
    const tab = await tabOf(world);
    await tab.waitForSelector("[data-offprint=reader][data-state=done]");
    const read = await texts(tab.mainFrame(), ".stage h1");
    await tab.reload();
    await tab.waitForSelector("[data-offprint=reader][data-state=done]");
    assert.deepEqual(await texts(tab.mainFrame(), ".stage h1"), read);
    assert.equal(world.asked.filter((path) => path === "/sections").length, 2);
    await tab.close();
  });

  test("a link's page that never comes to its end is read, and the reader's settings and menu are there meanwhile", async () => {
    await world.visit("/plain");
    await choose(world, { menuItemId: "link", linkUrl: `${world.origin}/never-ending` });
    const tab = await tabOf(world);
    await tab.waitForFunction((words) => document.querySelector(".stage .body")?.textContent?.includes(words), {}, SENTENCES[0]);
    assert.equal(await tab.$("[data-state=done]"), null);
    await press(tab.mainFrame(), "#open-settings");
    await tab.waitForSelector("#settings input[name=theme]");
  });

  test("a browser that hears nothing of tabs that open others, as Firefox for Android, opens them all the same", async () => {
    await world.visit("/plain");
    const worker = await workerOf(world.browser, world.extension);
    await worker.evaluate(() => {
      const tabs = /** @type {any} */ (chrome.tabs);
      const { create } = tabs;
      tabs.create = (/** @type {object} */ how) => {
        if ("openerTabId" in how) throw new Error('Property "openerTabId" is unsupported by Firefox');
        return create.call(tabs, how);
      };
    });
    const frame = await world.read("/plain");
    await press(frame, "#open-more");
    await press(frame, "#read-address");
    const tab = await tabOf(world);
    await tab.waitForSelector("#address-field", { visible: true });
  });
});

describe("without it", () => {
  const world = withBrowser({ folder: () => variant({ optional_host_permissions: ["https://nowhere.example/*"] }) });

  test("the tab says so, with a way to the page", async () => {
    await world.visit("/plain");
    await choose(world, { menuItemId: "link", linkUrl: `${world.origin}/plain` });
    const tab = await tabOf(world);
    const alert = await tab.waitForSelector("[role=alert]");
    assert.match((await alert?.evaluate((one) => one.textContent)) ?? "", /Without your permission/);
    assert.equal(await tab.$eval("[role=alert] a", (one) => /** @type {HTMLAnchorElement} */ (one).href), `${world.origin}/plain`);
  });
});

test("on install it asks for the tab that is clicked, and no site", async () => {
  const { readFileSync } = await import("node:fs");
  const { EXTENSION } = await import("../../xtask/browser/launch.mjs");
  const manifest = JSON.parse(readFileSync(`${EXTENSION}/manifest.json`, "utf8"));
  assert.deepEqual(manifest.permissions.toSorted(), ["activeTab", "contextMenus", "scripting", "storage"]);
  assert.equal(manifest.optional_permissions, undefined);
  assert.equal(manifest.host_permissions, undefined);
  assert.equal(manifest.content_scripts, undefined);
});

// In a private window the reader works, and nothing of what is read is kept.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { EXTENSION, click, launch, reader, serve, until, workerOf } from "../../xtask/browser/launch.mjs";
import { page as answer } from "./pages.mjs";
import { press } from "./with-browser.mjs";

/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** @type {import("puppeteer-core").Browser} */
let browser;
before(async () => {
  server = await serve(answer);
  // Its first window is a private one; what is opened after is not.
  browser = await launch({ args: ["--incognito"] });
});
after(async () => {
  await browser?.close();
  server?.close();
});

test("neither the place nor what was removed or marked is kept in a private window", async () => {
  const session = await browser.target().createCDPSession();
  const { id } = await session.send("Extensions.loadUnpacked", { path: EXTENSION, enableInIncognito: true });
  const worker = await workerOf(browser, id);
  await until(async () => worker.evaluate(() => chrome.action.onClicked.hasListeners()));
  const kept = () => worker.evaluate(async () => JSON.stringify([await chrome.storage.local.get(), (await chrome.storage.session.get("places")).places ?? {}]));
  /** Reads down to the third heading. @param {import("puppeteer-core").Page} page @param {string} name @param {boolean} isPrivate */
  const read = async (page, name, isPrivate) => {
    await page.goto(`${server.origin}/chapters?${name}`);
    await click(page, id);
    const frame = await reader(page);
    assert.equal(await frame.evaluate(() => chrome.extension.inIncognitoContext), isPrivate);
    await frame.$eval(".stage h2:nth-of-type(3)", (one) => one.scrollIntoView());
    return frame;
  };
  const [first] = browser.targets().filter((one) => one.type() === "page");
  const page = await first.asPage();
  const frame = await read(page, "private", true);
  await frame.focus(".stage h2:nth-of-type(3)");
  await page.keyboard.press("m");
  await frame.waitForFunction(() => /not kept/.test(document.querySelector("#notice:not([hidden])")?.textContent ?? ""));
  assert.equal(await frame.evaluate(() => CSS.highlights.get("marked")?.size), 1, "marked all the same");
  await page.keyboard.press("Delete");
  await press(frame, "#notice button::-p-text(Undo)");
  assert.equal(await frame.$(".memory input"), null, "nor is it offered");

  await read(await browser.newPage(), "open", false);
  await until(async () => (await kept())?.includes("?open"));
  assert.ok(!(await kept())?.includes("?private"), await kept());
});

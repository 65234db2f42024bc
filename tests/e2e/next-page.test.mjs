// An article on several addresses, joined page by page as the person asks for it.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { nextPage } from "../../extension/next-page.js";
import { variant } from "../../xtask/browser/launch.mjs";
import { VOYAGE } from "./pages.mjs";
import { press, texts, withBrowser } from "./with-browser.mjs";

const HOME = "https://news.example";
/** @param {string} url @param {[string, string][]} links */
const next = (url, ...links) => nextPage(HOME + url, links.map(([address, words]) => ({ address: new URL(address, HOME).href, words })))?.url.replace(HOME, "");

describe("the next page is known by its address", () => {
  for (const [url, link] of [
    ["/story", "/story/2"],
    ["/story/", "/story/page/2/"],
    ["/story?utm_source=mail", "/story?page=2"],
    ["/read?id=7", "/read?id=7&page=2"],
    ["/story?from=start", "/story/2"],
    ["/story.html", "/story-2.html"],
    ["/story.html", "/story,page-2.html"],
    ["/story,seite-2.html", "/story,seite-3.html"],
    ["/story?page=2", "/story?page=3"],
    ["/story/p3", "/story/p4"],
  ]) {
    test(`${url} → ${link}`, () => assert.equal(next(url, [link, "Next »"]), link));
  }
  test("a bare number counts where the link says it", () => {
    assert.equal(next("/story/2", ["/story", "1"], ["/story/3", "3"]), "/story/3");
    assert.equal(next("/posts/12", ["/posts/13", "An older post"]), undefined);
  });
  for (const [url, link] of [
    ["/story", "/other/2"],
    ["/story", "https://elsewhere.example/story/2"],
    ["/story", "/story/comment-page-2"],
    ["/story", "/story/3"],
    ["/story?page=2", "/story"],
    ["/read?id=7", "/read?page=2"],
    ["/news/1234", "/news/1235"],
    ["/story", "javascript:void(2)"],
  ]) {
    test(`${url} does not go on on ${link}`, () => assert.equal(next(url, [link, "Next »"]), undefined));
  }
});

describe("joined in the reader", () => {
  const world = withBrowser();

  test("all three pages stand in one text, and what they say of themselves only once", async () => {
    const frame = await world.read("/voyage");
    const before = world.page.url();
    const cards = await texts(frame, ".cards article");
    await press(frame, ".next-page button");
    await frame.waitForFunction((words) => document.querySelector(".stage")?.textContent?.includes(words), {}, VOYAGE[1][2]);
    await press(frame, ".next-page button");
    await frame.waitForFunction((words) => document.querySelector(".stage")?.textContent?.includes(words), {}, VOYAGE[2][2]);
    assert.deepEqual(await texts(frame, ".stage .body p"), VOYAGE.flat());
    assert.equal(await frame.$(".next-page button"), null, "there is no page 4");
    assert.deepEqual(await texts(frame, ".cards article"), cards);
    assert.equal(world.page.url(), before, "the page itself went nowhere");
  });

  test("what was joined goes along: removed, undone, and taken as Markdown", async () => {
    const frame = await world.read("/voyage");
    await press(frame, ".next-page button");
    await frame.waitForFunction((words) => document.querySelector(".stage")?.textContent?.includes(words), {}, VOYAGE[1][2]);
    await frame.evaluate((words) => {
      const block = [...document.querySelectorAll(".stage [data-block]")].find((one) => one.textContent === words);
      if (block instanceof HTMLElement) block.focus();
    }, VOYAGE[1][0]);
    await world.page.keyboard.press("Delete");
    await frame.waitForFunction(() => document.querySelector("#notice:not([hidden]) button"));
    await frame.evaluate(() => window.addEventListener("copy", (event) => (document.body.dataset.copied = event.clipboardData?.getData("text/plain"))));
    await press(frame, "#open-more");
    await press(frame, "#copy-markdown");
    const copied = await frame.waitForFunction(() => document.body.dataset.copied);
    const text = String(await copied.jsonValue());
    for (const paragraph of [...VOYAGE[0], ...VOYAGE[1].slice(1)]) assert.ok(text.includes(paragraph), `missing: ${paragraph}`);
    assert.ok(!text.includes(VOYAGE[1][0]), "it was removed");
  });

  test("each page has its own notes, names, lists and parts that were left out", async () => {
    const frame = await world.read("/noted");
    await press(frame, ".next-page button");
    await frame.waitForFunction((words) => document.querySelector(".stage")?.textContent?.includes(words), {}, VOYAGE[1][2]);
    const ids = await frame.$$eval(".stage [id], .stage [data-block]", (found) => found.flatMap((one) => [one.id, one.getAttribute("data-block") ?? ""]).filter(Boolean));
    assert.deepEqual(ids.filter((id, at) => ids.indexOf(id) !== at), []);
    const frames = await frame.$$eval(".stage ol", (found) => found.map((one) => one.getAttribute("data-frame")));
    assert.equal(new Set(frames).size, 2);
    for (const [day, link] of (await frame.$$(".stage sup a")).entries()) {
      // By keys: after a step from place to place the text may still be moving.
      await link.focus();
      await world.page.keyboard.press("Enter");
      await frame.waitForSelector(".note:popover-open");
      assert.deepEqual(await texts(frame, ".note-text"), [`What the keeper wrote of day ${day + 1}.`]);
      await world.page.keyboard.press("Escape");
      await frame.waitForFunction(() => !document.querySelector(".note"));
    }
    for (const [at, place] of [2, 1, 2, 1].entries()) {
      await (await frame.$$(".stage .body > p a:not(sup a)"))[at].focus();
      await world.page.keyboard.press("Enter");
      const words = VOYAGE[at < 2 ? 0 : 1][place];
      await frame.waitForFunction((words) => document.activeElement?.textContent?.startsWith(words), {}, words);
    }
    // A part of the second page, once it is back, is none of the first.
    await frame.$eval("[data-offprint=removed]", (list) => [list, ...list.querySelectorAll("details")].forEach((one) => (/** @type {HTMLDetailsElement} */ (one).open = true)));
    for (const back of await frame.$$("[data-offprint=removed] li button:not([data-shown])")) await back.click();
    const back = await frame.$$eval(".stage [data-restored]", (found) => found.map((one) => Number(one.getAttribute("data-block"))));
    assert.ok(back.some((id) => id < 2 ** 24) && back.some((id) => id > 2 ** 24), `${back}`);
    assert.equal(new Set(back).size, back.length);
  });

  test("of a page that is too large only the beginning is joined, which is said", async () => {
    const frame = await world.read("/voyage-in-letters");
    await press(frame, ".next-page button");
    await frame.waitForFunction(() => /larger than 32 MB/.test(document.querySelector("#notice")?.textContent ?? ""));
    assert.deepEqual(await texts(frame, ".stage .body p"), VOYAGE.slice(0, 2).flat());
  });

  test("what is no page is not read as one", async () => {
    const frame = await world.read("/voyage-in-charts");
    await press(frame, ".next-page button");
    await frame.waitForFunction(() => /holds no further text/.test(document.querySelector("#notice")?.textContent ?? ""));
    assert.deepEqual(await texts(frame, ".stage .body p"), VOYAGE[0]);
  });

  test("a server that gives the same page again is not believed", async () => {
    const frame = await world.read("/round");
    await press(frame, ".next-page button");
    await frame.waitForFunction(() => /holds no further text/.test(document.querySelector("#notice")?.textContent ?? ""));
    assert.deepEqual(await texts(frame, ".stage .body p"), VOYAGE[0]);
  });
});

describe("read from an address", () => {
  const world = withBrowser({ folder: () => variant({ host_permissions: ["*://127.0.0.1/*"] }) });

  test("an address is typed, its page is read, and so is the next one", async () => {
    await world.page.goto(`chrome-extension://${world.extension}/reader.html`);
    await world.page.waitForSelector("#address-field:focus");
    await world.page.keyboard.type("no address at all\n");
    await world.page.waitForFunction(() => /not the address/.test(document.querySelector("#notice")?.textContent ?? ""));
    // Undo is the field's own there: the browser's, which keys from here do not reach.
    await world.page.evaluate(() => {
      const any = /** @type {any} */ (window);
      any.isLeft = new Promise((resolve) => window.addEventListener("keydown", (event) => event.key === "z" && resolve(!event.defaultPrevented)));
    });
    await world.page.keyboard.down("Control");
    await world.page.keyboard.press("z");
    await world.page.keyboard.up("Control");
    assert.equal(await world.page.evaluate(() => /** @type {any} */ (window).isLeft), true);
    await world.page.$eval("#address-field", (field) => void (/** @type {HTMLInputElement} */ (field).value = ""));
    await world.page.keyboard.type(`${world.origin}/voyage\n`);
    await world.page.waitForSelector("[data-offprint=reader][data-state=done]");
    assert.deepEqual(await texts(world.page.mainFrame(), ".stage .body p"), VOYAGE[0]);
    assert.equal(await world.page.$("#address:not([hidden])"), null);
    await press(world.page.mainFrame(), ".next-page button");
    await world.page.waitForFunction((words) => document.querySelector(".stage")?.textContent?.includes(words), {}, VOYAGE[1][2]);
  });

  test("the reader's menu opens a tab that asks for an address", async () => {
    const frame = await world.read("/plain");
    await press(frame, "#open-more");
    await press(frame, "#read-address");
    const target = await world.browser.waitForTarget((one) => one.type() === "page" && one.url().endsWith("/reader.html"));
    await (await target.asPage()).waitForSelector("#address-field:focus");
  });
});

describe("read from an address that was not allowed", () => {
  const world = withBrowser({ folder: () => variant({ optional_host_permissions: ["https://nowhere.example/*"] }) });

  test("the tab says so, with a way to the page", async () => {
    await world.page.goto(`chrome-extension://${world.extension}/reader.html`);
    await world.page.waitForSelector("#address-field:focus");
    await world.page.keyboard.type(`${world.origin}/voyage\n`);
    const alert = await world.page.waitForSelector("[role=alert]");
    assert.match((await alert?.evaluate((one) => one.textContent)) ?? "", /Without your permission/);
  });
});

// From article to article: those of the page, and those that are fetched.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { variant } from "../../xtask/browser/launch.mjs";
import { RELATED, SENTENCES, TITLE } from "./pages.mjs";
import { press, texts, withBrowser } from "./with-browser.mjs";

const OPEN = ".stage article h1";
const EELGRASS = RELATED[2];
const BRIDGE = "Why the swing bridge stays shut until the spring tides";

/** @param {import("puppeteer-core").Frame} frame @param {string} title */
const opened = (frame, title) =>
  frame.waitForFunction((selector, wanted) => document.querySelector(selector)?.textContent === wanted, {}, OPEN, title);

/** @param {import("puppeteer-core").Frame} frame @param {string} title */
const openCard = async (frame, title) => press(frame, `.cards h2 button::-p-text(${title})`);

describe("articles of the page", () => {
  const world = withBrowser();

  test("one with text opens as a whole article, and the main one is a card then", async () => {
    const frame = await world.read("/plain");
    await openCard(frame, EELGRASS);
    await opened(frame, EELGRASS);
    assert.match((await texts(frame, ".stage .body"))[0], /a meadow of eelgrass the size of two football fields/);
    assert.equal((await texts(frame, ".cards h2"))[0], TITLE);
    assert.equal(await frame.evaluate(() => document.activeElement?.localName), "h1");
  });

  test("back and forward by button and key, with the place kept", async () => {
    const frame = await world.read("/plain");
    assert.equal(await frame.$eval("#back", (one) => one.checkVisibility()), false);
    await (await frame.$(`.cards h2 button::-p-text(${EELGRASS})`))?.scrollIntoView();
    const place = await frame.evaluate(() => window.scrollY);
    assert.ok(place > 200);
    await openCard(frame, EELGRASS);
    await opened(frame, EELGRASS);
    await press(frame, "#back");
    await opened(frame, TITLE);
    assert.ok(Math.abs((await frame.evaluate(() => window.scrollY)) - place) < 100);
    await press(frame, "#forward");
    await opened(frame, EELGRASS);
    await world.page.keyboard.down("Alt");
    await world.page.keyboard.press("ArrowLeft");
    await opened(frame, TITLE);
    await world.page.keyboard.press("ArrowRight");
    await opened(frame, EELGRASS);
    await world.page.keyboard.up("Alt");
  });

  test("a story that was found inside the text goes back into it, and out again", async () => {
    const frame = await world.read("/pages/news--glued-within-paragraph");
    const length = async () => (await texts(frame, ".stage .body"))[0].length;
    // Until the page's end the text holds both.
    await frame.waitForSelector(".cards .offer button");
    const before = await length();
    await press(frame, ".cards .offer button");
    await frame.waitForFunction((least) => (document.querySelector(".stage .body")?.textContent ?? "").length > least + 200, {}, before);
    assert.equal(await frame.$eval(".cards article", (one) => one.checkVisibility()), false);
    await press(frame, ".stage .offer button");
    await frame.waitForFunction(() => document.querySelector(".cards .offer button")?.checkVisibility());
    assert.equal(await length(), before);
  });
});

describe("articles elsewhere, with the permission", () => {
  const world = withBrowser({ folder: () => variant({ host_permissions: ["*://127.0.0.1/*"] }) });

  test("one is fetched and read in the same view, and back leads to where one was", async () => {
    const frame = await world.read("/linking");
    await press(frame, ".cards article:first-child .ways button");
    await opened(frame, BRIDGE);
    assert.match((await texts(frame, ".stage .body"))[0], /pins of the swing bridge/);
    assert.equal((await world.page.frames()).includes(frame), true);
    await press(frame, "#back");
    await opened(frame, TITLE);
    assert.ok((await texts(frame, ".stage .body"))[0].includes(SENTENCES[1]));
  });

  test("its text is shown while it still arrives", async () => {
    const frame = await world.read("/linking");
    await press(frame, ".cards .ways button[aria-label$='Slow boat brings the mail to the outer islands']");
    await frame.waitForFunction(() => document.querySelector("main")?.innerText.includes("pins of the swing bridge"));
    assert.equal(await frame.$eval("main", (one) => one.dataset.state), "reading");
  });

  for (const [what, words] of /** @type {[string, RegExp][]} */ ([
    ["Missing pier turns up in the wrong bay", /server did not give/],
    ["Tide chart redrawn after the November storm", /no page that can be read/],
    ["Empty quay waits for the summer market", /no text to read/],
    ["Nothing left of the old letters", /could not be fetched/],
  ])) {
    test(`${what}: what failed is said, with a way to the page itself`, async () => {
      const frame = await world.read("/linking");
      await press(frame, `.cards .ways button[aria-label$='${what}']`);
      const alert = await frame.waitForSelector("main[data-state=failed] [role=alert]");
      assert.match((await alert?.evaluate((one) => one.textContent)) ?? "", words);
      assert.match((await frame.$eval("[role=alert] a", (one) => /** @type {HTMLAnchorElement} */ (one).href)) ?? "", /^http:\/\/127/);
      await press(frame, "#back");
      await opened(frame, TITLE);
    });
  }
});

describe("articles elsewhere that do not come whole", () => {
  const world = withBrowser({ folder: () => variant({ host_permissions: ["*://127.0.0.1/*"] }) });

  for (const [title, path, words] of /** @type {[string, string, RegExp][]} */ ([
    ["Half a letter from the bridge keeper", "/breaking", /connection broke off/],
    ["A letter with thirty-three megabytes of paper", "/vast", /larger than 32 MB/],
    ["A letter that was torn in two", "/torn", /ends in the middle/],
  ])) {
    test(`${path}: what came is shown, and that it is not all, with a way to the page itself`, async () => {
      const frame = await world.read("/linking");
      await press(frame, `.cards .ways button[aria-label$='${title}']`);
      if (path === "/breaking") {
        await frame.waitForFunction(() => document.querySelector("main")?.textContent?.includes("since he was a boy"));
        world.breakOff();
      }
      const alert = await frame.waitForSelector("main[data-state=done] [role=alert]");
      assert.match((await texts(frame, ".stage .body"))[0], /since he was a boy/);
      assert.match((await alert?.evaluate((one) => one.textContent)) ?? "", words);
      assert.equal(await frame.$eval("[role=alert] a", (one) => /** @type {HTMLAnchorElement} */ (one).href), world.origin + path);
    });
  }

  test("of a page that came whole nothing is said", async () => {
    const frame = await world.read("/linking");
    await press(frame, ".cards article:first-child .ways button");
    await frame.waitForFunction(() => document.querySelector("main[data-state=done]")?.textContent?.includes("since he was a boy"));
    assert.deepEqual(await texts(frame, "[role=alert]"), []);
  });
});

describe("articles elsewhere, without the permission", () => {
  const world = withBrowser({ folder: () => variant({ optional_host_permissions: ["https://nowhere.example/*"] }) });

  test("the refusal is said, and the article stays", async () => {
    const frame = await world.read("/linking");
    await press(frame, ".cards article:first-child .ways button");
    await frame.waitForFunction(() => /Without your permission/.test(document.querySelector("#notice")?.textContent ?? ""));
    assert.deepEqual(await texts(frame, OPEN), [TITLE]);
  });
});

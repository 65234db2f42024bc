// The site, as it is put on a server.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { serve } from "../../xtask/browser/launch.mjs";
import { objections, scrollWidth } from "./with-browser.mjs";
import { AT_ONCE, SITE, answer, context, done, files, open, page, requested, sent, server, text, visitAnew } from "./with-site.mjs";

const PAGES = ["", "race.html", "how.html", "compare.html", "install.html", "privacy.html"];

/** What may come over the line for a page and all that it needs, compressed. */
const MAX_BYTES = 600_000;
/** Milliseconds to the first paint on the line that lab tests call "slow 4G". */
const MAX_FIRST_PAINT = 1000;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
/** First visits that are timed; the fastest counts, since what else the machine does is not the site's. */
const VISITS = 3;
/** From here on people feel that a page jumps: Core Web Vitals. */
const MAX_SHIFT = 0.1;
/** Pixels that letters must have on a phone, those of drawings too. */
const MIN_LETTER = 10;

/** How large letters in drawings come out, in pixels. */
const lettersOfDrawings = () =>
  page.$$eval(".plot text", (found) => found.map((one) => parseFloat(getComputedStyle(one).fontSize) * (/** @type {SVGGraphicsElement} */ (one).getScreenCTM()?.a ?? 0)));

describe("the race", () => {
  test("on a phone the plots have their whole width in sight, in letters that can be read", async () => {
    await page.setViewport({ width: 320, height: 640 });
    await open("race.html");
    await page.click("#start");
    await page.waitForFunction(() => document.querySelector("#said")?.textContent?.startsWith("Done"));
    const letters = await lettersOfDrawings();
    assert.ok(letters.length > 6 && Math.min(...letters) >= MIN_LETTER, `letters of ${letters} pixels`);
    const ends = await page.$$eval(".plot text, .plot rect", (found) => found.map((one) => one.getBoundingClientRect().right));
    assert.ok(Math.max(...ends) <= 320, `${ends}`);
    assert.ok((await scrollWidth(page.mainFrame())) <= 320);
  });

  test("three readers run, and what they found is plotted", async () => {
    await open("race.html");
    await page.click("#start");
    await page.waitForFunction(() => document.querySelector("#said")?.textContent?.startsWith("Done"));
    const rows = await page.$$eval("#times tbody tr", (found) => found.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
    assert.deepEqual(rows.map(([name]) => name), ["Offprint", "Readability", "Defuddle"]);
    for (const [name, median, , words] of rows) {
      assert.match(median, /^[\d.]+ ms$/, name);
      assert.ok(Number(words) > 100, `${name} found ${words} words`);
    }
    assert.equal((await page.$$("#bars rect")).length, 3);
    const curves = await page.$$eval("#curve .curve", (found) => found.map((one) => one.getAttribute("d") ?? ""));
    assert.equal(curves.length, 3);
    assert.ok(curves[0].split("V").length > curves[1].split("V").length, "ours comes in steps, another at once");
    assert.deepEqual(requested.filter((url) => new URL(url).origin !== server.origin), []);
  });
});

describe("every page", () => {
  for (const path of PAGES) {
    const name = path || "index.html";
    test(`${name}: axe has nothing to object to, light and dark`, async () => {
      await open(path + (path ? "" : AT_ONCE));
      if (!path) await done();
      for (const value of ["light", "dark"]) {
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
        assert.deepEqual(await objections(page.mainFrame()), [], value);
      }
    });

    test(`${name}: no wider than a phone of 320 pixels`, async () => {
      await page.setViewport({ width: 320, height: 640 });
      await open(path + (path ? "" : AT_ONCE));
      if (!path) await done();
      assert.ok((await scrollWidth(page.mainFrame())) <= 320);
      const letters = await lettersOfDrawings();
      assert.ok(Math.min(...letters, Infinity) >= MIN_LETTER, `letters of ${letters} pixels`);
    });

    test(`${name}: every link of the site leads somewhere, nothing is left unsaid, the card is there`, async () => {
      await open(path);
      const html = await page.evaluate(() => document.documentElement.outerHTML);
      assert.doesNotMatch(html, /\{[a-z_]+\}/);
      const links = await page.$$eval("body > header a, #content a[href$='.html'], link, script[src]", (found) => found.map((one) => /** @type {any} */ (one).href || /** @type {any} */ (one).src));
      for (const link of links) assert.ok(files(new URL(link).pathname), link);
      const card = await page.$eval("meta[property='og:image']", (one) => one.getAttribute("content") ?? "");
      const picture = files(`/${card}`)?.body;
      assert.ok(picture instanceof Buffer);
      assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [1200, 630]);
      assert.equal((await page.$$("header [aria-current=page]")).length, 1);
    });
  }

  test("nothing is asked of any other server", async () => {
    for (const path of PAGES) await open(path);
    assert.deepEqual(requested.filter((url) => new URL(url).origin !== server.origin), []);
  });
});

describe("a slow line", () => {
  for (const path of ["", "race.html"]) {
    test(`${path || "index.html"}: little comes over it, the first paint is soon, nothing jumps`, async () => {
      const paints = [];
      for (let visit = 0; visit < VISITS; visit += 1) {
        const { paint, shift } = await visitSlowly(path);
        assert.ok(sent <= MAX_BYTES, `${sent} bytes`);
        assert.ok(shift < MAX_SHIFT, `layout shift ${shift}`);
        paints.push(paint);
      }
      assert.ok(Math.min(...paints) <= MAX_FIRST_PAINT, `first paint after ${paints.map(Math.round)} ms`);
    });
  }

  /** A first visit. @param {string} path */
  async function visitSlowly(path) {
    await context.close();
    await visitAnew();
    const client = await page.createCDPSession();
    await client.send("Network.enable");
    await client.send("Network.emulateNetworkConditions", SLOW_4G);
    await page.evaluateOnNewDocument(() => {
      /** @type {any} */ (window).shift = 0;
      new PerformanceObserver((list) => {
        for (const one of list.getEntries()) /** @type {any} */ (window).shift += /** @type {any} */ (one).value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(`${server.origin}/${path}`, { waitUntil: "domcontentloaded" });
    if (path === "") await done();
    await page.evaluate(() => navigator.serviceWorker.ready);
    return page.evaluate(() => ({
      paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Infinity,
      shift: /** @type {number} */ (/** @type {any} */ (window).shift),
    }));
  }
});

describe("without a network", () => {
  test("the site works, every page of it", async () => {
    const own = await serve(answer);
    await page.goto(`${own.origin}/${AT_ONCE}`);
    await done();
    await page.evaluate(() => navigator.serviceWorker.ready);
    own.close();
    for (const path of PAGES) {
      await page.goto(`${own.origin}/${path}`);
      assert.ok(await page.$("header .brand"), path);
    }
    await page.goto(`${own.origin}/#sample=docs&speed=5`);
    await done();
    assert.ok((await text("article[data-role=main] .body")).length > 200);
  });

  test("what is kept is another thing as soon as any file is", () => {
    const worker = readFileSync(`${SITE}/sw.js`, "utf8");
    assert.match(worker, /VERSION = "[0-9a-f]{16}"/);
    for (const name of readdirSync(SITE).filter((one) => /\.(html|js|css)$/.test(one) && one !== "sw.js")) {
      assert.ok(worker.includes(name === "index.html" ? '"./"' : `"${name}"`), name);
    }
  });
});

// The site's playground.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { describe, test } from "node:test";
import { until } from "../../xtask/browser/launch.mjs";
import { RELATED, SENTENCES, TITLE } from "./pages.mjs";
import { objections, scrollWidth } from "./with-browser.mjs";
import { AT_ONCE, SITE, context, done, open, page, requested, served, server, text } from "./with-site.mjs";

/** @param {string} selector @param {string} value */
const set = (selector, value) =>
  page.$eval(selector, (one, value) => {
    /** @type {HTMLInputElement} */ (one).value = value;
    one.dispatchEvent(new Event("input"));
    one.dispatchEvent(new Event("change"));
  }, value);
/** @param {string} title */
const titled = (title) => page.waitForFunction((title) => document.querySelector("article[data-role=main] h1")?.textContent === title, {}, title);
/** @param {string} title */
const story = (title) => `<title>${title}</title><article><h1>${title}</h1>${SENTENCES.map((sentence) => `<p>${`${sentence} `.repeat(6)}</p>`).join("")}</article>`;

/** The frame with the page itself. @returns {Promise<import("puppeteer-core").Frame>} */
async function shown() {
  const frame = await (await page.waitForSelector("#tidied"))?.contentFrame();
  return /** @type {import("puppeteer-core").Frame} */ (frame);
}

/** Pastes HTML and reads it. @param {string} html @param {string} [url] */
async function paste(html, url = "") {
  await page.click("#paste-open");
  await set("#paste", html);
  await set("#paste-url", url);
  await page.click("#paste-box button");
}

describe("the playground", () => {
  test("the sample is read, its related articles and what was left out too", async () => {
    await open(AT_ONCE);
    await done();
    assert.equal(await text("article[data-role=main] h1"), TITLE);
    const body = await text("article[data-role=main] .body");
    for (const sentence of SENTENCES) assert.ok(body.includes(sentence), sentence);
    assert.deepEqual(await page.$$eval("article[data-role=related] h2", (found) => found.map((one) => one.textContent)), RELATED);
    assert.match(await text("[data-offprint=removed]"), /SUMMER TYRES/);
  });

  test("pasted HTML is read, its links from the address that is given", async () => {
    await open(AT_ONCE);
    await done();
    await paste(story("Pasted by hand").replace("</p>", " And <a href=next>the next one</a>.</p>"), "https://valley.example/a/");
    await titled("Pasted by hand");
    await done();
    assert.equal(await page.$eval("article[data-role=main] .body a", (one) => one.getAttribute("href")), "https://valley.example/a/next");
  });

  test("a dropped file is read", async () => {
    await open(AT_ONCE);
    await done();
    await page.evaluate((html) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([html], "page.html", { type: "text/html" }));
      document.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, story("Dropped"));
    await titled("Dropped");
    await done();
  });

  test("on a slow line the first articles stand while bytes still come; the slider lets the rest come at once", async () => {
    await open("#speed=2");
    await page.waitForFunction(() => (document.querySelector("article[data-role=main] .body")?.childElementCount ?? 0) > 1);
    const { value, state, source } = await page.evaluate(() => ({
      value: document.querySelector("progress")?.value ?? 1,
      state: document.querySelector("#reader")?.getAttribute("data-state"),
      source: document.querySelector("#source")?.textContent ?? "",
    }));
    assert.ok(value < 0.9, `${value} had arrived`);
    assert.equal(state, "reading");
    assert.match(source, /<p>/);
    await set("#speed", "5");
    await done();
    assert.equal(await page.$eval("progress", (one) => one.value), 1);
  });

  test("what is taken back is seen to be", async () => {
    await open("#sample=blog&speed=2");
    const why = await page.waitForSelector(".taken-back .why");
    assert.match(await why?.evaluate((one) => one.textContent) ?? "", /^taken back: /);
    await set("#speed", "5");
    await done();
    await page.waitForFunction(() => !document.querySelector(".taken-back"));
  });

  test("what was left out can be put back", async () => {
    await open(AT_ONCE);
    await done();
    await page.$$eval("[data-offprint=removed], [data-offprint=removed] details", (found) => found.forEach((one) => void (/** @type {HTMLDetailsElement} */ (one).open = true)));
    const part = "SUMMER TYRES NOW 40 % OFF!";
    assert.ok(!(await text(".stage .body")).includes(part));
    // A real click: the reader takes no other.
    const button = await page.evaluateHandle((part) => [...document.querySelectorAll("[data-offprint=removed] li")].find((one) => one.textContent?.includes(part))?.querySelector("button"), part);
    await /** @type {import("puppeteer-core").ElementHandle<Element>} */ (button).click();
    await page.waitForFunction((part) => document.querySelector(".stage .body")?.textContent?.includes(part), {}, part);
  });

  test("every form of the result has its tab, reached by arrow keys", async () => {
    await open(AT_ONCE);
    await done();
    await page.focus("#tab-reader");
    for (const [name, content] of /** @type {[string, RegExp][]} */ ([
      ["html", /<p[^>]*>For a hundred years/],
      ["markdown", /^# The harbour that learned to breathe\n[^]*\n## A wall that grows\n/],
      ["json", /"role": "main"/],
      ["page", /^<!doctype html>\n<html[^]*<nav[^]*<section data-offprint="related"/],
      ["changes", /^\{"type":"open","article":0,"role":"main"[^]*"type": "end"/],
    ])) {
      await page.keyboard.press("ArrowRight");
      assert.equal(await page.$eval(`#panel-${name}`, (one) => /** @type {HTMLElement} */ (one).hidden), false, name);
      assert.match(await text(`#panel-${name} pre`), content);
    }
  });

  test("a link holds the page itself, and the choices", async () => {
    await open(AT_ONCE);
    await done();
    await paste(story("Shared by link"), "https://valley.example/");
    await titled("Shared by link");
    await page.click("#tab-markdown");
    await page.click("#share");
    const link = await until(async () => page.url().includes("page=") && page.url());
    await page.goto("about:blank");
    await page.goto(link);
    await titled("Shared by link");
    await page.waitForFunction(() => document.querySelector("#panel-markdown pre")?.textContent?.startsWith("# Shared by link"));
    assert.equal(await page.$eval("#panel-markdown", (one) => /** @type {HTMLElement} */ (one).hidden), false);
  });

  test("a link that is broken opens the sample", async () => {
    await open("#page=%%%&speed=9&tab=none&sample=none");
    await set("#speed", "5");
    await titled(TITLE);
  });

  test("the page itself is shown without its clutter", async () => {
    await open("#speed=5&tab=page");
    await done();
    const frame = await shown();
    await frame.waitForFunction(() => document.querySelector("h1"));
    const seen = await frame.evaluate(() => document.body.innerText);
    assert.ok(seen.includes(SENTENCES[0]) && !seen.includes("SUMMER TYRES"), seen);
    // Its own layout, and no other.
    const source = (await text("#panel-page pre")).match(/<style>[^]*?<\/style>/)?.[0];
    assert.ok(source && readFileSync(`${SITE}/sample.html`, "utf8").includes(source));
    assert.ok(await frame.evaluate(() => [...document.styleSheets].reduce((sum, sheet) => sum + sheet.cssRules.length, 0)) > 5);
    assert.match(await text("#page-done"), /^\d+ parts? cut out, \d+ related articles? put into/);
    await page.browserContext().overridePermissions(server.origin, ["clipboard-read", "clipboard-sanitized-write"]);
    await page.click("#page-copy");
    await page.waitForFunction(() => document.querySelector("#said")?.textContent === "Copied.");
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await text("#panel-page pre"));
  });

  test("the page itself runs nothing, reaches nobody and leads nowhere", async (t) => {
    let contacts = 0;
    const stranger = createServer((socket) => {
      contacts += 1;
      socket.destroy();
    });
    // Open behind a failure, it would keep the whole run from ending.
    t.after(() => stranger.close());
    await new Promise((resolve) => stranger.listen(0, "127.0.0.1", () => resolve(undefined)));
    const there = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (stranger.address()).port}`;
    await open(AT_ONCE);
    await done();
    // The sample's own pictures may come behind its text.
    await page.waitForNetworkIdle();
    served.length = 0;
    await paste(
      story("Out of reach").replace(
        "<article>",
        `<base href="${there}/"><link rel="preconnect" href="${there}"><link rel="dns-prefetch" href="${there}"><link rel="stylesheet" href="${there}/a.css">
        <meta http-equiv="refresh" content="0;url=${there}/b"><style>@import "${there}/c.css"; @font-face { font-family: d; src: url(${there}/d) } body { font-family: d; background: url(${there}/e.png) }</style>
        <script src="${there}/f.js"></script><script>document.title = "ran"; top.document.title = "ran"; fetch("${there}/g")</script>
        <article onclick="top.document.title = 'ran'" style="background: url(${there}/h.png)"><img src="${there}/i.png" onerror="top.document.title = 'ran'"><img src="own.png">
        <iframe src="${there}/j"></iframe><iframe srcdoc="<iframe src='${there}/p'></iframe>"></iframe><object data="${there}/k"></object><video src="${there}/l" autoplay></video><svg width="60" height="30"><image href="${there}/m.svg"/><a id="drawn" xlink:href="${there}/q"><rect width="60" height="30"/><set attributeName="href" to="${there}/r"/></a></svg>
        <a id="away" href="${there}/n" target="_self" ping="${there}/o">away</a> <a id="home" href="story.html">home</a>`,
      ),
    );
    await titled("Out of reach");
    await done();
    await page.click("#tab-page");
    const frame = await shown();
    await frame.waitForSelector("#away");
    const pages = (await context.pages()).length;
    for (const link of ["#away", "#home", "#drawn"]) await (await frame.$(link))?.click();
    // Whatever would go out has time to.
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(contacts, 0);
    assert.deepEqual(served, []);
    assert.notEqual(await page.title(), "ran");
    assert.equal((await context.pages()).length, pages);
    assert.match((await shown()).url(), /\/shown\.html$/);
  });

  test("the tab with the page itself: axe has nothing to object to, and it is no wider than a phone", async () => {
    await open("#speed=5&tab=page");
    await done();
    assert.deepEqual(await objections(page.mainFrame()), []);
    await page.setViewport({ width: 320, height: 640 });
    assert.ok((await scrollWidth(page.mainFrame())) <= 320);
    await page.reload();
    await done();
    const right = (/** @type {string} */ selector) => page.$eval(selector, (one) => one.getBoundingClientRect().right);
    assert.ok((await right("#tab-page")) <= (await right("[role=tablist]")), "the chosen tab is in sight");
    assert.equal(await page.evaluate(() => scrollY), 0);
  });

  test("pictures of a page that one brings are not asked for", async () => {
    const client = await page.createCDPSession();
    await client.send("Network.enable");
    /** @type {Map<string, string>} */
    const asked = new Map();
    /** @type {Set<string | undefined>} */
    const stopped = new Set();
    client.on("Network.requestWillBeSent", ({ requestId, request }) => void asked.set(requestId, request.url));
    client.on("Network.loadingFailed", ({ requestId, blockedReason }) => void (blockedReason === "csp" && stopped.add(asked.get(requestId))));
    await open(AT_ONCE);
    await done();
    await paste(story("With a picture").replace("</h1>", '</h1><figure><img src="https://elsewhere.example/a.jpg" width=800 height=500><figcaption>A picture</figcaption></figure>'), "https://elsewhere.example/");
    await titled("With a picture");
    await done();
    const wanted = requested.filter((url) => url.includes("elsewhere.example"));
    assert.ok(wanted.length > 0, "the picture is in the article");
    // The page's own policy stops each before it leaves the browser.
    assert.deepEqual(wanted.filter((url) => !stopped.has(url)), []);
  });
});

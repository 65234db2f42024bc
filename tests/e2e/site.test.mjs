// The site, as it is put on a server.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { folder, launch, serve } from "../../xtask/browser/launch.mjs";
import { RELATED, SENTENCES, TITLE } from "./pages.mjs";

const SITE = fileURLToPath(new URL("../../dist/www", import.meta.url));

/** @type {import("puppeteer-core").Browser} */
let browser;
/** @type {import("puppeteer-core").Page} */
let page;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** @type {string[]} */
let requested;

before(async () => {
  server = await serve(folder(SITE));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server?.close();
});

beforeEach(async () => {
  page = await browser.newPage();
  requested = [];
  page.on("request", (request) => requested.push(request.url()));
  await page.goto(server.origin);
  await page.$eval("#speed", (one) => ((/** @type {HTMLInputElement} */ (one).value = "5"), one.dispatchEvent(new Event("input"))));
});

const done = () => page.waitForSelector("[data-offprint=reader][data-state=done]");
/** @param {string} selector */
const text = (selector) => page.$eval(selector, (one) => one.textContent ?? "");

test("the sample is read, its related articles and what was left out too", async () => {
  await done();
  assert.equal(await text("article[data-role=main] h1"), TITLE);
  const body = await text("article[data-role=main] .body");
  for (const sentence of SENTENCES) assert.ok(body.includes(sentence), sentence);
  assert.deepEqual(await page.$$eval("article[data-role=related] h2", (found) => found.map((one) => one.textContent)), RELATED);
  assert.match(await text("[data-offprint=removed]"), /SUMMER TYRES/);
});

test("pasted HTML is read", async () => {
  await done();
  const paragraphs = SENTENCES.map((sentence) => `<p>${`${sentence} `.repeat(6)}</p>`).join("");
  await page.click("#paste-open");
  await page.$eval("#paste", (one, html) => void (/** @type {HTMLTextAreaElement} */ (one).value = html), `<title>Pasted</title><article><h1>Pasted by hand</h1>${paragraphs}</article>`);
  await page.click("#paste-box button");
  await page.waitForFunction(() => document.querySelector("article[data-role=main] h1")?.textContent === "Pasted by hand");
  await done();
});

test("the changes are shown as they come, the last one is the end", async () => {
  await done();
  await page.click("#tab-changes");
  const log = await text("#panel-changes pre");
  assert.match(log, /^\{"type":"open","article":0,"role":"main"/);
  assert.match(log, /"type": "end"/);
});

test("nothing is asked of any other server", async () => {
  await done();
  assert.deepEqual(requested.filter((url) => new URL(url).origin !== server.origin), []);
});

test("no wider than the window at 320 pixels", async () => {
  await page.setViewport({ width: 320, height: 640 });
  await done();
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
});

// What the tests of the site need: a browser, the site as servers serve it, and a first visit for each test.
import { after, afterEach, before, beforeEach } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { folder, launch, serve } from "../../xtask/browser/launch.mjs";

export const SITE = fileURLToPath(new URL("../../dist/www", import.meta.url));
/** A line that holds nothing back. */
export const AT_ONCE = "#speed=5";

/** @type {import("puppeteer-core").Browser} */
export let browser;
/** @type {import("puppeteer-core").BrowserContext} */
export let context;
/** @type {import("puppeteer-core").Page} */
export let page;
/** @type {Awaited<ReturnType<typeof serve>>} */
export let server;
/** What the page asked for since the visit began. @type {string[]} */
export let requested;
/** Bytes that the server sent since then. */
export let sent = 0;
/** What the server was asked for; what a policy stops never gets there. @type {string[]} */
export let served = [];

export const files = folder(SITE);
/** @type {Map<string, Buffer>} */
const packed = new Map();

/** As servers serve it: compressed where that makes it smaller. @param {string} path */
export function answer(path) {
  served.push(path);
  const found = files(path);
  if (!found) return undefined;
  const body = packed.get(path) ?? brotliCompressSync(found.body);
  packed.set(path, body);
  sent += body.length;
  return { body, headers: { ...found.headers, "content-encoding": "br", "cache-control": "max-age=600" } };
}

before(async () => {
  // Packing the wasm takes seconds, which are no server's.
  answer("/offprint/offprint_bg.wasm");
  server = await serve(answer);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server?.close();
});

beforeEach(visitAnew);

afterEach(() => context.close());

/** Begins a visit of somebody who has not been here. */
export async function visitAnew() {
  context = await browser.createBrowserContext();
  page = await context.newPage();
  requested = [];
  served = [];
  page.on("request", (request) => requested.push(request.url()));
  sent = 0;
}

export const open = (/** @type {string} */ path) => page.goto(`${server.origin}/${path}`);
export const done = () => page.waitForSelector("[data-offprint=reader][data-state=done]");
/** @param {string} selector */
export const text = (selector) => page.$eval(selector, (one) => one.textContent ?? "");

// What a person waits for, in the extension itself: from the click to the first paragraph and to the whole text, with the worker
// asleep and awake; a link on a slow line; and what fifty tabs leave in memory. Rivals stand beside in the same run. Prints tables.
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { choose, click, install, isWorker, launch, reader, until, variant } from "./launch.mjs";

/** A page: its name in the tables, and its bytes. @typedef {{ name: string, html: Buffer }} Sample @typedef {import("puppeteer-core").Page} Page */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const READABILITY = readFileSync(join(ROOT, "node_modules/@mozilla/readability/Readability.js"), "utf8");
/** Clicks on each page with the worker asleep, and as many with it awake. */
const TURNS = 3;
/** What the browser keeps warm for the next tab has gone cold by then. */
const COOLING_MS = 2000;
/** Pages of the corpus that are read: the smallest, the largest, and those between at even steps. */
const SAMPLE = 10;
/** The line of the goal: 1.6 Mbit/s, 150 ms. */
const [BYTES_PER_SECOND, LATENCY_MS] = [200_000, 150];
/** How often the line hands on what has come. */
const TICK_MS = 10;
const [FEW_TABS, TABS] = [10, 50];
/** Nothing but the page's own HTML: what a page of the corpus asks for is gone. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; connect-src 'self'";

const samples = gather(process.argv[2] ?? "");
const { origin, close } = await serve();
const browser = await launch();
try {
  const extension = await install(browser, variant({ host_permissions: ["*://127.0.0.1/*"] }));
  await clicks(extension);
  await links(extension);
  await tabs(extension);
} finally {
  await browser.close();
  close();
}

/** Our sample, which anyone has, and pages of the corpus by size. @param {string} corpus */
function gather(corpus) {
  const own = { name: "our sample", html: readFileSync(join(ROOT, "www/sample.html")) };
  try {
    const folder = join(corpus, "extraction/fundus/pages");
    const pages = readdirSync(folder).filter((name) => name.endsWith(".gz")).map((name) => gunzipSync(readFileSync(join(folder, name))));
    pages.sort((one, other) => one.length - other.length);
    const chosen = Array.from({ length: SAMPLE }, (_, nth) => pages[Math.round((nth * (pages.length - 1)) / (SAMPLE - 1))] ?? own.html);
    return [own, ...chosen.map((html) => ({ name: `a newspaper's`, html }))];
  } catch {
    return [own];
  }
}

/** `/page/N` at once, `/slow/N` as over the line; all else is an empty page. */
async function serve() {
  const server = createServer(async (request, response) => {
    const [, way, nth] = /^\/(page|slow)\/(\d+)/.exec(request.url ?? "") ?? [];
    const html = samples[Number(nth)]?.html ?? Buffer.from("<!doctype html><title>nothing</title>");
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("content-security-policy", POLICY);
    if (way !== "slow") return void response.end(html);
    const packed = gzipSync(html);
    response.setHeader("content-encoding", "gzip");
    await pause(LATENCY_MS);
    const [start, step] = [performance.now(), (BYTES_PER_SECOND * TICK_MS) / 1000];
    for (let at = 0; at < packed.length && !response.destroyed; at += step) {
      await pause(start + (at / BYTES_PER_SECOND) * 1000 - performance.now());
      response.write(packed.subarray(at, at + step));
    }
    response.end();
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { origin: `http://127.0.0.1:${port}`, close: () => void (server.close(), server.closeAllConnections()) };
}

/** Notes in the reader's frame when its first paragraph has been painted, and when it had all. A frame out of sight paints nothing. */
function watch() {
  if (location.protocol !== "chrome-extension:") return;
  const state = /** @type {any} */ (globalThis);
  const look = () => {
    if (document.querySelector("[data-offprint=reader] .body p")) setTimeout(() => (state.firstAt ??= Date.now()));
    if (document.querySelector("[data-offprint=reader][data-state=done]")) setTimeout(() => (state.wholeAt ??= Date.now()));
    if (state.wholeAt === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Readability as Firefox uses it, on a clone; its article over the page, painted. */
async function readabilityOnClone() {
  const start = Date.now();
  const found = new /** @type {any} */ (globalThis).Readability(document.cloneNode(true)).parse();
  const cover = document.createElement("div");
  cover.innerHTML = found?.content ?? "";
  document.body.replaceChildren(cover);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return Date.now() - start;
}

/** @param {string} extension */
async function clicks(extension) {
  const rows = [];
  for (const [nth, { name, html }] of samples.entries()) {
    const times = /** @type {Record<"cold" | "first" | "whole" | "rival", number[]>} */ ({ cold: [], first: [], whole: [], rival: [] });
    for (let turn = 0; turn < TURNS; turn++) {
      const page = await browser.newPage();
      await page.evaluateOnNewDocument(watch);
      await page.goto(`${origin}/page/${nth}?${turn}`);
      await sleepWorker(extension);
      times.cold.push((await waited(page, extension)).first);
      await page.reload();
      const warm = await waited(page, extension);
      times.first.push(warm.first);
      times.whole.push(warm.whole);
      await page.reload();
      await page.evaluate(READABILITY + "; globalThis.Readability = Readability");
      times.rival.push(await page.evaluate(readabilityOnClone));
      await page.close();
    }
    rows.push([name, kilobytes(html.length), ...Object.values(times).map(median)]);
  }
  table(["click, ms", "kB", "first paragraph, worker asleep", "first paragraph", "whole text", "Readability on a clone, whole text"], rows);
}

/** @param {Page} page @param {string} extension */
async function waited(page, extension) {
  await page.bringToFront();
  const start = Date.now();
  await click(page, extension);
  const frame = await reader(page);
  await frame.waitForFunction("globalThis.wholeAt !== undefined");
  const { firstAt, wholeAt } = await frame.evaluate(() => ({ firstAt: /** @type {any} */ (globalThis).firstAt, wholeAt: /** @type {any} */ (globalThis).wholeAt }));
  return { first: (firstAt ?? wholeAt) - start, whole: wholeAt - start };
}

/** @param {string} extension */
async function sleepWorker(extension) {
  const target = browser.targets().find(isWorker(extension));
  await (await target?.worker())?.close();
  await until(async () => !browser.targets().some(isWorker(extension)));
  await pause(COOLING_MS);
}

/** @param {string} extension */
async function links(extension) {
  const rows = [];
  for (const [nth, { name, html }] of samples.entries()) {
    const page = await browser.newPage();
    await page.goto(`${origin}/`);
    const ours = await linked(page, extension, `${origin}/slow/${nth}`);
    await page.evaluate(READABILITY + "; globalThis.Readability = Readability");
    const rival = await page.evaluate(fetchAll, `${origin}/slow/${nth}`);
    const start = Date.now();
    await page.goto(`${origin}/slow/${nth}`);
    rows.push([name, kilobytes(html.length), kilobytes(gzipSync(html).length), ours, rival, Date.now() - start]);
    await page.close();
  }
  table(["link at 1.6 Mbit/s and 150 ms, ms", "kB", "kB sent", "first paragraph", "all fetched, then Readability", "the page's HTML alone loaded"], rows);
}

/** From the menu's entry to the first paragraph. @param {Page} page @param {string} extension @param {string} url */
async function linked(page, extension, url) {
  await page.bringToFront();
  const start = Date.now();
  const opened = browser.waitForTarget((one) => one.type() === "page" && one.url().includes("reader.html"));
  await choose(browser, extension, { menuItemId: "link", linkUrl: url });
  const tab = await (await opened).asPage();
  await tab.waitForFunction(() => document.querySelector("[data-offprint=reader] .body p"), { polling: "raf" });
  const time = Date.now() - start;
  await tab.close();
  return time;
}

/** @param {string} url */
async function fetchAll(url) {
  const start = Date.now();
  const parsed = new DOMParser().parseFromString(await (await fetch(url)).text(), "text/html");
  document.body.innerHTML = new /** @type {any} */ (globalThis).Readability(parsed).parse()?.content ?? "";
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return Date.now() - start;
}

/** @param {string} extension */
async function tabs(extension) {
  const rows = [];
  for (let nth = 0; nth <= TABS; nth++) {
    if (nth === FEW_TABS || nth === TABS) rows.push([nth, megabytes(await memory())]);
    const page = await browser.newPage();
    await page.goto(`${origin}/page/${nth % samples.length}?tab${nth}`);
    await click(page, extension);
    await reader(page);
    await page.close();
  }
  table(["tabs read and closed", "the browser's processes, MB"], rows);
}

/** What all processes of the browser have to themselves, after a moment to tidy up; what they share is counted in parts. */
async function memory() {
  await pause(COOLING_MS);
  const children = /** @type {Map<number, number[]>} */ (new Map());
  for (const name of readdirSync("/proc").filter((one) => /^\d+$/.test(one))) {
    const parent = Number(/\) \w (\d+)/.exec(read(`/proc/${name}/stat`))?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  /** @type {(pid: number) => number} */
  const sum = (pid) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024 + (children.get(pid) ?? []).reduce((all, child) => all + sum(child), 0);
  return sum(browser.process()?.pid ?? 0);
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // a process that is gone
  }
}

/** @param {number} milliseconds */
function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** @param {number[]} times */
function median(times) {
  return times.toSorted((one, other) => one - other)[times.length >> 1] ?? NaN;
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return Math.round(bytes / 1000);
}

/** @param {number} bytes */
function megabytes(bytes) {
  return Math.round(bytes / 1e6);
}

/** @param {string[]} head @param {(string | number)[][]} rows */
function table(head, rows) {
  const line = (/** @type {(string | number)[]} */ cells) => `| ${cells.join(" | ")} |`;
  console.log([line(head), line(head.map(() => "---")), ...rows.map(line), ""].join("\n"));
}

// Chromium with the extension loaded, and pages for it. Used by `cargo xtask run` and by the end-to-end tests.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { copyOf } from "./scratch.mjs";

export const EXTENSION = fileURLToPath(new URL("../../dist/chrome", import.meta.url));

/** What a server says; an answer that `stalls` does not end, one with a `rest` waits until that is asked for, one that `breaks` is cut off. @typedef {{ body: string | Buffer, headers?: Record<string, string>, stalls?: boolean, rest?: string | Buffer, breaks?: boolean }} Answer */

const TYPES = /** @type {Record<string, string>} */ ({
  ".css": "text/css",
  ".gif": "image/gif",
  ".jpg": "image/jpeg",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
});

/** What was sent before a connection breaks has arrived by then. */
const BREAK_MS = 300;

/** A quiet browser: no updates, no background traffic. `--no-sandbox` only where the sandbox cannot run, as root. */
const FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** @param {{ headless?: boolean, width?: number, height?: number, args?: string[], env?: Record<string, string> }} [options] */
export async function launch({ headless = true, width = 1280, height = 900, args = [], env = {} } = {}) {
  return puppeteer.launch({
    executablePath: process.env.CHROME ?? "/usr/bin/chromium",
    headless,
    pipe: true,
    enableExtensions: true,
    defaultViewport: headless ? { width, height } : null,
    args: [...FLAGS, ...args],
    env: { ...process.env, ...env },
  });
}

/**
 * Loads the extension and waits until its worker listens.
 * @param {import("puppeteer-core").Browser} browser
 * @param {string} [folder]
 * @returns {Promise<string>} its id
 */
export async function install(browser, folder = EXTENSION) {
  const id = await browser.installExtension(folder);
  const worker = await workerOf(browser, id);
  await until(async () => worker.evaluate(() => chrome.action.onClicked.hasListeners()));
  return id;
}

/** Whether a target is an extension's worker. @param {string} extension @returns {(one: import("puppeteer-core").Target) => boolean} */
export const isWorker = (extension) => (one) => one.type() === "service_worker" && one.url().includes(extension);

/**
 * An extension's worker, once it runs.
 * @param {import("puppeteer-core").Browser} browser @param {string} extension
 * @returns {Promise<import("puppeteer-core").WebWorker>}
 */
export async function workerOf(browser, extension) {
  const worker = await (await browser.waitForTarget(isWorker(extension))).worker();
  if (!worker) throw new Error(`no worker of ${extension}`);
  return worker;
}

/**
 * Chooses an entry of the extension's menu: the browser's own menus cannot be clicked from here, so its event is sent.
 * @param {import("puppeteer-core").Browser} browser @param {string} extension @param {object} info
 */
export async function choose(browser, extension, info) {
  await (await workerOf(browser, extension)).evaluate(async (info) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    /** @type {any} */ (chrome.contextMenus.onClicked).dispatch(info, tab);
  }, info);
}

/**
 * A copy of the extension with another manifest, for what a headless browser cannot be asked: its permissions.
 * @param {Record<string, unknown>} keys
 * @returns {string} its folder
 */
export function variant(keys) {
  const copy = copyOf(EXTENSION);
  const manifest = JSON.parse(readFileSync(join(copy, "manifest.json"), "utf8"));
  writeFileSync(join(copy, "manifest.json"), JSON.stringify({ ...manifest, ...keys }));
  return copy;
}

/**
 * Clicks the toolbar button: a real click, which grants `activeTab`.
 * @param {import("puppeteer-core").Page} page @param {string} extension
 */
export async function click(page, extension) {
  await page.bringToFront();
  const found = (await page.browser().extensions()).get(extension);
  if (!found) throw new Error(`no extension ${extension}`);
  await page.triggerExtensionAction(found);
}

/**
 * The reader's frame, once it has come to an end.
 * @param {import("puppeteer-core").Page} page
 */
export async function reader(page) {
  return until(async () => {
    const frame = page.frames().find((one) => one.url().endsWith("/reader.html"));
    return (await frame?.$("[data-offprint=reader][data-state=done]")) && frame;
  });
}

/** Waits for two frames: one to lay out, one to paint. @param {import("puppeteer-core").Frame} frame */
export const painted = (frame) => frame.evaluate(() => new Promise((/** @type {(time: number) => void} */ done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/**
 * Waits until the reader's pictures that are in sight have come, or have failed to.
 * @param {import("puppeteer-core").Frame} frame
 * @param {number} [milliseconds]
 */
export async function pictured(frame, milliseconds = 30_000) {
  // Behind the page the frame has no size.
  const isPictured = () => innerWidth > 0 && [...document.images].every((one) => one.complete || one.hidden || one.getBoundingClientRect().top > innerHeight);
  await frame.waitForFunction(isPictured, { timeout: milliseconds });
}

/**
 * Asks again and again until the answer is something.
 * @template T
 * @param {() => Promise<T | undefined | null | false>} ask
 * @param {number} [milliseconds]
 * @returns {Promise<T>}
 */
export async function until(ask, milliseconds = 60_000) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`not within ${milliseconds} ms: ${ask}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/**
 * A server on a free port of this machine.
 * @param {(path: string, headers: import("node:http").IncomingHttpHeaders) => Answer | undefined} answer
 * @returns {Promise<{ origin: string, close: () => void, breakOff: () => void, goOn: () => void }>} `breakOff` ends every connection in the middle; `goOn` sends the rest of every answer that waits
 */
export async function serve(answer) {
  /** @type {(() => void)[]} */
  const waiting = [];
  const server = createServer((request, response) => {
    const page = answer(new URL(request.url ?? "/", "http://localhost").pathname, request.headers);
    if (!page) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...page.headers }).write(page.body);
    if (page.breaks) setTimeout(() => response.destroy(), BREAK_MS);
    else if (page.rest !== undefined) waiting.push(() => response.end(page.rest));
    else if (!page.stalls) response.end();
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { origin: `http://127.0.0.1:${address.port}`, close: () => void (server.close(), server.closeAllConnections()), breakOff: () => server.closeAllConnections(), goOn: () => void waiting.splice(0).forEach((send) => send()) };
}

/**
 * Answers with the files of a folder.
 * @param {string} root
 * @returns {(path: string) => Answer | undefined}
 */
export function folder(root) {
  return (path) => {
    const file = join(root, normalize(decodeURIComponent(path)), path.endsWith("/") ? "index.html" : "");
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
    return { body: readFileSync(file), headers: { "content-type": TYPES[extname(file)] ?? "text/html" } };
  };
}

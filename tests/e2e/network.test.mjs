// What the reader asks the network for: every request of the browser goes through a proxy of ours, which writes it down.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { click, install, launch, reader, until, variant, workerOf } from "../../xtask/browser/launch.mjs";
import { escape, press, texts } from "./with-browser.mjs";

const PICTURE = readFileSync(fileURLToPath(new URL("../../www/sample/ferry.webp", import.meta.url)));
/** What is asked for late is asked for by then. */
const QUIET_MS = 1500;

const SENTENCE = "The ferry crosses the sound eleven times a day, and on the last crossing the captain counts the lamps on the far shore, since one of them is his own. ";
const STORY = `<p>${SENTENCE.repeat(2)}</p>`;
/** In the text: two pictures, and what stands for the player. */
const OWN = ["http://pictures.example/ferry.webp", "http://pictures.example/lamp.webp", "http://video.example/poster.png"];
const OF_THE_OTHER = OWN.map((one) => one.replace(/\/(?=[^/]+$)/, "/other-"));
/** Of the related articles. */
const ON_CARDS = [0, 1, 2].map((n) => `http://pictures.example/card${n}.webp`);
/** Chromium asks for the accounts of its own menu and for its own updates; nothing of ours names such a host. */
const OF_THE_BROWSER = /\b(google|googleapis|gvt1)\.com\b/;

/** Whatever a page can load, and what pages follow readers with. @param {string} title @param {string} more @param {string[]} own */
const page = (title, more, own) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<link rel="stylesheet" href="http://style.example/page.css"><link rel="icon" href="http://style.example/icon.png">
<link rel="preload" as="font" href="http://fonts.example/serif.woff2" crossorigin><link rel="prefetch" href="http://next.example/story"><link rel="dns-prefetch" href="http://names.example/"><link rel="preconnect" href="http://connect.example/">
<link rel="manifest" href="/manifest.json"><link rel="modulepreload" href="http://scripts.example/module.js">
<meta property="og:image" content="http://social.example/share.png"><script src="http://scripts.example/page.js"></script></head><body>
<nav><a href="/">Home</a> <a href="/harbour">Harbour</a></nav><article><h1>${title}</h1>
<img src="http://tracker.example/pixel.gif" width="1" height="1" alt="">${STORY}
<figure><img src="${own[0]}" width="800" height="500" alt="The ferry"><figcaption>The ferry leaves the quay</figcaption></figure>${STORY}
<div class="ad-slot-container"><img src="http://adverts.example/tyres.png" width="300" height="250"><iframe src="http://adverts.example/frame"></iframe></div>
<p style="background:url(http://style.example/paper.png)">${SENTENCE.repeat(2)}</p>
<figure><img src="${own[1]}" width="800" height="500" alt="The lamp"><figcaption>The lamp of the captain's house</figcaption></figure>
<video src="http://video.example/ferry.mp4" poster="${own[2]}" controls></video><iframe src="http://video.example/embed/1"></iframe><audio src="http://video.example/horn.mp3"></audio>
<object data="http://objects.example/map"></object><embed src="http://objects.example/tides"><svg><image href="http://objects.example/chart.png"/></svg>
<form action="http://forms.example/"><input type="image" src="http://forms.example/send.png"></form>${STORY}
<p>${SENTENCE}<img src="http://tracker.example/read?page=1" width="0" height="0"></p></article>${more}
<img src="http://tracker.example/end.gif" style="display:none"></body></html>`;

const CARDS = `<section><h2>More from the harbour</h2><ul>${["The bridge that turns twice a year", "What the lock keeper saw in the fog", "Nine pilots and one rowing boat"]
  .map((title, n) => `<li><a href="http://news.example/other/${n}"><img src="http://pictures.example/card${n}.webp" width="200" height="120" alt=""><h3>${title}</h3></a></li>`)
  .join("")}</ul></section>`;

/** @type {string[]} */
const asked = [];
/** Requests that say who asks, or from where. @type {string[]} */
const telling = [];
/** @type {import("node:http").Server} */
let proxy;
/** @type {import("puppeteer-core").Browser} */
let browser;
let extension = "";

before(async () => {
  proxy = createServer((request, response) => {
    const { url = "", method } = request;
    asked.push(method === "GET" ? url : `${method} ${url}`);
    for (const name of ["cookie", "referer", "authorization"]) if (request.headers[name]) telling.push(`${name} of ${url}`);
    const { pathname } = new URL(url);
    const kept = { "cache-control": "no-store", "set-cookie": "reader=42; path=/" };
    if (pathname === "/story") return void response.writeHead(200, { "content-type": "text/html", ...kept }).end(page("The captain who counts the lamps", CARDS, OWN));
    if (pathname.startsWith("/other/")) return void response.writeHead(200, { "content-type": "text/html", ...kept }).end(page("The bridge that turns twice a year", "", OF_THE_OTHER));
    if (/\.(webp|png|gif)$/.test(pathname)) return void response.writeHead(200, { "content-type": "image/webp", ...kept }).end(PICTURE);
    response.writeHead(404, kept).end();
  });
  proxy.on("connect", ({ url }, socket) => {
    asked.push(`CONNECT ${url}`);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise((resolve) => proxy.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = proxy.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  browser = await launch({ args: [`--proxy-server=http://127.0.0.1:${address.port}`, "--proxy-bypass-list=<-loopback>"] });
  extension = await install(browser, variant({ host_permissions: ["*://*.news.example/*"] }));
});
after(async () => {
  await browser?.close();
  proxy?.close();
  proxy?.closeAllConnections();
});

const quiet = () => new Promise((resolve) => setTimeout(resolve, QUIET_MS));

/** What is asked for meanwhile, once each, sorted. @param {() => Promise<unknown>} act */
async function during(act) {
  asked.length = 0;
  telling.length = 0;
  await act();
  await quiet();
  return [...new Set(asked)].filter((one) => !OF_THE_BROWSER.test(one)).sort();
}

test("in a whole session of the reader, the article's own pictures and the link that is clicked are all that is asked for", async () => {
  const tab = await browser.newPage();
  const loaded = await during(() => tab.goto("http://news.example/story", { waitUntil: "load" }));
  for (const what of ["http://tracker.example/pixel.gif", "http://adverts.example/frame", "http://scripts.example/page.js", "http://video.example/embed/1", ...OWN]) {
    assert.ok(loaded.includes(what), `the page itself asks for ${what}, and the proxy sees it: ${loaded}`);
  }

  assert.ok(telling.some((one) => one.startsWith("referer of")), "the page says where its readers are");
  const again = await during(() => tab.reload({ waitUntil: "load" }));
  assert.ok(telling.includes("cookie of http://news.example/story"), `the browser has a cookie of the site: ${again} ${telling}`);

  /** @type {import("puppeteer-core").Frame | undefined} */
  let frame;
  const opened = await during(async () => {
    await click(tab, extension);
    frame = await reader(tab);
    await toTheEnd(frame);
  });
  if (!frame) throw new Error("no reader");
  assert.ok((await texts(frame, ".stage .body"))[0].includes(SENTENCE.trim()));
  assert.deepEqual(opened, [...OWN, ...ON_CARDS].sort());
  assert.deepEqual(telling, []);

  const listed = await during(async () => {
    await frame?.$eval("[data-offprint=removed]", (list) => [list, ...list.querySelectorAll("details")].forEach((one) => (/** @type {HTMLDetailsElement} */ (one).open = true)));
    if (frame) await toTheEnd(frame);
  });
  assert.deepEqual(listed, [], "what was left out is listed without its pictures");

  const followed = await during(async () => {
    if (!frame) return;
    await press(frame, ".cards article:first-child .ways button");
    await frame.waitForFunction(() => document.querySelector("main[data-state=done] h1")?.textContent === "The bridge that turns twice a year");
    await toTheEnd(frame);
  });
  assert.deepEqual(followed, ["http://news.example/other/0", ...OF_THE_OTHER].sort());
  assert.deepEqual(telling, []);

  const closed = await during(async () => {
    escape(tab);
    await until(async () => tab.frames().every((one) => !one.url().includes("reader.html")));
  });
  assert.deepEqual(closed, []);
});

/** @param {string} images */
async function choose(images) {
  await (await workerOf(browser, extension)).evaluate((images) => chrome.storage.sync.set({ choices: { images } }), images);
}

/** @param {string} images as they are chosen @param {(frame: import("puppeteer-core").Frame) => Promise<void>} act */
async function reading(images, act) {
  await choose(images);
  const tab = await browser.newPage();
  try {
    await during(() => tab.goto("http://news.example/story", { waitUntil: "load" }));
    const asked = await during(async () => {
      await click(tab, extension);
      await toTheEnd(await reader(tab));
    });
    assert.deepEqual(asked, [], `where ${images} is chosen`);
    await act(await reader(tab));
  } finally {
    await tab.close();
    await choose("all");
  }
}

test("a page that was read is not held by its pictures, or anything else", async () => {
  const tab = await browser.newPage();
  await tab.goto(`chrome-extension://${extension}/reader.html`);
  await tab.waitForSelector("#address-field:focus");
  await tab.evaluate(async () => {
    const address = "/view/reader.js";
    const { ReaderView } = await import(address);
    const root = document.createElement("main");
    await new ReaderView(root, { locale: "en", say: (/** @type {string} */ name) => name }).prepare();
    /** @type {any} */ (window).read = new WeakRef(root);
  });
  const session = await tab.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  assert.equal(await tab.evaluate(() => /** @type {any} */ (window).read.deref() === undefined), true);
  await tab.close();
});

test("where no pictures are wanted none is asked for, until they are", async () => {
  await reading("none", async (frame) => {
    assert.ok((await texts(frame, ".stage figcaption")).includes("The ferry leaves the quay"));
    assert.equal(await frame.$eval(".stage figure img", (one) => /** @type {HTMLImageElement} */ (one).alt), "The ferry");
    const wanted = await during(async () => {
      await choose("all");
      await frame.waitForFunction(() => document.querySelectorAll("[data-waiting]").length === 0);
      await toTheEnd(frame);
    });
    assert.deepEqual(wanted, OWN.toSorted());
  });
});

test("where they are wanted one by one, a click or the Enter key brings one", async () => {
  await reading("click", async (frame) => {
    const { height } = await frame.$eval(".stage figure", (one) => one.getBoundingClientRect().toJSON());
    assert.ok(height < 150, `${height}: no more than what shows it, and its caption`);
    const clicked = await during(async () => void (await press(frame, ".stage figure")));
    assert.deepEqual(clicked, [OWN[0]]);
    assert.equal(await frame.$("dialog[open]"), null, "it is not opened at once");
    const entered = await during(async () => {
      await frame.focus(".stage figure:has(img[alt='The lamp'])");
      await frame.page().keyboard.press("Enter");
    });
    assert.deepEqual(entered, [OWN[1]]);
    assert.equal(await frame.$("dialog[open]"), null);
  });
});

/** Pictures are asked for as they come into sight. @param {import("puppeteer-core").Frame} frame */
const toTheEnd = (frame) =>
  frame.evaluate(async () => {
    for (let at = 0; at < document.documentElement.scrollHeight; at += 300) {
      window.scrollTo({ top: at, behavior: "instant" });
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  });

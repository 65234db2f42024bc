// What the stores show: screenshots of the reader at work, and tiles put together from them.
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { page as answer } from "../../tests/e2e/pages.mjs";
import { click, install, launch, reader, serve } from "./launch.mjs";

/** @typedef {import("puppeteer-core").Page} Page @typedef {import("puppeteer-core").Frame} Frame */

const OUT = fileURLToPath(new URL("../../dist/store", import.meta.url));
const ICONS = fileURLToPath(new URL("../../extension/icons", import.meta.url));
/** Both stores ask for it, and for no edge around. */
const SCREEN = { width: 1280, height: 800 };

/** Chrome's names for them: the small tile, and the one of the front page. */
const TILES = {
  "tile-440x280": { width: 440, height: 280 },
  "tile-1400x560": { width: 1400, height: 560 },
};

/** @type {{ name: string, theme: string, path?: string, prepare?: (frame: Frame) => Promise<unknown> }[]} */
const SCREENS = [
  { name: "1-article", theme: "light" },
  { name: "2-related", theme: "light", prepare: (frame) => frame.$eval(".related", (one) => one.scrollIntoView()) },
  { name: "3-left-out", theme: "sepia", prepare: showLeftOut },
  { name: "4-settings", theme: "dark", prepare: showSettings },
  { name: "5-documentation", theme: "light", path: "/pages/docs--code-and-lists" },
];

const server = await serve(answer);
const browser = await launch(SCREEN);
const extension = await install(browser);
await mkdir(OUT, { recursive: true });
await shoot("0-before", await open("/plain"));
for (const { name, theme, path = "/plain", prepare } of SCREENS) {
  const page = await open(path);
  await click(page, extension);
  const frame = await reader(page);
  await frame.evaluate((theme) => void (document.documentElement.dataset.theme = theme), theme);
  await loaded(frame);
  await prepare?.(frame);
  await shoot(name, page);
}
for (const [name, size] of Object.entries(TILES)) await tile(name, size);
await browser.close();
server.close();
console.log(`for the stores: ${OUT}`);

/** @param {string} path */
async function open(path) {
  const page = await browser.newPage();
  await page.goto(server.origin + path, { waitUntil: "load" });
  return page;
}

/** @param {string} name @param {Page} page */
async function shoot(name, page) {
  // A panel that opens takes a moment to.
  await new Promise((resolve) => setTimeout(resolve, 400));
  await page.screenshot({ path: join(OUT, `${name}.png`) });
  await page.close();
}

/** Pictures load as they come near; here all are wanted. @param {Frame} frame */
function loaded(frame) {
  return frame.evaluate(async () => {
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = "eager";
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
  });
}

/** @param {Frame} frame */
async function showSettings(frame) {
  await (await frame.$("#open-settings"))?.click();
  await (await frame.waitForSelector("label[data-theme=dark]", { visible: true }))?.click();
}

/** @param {Frame} frame */
async function showLeftOut(frame) {
  await frame.$eval("[data-offprint=removed]", (list) => {
    /** @type {HTMLDetailsElement} */ (list).open = true;
    for (const reason of [...list.querySelectorAll("details")].slice(0, 2)) reason.open = true;
    list.scrollIntoView();
  });
}

/** @param {string} name @param {{ width: number, height: number }} size */
async function tile(name, size) {
  const page = await browser.newPage();
  await page.setViewport(size);
  const [before, after, logo] = await Promise.all([readFile(join(OUT, "0-before.png"), "base64"), readFile(join(OUT, "1-article.png"), "base64"), readFile(join(ICONS, "logo.svg"), "utf8")]);
  await page.setContent(`<!doctype html><style>
    * { margin: 0; box-sizing: border-box }
    body { height: 100vh; display: grid; grid-template-columns: 43% 1fr; overflow: hidden; background: #f6f1e7; color: #1f1d1a; font-family: Georgia, "DejaVu Serif", serif }
    header { padding: 9vh 0 9vh 8vh; display: flex; flex-direction: column; justify-content: center; gap: 4vh }
    svg { width: 22vh; height: 22vh } h1 { font-size: min(15vh, 8.5vw); line-height: 1; letter-spacing: -.02em } p { font: min(7vh, 3.6vw)/1.3 system-ui, sans-serif; color: #55504a }
    .pages { position: relative } img { position: absolute; height: 74vh; border-radius: 2vh; box-shadow: 0 3vh 8vh rgb(0 0 0 / .25) }
    .before { inset: 6vh auto auto 6vh; filter: saturate(.6) opacity(.75) } .after { inset: 20vh auto auto 20vh }
  </style><header>${logo}<h1>Offprint</h1><p>The text, whole,<br>and nothing else.</p></header>
  <div class="pages"><img class="before" src="data:image/png;base64,${before}" alt=""><img class="after" src="data:image/png;base64,${after}" alt=""></div>`);
  await page.evaluate(() => Promise.all([...document.images].map((picture) => picture.decode())));
  await page.screenshot({ path: join(OUT, `${name}.png`) });
  await page.close();
}

// Pictures of the reader, to be looked at: six pages in three themes on a desk and in a hand, and a page with all of them. The
// machine needs typefaces for Arabic and Japanese.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { page as answer } from "../../tests/e2e/pages.mjs";
import { click, install, launch, pictured, reader, serve } from "./launch.mjs";

const OUT = fileURLToPath(new URL("../../target/shots", import.meta.url));

const PAGES = {
  news: "/plain",
  aggregator: "/pages/aggregator--utility-classes",
  docs: "/pages/docs--code-and-lists",
  encyclopedia: "/pages/encyclopedia--article",
  arabic: "/pages/lang--arabic",
  japanese: "/pages/lang--japanese-ruby",
};
/** The reader is drawn by a process of its own. */
const SETTLE_MS = 250;
const THEMES = ["light", "sepia", "dark"];
/** The stores' screenshots are 1280 × 800; phones are counted in CSS pixels. */
const SIZES = { desk: { width: 1280, height: 800, deviceScaleFactor: 1 }, hand: { width: 360, height: 760, deviceScaleFactor: 2 } };

const server = await serve(answer);
const browser = await launch();
const extension = await install(browser);
await mkdir(OUT, { recursive: true });
/** @type {string[]} */
const names = [];
for (const [name, path] of Object.entries(PAGES)) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    const page = await browser.newPage();
    await page.setViewport(viewport);
    // Colours at their end, not on their way there.
    await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
    await page.goto(server.origin + path, { waitUntil: "load" });
    await click(page, extension);
    const frame = await reader(page);
    await pictured(frame);
    for (const theme of THEMES) {
      await frame.evaluate((theme, pause) => {
        document.documentElement.dataset.theme = theme;
        // Two frames, one to lay out and one to paint, and time to bring the reader's picture to that of the page around it.
        return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, pause))));
      }, theme, SETTLE_MS);
      names.push(`${name}-${theme}-${size}.png`);
      await page.screenshot({ path: join(OUT, names[names.length - 1]) });
    }
    await page.close();
  }
}
await browser.close();
server.close();
const pictures = names.map((name) => `<figure><a href="${name}"><img src="${name}" alt="" height="420"></a><figcaption>${name}</figcaption></figure>`);
await writeFile(join(OUT, "index.html"), `<!doctype html><title>The reader</title><style>body { display: flex; flex-wrap: wrap; font: 14px system-ui }</style>${pictures.join("\n")}`);
console.log(`${names.length} pictures: ${join(OUT, "index.html")}`);

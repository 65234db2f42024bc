// Draws the picture that other sites show for a link to ours.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launch } from "./launch.mjs";

const at = (/** @type {string} */ path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const image = async (/** @type {string} */ path) => `data:image/png;base64,${(await readFile(at(path))).toString("base64")}`;

const browser = await launch({ width: 1200, height: 630 });
const page = await browser.newPage();
await page.setContent(`<style>
  * { margin: 0; box-sizing: border-box }
  body { width: 1200px; height: 630px; padding: 56px 64px; overflow: hidden; background: #fcfbf9; color: #24211d; font: 30px/1.4 "Liberation Sans", sans-serif }
  .brand { display: flex; gap: 16px; align-items: center; font-weight: 700 } svg { width: 52px; height: 52px }
  h1 { margin: 22px 0 34px; font: 700 60px/1.1 "Liberation Serif", serif }
  .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 32px }
  img { width: 100%; height: 400px; object-fit: cover; object-position: top; border: 1px solid #e2ddd5; border-radius: 12px }
</style>
<div class="brand">${await readFile(at("extension/icons/logo.svg"), "utf8")}Offprint</div>
<h1>The article, while the page still arrives.</h1>
<div class="sides"><img src="${await image("docs/before.png")}"><img src="${await image("docs/after.png")}"></div>`);
await page.waitForFunction(() => [...document.images].every((one) => one.complete));
await page.screenshot({ path: at("www/card.png") });
await browser.close();

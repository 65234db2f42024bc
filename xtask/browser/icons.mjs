// Draws the icons' PNGs from logo.svg.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launch } from "./launch.mjs";

const SIZES = [16, 32, 48, 128];
const folder = fileURLToPath(new URL("../../extension/icons", import.meta.url));

const browser = await launch();
const page = await browser.newPage();
const logo = await readFile(`${folder}/logo.svg`, "utf8");
for (const size of SIZES) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>* { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${logo}`);
  await page.screenshot({ path: `${folder}/${size}.png`, omitBackground: true });
}
await browser.close();

// Opens a page in Chromium with the extension, and clicks. `node run.mjs URL-or-FILE`
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { click, folder, install, launch, painted, pictured, reader, serve } from "./launch.mjs";

const OUT = fileURLToPath(new URL("../../target/run", import.meta.url));
/** How long a page of the web is given for its pictures. */
const PICTURES_MS = 3000;

const wanted = process.argv[2];
if (!wanted) throw new Error("usage: run.mjs URL-or-FILE");
const isHeadless = process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
const { address, close } = await addressOf(wanted);
const browser = await launch({ headless: isHeadless });
const extension = await install(browser);
const page = (await browser.pages())[0] ?? (await browser.newPage());
await page.goto(address, { waitUntil: "load" });
await click(page, extension);
if (isHeadless) {
  await leave(page);
  await browser.close();
  close();
} else {
  console.log("the reader is open; click the toolbar button, or press Alt+Shift+O, on any page; close the browser to end");
  browser.on("disconnected", close);
}

/** What the reader shows, kept as files. @param {import("puppeteer-core").Page} page */
async function leave(page) {
  const frame = await reader(page);
  await pictured(frame, PICTURES_MS).catch(() => console.log("some pictures have not come in time"));
  await painted(frame);
  await mkdir(OUT, { recursive: true });
  await page.screenshot({ path: join(OUT, "reader.png") });
  await writeFile(join(OUT, "reader.html"), await frame.content());
  // The first heading of each is its title, others are its text's.
  const titles = await frame.$$eval("article", (found) => found.map((one) => one.querySelector("h1, h2")?.textContent));
  console.log(`no display, so the browser ran headless. ${titles.length} articles:`);
  for (const title of titles) console.log(`  ${title}`);
  console.log(`reader:     ${join(OUT, "reader.html")}\nscreenshot: ${join(OUT, "reader.png")}`);
}

/** A file is served with its folder, so that it has an address of the web and its pictures. @param {string} wanted */
async function addressOf(wanted) {
  if (!existsSync(wanted)) return { address: URL.canParse(wanted) ? wanted : `https://${wanted}`, close: () => {} };
  const server = await serve(folder(dirname(wanted)));
  return { address: `${server.origin}/${encodeURIComponent(basename(wanted))}`, close: server.close };
}

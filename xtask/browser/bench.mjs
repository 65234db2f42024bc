// The race in Chromium: our wasm, Readability and Defuddle, from a page's bytes and on a page that is there. Best of several
// turns for each page, taken in turns, so that the ratios hold on a busy machine. Prints a table, and draws it.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { folder, launch, serve } from "./launch.mjs";

/** Pages of a corpus that are read. */
const SAMPLE = 40;
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PLOT = join(ROOT, "benches/race.svg");

/** Milliseconds, by contestant. @typedef {Record<string, number>} Times @typedef {{ bytes: number, fromBytes: Times, live: Times }} Result */

const corpus = process.argv[2] ?? "";
const pages = [...own(), ...ofCorpus(corpus)];
const { origin, close } = await serve(answer);
const browser = await launch();
try {
  const page = await browser.newPage();
  await page.goto(`${origin}/`);
  await page.waitForFunction("globalThis.race !== undefined", { timeout: 60_000 });
  /** @type {Result[]} */
  const results = [];
  for (const nth of pages.keys()) {
    results.push(await page.evaluate((nth) => /** @type {any} */ (globalThis).race(nth), nth));
  }
  report(results);
} finally {
  await browser.close();
  close();
}

/** The pages of the tests, which anyone has. */
function own() {
  const tests = join(ROOT, "tests/pages");
  return readdirSync(tests).flatMap((name) => {
    try {
      return [readFileSync(join(tests, name, "page.html"))];
    } catch {
      return [];
    }
  });
}

/** @param {string} corpus its folder */
function ofCorpus(corpus) {
  try {
    const sets = join(corpus, "extraction");
    const all = readdirSync(sets).flatMap((set) => {
      try {
        return readdirSync(join(sets, set, "pages")).map((name) => join(sets, set, "pages", name));
      } catch {
        return [];
      }
    });
    const step = Math.max(1, Math.floor(all.length / SAMPLE));
    return all.filter((path, i) => i % step === 0 && path.endsWith(".gz")).map((path) => gunzipSync(readFileSync(path)));
  } catch {
    return [];
  }
}

/** @param {string} path @returns {import("./launch.mjs").Answer | undefined} */
function answer(path) {
  const nth = /^\/page\/(\d+)$/.exec(path)?.[1];
  if (nth) return { body: pages[Number(nth)] ?? "", headers: { "content-type": "application/octet-stream" } };
  if (path === "/") return { body: `<!doctype html><meta charset=utf-8><script src=/module/@mozilla/readability/Readability.js></script><script src=/module/defuddle/dist/index.js></script><script type=module src=/race/race.js></script>` };
  const places = { "/module/": "node_modules", "/package/": "target/package/offprint", "/race/": "benches/browser", "/extension/": "extension" };
  const place = Object.entries(places).find(([start]) => path.startsWith(start));
  return place && folder(join(ROOT, place[1]))(path.slice(place[0].length - 1));
}

/** @param {Result[]} results */
function report(results) {
  const bytes = results.reduce((sum, one) => sum + one.bytes, 0);
  console.log(`\n${results.length} pages, ${(bytes / 1e6).toFixed(1)} MB, in Chromium\n`);
  const charts = [
    { title: "From a page's bytes to clean HTML", rows: sums(results, "fromBytes") },
    { title: "From a page that is there", rows: sums(results, "live") },
  ];
  for (const { title, rows } of charts) {
    console.log(`| ${title} | ms a page | times our speed |\n|---|---|---|`);
    for (const [name, time] of rows) console.log(`| ${name} | ${(time / results.length).toFixed(2)} | ${((rows[0]?.[1] ?? 0) / time).toFixed(2)} |`);
    console.log("");
  }
  writeFileSync(PLOT, draw(charts, results.length));
  console.log(`the plot is in ${PLOT.slice(ROOT.length)}`);
}

/** @param {Result[]} results @param {"fromBytes" | "live"} what @returns {[string, number][]} */
function sums(results, what) {
  const names = Object.keys(results[0]?.[what] ?? {});
  return names.map((name) => [name, results.reduce((sum, one) => sum + (one[what][name] ?? 0), 0)]);
}

/** Bars in both colour schemes. @param {{ title: string, rows: [string, number][] }[]} charts @param {number} count */
function draw(charts, count) {
  const WIDTH = 640;
  const LABEL = 190;
  const ROW = 26;
  let y = 0;
  const parts = charts.map(({ title, rows }) => {
    const most = Math.max(...rows.map(([, time]) => time));
    const head = `<text class="title" x="0" y="${(y += 30)}">${title}</text>`;
    const bars = rows.map(([name, time], i) => {
      y += ROW;
      const width = Math.max(2, (time / most) * (WIDTH - LABEL - 90));
      const bar = `<rect class="${i < 2 && name.startsWith("Offprint") ? "ours" : "other"}" x="${LABEL}" y="${y - 13}" width="${width.toFixed(1)}" height="16" rx="3"/>`;
      return `<text x="0" y="${y}">${name}</text>${bar}<text x="${(LABEL + width + 8).toFixed(1)}" y="${y}">${(time / count).toFixed(1)} ms</text>`;
    });
    y += 14;
    return head + bars.join("");
  });
  const style = "text{font:14px system-ui,sans-serif;fill:#333}.title{font-weight:600}.ours{fill:#b4512b}.other{fill:#b9b3a8}@media(prefers-color-scheme:dark){text{fill:#ddd}.other{fill:#6b665e}}";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y + 6}" role="img" aria-label="Milliseconds a page, less is better"><style>${style}</style>${parts.join("\n")}</svg>\n`;
}

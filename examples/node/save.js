// Saves a page's articles as text files: node save.js https://news.example/story folder
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { extract } from "offprint";

const [address, folder = "."] = process.argv.slice(2);
if (!address) throw new Error("give a page's address");

const { articles, removed } = await extract(await fetch(address));
await mkdir(folder, { recursive: true });
for (const [at, { title, byline, url, text }] of articles.entries()) {
  const head = [title, byline.join(", "), url].filter(Boolean).join("\n");
  await writeFile(join(folder, `${at}.txt`), `${head}\n\n${text}\n`);
}
console.log(`${articles.length} articles; ${removed.length} parts left out`);

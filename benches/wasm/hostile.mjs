// What each page of a folder adds to the wasm's memory, in an instance of its own: `cargo xtask bench --hostile`.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

const PACKAGE = fileURLToPath(new URL("../../target/package/offprint/", import.meta.url));
/** Bytes given at a time, as a network does. */
const PIECE = 1 << 16;
const folder = process.argv[2] ?? ".";

console.log("| page | MB | ms in wasm | added memory, MB |\n|---|---|---|---|");
for (const [nth, name] of readdirSync(folder).filter((name) => name.endsWith(".html")).entries()) {
  // Each instance needs a module of its own: an address that differs gives one.
  const { Reader, initSync } = await import(`${PACKAGE}offprint.js?${nth}`);
  const { memory } = initSync({ module: readFileSync(`${PACKAGE}offprint_bg.wasm`) });
  read(Reader, Buffer.from("<p>A line to start with."));
  const before = memory.buffer.byteLength;
  const page = readFileSync(join(folder, name));
  const start = performance.now();
  const trap = read(Reader, page);
  const cells = [name.replace(/\.html$/, ""), (page.length / 1e6).toFixed(1), (performance.now() - start).toFixed(0)];
  console.log(`| ${cells.join(" | ")} | ${trap ?? ((memory.buffer.byteLength - before) / 1e6).toFixed(1)} |`);
}

/** What stopped it, if anything. @param {typeof import("../../target/package/offprint/offprint.js").Reader} Reader @param {Buffer} page @returns {string | undefined} */
function read(Reader, page) {
  try {
    const reader = new Reader({ url: "https://www.site.example/2024/a-story" });
    for (let at = 0; at < page.length; at += PIECE) reader.write(page.subarray(at, at + PIECE));
    reader.end();
    reader.free();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

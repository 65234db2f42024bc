// The wasm and the command line are one core: the same bytes give the same changes, byte for byte.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Declutterer, Reader, initSync, readerStream, version } from "../../target/package/offprint/index.js";
import { testPages } from "./pages.mjs";

/** @typedef {import("../../target/package/offprint/offprint.js").Change} Change */

const root = fileURLToPath(new URL("../..", import.meta.url));
const native = process.env.OFFPRINT ?? `${root}/target/debug/offprint`;
/** What "an hour ago" counts from, here and there. */
const NOW = "2026-11-23T12:00:00Z";
const URL_OF_PAGE = "https://news.example/story";
/** The size of piece that both are fed. */
const PIECE = 4096;

/** The extension's build, which is the same but for what it lacks. @type {typeof import("../../target/package/offprint/offprint.js")} */
const extension = await import(`${root}/target/package/extension/offprint.js`);

before(() => {
  initSync({ module: readFileSync(`${root}/target/package/offprint/offprint_bg.wasm`) });
  extension.initSync({ module: readFileSync(`${root}/target/package/extension/offprint_bg.wasm`) });
});

/** @param {Buffer} bytes @returns {Change[]} */
function byWasm(bytes, piece = PIECE, kind = Reader) {
  const reader = new kind({ url: URL_OF_PAGE, now: Date.parse(NOW) / 1000 });
  const changes = [];
  for (let at = 0; at < bytes.length; at += piece) changes.push(...reader.write(bytes.subarray(at, at + piece)));
  changes.push(...reader.end());
  reader.free();
  return changes;
}

/** @param {Buffer} bytes @returns {string[]} a change a line */
function byCommandLine(bytes) {
  return commandLine("changes", bytes).toString().split("\n").filter(Boolean);
}

/** @param {string} format @param {Buffer} bytes */
function commandLine(format, bytes) {
  const args = ["--format", format, "--chunk", String(PIECE), "--url", URL_OF_PAGE, "--now", NOW, "-"];
  const { status, stdout, stderr } = spawnSync(native, args, { input: bytes, maxBuffer: 1 << 28 });
  assert.equal(status, 0, String(stderr));
  return stdout;
}

/** Keys in one order, so that only what is said counts. @param {unknown} value @returns {unknown} */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}

/** @param {unknown} value */
const asJson = (value) => JSON.stringify(sorted(value));

for (const { name, bytes } of testPages()) {
  test(`${name}: wasm and native say the same`, () => {
    const here = byWasm(bytes).map(asJson);
    const there = byCommandLine(bytes).map((line) => asJson(JSON.parse(line)));
    assert.deepEqual(here, there);
    assert.deepEqual(byWasm(bytes, PIECE, extension.Reader).map(asJson), here, "the extension's");
  });

  test(`${name}: the page itself comes out the same`, () => {
    const page = new Declutterer({ url: URL_OF_PAGE, now: Date.parse(NOW) / 1000 });
    const parts = [];
    for (let at = 0; at < bytes.length; at += PIECE) parts.push(page.write(bytes.subarray(at, at + PIECE)).html);
    parts.push(page.end().html);
    assert.ok(Buffer.concat(parts).equals(commandLine("page", bytes)));
  });

  test(`${name}: cut off anywhere, wasm and native still say the same`, () => {
    // Three places, none of them chosen for what stands there.
    for (const share of [0.31, 0.62, 0.93]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * share));
      assert.deepEqual(byWasm(cut).map(asJson), byCommandLine(cut).map((line) => asJson(JSON.parse(line))), `cut at ${cut.length}`);
    }
  });
}

test("the stream gives what the reader gives", async () => {
  const [{ bytes }] = testPages();
  const pieces = new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += PIECE) controller.enqueue(bytes.subarray(at, at + PIECE));
      controller.close();
    },
  });
  const changes = [];
  for await (const change of pieces.pipeThrough(readerStream({ url: URL_OF_PAGE, now: Date.parse(NOW) / 1000 }))) changes.push(change);
  assert.deepEqual(changes, byWasm(bytes));
});

test("the extension's is without what it has no room for", () => {
  assert.equal("Declutterer" in extension, false);
});

test("misuse is an error with a code", () => {
  const reader = new Reader();
  reader.end();
  const code = (/** @type {string} */ wanted) => (/** @type {unknown} */ error) => error instanceof Error && "code" in error && error.code === wanted;
  assert.throws(() => reader.write(new Uint8Array(1)), code("ended"));
  assert.throws(() => reader.end(), code("ended"));
  // @ts-expect-error: a mistake that the types see too
  assert.throws(() => new Reader({ url: 7 }), code("bad-options"));
});

test("the package has the crate's version", () => {
  const [, wanted] = /^version = "(.*)"$/m.exec(readFileSync(`${root}/Cargo.toml`, "utf8")) ?? [];
  assert.equal(version(), wanted);
});

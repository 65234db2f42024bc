// The example projects, each run as its user would.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { folder as serveFolder, launch, serve, until } from "../../xtask/browser/launch.mjs";
import { ROOT, SENTENCE, TITLE, freePort, node, pack, project, site } from "./project.mjs";

/** The runtime itself: its launcher would outlive being killed. @type {string} */
const workerd = createRequire(import.meta.url)("workerd").default;

/** @type {string} */
let tarball;
/** @type {Awaited<ReturnType<typeof site>>} */
let server;

before(async () => {
  ({ tarball } = pack());
  server = await site();
});

after(() => server?.close());

test("the Node script saves each article", async () => {
  const folder = project(tarball, "node");
  assert.match(await node(folder, "save.js", `${server.origin}/story`, "saved"), /^6 articles; \d+ parts left out/);
  const main = readFileSync(join(folder, "saved/0.txt"), "utf8");
  assert.ok(main.startsWith(`${TITLE}\nAda Keller\n`) && main.includes(SENTENCE) && !main.includes("TYRES"), main);
});

test("the edge worker answers in an edge runtime", () =>
  atTheEdge("worker.js", async (origin) => {
    const answer = await until(async () => fetch(`${origin}/?url=${encodeURIComponent(`${server.origin}/story`)}`));
    const html = await answer.text();
    assert.equal(answer.status, 200, html);
    assert.ok(html.includes(SENTENCE) && html.includes("<figcaption>") && !html.includes("TYRES") && !html.includes("<script"), html);
    assert.equal((await fetch(`${origin}/`)).status, 400);
  }));

test("the edge worker before a site gives its pages without their clutter", () =>
  atTheEdge("clean.js", async (origin) => {
    const answer = await until(async () => fetch(`${origin}/story`));
    const html = await answer.text();
    assert.equal(answer.status, 200, html);
    assert.ok(html.startsWith("<!doctype html>") && html.includes(SENTENCE) && html.includes("<nav") && !html.includes("TYRES"), html);
    assert.ok(html.includes('<section data-offprint="related"'), html);
  }));

/** Runs an edge worker in an edge runtime. @param {string} script @param {(origin: string) => Promise<void>} look */
async function atTheEdge(script, look) {
  const folder = project(tarball, "edge");
  // As edge deployments are bundled: the wasm stays a module of its own.
  const bundle = [script, "--bundle", "--format=esm", "--conditions=workerd", "--external:*.wasm", "--outfile=bundle.js"];
  execFileSync(`${ROOT}/node_modules/.bin/esbuild`, bundle, { cwd: folder, stdio: "pipe" });
  const port = await freePort();
  writeFileSync(join(folder, "config.capnp"), workerConfig(port, server.origin));
  const worker = spawn(workerd, ["serve", "config.capnp"], { cwd: folder, stdio: "ignore" });
  try {
    await look(`http://127.0.0.1:${port}`);
  } finally {
    worker.kill();
  }
}

/** @param {number} port @param {string} site */
const workerConfig = (port, site) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [ (name = "main", worker = .reader), (name = "internet", network = (allow = ["local", "private", "public"])) ],
  sockets = [ (name = "http", address = "127.0.0.1:${port}", http = (), service = "main") ]
);
const reader :Workerd.Worker = (
  modules = [
    (name = "bundle.js", esModule = embed "bundle.js"),
    (name = "offprint_bg.wasm", wasm = embed "node_modules/offprint/offprint_bg.wasm")
  ],
  bindings = [ (name = "SITE", text = "${site}") ],
  compatibilityDate = "2026-01-01"
);
`;

test("the page shows a picked file", async () => {
  const folder = project(tarball, "page");
  const { origin, close } = await serve(serveFolder(folder));
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(origin);
    const input = await page.$("input");
    await /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (input).uploadFile(`${ROOT}/www/sample.html`);
    await page.waitForSelector("main h1");
    assert.equal(await page.$eval("main h1", (one) => one.textContent), TITLE);
    assert.ok((await page.$eval("main", (one) => one.textContent ?? "")).includes(SENTENCE));
  } finally {
    await browser.close();
    close();
  }
});

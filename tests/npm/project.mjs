// A project that has installed the package from its tarball, as a user's has.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "../../xtask/browser/launch.mjs";
import { scratch } from "../../xtask/browser/scratch.mjs";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const SAMPLE = readFileSync(`${ROOT}/www/sample.html`, "utf8");
export const TITLE = "The harbour that learned to breathe";
export const SENTENCE = "Ships came in loaded and went out empty";

/** Packs the package. @returns {{ tarball: string, files: { path: string, size: number }[] }} */
export function pack() {
  const folder = scratch("pack");
  const [{ filename, files }] = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", folder, `${ROOT}/dist/npm`], { encoding: "utf8" }));
  return { tarball: join(folder, filename), files };
}

/** A fresh project with the package in it. @param {string} tarball @param {string} [example] a folder of examples/ to start from */
export function project(tarball, example) {
  const folder = scratch("project");
  if (example) cpSync(`${ROOT}/examples/${example}`, folder, { recursive: true });
  else writeFileSync(join(folder, "package.json"), `{ "type": "module", "private": true }`);
  execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", tarball], { cwd: folder });
  return folder;
}

/** The JavaScript of a document's examples. @param {string} markdown @returns {string[]} */
export const examples = (markdown) => [...markdown.matchAll(/^```js\n([^]*?)^```/gm)].map(([, code]) => code);

/** A server with the sample at every address. */
export const site = () => serve(() => ({ body: SAMPLE }));

/** A port that nobody listens on. @returns {Promise<number>} */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Runs a script to its end, beside a server that must answer meanwhile. @param {string} folder @param {string[]} words @returns {Promise<string>} what it wrote */
export async function node(folder, ...words) {
  const child = spawn(process.execPath, words, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let [said, wrong] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => (said += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (wrong += text));
  const status = await new Promise((resolve) => child.on("close", resolve));
  if (status !== 0) throw new Error(`${words.join(" ")}: ${wrong}`);
  return said;
}

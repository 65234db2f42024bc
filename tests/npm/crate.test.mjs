// The crate as it is handed to the registry.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "./project.mjs";

/** Bytes unpacked. */
const MOST_BYTES = 4_000_000;
/** What cargo adds by itself. */
const MADE = [".cargo_vcs_info.json", "Cargo.toml.orig"];

test("the crate holds its sources, its data and its front page, and nothing else", () => {
  const listed = execFileSync("cargo", ["package", "--list", "--allow-dirty", "--quiet"], { cwd: ROOT, encoding: "utf8" }).trim().split("\n");
  const files = listed.filter((file) => !MADE.includes(file));
  const foreign = files.filter((file) => !/^(src|data)\//.test(file));
  assert.deepEqual(foreign.sort(), ["CHANGELOG.md", "Cargo.lock", "Cargo.toml", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "build.rs"]);
  assert.ok(files.includes("src/lib.rs"));
  assert.ok(files.reduce((sum, file) => sum + statSync(join(ROOT, file)).size, 0) < MOST_BYTES);
});

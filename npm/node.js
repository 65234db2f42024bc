// The front door in Node, Bun and Deno: the wasm is a file.
import { readFileSync } from "node:fs";
import { loadBy } from "./load.js";

loadBy(() => readFileSync(new URL("offprint_bg.wasm", import.meta.url)));

export * from "./index.js";
export { default } from "./index.js";

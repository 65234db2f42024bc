// The front door in edge workers, which compile no wasm at run time: it is imported as a module.
import { loadBy } from "./load.js";
// @ts-expect-error: a module that only bundlers for the edge know
import wasm from "./offprint_bg.wasm";

loadBy(() => wasm);

export * from "./index.js";
export { default } from "./index.js";

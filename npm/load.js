// Where the wasm is found: beside this module, unless an entry for another runtime says otherwise.
import init, { initSync } from "./offprint.js";

/** @typedef {import("./offprint.js").InitInput} Wasm @typedef {import("./offprint.js").SyncInitInput} WasmAtHand */

/** @type {(() => WasmAtHand) | undefined} */
let atHand;
let isLoaded = false;

/** Says how this runtime comes by the wasm without waiting. @param {() => WasmAtHand} way */
export const loadBy = (way) => void (atHand = way);

/**
 * Loads the wasm, once; to be called where its place must be named, or early, to have it ready.
 * @param {Wasm | Promise<Wasm>} [wasm] an address, a response, bytes or a module; the one beside this module by default
 * @returns {Promise<void>}
 */
export default async function load(wasm) {
  if (wasm === undefined && loadNow()) return;
  await init(wasm === undefined ? undefined : { module_or_path: wasm });
  isLoaded = true;
}

/** Loads the wasm without waiting, where the runtime can; says whether it is there. */
export function loadNow() {
  if (!isLoaded && atHand) {
    initSync({ module: atHand() });
    isLoaded = true;
  }
  return isLoaded;
}

// The only module that imports the wasm and its glue.
import * as first from "./offprint/offprint.js";

/** The glue, with the instance of the wasm that it holds for good. @typedef {typeof first} Core */
/**
 * @typedef {import("./offprint/offprint.js").Reader} Reader
 * @typedef {import("./offprint/offprint.js").Change} Change
 * @typedef {import("./offprint/offprint.js").Options} Options
 * @typedef {import("./offprint/offprint.js").Metadata} Metadata
 * @typedef {import("./offprint/offprint.js").Outline} Outline
 * @typedef {import("./offprint/offprint.js").Removed} Removed
 * @typedef {import("./offprint/offprint.js").Candidate} Candidate
 * @typedef {import("./offprint/offprint.js").Reason} Reason
 * @typedef {import("./offprint/offprint.js").Role} Role
 */

/** @type {Promise<Core> | undefined} */
let loading;
/** The one that was loaded last. @type {Core} */
let core = first;
let loads = 0;

/** Loads the wasm, once. To be called early: it compiles while the page is written down. */
export const loadCore = () => (loading ??= loadNext());

/**
 * Under another address, the same module holds another instance. Each is written out, since the stores' checks warn of addresses that are put together;
 * nothing drops an instance, so that there are not to be many in one document.
 * @type {(() => Promise<Core>)[]}
 */
const AGAIN = [
  () => import("./offprint/offprint.js" + "?2"),
  () => import("./offprint/offprint.js" + "?3"),
  () => import("./offprint/offprint.js" + "?4"),
  () => import("./offprint/offprint.js" + "?5"),
  () => import("./offprint/offprint.js" + "?6"),
];

/** Throws where the core failed more often in this document than there are instances. */
async function loadNext() {
  const next = AGAIN[loads - 1];
  loads += 1;
  if (next) core = await next();
  else if (loads > 1) throw new Error("the core failed too often");
  await core.default();
  return core;
}

/**
 * A reader for one page; loads the wasm where that has not begun.
 * @param {Options} options
 * @returns {Promise<Reader>}
 */
export const openReader = (options) => open((core) => new core.Reader(options));

/**
 * What rewrites the page itself: the build for Firefox has it, and the site's.
 * @param {Options} options
 */
export const openDeclutterer = (options) => open((core) => new core.Declutterer(options));

/** @template {object} Part @param {(core: Core) => Part} make @returns {Promise<Part>} */
async function open(make) {
  const core = loadCore();
  const made = watch(core, make)(await core);
  return new Proxy(made, {
    get(made, name) {
      const value = Reflect.get(made, name);
      return typeof value === "function" ? watch(core, value.bind(made)) : value;
    },
  });
}

/**
 * After a trap, or with its stack used up, nothing in an instance's memory can be relied on: what is read next has one of its own.
 * What the core itself objects to has a code.
 * @template {unknown[]} Given @template Made
 * @param {Promise<Core>} core @param {(...given: Given) => Made} act @returns {(...given: Given) => Made}
 */
function watch(core, act) {
  return (...given) => {
    try {
      return act(...given);
    } catch (error) {
      const isObjection = error instanceof Error && "code" in error;
      if (!isObjection && loading === core) loading = undefined;
      throw error;
    }
  };
}

/**
 * A stream through a reader that is kept for what is asked of it later.
 * @param {Reader} reader
 * @returns {TransformStream<Uint8Array, Change>}
 */
export function streamThrough(reader) {
  return new TransformStream({
    transform(bytes, changes) {
      for (const change of reader.write(bytes)) changes.enqueue(change);
    },
    flush(changes) {
      for (const change of reader.end()) changes.enqueue(change);
    },
  });
}

/** The list that names of adverts were taken from, and its date; once the wasm is loaded. */
export const adList = () => core.adList();

// The package's front door: the generated glue, a reader that is a stream, a page in one call, and the page itself.
import load from "./load.js";
import { Reader } from "./offprint.js";

export * from "./offprint.js";
export { declutter, declutterStream } from "./declutter.js";
export { extract } from "./extract.js";
export default load;

/**
 * A stream that takes a page's bytes and gives what changes, such as `response.body.pipeThrough(readerStream({ url }))`.
 * Loads the wasm by itself.
 *
 * @param {import("./offprint.js").Options} [options]
 * @returns {TransformStream<Uint8Array, import("./offprint.js").Change>}
 */
export function readerStream(options) {
  /** @type {Reader} */
  let reader;
  return new TransformStream({
    async start() {
      await load();
      reader = new Reader(options);
    },
    transform(bytes, controller) {
      for (const change of reader.write(bytes)) controller.enqueue(change);
    },
    flush(controller) {
      for (const change of reader.end()) controller.enqueue(change);
      reader.free();
    },
  });
}

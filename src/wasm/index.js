// The package's front door: the generated glue, and a reader that is a stream.
import init, { Reader } from "./offprint.js";

export * from "./offprint.js";
export default init;

/**
 * A stream that takes a page's bytes and gives what changes, such as `response.body.pipeThrough(readerStream({ url }))`.
 * Loads the wasm by itself where `init()` has not been called.
 *
 * @param {import("./offprint.js").Options} [options]
 * @returns {TransformStream<Uint8Array, import("./offprint.js").Change>}
 */
export function readerStream(options) {
  /** @type {Reader} */
  let reader;
  return new TransformStream({
    async start() {
      await init();
      reader = new Reader(options);
    },
    transform(bytes, controller) {
      for (const change of reader.write(bytes)) controller.enqueue(change);
    },
    flush(controller) {
      for (const change of reader.end()) controller.enqueue(change);
    },
  });
}

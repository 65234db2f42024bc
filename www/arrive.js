// A page as a network would bring it.

/** @typedef {{ name: string, piece: number, pauseMs: number }} Speed how many bytes come, and how long until the next ones */

/** @type {readonly Speed[]} */
export const SPEEDS = [
  { name: "a crawl", piece: 64, pauseMs: 60 },
  { name: "slow motion", piece: 192, pauseMs: 40 },
  { name: "a bad line", piece: 512, pauseMs: 30 },
  { name: "a mobile line", piece: 4096, pauseMs: 20 },
  { name: "a good line", piece: 16_384, pauseMs: 5 },
  { name: "full speed", piece: 1 << 16, pauseMs: 0 },
];

/**
 * The bytes as a stream. The speed is asked anew for each piece, so that it can be changed on the way.
 * @param {Uint8Array<ArrayBuffer>} bytes @param {() => Speed} speed @param {AbortSignal} signal
 * @param {(piece: Uint8Array) => void} progress
 * @returns {ReadableStream<Uint8Array>}
 */
export function arrive(bytes, speed, signal, progress) {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      const { piece, pauseMs } = speed();
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
      if (signal.aborted) return controller.error(signal.reason);
      const next = bytes.subarray(at, at + piece);
      at += next.length;
      progress(next);
      controller.enqueue(next);
      if (at >= bytes.length) controller.close();
    },
  });
}

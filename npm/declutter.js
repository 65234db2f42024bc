// The page itself without its clutter: its own markup, its own scripts, as safe as the page is and no safer.
import load from "./load.js";
import { Declutterer } from "./offprint.js";
import { IN_UTF_8, arriving } from "./source.js";

/** @typedef {import("./offprint.js").Options} Options @typedef {import("./source.js").PageSource} PageSource */

const HTML = /^(text\/html|application\/xhtml\+xml)\b/i;
const PARTIAL_CONTENT = 206;

/** Headers that speak of the bytes as they came. */
const OF_THE_BYTES = ["content-length", "content-encoding", "content-range", "accept-ranges", "etag", "content-digest", "repr-digest", "digest", "content-md5"];

/**
 * A stream that takes a page's bytes and gives those of the same page without adverts and promotions, each related article in
 * a `<section data-offprint="related">`; all else byte for byte, in the page's own encoding. Loads the wasm by itself.
 *
 * **What it gives is the page's own HTML, with its own scripts: not made safe.**
 *
 * @param {Options} [options]
 * @returns {TransformStream<Uint8Array, Uint8Array>}
 */
export function declutterStream(options) {
  /** @type {Declutterer} */
  let declutterer;
  return new TransformStream({
    async start() {
      await load();
      declutterer = new Declutterer(options);
    },
    transform(bytes, controller) {
      const { html } = declutterer.write(bytes);
      if (html.length > 0) controller.enqueue(html);
    },
    flush(controller) {
      const { html } = declutterer.end();
      if (html.length > 0) controller.enqueue(html);
      declutterer.free();
    },
  });
}

/**
 * The same in one call, for a page in any form. The answer is a response, which gives its text, its bytes or a stream while the page
 * still arrives. For a response it has the same status and headers, but for those that speak of its bytes; a response that is no
 * HTML, or only a part of it, passes unchanged.
 *
 * @param {PageSource} page
 * @param {Options} [options] go before what the page itself brings
 * @returns {Response}
 */
export function declutter(page, options) {
  const { body, known } = arriving(page);
  const answer = page instanceof Response ? page : new Response(body, { headers: { "content-type": known.contentType ?? "text/html" } });
  if (!answer.body || !isPage(answer)) return new Response(answer.body, answer);
  const headers = new Headers(answer.headers);
  for (const name of OF_THE_BYTES) headers.delete(name);
  const clean = answer.body.pipeThrough(declutterStream({ now: Date.now() / 1000, ...known, ...options }));
  return new Response(clean, { status: answer.status, statusText: answer.statusText, headers });
}

/** Whether a response is a whole page, by what it says. @param {Response} response */
function isPage({ status, headers }) {
  return status !== PARTIAL_CONTENT && HTML.test(headers.get("content-type") ?? IN_UTF_8);
}

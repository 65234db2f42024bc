// An edge worker that answers with a page's main article: /?url=https://news.example/story
// It writes each block on as soon as the page can no longer take it back, so the answer begins before the page has ended.
import { readerStream } from "offprint";

export default {
  /** @param {Request} request */
  async fetch(request) {
    const address = new URL(request.url).searchParams.get("url");
    if (!address || !/^https?:/.test(address)) return new Response("give ?url=", { status: 400 });
    const page = await fetch(address);
    if (!page.body) return new Response("the page is empty", { status: 502 });
    const contentType = page.headers.get("content-type") ?? undefined;
    const changes = page.body.pipeThrough(readerStream({ url: page.url, contentType, now: Date.now() / 1000 }));
    return new Response(changes.pipeThrough(settledBlocks()).pipeThrough(new TextEncoderStream()), {
      headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": "default-src 'none'; img-src *" },
    });
  },
};

/** The main article's blocks, in order, each once it stays. @returns {TransformStream<import("offprint").Change, string>} */
function settledBlocks() {
  /** @type {{ block: number, html: string }[]} */
  const waiting = [];
  return new TransformStream({
    transform(change, out) {
      if (change.type === "append" && change.article === 0) {
        const place = change.after === null ? 0 : waiting.findIndex(({ block }) => block === change.after) + 1;
        waiting.splice(place, 0, change);
      } else if (change.type === "retract" && change.article === 0) {
        waiting.splice(waiting.findIndex(({ block }) => block === change.block), 1);
      } else if (change.type === "settle" && change.article === 0) {
        const last = waiting.findIndex(({ block }) => block === change.block);
        for (const { html } of waiting.splice(0, last + 1)) out.enqueue(html);
      } else if (change.type === "end") {
        for (const { html } of waiting) out.enqueue(html);
      }
    },
  });
}

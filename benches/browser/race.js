// What runs in the browser: everyone once a turn, for one page after another.
import init, { Reader } from "/package/offprint.js";

const TURNS = 5;
/** Bytes given to the core at a time, as the extension does. */
const PIECE = 16 * 1024;
const URL_OF_PAGES = "https://www.site.example/2024/a-story";
const LABEL = "text/html; charset=utf-8";

await init();
const snapshot = await (await fetch("/extension/snapshot.js")).text();

/** @param {Uint8Array} bytes @param {() => void} [shown] told when there is a first text to show */
function offprint(bytes, shown) {
  const reader = new Reader({ url: URL_OF_PAGES, contentType: LABEL });
  let isShown = false;
  const take = (changes) => {
    if (isShown || !changes.some(({ type }) => type === "append")) return;
    isShown = true;
    shown?.();
  };
  for (let at = 0; at < bytes.length; at += PIECE) take(reader.write(bytes.subarray(at, at + PIECE)));
  take(reader.end());
  const { articles } = reader.extraction();
  reader.free();
  return articles[0]?.html.length ?? 0;
}

const parsed = (bytes) => new DOMParser().parseFromString(new TextDecoder().decode(bytes), "text/html");
const readability = (page) => new Readability(page).parse()?.content.length ?? 0;
const defuddle = (page) => new Defuddle(page, { url: URL_OF_PAGES }).parse().content.length;

/** A page that stands in a frame, its scripts not run and nothing else loaded. */
async function stand(bytes) {
  const frame = document.createElement("iframe");
  frame.sandbox.add("allow-same-origin");
  frame.style.cssText = "width:1200px;height:800px";
  const policy = `<meta http-equiv=content-security-policy content="default-src 'none'; style-src 'unsafe-inline'">`;
  frame.srcdoc = policy + new TextDecoder().decode(bytes);
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame;
}

/** The page as the extension hands it over. */
async function taken(page) {
  const world = { scheduler: globalThis.scheduler };
  new Function("document", "globalThis", snapshot)(page, world);
  const { html } = await world.offprintSnapshot();
  return new TextEncoder().encode(html);
}

/** @param {Record<string, number>} times @param {string} name @param {(lap: (name: string) => void) => unknown} run */
async function time(times, name, run) {
  const start = performance.now();
  const lap = (which) => (times[which] = Math.min(times[which] ?? Infinity, performance.now() - start));
  await run(lap);
  lap(name);
}

globalThis.race = async (nth) => {
  const bytes = new Uint8Array(await (await fetch(`/page/${nth}`)).arrayBuffer());
  const [fromBytes, live] = [{}, {}];
  for (let turn = 0; turn < TURNS; turn++) {
    await time(fromBytes, "Offprint", () => offprint(bytes));
    await time(fromBytes, "Readability", () => readability(parsed(bytes)));
    await time(fromBytes, "Defuddle", () => defuddle(parsed(bytes)));
  }
  const frame = await stand(bytes);
  const page = frame.contentDocument;
  for (let turn = 0; turn < TURNS; turn++) {
    await time(live, "Offprint, whole", async (lap) => offprint(await taken(page), () => lap("Offprint, first text")));
    await time(live, "Readability on a clone", () => readability(page.cloneNode(true)));
    await time(live, "Defuddle on a clone", () => defuddle(page.cloneNode(true)));
  }
  frame.remove();
  return { bytes: bytes.length, fromBytes, live };
};

// The page itself without its clutter, and a frame to look at it where it can run nothing and reach nobody.
import { openDeclutterer } from "./core.js";

/** @typedef {import("./samples.js").Source} Source @typedef {import("./offprint/offprint.js").Edit} Edit */

/** The frame's own page; its policy allows what a page holds in itself, and forbids whatever would be fetched. */
const EMPTY = "shown.html";

/** Hints that browsers follow whatever the policy says, and what leads away without a click or gives a link its address later. */
const REACHES_OUT = "link, base, meta[http-equiv], [attributeName$=href]";

/** Browsers open a connection for a frame before they ask the policy, and for a link as soon as it is pressed. */
const ADDRESSES = /^(src|srcdoc|href|xlink:href)$/;

/** @param {Source} page @returns {Promise<{ bytes: Uint8Array<ArrayBuffer>, edits: Edit[] }>} */
export async function clean({ bytes, url }) {
  const declutterer = await openDeclutterer({ url, now: Date.now() / 1000 });
  try {
    const parts = [declutterer.write(bytes), declutterer.end()];
    return { bytes: new Uint8Array(await new Blob(parts.map(({ html }) => html)).arrayBuffer()), edits: parts.flatMap(({ edits }) => edits) };
  } finally {
    declutterer.free();
  }
}

/** What was done, in a sentence. @param {Edit[]} edits */
export function summary(edits) {
  const cuts = edits.filter(({ kind }) => kind === "cut").length;
  const sections = edits.length - cuts;
  return `${cuts} ${cuts === 1 ? "part" : "parts"} cut out, ${sections} related ${sections === 1 ? "article" : "articles"} put into ${sections === 1 ? "a section" : "sections"}; all else byte for byte.`;
}

/** Shows pages in a frame without scripts. */
export class PageFrame {
  #frame;
  #isReady;

  /** @param {HTMLIFrameElement} frame sandboxed, of this site's origin: nothing runs in it, so nothing can make use of that but us */
  constructor(frame) {
    this.#frame = frame;
    this.#isReady = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
    frame.src = EMPTY;
  }

  /** @param {string} html */
  async show(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    for (const one of page.querySelectorAll(REACHES_OUT)) one.remove();
    for (const one of page.querySelectorAll("a, area, iframe, frame")) forget(one);
    await this.#isReady;
    this.#frame.contentDocument?.documentElement.replaceWith(page.documentElement);
  }
}

/** Takes the addresses that an element leads to. @param {Element} element */
function forget(element) {
  for (const name of element.getAttributeNames()) if (ADDRESSES.test(name)) element.removeAttribute(name);
}

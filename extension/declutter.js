// Firefox: the page itself without its adverts and promotions. It is loaded again, and its bytes go through the core on their way;
// its headers, and with them its own security policy, are left alone.
import { mayAlways } from "./sites.js";

/** @typedef {import("./as-it-loads.js").Filter} Filter */

/** A page that has not begun to come by then was left for another. */
const AWAITED_MS = 10_000;

const HTML = /^text\/html\b/i;

/** Tabs whose next page is to be decluttered, and until when. @type {Map<number, number>} */
const awaited = new Map();

/** Whether the browser has response streams; the manifest for Chromium, which has none, does not name them. */
export const canDeclutter = (chrome.runtime.getManifest().optional_permissions ?? []).includes(/** @type {any} */ ("webRequestFilterResponse"));

/** Asks for the site, and loads the tab's page again. To be called as the person clicks. @param {chrome.tabs.Tab} tab @param {() => void} listen to pages that come, which may now be allowed */
export async function declutter({ id, url = "" }, listen) {
  if (id === undefined || !/^https?:/.test(url) || !(await mayAlways(url))) return;
  listen();
  awaited.set(id, Date.now() + AWAITED_MS);
  // From the server: what a service worker answers has no stream.
  await chrome.tabs.reload(id, { bypassCache: true });
}

/** Whether a page that comes is the one; asked once, and redirects do not count. @param {number} tabId @param {number} status */
export function isAwaited(tabId, status) {
  const until = awaited.get(tabId);
  if (until === undefined || (status >= 300 && status < 400)) return false;
  awaited.delete(tabId);
  return Date.now() < until;
}

/**
 * Sends a page through the core. Where that does not load, the page comes as it is; where it fails on the way, from there on.
 * @param {() => Filter} open @param {{ url: string, contentType: string }} page
 */
export async function rewrite(open, { url, contentType }) {
  if (!HTML.test(contentType)) return;
  const { openDeclutterer } = await import("./core.js");
  const declutterer = await openDeclutterer({ url, contentType, now: Date.now() / 1000 });
  const filter = open();
  const waiting = new Waiting();
  let isWell = true;
  /** @param {() => import("./offprint/offprint.js").Decluttered} rewritten */
  const give = (rewritten) => {
    for (const piece of attempt(rewritten)) filter.write(piece);
  };
  /** @param {() => import("./offprint/offprint.js").Decluttered} rewritten @returns {ArrayBuffer[]} what goes to the page now */
  const attempt = (rewritten) => {
    try {
      const { html, until } = rewritten();
      waiting.leave(until);
      return html.length > 0 ? [html.buffer] : [];
    } catch (error) {
      console.warn("offprint:", error);
      isWell = false;
      return waiting.pieces;
    }
  };
  filter.ondata = ({ data }) => {
    waiting.take(data);
    give(() => declutterer.write(new Uint8Array(data)));
    // The browser itself sends on what comes then.
    if (!isWell) filter.disconnect();
  };
  filter.onstop = () => {
    give(() => declutterer.end());
    filter.close();
    if (isWell) declutterer.free();
  };
  filter.onerror = () => isWell && declutterer.free();
}

/** The page's bytes that the core has taken and not given yet, as they came. */
class Waiting {
  /** @type {ArrayBuffer[]} */
  pieces = [];
  /** Bytes before them. */
  #gone = 0;

  /** @param {ArrayBuffer} piece */
  take(piece) {
    this.pieces.push(piece);
  }

  /** @param {number} until bytes of the page that are given, or cut */
  leave(until) {
    while (this.pieces.length > 0 && this.#gone + this.pieces[0].byteLength <= until) this.#gone += this.pieces.shift()?.byteLength ?? 0;
    if (this.pieces.length === 0 || this.#gone >= until) return;
    this.pieces[0] = this.pieces[0].slice(until - this.#gone);
    this.#gone = until;
  }
}

// Firefox: pages of sites that are always read go to the reader while they load, as the server sends them. The page gets every byte
// unchanged, and its headers are left alone.
import { isAwaited, rewrite } from "./declutter.js";
import { HTML, MAX_BYTES } from "./fetch-page.js";
import { PORT } from "./protocol.js";
import { isAlways } from "./sites.js";

/** A page on its way: what has come of it, and the reader that takes it. @typedef {{ url: string, contentType: string, pieces: ArrayBuffer[], bytes: number, isOver: boolean, cut?: import("./fetch-page.js").Cut, port?: chrome.runtime.Port }} Coming */
/** The parts that Firefox alone has. @typedef {{ ondata: (event: { data: ArrayBuffer }) => void, onstop: () => void, onerror: () => void, write: (data: ArrayBuffer) => void, disconnect: () => void, close: () => void }} Filter */

/** Where no reader has come for a page by then, none will: it is a site's first page, or was left. */
const KEPT_MS = 10_000;

/** By tab. @type {Map<number, Coming>} */
const coming = new Map();

/** Whether the browser can, and the person lets it. */
export const canFilter = () => Boolean(/** @type {any} */ (chrome).webRequest?.filterResponseData);

/** To be called as the background starts: a page wakes it. */
export function setUpAsItLoads() {
  listen();
  chrome.permissions.onAdded.addListener(listen);
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== PORT || port.sender?.id !== chrome.runtime.id || port.sender.tab?.id === undefined) return;
    hand(port, port.sender.tab.id);
  });
  chrome.tabs.onRemoved.addListener((tabId) => void coming.delete(tabId));
}

/** To pages that come, as soon as the person lets it. */
export function listen() {
  const { onHeadersReceived } = /** @type {any} */ (chrome).webRequest ?? {};
  if (!canFilter() || onHeadersReceived.hasListener(look)) return;
  // Only of sites that are allowed; the browser sees to it.
  onHeadersReceived.addListener(look, { urls: ["http://*/*", "https://*/*"], types: ["main_frame"] }, ["blocking", "responseHeaders"]);
}

/** @param {{ requestId: string, tabId: number, url: string, method: string, statusCode: number, responseHeaders?: { name: string, value?: string }[] }} response */
async function look({ requestId, tabId, url, method, statusCode, responseHeaders = [] }) {
  coming.delete(tabId);
  const contentType = responseHeaders.find(({ name }) => name.toLowerCase() === "content-type")?.value ?? "";
  const open = () => /** @type {any} */ (chrome).webRequest.filterResponseData(requestId);
  if (tabId >= 0 && isAwaited(tabId, statusCode)) await rewrite(open, { url, contentType }).catch((error) => console.warn("offprint:", error));
  else if (tabId >= 0 && method === "GET" && statusCode === 200 && HTML.test(contentType) && (await isAlways(url))) {
    follow(open(), tabId, { url, contentType, pieces: [], bytes: 0, isOver: false });
  }
  return {};
}

/** @param {Filter} filter @param {number} tabId @param {Coming} page */
function follow(filter, tabId, page) {
  coming.set(tabId, page);
  filter.ondata = ({ data }) => {
    filter.write(data);
    page.bytes += data.byteLength;
    // What comes after that goes to the page alone.
    if (page.bytes > MAX_BYTES) return end("size");
    if (page.port) page.port.postMessage({ type: "bytes", bytes: data });
    else if (coming.get(tabId) === page) page.pieces.push(data);
  };
  /** @param {Coming["cut"]} [cut] what keeps the page from coming whole */
  const end = (cut) => {
    if (page.isOver) return;
    page.isOver = true;
    page.cut = cut;
    if (cut !== "network") filter.disconnect();
    page.port?.postMessage({ type: "end", cut });
    setTimeout(() => coming.get(tabId) === page && coming.delete(tabId), KEPT_MS);
  };
  filter.onstop = () => end();
  filter.onerror = () => end("network");
}

/** Gives the reader what has come, and what will. @param {chrome.runtime.Port} port @param {number} tabId */
function hand(port, tabId) {
  const page = coming.get(tabId);
  coming.delete(tabId);
  if (!page) return port.disconnect();
  page.port = port;
  port.onDisconnect.addListener(() => (page.port = undefined));
  port.postMessage({ type: "page", url: page.url, title: "", contentType: page.contentType });
  for (const bytes of page.pieces.splice(0)) port.postMessage({ type: "bytes", bytes });
  if (page.isOver) port.postMessage({ type: "end", cut: page.cut });
}

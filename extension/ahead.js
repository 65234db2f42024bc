// What takes longest is begun before the reader's own modules are there: the wasm, and the page of a link.
import { loadCore } from "./core.js";
import { canFetch, fetchPage } from "./fetch-page.js";

void loadCore();

/** Where the tab keeps the address of its page, for when it is loaded anew. */
const PAGE = "page";

/** Whether the reader has a tab of its own. */
export const isTab = window.top === window;

/** What the background knows this tab by, where it opened it. */
export const tabToken = isTab ? location.hash.slice(1) : "";

/** The link that this tab was opened for, and its page on the way, where the person has allowed that. @type {Promise<{ url: string, page?: Promise<import("./fetch-page.js").Fetched> } | undefined>} */
export const link = isTab ? begin() : Promise.resolve(undefined);

/** @param {string} url of the page that is read */
export function keepAddress(url) {
  if (isTab && /^https?:/.test(url)) sessionStorage.setItem(PAGE, url);
}

async function begin() {
  const told = tabToken ? await chrome.runtime.sendMessage({ type: "link", token: tabToken }) : undefined;
  const url = typeof told === "string" ? told : sessionStorage.getItem(PAGE);
  if (!url) return undefined;
  if (!(await canFetch(url))) return { url };
  const page = fetchPage(url);
  // Whoever waits for it is told; nobody may be there yet.
  page.catch(() => {});
  return { url, page };
}

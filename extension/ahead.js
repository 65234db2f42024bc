// What takes longest is begun before the reader's own modules are there: the wasm, the page of a link,
// and what only the background knows.
import { openReader } from "./core.js";
import { canFetch, fetchPage } from "./fetch-page.js";

/** A page that nobody reads: with its first page the wasm sets up its lists, and the browser its functions, while the frame waits for its modules. */
const PRACTICE = `<title>The weir</title><h1>The weir</h1><p>By Ann Lee, 3 May 2024</p>${"<p>It was built in a dry summer, when the river was low, and people still speak of it.</p>".repeat(4)}`;
void practise().catch(() => {});

/** Where the tab keeps the address of its page, for when it is loaded anew. */
const PAGE = "page";

/** Whether the reader has a tab of its own. */
export const isTab = window.top === window;

/** What the background knows this tab by, where it opened it. */
export const tabToken = isTab ? location.hash.slice(1) : "";

/** The token of this tab's reader; nothing where there is none. @returns {Promise<unknown>} */
export const askToken = () => chrome.runtime.sendMessage({ type: "token" });

/** As it was when the frame was made. */
export const ownToken = isTab ? undefined : askToken();

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

async function practise() {
  const reader = await openReader({ now: 0 });
  reader.write(new TextEncoder().encode(PRACTICE));
  reader.end();
  reader.free();
}

// What takes longest is begun before the reader's own modules are there: the wasm, and the page of a link.
import { loadCore } from "./core.js";
import { canFetch, fetchPage } from "./fetch-page.js";

void loadCore();

/** What the background knows this tab by, where it opened it. */
export const tabToken = window.top === window ? location.hash.slice(1) : "";

/** The link that this tab was opened for, and its page on the way, where the person has allowed that. @type {Promise<{ url: string, page?: Promise<import("./fetch-page.js").Fetched> } | undefined>} */
export const link = tabToken ? begin(tabToken) : Promise.resolve(undefined);

/** @param {string} token */
async function begin(token) {
  const url = await chrome.runtime.sendMessage({ type: "link", token });
  if (typeof url !== "string") return undefined;
  if (!(await canFetch(url))) return { url };
  const page = fetchPage(url);
  // Whoever waits for it is told; nobody may be there yet.
  page.catch(() => {});
  return { url, page };
}

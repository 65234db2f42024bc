// Sites whose pages open in the reader by themselves. The list is the person's; what the browser no longer permits counts for
// nothing, so each use asks it anew.
import { canFetch, originOf } from "./fetch-page.js";

/** In the order in which they run on a page. */
const SCRIPTS = ["by-itself.js", "snapshot.js", "picker.js", "content.js"];

/** @returns {Promise<string[]>} a pattern for each site, as the browser's permissions have them */
export async function list() {
  const { always } = await chrome.storage.local.get("always");
  const kept = Array.isArray(always) ? always.filter((one) => typeof one === "string") : [];
  const permitted = await Promise.all(kept.map((site) => chrome.permissions.contains({ origins: [site] }).catch(() => false)));
  return kept.filter((_, at) => permitted[at]);
}

/** @param {string} url */
export async function isAlways(url) {
  return (await list()).includes(originOf(url));
}

/** From now on; the permission must have been given. @param {string} url @returns {Promise<boolean>} whether it is so now */
export async function allow(url) {
  if (!(await canFetch(url))) return false;
  const site = originOf(url);
  await chrome.storage.local.set({ always: [...(await list()).filter((one) => one !== site), site] });
  await register();
  return true;
}

/** No longer, and without the permission. @param {string} site as the list has it */
export async function revoke(site) {
  await chrome.storage.local.set({ always: (await list()).filter((one) => one !== site) });
  await register();
  await chrome.permissions.remove({ origins: [site] }).catch(() => false);
}

/** A site by the name that a person knows. @param {string} site */
export const nameOf = (site) => site.replace(/^\*:\/\/(\*\.)?|\/\*$/g, "");

/** Keeps the browser's own list of scripts level with the person's. To be called as the background starts. */
export function setUpSites() {
  // An update of the extension takes its scripts away.
  chrome.runtime.onInstalled.addListener(() => void register());
  chrome.permissions.onRemoved.addListener(() => void register());
}

/** Two at once would each add the script. @type {Promise<void>} */
let queue = Promise.resolve();

function register() {
  queue = queue.then(renew).catch((error) => console.warn("offprint:", error));
  return queue;
}

async function renew() {
  const id = "always";
  const matches = await list();
  const [old] = await chrome.scripting.getRegisteredContentScripts({ ids: [id] });
  if (old) await chrome.scripting.unregisterContentScripts({ ids: [id] });
  if (matches.length > 0) await chrome.scripting.registerContentScripts([{ id, matches, js: SCRIPTS, runAt: "document_idle" }]);
}

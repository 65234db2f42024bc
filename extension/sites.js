// Sites whose pages open in the reader by themselves. The list is the person's; what the browser no longer permits counts for
// nothing, so each use asks it anew.
import { canFetch, mayFetch, originOf } from "./fetch-page.js";

/** What opens the reader on a page, in the order in which it runs there. */
export const SCRIPTS = ["snapshot.js", "picker.js", "plain.js", "hold.js", "content.js"];

/** What Firefox reads a page with as it loads; Chromium has nothing of the kind, nor our manifest for it. @type {chrome.runtime.ManifestPermission[]} */
const READING = /** @type {any} */ (chrome.runtime.getManifest().optional_permissions ?? []);

/** Asks the person for a site that is to be read always. @param {string} url */
export const mayAlways = (url) => mayFetch(url, READING);

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
  if ((await list()).length === 0) await chrome.permissions.remove({ permissions: READING }).catch(() => false);
}

/** A site by the name that a person knows. @param {string} site */
export const nameOf = (site) => site.replace(/^\*:\/\/(\*\.)?|\/\*$/g, "");

/** Keeps the browser's own list of scripts level with the person's. To be called as the background starts. */
export function setUpSites() {
  // An update of the extension takes its scripts away.
  chrome.runtime.onInstalled.addListener(() => void register());
  chrome.permissions.onRemoved.addListener(() => void register());
  chrome.permissions.onAdded.addListener(() => void register());
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
  // Where the page is read as it loads, the reader must be there as early.
  const runAt = await chrome.permissions.contains({ permissions: READING }) && READING.length > 0 ? "document_start" : "document_idle";
  if (matches.length > 0) await chrome.scripting.registerContentScripts([{ id, matches, js: ["by-itself.js", ...SCRIPTS], runAt }]);
}

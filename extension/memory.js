// What a person removed and restored on a site, kept on this device when they want it. No text is kept, only short names of it.

/** @typedef {import("./view/edits.js").Difference} Difference */
/** @typedef {{ removed: string[], restored: string[] }} Kept */

/** Sites and names a site that are kept; the oldest go first. */
const MAX_SITES = 200;
const MAX_KEYS = 200;

export class SiteMemory {
  /** @type {Kept} */
  #kept;
  /** Names that this page has met; the others are of the site's other pages. @type {Set<string>} */
  #met = new Set();

  /** @param {string} origin @param {Kept | undefined} kept */
  constructor(origin, kept) {
    this.origin = origin;
    this.isOn = kept !== undefined;
    this.#kept = kept ?? { removed: [], restored: [] };
  }

  /** @param {string} url @returns {Promise<SiteMemory | undefined>} nothing where nothing may be kept: off the web and in private windows */
  static async load(url) {
    if (!/^https?:/.test(url) || chrome.extension.inIncognitoContext) return undefined;
    const { origin } = new URL(url);
    return new SiteMemory(origin, (await keptSites())[origin]);
  }

  get site() {
    return new URL(this.origin).hostname;
  }

  /** @param {Difference} difference */
  has({ kind, key }) {
    const isKept = this.isOn && this.#kept[kind].includes(key);
    if (isKept) this.#met.add(key);
    return isKept;
  }

  /** Keeps these from now on, or forgets the site. @param {boolean} isOn @param {Difference[]} differences */
  async turn(isOn, differences) {
    this.isOn = isOn;
    this.#kept = { removed: [], restored: [] };
    for (const { kind, key } of differences) this.#put(kind, key);
    await this.#save();
  }

  /** Keeps what is different on this page now, where the person wants it. @param {Difference[]} differences */
  async change(differences) {
    if (!this.isOn) return;
    for (const kind of /** @type {const} */ (["removed", "restored"])) this.#kept[kind] = this.#kept[kind].filter((key) => !this.#met.has(key));
    for (const { kind, key } of differences) this.#put(kind, key);
    await this.#save();
  }

  /** @param {Difference["kind"]} kind @param {string} key */
  #put(kind, key) {
    this.#met.add(key);
    this.#kept[kind] = [...this.#kept[kind].filter((one) => one !== key), key].slice(-MAX_KEYS);
  }

  async #save() {
    const { [this.origin]: _, ...others } = await keptSites();
    await replaceSites(this.isOn ? { ...others, [this.origin]: this.#kept } : others);
  }
}

/** What is kept, by site. @returns {Promise<Record<string, Kept>>} */
export async function keptSites() {
  const { sites } = await chrome.storage.local.get("sites");
  // An object is what earlier versions kept.
  const pairs = Array.isArray(sites) ? sites.filter(Array.isArray) : Object.entries(sites ?? {});
  const all = pairs.map(([origin, value]) => /** @type {const} */ ([origin, parseKept(value)]));
  return Object.fromEntries(all.filter(/** @returns {one is [string, Kept]} */ (one) => one[1] !== undefined));
}

/** As a list: Chromium puts the names of an object into an order of its own. @param {Record<string, Kept>} kept */
export const replaceSites = (kept) => chrome.storage.local.set({ sites: Object.entries(kept).slice(-MAX_SITES) });

/** @param {string} origin */
export async function forgetSite(origin) {
  const { [origin]: _, ...others } = await keptSites();
  await replaceSites(others);
}

/** @param {unknown} value @returns {Kept | undefined} */
export function parseKept(value) {
  const { removed, restored } = /** @type {Record<string, unknown>} */ (value ?? {});
  return isKeys(removed) && isKeys(restored) ? { removed, restored } : undefined;
}

/** @param {unknown} value @returns {value is string[]} */
const isKeys = (value) => Array.isArray(value) && value.every((one) => typeof one === "string");

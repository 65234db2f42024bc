// The places where a person stopped reading, by page; the background's memory of them ends with the browser.

/** Pages whose place is kept; the oldest go first. */
const MAX_PAGES = 50;

/** @param {string} url @returns {Promise<unknown>} the short name of the block that was read */
export async function placeIn(url) {
  return (await places())[url] ?? null;
}

/** @param {string} url @param {string} key none forgets the page */
export async function keepPlace(url, key) {
  const { [url]: _, ...others } = await places();
  const all = key ? { ...others, [url]: key } : others;
  // As a list: Chromium puts the names of an object into an order of its own.
  await chrome.storage.session.set({ places: Object.entries(all).slice(-MAX_PAGES) });
}

/** @returns {Promise<Record<string, unknown>>} */
async function places() {
  const { places } = await chrome.storage.session.get("places");
  return Object.fromEntries(Array.isArray(places) ? places : []);
}

// What the parts of the extension say to each other. Each message is checked whole before it is believed.

/**
 * To the background: a page asks for a token for its reader; a reader asks whether its token is the tab's own, for what only the
 * background can do in Firefox, and for tabs.
 * @typedef {{ type: "open" } | { type: "claim", token: string } | { type: "tab" } | { type: "tab-ready", token: string }
 *   | { type: "place", url: string } | { type: "keep-place", url: string, key: string }
 *   | { type: "may-fetch", url: string } | { type: "read", url: string }
 *   | { type: "is-always", url: string } | { type: "always", url: string, isOn: boolean } | { type: "sites", url?: string }} Request
 */

/**
 * From the page to its reader.
 * @typedef {{ type: "page", url: string, title: string } | { type: "bytes", bytes: Uint8Array } | { type: "end" }} FromPage
 */

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isRecord = (value) => typeof value === "object" && value !== null;

/** @param {unknown} value @returns {value is string} */
const isToken = (value) => typeof value === "string" && /^[0-9a-f-]{36}$/.test(value);

/** @param {unknown} value @returns {value is string} */
const isAddress = (value) => typeof value === "string" && URL.canParse(value);

/** @param {unknown} value @returns {Request | undefined} */
export function parseRequest(value) {
  if (!isRecord(value)) return undefined;
  if (value.type === "open" || value.type === "tab") return { type: value.type };
  if ((value.type === "claim" || value.type === "tab-ready") && isToken(value.token)) return { type: value.type, token: value.token };
  const { type, url, key, isOn } = value;
  if (type === "sites" && url === undefined) return { type };
  if (!isAddress(url)) return undefined;
  if (type === "place" || type === "may-fetch" || type === "read" || type === "is-always" || type === "sites") return { type, url };
  if (type === "always" && typeof isOn === "boolean") return { type, url, isOn };
  return type === "keep-place" && typeof key === "string" ? { type, url, key } : undefined;
}

/** The token of a greeting, as the page posts it into the frame. @param {unknown} value @returns {string | undefined} */
export function parseGreeting(value) {
  return isRecord(value) && value.type === "offprint" && isToken(value.token) ? value.token : undefined;
}

/** @param {unknown} value @returns {FromPage | undefined} */
export function parseFromPage(value) {
  if (!isRecord(value)) return undefined;
  if (value.type === "end") return { type: "end" };
  if (value.type === "bytes" && value.bytes instanceof ArrayBuffer) return { type: "bytes", bytes: new Uint8Array(value.bytes) };
  // A port between a tab and another carries no buffers.
  if (value.type === "text" && typeof value.text === "string") return { type: "bytes", bytes: new TextEncoder().encode(value.text) };
  if (value.type === "page" && typeof value.url === "string" && typeof value.title === "string") {
    return { type: "page", url: value.url, title: value.title };
  }
  return undefined;
}

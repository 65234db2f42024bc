// What the parts of the extension say to each other. Each message is checked whole before it is believed.

/** The name under which a reader asks the background for a page that is still loading. */
export const PORT = "as-it-loads";

/**
 * To the background: a page asks for a token for its reader; a reader asks which token is the tab's own, for what only the
 * background can do in Firefox, and for tabs.
 * @typedef {{ type: "open" } | { type: "address" } | { type: "options" } | { type: "token" } | { type: "tab" } | { type: "link", token: string } | { type: "tab-ready", token: string }
 *   | { type: "place", url: string } | { type: "keep-place", url: string, key: string }
 *   | { type: "may-fetch", url: string } | { type: "read", url: string }
 *   | { type: "is-always", url: string } | { type: "always", url: string, isOn: boolean } | { type: "sites", url?: string }} Request
 */

/**
 * From the page to its reader.
 * @typedef {{ type: "page", url: string, title: string, contentType?: string } | { type: "bytes", bytes: Uint8Array } | { type: "end", cut?: import("./fetch-page.js").Cut }} FromPage
 */

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isRecord = (value) => typeof value === "object" && value !== null;

/** @param {unknown} value @returns {value is string} */
const isToken = (value) => typeof value === "string" && /^[0-9a-f-]{36}$/.test(value);

/** @param {unknown} value @returns {value is string} */
const isAddress = (value) => typeof value === "string" && URL.canParse(value);

/** Firefox makes those of its own channel in another realm. @param {unknown} value @returns {value is ArrayBuffer} */
const isBuffer = (value) => Object.prototype.toString.call(value) === "[object ArrayBuffer]";

/** @param {unknown} value @returns {Request | undefined} */
export function parseRequest(value) {
  if (!isRecord(value)) return undefined;
  if (value.type === "open" || value.type === "tab" || value.type === "token" || value.type === "address" || value.type === "options") return { type: value.type };
  if ((value.type === "link" || value.type === "tab-ready") && isToken(value.token)) return { type: value.type, token: value.token };
  const { type, url, key, isOn } = value;
  if (type === "sites" && url === undefined) return { type };
  if (!isAddress(url)) return undefined;
  if (type === "place" || type === "may-fetch" || type === "read" || type === "is-always" || type === "sites") return { type, url };
  if (type === "always" && typeof isOn === "boolean") return { type, url, isOn };
  return type === "keep-place" && typeof key === "string" ? { type, url, key } : undefined;
}

/** A page that was asked for of the page's own script; nothing where it could not be had. @param {unknown} value @returns {{ asked: string, page?: import("./fetch-page.js").Fetched } | undefined} */
export function parseBeside(value) {
  if (!isRecord(value) || value.type !== "beside" || !isAddress(value.asked)) return undefined;
  const { asked, url, contentType, bytes } = value;
  const isComing = isAddress(url) && typeof contentType === "string" && bytes instanceof ReadableStream;
  return { asked, page: isComing ? { url, contentType, bytes } : undefined };
}

/** A greeting, as the page posts it into the frame: its token, whether a person has done anything on the page, and whether the page is still loading. @param {unknown} value @returns {{ token: string, isTouched: boolean, isLoading: boolean } | undefined} */
export function parseGreeting(value) {
  return isRecord(value) && value.type === "offprint" && isToken(value.token) ? { token: value.token, isTouched: value.isTouched === true, isLoading: value.isLoading === true } : undefined;
}

/** @param {unknown} value @returns {FromPage | undefined} */
export function parseFromPage(value) {
  if (!isRecord(value)) return undefined;
  if (value.type === "end") return { type: "end", cut: value.cut === "network" || value.cut === "size" ? value.cut : undefined };
  if (value.type === "bytes" && isBuffer(value.bytes)) return { type: "bytes", bytes: new Uint8Array(value.bytes) };
  // A port between a tab and another carries no buffers.
  if (value.type === "text" && typeof value.text === "string") return { type: "bytes", bytes: new TextEncoder().encode(value.text) };
  if (value.type === "page" && typeof value.url === "string" && typeof value.title === "string") {
    return { type: "page", url: value.url, title: value.title, contentType: typeof value.contentType === "string" ? value.contentType : undefined };
  }
  return undefined;
}

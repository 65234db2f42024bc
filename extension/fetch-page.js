// A page read from its address as a stream. Its scripts never run, and it is asked for without cookies.

/** @typedef {"http" | "type" | "network"} FetchCode */
/** What keeps a page from coming whole: the connection broke off, or it is larger than what is read of one. @typedef {"network" | "size"} Cut */
/** Its address at the end, the transport's label, and the page as it arrives. @typedef {{ url: string, contentType: string, bytes: ReadableStream<Uint8Array<ArrayBuffer>> }} Fetched */

/** What comes after that is not read: no article is that long, and a server may never end. */
const MAX_BYTES = 32 * 1024 * 1024;

const HTML = /^(text\/html|application\/xhtml\+xml)\b/i;

/** Why a page cannot be read. */
export class FetchError extends Error {
  /** @param {FetchCode} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** Whether the person can be asked from here: Firefox lets a frame in a page ask nothing. */
export const canAsk = "permissions" in chrome;

/**
 * Whether pages of this address may be fetched; asks the person where that is not known yet, and can be asked.
 * @param {string} url @param {chrome.runtime.ManifestPermission[]} [permissions] needed besides; of a kind that the browser gives without a word
 * @returns {Promise<boolean>}
 */
export const mayFetch = (url, permissions = []) => (canAsk ? chrome.permissions.request({ origins: [originOf(url)], permissions }) : chrome.runtime.sendMessage({ type: "may-fetch", url })).catch(() => false);

/** Whether they may be fetched without asking. @param {string} url */
export const canFetch = (url) => chrome.permissions.contains({ origins: [originOf(url)] });

/** The pattern of a page's site. Sites move between `example.org` and `www.example.org`: one question for both. @param {string} url */
export function originOf(url) {
  const host = new URL(url).hostname.replace(/^www\./, "");
  const isName = !/^[\d.]+$|^\[/.test(host) && host.includes(".");
  return `*://${isName ? "*." : ""}${host}/*`;
}

/**
 * @param {string} url
 * @returns {Promise<Fetched>}
 */
export async function fetchPage(url) {
  const response = await fetch(url, { credentials: "omit", referrerPolicy: "no-referrer", headers: { accept: "text/html, application/xhtml+xml" } }).catch((error) => {
    throw new FetchError("network", String(error));
  });
  if (!response.ok || !response.body) throw new FetchError("http", `the server answered ${response.status}`);
  const contentType = response.headers.get("content-type") ?? "text/html";
  if (!HTML.test(contentType)) throw new FetchError("type", `the address holds ${contentType}`);
  return { url: response.url, contentType, bytes: response.body };
}

/**
 * Takes a page piece by piece as it arrives, and says at the end whether it came whole.
 * @param {ReadableStream<Uint8Array<ArrayBuffer>>} bytes @param {(piece: Uint8Array<ArrayBuffer>) => void} take
 * @returns {Promise<Cut | undefined>}
 */
export async function takeAll(bytes, take) {
  const source = bytes.getReader();
  try {
    for (let left = MAX_BYTES; ; ) {
      const piece = await source.read().catch(() => "broken");
      if (typeof piece === "string") return "network";
      if (piece.done) return undefined;
      take(piece.value.subarray(0, left));
      left -= piece.value.length;
      if (left < 0) return "size";
    }
  } finally {
    void source.cancel().catch(() => {});
  }
}

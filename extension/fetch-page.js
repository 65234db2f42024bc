// A page read from its address as a stream. Its scripts never run, and it is asked for without cookies.

/** @typedef {"http" | "type" | "network"} FetchCode */
/** What keeps a page from coming whole: the connection broke off, or it is larger than what is read of one. @typedef {"network" | "size"} Cut */
/** Its address at the end, the transport's label, and the page as it arrives. @typedef {{ url: string, contentType: string, bytes: ReadableStream<Uint8Array<ArrayBuffer>> }} Fetched */
/** A page that has come, whole unless it says what cut it. @typedef {{ url: string, contentType: string, bytes: Uint8Array<ArrayBuffer>, cut?: Cut }} Whole */

/** What comes after that is not read: no article is that long, and a server may never end. */
export const MAX_BYTES = 32 * 1024 * 1024;

/** What a server is asked for. */
export const ACCEPT = "text/html, application/xhtml+xml";

export const HTML = /^(text\/html|application\/xhtml\+xml)\b/i;

/** So long a page is waited for whose text is not seen before its end. */
export const PATIENCE_MS = 60_000;

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
 * @param {string} url @param {AbortSignal} [signal] where nobody sees it arrive
 * @returns {Promise<Fetched>}
 */
export async function fetchPage(url, signal) {
  const response = await fetch(url, { signal, credentials: "omit", referrerPolicy: "no-referrer", headers: { accept: ACCEPT } }).catch((error) => {
    throw new FetchError("network", String(error));
  });
  if (!response.ok || !response.body) throw new FetchError("http", `the server answered ${response.status}`);
  return readable({ url: response.url, contentType: response.headers.get("content-type") ?? "text/html", bytes: response.body });
}

/** @param {Fetched} page */
function readable(page) {
  if (HTML.test(page.contentType)) return page;
  void page.bytes.cancel().catch(() => {});
  throw new FetchError("type", `the address holds ${page.contentType}`);
}

/** A page to its end, or to where it was cut. @param {Fetched} page @returns {Promise<Whole>} */
export async function whole(page) {
  const { bytes, ...facts } = readable(page);
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const pieces = [];
  const cut = await takeAll(bytes, (piece) => void pieces.push(piece));
  return { ...facts, cut, bytes: new Uint8Array(await new Blob(pieces).arrayBuffer()) };
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

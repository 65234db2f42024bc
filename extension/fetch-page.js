// A page read from its address as a stream. Its scripts never run, and it is asked for without cookies.
import { readerStream } from "./core.js";

/** @typedef {import("./core.js").Change} Change @typedef {"http" | "type" | "network"} FetchCode */

const HTML = /^(text\/html|application\/xhtml\+xml)\b/i;

/** Why a page cannot be read. */
export class FetchError extends Error {
  /** @param {FetchCode} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/**
 * Whether pages of this address may be fetched; asks the person where that is not known yet.
 * @param {string} url
 */
export async function mayFetch(url) {
  // Sites move between `example.org` and `www.example.org`: one question for both.
  const host = new URL(url).hostname.replace(/^www\./, "");
  const isName = !/^[\d.]+$|^\[/.test(host) && host.includes(".");
  return chrome.permissions.request({ origins: [`*://${isName ? "*." : ""}${host}/*`] }).catch(() => false);
}

/**
 * @param {string} url @param {AbortSignal} signal
 * @returns {Promise<{ url: string, changes: ReadableStream<Change> }>} its address at the end, and what becomes of it
 */
export async function fetchPage(url, signal) {
  const response = await fetch(url, { signal, credentials: "omit", referrerPolicy: "no-referrer", headers: { accept: "text/html, application/xhtml+xml" } });
  if (!response.ok || !response.body) throw new FetchError("http", `the server answered ${response.status}`);
  const contentType = response.headers.get("content-type") ?? "text/html";
  if (!HTML.test(contentType)) throw new FetchError("type", `the address holds ${contentType}`);
  const options = { url: response.url, contentType, now: Date.now() / 1000 };
  return { url: response.url, changes: response.body.pipeThrough(readerStream(options), { signal }) };
}

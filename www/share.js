// What is tried, in the address: behind the `#`, which browsers send to nobody.

/** @typedef {import("./samples.js").Source} Source */
/** What an address says: one of our samples or a page of one's own, at which speed, in which tab. @typedef {{ sample?: string, given?: Source, speed?: number, tab?: string }} Shared */

/** Characters of a fragment: longer ones are cut by some programs that links pass through. */
const MAX_FRAGMENT = 64_000;

/** The fragment for something; `undefined` where it would be too long. @param {Shared} shared @returns {Promise<string | undefined>} */
export async function toFragment({ sample, given, speed, tab }) {
  const words = new URLSearchParams();
  if (given) {
    words.set("page", toText(await through(given.bytes, new CompressionStream("deflate-raw"))));
    if (given.url) words.set("url", given.url);
  } else if (sample) words.set("sample", sample);
  if (speed !== undefined) words.set("speed", String(speed));
  if (tab) words.set("tab", tab);
  const fragment = `#${words}`;
  return fragment.length > MAX_FRAGMENT ? undefined : fragment;
}

/** What a fragment says; what it does not say, or says wrongly, is left out. @param {string} fragment @returns {Promise<Shared>} */
export async function fromFragment(fragment) {
  const words = new URLSearchParams(fragment.replace(/^#/, ""));
  const [page, url, speed] = [words.get("page"), words.get("url"), words.get("speed")];
  const bytes = page === null ? undefined : await through(toBytes(page), new DecompressionStream("deflate-raw")).catch(() => undefined);
  return {
    sample: words.get("sample") ?? undefined,
    given: bytes && { bytes, url: url ?? undefined },
    speed: speed !== null && /^[0-5]$/.test(speed) ? Number(speed) : undefined,
    tab: words.get("tab") ?? undefined,
  };
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {CompressionStream | DecompressionStream} stream @returns {Promise<Uint8Array<ArrayBuffer>>} */
async function through(bytes, stream) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

/** Base64 that stands in an address as it is. @param {Uint8Array} bytes */
function toText(bytes) {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
function toBytes(text) {
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

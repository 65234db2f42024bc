// Fetches an article's pictures, so that a file can hold them.

/** A picture's bytes, in a form that every book reader shows. @typedef {{ type: keyof typeof ENDINGS, bytes: Uint8Array<ArrayBuffer> }} Picture */

/** The way through the page's own script, for what only the page may have. @typedef {(address: string) => Promise<Blob>} Beside */

/** The forms that every book reader knows, with the ending of a file's name. */
export const ENDINGS = /** @type {const} */ ({ "image/jpeg": "jpg", "image/png": "png", "image/gif": "gif" });
/** What these begin with. @type {[Picture["type"], number[]][]} */
const SIGNATURES = [
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47]],
  ["image/gif", [0x47, 0x49, 0x46, 0x38]],
];
/** No server may keep a person waiting. */
const PATIENCE_MS = 15_000;
/** A picture that is larger is not one of an article. */
const MAX_BYTES = 20_000_000;
/** What photographs are usually kept in: no loss that is seen. */
const QUALITY = 0.88;

/** @param {string[]} addresses @param {Beside} [beside] @returns {Promise<Map<string, Picture>>} those that could be had */
export async function fetchPictures(addresses, beside) {
  const found = await Promise.all([...new Set(addresses)].map(async (address) => /** @type {const} */ ([address, await fetchPicture(address, beside)])));
  return new Map(found.filter(/** @returns {one is [string, Picture]} */ (one) => one[1] !== undefined));
}

/** @param {string} address @param {Beside} [beside] */
async function fetchPicture(address, beside) {
  try {
    const blob = address.startsWith("data:") ? decode(address) : await load(address).catch((error) => beside?.(address) ?? Promise.reject(error));
    return blob.size > MAX_BYTES ? undefined : await read(blob);
  } catch {
    // Its server gives it to its own pages only, is down, or gave something else.
    return undefined;
  }
}

/** @param {string} address */
async function load(address) {
  const answer = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer", signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return answer.blob();
}

/** The extension's own policy lets no `data:` address be fetched. @param {string} address */
function decode(address) {
  const comma = address.indexOf(",");
  const text = address.slice(0, comma).endsWith(";base64") ? atob(address.slice(comma + 1)) : decodeURIComponent(address.slice(comma + 1));
  return new Blob([Uint8Array.from(text, (letter) => letter.charCodeAt(0))]);
}

/** Newer forms are drawn anew as JPEG. @param {Blob} blob @returns {Promise<Picture>} */
async function read(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const known = SIGNATURES.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte));
  if (known) return { type: known[0], bytes };
  const drawn = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(drawn.width, drawn.height);
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  // What is seen through on the page would be black.
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, drawn.width, drawn.height);
  pen.drawImage(drawn, 0, 0);
  const jpeg = await canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY });
  return { type: "image/jpeg", bytes: new Uint8Array(await jpeg.arrayBuffer()) };
}

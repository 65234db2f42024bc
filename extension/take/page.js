// The article as one HTML file, its pictures inside.
import { bookStyle, picturesOf, pieceOf } from "./piece.js";
import { fetchPictures } from "./pictures.js";

/** @typedef {import("../reading.js").Reading} Reading @typedef {import("./pictures.js").Picture} Picture */

/** What the file may load wherever it is opened: nothing runs, and only pictures that could not be had come from outside. */
const POLICY = "default-src 'none'; img-src data: http: https:; style-src 'unsafe-inline'";

/** @param {Reading} reading @param {import("../marks.js").Marks["of"]} marked @param {import("./pictures.js").Beside} [beside] @returns {Promise<{ file: Blob, isWhole: boolean }>} */
export async function toPage(reading, marked, beside) {
  const { view, speech } = reading;
  const article = view.article;
  if (!article) throw new Error("no article");
  const piece = pieceOf(article, speech, view.lang, view.dir, marked(article));
  const addresses = picturesOf(piece);
  const pictures = await fetchPictures(addresses, beside);
  for (const image of piece.images) await fill(image, pictures);
  const style = piece.createElement("style");
  style.textContent = `:root { color-scheme: light dark }\n${await bookStyle()}`;
  piece.head.prepend(meta(piece, { charset: "utf-8" }), meta(piece, { "http-equiv": "content-security-policy", content: POLICY }));
  piece.head.append(meta(piece, { name: "viewport", content: "width=device-width, initial-scale=1" }), meta(piece, { name: "referrer", content: "no-referrer" }), ...facts(piece, reading), style);
  const file = new Blob([`<!doctype html>\n${piece.documentElement.outerHTML}\n`], { type: "text/html" });
  return { file, isWhole: addresses.every((address) => pictures.has(address)) };
}

/** @param {HTMLImageElement} image @param {Map<string, Picture>} pictures */
async function fill(image, pictures) {
  const picture = pictures.get(image.getAttribute("src") ?? "");
  if (picture) image.setAttribute("src", await dataAddress(picture));
}

/** @param {Picture} picture @returns {Promise<string>} */
function dataAddress({ type, bytes }) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([bytes], { type }));
  });
}

/** Where it is from, by whom and of when, as other programs look for it. @param {Document} piece @param {Reading} reading */
function facts(piece, { view, address }) {
  const { byline = [], published, modified } = view.article?.metadata ?? {};
  const link = piece.createElement("link");
  link.rel = "canonical";
  link.href = address;
  return [
    link,
    ...byline.map((name) => meta(piece, { name: "author", content: name })),
    ...(published ? [meta(piece, { property: "article:published_time", content: published })] : []),
    ...(modified ? [meta(piece, { property: "article:modified_time", content: modified })] : []),
  ];
}

/** @param {Document} piece @param {Record<string, string>} attributes */
function meta(piece, attributes) {
  const made = piece.createElement("meta");
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

// The pages that one can try without having one.

/** Their files by name; `dist` copies those that are tests of the reader too. @type {Readonly<Record<string, string>>} */
export const SAMPLES = {
  harbour: "sample.html",
  blog: "sample/blog.html",
  glued: "sample/glued.html",
  docs: "sample/docs.html",
  japanese: "sample/japanese.html",
};

/** A page's bytes, and its address where it has one. @typedef {{ bytes: Uint8Array<ArrayBuffer>, url?: string }} Source */

/** @param {string} name @returns {Promise<Source>} */
export async function sample(name) {
  const response = await fetch(SAMPLES[name] ?? SAMPLES.harbour);
  return { bytes: new Uint8Array(await response.arrayBuffer()), url: response.url };
}

// What a person marked, kept on this device by the address of its article; in private windows not at all.
import { isWeb } from "./view/markup.js";

/** @typedef {import("./view/passages.js").Mark} Mark */

/** Pages, and marks of each, that are kept; the pages that were marked longest ago go first. */
const MAX_PAGES = 500;
export const MAX_MARKS = 300;

/** By article. @returns {Promise<Record<string, Mark[]>>} */
export async function loadMarks() {
  const { marks } = await chrome.storage.local.get("marks");
  return Object.fromEntries((Array.isArray(marks) ? marks : []).filter((one) => Array.isArray(one?.[1]) && one[1].every(isMark)));
}

/** As a list: Chromium puts the names of an object into an order of its own. @param {Record<string, Mark[]>} marks */
export const replaceMarks = (marks) => chrome.storage.local.set({ marks: Object.entries(marks).slice(-MAX_PAGES) });

/** @param {string} article @param {Mark[]} marks @returns {Promise<boolean>} whether they are there at the next visit */
export async function keepMarks(article, marks) {
  if (!isWeb(article) || chrome.extension.inIncognitoContext) return false;
  try {
    // Other tabs keep some too.
    const { [article]: _, ...others } = await loadMarks();
    await replaceMarks(marks.length > 0 ? { ...others, [article]: marks } : others);
    return true;
  } catch (error) {
    console.warn("offprint:", error);
    return false;
  }
}

/** @param {Partial<Record<keyof Mark, unknown>> | null} mark */
const isMark = (mark) => [mark?.words, mark?.before, mark?.after].every((one) => typeof one === "string") && mark?.words !== "" && typeof mark?.nth === "number";

// All that the person chose, as a file: to keep it, to take it to another browser. A file is believed whole or not at all.
import { keptSites, parseKept, replaceSites } from "./memory.js";
import { isStyle, keepChoices, keepStyle, loadChoices, loadStyle, parseChoices } from "./settings.js";

/** @typedef {{ choices: import("./settings.js").Choices, sites: Record<string, import("./memory.js").Kept>, style: string }} Everything */

/** What a file begins with; the number rises when an older version could not read it. */
const FORM = { offprint: "settings", version: 1 };

/** A file that is not taken; `name` is the part that is not understood. */
export class FileError extends Error {
  /** @param {"json" | "form" | "value"} code @param {string} [name] */
  constructor(code, name = "") {
    super(`settings file: ${code} ${name}`.trim());
    this.code = code;
    this.name = name;
  }
}

/** @returns {Promise<Everything>} */
export async function loadEverything() {
  return { choices: await loadChoices(), sites: await keptSites(), style: await loadStyle() };
}

/** @param {Everything} everything */
export async function keepEverything({ choices, sites, style }) {
  await Promise.all([keepChoices(choices), replaceSites(sites), keepStyle(style)]);
}

/** @param {Everything} everything */
export const toFile = (everything) => `${JSON.stringify({ ...FORM, ...everything }, null, 2)}\n`;

/** @param {string} text @returns {Everything} @throws {FileError} */
export function parseFile(text) {
  const { offprint, version, choices = {}, sites = {}, style = "", ...others } = record(parseJson(text), new FileError("form"));
  if (offprint !== FORM.offprint || version !== FORM.version) throw new FileError("form");
  for (const name of Object.keys(others)) throw new FileError("value", name);
  if (!isStyle(style)) throw new FileError("value", "style");
  return { choices: strictChoices(choices), sites: strictSites(sites), style };
}

/** @param {string} text @returns {unknown} */
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new FileError("json");
  }
}

/** @param {unknown} value @param {FileError} error @returns {Record<string, unknown>} */
function record(value, error) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw error;
  return /** @type {Record<string, unknown>} */ (value);
}

/** What is left out is as at the start. @param {unknown} value */
function strictChoices(value) {
  const given = record(value, new FileError("value", "choices"));
  const choices = parseChoices(given);
  const known = /** @type {Record<string, unknown>} */ (choices);
  for (const [name, chosen] of Object.entries(given)) if (known[name] !== chosen) throw new FileError("value", name);
  return choices;
}

/** @param {unknown} value */
function strictSites(value) {
  const given = record(value, new FileError("value", "sites"));
  return Object.fromEntries(
    Object.entries(given).map(([origin, one]) => {
      const kept = parseKept(one);
      if (!kept || !/^https?:/.test(origin) || !URL.canParse(origin) || new URL(origin).origin !== origin) throw new FileError("value", origin);
      return [origin, kept];
    }),
  );
}

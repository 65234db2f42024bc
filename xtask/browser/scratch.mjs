// Folders that are gone when the process ends.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An empty folder. @param {string} name what it is for @returns {string} its path */
export function scratch(name) {
  const folder = mkdtempSync(join(tmpdir(), `offprint-${name}-`));
  // A browser that is just ending may still write.
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** A copy of a folder, to be changed. @param {string} folder @returns {string} the copy's path */
export function copyOf(folder) {
  const copy = scratch("copy");
  cpSync(folder, copy, { recursive: true });
  return copy;
}

// The project's own test pages.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../pages", import.meta.url));

/** @returns {{ name: string, bytes: Buffer }[]} */
export function testPages() {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => ({ name, file: `${FOLDER}/${name}/page.html` }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => ({ name, bytes: readFileSync(file) }));
}

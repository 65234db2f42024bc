// For everybody, in Firefox.
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "node:test";
import { EXTENSION } from "../../xtask/browser/firefox.mjs";
import { copyOf } from "../../xtask/browser/scratch.mjs";
import { testAccess, testFromRight, testRefusal } from "../both/access.mjs";
import { inFirefox } from "./hand.mjs";
import { withFirefox } from "./with-firefox.mjs";

describe("in English", () => {
  const world = withFirefox();
  const hand = inFirefox(world);
  testRefusal(hand, () => world.firefox.refuse());
  testAccess(hand);
});

/** A copy whose only language is Arabic: Firefox speaks the languages that are installed, and takes the first of an extension's otherwise. */
function inArabic() {
  const copy = copyOf(EXTENSION);
  for (const name of readdirSync(join(copy, "_locales"))) if (name !== "ar") rmSync(join(copy, "_locales", name), { recursive: true });
  const manifest = JSON.parse(readFileSync(join(copy, "manifest.json"), "utf8"));
  writeFileSync(join(copy, "manifest.json"), JSON.stringify({ ...manifest, default_locale: "ar" }));
  return copy;
}

describe("from right to left", () => testFromRight(inFirefox(withFirefox({ folder: inArabic }))));

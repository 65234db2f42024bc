// Beside the page, the browser and other extensions, in Firefox.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { until } from "../../xtask/browser/launch.mjs";
import { scratch } from "../../xtask/browser/scratch.mjs";
import { testOthers } from "../both/others.mjs";
import { RELATED, SENTENCES, TITLE } from "../e2e/pages.mjs";
import { inFirefox } from "./hand.mjs";
import { withFirefox } from "./with-firefox.mjs";

const world = withFirefox();
testOthers(inFirefox(world));

test("the browser's search goes on from a card into its article that is folded, and unfolds it", async () => {
  await world.read("/plain");
  const words = "Divers who went down";
  const isFolded = () => world.firefox.run((words) => [...document.querySelectorAll(".cards .body")].find((one) => one.textContent?.includes(words))?.hasAttribute("hidden"), words);
  assert.equal(await isFolded(), true);
  await world.firefox.findInPage(words);
  await world.firefox.findInPage(words, true);
  await until(async () => (await isFolded()) === false);
});

describe("the browser's own menu, by the right button of the mouse", () => {
  test("on the page: it is read", async () => {
    await world.visit("/plain");
    await world.firefox.chooseOnPage("h1", "Read with Offprint");
    await world.firefox.enterReader();
    assert.deepEqual(await world.texts(".stage h1"), [TITLE]);
  });

  test("on a link: its page is read in a tab beside once it is allowed, and its scripts never run", async () => {
    await world.visit("/to-calling-home");
    await world.firefox.chooseOnPage("#link", "Read this link with Offprint");
    await world.firefox.allow();
    await world.firefox.enterTab("/reader.html");
    await until(async () => (await world.texts(".stage h1"))[0]?.startsWith("Why the swing bridge stays shut"));
    await until(() => world.firefox.run(() => document.querySelector("[data-offprint=reader][data-state=done]") !== null));
    assert.ok(world.asked.includes("/calling-home"));
    assert.ok(!world.asked.includes("/home"), "its script ran");
    // Loaded anew, the tab has its page again.
    await world.firefox.run(() => void setTimeout(() => location.reload()));
    await until(async () => world.asked.filter((path) => path === "/calling-home").length === 2);
    await until(() => world.firefox.run(() => document.querySelector("[data-offprint=reader][data-state=done]") !== null));
    await world.firefox.closeTab();
    // Where it does run, it calls.
    await world.visit("/calling-home");
    await until(async () => world.asked.includes("/home"));
  });
});

/** As a translator or a dictionary does: it reads what the page's body shows, in the page's own frame alone. */
function otherExtension() {
  const folder = scratch("other");
  const scripts = [{ matches: ["<all_urls>"], js: ["see.js"], run_at: "document_start" }];
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ manifest_version: 2, name: "Other", version: "1", browser_specific_settings: { gecko: { id: "other@other.example" } }, content_scripts: scripts }));
  writeFileSync(join(folder, "see.js"), `addEventListener("look", () => document.dispatchEvent(new CustomEvent("seen", { detail: document.body.innerText })));`);
  return folder;
}

test("another extension sees the article in plain view and nothing else, and after it the page", async () => {
  await world.firefox.installOther(otherExtension());
  /** It answers before `dispatchEvent` returns, or it is not there. */
  const seen = () =>
    world.firefox.run(() => {
      /** @type {string | undefined} */
      let text;
      document.addEventListener("seen", (event) => (text = /** @type {CustomEvent} */ (event).detail), { once: true });
      window.dispatchEvent(new Event("look"));
      return text ?? "";
    });
  await until(async () => {
    await world.visit("/plain");
    return (await seen()).includes("SUMMER TYRES");
  });
  await world.firefox.click();
  await world.firefox.enterReader();
  await world.readPlain();
  const text = await seen();
  for (const words of [TITLE, ...SENTENCES]) assert.ok(text.includes(words), `missing: ${words}`);
  for (const words of ["SUMMER TYRES", "Subscribe", "842 partners", RELATED[0]]) assert.ok(!text.includes(words), `left in: ${words}`);
  await world.firefox.escape();
  await until(async () => (await seen()).includes("SUMMER TYRES"));
});

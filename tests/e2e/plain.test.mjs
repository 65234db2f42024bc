// The plain view: the article in the page itself, seen by a second extension.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { click, reader, until } from "../../xtask/browser/launch.mjs";
import { scratch } from "../../xtask/browser/scratch.mjs";
import { SENTENCES, TITLE } from "./pages.mjs";
import { press, withBrowser } from "./with-browser.mjs";

const world = withBrowser();

/** As a translator or a dictionary does: it reads what the page's body shows, in the page's own frame alone. */
function otherExtension() {
  const folder = scratch("other");
  const scripts = [{ matches: ["<all_urls>"], js: ["see.js"], run_at: "document_start" }];
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ manifest_version: 3, name: "Other", version: "1", content_scripts: scripts }));
  writeFileSync(join(folder, "see.js"), `addEventListener("look", () => document.dispatchEvent(new CustomEvent("seen", { detail: document.body.innerText })));`);
  return folder;
}

let installed = false;

/** Beside the reader's. An extension may be installed before its scripts go into pages: a page loaded from then on shows that they do. */
async function installOther() {
  if (installed) return;
  await world.browser.installExtension(otherExtension());
  await until(async () => {
    await world.visit("/form");
    return (await seen()) !== undefined;
  });
  installed = true;
}

/** What the other extension sees; it answers before `dispatchEvent` returns, or it is not there. */
const seen = () =>
  world.page.evaluate(() => {
    /** @type {string | undefined} */
    let text;
    document.addEventListener("seen", (event) => (text = /** @type {CustomEvent} */ (event).detail), { once: true });
    window.dispatchEvent(new Event("look"));
    return text;
  });

const traces = () =>
  world.page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    note: /** @type {HTMLTextAreaElement} */ (document.querySelector("#note"))?.value,
    focus: document.activeElement?.id ?? "",
    scroll: Math.round(scrollY),
    background: getComputedStyle(document.body).backgroundColor,
    styles: document.styleSheets.length + document.adoptedStyleSheets.length,
  }));

for (const [way, leave] of /** @type {[string, () => Promise<unknown>][]} */ ([
  ["Escape", () => world.page.keyboard.press("Escape")],
  ["its button", () => world.page.click(".offprint-plain > button")],
  ["a click on the toolbar", () => click(world.page, world.extension)],
])) {
  test(`another extension sees the article and nothing else, and ${way} gives the page back`, async () => {
    await installOther();
    await world.visit(`/form?${way}`);
    await world.page.type("#note", "half a sentence");
    await world.page.evaluate(() => window.scrollTo({ top: 900, behavior: "instant" }));
    const before = await traces();
    assert.match((await seen()) ?? "", /SUMMER TYRES/);
    await click(world.page, world.extension);
    const frame = await reader(world.page);
    assert.match((await seen()) ?? "", /SUMMER TYRES/, "the reader's own frame is not seen by others");
    await press(frame, "#open-more");
    await press(frame, "#plain").catch(() => {});
    await world.page.waitForSelector(".offprint-plain");
    const text = (await seen()) ?? "";
    for (const words of [TITLE, ...SENTENCES]) assert.ok(text.includes(words), `missing: ${words}`);
    assert.match(text, /Updated Nov 21, 2026 · \d+ minutes · Original$/m);
    for (const words of ["SUMMER TYRES", "Subscribe", "842 partners", "MORE FROM"]) assert.ok(!text.includes(words), `left in: ${words}`);
    await leave();
    // The reader's own element goes a moment after the plain view.
    await until(async () => !(await world.page.$(".offprint-plain, html > :not(head, body)")));
    assert.deepEqual(await traces(), before);
  });
}

test("where the page's policy allows nothing it is shown all the same", async () => {
  await installOther();
  const frame = await world.read("/strict");
  await press(frame, "#open-more");
  await press(frame, "#plain").catch(() => {});
  await world.page.waitForSelector(".offprint-plain");
  assert.ok((await seen())?.includes(SENTENCES[1]));
  assert.equal(await world.page.$eval(".offprint-plain", (one) => getComputedStyle(one).maxWidth), "576px");
});

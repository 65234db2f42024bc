// The extension as a person meets it in Firefox: its button in the toolbar pressed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../../xtask/browser/launch.mjs";
import { RELATED, SENTENCES, TITLE } from "../e2e/pages.mjs";
import { withFirefox } from "./with-firefox.mjs";

const world = withFirefox();

async function assertSampleIsShown() {
  assert.deepEqual(await world.texts("article[data-role=main] h1"), [TITLE]);
  const [text] = await world.texts("article[data-role=main] .body");
  for (const sentence of SENTENCES) assert.ok(text.includes(sentence), `missing: ${sentence}`);
  for (const furniture of ["SUMMER TYRES", "Subscribe", "seabird77", "842 partners"]) assert.ok(!text.includes(furniture), `left in: ${furniture}`);
}

/** Firefox follows the caret a moment after a key, and would take the place back. @param {number} top */
const scrollTo = (top) =>
  until(() =>
    world.firefox.run(async (top) => {
      window.scrollTo({ top, behavior: "instant" });
      await new Promise((resolve) => setTimeout(resolve, 100));
      return Math.round(window.scrollY) === top;
    }, top),
  );

/** What a person left on the page. */
const traces = () =>
  world.firefox.run(() => ({
    html: document.documentElement.outerHTML,
    values: [...document.querySelectorAll("input, textarea")].map((one) => (/** @type {HTMLInputElement} */ (one).type === "checkbox" ? /** @type {HTMLInputElement} */ (one).checked : /** @type {HTMLInputElement} */ (one).value)),
    focus: document.activeElement?.id ?? "",
    scroll: Math.round(scrollY),
    isModal: document.querySelector("dialog:modal") !== null,
  }));

/** @param {Awaited<ReturnType<typeof traces>>} before */
async function assertIsAsItWas({ html, ...state }) {
  const { html: htmlNow, ...stateNow } = await traces();
  // Not as a comparison: nobody reads a whole page of it.
  assert.ok(htmlNow === html, "the page's markup changed");
  assert.deepEqual(stateNow, state);
}

test("on install it asks for the tab that is clicked, and no site", async () => {
  const asked = await world.firefox.chrome((id) => {
    const { permissions, allowedOrigins } = /** @type {any} */ (globalThis).WebExtensionPolicy.getByID(id);
    return { permissions, origins: allowedOrigins.patterns.map((/** @type {any} */ one) => one.pattern) };
  }, world.firefox.extension);
  assert.deepEqual(asked.permissions.filter((/** @type {string} */ one) => !one.startsWith("moz-extension:") && !one.startsWith("internal:")).toSorted(), ["activeTab", "contextMenus", "scripting", "storage"]);
  // Its own pages are all that it may reach.
  assert.deepEqual(asked.origins.filter((/** @type {string} */ one) => !one.startsWith("moz-extension:")), []);
});

for (const [path, trait] of [
  ["/plain", "a plain page"],
  ["/strict", "a page whose policy allows nothing"],
  ["/hidden", "a page whose style hides everything"],
  ["/overriding", "a page that overrides the browser's own functions"],
  ["/modal", "a page with a dialog open"],
  ["/application", "a page drawn by script"],
]) {
  test(`${trait} is read, and is as it was after Escape`, async () => {
    await world.visit(path);
    if (path === "/application") await until(() => world.firefox.run(() => document.title !== "…"));
    const before = await traces();
    await world.firefox.click();
    await world.firefox.enterReader();
    await assertSampleIsShown();
    assert.ok(await world.firefox.run(() => window.innerWidth > 600 && window.innerHeight > 600), "it fills the window");
    await world.firefox.escape();
    await world.isGone();
    await assertIsAsItWas(before);
  });
}

test("related articles stand below the main one, and what was left out is listed and comes back", async () => {
  await world.read("/plain");
  assert.deepEqual(await world.texts("article[data-role=related] h2"), RELATED);
  await world.firefox.press("[data-offprint=removed] > summary");
  await world.firefox.run(() => document.querySelectorAll("[data-offprint=removed] details").forEach((one) => (/** @type {HTMLDetailsElement} */ (one).open = true)));
  assert.match((await world.texts("[data-offprint=removed]"))[0], /SUMMER TYRES/);
  await world.firefox.run(() => [...document.querySelectorAll("[data-offprint=removed] li")].find((one) => one.textContent?.includes("SUMMER TYRES"))?.setAttribute("id", "tyres"));
  await world.firefox.press("#tyres button");
  assert.match((await world.texts("article [data-restored]"))[0], /SUMMER TYRES/);
});

for (const [way, leave] of /** @type {[string, () => Promise<unknown>][]} */ ([
  ["Escape", () => world.firefox.escape()],
  ["the close button", () => world.firefox.press("#close")],
  ["a second click", () => world.firefox.click()],
])) {
  test(`${way} gives the page back with its form, focus, scroll and style`, async () => {
    await world.visit("/form");
    await world.firefox.press("#name");
    await world.firefox.type("Ada");
    await world.firefox.press("#agree");
    await world.firefox.press("#note");
    await world.firefox.type("half a sentence");
    await scrollTo(900);
    const before = await traces();
    await world.firefox.click();
    await world.firefox.enterReader();
    await world.firefox.run(() => window.scrollTo(0, 400));
    await leave();
    await world.isGone();
    await assertIsAsItWas(before);
    assert.deepEqual(before.values.slice(-3), ["Ada", "half a sentence", true]);
  });
}

test("an empty page stays as it was, and the reader goes away by itself", async () => {
  await world.visit("/empty");
  const before = await world.firefox.run(() => document.body.outerHTML);
  await world.firefox.click();
  await world.isGone();
  assert.equal(await world.firefox.run(() => document.body.outerHTML), before);
});

test("a page that throws out strangers is read in a tab of its own", async () => {
  await world.visit("/evicting");
  await world.firefox.click();
  await world.firefox.enterTab("/reader.html");
  await until(() => world.firefox.run(() => document.querySelector("[data-offprint=reader][data-state=done]") !== null));
  await assertSampleIsShown();
  await world.firefox.closeTab();
});

test("what was chosen for text and colours is there on the next page", async () => {
  await world.read("/plain");
  await world.firefox.press("#open-settings");
  await world.firefox.press("label[data-theme=sepia]");
  await until(() => world.firefox.run(() => document.documentElement.dataset.theme === "sepia"));
  await world.read("/plain");
  assert.equal(await world.firefox.run(() => document.documentElement.dataset.theme), "sepia");
});

test("the place is kept: at the next visit one goes on where one stopped", async () => {
  await world.firefox.visit(`${world.origin}/chapters?kept`);
  await world.firefox.click();
  await world.firefox.enterReader();
  await world.firefox.run(() => document.querySelector(".stage h2:nth-of-type(3)")?.scrollIntoView());
  await until(() => world.firefox.background(async () => (/** @type {[string, string][]} */ ((await chrome.storage.session.get("places")).places ?? [])).some(([url]) => url.endsWith("?kept"))));
  await world.firefox.visit(`${world.origin}/chapters?kept`);
  await world.firefox.click();
  await world.firefox.enterReader();
  await until(() => world.firefox.run(() => window.scrollY > 0));
});

test("selected words are marked, drawn in the theme's colour, and there at the next visit", async () => {
  const marked = () => world.firefox.run(() => [...(CSS.highlights.get("marked") ?? [])].map(String).join());
  await world.firefox.visit(`${world.origin}/plain?marked`);
  await world.firefox.click();
  await world.firefox.enterReader();
  await world.firefox.run(() => {
    const { firstChild } = document.querySelector(".stage .body p") ?? document;
    if (firstChild) getSelection()?.setBaseAndExtent(firstChild, 0, firstChild, 17);
  });
  await until(() => world.firefox.run(() => document.querySelector(".pen button:not([hidden])")?.textContent === "Mark"));
  await world.firefox.press(".pen button");
  await until(async () => (await marked()) === "For a hundred yea");
  const colour = await world.firefox.run(() => getComputedStyle(document.querySelector(".stage .body p") ?? document.body, "::highlight(marked)").backgroundColor);
  assert.match(colour, /^rgb\(/);
  await world.firefox.visit(`${world.origin}/plain?marked`);
  await world.firefox.click();
  await world.firefox.enterReader();
  await until(async () => (await marked()) === "For a hundred yea");
});

test("a page cannot see into the reader", async () => {
  await world.read("/plain");
  await world.firefox.leaveFrame();
  assert.deepEqual(await world.firefox.run(() => [document.documentElement.lastElementChild?.shadowRoot ?? null, document.querySelectorAll("iframe").length]), [null, 0]);
});

test("a link is read in a tab beside, once the person has allowed its site", async () => {
  await world.read("/linking");
  await world.firefox.press(".cards article:first-child .ways button");
  await world.firefox.enterTab("/reader.html");
  await until(() => world.firefox.run(() => document.querySelector("[role=alert] button") !== null));
  await world.firefox.press("[role=alert] button");
  await world.firefox.allow();
  await until(async () => (await world.texts(".stage h1"))[0]?.startsWith("Why the swing bridge stays shut"));
  await world.firefox.closeTab();
});

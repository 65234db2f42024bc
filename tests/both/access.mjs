// For everybody: axe finds nothing in any state and theme, the window may be narrow, the interface may run from right to left.
import assert from "node:assert/strict";
import { test } from "node:test";
import { THEMES } from "../../extension/settings.js";
import { until } from "../../xtask/browser/launch.mjs";
import { AXE, judge } from "./axe.mjs";
import { choose, isSeen, isThere, texts, wait } from "./hands.mjs";

/** @typedef {import("./hands.mjs").Hand} Hand */
/** A state that a person can bring the reader into: on which page, how, and how one leaves what came up beside. @typedef {{ name: string, path?: string, enter: (hand: Hand) => Promise<unknown>, leave?: (hand: Hand) => Promise<unknown> }} State */

const leaveTab = (/** @type {Hand} */ hand) => hand.leaveTab();

/** @type {State[]} */
const STATES = [
  { name: "reading", enter: async () => {} },
  { name: "settings", enter: (hand) => hand.press("#open-settings") },
  { name: "menu", enter: (hand) => hand.press("#open-more") },
  { name: "contents", enter: (hand) => hand.press("#open-contents") },
  { name: "a related article open", enter: (hand) => hand.press(".cards h2 button") },
  { name: "the list of what was left out", enter: (hand) => hand.run(() => document.querySelectorAll("[data-offprint=removed], [data-offprint=removed] details").forEach((one) => void (/** @type {HTMLDetailsElement} */ (one).open = true))) },
  {
    name: "a part removed, and a notice that says so",
    async enter(hand) {
      await hand.keys("Alt+ArrowDown", "Delete");
      await isThere(hand, "#notice:not([hidden]) button");
    },
  },
  {
    name: "words selected",
    async enter(hand) {
      await hand.run(() => getSelection()?.selectAllChildren(/** @type {Element} */ (document.querySelector(".stage .body p"))));
      await isThere(hand, ".pen");
    },
  },
  { name: "a picture large", enter: (hand) => hand.press(".stage figure img") },
  { name: "reading line by line", enter: (hand) => hand.run(() => void (document.documentElement.dataset.band = "three")) },
  { name: "reading aloud", enter: (hand) => hand.run(() => void (/** @type {HTMLElement} */ (document.querySelector("#aloud")).hidden = false)) },
  { name: "a next page to be had", path: "/voyage", enter: (hand) => isThere(hand, ".next-page button:not([disabled])") },
  { name: "a guess, and other texts", path: "/pages/news--text-beside-the-story", enter: (hand) => isThere(hand, "[data-offprint=candidates] button") },
  {
    name: "a picture that waits for a click",
    async enter(hand) {
      await hand.press("#open-settings");
      await hand.press("label[data-images=click]");
      await hand.read("/sections");
      await isThere(hand, ".stage img[data-waiting]");
    },
    async leave(hand) {
      await hand.press("#open-settings");
      await hand.press(".reset");
    },
  },
  {
    name: "an address asked for, and a wrong one typed",
    async enter(hand) {
      await choose(hand, "#read-address");
      await hand.enterTab("/reader.html");
      await wait(hand, () => document.activeElement?.id === "address-field");
      await hand.keys("n", "o", "Enter");
      await isThere(hand, "#notice:not([hidden])");
    },
    leave: leaveTab,
  },
];

/** @param {Hand} hand @returns {Promise<string[]>} */
async function objections(hand) {
  await hand.inject(AXE);
  return hand.run(judge);
}

/** In every theme. @param {Hand} hand @param {string} [where] */
async function assertIsClean(hand, where = "") {
  for (const theme of THEMES) {
    await hand.run((theme) => void (document.documentElement.dataset.theme = theme), theme);
    assert.deepEqual(await objections(hand), [], `${where} ${theme}`);
  }
}

/** @param {Hand} hand */
const sidewards = (hand) => hand.run(() => document.documentElement.scrollWidth - window.innerWidth);

/** @param {Hand} hand */
export function testAccess(hand) {
  for (const { name, path = "/sections", enter, leave } of STATES) {
    test(`axe, ${name}: nothing to object to, in any theme`, async () => {
      await hand.read(path);
      await enter(hand);
      await assertIsClean(hand);
      await leave?.(hand);
    });
  }

  test("axe, pages with code, tables, notes and lists", async () => {
    for (const path of ["docs--code-and-lists", "structure--data-table", "structure--footnotes", "structure--definitions-details", "lang--arabic", "news--live-blog"]) {
      await hand.read(`/pages/${path}`);
      assert.deepEqual(await objections(hand), [], path);
    }
  });

  test("axe, a note beside its mark", async () => {
    await hand.read("/pages/structure--footnotes");
    await hand.press(".stage sup a");
    await isThere(hand, ".note:popover-open");
    await assertIsClean(hand);
  });

  test("axe, the page of settings and that of sites", async () => {
    for (const [panel, entry, path] of [["#open-settings", "#all-settings", "/options.html"], ["#open-more", "#sites", "/sites.html"]]) {
      await hand.read("/sections");
      await hand.press(panel);
      await hand.press(entry);
      await hand.enterTab(path);
      await wait(hand, () => document.documentElement.lang && document.querySelector("h1")?.textContent);
      await assertIsClean(hand, path);
      await hand.leaveTab();
    }
  });

  test("axe, the plain view", async () => {
    await hand.read("/sections");
    await choose(hand, "#plain").catch(() => {});
    await hand.enterPage();
    await isThere(hand, ".offprint-plain");
    await hand.inject(AXE);
    // The page around it has its own faults; it is not shown.
    const found = await hand.run(async () => {
      const { violations } = await /** @type {any} */ (window).axe.run(".offprint-plain", { resultTypes: ["violations"] });
      return violations.map((/** @type {any} */ one) => `${one.id}: ${one.nodes.map((/** @type {any} */ node) => node.failureSummary)}`);
    });
    assert.deepEqual(found, []);
    await hand.keys("Escape");
  });

  test("320 pixels wide, text at 200 %: nothing to scroll sideways", async () => {
    await hand.narrow();
    for (const { name, path = "/sections", enter, leave } of STATES) {
      await hand.read(path);
      assert.equal(await hand.run(() => window.innerWidth), 320);
      await hand.run(() => document.documentElement.style.setProperty("--size", "2"));
      await enter(hand);
      assert.ok((await sidewards(hand)) <= 0, `${name}: ${await sidewards(hand)}`);
      await leave?.(hand);
    }
    await hand.widen();
  });

  test("targets are large enough for a finger", async () => {
    await hand.read("/sections");
    for (const { enter } of STATES.slice(1, 4)) {
      await enter(hand);
      // WCAG 2.2, 2.5.8: 24 CSS pixels.
      const small = await hand.run(() =>
        [...document.querySelectorAll("button, select, summary, label")]
          .filter((one) => one.checkVisibility())
          .map((one) => ({ name: one.id || one.textContent, box: one.getBoundingClientRect() }))
          .filter(({ box }) => box.height < 24 || box.width < 24)
          .map(({ name }) => name),
      );
      assert.deepEqual(small, []);
      await hand.keys("Escape");
    }
  });

  test("a screen reader hears of the text once it is there, and not block by block", async () => {
    await hand.read("/sections");
    const loud = await hand.run(() => [...document.querySelectorAll("[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], output")].filter((one) => one.querySelector("article, .body") || one.closest("article")).length);
    assert.equal(loud, 0);
    assert.equal(await hand.run(() => document.querySelector("[data-offprint=reader]")?.getAttribute("aria-busy")), "false");
    assert.deepEqual(await hand.run(() => ["main", "h1"].map((name) => [...document.querySelectorAll(name)].filter((one) => one.checkVisibility()).length)), [1, 1]);
  });

  test("who wants less motion gets none", async () => {
    await hand.readInTab();
    const moving = () => hand.run(() => [...document.querySelectorAll("*")].filter((one) => getComputedStyle(one).transitionDuration !== "0s" || getComputedStyle(one).animationName !== "none").map((one) => one.id || one.className));
    assert.ok((await moving()).length > 0, "others get some");
    await hand.calm();
    await until(async () => (await moving()).length === 0);
  });
}

/** @param {Hand} hand with an Arabic interface */
export function testFromRight(hand) {
  test("an Arabic interface: its words, its direction, around a text that keeps its own", async () => {
    await hand.read("/sections");
    assert.deepEqual(await hand.run(() => [document.documentElement.lang.slice(0, 2), document.documentElement.dir]), ["ar", "rtl"]);
    assert.deepEqual(await texts(hand, "#related-label"), ["في هذه الصفحة أيضًا"]);
    assert.ok(await hand.run(() => (document.querySelector("#close")?.getBoundingClientRect().left ?? 0) > window.innerWidth / 2), "the way out stands at the start of the line");
    assert.equal(await hand.run(() => getComputedStyle(/** @type {Element} */ (document.querySelector(".stage .body p"))).direction), "ltr");
    assert.deepEqual(await objections(hand), []);
    await hand.press("#open-settings");
    assert.equal(await isSeen(hand, "#settings"), true);
    const { left, right } = await hand.run(() => document.querySelector("#settings")?.getBoundingClientRect().toJSON());
    assert.ok(left >= 0 && right < 700, "the panel opens below its button");
  });
}

/** Where the sites that are asked for are refused. @param {Hand} hand @param {() => Promise<unknown>} refuse says no, where the browser asks */
export function testRefusal(hand, refuse) {
  test("axe, a page that was refused, with a way to allow it", async () => {
    await hand.read("/sections");
    await choose(hand, "#read-address");
    await hand.enterTab("/reader.html");
    await wait(hand, () => document.activeElement?.id === "address-field");
    await hand.keys(..."127.0.0.1:1/voyage", "Enter");
    await refuse();
    await isThere(hand, "[role=alert] button");
    await assertIsClean(hand);
    await hand.leaveTab();
  });
}

// The text as a printer would set it, in each script by its own rules.
import assert from "node:assert/strict";
import { test } from "node:test";
import { THEMES } from "../../extension/settings.js";
import { painted } from "../../xtask/browser/launch.mjs";
import { SCRIPTS, measure } from "./typeset.mjs";
import { press, readInTab, withBrowser } from "./with-browser.mjs";

const world = withBrowser();

for (const [path, isSet, words] of SCRIPTS) {
  test(`${path.slice(1)}: ${words}`, async () => {
    const latin = await (await world.read("/plain")).evaluate(measure);
    const look = await (await world.read(path)).evaluate(measure);
    assert.ok(isSet(look, latin), JSON.stringify({ look, latin }));
  });
}

test("in a window of any width the link to the original has another fact beside it", async () => {
  const frame = await world.read("/pages/metadata--published-and-modified");
  for (let width = 320; width <= 1000; width += 20) {
    await world.page.setViewport({ width, height: 700 });
    await painted(frame);
    const facts = await frame.$$eval(".stage .facts :is(a, time, bdi)", (found) =>
      found.map((one) => ({ words: one.textContent, middle: one.getBoundingClientRect().top + one.getBoundingClientRect().height / 2 })),
    );
    const link = facts.find(({ words }) => words === "Original");
    const others = facts.filter((one) => one !== link);
    assert.ok(link && others.length > 2, "no fact is left out");
    assert.ok(others.some(({ middle }) => Math.abs(middle - link.middle) < 4), `alone at ${width}`);
  }
});

/** The darkest channel of each picture's ground, of 255. To be run in the reader. */
const grounds = () => [...document.querySelectorAll(".stage .body img")].map((one) => Math.min(...(getComputedStyle(one).backgroundColor.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)));
/** From there on black is read with ease: 7 to 1. */
const LIGHT = 160;

test("a sign drawn in black on nothing is seen in the system's own colours", async () => {
  const tab = await readInTab(world, "/evicting-workshop");
  const features = [["forced-colors", "active"], ["prefers-color-scheme", "dark"]].map(([name, value]) => ({ name, value }));
  await (await tab.createCDPSession()).send("Emulation.setEmulatedMedia", { features });
  const found = await tab.evaluate(grounds);
  assert.equal(found.length, 2);
  assert.ok(Math.min(...found) > LIGHT, `${found}`);
});

test("a sign drawn in black on nothing is seen in every theme", async () => {
  const frame = await world.read("/workshop");
  for (const theme of THEMES) {
    await frame.evaluate((theme) => void (document.documentElement.dataset.theme = theme), theme);
    for (const scheme of ["light", "dark"]) {
      await world.page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await painted(frame);
      const found = await frame.evaluate(grounds);
      assert.equal(found.length, 2);
      assert.ok(Math.min(...found) > LIGHT, `${theme}, ${scheme}: ${found}`);
    }
  }
});

test("a picture no larger than a stamp stays as sharp as it is", async () => {
  const frame = await world.read("/workshop");
  const { width } = await frame.$eval(".stage figure img", (one) => one.getBoundingClientRect().toJSON());
  assert.ok(width <= 120, `${width}`);
});

test("an upright picture stands without bars beside it, and is seen whole", async () => {
  const frame = await world.read("/tall-and-wide");
  const { width, height } = await frame.$eval(".stage img[src*=tower]", (one) => one.getBoundingClientRect().toJSON());
  assert.ok(Math.abs(height / width - 3) < 0.05 && height < 900, `${width} × ${height}`);
});

test("of rules with nothing between one is seen, and an item that is a list has no mark of its own", async () => {
  const frame = await world.read("/leftovers");
  const rules = await frame.$$eval(".stage hr", (found) => found.map((one) => one.checkVisibility()));
  assert.deepEqual(rules, [true, false, false]);
  const marks = await frame.$$eval(".stage ul > li", (found) => found.map((one) => getComputedStyle(one).listStyleType));
  assert.deepEqual(marks, ["disc", "none"]);
});

test("a video's still does not look like any picture", async () => {
  const frame = await world.read("/leftovers");
  const { sign, isSeen } = await frame.$eval("[data-embed=video] a", (one) => {
    const { content, position } = getComputedStyle(one, "::after");
    return { sign: `${content} ${position}`, isSeen: one.querySelector("img")?.checkVisibility() };
  });
  assert.equal(isSeen, true);
  assert.match(sign, /▶.* absolute/);
});

test("a formula within a line makes the page no wider", async () => {
  const frame = await world.read("/tall-and-wide");
  await world.page.setViewport({ width: 360, height: 700 });
  await painted(frame);
  const [page, wide, room] = await frame.$eval(".stage math", (one) => [document.documentElement.scrollWidth, one.scrollWidth, one.clientWidth]);
  assert.equal(page, 360);
  assert.ok(wide > room && room > 300, `${wide}, ${room}`);
});

test("a heading that leads to itself looks like a heading", async () => {
  const frame = await world.read("/pages/docs--headings-that-lead-to-themselves");
  const [heading, link] = await frame.$eval(".stage .body :is(h2, h3) > a", (one) =>
    [one.parentElement ?? one, one].map((part) => `${getComputedStyle(part).color} ${getComputedStyle(part).textDecorationLine}`),
  );
  assert.equal(link, heading);
});

test("a note stands in a box of its own, its label in bold", async () => {
  const frame = await world.read("/pages/docs--notes-and-warnings?1");
  const notes = await frame.$$eval(".stage .body aside", (found) =>
    found.map((one) => ({ edge: parseFloat(getComputedStyle(one).borderInlineStartWidth), label: Number(getComputedStyle(one.firstElementChild ?? one).fontWeight) })),
  );
  assert.deepEqual(notes, [{ edge: 4, label: 700 }, { edge: 4, label: 400 }, { edge: 4, label: 700 }]);
});

test("in a thread a line stands over each post but the first, and who wrote it is smaller than the text", async () => {
  const frame = await world.read("/pages/forum--who-and-when");
  const lines = await frame.$$eval(".stage .body [data-block]", (found) =>
    found.filter((one) => getComputedStyle(one).borderTopStyle === "solid").map((one) => one.textContent),
  );
  assert.deepEqual(lines, ["rowan_k", "Marlow Pike", "ebb+flow"]);
  const sizes = await frame.$$eval(".stage .body [data-block]", (found) => found.slice(0, 3).map((one) => parseFloat(getComputedStyle(one).fontSize)));
  assert.ok(sizes[1] < sizes[0] || sizes[2] < sizes[0], `${sizes}`);
});

test("code that is too wide for the text has the margin, as far as there is one", async () => {
  const frame = await world.read("/pages/docs--code-and-lists");
  await frame.$eval(".stage .body > pre code", (code) => code.append("\n", "x".repeat(400)));
  for (const [width, isWide] of /** @type {[number, boolean][]} */ ([[1280, true], [800, false], [390, false]])) {
    await world.page.setViewport({ width, height: 700 });
    await painted(frame);
    const [code, text, page] = await frame.$eval(".stage .body > pre", (one) => [one.getBoundingClientRect().right, one.parentElement?.getBoundingClientRect().right ?? 0, document.documentElement.clientWidth]);
    assert.equal(code > text + 100, isWide, `${width}: ${code}, ${text}`);
    assert.ok(code <= page - 10, `${width}: ${code} of ${page}`);
    await frame.hover(".stage .body > pre");
    if (isWide) assert.ok((await frame.$eval(".eraser", (one) => one.getBoundingClientRect().left)) >= code, `${width}: the button that removes it lies on it`);
    assert.ok(await frame.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${width}`);
  }
});

test("code runs from left to right in a text that runs from right to left", async () => {
  const frame = await world.read("/workshop-from-right");
  const found = await frame.$$eval(".stage .body code", (all) =>
    all.map((code) => {
      const text = /** @type {Text} */ (code.firstChild);
      const [first, last] = [0, text.data.trimEnd().length - 1].map((at) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().left;
      });
      return { text: text.data.slice(0, 6), leads: getComputedStyle(code.closest("p") ?? document.documentElement).direction, isForward: last > first };
    }),
  );
  assert.deepEqual(found, [{ text: "tide_t", leads: "rtl", isForward: true }, { text: "splice", leads: "ltr", isForward: true }]);
});

test("facts in another language than the article have their dots before them, on the article's side", async () => {
  const frame = await world.read("/from-right");
  const sides = await frame.$$eval(".stage .facts > *", (found) => found.map((one) => parseFloat(getComputedStyle(one, "::before").right)));
  assert.ok(sides.length > 1 && sides.every((right) => right < 0), `${sides}`);
});

test("lists of the interface keep their side, and the order of words from right to left", async () => {
  const frame = await world.read("/sections");
  await press(frame, "#open-contents");
  await frame.$eval("[data-offprint=removed]", (list) => [list, ...list.querySelectorAll("details")].forEach((one) => void (/** @type {HTMLDetailsElement} */ (one).open = true)));
  for (const part of [".contents button", ".reason li p"]) {
    const [side, isBackward] = await frame.$eval(part, (one) => {
      one.replaceChildren("مكتبة JavaScript (تحديث)");
      const edge = (/** @type {number} */ at) => {
        const range = document.createRange();
        range.setStart(/** @type {Text} */ (one.firstChild), at);
        range.setEnd(/** @type {Text} */ (one.firstChild), at + 1);
        return range.getBoundingClientRect().left - one.getBoundingClientRect().left - parseFloat(getComputedStyle(one).paddingLeft);
      };
      return [edge(23), edge(23) < edge(0)];
    });
    assert.ok(isBackward && Number(side) < 10, `${part}: ${side}, ${isBackward}`);
  }
});

test("the line under linked code leaves its underscores to be seen", async () => {
  const frame = await world.read("/workshop");
  const [code, words] = await frame.$$eval(".stage .body p a[href$=ropes]", (found) => found.map((one) => parseFloat(getComputedStyle(one).textUnderlineOffset)));
  assert.ok(code > 1.5 * words, `${code}, ${words}`);
});

test("no line begins with the mark of a note", async () => {
  const frame = await world.read("/workshop");
  for (let width = 320; width <= 700; width += 7) {
    await world.page.setViewport({ width, height: 700 });
    await painted(frame);
    // The word before it, and the mark.
    const [word, mark] = await frame.$eval(".stage .body sup", (sup) => {
      let text = sup.previousSibling;
      // Places that links lead to stand between.
      while (text && !(text instanceof Text)) text = text.previousSibling;
      if (!text) throw new Error("no word before it");
      const range = document.createRange();
      range.setStart(text, text.data.trimEnd().length - 1);
      range.setEnd(text, text.data.trimEnd().length);
      return [range.getBoundingClientRect().bottom, sup.getBoundingClientRect().bottom];
    });
    assert.ok(Math.abs(word - mark) < 20, `at ${width}`);
  }
});

test("however far the code was moved, its button stands in its corner", async () => {
  const frame = await world.read("/workshop");
  const corner = () => frame.$eval(".stage pre", (pre) => pre.getBoundingClientRect().right - (pre.querySelector(".copy-code")?.getBoundingClientRect().right ?? 0));
  const before = await corner();
  await frame.$eval(".stage pre", (pre) => void (pre.scrollLeft = 300));
  await painted(frame);
  assert.ok(Math.abs((await corner()) - before) < 1, `${before}, ${await corner()}`);
});

test("a title of a card is not broken within its words, however large the text", async () => {
  const frame = await world.read("/plain");
  await world.page.setViewport({ width: 390, height: 844 });
  await frame.evaluate(() => document.documentElement.style.setProperty("--size", "2"));
  await painted(frame);
  const rooms = await frame.$$eval(".cards h2", (found) => found.map((one) => one.getBoundingClientRect().width / parseFloat(getComputedStyle(one).fontSize)));
  assert.ok(rooms.length > 2);
  // In the letters' own size: room for a long word.
  for (const room of rooms) assert.ok(room > 7.5, `${rooms}`);
});

test("what was brought back into a list is marked beside its number, not through it", async () => {
  const frame = await world.read("/workshop");
  const [bar, list] = await frame.evaluate(() => {
    const block = /** @type {HTMLElement} */ (document.querySelector(".stage li [data-block], .stage li[data-block]"));
    block.dataset.restored = "";
    return [block.getBoundingClientRect().left, block.closest("li")?.getBoundingClientRect().left ?? 0].map(Math.round);
  });
  const size = await frame.$eval(".stage .body", (one) => parseFloat(getComputedStyle(one).fontSize));
  assert.ok(list - bar > 1.4 * size, `${bar}, ${list}, ${size}`);
});

const LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

test("a heading of one long word is whole in the contents", async () => {
  const frame = await world.read("/sections");
  await world.page.setViewport({ width: 320, height: 700 });
  await press(frame, "#open-contents");
  const [wide, room] = await frame.evaluate((long) => {
    const panel = /** @type {Element} */ (document.querySelector("#contents"));
    panel.querySelector("button")?.replaceChildren(long);
    return [panel.scrollWidth, panel.clientWidth];
  }, LONG);
  assert.ok(wide <= room, `${wide}, ${room}`);
});

test("a title, a by-line and a name of one long word stay in the text's width", async () => {
  const frame = await world.read("/plain");
  await world.page.setViewport({ width: 320, height: 700 });
  await painted(frame);
  const over = await frame.evaluate((long) => {
    const parts = [...document.querySelectorAll(".stage > article > header > *")];
    for (const part of parts) part.textContent = long;
    const edge = document.querySelector(".stage")?.getBoundingClientRect().right ?? 0;
    return parts.map((part) => [part.localName, part.getBoundingClientRect().right - edge, part.scrollWidth - part.clientWidth]).filter(([, outside, inside]) => Number(outside) > 1 || Number(inside) > 1);
  }, LONG);
  assert.deepEqual(over, []);
});

/** CSS pixels of a line on a sheet of A4, whose margins are 2.7 cm each. */
const SHEET = 589;

test("on paper a wide table makes no text smaller, its caption stands above it, and what is folded is open", async () => {
  const tab = await readInTab(world, "/evicting-months");
  await tab.setViewport({ width: SHEET, height: 800 });
  await tab.emulateMediaType("print");
  const found = await tab.evaluate(() => {
    const rect = (/** @type {string} */ selector) => document.querySelector(`.stage .body ${selector}`)?.getBoundingClientRect() ?? new DOMRect();
    return {
      over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      caption: rect("caption").bottom - rect("thead").top,
      isOpen: document.querySelector(".stage .body details p")?.checkVisibility(),
    };
  });
  assert.ok(found.over <= 0 && found.caption <= 0 && found.isOpen, JSON.stringify(found));
});

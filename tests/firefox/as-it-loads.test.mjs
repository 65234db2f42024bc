// Sites that are always read, in Firefox: the text is there while the page still loads, and the page itself gets every byte.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../../xtask/browser/launch.mjs";
import { INVITATION, SENTENCES, TITLE } from "../e2e/pages.mjs";
import { withFirefox } from "./with-firefox.mjs";

const world = withFirefox();

const html = () => world.firefox.run(() => document.documentElement.outerHTML);

/** Whether the page's policy lets a script of its own markup run. */
const runsInline = () =>
  world.firefox.run(() => {
    const script = document.createElement("script");
    try {
      script.textContent = "document.documentElement.dataset.ran = ''";
    } catch {
      // The policy of this page lets not even the text be set.
      return false;
    }
    document.head.append(script);
    script.remove();
    const { ran } = document.documentElement.dataset;
    delete document.documentElement.dataset.ran;
    return ran !== undefined;
  });

/** As they are where no reader comes. @type {Record<string, string>} */
const pages = {};

/** The site is allowed, as a person does it. */
async function allowSite() {
  for (const path of ["/plain", "/strict"]) {
    await world.firefox.visit(world.origin + path);
    pages[path] = await html();
  }
  await world.askAlways();
  await world.allowAlways();
  await world.firefox.closeTab();
}

test("what is needed for it is asked for with the site, and not before", async () => {
  await allowSite();
  const { permissions } = await world.firefox.background(() => /** @type {any} */ (globalThis).chrome.permissions.getAll());
  for (const one of ["webRequest", "webRequestBlocking", "webRequestFilterResponse"]) assert.ok(permissions.includes(one), one);
  const { permissions: onInstall } = await world.firefox.background(async () => chrome.runtime.getManifest());
  assert.deepEqual(onInstall?.toSorted(), ["activeTab", "contextMenus", "scripting", "storage"]);
});

test("the reader shows the text of a page that has not ended, and Escape gives the page back", async () => {
  await world.readAsItComes("/never-ending", SENTENCES[0]);
  assert.equal(await world.firefox.run(() => document.querySelector("[data-offprint=reader]")?.getAttribute("data-state")), "reading");
  await world.firefox.leaveFrame();
  assert.equal(await world.firefox.run(() => document.readyState), "loading");
  await world.firefox.escape();
  await world.isGone();
  assert.equal(await world.firefox.run(() => document.documentElement.style.overflow), "");
});

test("what is taken back at the page's end leaves its room as long as it is in sight", async () => {
  const place = () =>
    world.firefox.run((words) => {
      const [shown, after] = words.map((/** @type {string} */ one) => [...document.querySelectorAll(".stage .body p")].find((other) => other.textContent?.includes(one)));
      return { isShown: shown !== undefined, top: after?.getBoundingClientRect().top ?? NaN };
    }, [INVITATION, SENTENCES[1]]);
  await world.readAsItComes("/inviting", SENTENCES[1]);
  const bring = () => world.firefox.run((/** @type {string} */ words) => [...document.querySelectorAll(".stage .body p")].find((one) => one.textContent?.includes(words))?.scrollIntoView({ block: "center", behavior: "instant" }), INVITATION);
  // Pictures and the style sheet are there by then, and what is in sight stays where it is.
  let before = { isShown: false, top: NaN };
  await until(async () => {
    await bring();
    const last = before.top;
    before = await place();
    return before.top === last && (await world.firefox.run(() => [...document.images].every((one) => one.complete)));
  });
  assert.ok(before.isShown);
  // Long enough for someone to have begun to read there.
  await new Promise((resolve) => setTimeout(resolve, 600));
  await world.comesToItsEnd();
  const after = await place();
  assert.ok(!after.isShown && Math.abs(after.top - before.top) < 1, JSON.stringify([before, after]));
  // It is behind the reader by then.
  await world.firefox.run(() => window.scrollTo({ top: document.body.scrollHeight, behavior: "instant" }));
  await until(() => world.firefox.run(() => document.querySelector(".gap") === null));
  await world.firefox.escape();
  await world.isGone();
});

for (const path of ["/plain", "/strict"]) {
  test(`${path} is read from what the server sent, and the page has all of it, with its policy`, async () => {
    await world.firefox.visit(world.origin + path);
    await world.firefox.enterReader();
    assert.deepEqual(await world.texts(".stage h1"), [TITLE]);
    const [text] = await world.texts(".stage .body");
    for (const sentence of SENTENCES) assert.ok(text.includes(sentence), `missing: ${sentence}`);
    await world.firefox.leaveFrame();
    await world.firefox.run(() => window.focus());
    await world.firefox.enterReader();
    await world.firefox.escape();
    await world.isGone();
    assert.ok((await html()) === pages[path], "the page's markup changed");
    assert.equal(await runsInline(), path === "/plain");
  });
}

test("a page that its script draws is read once it is drawn", async () => {
  await world.firefox.visit(`${world.origin}/application`);
  await until(async () => {
    await world.firefox.enterReader();
    return (await world.texts(".stage h1"))[0] === TITLE;
  });
  await world.firefox.leaveFrame();
  await until(() => world.firefox.run(() => document.documentElement.style.overflow === "hidden"));
});

test("neither a site's first page nor one without a text opens the reader", async () => {
  for (const path of ["/", "/empty"]) {
    await world.firefox.visit(world.origin + path);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    assert.equal(await world.firefox.frames(), 0, path);
  }
});

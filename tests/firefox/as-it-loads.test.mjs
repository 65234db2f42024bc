// Sites that are always read, in Firefox: the text is there while the page still loads, and the page itself gets every byte.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../../xtask/browser/launch.mjs";
import { SENTENCES, TITLE } from "../e2e/pages.mjs";
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
  // Going there would wait for its end, which does not come.
  await world.firefox.run((url) => void setTimeout(() => location.assign(url)), `${world.origin}/never-ending`);
  await until(async () => {
    await world.firefox.leaveFrame();
    if (!(await world.firefox.run(() => location.pathname === "/never-ending" && document.documentElement.style.overflow === "hidden"))) return false;
    await world.firefox.marionette.send("WebDriver:SwitchToFrame", { id: (await world.firefox.frames()) - 1 });
    return (await world.texts(".stage .body"))[0]?.includes(SENTENCES[0]);
  });
  assert.equal(await world.firefox.run(() => document.querySelector("[data-offprint=reader]")?.getAttribute("data-state")), "reading");
  await world.firefox.leaveFrame();
  assert.equal(await world.firefox.run(() => document.readyState), "loading");
  await world.firefox.escape();
  await world.isGone();
  assert.equal(await world.firefox.run(() => document.documentElement.style.overflow), "");
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

// Whom the extension listens to: its own parts for messages, a person for everything else.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { click, until, workerOf } from "../../xtask/browser/launch.mjs";
import { scratch } from "../../xtask/browser/scratch.mjs";
import { press, texts, withBrowser } from "./with-browser.mjs";

/** @typedef {import("puppeteer-core").Frame} Frame */

const world = withBrowser();

const TOKEN = "00000000-0000-0000-0000-000000000000";
const URL_OF_ANOTHER = "https://elsewhere.example/story";

/** One of each kind that the background knows, well formed. @type {Record<string, unknown>[]} */
const REQUESTS = [
  { type: "open" },
  { type: "address" },
  { type: "token" },
  { type: "tab" },
  { type: "link", token: TOKEN },
  { type: "tab-ready", token: TOKEN },
  { type: "place", url: URL_OF_ANOTHER },
  { type: "keep-place", url: URL_OF_ANOTHER, key: "7" },
  { type: "may-fetch", url: URL_OF_ANOTHER },
  { type: "read", url: URL_OF_ANOTHER },
  { type: "is-always", url: URL_OF_ANOTHER },
  { type: "always", url: URL_OF_ANOTHER, isOn: true },
  { type: "sites", url: URL_OF_ANOTHER },
];

/** What is no request: of an unknown kind, or of a known one in a wrong form. @type {unknown[]} */
const NONSENSE = [
  ...[null, 7, "open", [], ["open"], {}, { type: null }, { type: ["open"] }, { type: "Open" }, { type: "close" }, { type: "connect", token: TOKEN }, { type: "__proto__" }],
  ...REQUESTS.filter((request) => "token" in request).flatMap(({ type }) => [{ type }, { type, token: 7 }, { type, token: `${TOKEN}0` }, { type, token: [TOKEN] }]),
  ...REQUESTS.filter((request) => "url" in request && request.type !== "sites").map(({ type }) => ({ type })),
  ...REQUESTS.filter((request) => "url" in request).flatMap((request) => [{ ...request, url: "" }, { ...request, url: "no address" }, { ...request, url: [URL_OF_ANOTHER] }, { ...request, url: 7 }]),
  ...[{ type: "keep-place", url: URL_OF_ANOTHER }, { type: "keep-place", url: URL_OF_ANOTHER, key: 7 }, { type: "always", url: URL_OF_ANOTHER }, { type: "always", url: URL_OF_ANOTHER, isOn: "true" }],
];

const background = () => workerOf(world.browser, world.extension);

/** All that a message can change. */
const state = async () =>
  (await background()).evaluate(async () => {
    const tabs = await chrome.tabs.query({});
    const kept = await Promise.all([chrome.storage.local.get(), chrome.storage.sync.get(), chrome.storage.session.get(), chrome.scripting.getRegisteredContentScripts()]);
    return JSON.stringify([tabs.map(({ id }) => id), ...kept]);
  });

test("the background takes no message that it does not know, from its own parts neither", async () => {
  const frame = await world.read("/plain");
  const before = await state();
  const answers = await frame.evaluate((messages) => Promise.all(messages.map((one) => chrome.runtime.sendMessage(one))), NONSENSE);
  assert.deepEqual(answers.filter((answer) => answer !== undefined && answer !== null), []);
  assert.equal(await state(), before);
  assert.equal(await frame.evaluate((url) => chrome.runtime.sendMessage({ type: "may-fetch", url }), URL_OF_ANOTHER), false, "what it knows, it answers");
});

test("nor one from another sender", async () => {
  await world.read("/plain");
  const before = await state();
  const worker = await background();
  /** Whether the background means to answer. @param {unknown[]} messages @param {object} sender */
  const heard = (messages, sender) =>
    worker.evaluate(
      (messages, sender) => {
        const { onMessage } = /** @type {any} */ (chrome.runtime);
        return messages.map((message) => onMessage.dispatch(message, sender, () => {})?.results?.includes(true) === true);
      },
      messages,
      sender,
    );
  const [{ id }] = await worker.evaluate(() => chrome.tabs.query({ active: true, currentWindow: true }));
  const tab = { id };
  for (const sender of [{}, { id: "a".repeat(32), tab }, { tab }, { id: world.extension }, { id: world.extension, tab: {} }]) {
    assert.deepEqual([...new Set(await heard(REQUESTS, sender))], [false], JSON.stringify(sender));
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal(await state(), before);
  assert.deepEqual(await heard([{ type: "place", url: URL_OF_ANOTHER }], { id: world.extension, tab }), [true], "the one that is right");
});

test("nor one of another extension, nor a port", async () => {
  const folder = scratch("other");
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ manifest_version: 3, name: "Other", version: "1", background: { service_worker: "quiet.js" } }));
  writeFileSync(join(folder, "quiet.js"), "");
  const other = await world.browser.installExtension(folder);
  const worker = await workerOf(world.browser, other);
  await world.read("/plain");
  const before = await state();
  const answers = await worker.evaluate(
    (id, messages) => Promise.all(messages.map((one) => chrome.runtime.sendMessage(id, one).then((answer) => answer ?? "nothing", () => "no such"))),
    world.extension,
    REQUESTS,
  );
  assert.deepEqual([...new Set(answers)], ["no such"]);
  const isConnected = await worker.evaluate((id) => {
    const port = chrome.runtime.connect(id, { name: "page" });
    return new Promise((resolve) => {
      port.onDisconnect.addListener(() => resolve(false));
      setTimeout(() => resolve(true), 1000);
    });
  }, world.extension);
  assert.equal(isConnected, false);
  assert.equal(await state(), before);
});

test("the page's part connects when its own tab is there, and on no other word", async () => {
  await world.visit("/evicting");
  const worker = await background();
  // The tab that would be told never comes; the page's part waits for the word.
  await worker.evaluate(() => {
    const tabs = /** @type {any} */ (chrome.tabs);
    const { create } = tabs;
    tabs.create = async () => void (tabs.create = create);
  });
  await click(world.page, world.extension);
  await until(async () => worker.evaluate(async () => Object.keys(await chrome.storage.session.get()).some((key) => key.startsWith("source-"))));
  await until(async () => (await world.page.evaluate(() => document.querySelectorAll("dialog, iframe").length)) === 0);
  const [{ id }] = await worker.evaluate(() => chrome.tabs.query({ active: true, currentWindow: true }));
  const options = await world.browser.newPage();
  await options.goto(`chrome-extension://${world.extension}/options.html`);
  await options.evaluate(() => {
    const page = /** @type {any} */ (window);
    page.ports = [];
    chrome.runtime.onConnect.addListener(({ name }) => void page.ports.push(name));
  });
  const tell = (/** @type {any} */ id, /** @type {unknown} */ message) => void chrome.tabs.sendMessage(id, message).catch(() => {});
  const token = await worker.evaluate(async (id) => Object.entries(await chrome.storage.session.get()).find(([key, tab]) => key.startsWith("source-") && tab === id)?.[0].slice("source-".length), id);
  const ports = () => options.evaluate(() => /** @type {any} */ (window).ports);
  for (const wrong of [null, "connect", { type: "connect" }, { type: "connect", token: 7 }, { type: "connect", token: TOKEN }, { type: "page", token }]) await worker.evaluate(tell, id, wrong);
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.deepEqual(await ports(), []);
  await worker.evaluate(tell, id, { type: "connect", token });
  await until(async () => (await ports()).length > 0);
  assert.deepEqual(await ports(), [token]);
});

test("a reader in a tab takes its page from the one that opened it, and from no other port", async () => {
  await world.visit("/evicting");
  await click(world.page, world.extension);
  const target = await world.browser.waitForTarget((one) => one.type() === "page" && one.url().includes("reader.html"));
  const tab = await target.asPage();
  await tab.waitForSelector("[data-offprint=reader][data-state=done]");
  const before = await texts(tab.mainFrame(), ".stage");
  const options = await world.browser.newPage();
  await options.goto(`chrome-extension://${world.extension}/options.html`);
  await options.evaluate(() => {
    for (const name of ["", "page", "00000000-0000-0000-0000-000000000000"]) {
      const port = chrome.runtime.connect({ name });
      port.postMessage({ type: "page", url: "https://elsewhere.example/", title: "Another" });
      port.postMessage({ type: "text", text: "<h1>Another</h1><p>This text is nobody's.</p>" });
      port.postMessage({ type: "end" });
    }
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.deepEqual(await texts(tab.mainFrame(), ".stage"), before);
  assert.notEqual(await tab.title(), "Another");
});

/**
 * Sends the events that a script can make to every control of a page of the extension, each as if a person had used it.
 * What a browser itself does on a click that a script made, such as opening a panel, is held off: only what the page's own code does is left.
 * @returns {{ controls: string[], acted: string[] }} what was tried, and what made a difference
 */
function useAll() {
  const { body } = document;
  addEventListener("click", (event) => event.isTrusted || event.preventDefault());
  addEventListener("submit", (event) => event.isTrusted || event.preventDefault());
  const look = () => JSON.stringify([document.documentElement.outerHTML, [...document.querySelectorAll("[popover]:popover-open, dialog[open]")].map(({ id }) => id), history.length, location.href]);
  const controls = [...document.querySelectorAll("button, input, select, textarea, a[href], summary, label, form, [tabindex], [popover], [data-block], figure img, main, main > *")];
  const name = (/** @type {Element} */ one) => `${one.localName}#${one.id}.${one.className} ${(one.getAttribute("aria-label") ?? one.textContent ?? "").trim().slice(0, 30)}`;
  /** @type {string[]} */
  const acted = [];
  const pointers = ["pointerover", "pointermove", "pointerdown", "mousedown", "pointerup", "mouseup", "click", "dblclick", "contextmenu"];
  const keys = ["Enter", " ", "Escape", "Delete", "Backspace", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageDown", "PageUp", "Home", "End", ..."abcdefghijklmnopqrstuvwxyz0123456789+-?/[]"];
  /** @param {Element} one @param {() => void} act */
  const attempt = (one, act) => {
    const before = look();
    act();
    if (look() !== before) acted.push(name(one));
  };
  for (const one of controls) {
    const how = { bubbles: true, cancelable: true, composed: true };
    attempt(one, () => {
      for (const type of pointers) one.dispatchEvent(type.startsWith("pointer") ? new PointerEvent(type, how) : new MouseEvent(type, how));
    });
    attempt(one, () => {
      for (const key of keys.slice(0, 5)) for (const type of ["keydown", "keyup"]) one.dispatchEvent(new KeyboardEvent(type, { ...how, key }));
    });
    attempt(one, () => {
      const input = /** @type {HTMLInputElement} */ (one);
      const { value, checked } = input;
      if (one instanceof HTMLSelectElement) one.selectedIndex = (one.selectedIndex + 1) % one.length;
      else if (input.type === "checkbox" || input.type === "radio") input.checked = !checked;
      else if (input.type === "range") input.stepUp();
      for (const type of ["beforeinput", "input", "change", "submit", "beforetoggle", "toggle", "cancel"]) one.dispatchEvent(new Event(type, how));
      if (input.value !== value) input.value = value;
      if (input.checked !== checked) input.checked = checked;
    });
  }
  for (const key of keys) {
    for (const held of [{}, { ctrlKey: true }, { altKey: true }, { shiftKey: true }, { metaKey: true }]) {
      attempt(body, () => body.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, composed: true, key, ...held })));
    }
  }
  return { controls: controls.map(name), acted };
}

/** @param {Frame} frame @param {number} least */
async function assertScriptsUseNothing(frame, least) {
  const before = await state();
  const { controls, acted } = await frame.evaluate(useAll);
  assert.ok(controls.length >= least, `${controls.length} controls`);
  assert.deepEqual([...new Set(acted)], []);
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(await state(), before, "nothing was kept, and no tab opened");
}

test("scripts cannot use any control of the reader", async () => {
  const frame = await world.read("/plain");
  await press(frame, "#open-more");
  await press(frame, "#read-aloud").catch(() => {});
  await assertScriptsUseNothing(frame, 60);
  assert.ok(world.page.frames().includes(frame), "nor close it");
});

test("nor of the settings", async () => {
  const page = await world.browser.newPage();
  await page.goto(`chrome-extension://${world.extension}/options.html`);
  await page.waitForSelector("button");
  await assertScriptsUseNothing(page.mainFrame(), 5);
});

test("nor of what it draws into the page", async () => {
  const frame = await world.read("/plain");
  await press(frame, "#open-more");
  await press(frame, "#plain");
  await until(async () => world.page.evaluate(() => document.querySelector(".offprint-plain button") !== null));
  const { acted } = await world.page.evaluate(useAll);
  assert.deepEqual(acted, []);
  assert.ok(await world.page.evaluate(() => document.querySelector(".offprint-plain button") !== null), "it is still there");
});

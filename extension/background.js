// Opens the reader on a click, and vouches for it: a page that embeds the reader by itself gets no token.
import { setUpContextMenus } from "./context-menus.js";
import { declutter } from "./declutter.js";
import { canFetch, originOf } from "./fetch-page.js";
import { listen, setUpAsItLoads } from "./as-it-loads.js";
import { keepPlace, placeIn } from "./places.js";
import { parseRequest } from "./protocol.js";
import { allow, isAlways, revoke, setUpSites } from "./sites.js";

/** Right after the click Chromium may still refuse the page; measured: gone within a few tries. */
const TRIES = 5;
const PAUSE_MS = 40;

chrome.action.onClicked.addListener((tab) => {
  if (tab.id !== undefined) void openReader(tab.id);
});

setUpContextMenus({
  readPage: (tabId) => void openReader(tabId),
  readLink: (url, from) => void openLink(url, from),
  readAddress: (from) => void openAddress(from),
  declutterPage: (tab) => void declutter(tab, listen),
});

setUpSites();

setUpAsItLoads();

/** The page's script opens the reader, or closes the one that is open. @param {number} tabId */
async function openReader(tabId) {
  for (let tries = 1; ; tries += 1) {
    try {
      await chrome.scripting.executeScript({ target: { tabId }, files: ["snapshot.js", "picker.js", "plain.js", "content.js"], injectImmediately: true });
      return;
    } catch (error) {
      if (tries === TRIES) return refuse(tabId, error);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** Browser pages and stores let no extension in; the button says so. @param {number} tabId @param {unknown} error */
async function refuse(tabId, error) {
  console.warn("offprint: this page lets no extension in:", error);
  await chrome.action.setTitle({ tabId, title: chrome.i18n.getMessage("refused") });
  await chrome.action.setBadgeText({ tabId, text: "!" });
}

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  const request = parseRequest(message);
  const tabId = sender.tab?.id;
  if (sender.id !== chrome.runtime.id || !request || tabId === undefined) return false;
  // In Firefox and Chromium alike, `true` keeps the channel open for an answer that comes later.
  void answer(request, tabId).then(respond, () => respond(null));
  return true;
});

/** @param {import("./protocol.js").Request} request @param {number} tabId */
async function answer(request, tabId) {
  switch (request.type) {
    case "open":
      return newToken(tabId);
    case "address":
      return openAddress(tabId);
    case "options":
      return chrome.runtime.openOptionsPage();
    case "claim":
      return (await tokenOf(tabId)) === request.token;
    case "tab":
      return openTab(tabId);
    case "link":
      return linkOf(request.token);
    case "tab-ready":
      return connectTab(request.token);
    case "place":
      return placeIn(request.url);
    case "keep-place":
      return keepPlace(request.url, request.key);
    case "may-fetch":
      return canFetch(request.url);
    case "read":
      return openLink(request.url, tabId);
    case "is-always":
      return isAlways(request.url);
    case "always":
      return request.isOn ? allow(request.url) : revoke(originOf(request.url));
    case "sites":
      return openBeside(`sites.html#${encodeURIComponent(request.url ?? "")}`, tabId);
  }
}

/** Kept in the session's storage, since the worker may end at any time. @param {number} tabId */
async function newToken(tabId) {
  const token = crypto.randomUUID();
  await chrome.storage.session.set({ [`token-${tabId}`]: token });
  return token;
}

/** @param {number} tabId */
async function tokenOf(tabId) {
  const key = `token-${tabId}`;
  return (await chrome.storage.session.get(key))[key];
}

/** The last resort where a page keeps the reader out: a tab beside it. @param {number} tabId */
async function openTab(tabId) {
  const token = await newToken(tabId);
  await chrome.storage.session.set({ [`source-${token}`]: tabId });
  await openBeside(`reader.html#${token}`, tabId);
  return token;
}

/** A page of the extension in a tab of its own. Firefox for Android does not know which tab opened another, and takes no such word. @param {string} url @param {number | undefined} from */
async function openBeside(url, from) {
  try {
    await chrome.tabs.create({ url, openerTabId: from });
  } catch {
    await chrome.tabs.create({ url });
  }
}

/** A link in a tab of its own. @param {string} url @param {number | undefined} from */
async function openLink(url, from) {
  const token = crypto.randomUUID();
  await chrome.storage.session.set({ [`link-${token}`]: url });
  await openBeside(`reader.html#${token}`, from);
}

/** A tab that asks for an address. @param {number | undefined} from */
const openAddress = (from) => openBeside("reader.html", from);

/** What a tab was opened to fetch; told once. @param {string} token */
async function linkOf(token) {
  const key = `link-${token}`;
  const url = (await chrome.storage.session.get(key))[key];
  await chrome.storage.session.remove(key);
  return typeof url === "string" ? url : undefined;
}

/** The new tab listens; its page may speak now. @param {string} token */
async function connectTab(token) {
  const key = `source-${token}`;
  const source = (await chrome.storage.session.get(key))[key];
  await chrome.storage.session.remove(key);
  if (typeof source === "number") await chrome.tabs.sendMessage(source, { type: "connect", token });
  return typeof source === "number";
}

chrome.tabs.onRemoved.addListener((tabId) => void chrome.storage.session.remove(`token-${tabId}`));

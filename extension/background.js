// Opens the reader on a click, or from the browser's menu, and vouches for it: a page that embeds the reader by itself gets no token.
import { listen, setUpAsItLoads } from "./as-it-loads.js";
import { canDeclutter, declutter } from "./declutter.js";
import { canFetch, mayFetch, originOf } from "./fetch-page.js";
import { keepPlace, placeIn } from "./places.js";
import { parseRequest } from "./protocol.js";
import { SCRIPTS, allow, isAlways, revoke, setUpSites } from "./sites.js";

/** Right after the click Chromium may still refuse the page; measured: gone within a few tries. */
const TRIES = 5;
const PAUSE_MS = 40;

chrome.action.onClicked.addListener((tab) => {
  if (tab.id !== undefined) void openReader(tab.id);
});

setUpContextMenus();

setUpSites();

setUpAsItLoads();

/** The entries of the browser's own menu: this page, a link, or an address in the reader; in Firefox this page without its adverts. */
function setUpContextMenus() {
  // Firefox for Android has no such menu.
  if (!chrome.contextMenus) return;
  chrome.runtime.onInstalled.addListener(() => {
    chrome.contextMenus.removeAll(() => {
      chrome.contextMenus.create({ id: "page", contexts: ["page"], title: chrome.i18n.getMessage("action") });
      chrome.contextMenus.create({ id: "link", contexts: ["link"], title: chrome.i18n.getMessage("readLink"), targetUrlPatterns: ["*://*/*"] });
      chrome.contextMenus.create({ id: "address", contexts: ["action"], title: chrome.i18n.getMessage("readAddress") });
      if (canDeclutter) chrome.contextMenus.create({ id: "declutter", contexts: ["action"], title: chrome.i18n.getMessage("declutter") });
    });
  });
  chrome.contextMenus.onClicked.addListener(({ menuItemId, linkUrl }, tab) => {
    if (menuItemId === "page" && tab?.id !== undefined) void openReader(tab.id);
    if (menuItemId === "address") void openAddress(tab?.id);
    if (menuItemId === "declutter" && tab) void declutter(tab, listen);
    // Asked at once: a moment later the browser no longer takes it for what the person wants. The tab says what came of it.
    if (menuItemId === "link" && linkUrl) void mayFetch(linkUrl).then(() => openLink(linkUrl, tab?.id));
  });
}

/** The page's script opens the reader, or closes the one that is open. @param {number} tabId */
async function openReader(tabId) {
  for (let tries = 1; ; tries += 1) {
    try {
      await chrome.scripting.executeScript({ target: { tabId }, files: SCRIPTS, injectImmediately: true });
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
    case "token":
      return tokenOf(tabId);
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

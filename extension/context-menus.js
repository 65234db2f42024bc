// The entries of the browser's own menu: this page, a link, or an address in the reader; in Firefox this page without its adverts.
import { canDeclutter } from "./declutter.js";
import { mayFetch } from "./fetch-page.js";

/** @param {{ readPage: (tabId: number) => void, readLink: (url: string, from: number | undefined) => void, readAddress: (from: number | undefined) => void, declutterPage: (tab: chrome.tabs.Tab) => void }} acts */
export function setUpContextMenus({ readPage, readLink, readAddress, declutterPage }) {
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
    if (menuItemId === "page" && tab?.id !== undefined) readPage(tab.id);
    if (menuItemId === "address") readAddress(tab?.id);
    if (menuItemId === "declutter" && tab) declutterPage(tab);
    // Asked at once: a moment later the browser no longer takes it for what the person wants. The tab says what came of it.
    if (menuItemId === "link" && linkUrl) void mayFetch(linkUrl).then(() => readLink(linkUrl, tab?.id));
  });
}

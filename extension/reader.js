// The reader's frame, or its tab: takes a page from the one that opened it, and from nobody else.
import { askToken, isTab, link, ownToken, tabToken } from "./ahead.js";
import { ACCEPT, FetchError, canFetch, whole } from "./fetch-page.js";
import { PORT, parseBeside, parseFromPage, parseGreeting } from "./protocol.js";
import { loadChoices, loadStyle, onStyle, showChoices } from "./settings.js";
import { isTyping, onKey, onTrusted, part } from "./view/element.js";
import { Visits } from "./visits.js";
import { label, speech } from "./words.js";

/** @typedef {import("./aids.js").Aids} Aids */

const root = document.querySelector("main") ?? document.body;
/** What is done with a text that is there; loaded behind its first paragraph. @type {Promise<Aids> | undefined} */
let aids;
/** With the page beneath, where there is one. @type {import("./menu.js").Beneath | undefined} */
let beneath;
/** The browser's own way back, which leads out of the reader then. @type {(() => Promise<import("./way-back.js").WayBack>) | undefined} */
let wayBack;
const prepare = () => (aids ??= setUp());
const visits = new Visits(root, speech, {
  changed: () => void aids?.then(({ changed }) => changed()),
  prepare,
  done: () => void prepare().then(({ done }) => done()),
  copy: (text) => void prepare().then(({ copy }) => copy(text)),
  notice: (words) => void prepare().then(({ notice }) => notice.show(words)),
  say: (words) => part("said", HTMLElement).replaceChildren(words),
  edited: (edit) => void prepare().then(({ edited }) => edited(edit)),
});

onKey((event) => {
  if (isTyping(event) || event.key.toLowerCase() !== "z" || event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  // What was done last may be a mark, which is no step of the text's.
  void aids?.then(({ notice }) => notice.take(speech.say("undo")) || visits.reading?.view.undo());
});

label(speech);
const choices = loadChoices();
void choices.then(showChoices);
void loadStyle().then(showStyle);
onStyle(showStyle);
if (isTab) void listenInTab();
else listenAsFrame();

/** Of what a menu can do, the text has to be able to do its part. @returns {Promise<Aids>} */
async function setUp() {
  const [{ setUpAids }] = await Promise.all([import("./aids.js"), visits.reading?.view.prepare(), wayBack?.()]);
  return setUpAids(visits, speech, await choices, beneath);
}

/** Few have a style sheet of their own, and what looks through it is loaded for them alone. @param {string} style */
async function showStyle(style) {
  if (style || document.adoptedStyleSheets.length > 0) (await import("./own-style.js")).showStyle(style);
}

/** In a frame the page's script sends a token and a port; the background knows whether the token is this tab's. */
function listenAsFrame() {
  window.addEventListener("message", async (event) => {
    const greeting = parseGreeting(event.data);
    const port = event.ports[0];
    if (event.source !== window.parent || !greeting || !port) return;
    if (greeting.token !== (await ownToken) && greeting.token !== (await askToken())) return;
    wayBack = wayOut(greeting.isTouched, () => port.postMessage({ type: "close" }));
    const leave = () => void wayBack?.().then((way) => way.leave());
    const beside = besideOf(port);
    beneath = {
      pick: () => port.postMessage({ type: "pick" }),
      plain: (tree) => port.postMessage({ type: "plain", tree }),
      picture: beside.picture,
    };
    // Unstyled words are worse than none.
    await begin(leave);
    port.postMessage({ type: "claimed" });
    let isLoading = greeting.isLoading;
    let reading = visits.start(isLoading ? loadingProgress(port) : (progress) => port.postMessage(progress), beside.load);
    if (isLoading) readAsItLoads(reading, () => port.postMessage({ type: "unclear" }));
    port.onmessage = ({ data }) => {
      beside.take(data);
      if (data?.type === "leave") leave();
      if (data?.type === "there") port.postMessage({ type: "claimed" });
      const message = parseFromPage(data);
      if (message?.type === "page" && isLoading) {
        isLoading = false;
        reading = visits.restart((progress) => port.postMessage(progress), beside.load);
      } else if (message?.type === "page" && reading.hasBegun) reading = visits.start((progress) => port.postMessage(pickedProgress(progress)), beside.load);
      if (message) reading.take(message);
    };
  });
}

/** Takes the page from the background while it loads. @param {import("./reading.js").Reading} reading @param {() => void} fail where nothing comes from there */
function readAsItLoads(reading, fail) {
  const port = chrome.runtime.connect({ name: PORT });
  port.onMessage.addListener((data) => {
    const message = parseFromPage(data);
    if (message) reading.take(message);
  });
  port.onDisconnect.addListener(() => !reading.hasBegun && fail());
}

/** What the server sent may be no text yet: then the page is read anew once it has drawn itself. @param {MessagePort} port @returns {(progress: import("./reading.js").Progress) => void} */
function loadingProgress(port) {
  let isSteady = false;
  return (progress) => {
    isSteady ||= progress.type === "steady";
    const isUnclear = progress.type === "failed" || (progress.type === "done" && progress.confidence === "low");
    port.postMessage(isUnclear && !isSteady ? { type: "unclear" } : progress);
  };
}

/** Pages and pictures of the same site, had through the page's own script. @param {MessagePort} port */
function besideOf(port) {
  /** @type {Map<string, (page: import("./fetch-page.js").Fetched | undefined) => void>} */
  const asked = new Map();
  /** @param {string} url @param {string} accept @returns {Promise<import("./fetch-page.js").Fetched>} */
  const ask = (url, accept) =>
    new Promise((resolve, reject) => {
      asked.set(url, (page) => (page ? resolve(page) : reject(new FetchError("network", url))));
      port.postMessage({ type: "load", url, accept });
    });
  return {
    /** @param {string} url */
    load: (url) => ask(url, ACCEPT).then(whole),
    /** @param {string} url */
    picture: (url) => ask(url, "image/*").then(({ bytes, contentType }) => new Response(bytes, { headers: { "content-type": contentType } }).blob()),
    /** @param {unknown} data */
    take(data) {
      const answer = parseBeside(data);
      if (answer) asked.get(answer.asked)?.(answer.page);
    },
  };
}

/** A part without a text does not end the reader: it says so, and is where it was. @param {import("./reading.js").Progress} progress */
function pickedProgress(progress) {
  if (progress.type !== "failed") return progress;
  visits.giveUp();
  visits.tell.notice(speech.say("failed_no_article"));
  return { type: "shown" };
}

/** A step in the tab's history can wait until there is something to read, or to leave. @param {boolean} isTouched @param {() => void} close */
function wayOut(isTouched, close) {
  /** @type {Promise<import("./way-back.js").WayBack> | undefined} */
  let made;
  return () => (made ??= import("./way-back.js").then(({ WayBack }) => new WayBack(visits, close, isTouched)));
}

/** @param {() => void} close */
async function begin(close) {
  onTrusted(part("close", HTMLButtonElement), "click", close);
  onKey(({ key }) => {
    // An open panel takes the key for itself.
    if (key === "Escape" && !document.querySelector(":popover-open, dialog[open]")) close();
  });
  // Leaves are measured before anything is laid on them.
  if ((await choices).layout === "columns") await prepare();
}

/** A tab of its own was opened for a link, by a page's script that connects when it is told to, or by a person; or is loaded anew. */
async function listenInTab() {
  await begin(() => window.close());
  const { url, page } = (await link) ?? {};
  if (url) {
    await visits.fetch(url, canFetch(url), page);
    return void prepare();
  }
  if (tabToken && (await listenToPage(tabToken))) return;
  const { notice } = await prepare();
  const { askForAddress } = await import("./address.js");
  askForAddress(visits, speech, notice);
}

/** Whether the page that opened this tab is there still. @param {string} token @returns {Promise<boolean>} */
async function listenToPage(token) {
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== token || port.sender?.id !== chrome.runtime.id) return;
    const reading = visits.start((progress) => {
      if (progress.type !== "failed") return;
      visits.root.replaceChildren(speech.say(progress.code === "no-article" ? "failed_no_article" : "failed_error"));
      void prepare();
    });
    port.onMessage.addListener((data) => {
      const message = parseFromPage(data);
      if (message) reading.take(message);
    });
  });
  return (await chrome.runtime.sendMessage({ type: "tab-ready", token })) === true;
}

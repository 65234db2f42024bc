// The reader's frame, or its tab: takes a page from the one that opened it, and from nobody else.
import { parseBeside, parseFromPage, parseGreeting } from "./protocol.js";
import { FetchError } from "./fetch-page.js";
import { PORT } from "./port.js";
import { askForAddress } from "./address.js";
import { setUpAlways } from "./always.js";
import { setUpBand } from "./band.js";
import { goToBookmark, setUpBookmark } from "./bookmark.js";
import { copy } from "./clipboard.js";
import { loadCore } from "./core.js";
import { canFetch } from "./fetch-page.js";
import { setUpMenu } from "./menu.js";
import { Notice } from "./notice.js";
import { loadStyle, onStyle, showStyle } from "./own-style.js";
import { setUpPages } from "./pages.js";
import { setUpPlace } from "./place.js";
import { loadChoices, showChoices } from "./settings.js";
import { setUpSettings } from "./settings-panel.js";
import { setUpToolbar } from "./toolbar.js";
import { setUpTravel } from "./travel.js";
import { onKey, part } from "./trusted.js";
import { Visits } from "./visits.js";
import { WayBack } from "./way-back.js";
import { speech } from "./words.js";

const root = document.querySelector("main") ?? document.body;
const notice = new Notice(part("notice", HTMLElement));
const visits = new Visits(root, speech, {
  changed: () => {
    showTravel();
    showPlace();
  },
  done: () => {
    showPlace();
    void goToBookmark(visits);
  },
  copy,
  notice: (words) => notice.show(words),
  edited: ({ isShown }) => (isShown ? notice.hide() : notice.show(speech.say("partRemoved"), { words: speech.say("undo"), act: undo })),
});
const showTravel = setUpTravel(visits);
const showPlace = setUpPlace(visits);
setUpBookmark(visits);
setUpPages(visits, speech);
setUpBand(visits);
const tabToken = window.top === window ? location.hash.slice(1) : "";

onKey((event) => {
  if (event.key.toLowerCase() !== "z" || event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  undo();
});

void loadCore();
const choices = loadChoices();
void choices.then(showChoices);
void loadStyle().then(showStyle);
onStyle(showStyle);
if (tabToken) void listenAsTab(tabToken);
else if (window.top === window) void listenToPerson();
else listenAsFrame();

function undo() {
  visits.reading?.view.undo();
}

/** In a frame the page's script sends a token and a port; the background knows whether the token is this tab's. */
function listenAsFrame() {
  window.addEventListener("message", async (event) => {
    const greeting = parseGreeting(event.data);
    const port = event.ports[0];
    if (event.source !== window.parent || !greeting || !port) return;
    if ((await chrome.runtime.sendMessage({ type: "claim", token: greeting.token })) !== true) return;
    const wayBack = new WayBack(visits, () => port.postMessage({ type: "close" }));
    if (greeting.isTouched) wayBack.hold();
    // Unstyled words are worse than none.
    await setUp(() => wayBack.leave(), {
      pick: () => port.postMessage({ type: "pick" }),
      plain: (tree) => port.postMessage({ type: "plain", tree }),
    });
    port.postMessage({ type: "claimed" });
    const beside = besideOf(port);
    let isLoading = greeting.isLoading;
    let reading = visits.start(isLoading ? loadingProgress(port) : (progress) => port.postMessage(progress), beside.load);
    if (isLoading) readAsItLoads(reading, () => port.postMessage({ type: "unclear" }));
    port.onmessage = ({ data }) => {
      beside.take(data);
      if (data?.type === "leave") wayBack.leave();
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

/** Pages of the same site, had through the page's own script. @param {MessagePort} port */
function besideOf(port) {
  /** @type {Map<string, (page: import("./next-pages.js").Whole | undefined) => void>} */
  const asked = new Map();
  return {
    /** @param {string} url @returns {Promise<import("./next-pages.js").Whole>} */
    load: (url) =>
      new Promise((resolve, reject) => {
        asked.set(url, (page) => (page ? resolve(page) : reject(new FetchError("network", url))));
        port.postMessage({ type: "load", url });
      }),
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
  visits.step(-1);
  notice.show(speech.say("failed_no_article"));
  return { type: "shown" };
}

/** @param {() => void} close @param {import("./menu.js").Beneath} [beneath] */
async function setUp(close, beneath) {
  setUpToolbar(speech, close);
  setUpSettings(await choices, speech);
  setUpMenu(visits, speech, notice, beneath);
  setUpAlways(visits, speech, notice);
}

/** A tab of its own was opened without a page. */
async function listenToPerson() {
  await setUp(() => window.close());
  askForAddress(visits, speech, notice);
}

/** A tab of its own was opened for a link, or the page's script connects when it is told to. @param {string} token */
async function listenAsTab(token) {
  chrome.runtime.onConnect.addListener(async (port) => {
    if (port.name !== token || port.sender?.id !== chrome.runtime.id) return;
    const reading = visits.start((progress) => {
      if (progress.type === "failed") visits.root.replaceChildren(speech.say(progress.code === "no-article" ? "failed_no_article" : "failed_error"));
    });
    port.onMessage.addListener((data) => {
      const message = parseFromPage(data);
      if (message) reading.take(message);
    });
    await setUp(() => window.close());
  });
  const answer = await chrome.runtime.sendMessage({ type: "tab-ready", token });
  if (typeof answer !== "string") return;
  await setUp(() => window.close());
  void visits.fetch(answer, canFetch(answer));
}

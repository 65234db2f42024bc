// The reader's frame, or its tab: takes a page from the one that opened it, and from nobody else.
import { parseFromPage, parseGreeting } from "./protocol.js";
import { setUpAlways } from "./always.js";
import { goToBookmark, setUpBookmark } from "./bookmark.js";
import { copy } from "./clipboard.js";
import { loadCore } from "./core.js";
import { canFetch } from "./fetch-page.js";
import { setUpMenu } from "./menu.js";
import { Notice } from "./notice.js";
import { setUpPlace } from "./place.js";
import { loadChoices, showChoices } from "./settings.js";
import { setUpSettings } from "./settings-panel.js";
import { setUpToolbar } from "./toolbar.js";
import { setUpTravel } from "./travel.js";
import { onKey, part } from "./trusted.js";
import { Visits } from "./visits.js";
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
const tabToken = window.top === window ? location.hash.slice(1) : "";

onKey((event) => {
  if (event.key.toLowerCase() !== "z" || event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  undo();
});

void loadCore();
const choices = loadChoices();
void choices.then(showChoices);
if (tabToken) void listenAsTab(tabToken);
else listenAsFrame();

function undo() {
  visits.reading?.view.undo();
}

/** In a frame the page's script sends a token and a port; the background knows whether the token is this tab's. */
function listenAsFrame() {
  window.addEventListener("message", async (event) => {
    const token = parseGreeting(event.data);
    const port = event.ports[0];
    if (event.source !== window.parent || !token || !port) return;
    if ((await chrome.runtime.sendMessage({ type: "claim", token })) !== true) return;
    // Unstyled words are worse than none.
    await setUp(() => port.postMessage({ type: "close" }), () => port.postMessage({ type: "pick" }));
    port.postMessage({ type: "claimed" });
    let reading = visits.start((progress) => port.postMessage(progress));
    port.onmessage = ({ data }) => {
      const message = parseFromPage(data);
      if (message?.type === "page" && reading.hasBegun) reading = visits.start((progress) => port.postMessage(pickedProgress(progress)));
      if (message) reading.take(message);
    };
  });
}

/** A part without a text does not end the reader: it says so, and is where it was. @param {import("./reading.js").Progress} progress */
function pickedProgress(progress) {
  if (progress.type !== "failed") return progress;
  visits.step(-1);
  notice.show(speech.say("failed_no_article"));
  return { type: "shown" };
}

/** @param {() => void} close @param {() => void} [pick] */
async function setUp(close, pick) {
  setUpToolbar(speech, close);
  setUpSettings(await choices, speech);
  setUpMenu(visits, speech, notice, pick);
  setUpAlways(visits, speech, notice);
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

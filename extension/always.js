// The menu's entry that opens a site's pages in the reader by themselves, or no longer.
import { canAsk, mayFetch } from "./fetch-page.js";
import { onTrusted, part } from "./trusted.js";
import { isWeb } from "./view/markup.js";

/** @typedef {import("./visits.js").Visits} Visits @typedef {import("./view/speech.js").Speech} Speech @typedef {import("./notice.js").Notice} Notice */

/** @param {Visits} visits @param {Speech} speech @param {Notice} notice */
export function setUpAlways(visits, speech, notice) {
  const panel = part("more", HTMLElement);
  const entry = part("always", HTMLButtonElement);
  let isOn = false;
  const url = () => visits.reading?.url ?? "";
  const site = () => new URL(url()).hostname;

  onTrusted(panel, "beforetoggle", async () => {
    // In a private window nothing is kept, the site neither.
    entry.hidden = !isWeb(url()) || chrome.extension.inIncognitoContext;
    if (entry.hidden) return;
    isOn = (await chrome.runtime.sendMessage({ type: "is-always", url: url() })) === true;
    entry.textContent = speech.say(isOn ? "alwaysOff" : "alwaysOn", site());
  });
  onTrusted(entry, "click", () => {
    panel.hidePopover();
    void (isOn ? end() : begin());
  });
  onTrusted(part("sites", HTMLButtonElement), "click", () => {
    panel.hidePopover();
    void chrome.runtime.sendMessage({ type: "sites" });
  });

  async function begin() {
    const isAllowed = await mayFetch(url());
    if (isAllowed && (await chrome.runtime.sendMessage({ type: "always", url: url(), isOn: true }))) return notice.show(speech.say("alwaysSet", site()));
    if (canAsk) return notice.show(speech.say("fetchRefused", site()));
    await chrome.runtime.sendMessage({ type: "sites", url: url() });
  }

  async function end() {
    await chrome.runtime.sendMessage({ type: "always", url: url(), isOn: false });
    notice.show(speech.say("alwaysEnded", site()));
  }
}

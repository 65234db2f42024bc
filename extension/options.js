// The page of settings: all of them, what is remembered of sites and of pages, settings as a file.
import { loadMarks, replaceMarks } from "./kept-marks.js";
import { forgetSite, keptSites } from "./memory.js";
import { Notice } from "./notice.js";
import { sheetOf } from "./own-style.js";
import { FileError, keepEverything, loadEverything, parseFile, toFile } from "./settings-file.js";
import { DEFAULTS, MAX_LETTERS, keepStyle, loadChoices, loadStyle } from "./settings.js";
import { setUpSettings } from "./settings-panel.js";
import { save } from "./take/out.js";
import { element, onTrusted, part } from "./view/element.js";
import { sayCount } from "./view/speech.js";
import { label, speech } from "./words.js";

/** @typedef {import("./settings-file.js").Everything} Everything */

const notice = new Notice(part("notice", HTMLElement));
const style = part("style", HTMLTextAreaElement);
const file = part("file", HTMLInputElement);
const tell = (/** @type {string} */ words) => notice.show(words);

label(speech);
document.title = speech.say("options");
style.maxLength = MAX_LETTERS;
setUpSettings(await loadChoices(), speech);
await draw();

onTrusted(part("keep-style", HTMLButtonElement), "click", () => void takeStyle());
onTrusted(part("export", HTMLButtonElement), "click", () => void loadEverything().then((all) => save(new Blob([toFile(all)], { type: "application/json" }), "offprint-settings.json")));
onTrusted(part("import", HTMLButtonElement), "click", () => file.click());
onTrusted(file, "change", () => void takeFile());
onTrusted(part("reset-all", HTMLButtonElement), "click", () => void replace({ choices: DEFAULTS, sites: {}, style: "" }, speech.say("resetDone")));
chrome.storage.onChanged.addListener(() => void draw());
document.documentElement.dataset.state = "done";

/** What does not come from the panel of text and colours, which looks after itself. */
async function draw() {
  if (document.activeElement !== style) style.value = await loadStyle();
  const sites = Object.entries(await keptSites());
  part("sites", HTMLElement).replaceChildren(...(sites.length > 0 ? sites.map(([origin, kept]) => site(origin, kept)) : [element("li", {}, speech.say("keptNone"))]));
  part("marks", HTMLElement).replaceChildren(markedPages(await loadMarks()));
}

/** The articles of a page are named after it. @param {Awaited<ReturnType<typeof loadMarks>>} marks */
function markedPages(marks) {
  const { size } = new Set(Object.keys(marks).map((name) => name.split(" ")[0]));
  if (size === 0) return element("li", {}, speech.say("keptNone"));
  const forget = element("button", { type: "button" }, speech.say("forgetMarks"));
  onTrusted(forget, "click", async () => {
    await replaceMarks({});
    notice.show(speech.say("marksForgotten"), { words: speech.say("undo"), act: () => void replaceMarks(marks) });
  });
  return element("li", {}, element("bdi", {}, speech.say("markedPages", new Intl.NumberFormat(speech.locale).format(size))), forget);
}

/** @param {string} origin @param {import("./memory.js").Kept} kept */
function site(origin, { removed, restored }) {
  const name = new URL(origin).host;
  const count = new Intl.NumberFormat(speech.locale);
  const forget = element("button", { type: "button", "aria-label": `${speech.say("forget")}: ${name}` }, speech.say("forget"));
  onTrusted(forget, "click", () => void forgetSite(origin));
  return element("li", {}, element("bdi", {}, name), element("span", {}, speech.say("siteEdits", count.format(removed.length), count.format(restored.length))), forget);
}

async function takeStyle() {
  await keepStyle(style.value);
  const { left } = sheetOf(style.value);
  tell(left > 0 ? sayCount(speech, "styleLeft", left) : speech.say("saved"));
}

async function takeFile() {
  const [chosen] = file.files ?? [];
  if (!chosen) return;
  try {
    await replace(parseFile(await chosen.text()), speech.say("imported"));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    tell(speech.say(`importFailed_${error.code}`, error.name));
  } finally {
    // The same file may be chosen again.
    file.value = "";
  }
}

/** Can be taken back, so that nothing is lost by a slip. @param {Everything} next @param {string} words */
async function replace(next, words) {
  const before = await loadEverything();
  await keepEverything(next);
  style.value = next.style;
  const undo = async () => {
    await keepEverything(before);
    style.value = before.style;
  };
  notice.show(words, { words: speech.say("undo"), act: () => void undo() });
}

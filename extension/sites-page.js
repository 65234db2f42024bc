// The page of sites that are always read: lists them, takes them back, and asks for one where a reader's frame cannot ask.
import { loadChoices, showChoices } from "./settings.js";
import { allow, list, mayAlways, nameOf, revoke } from "./sites.js";
import { button, element, onTrusted, part } from "./view/element.js";
import { isWeb } from "./view/markup.js";
import { label, speech } from "./words.js";

const wanted = decodeURIComponent(location.hash.slice(1));

label(speech);
document.title = speech.say("sites");
showChoices(await loadChoices());
if (isWeb(wanted)) offer(wanted);
await show();

/** @param {string} url */
function offer(url) {
  const box = part("offer", HTMLElement);
  const [words, yes] = box.children;
  words.textContent = speech.say("alwaysOn", new URL(url).hostname);
  box.hidden = false;
  onTrusted(yes, "click", async () => {
    if (!(await mayAlways(url))) return;
    await allow(url);
    box.hidden = true;
    await show();
  });
}

async function show() {
  const sites = await list();
  part("none", HTMLElement).hidden = sites.length > 0;
  part("list", HTMLElement).replaceChildren(...sites.map(row));
}

/** @param {string} site */
function row(site) {
  const end = async () => {
    await revoke(site);
    await show();
  };
  return element("li", {}, nameOf(site), button(speech.say("sitesRemove"), () => void end(), nameOf(site)));
}

// The reader in a tab of its own, with no page yet: a person types the address of one.
import { onTrusted, part } from "./view/element.js";

/** @typedef {import("./visits.js").Visits} Visits @typedef {import("./view/speech.js").Speech} Speech @typedef {import("./notice.js").Notice} Notice */

/** @param {Visits} visits @param {Speech} speech @param {Notice} notice */
export function askForAddress(visits, speech, notice) {
  const form = part("address", HTMLElement);
  const field = part("address-field", HTMLInputElement);
  form.hidden = false;
  field.focus();
  onTrusted(form, "submit", (event) => {
    event.preventDefault();
    const url = addressOf(field.value);
    if (!url) return notice.show(speech.say("addressWrong"));
    notice.hide();
    void visits.fetch(url);
  });
  visits.onMove(() => (form.hidden = true));
}

/** As people write it: without its scheme too. @param {string} typed @returns {string | undefined} */
export function addressOf(typed) {
  const words = typed.trim();
  // What has a scheme of another kind is no page: `javascript:`, `mailto:`; but `localhost:8000` has none.
  const whole = /^https?:\/\//i.test(words) ? words : /^[a-z][a-z\d+.-]*:(?!\d)/i.test(words) || /\s/.test(words) ? "" : `https://${words}`;
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  return url && (url.hostname.includes(".") || url.hostname === "localhost" || url.hostname.startsWith("[")) ? url.href : undefined;
}

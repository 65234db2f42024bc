// The words of the extension's own pages, in the language that the browser chose among its messages.

/** @type {import("./view/speech.js").Speech} */
export const speech = { locale: localeOfWords(), say: (name, ...values) => chrome.i18n.getMessage(name, values) };

/** Languages of the interface that are written from right to left. */
const RTL = new Set(["ar"]);

/** That of the messages, so that dates and numbers do not stand in another language among them; with the person's own region. */
function localeOfWords() {
  const [words, own] = [chrome.i18n.getMessage("locale"), chrome.i18n.getUILanguage()];
  return own.split("-")[0] === words.split("-")[0] ? own : words;
}

/** Words of the interface's language, and its direction. @param {import("./view/speech.js").Speech} speech */
export function label({ locale, say }) {
  document.documentElement.lang = locale;
  // Of our own: `@@bidi_dir` is the browser's direction, which need not be that of the words.
  document.documentElement.dir = RTL.has(locale.split("-")[0]) ? "rtl" : "ltr";
  for (const element of document.querySelectorAll("[data-label]")) {
    const words = say(element.getAttribute("data-label") ?? "");
    element.setAttribute("aria-label", words);
    if (element instanceof HTMLButtonElement) element.title = words;
  }
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = say(element.getAttribute("data-text") ?? "");
}

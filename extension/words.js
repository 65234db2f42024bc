// The interface's words, in the language that the browser chose for them.

/** @type {import("./view/speech.js").Speech} */
export const speech = { locale: localeOfWords(), say: (name, ...values) => chrome.i18n.getMessage(name, values) };

/** That of the messages, so that dates and numbers do not stand in another language among them; with the person's own region. */
function localeOfWords() {
  const [words, own] = [chrome.i18n.getMessage("locale"), chrome.i18n.getUILanguage()];
  return own.split("-")[0] === words.split("-")[0] ? own : words;
}

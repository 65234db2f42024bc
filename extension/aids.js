// What a person does with a text that is there: settings, menu, contents, the way from article to article. Loaded behind the first
// paragraph, since each module before it costs a millisecond (`cargo xtask bench --waits`).
import { setUpBand } from "./band.js";
import { goToBookmark, setUpBookmark } from "./bookmark.js";
import { setUpMarks } from "./marks.js";
import { setUpMenu } from "./menu.js";
import { Notice } from "./notice.js";
import { setUpPages } from "./pages.js";
import { setUpPen } from "./pen.js";
import { setUpPlace, setUpTravel } from "./place.js";
import { setUpSettings } from "./settings-panel.js";
import { copy } from "./take/out.js";
import { part } from "./view/element.js";

/** @typedef {ReturnType<typeof setUpAids>} Aids */

/** @param {import("./visits.js").Visits} visits @param {import("./view/speech.js").Speech} speech @param {import("./settings.js").Choices} choices @param {import("./menu.js").Beneath} [beneath] */
export function setUpAids(visits, speech, choices, beneath) {
  const notice = new Notice(part("notice", HTMLElement));
  const showTravel = setUpTravel(visits);
  const showPlace = setUpPlace(visits);
  setUpBookmark(visits);
  setUpPages(visits, speech);
  setUpBand(visits);
  setUpSettings(choices, speech);
  const marks = setUpMarks(visits);
  setUpPen(visits, speech, notice, marks);
  setUpMenu(visits, speech, notice, marks, beneath);
  const changed = () => {
    showTravel();
    showPlace();
  };
  changed();
  return {
    notice,
    copy,
    changed,
    done() {
      showPlace();
      void goToBookmark(visits);
    },
    /** @param {import("./view/edits.js").Edit} edit */
    edited(edit) {
      const view = visits.reading?.view;
      if (!edit.isShown) notice.show(speech.say("partRemoved"), { words: speech.say("undo"), act: () => view?.undo() });
      else if (edit.isUndone) notice.hide();
      else notice.show(speech.say("partRestored"), { words: speech.say("showPart"), act: () => view?.reveal(edit) });
    },
  };
}

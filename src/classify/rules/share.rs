//! Buttons to share, save, follow, print and listen.

use super::{Case, LIKELY, SURE};
use crate::container::Hints;
use crate::label::{Reason, Verdict};
use crate::lexicon::wording::{SPELT_OUT, Wording};

const BUTTONS: Wording = Wording::SHARE.union(Wording::FOLLOW).union(Wording::LISTEN_PRINT);

/// Share of the text that is links; steps of an instruction may link a word, too.
const SOME_LINKS: f32 = 0.15;

/// Words of a button that nothing but its words tells.
const MAX_ALONE: f32 = 2.0;
/// Share of bold letters in a line that heads what follows.
const BOLD: f32 = 0.9;
/// Bytes of it in letters without accents: "GUI" is how Vietnamese without them says it.
const MIN_WORD: usize = 4;

pub(super) fn judge(case: &Case<'_>) -> Option<Verdict> {
    let drop = |rule, confidence| Some(Verdict::drop(Reason::Share, rule, confidence));
    if !case.is_text() {
        return None;
    }
    if case.is_whole(BUTTONS) && !case.is_heading() && (case.is_linked() || case.is_in(Hints::SHARE)) {
        return drop("share/button", SURE);
    }
    if case.is_whole(BUTTONS) && !case.is_heading() && !case.is_item() && case.near.previous.whole.intersects(BUTTONS) {
        return drop("share/bar", SURE);
    }
    // No text says no more than "Press enter or click to view image in full size", whatever its element is; "9. Social Media App" heads one.
    let is_spelt_out = || case.words() >= SPELT_OUT && !case.passage.text().contains(|c: char| c.is_ascii_digit());
    if case.is_whole(BUTTONS | Wording::VIDEO_PLAYER) && !case.is_heading() && is_spelt_out() {
        return drop("share/spelt-out", SURE);
    }
    // A line of its own that says "Share" and no more is drawn as a button, whatever its element is.
    let is_alone = || {
        let text = case.passage.text();
        case.words() <= MAX_ALONE
            && case.passage.traits.bold_share() < BOLD
            && !case.passage.traits.ends_sentence
            && (!text.is_ascii() || text.trim().len() >= MIN_WORD)
    };
    if case.is_whole(Wording::SHARE) && !case.is_heading() && !case.is_item() && is_alone() {
        return drop("share/alone", SURE);
    }
    if case.starts(BUTTONS) && case.is_short() && !case.is_heading() && (case.is_in(Hints::SHARE) || case.is_link()) {
        return drop("share/line", LIKELY);
    }
    let is_linked = case.passage.traits.link_density() >= SOME_LINKS;
    if case.starts(Wording::FOLLOW) && !case.is_prose() && !case.is_heading() && is_linked {
        return drop("share/follow", LIKELY);
    }
    None
}

//! Labels over advertisements, sponsored items, slots that the ad list names.

use super::{Case, LIKELY, SHORT, SURE};
use crate::byline;
use crate::container::Hints;
use crate::date;
use crate::label::{Reason, Verdict};
use crate::lexicon::wording::Wording;

/// Whatever its element is called, a by-line is one, and so is a line with a date; "now" may be a button.
fn says_who_or_when(line: &str) -> bool {
    byline::is_byline(line) || line.contains(char::is_numeric) && date::is_date_line(line)
}

pub(super) fn judge(case: &Case<'_>) -> Option<Verdict> {
    let drop = |rule, confidence| Some(Verdict::drop(Reason::Advertisement, rule, confidence));
    if !case.is_text() {
        return None;
    }
    // A list of costs has an item that says so.
    let is_part = case.is_heading() || case.is_item();
    if case.is_whole(Wording::AD_LABEL) && case.is_short() && (!is_part || case.is_in(Hints::ADVERT)) {
        return drop("advert/label", SURE);
    }
    // Sentences in a listed element are left to the classifier: a list's mistake must not cost an article.
    let is_named_so = case.container.is_ad && case.is_short() && !case.is_heading() && !case.passage.traits.ends_sentence;
    if is_named_so && !says_who_or_when(&case.passage.text()) {
        return drop("advert/listed", SURE);
    }
    if case.is_whole(Wording::SPONSORED) && case.is_short() && !is_part {
        return drop("advert/sponsored", SURE);
    }
    if case.starts(Wording::SPONSORED) && case.is_short() && (case.is_link() || case.is_in(Hints::SPONSORED | Hints::ADVERT)) {
        return drop("advert/sponsored-line", LIKELY);
    }
    // "When you buy through links on our site, we may earn an affiliate commission."
    let is_note = case.passage.is_plain_paragraph() && case.words() <= 2.0 * SHORT;
    if case.contains(Wording::SPONSORED) && !case.starts(Wording::SPONSORED) && is_note {
        return drop("advert/affiliate", LIKELY);
    }
    None
}

//! Labels over advertisements, sponsored items, slots that the ad list names.

use super::{Case, LIKELY, SURE};
use crate::container::Hints;
use crate::label::{Reason, Verdict};
use crate::lexicon::wording::Wording;

pub(super) fn judge(case: &Case<'_>) -> Option<Verdict> {
    let drop = |rule, confidence| Some(Verdict::drop(Reason::Advertisement, rule, confidence));
    if !case.is_text() {
        return None;
    }
    if case.is_whole(Wording::AD_LABEL) && case.is_short() && (!case.is_heading() || case.is_in(Hints::ADVERT)) {
        return drop("advert/label", SURE);
    }
    // Sentences in a listed element are left to the classifier: a list's mistake must not cost an article.
    if case.container.is_ad && case.is_short() && !case.is_heading() && !case.passage.traits.ends_sentence {
        return drop("advert/listed", SURE);
    }
    if case.is_whole(Wording::SPONSORED) && case.is_short() && !case.is_heading() {
        return drop("advert/sponsored", SURE);
    }
    if case.starts(Wording::SPONSORED) && case.is_short() && (case.is_link() || case.is_in(Hints::SPONSORED | Hints::ADVERT)) {
        return drop("advert/sponsored-line", LIKELY);
    }
    None
}

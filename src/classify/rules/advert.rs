//! Labels over advertisements, sponsored items.

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
    if case.is_whole(Wording::SPONSORED) && case.is_short() && !case.is_heading() {
        return drop("advert/sponsored", SURE);
    }
    if case.starts(Wording::SPONSORED) && case.is_short() && (case.is_link() || case.is_in(Hints::SPONSORED | Hints::ADVERT)) {
        return drop("advert/sponsored-line", LIKELY);
    }
    None
}

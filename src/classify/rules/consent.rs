//! Cookie dialogs, and what stands in for contents that wait for consent.

use super::{Case, LIKELY, SURE};
use crate::container::Hints;
use crate::label::{Reason, Verdict};
use crate::lexicon::wording::Wording;

/// Words; dialogs explain at length.
const NOTICE: f32 = 150.0;

pub(super) fn judge(case: &Case<'_>) -> Option<Verdict> {
    let drop = |rule, confidence| Some(Verdict::drop(Reason::Consent, rule, confidence));
    if !case.is_text() || !case.contains(Wording::CONSENT) {
        return None;
    }
    // A heading "Cookies" in an element of that name may head a section on them.
    let is_dialog = case.is_in(Hints::MODAL) || case.is_in(Hints::CONSENT) && !case.is_heading();
    if case.is_whole(Wording::CONSENT) && case.is_short() && (case.is_linked() && !case.is_heading() || is_dialog) {
        return drop("consent/button", SURE);
    }
    if case.words() <= NOTICE && is_dialog {
        return drop(if case.is_in(Hints::MODAL) { "consent/dialog" } else { "consent/element" }, SURE);
    }
    if case.starts(Wording::CONSENT) && case.words() <= 60.0 && case.is_linked() {
        return drop("consent/notice", LIKELY);
    }
    None
}

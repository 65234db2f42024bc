//! Copyright lines, links to terms, policies and contact pages.

use super::{Case, SURE};
use crate::container::Hints;
use crate::label::{Reason, Verdict};
use crate::lexicon::wording::Wording;

/// Words; lines of rights are short.
const LINE: f32 = 40.0;

/// Where items lead somewhere, linked or not.
const MENU: Hints = Hints::FOOTER.union(Hints::HEADER).union(Hints::NAVIGATION);

pub(super) fn judge(case: &Case<'_>) -> Option<Verdict> {
    let drop = |rule, confidence| Some(Verdict::drop(Reason::Legal, rule, confidence));
    if !case.is_text() || case.is_heading() {
        return None;
    }
    if case.starts(Wording::COPYRIGHT) && case.words() <= LINE && !case.is_prose() {
        return drop("legal/copyright", SURE);
    }
    if case.contains(Wording::COPYRIGHT) && case.words() <= LINE && case.is_in(Hints::FOOTER) {
        return drop("legal/rights", SURE);
    }
    if case.is_whole(Wording::LEGAL | Wording::CONTACT) && case.is_short() && (case.is_linked() || case.is_item() && case.is_in(MENU)) {
        return drop("legal/link", SURE);
    }
    None
}

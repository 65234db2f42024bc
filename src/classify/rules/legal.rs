//! Copyright lines, links to terms, policies and contact pages.

use super::{Case, MENU, SURE};
use crate::container::Hints;
use crate::label::{Reason, Verdict};
use crate::lexicon::wording::Wording;

/// Words; lines of rights are short.
const LINE: f32 = 40.0;

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
    if case.is_whole(Wording::LEGAL | Wording::CONTACT) && case.is_short() && case.leads(MENU) {
        return drop("legal/link", SURE);
    }
    None
}

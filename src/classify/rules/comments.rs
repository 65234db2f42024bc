//! Heads and forms of comment threads.

use super::{Case, LIKELY, SURE};
use crate::container::Hints;
use crate::label::{Reason, Verdict};
use crate::lexicon::wording::Wording;

pub(super) fn judge(case: &Case<'_>) -> Option<Verdict> {
    let drop = |rule, confidence| Some(Verdict::drop(Reason::Comments, rule, confidence));
    if !case.is_text() || case.is_prose() {
        return None;
    }
    let is_there = case.is_in(Hints::COMMENT);
    if case.is_whole(Wording::COMMENT) && case.is_short() && (is_there || case.is_linked() && !case.is_item() && !case.is_heading()) {
        return drop("comments/label", SURE);
    }
    // "Comments", then "No comments yet".
    if case.is_whole(Wording::COMMENT)
        && case.is_short()
        && !case.is_heading()
        && !case.is_framed()
        && case.near.heading.whole.contains(Wording::COMMENT)
    {
        return drop("comments/none", SURE);
    }
    if case.starts(Wording::COMMENT) && is_there && case.words() <= 60.0 {
        return drop("comments/form", SURE);
    }
    if case.starts(Wording::COMMENT) && case.is_short() && (case.is_linked() || case.is_in(Hints::FORM)) {
        return drop("comments/prompt", LIKELY);
    }
    None
}

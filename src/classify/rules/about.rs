//! Boxes about the author, lists of tags.

use super::{Case, LIKELY, SURE};
use crate::container::Hints;
use crate::label::{Reason, Verdict};
use crate::lexicon::wording::Wording;

/// Share of the text that is links.
const MOSTLY_LINKS: f32 = 0.4;

pub(super) fn judge(case: &Case<'_>) -> Option<Verdict> {
    if !case.is_text() {
        return None;
    }
    author(case).or_else(|| tags(case))
}

fn author(case: &Case<'_>) -> Option<Verdict> {
    let drop = |rule, confidence| Some(Verdict::drop(Reason::About, rule, confidence));
    let is_there = case.is_in(Hints::AUTHOR);
    if case.is_whole(Wording::AUTHOR_BIO) && case.is_short() && (is_there || case.is_linked()) {
        return drop("about/label", SURE);
    }
    if case.starts(Wording::AUTHOR_BIO) && is_there && !case.is_heading() && case.words() <= 60.0 {
        return drop("about/author", LIKELY);
    }
    None
}

fn tags(case: &Case<'_>) -> Option<Verdict> {
    let drop = |rule, confidence| Some(Verdict::drop(Reason::Navigation, rule, confidence));
    let traits = &case.passage.traits;
    if case.is_whole(Wording::TAGS) && case.is_short() && (case.is_in(Hints::TAGS) || case.is_linked()) {
        return drop("tags/label", SURE);
    }
    if case.starts(Wording::TAGS)
        && !case.is_prose()
        && traits.link_density() > MOSTLY_LINKS
        && (traits.links > 1 || case.is_in(Hints::TAGS | Hints::META))
    {
        return drop("tags/line", SURE);
    }
    if case.near.previous.whole.contains(Wording::TAGS) && case.is_link() && case.is_short() && case.is_in(Hints::TAGS) {
        return drop("tags/list", LIKELY);
    }
    None
}

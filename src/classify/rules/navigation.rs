//! Menus, breadcrumbs, search boxes, tables of contents.

use super::{Case, LIKELY, SURE};
use crate::container::Hints;
use crate::label::{Reason, Verdict};
use crate::lexicon::wording::Wording;
use crate::tag::Tag;

pub(super) fn judge(case: &Case<'_>) -> Option<Verdict> {
    let drop = |rule, confidence| Some(Verdict::drop(Reason::Navigation, rule, confidence));
    if !case.is_text() || !case.is_short() {
        return None;
    }
    if case.is_whole(Wording::NAVIGATION | Wording::SEARCH) && case.is_linked() && !case.is_heading() {
        return drop("navigation/label", SURE);
    }
    if case.is_heading() {
        return None;
    }
    // "[edit]" at a heading, "Expand description" over a fold.
    let is_sign = || case.is_link() && case.passage.text().starts_with('[') || case.container.tag == Tag::Summary;
    if case.container.hints.contains(Hints::NAVIGATION) && is_sign() {
        return drop("navigation/sign", SURE);
    }
    // Tables of contents are menus too, and part of the article: only those of the page's head and foot are safe to cut.
    let is_inside = |tags: &[Tag]| case.path().any(|id| tags.contains(&case.containers.get(id).tag));
    if case.is_link() && is_inside(&[Tag::Nav]) && is_inside(&[Tag::Header, Tag::Footer]) && !is_inside(&[Tag::Article, Tag::Main]) {
        return drop("navigation/menu", LIKELY);
    }
    if case.starts(Wording::NAVIGATION) && case.is_linked() && case.is_in(Hints::NAVIGATION) {
        return drop("navigation/breadcrumb", LIKELY);
    }
    None
}

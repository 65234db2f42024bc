//! Lines amid the text that point at other articles.

use super::{Case, LIKELY, SURE};
use crate::container::Hints;
use crate::label::{Reason, Verdict};
use crate::lexicon::wording::Wording;

/// Words; a title with a label before it.
const TITLE: f32 = 40.0;
/// Share of the text that is a link.
const MOSTLY_LINK: f32 = 0.5;

pub(super) fn judge(case: &Case<'_>) -> Option<Verdict> {
    let drop = |rule, confidence| Some(Verdict::drop(Reason::Related, rule, confidence));
    if !case.is_text() || case.words() > TITLE {
        return None;
    }
    let labels = Wording::READ_ALSO | Wording::RELATED_HEADING;
    if case.starts(labels)
        && !case.is_whole(labels | Wording::READ_MORE)
        && (case.passage.traits.link_density() > MOSTLY_LINK || case.container.href.is_some())
    {
        return drop("related/read-also", LIKELY);
    }
    if case.is_whole(Wording::RELATED_HEADING | Wording::MOST_READ)
        && case.is_short()
        && case.is_in(Hints::RELATED | Hints::SIDEBAR | Hints::ASIDE)
    {
        return drop("related/heading", SURE);
    }
    if case.is_whole(Wording::READ_MORE | Wording::NEXT_PREVIOUS) && case.is_short() && !case.is_heading() && case.is_linked() {
        return drop("related/more", LIKELY);
    }
    let label = case.near.previous.whole;
    let follows = label.intersects(labels) && !label.intersects(Wording::READ_MORE);
    if follows && case.is_link() && !case.is_prose() && !case.is_heading() && case.is_in(Hints::RELATED) {
        return drop("related/link", LIKELY);
    }
    None
}

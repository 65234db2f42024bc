//! Spacers, icons and tracking pixels; text that the page hides.

use super::Case;
use crate::block::Content;
use crate::container::Hints;
use crate::label::{Reason, Verdict};

/// CSS pixels; a picture at most this wide or high shows nothing.
const SPACER: u32 = 3;
/// Pages hide much that they show later: the reader's own eyes are the better judge.
const WEAK: f32 = 0.6;

pub(super) fn judge(case: &Case<'_>) -> Option<Verdict> {
    if let Content::Figure(figure) = &case.passage.block.content {
        let is_spacer = |side: Option<u32>| side.is_some_and(|s| s <= SPACER);
        let shows_nothing = figure.caption.is_none() && figure.images.iter().all(|i| is_spacer(i.width) || is_spacer(i.height));
        return shows_nothing.then(|| Verdict::drop(Reason::Decoration, "decoration/pixel", 1.0));
    }
    let is_hidden = case.passage.traits.hints.contains(Hints::HIDDEN) || case.container.distance(Hints::HIDDEN) == 0;
    (is_hidden && case.is_short() && !case.is_heading() && !case.reading.whole.is_empty())
        .then(|| Verdict::drop(Reason::Hidden, "hidden/label", WEAK))
}

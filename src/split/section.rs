//! What stands under a heading that says its section is none of the article's: comments, a poll, what else there is to read.

use super::Page;
use super::arrange::{Progress, SECTION_KEEP};
use crate::container::{FAR, Hints};
use crate::label::Reason;
use crate::passage::Judged;

/// Words of a sentence that stays in such a section.
const MIN_SENTENCE: f32 = 30.0;
/// Passages before and behind a line among which something else says what the section is.
const NEAR: usize = 2;

/// Whether a passage goes with its section. A survey's results, comments that a paper writes and topics of a lecture are text, under the
/// same headings: what is asked, sent or listed is beside controls or links.
pub(super) fn cuts(i: usize, judged: &[Judged<'_>], reason: Reason, page: &Page<'_>, progress: Progress) -> bool {
    let one = &judged[i];
    // A poll or a discussion below the whole text is none of it, though nobody has said anything yet.
    let is_below = i > progress.last;
    let near = &judged[i.saturating_sub(NEAR)..judged.len().min(i + NEAR + 1)];
    // What is recommended is linked; a report's recommendations are not.
    let is_linked = |at: &Judged<'_>| at.traits().links > 0 || page.containers.is_in_link(at.passage.container);
    let is_named = |hints: Hints| page.containers.get(one.passage.container).distance(hints) < FAR;
    let is_controlled = || near.iter().any(|at| at.traits().control_chars > 0);
    let is_told = || match reason {
        Reason::Related | Reason::Navigation => near.iter().any(is_linked),
        Reason::Form => is_below || is_named(Hints::FORM | Hints::WIDGET) || is_controlled(),
        Reason::Comments => is_below || is_named(Hints::COMMENT) || is_controlled(),
        _ => true,
    };
    let is_sentence = || one.traits().ends_sentence && one.traits().words >= MIN_SENTENCE;
    let may_go = || !one.passage.block.content.is_set() || matches!(reason, Reason::Related | Reason::Navigation);
    one.probability < SECTION_KEEP
        && (one.probability < progress.threshold || !is_sentence() && (one.is_heading() || may_go() && is_told()))
}

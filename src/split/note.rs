//! Notes of a text: what its own marks lead to is the text's, however little its words look like it.

use crate::hash::{self, Set};
use crate::passage::Judged;
use crate::rank;

/// The passages of `cut` that marks in the text that is `kept` lead to: items of a list, or lines with a way back.
pub(super) fn find(judged: &[Judged<'_>], kept: &Set<usize>, cut: &Set<usize>) -> Vec<usize> {
    let mut wanted: Vec<u64> = kept.iter().flat_map(|&i| jumps(&judged[i])).map(hash::of).collect();
    rank::sort(&mut wanted, |&target| target);
    let is_wanted = |id: &str| wanted.binary_search(&hash::of(id)).is_ok();
    let is_note = |one: &Judged<'_>| {
        let block = &one.passage.block;
        let stands_apart = || !block.frames.is_empty() || jumps(one).next().is_some();
        block.anchors.iter().any(|id| is_wanted(id)) && stands_apart()
    };
    cut.iter().copied().filter(|&i| is_note(&judged[i])).collect()
}

/// The ids that a passage's links within the page lead to.
fn jumps<'j>(one: &'j Judged<'_>) -> impl Iterator<Item = &'j str> {
    let spans = one.passage.block.content.inlines().into_iter().flat_map(|inline| inline.spans());
    spans.filter_map(|span| span.link?.strip_prefix('#'))
}

//! Notes of a text: what its own marks lead to is the text's, however little its words look like it.

use crate::hash::{self, Set};
use crate::passage::Judged;
use crate::rank;

/// The passages of `cut` that marks in the text that is `kept` lead to: items of a list, or lines with a way back.
pub(super) fn find(judged: &[Judged<'_>], kept: &Set<usize>, cut: &Set<usize>) -> Vec<usize> {
    let mut wanted = Vec::new();
    for &i in kept.iter() {
        jumps(&judged[i], &mut wanted);
    }
    rank::sort(&mut wanted, |&target| target);
    let mut found = Vec::new();
    for &i in cut.iter() {
        let block = &judged[i].passage.block;
        let is_wanted = block.anchors.iter().any(|id| wanted.binary_search(&hash::of(&**id)).is_ok());
        if is_wanted && (!block.frames.is_empty() || leads_back(&judged[i])) {
            found.push(i);
        }
    }
    found
}

fn leads_back(one: &Judged<'_>) -> bool {
    let mut ids = Vec::new();
    jumps(one, &mut ids);
    !ids.is_empty()
}

/// Hashes of the ids that a passage's links within the page lead to.
fn jumps(one: &Judged<'_>, ids: &mut Vec<u64>) {
    for inline in one.passage.block.content.inlines() {
        for span in inline.spans() {
            if let Some(id) = span.link.and_then(|link| link.strip_prefix('#')) {
                ids.push(hash::of(id));
            }
        }
    }
}

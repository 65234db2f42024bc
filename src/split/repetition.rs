//! What a text says twice: in a second print of it, or on purpose.

use super::arrange::{LIKELY, Plan, is_visual};
use crate::hash::{self, Set};
use crate::passage::Judged;

/// The rule that cuts what was said before.
pub(super) const DUPLICATE: &str = "duplicate";
/// Passages on either side among which the nearest text is looked for: pictures stand between.
const REACH: usize = 4;

/// The passages that were cut as said before and are said on purpose: a second print has more than one passage, and its headings, too, are
/// said again.
pub(super) fn meant(judged: &[Judged<'_>], plan: &Plan) -> Vec<usize> {
    if !plan.cut.iter().any(|(.., rule)| *rule == DUPLICATE) {
        return Vec::new();
    }
    let mut said: Set<u64> = Set::default();
    let is_new: Vec<bool> = judged.iter().map(|one| said.insert(hash::of(one.text.trim()))).collect();
    let is_text = |i: &usize| !is_visual(&judged[*i]);
    let is_meant = |i: usize| {
        let sides = [(0..i).rev().take(REACH).find(is_text), (i + 1..judged.len()).take(REACH).find(is_text)];
        let are_kept = sides.iter().all(|side| side.is_some_and(|k| plan.main.binary_search(&k).is_ok()));
        judged[i].probability >= LIKELY && are_kept && sides.into_iter().flatten().any(|k| is_new[k])
    };
    plan.cut.iter().filter(|(i, _, rule)| *rule == DUPLICATE && is_meant(*i)).map(|(i, ..)| *i).collect()
}

//! What a text says twice: in a second print of it, or on purpose.

use super::Page;
use super::arrange::{LIKELY, Plan, SAME_TITLE, is_visual};
use crate::container::ContainerId;
use crate::hash::{self, Map, Set};
use crate::label::Reason;
use crate::passage::Judged;

/// The rule that cuts what was said before.
pub(super) const DUPLICATE: &str = "duplicate";
/// Passages on either side among which the nearest text is looked for: pictures stand between.
const REACH: usize = 4;

/// What is said on purpose comes back, and what is left of a second print goes.
pub(super) fn settle(judged: &[Judged<'_>], page: &Page<'_>, plan: &mut Plan) {
    let twice: Vec<usize> = plan.cut.iter().filter(|(.., rule)| *rule == DUPLICATE).map(|(i, ..)| *i).collect();
    if twice.is_empty() {
        return;
    }
    let said = Said::new(judged, page, plan);
    let is_meant = |i: &usize| said.is_amid_new(*i, judged, page, plan) || said.is_in_like_item(*i, judged, page);
    let (meant, again): (Vec<usize>, Vec<usize>) = twice.into_iter().partition(is_meant);
    let prints: Set<ContainerId> = again.iter().filter_map(|i| said.print(*i, judged, page)).collect();
    plan.bring_back(meant);
    let is_left = |i: &usize| !is_visual(&judged[*i]) && page.containers.path(judged[*i].passage.container).any(|c| prints.contains(&c));
    let left = plan.main.iter().copied().filter(is_left).collect();
    plan.cut_out(left, Reason::Duplicate, DUPLICATE);
}

struct Said {
    /// The passage that says a text first.
    first: Map<u64, usize>,
    /// The elements in which something is said that was not said before.
    new_in: Set<ContainerId>,
}

impl Said {
    fn new(judged: &[Judged<'_>], page: &Page<'_>, plan: &Plan) -> Self {
        let mut said = Self { first: Map::default(), new_in: Set::default() };
        for &i in plan.main.iter().filter(|i| !is_visual(&judged[**i])) {
            if *said.first.entry(key(&judged[i])).or_insert(i) == i {
                let mut path = page.containers.path(judged[i].passage.container);
                while path.next().is_some_and(|c| said.new_in.insert(c)) {}
            }
        }
        said
    }

    fn is_new(&self, i: usize, judged: &[Judged<'_>]) -> bool {
        self.first.get(&key(&judged[i])) == Some(&i)
    }

    /// Whether what stands beside it is kept, and new on one side, or on both of an element that says nothing new and stands apart.
    fn is_amid_new(&self, i: usize, judged: &[Judged<'_>], page: &Page<'_>, plan: &Plan) -> bool {
        let print = self.print(i, judged, page);
        let is_beside =
            |k: &usize| !is_visual(&judged[*k]) && print.is_none_or(|print| !page.containers.holds(print, judged[*k].passage.container));
        let sides = [(0..i).rev().take(REACH).find(is_beside), (i + 1..judged.len()).take(REACH).find(is_beside)];
        let are_kept = sides.iter().all(|side| side.is_some_and(|k| plan.main.binary_search(&k).is_ok()));
        let new = sides.into_iter().flatten().filter(|k| self.is_new(*k, judged)).count();
        let is_far = || self.first.get(&key(&judged[i])).is_some_and(|first| first + REACH < i);
        judged[i].probability >= LIKELY && are_kept && (print.is_none() && new > 0 || new > 1 && is_far())
    }

    /// Whether it stands in one of like items as in another, each with something of its own: what two parcels hold.
    fn is_in_like_item(&self, i: usize, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
        let make = |c: ContainerId| (page.containers.get(c).make, page.containers.get(c).depth);
        let at = |i: usize| make(judged[i].passage.container);
        let are_alike = |(first, own): (ContainerId, ContainerId)| make(first) == make(own) && self.new_in.contains(&own);
        // Who answers says the thread's title again.
        let is_title = judged[i].title_likeness >= SAME_TITLE;
        let is_set_alike = !is_title && self.first.get(&key(&judged[i])).is_some_and(|first| at(*first) == at(i));
        is_set_alike && !page.is_thread() && self.branches(i, judged, page).is_some_and(are_alike)
    }

    /// The element around it that says nothing new.
    fn print(&self, i: usize, judged: &[Judged<'_>], page: &Page<'_>) -> Option<ContainerId> {
        let is_print = |own: &ContainerId| *own != judged[i].passage.container && !self.new_in.contains(own);
        self.branches(i, judged, page).map(|(_, own)| own).filter(is_print)
    }

    /// Of the element that holds both prints the parts in which they stand, this one's last.
    fn branches(&self, i: usize, judged: &[Judged<'_>], page: &Page<'_>) -> Option<(ContainerId, ContainerId)> {
        let at = |i: usize| judged[i].passage.container;
        let first = *self.first.get(&key(&judged[i]))?;
        let both = page.containers.common(at(first), at(i))?;
        Some((page.containers.child_towards(both, at(first))?, page.containers.child_towards(both, at(i))?))
    }
}

fn key(one: &Judged<'_>) -> u64 {
    hash::of(one.text.trim())
}

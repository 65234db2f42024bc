//! Lists of what was written: each entry says when.

use super::{Page, is_article, says_when};
use crate::container::{ContainerId, Hints};
use crate::hash::{self, Map, Set};
use crate::page_kind::PageKind;
use crate::passage::Judged;

/// Lines of one make, each in an element of its own, that are entries'.
const MIN_ENTRIES: usize = 3;
/// Words of such a line.
const MAX_LINE: f32 = 12.0;

/// How the lines are made that say when an entry was written, where the page is a list of them.
pub(super) fn find(judged: &[Judged<'_>], page: &Page<'_>) -> Set<u64> {
    if is_article(page) || page.is_thread() || page.kind == PageKind::Media {
        return Set::default();
    }
    let is_comment = |one: &Judged<'_>| page.containers.get(one.passage.container).within(Hints::COMMENT);
    let mut makes: Map<u64, Set<ContainerId>> = Map::default();
    for one in judged.iter().filter(|one| one.traits().words <= MAX_LINE && says_when(&one.text, page) && !is_comment(one)) {
        makes.entry(make(one, page)).or_default().insert(one.passage.container);
    }
    makes.iter().filter(|(_, elements)| elements.len() >= MIN_ENTRIES).map(|(make, _)| *make).collect()
}

/// How a line is made, and where.
pub(crate) fn make(one: &Judged<'_>, page: &Page<'_>) -> u64 {
    let own = page.containers.get(one.passage.container);
    hash::of((own.make, own.depth))
}

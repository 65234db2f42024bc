//! Where an item begins and ends in an element that holds another's headline too.

use super::Page;
use super::headline::Headline;
use crate::hash::Map;
use crate::passage::Judged;
use std::ops::Range;

/// Words of a title that is no section's name, or its letters in a script without spaces.
const MIN_STORY: usize = 4;
const LONG_STORY: usize = 20;
/// Elements from a title up to the link around its card.
const LINKED: usize = 6;
/// Headlines of one make in a card of another that are cards of their own.
const MIN_CROWD: usize = 3;

/// Where another's headline stands behind an item's own in its passages.
pub(super) fn next_headline(
    own: &Headline,
    range: &Range<usize>,
    all: &[Headline],
    is_other: impl Fn(&&Headline) -> bool,
) -> Option<usize> {
    let behind = &all[all.partition_point(|other| other.at <= own.at)..];
    let mut inside = behind.iter().take_while(|other| other.at < range.end);
    inside.find(|other| other.target != own.target && is_other(other)).map(|other| other.at)
}

/// Where an item's own passages begin in an element that holds another's card above, which is of another make.
pub(super) fn own_start(
    own: &Headline,
    range: &Range<usize>,
    all: &[Headline],
    judged: &[Judged<'_>],
    page: &Page<'_>,
    is_other: impl Fn(&&Headline) -> bool,
) -> Option<usize> {
    let above = all[..all.partition_point(|other| other.at < own.at)].iter().rev();
    // The name of a section or a firm over a title is the title's own card's.
    let is_title = |other: &&Headline| {
        other.text.split_whitespace().count() >= MIN_STORY || !other.text.is_ascii() && other.text.chars().count() >= LONG_STORY
    };
    let is_story = |other: &&Headline| other.target != own.target && is_title(other) && is_other(other);
    let other = above.take_while(|other| other.at >= range.start).find(is_story).filter(|_| own.text.is_empty() || is_title(&own))?;
    let place = judged[other.at].passage.container;
    let element = page.containers.path(judged[own.at].passage.container).take_while(|c| !page.containers.holds(*c, place)).last();
    let is_own = |i: &usize| element.is_some_and(|e| page.containers.holds(e, judged[*i].passage.container));
    // Headings side by side are of one card.
    let has_more = [own.at.checked_sub(1), Some(own.at + 1)].into_iter().flatten().any(|i| range.contains(&i) && is_own(&i));
    has_more.then(|| (other.at + 1..own.at).find(is_own).unwrap_or(own.at))
}

/// Whether two headlines stand in links of their own, each of which holds more than its headline: cards.
pub(super) fn parted_by_links(two: [usize; 2], judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let [own, other] = two.map(|at| {
        let mut around = page.containers.path(judged[at].passage.container).take(LINKED);
        let link = around.find(|c| page.containers.get(*c).href.is_some())?;
        let is_inside = |i: usize| judged.get(i).is_some_and(|one| page.containers.holds(link, one.passage.container));
        (is_inside(at + 1) || is_inside(at.wrapping_sub(1))).then_some(link)
    });
    own.zip(other).is_some_and(|(own, other)| own != other)
}

/// The makes of which an item's passages hold several headlines that lead elsewhere: a large card stands first in a list of small ones.
pub(super) fn crowds(own: &Headline, range: &Range<usize>, all: &[Headline]) -> Vec<u64> {
    let inside = &all[all.partition_point(|other| other.at < range.start)..all.partition_point(|other| other.at < range.end)];
    let mut targets: Map<u64, Vec<&str>> = Map::default();
    for other in inside.iter().filter(|other| other.make != own.make && other.target != own.target) {
        let known = targets.entry(other.make).or_default();
        if known.len() < MIN_CROWD && !known.contains(&other.target.as_str()) {
            known.push(&other.target);
        }
    }
    targets.into_iter().filter(|(_, targets)| targets.len() >= MIN_CROWD).map(|(make, _)| make).collect()
}

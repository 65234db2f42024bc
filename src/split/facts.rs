//! Boxes amid an article's text that say more of what it is about: facts, numbers, terms; figures with their labels, and specifications.

use super::companion::{PROMPTS, asks, is_furniture};
use super::furniture::CURRENCIES;
use super::headline::make_within;
use super::{Page, Plan};
use crate::block::{Content, FrameKind};
use crate::container::{ContainerId, FAR, Hints};
use crate::hash::{self, Map, Set};
use crate::label::Reason;
use crate::page_kind::PageKind;
use crate::passage::Judged;
use std::ops::Range;

/// Passages of a box.
const MAX_PASSAGES: usize = 12;
/// Words of one that says something.
const MIN_WORDS: f32 = 20.0;
/// Words of a button in one.
const MAX_BUTTON: f32 = 3.0;
/// Facts that make a box without a sentence, and words of the name of one.
const MIN_LABELLED: usize = 3;
const MAX_LABEL: usize = 3;
/// Share of characters in links; boxes with more lead elsewhere.
const MAX_LINKED: f32 = 0.15;
/// Passages between a box and the text on either side: a picture, an advert.
const REACH: usize = 3;
/// Elements around a box, up to the one that the text is in too.
const WRAPPERS: usize = 3;
/// Probability of a figure; ages and ranks are less likely.
const MIN_FIGURE: f32 = 0.25;
/// What is called so does not tell of what a page sells.
const OTHERS: Hints = Hints::FOOTER.union(Hints::COMMENT).union(Hints::RELATED);
/// Rows of a table of specifications.
const MIN_PAIRS: usize = 2;
/// Mean probability; what is less likely interrupts the text.
const MIN_MEAN: f32 = 0.15;

/// The passages of `cut` in boxes with a heading, whole ones, between two passages of the text that is `kept`.
pub(super) fn find(judged: &[Judged<'_>], kept: &Set<usize>, cut: &Set<usize>, page: &Page<'_>) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < judged.len() {
        let is_free = |i: usize| cut.contains(&i) || kept.contains(&i) || may_stand(&judged[i]);
        let found_box = Some(at).filter(|at| judged[*at].is_heading() && cut.contains(at)).and_then(|at| around(at, judged, is_free, page));
        match found_box.filter(|(element, passages)| is_amid(*element, passages, judged, kept, page) && tells(passages, judged, page)) {
            Some((_, passages)) => {
                at = passages.end;
                found.extend(passages.filter(|i| cut.contains(i) && judged[*i].traits().link_density() <= MAX_LINKED));
            }
            None => at += 1,
        }
    }
    found.extend(pairs(judged, kept, cut, page));
    found.extend(figures(judged, kept, cut, page));
    found.extend(terms(judged, kept, cut, page));
    found
}

/// The largest element that a heading opens and of which all may go together, and its passages.
fn around(heading: usize, judged: &[Judged<'_>], is_free: impl Fn(usize) -> bool, page: &Page<'_>) -> Option<(ContainerId, Range<usize>)> {
    let is_first = |element: ContainerId| heading == 0 || !page.containers.holds(element, judged[heading - 1].passage.container);
    let span = |element: ContainerId| {
        let inside = judged[heading..].iter().take_while(|one| page.containers.holds(element, one.passage.container));
        heading..heading + inside.take(MAX_PASSAGES + 1).count()
    };
    page.containers
        .path(judged[heading].passage.container)
        .take_while(|element| is_first(*element))
        .map(|element| (element, span(element)))
        .take_while(|(_, passages)| passages.len() <= MAX_PASSAGES && passages.clone().all(&is_free))
        .last()
        .filter(|(_, passages)| passages.len() > 1)
}

/// What is `cut` of two short lists, one behind the other, each under a heading of the same level, amid the text that is `kept`: what is
/// for a thing, and what is against it. Who reads the one wants the other.
fn pairs(judged: &[Judged<'_>], kept: &Set<usize>, cut: &Set<usize>, page: &Page<'_>) -> Vec<usize> {
    let level = |i: usize| judged.get(i).and_then(|one| one.passage.block.content.level());
    let is_free = |i: usize| (kept.contains(&i) || cut.contains(&i)) && judged[i].traits().words <= MIN_WORDS && !asks(&judged[i]);
    let is_item = |i: &usize| judged.get(*i).is_some_and(|one| !one.passage.block.frames.is_empty()) && level(*i).is_none() && is_free(*i);
    let list = |heading: usize| (heading + 1..).take(MAX_PASSAGES).take_while(is_item).count();
    let make = |i: usize| make_within(1, &judged[i], page);
    let mut found = Vec::new();
    for first in (0..judged.len()).filter(|&i| level(i).is_some() && is_free(i)) {
        let second = first + 1 + list(first);
        let end = second + 1 + list(second);
        let are_like = second > first + 1 && level(second) == level(first) && is_free(second) && end > second + 1;
        let is_pair = || level(end).is_none_or(|next| Some(next) != level(first)) && (first == 0 || make(first - 1) != make(first));
        let own = judged[first].passage.container;
        if are_like && is_pair() && is_amid(own, &(first..end), judged, kept, page) {
            // "+", in an element of its own.
            found.extend((first..end).filter(|i| cut.contains(i) && judged[*i].text.contains(char::is_alphanumeric)));
        }
    }
    found
}

/// A picture, and a button that folds the box.
fn may_stand(one: &Judged<'_>) -> bool {
    one.is_picture() || one.cut.is_some() && one.traits().words <= MAX_BUTTON
}

/// Whether the text stands before it and goes on behind it, in an element around it.
fn is_amid(element: ContainerId, passages: &Range<usize>, judged: &[Judged<'_>], kept: &Set<usize>, page: &Page<'_>) -> bool {
    let is_text = |i: usize, home: ContainerId| {
        kept.contains(&i) && judged[i].traits().ends_sentence && page.containers.holds(home, judged[i].passage.container)
    };
    let is_in = |home: ContainerId| {
        (passages.start.saturating_sub(REACH)..passages.start).any(|i| is_text(i, home))
            && (passages.end..judged.len().min(passages.end + REACH)).any(|i| is_text(i, home))
    };
    page.containers.path(element).skip(1).take(WRAPPERS).any(is_in)
}

/// Whether it says something, asks for nothing, and leads nowhere.
fn tells(passages: &Range<usize>, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let texts = || judged[passages.clone()].iter().filter(|one| !may_stand(one));
    let sum = |of: fn(&Judged<'_>) -> f32| texts().map(of).sum::<f32>();
    let asks = |one: &Judged<'_>| {
        one.reading.contains.intersects(PROMPTS)
            || one.traits().button_chars > 0
            || is_furniture(one, page)
            || page.containers.get(one.passage.container).distance(Hints::AUTHOR.union(Hints::FORM)) < FAR
    };
    let words = sum(|one| one.traits().words);
    words >= MIN_WORDS
        && sum(|one| one.traits().link_chars as f32) <= MAX_LINKED * sum(|one| one.traits().chars as f32)
        && (texts().any(|one| one.traits().ends_sentence) || texts().filter(|one| is_labelled(one)).count() >= MIN_LABELLED)
        && sum(|one| one.probability * one.traits().words) >= MIN_MEAN * words
        && !texts().any(asks)
}

/// "Reads: manuals", a fact with its name.
fn is_labelled(one: &Judged<'_>) -> bool {
    one.text.split_once(": ").is_some_and(|(name, _)| name.split(' ').count() <= MAX_LABEL)
}

/// The figures of `cut` whose labels are `kept`, several of one make: "15 M" over "letters a month", each pair in an element of its own.
fn figures(judged: &[Judged<'_>], kept: &Set<usize>, cut: &Set<usize>, page: &Page<'_>) -> Vec<usize> {
    let own = |i: usize| judged[i].passage.container;
    let holds = |element: ContainerId, i: usize| judged.get(i).is_some_and(|one| page.containers.holds(element, one.passage.container));
    let has_label = |i: usize| {
        let is_pair = |element: ContainerId| {
            let first = if i > 0 && holds(element, i - 1) { i - 1 } else { i };
            let others = [first.wrapping_sub(1), first + 2];
            kept.contains(&(2 * first + 1 - i)) && holds(element, first + 1) && !others.iter().any(|&other| holds(element, other))
        };
        page.containers.path(own(i)).skip(1).take(WRAPPERS).any(is_pair)
    };
    let is_figure = |i: &usize| {
        let one = &judged[*i];
        one.probability >= MIN_FIGURE
            && one.traits().words <= MAX_BUTTON
            && one.traits().link_chars + one.traits().button_chars == 0
            // What a script counts up from begins with a zero.
            && one.text.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| ('1'..='9').contains(&c))
            && has_label(*i)
    };
    let found: Vec<usize> = cut.iter().copied().filter(|_| !page.is_thread()).filter(is_figure).collect();
    let make = |i: &usize| make_within(WRAPPERS, &judged[*i], page);
    let mut alike: Map<u64, usize> = Map::default();
    found.iter().for_each(|i| *alike.entry(make(i)).or_default() += 1);
    found.into_iter().filter(|i| alike.get(&make(i)).is_some_and(|count| *count > 1)).collect()
}

/// The labels and values of `cut` in lists of terms whose other half is `kept`.
fn terms(judged: &[Judged<'_>], kept: &Set<usize>, cut: &Set<usize>, page: &Page<'_>) -> Vec<usize> {
    let is_kept = |i: usize, kind: FrameKind| kept.contains(&i) && stands_in(&judged[i], &kind);
    let has_other = |i: usize| {
        stands_in(&judged[i], &FrameKind::Term) && is_kept(i + 1, FrameKind::Definition)
            || stands_in(&judged[i], &FrameKind::Definition) && i.checked_sub(1).is_some_and(|label| is_kept(label, FrameKind::Term))
    };
    let belongs = |&i: &usize| {
        let (one, traits) = (&judged[i], judged[i].traits());
        one.probability >= MIN_FIGURE
            && traits.words <= MIN_WORDS
            && traits.link_chars + traits.button_chars == 0
            && !page.is_thread()
            && has_other(i)
    };
    cut.iter().copied().filter(belongs).collect()
}

/// Whether a passage stands in a frame of a kind.
fn stands_in(one: &Judged<'_>, kind: &FrameKind) -> bool {
    one.passage.block.frames.iter().any(|frame| frame.kind == *kind)
}

/// The specifications of what a page sells that the model or a tab has `cut`, with the headings over them: tables and lists of labels and
/// values. What is in the cart has a price.
pub(super) fn specifications(judged: &[Judged<'_>], plan: &Plan, page: &Page<'_>) -> Vec<usize> {
    if page.kind != PageKind::Product {
        return Vec::new();
    }
    let is_cut = |(.., rule): &&(usize, Reason, &str)| matches!(*rule, "model/page" | "hidden/element");
    let cut: Set<usize> = plan.cut.iter().filter(is_cut).map(|(i, ..)| *i).collect();
    // Some pages print them twice.
    let said = |passages: Range<usize>| passages.fold(0, |said: u64, i| said.rotate_left(1) ^ hash::of(judged[i].text.trim()));
    let mut known: Set<u64> = plan.main.iter().filter_map(|i| specification(*i, judged)).map(said).collect();
    let is_other = |i: usize| {
        // Tabs are called so, too: navigation is none here.
        let near = usize::from(page.containers.get(judged[i].passage.container).distance(OTHERS)) <= WRAPPERS;
        near || !cut.contains(&i) || judged[i].text.contains(CURRENCIES)
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < judged.len() {
        let Some(passages) = specification(at, judged) else {
            at += 1;
            continue;
        };
        at = passages.end;
        if !passages.clone().any(is_other) && known.insert(said(passages.clone())) {
            let above = passages.start.checked_sub(1).filter(|above| cut.contains(above) && judged[*above].is_heading());
            found.extend(above.into_iter().chain(passages));
        }
    }
    found
}

/// The passages of labels, each with its value, from the first on: a table, or a list of terms.
fn specification(first: usize, judged: &[Judged<'_>]) -> Option<Range<usize>> {
    let one = &judged[first];
    if let Content::Table(_) = &one.passage.block.content {
        return is_specification(one).then_some(first..first + 1);
    }
    let list = one.passage.block.frames.iter().find(|frame| frame.kind == FrameKind::Definitions)?;
    let is_in = |one: &Judged<'_>| one.passage.block.frames.contains(list);
    if first > 0 && is_in(&judged[first - 1]) {
        return None;
    }
    let passages = first..first + judged[first..].iter().take_while(|one| is_in(one)).count();
    let pairs = passages.clone().filter(|&i| stands_in(&judged[i], &FrameKind::Term)).count();
    let values = passages.clone().filter(|&i| stands_in(&judged[i], &FrameKind::Definition)).count();
    let is_short = |i: usize| judged[i].traits().words <= MIN_WORDS && judged[i].traits().link_density() <= MAX_LINKED;
    (pairs >= MIN_PAIRS && pairs == values && passages.clone().all(is_short)).then_some(passages)
}

/// Labels, each with its value.
fn is_specification(one: &Judged<'_>) -> bool {
    let Content::Table(table) = &one.passage.block.content else { return false };
    let pairs = table.rows.iter().filter(|row| row.cells.len() == 2).count();
    pairs >= MIN_PAIRS && table.rows.iter().all(|row| row.cells.len() <= 2) && one.traits().link_density() <= MAX_LINKED
}

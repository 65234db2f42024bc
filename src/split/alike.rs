//! Whole texts in elements of the same make, whatever their titles are made of: a heading over the first, links over the others.

use super::Page;
use super::headline::{Headline, make};
use super::module::{Alone, Item, MAX_BEFORE_TITLE, MIN_BODY, Module, SAME_TITLE, alone, is_text, module};
use crate::container::{ContainerId, FAR, Hints};
use crate::hash::{Map, Set};
use crate::passage::Judged;
use std::ops::Range;

/// What is titled in elements that are called so is no article.
const NO_ARTICLE: Hints = Hints::COMMENT.union(Hints::CONSENT).union(Hints::MODAL).union(Hints::FOOTER);

/// An element, and the title in it.
type Titled<'h> = (ContainerId, &'h Headline);

/// Finds such texts among which no module tells apart more.
pub(super) fn find(headlines: &[Headline], modules: &[Module], judged: &[Judged<'_>], page: &Page<'_>) -> Vec<Module> {
    let titles = titles(headlines, judged, page);
    if titles.len() < 2 {
        return Vec::new();
    }
    let alone = alone(&titles.iter().collect::<Vec<_>>(), judged, page);
    let held = text_by_element(judged, page);
    let mut groups: Vec<Vec<Titled<'_>>> = by_make(&titles, &alone, judged, page).into_values().collect();
    groups.iter_mut().for_each(|group| group.retain(|(c, _)| held.get(c).is_some_and(|words| *words >= MIN_BODY)));
    groups.retain(|group| group.len() > 1 && are_all(group, &held, page) && !are_known(group, modules));
    // Most texts first, and of elements in elements the outermost.
    groups.sort_by_key(|group| (usize::MAX - group.len(), page.containers.get(group[0].0).depth, group[0].1.at));
    let mut taken: Set<usize> = Set::default();
    let mut found = Vec::new();
    for group in groups {
        if group.iter().any(|(_, title)| taken.contains(&title.at)) {
            continue;
        }
        taken.extend(group.iter().map(|(_, title)| title.at));
        found.extend(module(group, headlines, judged, page));
    }
    found
}

/// The headlines with a text below, the page's title, and lines like the former without a link.
fn titles(headlines: &[Headline], judged: &[Judged<'_>], page: &Page<'_>) -> Vec<Headline> {
    let words = |range: Range<usize>| judged[range].iter().filter(|one| is_text(one)).map(|one| one.traits().words).sum::<f32>();
    // In the element that holds both, a title has its text below, and not before.
    let opens = |at: usize, end: usize| {
        let text = (at + 1..end).find(|&i| is_text(&judged[i]))?;
        let both = page.containers.common(judged[at].passage.container, judged[text].passage.container)?;
        let before = (0..at).rev().take_while(|&i| page.containers.holds(both, judged[i].passage.container)).last().unwrap_or(at);
        Some(words(before..at) <= MAX_BEFORE_TITLE)
    };
    let has_text = |at: usize, end: usize| words(at + 1..end) >= MIN_BODY && opens(at, end) == Some(true);
    let next = |at: usize| {
        let behind = &headlines[headlines.partition_point(|h| h.at <= at)..];
        let own = headlines.iter().find(|h| h.at == at).map(|h| h.target.as_str());
        behind.iter().find(|h| Some(h.target.as_str()) != own).map_or(judged.len(), |h| h.at)
    };
    let is_other = |at: usize| page.containers.get(judged[at].passage.container).distance(NO_ARTICLE) < FAR;
    let may_be = |h: &&Headline| !h.text.is_empty() && !is_other(h.at) && has_text(h.at, next(h.at));
    let mut titles: Vec<Headline> = headlines.iter().filter(may_be).cloned().collect();
    let makes: Set<u64> = titles.iter().map(|h| h.make).collect();
    let known: Set<usize> = headlines.iter().map(|h| h.at).collect();
    for (at, one) in judged.iter().enumerate().filter(|(at, _)| !known.contains(at)) {
        let is_page_title = !is_text(one) && one.title_likeness >= SAME_TITLE;
        let is_line = || !one.is_picture() && !one.text.is_empty() && !is_text(one) && makes.contains(&make(one, page));
        if !is_other(at) && (is_page_title || is_line()) && has_text(at, next(at)) {
            let target = format!("#{}", one.passage.block.id.0);
            titles.push(Headline { at, target, url: None, text: super::headline::title(&one.text), make: make(one, page) });
        }
    }
    titles.sort_by_key(|h| h.at);
    titles
}

/// For each make the largest element of it around each title that holds no other.
fn by_make<'h>(titles: &'h [Headline], alone: &Alone<'_>, judged: &[Judged<'_>], page: &Page<'_>) -> Map<u32, Vec<Titled<'h>>> {
    let mut makes: Map<u32, Vec<Titled<'h>>> = Map::default();
    for title in titles {
        let is_own = |c: &ContainerId| alone.get(c).is_some_and(Option::is_some);
        for c in page.containers.path(judged[title.at].passage.container).take_while(is_own) {
            let group = makes.entry(page.containers.get(c).make).or_default();
            match group.last_mut() {
                Some(last) if last.1.at == title.at => last.0 = c,
                _ => group.push((c, title)),
            }
        }
    }
    makes
}

/// Words of text in each element.
fn text_by_element(judged: &[Judged<'_>], page: &Page<'_>) -> Map<ContainerId, f32> {
    let mut words: Map<ContainerId, f32> = Map::default();
    for one in judged.iter().filter(|one| is_text(one)) {
        page.containers.path(one.passage.container).for_each(|c| *words.entry(c).or_default() += one.traits().words);
    }
    words
}

/// Whether no other element of their make holds a text.
fn are_all(group: &[Titled<'_>], held: &Map<ContainerId, f32>, page: &Page<'_>) -> bool {
    let make = page.containers.get(group[0].0).make;
    let is_in = |c: ContainerId| group.iter().any(|(own, _)| page.containers.holds(*own, c) || page.containers.holds(c, *own));
    held.iter().all(|(c, words)| page.containers.get(*c).make != make || *words < MIN_BODY || is_in(*c))
}

/// Whether a module has all of them.
fn are_known(group: &[Titled<'_>], modules: &[Module]) -> bool {
    let has = |items: &[Item], at: usize| items.iter().any(|item| item.headline.at == at);
    modules.iter().any(|known| group.iter().all(|(_, title)| has(&known.items, title.at)))
}

//! Whole texts in elements of the same make, whatever their titles are made of: a heading over the first, links over the others.

use super::Page;
use super::headline::{self, Headline, make};
use super::module::{Alone, MAX_BEFORE_TITLE, MIN_BODY, Module, SAME_TITLE, alone, is_text, module};
use crate::container::{ContainerId, FAR, Hints};
use crate::date;
use crate::hash::{Map, Set};
use crate::passage::Judged;
use crate::rank;

/// What is titled in elements that are called so is no article.
pub(super) const NO_ARTICLE: Hints = Hints::COMMENT.union(Hints::CONSENT).union(Hints::MODAL).union(Hints::FOOTER);

/// An element, and the title in it.
type Titled<'h> = (ContainerId, &'h Headline);

/// Finds such texts, as far as no module has all of them.
pub(super) fn find(headlines: &[Headline], modules: &[Module], judged: &[Judged<'_>], page: &Page<'_>) -> Vec<Module> {
    let titles = titles(headlines, judged, page);
    if titles.len() < 2 {
        return Vec::new();
    }
    let alone = alone(&titles.iter().collect::<Vec<_>>(), judged, page);
    let words = words_by_element(judged, page);
    let elements = elements(&titles, &alone, &words, judged, page);
    let groups = elements.chunk_by(|(one, _), (other, _)| make_of(*one, page) == make_of(*other, page)).filter(|group| group.len() > 1);
    let (with_text, module_of) = (with_text(&words, page), module_of(modules));
    let mut groups: Vec<&[Titled<'_>]> = groups.filter(|group| !are_known(group, &module_of) && are_all(group, &with_text, page)).collect();
    // Most texts first, and of elements in elements the outermost.
    rank::sort(&mut groups, |group| {
        let fewer = u64::from(u32::MAX).saturating_sub(group.len() as u64);
        fewer << 32 | u64::from(page.containers.get(group[0].0).depth)
    });
    let mut taken: Set<usize> = Set::default();
    let mut found = Vec::new();
    for group in groups {
        if !group.iter().any(|(_, title)| taken.contains(&title.at)) {
            taken.extend(group.iter().map(|(_, title)| title.at));
            found.extend(module(group.to_vec(), headlines, judged, page));
        }
    }
    found
}

/// The headlines with a text below, the page's title, and lines without a link that are like the former.
fn titles(headlines: &[Headline], judged: &[Judged<'_>], page: &Page<'_>) -> Vec<Headline> {
    let is_title = |at: usize, next: usize| {
        page.containers.get(judged[at].passage.container).distance(NO_ARTICLE) == FAR && has_text(at, next, judged, page)
    };
    let next = |nth: usize| {
        let own = headlines[nth].target.as_str();
        headlines[nth..].iter().find(|behind| behind.target != own).map_or(judged.len(), |behind| behind.at)
    };
    let mut titles: Vec<Headline> = (0..headlines.len())
        .filter(|&n| !headlines[n].text.is_empty() && is_title(headlines[n].at, next(n)))
        .map(|n| headlines[n].clone())
        .collect();
    let makes: Set<u64> = titles.iter().map(|title| title.make).collect();
    for (at, one) in judged.iter().enumerate().filter(|(_, one)| !one.is_picture() && !one.text.is_empty() && !is_text(one)) {
        let behind = headlines.partition_point(|headline| headline.at < at);
        let next = headlines.get(behind).map_or(judged.len(), |headline| headline.at);
        let may_be_title = || one.title_likeness >= SAME_TITLE || makes.contains(&make(one, page));
        // "2 hours ago" stands over each of them too.
        if next != at && may_be_title() && is_title(at, next) && !date::has_date_line(&one.text) {
            titles.push(Headline::unlinked(at, headline::title(&one.text), one, page));
        }
    }
    rank::sort(&mut titles, |title| title.at as u64);
    titles
}

/// Whether a title has its text below, before the `next` one, and in the element that holds both hardly any above.
fn has_text(at: usize, next: usize, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let Some(text) = (at + 1..next).find(|&i| is_text(&judged[i])) else { return false };
    let mut words = 0.0;
    let is_long = judged[text..next].iter().filter(|one| is_text(one)).any(|one| {
        words += one.traits().words;
        words >= MIN_BODY
    });
    let Some(both) = page.containers.common(judged[at].passage.container, judged[text].passage.container) else { return false };
    let mut above = 0.0;
    let mut before = judged[..at].iter().rev().take_while(|one| page.containers.holds(both, one.passage.container));
    is_long
        && !before.any(|one| {
            above += if is_text(one) { one.traits().words } else { 0.0 };
            above > MAX_BEFORE_TITLE
        })
}

/// Of each make the largest element around each title that holds no other, and a text; those of one make side by side.
fn elements<'h>(titles: &'h [Headline], alone: &Alone<'_>, words: &[f32], judged: &[Judged<'_>], page: &Page<'_>) -> Vec<Titled<'h>> {
    let mut elements: Vec<Titled<'h>> = Vec::new();
    for title in titles {
        let first = elements.len();
        let is_own = |c: &ContainerId| alone.get(c).is_some_and(Option::is_some);
        let around = page.containers.path(judged[title.at].passage.container).take_while(is_own);
        for c in around.filter(|c| words[c.0 as usize] >= MIN_BODY) {
            match elements[first..].iter_mut().find(|known| make_of(known.0, page) == make_of(c, page)) {
                Some(known) => known.0 = c,
                None => elements.push((c, title)),
            }
        }
    }
    rank::sort(&mut elements, |(c, _)| make_of(*c, page).into());
    elements
}

fn make_of(element: ContainerId, page: &Page<'_>) -> u32 {
    page.containers.get(element).make
}

/// Words of text in each element.
fn words_by_element(judged: &[Judged<'_>], page: &Page<'_>) -> Vec<f32> {
    let mut words = vec![0.0; page.containers.len()];
    for one in judged.iter().filter(|one| is_text(one)) {
        words[one.passage.container.0 as usize] += one.traits().words;
    }
    // From the inside out: sums of halves are the same in any order.
    for c in (0..words.len()).rev() {
        if let Some(parent) = page.containers.get(ContainerId(c as u32)).parent {
            words[parent.0 as usize] += words[c];
        }
    }
    words
}

/// The elements with a text, those of one make side by side.
fn with_text(words: &[f32], page: &Page<'_>) -> Vec<ContainerId> {
    let mut elements: Vec<ContainerId> = (0..words.len()).filter(|&c| words[c] >= MIN_BODY).map(|c| ContainerId(c as u32)).collect();
    rank::sort(&mut elements, |c| make_of(*c, page).into());
    elements
}

/// Whether of their make no other element holds a text, but those around these and in them.
fn are_all(group: &[Titled<'_>], with_text: &[ContainerId], page: &Page<'_>) -> bool {
    let make = make_of(group[0].0, page);
    let like = &with_text[with_text.partition_point(|c| make_of(*c, page) < make)..];
    let own: Set<ContainerId> = group.iter().map(|(c, _)| *c).collect();
    let around: Set<ContainerId> = group.iter().flat_map(|(c, _)| page.containers.path(*c)).collect();
    like.iter().take_while(|c| make_of(**c, page) == make).all(|c| around.contains(c) || page.containers.path(*c).any(|c| own.contains(&c)))
}

/// For each headline the module that has it.
fn module_of(modules: &[Module]) -> Map<usize, usize> {
    modules.iter().enumerate().flat_map(|(of, module)| module.items.iter().map(move |item| (item.headline.at, of))).collect()
}

/// Whether one module has all of them.
fn are_known(group: &[Titled<'_>], module_of: &Map<usize, usize>) -> bool {
    let first = module_of.get(&group[0].1.at);
    first.is_some() && group.iter().all(|(_, title)| module_of.get(&title.at) == first)
}

//! Cards that are no stories: they lead to a site's first page, to its sections, to a licence, to the page itself, or nowhere; and cards of
//! one story.

use super::card::Card;
use super::headline::{self, normal};
use super::role::is_article;
use super::target::{is_address, is_article_address, is_elsewhere, is_first_page, is_listing, is_sibling};
use super::{MIN_TITLE_LETTERS, Page, Parts, Place};
use crate::address;
use crate::hash::{self, Map, Set};
use crate::label::Reason;
use crate::lexicon::letters;
use crate::page_kind::PageKind;
use crate::passage::Judged;

/// Words; the name of a section has no more.
const MAX_NAME: usize = 6;
/// The same where its address alone is like one.
const MAX_SHORT: usize = 3;
/// Folders of an address that are looked at, and of a section's.
const MAX_FOLDERS: usize = 8;
const MAX_SECTION: usize = 2;
/// Addresses to which links of one name lead.
const MIN_SHARED: usize = 3;
/// Bytes of what names a story in its address, whatever folders stand before it.
const MIN_ID: usize = 12;
/// Where the licence is to be read that a page is under.
const LICENCES: &str = "creativecommons.org/licenses/";

/// Leaves out the cards that are no stories.
pub(super) fn leave(judged: &[Judged<'_>], page: &Page<'_>, parts: &mut Parts) {
    let (menu, folders) = (menu(judged, page), folders(page, &parts.cards));
    // "Full table", below each: what several links are called is no title.
    let mut named: Map<String, Set<&str>> = Map::default();
    for card in parts.cards.iter().filter(|card| is_name(card)) {
        named.entry(letters(&card.title)).or_default().extend(card.url.as_deref());
    }
    let shared: Set<String> = named.into_iter().filter(|(_, urls)| urls.len() >= MIN_SHARED).map(|(title, _)| title).collect();
    let is_none = |card: &Card| {
        if !card.body.is_empty() {
            return false;
        }
        let Some(url) = card.url.as_deref() else { return false };
        let target = normal(url);
        let leads_to_section = || {
            shared.contains(&letters(&card.title))
                || menu.contains(&target) && !is_article_address(&target)
                || folders.contains(&hash::of_text(&target))
                || card.title.split_whitespace().count() <= MAX_SHORT && is_section(&target, url, page)
        };
        // "Terms and conditions", "Advertise with us"
        let is_legal = || card.titles.first().is_some_and(|at| matches!(judged[*at].cut, Some((Reason::Legal, _))));
        is_address(&card.title)
            || is_name(card) && is_legal()
            || is_first_page(url)
            || is_listing(&target)
            || target.starts_with(LICENCES)
            || is_page(&target, &card.title, page)
            || is_name(card) && leads_to_section()
    };
    // Of a list of sections some are called like stories, and have such addresses.
    let is_named_so = |card: &Card| {
        let in_menu = || card.url.as_deref().is_some_and(|url| menu.contains(&normal(url)));
        is_none(card) || page.kind == PageKind::Article && card.body.is_empty() && is_name(card) && in_menu()
    };
    let mut groups: Map<usize, (usize, usize)> = Map::default();
    for card in &parts.cards {
        let (none, all) = groups.entry(card.group).or_default();
        *none += usize::from(is_named_so(card));
        *all += 1;
    }
    let is_section =
        |card: &Card| card.body.is_empty() && is_name(card) && groups.get(&card.group).is_some_and(|(none, all)| none * 2 > *all);
    let mut kept = Vec::new();
    let index: Vec<Option<usize>> = std::mem::take(&mut parts.cards)
        .into_iter()
        .map(|card| {
            let is_kept = !is_none(&card) && !is_section(&card);
            kept.extend(is_kept.then_some(card));
            is_kept.then(|| kept.len() - 1)
        })
        .collect();
    for place in &mut parts.places {
        *place = match *place {
            Place::Head(of) => index[of].map_or(Place::Label, Place::Head),
            Place::Body(of) => index[of].map_or(Place::Main, Place::Body),
            other => other,
        };
    }
    parts.cards = kept;
}

/// A short title, and nothing beside it.
fn is_name(card: &Card) -> bool {
    card.title.split_whitespace().count() <= MAX_NAME
        && card.excerpt.is_none()
        && card.published_text.is_none()
        && card.published.is_none()
        && card.byline.is_empty()
        && card.image.is_none()
}

/// Where the links lead that rules know for navigation.
fn menu(judged: &[Judged<'_>], page: &Page<'_>) -> Set<String> {
    let is_link = |one: &&Judged<'_>| matches!(one.cut, Some((Reason::Navigation, _)));
    let url = |one: &Judged<'_>| page.base.web(headline::target(one, page)?);
    judged.iter().filter(is_link).filter_map(url).map(|url| normal(&url)).collect()
}

/// The folders in which the page and the cards' stories are.
fn folders(page: &Page<'_>, cards: &[Card]) -> Set<u64> {
    let own = page.addresses.iter().map(String::as_str);
    let mut all: Set<u64> = Set::default();
    for url in own.chain(cards.iter().filter_map(|card| card.url.as_deref())) {
        let target = normal(url);
        let path = target.split('?').next().unwrap_or_default();
        all.extend(path.match_indices('/').take(MAX_FOLDERS).map(|(at, _)| hash::of_text(&path[..at])));
    }
    all
}

/// Whether an address is a section's: of the site, of few short names, and nothing like an article's.
fn is_section(target: &str, url: &str, page: &Page<'_>) -> bool {
    let folders = address::path(target).matches('/').count();
    folders <= MAX_SECTION && is_article(page) && !is_elsewhere(url, page) && !is_article_address(target) && !is_sibling(target, page)
}

/// Whether a card is titled as the page is, and leads to an address that goes on from the page's, or the other way round.
fn is_page(target: &str, title: &str, page: &Page<'_>) -> bool {
    let own = letters(title);
    own.chars().count() >= MIN_TITLE_LETTERS
        && page.titles.contains(&own)
        && page.targets.iter().any(|own| own.starts_with(target) || target.starts_with(own.as_str()))
}

/// Gives cards of one story, linked once more with another query or folder, the same address.
pub(super) fn join(cards: &mut [Card]) {
    let mut known: Map<u64, String> = Map::default();
    for card in cards.iter_mut().filter(|card| card.body.is_empty()) {
        let Some(url) = card.url.as_deref() else { continue };
        let title = letters(&card.title);
        if title.chars().count() < MIN_TITLE_LETTERS {
            continue;
        }
        let target = normal(url);
        let path = target.split('?').next().unwrap_or_default();
        let id = path.rsplit('/').next().filter(|id| id.len() >= MIN_ID).unwrap_or(path);
        match known.get(&hash::of((title.as_str(), id))) {
            Some(first) => card.url = Some(first.clone()),
            None => _ = known.insert(hash::of((title.as_str(), id)), url.to_owned()),
        }
    }
}

//! Judged passages → the page's articles: the main one, and every other one that the page offers.
//!
//! Articles show by repetition: headlines with different targets in elements of the same make, each with what belongs to it
//! around it. No tag or class name decides alone.

mod advert;
mod alike;
mod amid;
mod anchor;
mod arrange;
mod aside;
mod beside;
mod between;
mod boxed;
mod brackets;
mod card;
mod clock;
mod colophon;
mod companion;
mod compare;
mod contents;
mod dated;
mod door;
mod echo;
mod edge;
mod entry;
mod facts;
mod furniture;
mod head;
mod heading;
mod headline;
mod ingredients;
mod kicker;
mod kin;
mod line;
mod list;
mod module;
mod named;
mod note;
mod outlet;
mod over;
mod page;
mod paid;
mod picture;
mod post;
mod prose;
mod record;
mod repetition;
mod role;
mod seam;
mod section;
mod sift;
mod sign;
mod slot;
mod stamp;
mod story;
mod stranger;
mod target;
mod told;
mod unity;
mod unlinked;

use crate::hash::{Map, Set};
use crate::passage::Judged;
use crate::rank;
pub(crate) use anchor::count_from_page;
use arrange::KEEP;
pub(crate) use arrange::{Plan, arrange};
pub(crate) use card::{Card, MAX_SOURCE};
pub(crate) use entry::make;
pub(crate) use head::says_by;
pub(crate) use headline::{normal, says_when};
use module::{Module, SAME_TITLE};
pub(crate) use outlet::{of as outlet, sign};
pub(crate) use page::Page;
pub(crate) use picture::{is_named, is_print, may_lead};
pub(crate) use post::{has_posts, member};
use prose::Prose;
use role::Role;
pub(crate) use role::is_article;
#[cfg(feature = "training")]
pub(crate) use seam::rows as seam_rows;
use std::ops::Range;
pub(crate) use story::{Piece, Story, Texts, may_begin, suspect, texts};
pub(crate) use target::site;

/// Share of words in common; a card titled so is of the page itself.
const EQUAL_TITLE: f32 = 0.95;
/// Letters; fewer may begin a title by chance.
const MIN_TITLE_LETTERS: usize = 8;

/// Where each passage goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Place {
    /// With the main article, if it is content.
    #[default]
    Main,
    /// The body of a related article.
    Body(usize),
    /// The head of a related article: title, source, time, picture.
    Head(usize),
    /// The name of a group of related articles.
    Label,
    /// An entry of a list of contents.
    Entry,
    /// A sponsored item.
    Sponsored,
}

impl Place {
    /// Whether it is in a related article.
    pub(crate) fn is_related(self) -> bool {
        matches!(self, Self::Body(_) | Self::Head(_))
    }
}

/// The page's parts.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    /// One for each passage.
    pub(crate) places: Vec<Place>,
    /// The related articles, in the page's order.
    pub(crate) cards: Vec<Card>,
    /// The passages that are its title, and the tables in its head.
    pub(crate) titles: Vec<usize>,
    /// Titles that are the text's, as most of their make are.
    texts: Set<usize>,
    /// The item that is the main article, where the page is made of like items.
    pub(crate) main: Option<Card>,
    /// The posts, where the page is a thread.
    pub(crate) thread: post::Posts,
}

impl Parts {
    /// Whether the page's stories name their publisher and their author.
    pub(crate) fn is_digest(&self) -> bool {
        self.cards.iter().filter(|card| card.source.is_some() && !card.byline.is_empty()).count() > 1
    }

    /// The passages from the main article's first to its last, where it is one of like texts and hardly any other text is likely.
    fn main_text(&self, judged: &[Judged<'_>]) -> Option<Range<usize>> {
        let main = self.main.as_ref()?;
        let own = main.first..main.body.last()? + 1;
        let (mut inside, mut outside) = (0.0, 0.0);
        for (i, one) in judged.iter().enumerate().filter(|(i, one)| self.places[*i] == Place::Main && one.probability >= KEEP) {
            *(if own.contains(&i) { &mut inside } else { &mut outside }) += one.traits().words;
        }
        (outside * 2.0 < inside).then_some(own)
    }

    /// The card that a passage is of.
    fn owner(&self, passage: usize) -> Option<usize> {
        match self.places[passage] {
            Place::Body(of) | Place::Head(of) => Some(of),
            _ => None,
        }
    }
}

/// Finds the page's articles.
pub(crate) fn split(judged: &[Judged<'_>], page: &Page<'_>) -> Parts {
    let mut parts = Parts { places: vec![Place::Main; judged.len()], thread: post::find(judged, page), ..Parts::default() };
    let adverts = advert::find(judged, page);
    let mut headlines = headline::find(judged, page);
    record::add(&mut headlines, judged, page);
    headlines.retain(|h| !adverts[h.at]);
    let modules = module::group(judged, &headlines, page);
    let prose = Prose::new(judged);
    let mut taken = vec![false; judged.len()];
    for module in &modules {
        if let Some(role) = role::of(module, judged, page, &prose) {
            take(module, role, judged, page, &prose, &mut taken, &mut parts);
        } else if let Some((text, cards)) = module.text_and_cards(judged, page)
            && role::of(&cards, judged, page, &prose) == Some(Role::Related)
        {
            take(&cards, Role::Related, judged, page, &prose, &mut taken, &mut parts);
            if parts.main.is_none() && page.is_own(&text.headline, judged) {
                be_main(card::read(text, judged, page, true), &mut taken, &mut parts);
            }
        }
    }
    compare::believe(&mut parts, judged, page);
    line::read_also(judged, &modules, &adverts, page, &mut taken, &mut parts);
    kin::adopt(&headlines, &modules, judged, page, &prose, &mut taken, &mut parts);
    unity::leave(&headlines, judged, page, &mut parts);
    advert::leave_out(&adverts, &mut parts);
    sift::join(&mut parts.cards);
    order(judged, &mut parts);
    sift::leave(judged, page, &mut parts);
    sign::leave(&mut parts.cards);
    parts.cards.iter_mut().for_each(Card::leave_deck);
    contents::leave(judged, &mut parts);
    parts
}

/// Turns a module's items into articles.
fn take(module: &Module, role: Role, judged: &[Judged<'_>], page: &Page<'_>, prose: &Prose, taken: &mut [bool], parts: &mut Parts) {
    let main = role.main(module, judged, page);
    let are_texts = role == Role::Stream || role::are_stories(module, judged, page, prose);
    let mut is_handed_over = false;
    let first = parts.cards.len();
    for (nth, item) in module.items.iter().enumerate() {
        let is_free = !item.passages.clone().any(|i| taken[i]);
        let may_leave = || role == Role::Related && is_aside(item, parts) && (module.named_related || named::is_named(item));
        if !is_free && !may_leave() {
            continue;
        }
        let card = card::read(item, judged, page, are_texts);
        if card.title.is_empty() {
            continue;
        }
        // What leads to another site's first page alone is that site's.
        let leads_nowhere = card.url.is_none() && item.headline.url.is_some();
        if main != Some(nth) && card.body.is_empty() && (leads_nowhere || leads_to_page(item, judged, page)) {
            item.passages.clone().filter(|&i| !taken[i]).for_each(|i| parts.places[i] = Place::Label);
            item.passages.clone().for_each(|i| taken[i] = true);
            continue;
        }
        if main == Some(nth) {
            if is_headed_elsewhere(item, judged) {
                continue;
            }
            parts.titles.extend(head::tables(item.passages.start..card.body.first().copied().unwrap_or(0), judged));
            parts.titles.extend(around_text(item, &card, judged, page));
            be_main(card, taken, parts);
            continue;
        }
        if !is_free {
            if !card.body.is_empty() {
                continue;
            }
            hand_over(item.passages.clone(), parts);
            is_handed_over = true;
        }
        item.passages.clone().for_each(|i| taken[i] = true);
        if card.sponsored {
            item.passages.clone().for_each(|i| parts.places[i] = Place::Sponsored);
            continue;
        }
        let index = parts.cards.len();
        for i in item.passages.clone() {
            parts.places[i] = if card.holds(i) { Place::Body(index) } else { Place::Head(index) };
        }
        parts.cards.push(Card { group: module.items[0].headline.at, ..card });
    }
    let own = parts.main.as_mut().filter(|_| main.is_some());
    compare::compare(&mut parts.cards[first..], own, role, page);
    for &label in &module.labels {
        if is_handed_over {
            hand_over(label..label + 1, parts);
            taken[label] = false;
        }
        if !taken[label] {
            parts.places[label] = Place::Label;
        }
    }
}

/// Whether a heading outside an item is likelier the page's title than its own, which is alike: "What is a ferry?" among questions.
fn is_headed_elsewhere(item: &module::Item, judged: &[Judged<'_>]) -> bool {
    let own = judged[item.passages.clone()].iter().map(|one| one.title_likeness).fold(0.0, f32::max);
    let outside = judged[..item.passages.start].iter().chain(&judged[item.passages.end..]);
    own >= SAME_TITLE && outside.filter(|one| one.is_heading()).any(|one| one.title_likeness > own)
}

/// The lines above and below an item's text that name its publisher, its author or its date.
fn around_text(item: &module::Item, card: &Card, judged: &[Judged<'_>], page: &Page<'_>) -> Vec<usize> {
    let text = || card.body.iter().copied().filter(|&i| !judged[i].text.is_empty());
    let Some((first, last)) = text().next().zip(text().next_back()) else { return Vec::new() };
    let source = card.source.as_deref().unwrap_or_default();
    let title = item.headline.at;
    // "Ferry runs again [The Example]"; who posted it, above.
    let is_head = |i: usize| item.headline.record.is_some() && i == title || i < title && !module::is_text(&judged[i]);
    let is_above = |i: usize| i < first && (is_head(i) || card::is_meta(&judged[i], page) || card::same_words(&judged[i].text, source));
    let is_below =
        |i: usize| i > last && (card::is_meta(&judged[i], page) || dated::ends_in_name(&judged[i]) || card::says_source(&judged[i]));
    item.passages.clone().filter(|&i| is_above(i) || is_below(i)).collect()
}

/// Makes an item the page's own article; its title is no other's.
fn be_main(card: Card, taken: &mut [bool], parts: &mut Parts) {
    card.titles.iter().for_each(|&i| taken[i] = true);
    parts.titles.extend(&card.titles);
    parts.main = Some(card);
}

/// Whether a card is of the page itself: "Most read" lists it too.
fn leads_to_page(item: &module::Item, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    item.headline.url.is_some() && (page.is_at(&item.headline.target) || judged[item.headline.at].title_likeness >= EQUAL_TITLE)
}

/// Whether an item stands inside a whole text, as the cards do that a page shows again under each story that is joined to it.
fn is_aside(item: &module::Item, parts: &Parts) -> bool {
    parts.owner(item.passages.start).is_some_and(|of| {
        let text = &parts.cards[of];
        !text.body.is_empty() && item.passages.clone().all(|i| parts.owner(i) == Some(of) && !text.titles.contains(&i))
    })
}

/// Takes passages out of the text that holds the first of them.
fn hand_over(passages: Range<usize>, parts: &mut Parts) {
    if let Some(of) = parts.owner(passages.start) {
        parts.cards[of].body.retain(|i| !passages.contains(i));
    }
}

/// Joins cards of the same target, the fuller one stays, leaves those of the text, and brings them into the page's order.
fn order(judged: &[Judged<'_>], parts: &mut Parts) {
    let mut new_index = vec![None; parts.cards.len()];
    let mut cards: Vec<(usize, Card)> = std::mem::take(&mut parts.cards).into_iter().enumerate().filter(|(_, c)| !c.is_text).collect();
    rank::sort(&mut cards, |(_, c)| c.first as u64);
    let mut kept: Vec<Card> = Vec::new();
    let mut by_target: Map<String, usize> = Map::default();
    for (old, card) in cards {
        let target = card.url.as_deref().map(headline::normal);
        // Whole texts of one address, with titles of their own, are no twins.
        let is_twin = |twin: &Card| twin.body.is_empty() || card.body.is_empty() || card::same_words(&twin.title, &card.title);
        match target.as_ref().and_then(|t| by_target.get(t)).copied().filter(|&k| is_twin(&kept[k])) {
            Some(k) if kept[k].body.is_empty() && !card.body.is_empty() => {
                let lesser = std::mem::replace(&mut kept[k], card);
                kept[k].complete(lesser);
                new_index[old] = Some(k);
            }
            Some(k) => {
                // Its passages are the twin's head: nothing of them is shown twice.
                kept[k].complete(card);
                new_index[old] = Some(k);
            }
            None => {
                new_index[old] = Some(kept.len());
                by_target.extend(target.map(|t| (t, kept.len())));
                kept.push(card);
            }
        }
    }
    for i in 0..judged.len() {
        parts.places[i] = match parts.places[i] {
            Place::Body(old) => match new_index[old] {
                Some(new) if kept[new].holds(i) => Place::Body(new),
                Some(new) => Place::Head(new),
                None => Place::Main,
            },
            Place::Head(old) => new_index[old].map_or(Place::Main, Place::Head),
            other => other,
        };
    }
    parts.cards = kept;
}

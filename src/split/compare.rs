//! What only like cards together tell: whose the bare names are, and whether titles hold times.

use super::card::Card;
use super::role::Role;
use crate::byline;
use crate::date;
use crate::hash::Set;

/// Share of a list's bare names that are persons'.
const PERSONS: f32 = 0.75;

/// Reads what only like cards together tell: whether bare names are authors' or sources', and that their titles begin with times.
pub(super) fn compare<'c>(cards: impl IntoIterator<Item = &'c mut Card>, role: Role, now: Option<i64>) {
    let mut cards: Vec<&mut Card> = cards.into_iter().collect();
    part(&mut cards);
    sign_second(&mut cards);
    sign(&mut cards, role);
    if cards.len() > 1 && cards.iter().all(|card| clock(&card.title).is_some()) {
        cards.iter_mut().for_each(|card| card.take_clock());
    }
    if cards.len() > 1 && cards.iter().all(|card| age(&card.title).is_some()) {
        cards.iter_mut().for_each(|card| card.take_age(now));
    }
}

/// Names on like cards that are a publisher's and an author's are both, unless all may be two authors'; a publisher may stand alone.
fn part(cards: &mut [&mut Card]) {
    let sources = || cards.iter().filter_map(|card| card.source.as_deref());
    let names: Vec<(&str, &str)> = sources().filter_map(byline::halves).collect();
    let are_authors = names.iter().all(|(first, _)| byline::is_person(first));
    let are_pairs = sources().all(|name| byline::halves(name).is_some() || !name.contains([',', '-']));
    if names.len() < 2 || !are_pairs || are_authors {
        return;
    }
    for card in cards {
        if !card.byline.is_empty() {
            // Read as two authors, of whom one has a role.
            if card.source.is_none() && card.byline.len() > 1 {
                card.source = Some(card.byline.remove(0));
            }
            continue;
        }
        let Some((source, _)) = card.source.as_deref().and_then(byline::halves) else { continue };
        let source = source.to_owned();
        let line = card.source.replace(source).unwrap_or_default();
        let authors = &line[card.source.as_deref().map_or(0, str::len)..];
        card.byline = byline::parse_value(authors.trim_start_matches([' ', '-']));
    }
}

/// The bare names on like cards are authors' if nearly all of them are as persons are called.
fn sign(cards: &mut [&mut Card], role: Role) {
    let named: Vec<&str> = cards.iter().filter(|card| card.byline.is_empty()).filter_map(|card| card.bare_name()).collect();
    let persons: Vec<&str> = named.iter().copied().filter(|name| byline::is_person(name)).collect();
    // A publisher may be called like a person; one that signs all cards is told by the page's own by-line. The posts of a blog need not be.
    let is_told = role == Role::Stream || persons.iter().any(|name| *name != persons[0]);
    if is_told && persons.len() as f32 >= PERSONS * named.len() as f32 {
        cards.iter_mut().for_each(|card| card.sign_if(byline::is_person));
    }
}

/// The names behind the publishers' are authors' if nearly every card has one, as persons are called, and hardly any returns: those of
/// sections do.
fn sign_second(cards: &mut [&mut Card]) {
    let seconds = || cards.iter().filter(|card| card.byline.is_empty()).filter_map(|card| card.second.as_deref());
    let persons: Vec<&str> = seconds().filter(|name| byline::is_person(name)).collect();
    let different = persons.iter().copied().collect::<Set<&str>>().len();
    if persons.len() < 2 || (different as f32) < PERSONS * cards.len() as f32 {
        return;
    }
    for card in cards.iter_mut().filter(|card| card.byline.is_empty()) {
        card.byline.extend(card.second.take().filter(|name| byline::is_person(name)));
    }
}

impl Card {
    fn take_clock(&mut self) {
        if let Some((time, title)) = clock(&self.title).map(|(time, title)| (time.to_owned(), title.trim().to_owned())) {
            self.published_text.get_or_insert(time);
            self.title = title;
        }
    }

    fn take_age(&mut self, now: Option<i64>) {
        let Some((title, age)) = age(&self.title).map(|(title, age)| (title.to_owned(), age.to_owned())) else { return };
        self.title = title;
        if self.published_text.is_none() {
            self.published = date::parse(&age, None, now).map(|date| date.to_string());
            self.published_text = Some(age);
        }
    }
}

/// The time that a title of a ticker begins with, and the rest: "16:34 Starlings close the airport".
fn clock(title: &str) -> Option<(&str, &str)> {
    title.split_once(' ').filter(|(first, _)| date::is_clock(first))
}

/// What stands before the time that a title of a list ends with, and the time: "Starlings close the airport 3h".
fn age(title: &str) -> Option<(&str, &str)> {
    let (before, age) = title.split_at(date::trailing_age(title)?);
    (before.split_whitespace().count() > 2).then_some((before.trim_end(), age.trim()))
}

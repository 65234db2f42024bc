//! What only like cards together tell: whose the bare names are, and whether titles hold ranks, dates or times.

use super::card::{Card, same_words};
use super::dated::stands_beside_date;
use super::role::Role;
use super::target::is_elsewhere;
use super::{Page, Parts, Place, outlet};
use crate::block::Inline;
use crate::byline;
use crate::date::{self, Date};
use crate::hash::Set;
use crate::lexicon::EAST_ASIAN;
use crate::passage::Judged;
use std::ops::Range;

/// Share of a list's bare names that are persons'.
const PERSONS: f32 = 0.75;
/// The same at most among a feed's, where none is called as publishers are.
const UNCALLED: f32 = 0.5;
/// Different names among a list's that are called as publishers are, and their share.
const MIN_PUBLISHERS: usize = 2;
const PUBLISHERS: f32 = 0.34;
/// Cards with whole texts from which the others' names are publishers' too.
const MIN_WHOLE: usize = 2;
/// Cards of a feed that say publisher and time, and their share.
const MIN_TIMED: usize = 3;
const TIMED: f32 = 0.8;
/// Bytes of a count and what it counts.
const MAX_COUNT: usize = 16;
/// Words; what is left of a title behind its rank or date has at least as many.
const MIN_TITLE: usize = 2;

/// Reads what only like cards together tell: whether bare names are authors' or sources', and what their titles begin or end with that
/// is none of theirs. `own` is the page's own article, where it is one of them.
pub(super) fn compare(cards: &mut [Card], own: Option<&mut Card>, role: Role, page: &Page<'_>) {
    let mut cards: Vec<&mut Card> = cards.iter_mut().collect();
    if cards.len() > 1 && cards.iter().enumerate().all(|(nth, card)| behind_rank(&card.title, nth + 1).is_some()) {
        cards.iter_mut().enumerate().for_each(|(nth, card)| card.leave_rank(nth + 1));
    } else if cards.len() > 1 && cards.iter().all(|card| date_and_title(&card.title, page).is_some()) {
        cards.iter_mut().for_each(|card| card.take_date(page));
    }
    if cards.len() > 1 && cards.iter().all(|card| beside_count(&card.title).is_some()) {
        cards.iter_mut().for_each(|card| card.leave_count());
    }
    if cards.len() > 1 && are_dated(&cards, page) {
        cards.iter_mut().for_each(|card| card.take_last_date(page));
    }
    cards.extend(own);
    part(&mut cards);
    sign_second(&mut cards);
    sign(&mut cards, role);
    unsign(&mut cards, page);
    doubt(&mut cards, page);
    if cards.len() > 1 && cards.iter().all(|card| clock(&card.title).is_some()) {
        cards.iter_mut().for_each(|card| card.take_clock());
    }
    if cards.len() > 1 && cards.iter().all(|card| age(&card.title).is_some()) {
        cards.iter_mut().for_each(|card| card.take_age(page.now));
    }
}

/// Names on like cards that are a publisher's and an author's are both, unless all may be two authors'; a publisher may stand alone.
fn part(cards: &mut [&mut Card]) {
    let sources = || cards.iter().filter_map(|card| card.source.as_deref());
    let pairs: Vec<Option<(&str, &str)>> = sources().map(byline::halves).collect();
    let are_authors = pairs.iter().flatten().all(|(first, _)| byline::is_person(first));
    let are_parted = sources().zip(&pairs).all(|(name, pair)| pair.is_some() || !name.contains([',', '-']));
    if pairs.iter().flatten().count() < 2 || !are_parted || are_authors {
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
        let Some((source, authors)) = card.source.as_deref().and_then(byline::halves) else { continue };
        (card.byline, card.source) = (byline::parse_value(authors), Some(source.to_owned()));
    }
}

/// The bare names on like cards are authors' if nearly all of them are as persons are called.
fn sign(cards: &mut [&mut Card], role: Role) {
    let named: Vec<&str> = cards.iter().filter(|card| card.byline.is_empty()).filter_map(|card| card.bare_name()).collect();
    // Signs are publishers', whatever those are called.
    if are_signs(cards.iter().map(|card| &**card)) {
        return;
    }
    let persons: Vec<&str> = named.iter().copied().filter(|name| byline::is_person(name)).collect();
    // A publisher may be called like a person; one that signs all cards is told by the page's own by-line. The posts of a site need not be.
    let is_told = role != Role::Related || persons.iter().any(|name| *name != persons[0]);
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

/// Names that were taken for authors' are publishers' where several, and those on half of a list, are said by the sites that the cards lead to,
/// or as papers are called in scripts without capitals.
fn unsign(cards: &mut [&mut Card], page: &Page<'_>) {
    let lone = |card: &Card| card.source.is_none() && card.byline.len() == 1;
    let is_said = |name: &str, card: &Card| card.url.as_deref().is_some_and(|url| outlet::is_said(name, url, page));
    let is_told = |name: &str, card: &Card| byline::is_closed_publisher(name, page.lang) || is_said(name, card);
    let signed = || cards.iter().filter(|card| lone(card));
    let told: Vec<&str> = signed().filter(|card| is_told(&card.byline[0], card)).map(|card| card.byline[0].as_str()).collect();
    let are_told = || told.iter().any(|name| *name != told[0]) && 2 * told.len() >= signed().count();
    // "江城日报" among "绿手指", of which none is called like a person.
    let is_no_person = |name: &str| name.chars().all(|c| c >= EAST_ASIAN) && !byline::is_closed_person(name);
    if are_told() || !told.is_empty() && signed().all(|card| is_no_person(&card.byline[0])) {
        for card in cards.iter_mut().filter(|card| lone(card)) {
            card.source = card.byline.pop();
            card.names_source = true;
        }
    }
}

/// Bare names on cards of the page's own site are its sections' far more often than publishers': they are none where no card has a whole text,
/// and too few are called as publishers are.
pub(super) fn doubt(cards: &mut [&mut Card], page: &Page<'_>) {
    let is_site = |name: &str| page.site.is_some_and(|site| same_words(name, site));
    let names: Set<&str> = cards.iter().filter_map(|card| card.source.as_deref()).filter(|name| !is_site(name)).collect();
    let publishers = names.iter().filter(|name| is_called_publisher(name, page)).count();
    let are_publishers = publishers >= MIN_PUBLISHERS && publishers as f32 >= PUBLISHERS * names.len() as f32;
    if are_publishers || cards.iter().filter(|card| card.is_whole).count() >= MIN_WHOLE.min(cards.len()) {
        return;
    }
    let leads_away = |card: &Card| card.url.as_deref().is_none_or(|url| is_elsewhere(url, page));
    for card in cards.iter_mut().filter(|card| !card.names_source && !card.source.as_deref().is_some_and(is_site) && !leads_away(card)) {
        card.doubted = card.source.take();
    }
}

/// Whether a name is as publishers are called, by its words or by how it ends.
fn is_called_publisher(name: &str, page: &Page<'_>) -> bool {
    byline::is_publisher(name) || byline::is_closed_publisher(name, page.lang)
}

/// Over each story of a site stands its section, "Region", which the site's menu says too.
fn leave_sections(parts: &mut Parts, menu: &Set<&str>, page: &Page<'_>) {
    let is_section = |name: &str| menu.contains(name) && !is_called_publisher(name, page);
    for card in parts.cards.iter_mut().chain(&mut parts.main).filter(|card| card.is_whole && !card.names_source && !card.has_sign) {
        card.source.take_if(|name| is_section(name));
    }
}

/// Takes doubted names back: those that a whole text of the page has, or a card in brackets, are publishers', and so are those that stand beside
/// an age on nearly every card of a list, or of the page, of which none is a section in the page's menu, and few are like persons'. Where one
/// stands, the others are of its kind.
pub(super) fn believe(parts: &mut Parts, judged: &[Judged<'_>], page: &Page<'_>) {
    let may_say = |card: &Card| card.doubted.is_some() || card.is_whole && card.source.is_some();
    let menu = if parts.cards.iter().any(may_say) { menu(parts, judged, page) } else { Set::default() };
    leave_sections(parts, &menu, page);
    let cards = &parts.cards;
    let texts = cards.iter().chain(&parts.main).filter(|card| card.is_whole || card.names_source);
    let mut known: Set<String> = texts.filter_map(|card| card.source.clone()).collect();
    let lists = || cards.chunk_by(|a, b| a.group == b.group);
    let names = |list: &[Card]| list.iter().filter_map(|card| card.doubted.clone()).collect::<Vec<_>>();
    // Of one list among others, a name has to say so too, or to return: kickers are made for each story.
    let say_so = |list: &[Card]| {
        let names = names(list);
        names.iter().any(|name| is_called_publisher(name, page)) || names.iter().collect::<Set<_>>().len() < names.len()
    };
    if !page.is_thread() {
        let feeds = std::iter::once(&cards[..]).chain(lists().filter(|list| say_so(list))).filter(|list| are_of_many(list, &menu, page));
        known.extend(feeds.flat_map(names));
    }
    let are_known = |names: &Vec<String>| names.iter().filter(|name| known.contains(*name)).collect::<Set<_>>().len() > 1;
    for names in lists().map(names).filter(are_known).collect::<Vec<_>>() {
        known.extend(names.into_iter().filter(|name| !menu.contains(name.as_str())));
    }
    for card in parts.cards.iter_mut().filter(|card| card.source.is_none()) {
        let is_known = |name: &String| known.contains(name);
        // "Harbour Wire", taken for an author.
        let is_signed = card.byline.len() == 1 && is_known(&card.byline[0]);
        card.source = card.doubted.take().filter(is_known).or_else(|| card.byline.pop_if(|_| is_signed));
    }
}

/// Whether cards are a feed of many papers, told by the hour, or each by its sign. Sections stand beside dates.
fn are_of_many(cards: &[Card], menu: &Set<&str>, page: &Page<'_>) -> bool {
    let says_age = |card: &&Card| card.published_text.as_deref().is_some_and(|time| date::needs_clock(time, page.lang));
    let timed: Vec<&str> = cards.iter().filter(|card| card.has_sign || says_age(card)).filter_map(|card| card.doubted.as_deref()).collect();
    let names: Set<&str> = timed.iter().copied().collect();
    let unnamed = cards.iter().filter(|card| card.source.is_none()).count();
    // "Harbour Wire" is like a person's.
    let persons = || names.iter().filter(|name| byline::is_person(name)).count();
    let are_called_so = || names.iter().any(|name| is_called_publisher(name, page));
    let share = || match () {
        () if are_signs(cards.iter()) => 1.0,
        () if are_called_so() => PERSONS,
        () => UNCALLED,
    };
    let is_feed = timed.len() >= MIN_TIMED && timed.len() as f32 >= TIMED * unnamed as f32 && names.len() > 1;
    is_feed && persons() as f32 <= share() * names.len() as f32 && !names.iter().any(|name| menu.contains(name))
}

/// Whether most cards have a publisher's sign.
fn are_signs<'c>(cards: impl ExactSizeIterator<Item = &'c Card>) -> bool {
    let count = cards.len();
    2 * cards.filter(|card| card.has_sign).count() > count
}

/// What links outside the cards say, as those to a site's sections do. One beside the date of the page's own article may lead to its publisher.
fn menu<'j>(parts: &Parts, judged: &'j [Judged<'_>], page: &Page<'_>) -> Set<&'j str> {
    let is_dated = |one: &Judged<'_>| date::has_date_line(&one.text) || stands_beside_date(&one.text, page);
    let says_when = |i: usize| judged[i.saturating_sub(1)..judged.len().min(i + 2)].iter().any(is_dated);
    let is_sign =
        |one: &Judged<'_>| one.is_picture() || one.passage.block.content.inline().is_some_and(|inline| inline.images().next().is_some());
    let outside =
        (0..judged.len()).filter(|&i| parts.places[i] == Place::Main && !is_sign(&judged[i]) && !says_when(i)).map(|i| &judged[i]);
    let spans = outside.flat_map(|one| one.passage.block.content.inlines()).flat_map(Inline::spans);
    spans.filter(|span| span.link.is_some()).map(|span| span.text.trim()).collect()
}

impl Card {
    fn leave_rank(&mut self, rank: usize) {
        if let Some(title) = behind_rank(&self.title, rank).map(str::to_owned) {
            self.title = title;
        }
    }

    fn take_date(&mut self, page: &Page<'_>) {
        let Some((place, date, title)) = date_and_title(&self.title, page) else { return };
        let (printed, title) = (self.title[place].to_owned(), title.to_owned());
        self.title = title;
        if self.published_text.is_none() {
            self.published = Some(date.to_string());
            self.published_text = Some(printed);
        }
    }

    fn leave_count(&mut self) {
        if let Some(title) = beside_count(&self.title).map(str::to_owned) {
            self.title = title;
        }
    }

    fn take_last_date(&mut self, page: &Page<'_>) {
        let Some((title, date)) = title_and_date(&self.title, page) else { return };
        let (title, printed) = (title.to_owned(), self.title[title.len()..].trim().to_owned());
        self.title = title;
        if self.published_text.is_none() {
            self.published = Some(date.to_string());
            self.published_text = Some(printed);
        }
    }

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

/// What stands before the time that a title of a list ends with, and the time: "Starlings close the airport 3h", "… (3 hours ago)".
fn age(title: &str) -> Option<(&str, &str)> {
    let in_brackets = title.strip_suffix([')', '）']).and_then(|title| title.rsplit_once(['(', '（']));
    if let Some((before, when)) = in_brackets.filter(|(_, when)| date::is_date_line(when)) {
        return Some((before.trim_end(), when));
    }
    let (before, age) = title.split_at(date::trailing_age(title)?);
    (before.split_whitespace().count() > 2).then_some((before.trim_end(), age.trim()))
}

/// What stands behind the place in a list that a title begins with: "1Ferry runs again", as style sheets set it apart.
fn behind_rank(title: &str, rank: usize) -> Option<&str> {
    let rest = title.strip_prefix(&rank.to_string())?;
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ')' | ':' | '-' | '–'));
    (rest.starts_with(char::is_alphabetic) && rest.split_whitespace().count() >= MIN_TITLE).then_some(rest)
}

/// A title without the count that it begins or ends with: "212.3k views: Ferry runs again", "Ferry runs again (9)".
fn beside_count(title: &str) -> Option<&str> {
    let is_count = |text: &str| text.starts_with(|c: char| c.is_ascii_digit()) && text.len() <= MAX_COUNT;
    let before = || title.split_once(": ").filter(|(count, _)| is_count(count) && count.contains(' ')).map(|(_, title)| title);
    let behind = || {
        let (title, count) = title.strip_suffix([')', ']'])?.rsplit_once(['(', '['])?;
        count.bytes().all(|b| b.is_ascii_digit()).then_some(title.trim_end()).filter(|_| is_count(count))
    };
    before().or_else(behind).filter(|title| !title.is_empty())
}

/// Whether all titles end with a date, and not all with the same word before it: "What was said on 24.04.2026".
fn are_dated(cards: &[&mut Card], page: &Page<'_>) -> bool {
    let last = |card: &Card| title_and_date(&card.title, page).map(|(title, _)| title.rsplit(' ').next().map(str::to_owned));
    let words: Option<Vec<_>> = cards.iter().map(|card| last(card)).collect();
    words.is_some_and(|words| words.iter().any(|word| *word != words[0]))
}

/// What stands before the date in figures that a title ends with, and the date: "Ferry runs again 24.04.2026".
fn title_and_date<'t>(title: &'t str, page: &Page<'_>) -> Option<(&'t str, Date)> {
    let (place, date) = date::find(title, page.lang, None).filter(|(place, _)| place.end == title.len())?;
    let (before, printed) = title.split_at(place.start);
    let is_apart = !printed.contains(char::is_alphabetic) && before.ends_with(' ');
    (is_apart && before.split_whitespace().count() >= MIN_TITLE).then_some((before.trim_end(), date))
}

/// The date that a title begins with, and the rest: "Sep 8, 2024, 09:00 ET Ferry runs again".
fn date_and_title<'t>(title: &'t str, page: &Page<'_>) -> Option<(Range<usize>, Date, &'t str)> {
    let (place, date) = date::find(title, page.lang, page.now).filter(|(place, _)| place.start == 0)?;
    let rest = title.get(place.end..)?;
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '|' | '·' | '-' | '–' | '—' | ','));
    (rest.split_whitespace().count() >= MIN_TITLE).then_some((place, date, rest))
}

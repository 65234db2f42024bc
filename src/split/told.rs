//! What a line of a head tells by a word or a date in it: when, by whom, for whom.

use super::brackets::in_brackets;
use super::card::Card;
use super::head::{Side, is_name};
use super::target::is_list;
use crate::block::Inline;
use crate::byline;
use crate::date;
use crate::lexicon::letters;
use crate::passage::Judged;
use std::ops::Range;

/// Words of a publisher's name beside a date.
pub(super) const MAX_DATED: usize = 5;
/// Words of the name of a list of links, and of one of them: a topic, not a headline.
const MAX_NAME: usize = 8;
const MAX_TOPIC: usize = 4;
/// Letters; in a script without spaces a headline is one word.
const MAX_TOPIC_LETTERS: usize = 40;

/// Cuts a date out of a line; what is left on either side names the source or the author.
pub(super) fn take_date(line: &str, place: Range<usize>, date: date::Date, side: Side, card: &mut Card) {
    if is_one_of_several(line, &place) {
        return;
    }
    if card.published_text.is_none() {
        card.published = Some(date.to_string());
        card.published_text = line.get(place.clone()).map(|t| t.trim().to_owned());
    }
    for rest in [line.get(..place.start), line.get(place.end..)] {
        card.names_source |= card.source.is_none() && rest.is_some_and(|rest| in_brackets(rest.trim()).is_some_and(is_name));
        let rest = rest.unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric());
        if !rest.is_empty()
            && !date::is_date_line(rest)
            && !date::is_around(rest)
            && !take_source(rest, card)
            && !take_pair(rest, side, card)
            && !take_authors(rest, card)
            && !(rest.contains(',') && byline::are_persons(rest) && add_authors(byline::parse_value(rest), card))
            && rest.split_whitespace().count() <= MAX_DATED
            && is_name(rest)
        {
            card.take_name(rest, side);
        }
    }
}

/// What a comment tells of the story that it is on.
pub(super) fn of_comment(card: Card) -> Card {
    Card { first: card.first, title: card.title, titles: card.titles, url: card.url, ..Card::default() }
}

/// Whether a date is the first or the last day of several, as events have: "28.-30. January 2026".
fn is_one_of_several(line: &str, place: &Range<usize>) -> bool {
    const DASHES: [char; 6] = ['-', '–', '—', '~', '～', '〜'];
    let behind = line.get(place.end..).unwrap_or_default();
    let behind = behind.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '（' | '）')).strip_prefix(DASHES);
    let before = line.get(..place.start).and_then(|before| before.trim_end().strip_suffix(DASHES));
    let day = before.map(|before| before.trim_end_matches(['.', ' ']).rsplit(' ').next().unwrap_or_default());
    day.is_some_and(|day| matches!(day.len(), 1 | 2) && day.bytes().all(|b| b.is_ascii_digit()))
        || behind.is_some_and(|rest| {
            rest.trim_start().starts_with(|c: char| c.is_ascii_digit())
                && date::find(rest, None, Some(0)).is_some_and(|(place, _)| place.start <= 1)
        })
}

/// Takes the publisher from a line that says so, whatever bare name was taken for it before: "Source: The Example".
pub(super) fn take_source(line: &str, card: &mut Card) -> bool {
    let Some(name) = byline::labelled_source(line).filter(|name| is_name(name)) else { return false };
    name_source(name, card);
    true
}

/// Takes what is said to be the publisher's name.
pub(super) fn name_source(name: &str, card: &mut Card) {
    if !card.names_source {
        card.source = Some(name.to_owned());
    }
    card.names_source = true;
}

/// Takes publisher and authors from a line in which a word parts them: "The Example by Jane Doe".
pub(super) fn take_pair(line: &str, side: Side, card: &mut Card) -> bool {
    let Some(pair) = byline::source_and_authors(line).filter(|pair| pair.is_said) else { return false };
    card.take_name(pair.source, side);
    card.names_source |= card.source.as_deref() == Some(pair.source);
    add_authors(pair.authors, card);
    true
}

/// Takes the authors from a line that says who wrote: "By Jane Doe", "Author: jane".
pub(super) fn take_authors(line: &str, card: &mut Card) -> bool {
    let names = match line.split_once([':', '：']) {
        Some((label, name)) if byline::is_by_word(label) => byline::parse_value(name),
        _ if byline::is_byline(line) => byline::parse(line),
        // A firm that signs is called by one word: "By FerryWorks".
        _ => match line.strip_prefix("By ") {
            Some(name) if name.starts_with(char::is_uppercase) && !name.contains(' ') => vec![name.to_owned()],
            _ => return false,
        },
    };
    add_authors(names, card)
}

pub(super) fn add_authors(names: Vec<String>, card: &mut Card) -> bool {
    let is_named = !names.is_empty();
    if card.byline.is_empty() {
        card.byline = names;
    }
    is_named
}

/// Takes the names of lists of stories, to which links of a head lead, out of the authors and sources: "17 hours ago Garden".
pub(super) fn leave_topics(head: &[&Judged<'_>], card: &mut Card) {
    let spans = head.iter().flat_map(|one| one.passage.block.content.inlines()).flat_map(Inline::spans);
    let topics: Vec<String> = spans.filter(|span| span.link.is_some_and(is_list)).map(|span| letters(span.text)).collect();
    if topics.is_empty() {
        return;
    }
    let is_topic = |name: &String| topics.contains(&letters(name));
    card.byline.retain(|name| !is_topic(name));
    for name in [&mut card.source, &mut card.name, &mut card.second] {
        name.take_if(|name| is_topic(name));
    }
}

/// "Topics: rivers, bridges": a name and a colon, then nothing but short links.
pub(super) fn is_link_list(one: &Judged<'_>) -> bool {
    let mut spans = one.passage.block.content.inlines().flat_map(Inline::spans);
    let is_name = |text: &str| text.trim_end().ends_with([':', '：']) && text.split_whitespace().count() <= MAX_NAME;
    let is_short = |text: &str| text.split_whitespace().count() <= MAX_TOPIC && text.chars().count() <= MAX_TOPIC_LETTERS;
    spans.next().is_some_and(|first| first.link.is_none() && is_name(first.text))
        && spans.all(|s| if s.link.is_some() { is_short(s.text) } else { !s.text.contains(char::is_alphanumeric) })
}

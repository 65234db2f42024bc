//! What all titles of a list open with, and is none of theirs: their places in it, or their dates.

use super::Page;
use super::card::Card;
use crate::date;

/// Words; a title has at least as many.
const MIN_WORDS: usize = 2;

/// Takes it out of the titles.
pub(super) fn leave(cards: &mut [Card], page: &Page<'_>) {
    if cards.len() < 2 {
        return;
    }
    let ranked: Option<Vec<&str>> = cards.iter().enumerate().map(|(nth, card)| behind_rank(&card.title, nth + 1)).collect();
    if let Some(titles) = ranked {
        let titles: Vec<String> = titles.into_iter().map(str::to_owned).collect();
        cards.iter_mut().zip(titles).for_each(|(card, title)| card.title = title);
        return;
    }
    let dated: Option<Vec<_>> = cards.iter().map(|card| behind_date(&card.title, page)).collect();
    for (card, (date, printed, title)) in cards.iter_mut().zip(dated.unwrap_or_default()) {
        card.title = title;
        if card.published_text.is_none() {
            card.published = Some(date.to_string());
            card.published_text = Some(printed);
        }
    }
}

/// "1Ferry runs again", as style sheets set it apart.
fn behind_rank(title: &str, rank: usize) -> Option<&str> {
    let rest = title.strip_prefix(&rank.to_string())?;
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ')' | ':' | '-' | '–'));
    (rest.starts_with(char::is_alphabetic) && rest.split_whitespace().count() >= MIN_WORDS).then_some(rest)
}

/// "Sep 8, 2024, 09:00 ET Ferry runs again"
fn behind_date(title: &str, page: &Page<'_>) -> Option<(date::Date, String, String)> {
    let (place, date) = date::find(title, page.lang, page.now)?;
    let rest =
        title.get(place.end..)?.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '|' | '·' | '-' | '–' | '—' | ','));
    (place.start == 0 && rest.split_whitespace().count() >= MIN_WORDS).then(|| (date, title[place].to_owned(), rest.to_owned()))
}

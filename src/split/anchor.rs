//! Dates of cards that only the clock knows: no clock tells them on a page that was written long before.

use super::Page;
use super::card::Card;
use crate::date::{self, Date};

/// Seconds within which a page is as old as the clock says: zones differ, and it may have stood for some days.
const FEW_DAYS: i64 = 5 * 86_400;

/// Counts dates from the newest that the page states, its `own` among them, where that is long ago: a day without a year is the nearest
/// one that is hardly later, and how long something was before an hour that nobody knows is left as it is worded.
pub(crate) fn count_from_page<'m>(cards: &mut [Card], own: impl Iterator<Item = &'m str>, page: &Page<'_>) {
    let Some(now) = page.now else { return };
    let is_counted: Vec<bool> = cards.iter().map(|card| is_counted(card, now, page)).collect();
    let told = cards.iter().zip(&is_counted).filter(|(_, is_counted)| !**is_counted).filter_map(|(card, _)| card.published.as_deref());
    let day = |iso: &str| date::parse(iso, None, None).filter(|date| !date::is_to_come(date, Some(now)));
    let dates = own.filter_map(day).chain(told.filter_map(day));
    let Some(newest) = dates.map(|date| Date::seconds(&date)).max() else { return };
    if newest + FEW_DAYS >= now {
        return;
    }
    for (card, _) in cards.iter_mut().zip(&is_counted).filter(|(_, is_counted)| **is_counted) {
        let words = card.published_text.as_deref().unwrap_or_default();
        card.published = date::yearless(words, page.lang, newest + FEW_DAYS).map(|date| date.to_string());
    }
}

/// Whether a card's date is known by the clock alone; what the markup states is another.
fn is_counted(card: &Card, now: i64, page: &Page<'_>) -> bool {
    let Some(words) = card.published_text.as_deref().filter(|_| card.published.is_some()) else { return false };
    let by_clock =
        |lang: Option<&str>| date::needs_clock(words, lang) && date::parse(words, lang, Some(now)).map(|d| d.to_string()) == card.published;
    by_clock(page.lang) || by_clock(None)
}

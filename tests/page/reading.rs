//! A page read by the library.

use super::Page;
use offprint::render::{Assembly, Captions, Scope, json};
use offprint::{Change, Rewriter, Settings};
use serde_json::Value;

/// What came out.
pub struct Reading {
    /// Every change, in order.
    pub changes: Vec<Change>,
    /// The state that they end in.
    pub assembly: Assembly,
    /// The contract's JSON; texts without captions, which are compared with their figures.
    pub json: Value,
}

/// Reads the page in one piece.
pub fn read(page: &Page) -> Reading {
    read_in(page, std::iter::once(page.html.as_slice()))
}

/// Reads the page in these pieces.
pub fn read_in<'p>(page: &Page, pieces: impl Iterator<Item = &'p [u8]>) -> Reading {
    let changes = changes_in(page, pieces);
    let mut assembly = Assembly::new();
    changes.iter().cloned().for_each(|change| assembly.apply(change));
    let json = serde_json::to_value(json::page(&assembly, Scope::All, Captions::Without)).unwrap();
    Reading { changes, assembly, json }
}

/// What the core says of the page, given in these pieces.
pub fn changes_in<'p>(page: &Page, pieces: impl Iterator<Item = &'p [u8]>) -> Vec<Change> {
    let mut rewriter = Rewriter::new(settings(page)).unwrap();
    let mut changes = Vec::new();
    for piece in pieces {
        changes.extend(rewriter.write(piece).unwrap());
    }
    changes.extend(rewriter.end().unwrap());
    changes
}

fn settings(page: &Page) -> Settings {
    let mut settings = page.settings();
    if let Some(now) = &page.about.now {
        settings = settings.with_now(unix_seconds(now));
    }
    settings
}

/// Seconds since 1970 of a date and time in UTC, by Howard Hinnant's `days_from_civil`.
fn unix_seconds(now: &toml::value::Datetime) -> i64 {
    let (date, time) = (now.date.unwrap(), now.time.unwrap());
    let (month, day) = (i64::from(date.month), i64::from(date.day));
    let year = i64::from(date.year) - i64::from(month <= 2);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let days = era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468;
    days * 86_400 + i64::from(time.hour) * 3600 + i64::from(time.minute) * 60 + i64::from(time.second.unwrap_or(0))
}

//! When an article was published and changed, and how its page says so.

use super::json_ld::Place;
use super::near::OVER;
use super::resolve::{Evidence, put};
use crate::article::{Metadata, Origin};
use crate::date::{self, Date};
use crate::lexicon::meta_names::Field;
use crate::page_kind::PageKind;

/// Days from which a printed date is no other reading of a machine's.
const LONG: i64 = 30;

impl Evidence<'_> {
    pub(super) fn times(&self, found: &mut Metadata) {
        let lang = found.lang.clone();
        let read = |value: &str| date::parse(value, lang.as_deref(), self.now).filter(|d| !date::is_to_come(d, self.now));
        // "Today", alone on a page that is no article, is a calendar's button.
        let is_dated = matches!(self.signals.kind, PageKind::Article | PageKind::Forum) || self.seen.is_thread;
        let may_be = |date: &Date, value: &str, origin| {
            origin != Origin::Text || !date::is_before_web(date) && (is_dated || !date::is_today(value, lang.as_deref()))
        };
        let told = self.published(lang.as_deref());
        let mut known =
            told.iter().filter_map(|(value, origin)| Some((read(value).filter(|date| may_be(date, value, *origin))?, *value, *origin)));
        let published = known.next().map(|first| {
            // The same day, with its hour.
            let is_fuller = |(date, value, _): &(Date, &str, Origin)| {
                date.has_time() && date.days_after(&first.0) == 0 && !date::is_relative(value, lang.as_deref())
            };
            if first.0.has_time() { first } else { known.find(is_fuller).unwrap_or(first) }
        });
        let modified = self.modified().into_iter().find_map(|(value, origin)| Some((read(value)?, origin)));
        // Saved anew, the machine's date is a later one than the printed.
        let published = published.map(|known| {
            let is_saved = modified.as_ref().is_none_or(|(changed, _)| changed.days_after(&known.0) == 0);
            let is_told = is_saved && matches!(known.2, Origin::JsonLd | Origin::Meta) && !self.seen.is_thread;
            self.seen.date.as_deref().filter(|_| is_told).and_then(|line| printed_before(line, known.0, lang.as_deref())).unwrap_or(known)
        });
        // "03-09-2026", where the page prints "March 9, 2026".
        let printed = self.seen.date.as_deref().and_then(|line| date::parse(line, lang.as_deref(), None));
        let is_swapped = published.is_some_and(|(date, value, _)| {
            let begins_with_year = value.trim_start().get(..4).is_some_and(|year| year.bytes().all(|b| b.is_ascii_digit()));
            !begins_with_year && printed.is_some_and(|printed| printed.days_after(&date) != 0 && printed.days_after(&date.swapped()) == 0)
        });
        let turn = |date: Date| if is_swapped { date.swapped() } else { date };
        let published = published.map(|(date, value, origin)| (turn(date), value, origin));
        let modified = modified.map(|(date, origin)| (turn(date).to_string(), origin));
        let mut words = self.seen.date.as_deref();
        if let Some((date, value, origin)) = published {
            put(&mut found.published, &mut found.origin, "published", &date.to_string(), origin);
            words = if origin == Origin::Text { Some(value) } else { self.words_of(&date, lang.as_deref()) };
        } else if let Some(date) = self.base.page().and_then(|u| date_in_path(u.path())) {
            put(&mut found.published, &mut found.origin, "published", &date, Origin::Address);
        }
        if let Some(words) = words.filter(|words| is_dated || !date::is_today(words, lang.as_deref())) {
            put(&mut found.published_text, &mut found.origin, "publishedText", words, Origin::Text);
        }
        if let Some((modified, origin)) = modified {
            // Days are compared: zones differ, and a template's "modified" before "published" is a mistake.
            let earlier = found.published.as_deref().is_some_and(|p| modified.get(..10) < p.get(..10));
            if !earlier {
                put(&mut found.modified, &mut found.origin, "modified", &modified, origin);
            }
        }
    }

    /// How the page says a date: the head's line, or another near the title; the site's head may say what day is today.
    fn words_of(&self, date: &Date, lang: Option<&str>) -> Option<&str> {
        let near =
            self.of(Field::Published, Origin::Text).filter_map(|(line, _)| line.get(date::find(line, lang, self.now.or(Some(0)))?.0));
        let (own, near) = (self.seen.date.as_deref(), near.filter(|line| !date::is_relative(line, lang)));
        let lines: Vec<&str> = own.into_iter().chain(near).collect();
        let is_within = |line: &str, days: i64| date.distance(line, lang).is_some_and(|apart| apart <= days);
        let within = |days: i64| lines.iter().copied().find(|line| is_within(line, days));
        let own = own.filter(|line| is_within(line, 1) || date::is_relative(line, lang));
        within(0).or(own).or_else(|| within(1).filter(|_| date.is_elsewhere()))
    }

    fn published(&self, lang: Option<&str>) -> Vec<(&str, Origin)> {
        let mut list: Vec<(&str, Origin)> = Vec::new();
        list.extend(self.main.and_then(|t| t.published.as_deref()).map(|v| (v, Origin::JsonLd)));
        list.extend(self.of(Field::Published, Origin::Meta));
        list.extend(
            self.things
                .iter()
                .filter(|t| t.place == Place::Main && !t.is_article())
                .filter_map(|t| t.published.as_deref())
                .map(|v| (v, Origin::JsonLd)),
        );
        list.extend(self.of(Field::Published, Origin::Microdata));
        list.extend(self.seen.datetime.as_deref().map(|v| (v, Origin::Time)));
        // What stands near the heading is an entry's.
        if self.seen.is_list {
            list.extend(self.seen.date.as_deref().map(|v| (v, Origin::Text)));
            return list;
        }
        // The `<time>` of the day that the article's head says; where there is none, all are other articles'.
        let day = |value: &str| date::parse(value, lang, None).and_then(|date| Some(date.to_string().get(..10)?.to_owned()));
        let told = self.seen.date.as_deref().and_then(|line| Some((line, day(line)?)));
        list.extend(told.map(|(line, own)| {
            let same = self.of(Field::Published, Origin::Time).find(|(value, _)| day(value).as_ref() == Some(&own));
            same.unwrap_or((line, Origin::Text))
        }));
        // "(2 hours ago)", as it stands on a card.
        let is_printed = |value: &str| self.seen.others.iter().any(|other| other == value.trim_matches(|c: char| !c.is_alphanumeric()));
        let is_day = |value: &str| date::parse(value, lang, None).is_some_and(|date| self.seen.others.contains(&date.to_string()));
        let is_other = |value: &str| is_printed(value) || is_day(value);
        // Over the title may be the clock of the site's head.
        let mut ranks = self.claims.ranks(Field::Published, Origin::Time);
        // What is sold was reviewed on those days.
        let is_sold = self.signals.kind == PageKind::Product;
        ranks.retain(|(rank, _)| !is_sold || *rank == 0);
        let times = |is_near: bool| {
            let ranks = ranks.iter().filter(move |(rank, _)| (*rank < OVER) == is_near);
            ranks.flat_map(|(_, values)| values).copied().filter(|value| !is_other(value)).map(|value| (value, Origin::Time))
        };
        list.extend(times(true));
        list.extend(self.seen.date.as_deref().map(|v| (v, Origin::Text)));
        list.extend(self.of(Field::Published, Origin::Text).filter(|(value, _)| !is_sold && !is_other(value)));
        list.extend(times(false));
        let title = self.signals.page_title.as_deref().into_iter().flat_map(|title| title.split(['|', '·', '•']));
        list.extend(title.map(str::trim).filter(|part| date::is_date_line(part)).map(|part| (part, Origin::PageTitle)));
        list
    }

    fn modified(&self) -> Vec<(&str, Origin)> {
        let mut list: Vec<(&str, Origin)> = Vec::new();
        list.extend(self.main.and_then(|t| t.modified.as_deref()).map(|v| (v, Origin::JsonLd)));
        for origin in [Origin::Meta, Origin::Microdata, Origin::Time, Origin::Text] {
            list.extend(self.of(Field::Modified, origin));
        }
        list.extend(self.seen.changed.as_deref().map(|line| (line, Origin::Text)));
        list
    }
}

/// `/2024/05/03/`, `/2024-05-03-`, as many sites build their addresses.
fn date_in_path(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split(['/', '-', '_']).collect();
    parts.windows(3).find_map(|w| {
        let [year, month, day] = w else { return None };
        let digits = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
        (digits(year, 4) && digits(month, 2) && digits(day, 2))
            .then(|| date::parse(&format!("{year}-{month}-{day}"), None, None))?
            .map(|d| d.to_string())
    })
}

/// The date of a head's line that is long before another.
fn printed_before<'l>(line: &'l str, known: Date, lang: Option<&str>) -> Option<(Date, &'l str, Origin)> {
    let printed = date::parse(line, lang, None)?;
    let is_long = known.distance(line, lang)? >= LONG && known.days_after(&printed) > 0 && !date::is_before_web(&printed);
    is_long.then_some((printed, line, Origin::Text))
}

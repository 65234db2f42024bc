//! Whether items say when or by whom they were written.

use super::Page;
use super::brackets::{brackets_and_rest, in_brackets};
use super::card::MAX_SOURCE;
use super::head::{is_name, picture};
use super::headline::{says_when, says_who_or_when};
use super::module::{Item, Module, is_text};
use super::named::leads_away;
use crate::byline;
use crate::date;
use crate::hash::Set;
use crate::lexicon::wording::{self, Wording};
use crate::passage::Judged;

/// Words; a line of an item's head has no more.
pub(super) const MAX_HEAD_LINE: f32 = 25.0;
/// Words beside a publisher's sign: its name, a time.
const MAX_SIGNED: f32 = 12.0;
/// Passages; an item's head is within its first ones.
pub(super) const HEAD_LENGTH: usize = 8;
/// Its foot is within its last ones.
const FOOT_LENGTH: usize = 2;
/// Passages under a title among which its publisher stands with the time.
const PUBLISHER_REACH: usize = 2;
/// What parts a line of a head, or the cells of a table in its place.
pub(super) const PARTS: [char; 7] = ['\n', '\t', '|', '·', ',', '(', ')'];
/// Seconds; what is dated later than that from now is yet to come, in whatever time zone.
const AHEAD: i64 = 2 * 86_400;
/// The first second of 1991, when the web was opened to the public.
const BEFORE_THE_WEB: i64 = 662_688_000;
/// Share of items that say who wrote them or when; whole articles do.
pub(super) const DATED: f32 = 0.6;

/// Whether nothing but a date stands beside a title, before it or in brackets behind it, perhaps with a name: "Ferry runs again (The
/// Example, 01:30)", "4 May 2026 17:21 Ferry runs again (The Example)".
pub(super) fn is_stamped(line: &str, title: &str) -> bool {
    let Some((before, behind)) = line.split_once(title).filter(|_| !title.is_empty()) else { return false };
    let inside = in_brackets(behind.trim());
    // Nothing, or the sign of an entry.
    if !before.contains(char::is_alphanumeric) {
        // "Ferry runs again (The Example) 4 May 2026"
        let named = || {
            let parts = brackets_and_rest(behind.trim());
            parts.is_some_and(|(name, date)| is_name(name.trim()) && date::is_date_line(date.trim()))
        };
        return date::is_date_line(behind.trim())
            || inside.is_some_and(|inside| inside.split(',').any(|part| date::is_date_line(part.trim())))
            || named();
    }
    // "The Example, 4 May 2026: Ferry runs again"
    let before = before.trim().trim_end_matches([':', '：', '–', '—', '|', '·']).trim_end();
    let named =
        || before.split_once([',', '|', '·', '/']).is_some_and(|(name, date)| is_name(name.trim()) && date::is_date_line(date.trim()));
    (date::is_date_line(before) || named()) && (behind.trim().is_empty() || inside.is_some_and(is_name))
}

/// What stands before the date that a line ends with: "Ferry runs again 4 May 2026".
pub(super) fn before_date<'l>(line: &'l str, page: &Page<'_>) -> Option<&'l str> {
    let (place, _) = date::find(line, page.lang, page.now.or(Some(0)))?;
    (place.end == line.trim_end().len()).then(|| line[..place.start].trim_end())
}

/// Whether a line of an item's head, or of its foot, names a time.
pub(super) fn says_when_in_head(item: &Item, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let is_short = |i: &usize| *i != item.headline.at && judged[*i].traits().words <= MAX_HEAD_LINE;
    let is_said = |i: usize| {
        let one = &judged[i];
        one.traits().time.is_some()
            || !is_text(one) && (says_when(&one.text, page) || date::trailing_age(&one.text).is_some())
            || one.text.split(PARTS).any(|part| date::is_date_line(part.trim()))
            || !is_text(one) && named_with_time(&one.text, page).is_some()
    };
    let foot = item.passages.clone().rev().take(FOOT_LENGTH).filter(is_short);
    let title = &judged[item.headline.at].text;
    is_stamped(title, &item.headline.text)
        || date::has_date_line(title)
        || item.passages.clone().take(HEAD_LENGTH).filter(is_short).chain(foot).any(is_said)
}

/// The name beside the time in a line of a head: "The Example · 07:52".
pub(super) fn named_with_time<'l>(line: &'l str, page: &Page<'_>) -> Option<&'l str> {
    let parts: Vec<&str> = line.split(['\n', '|', '·', '•', '—', '–']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let parts = || parts.iter().copied();
    let is_time = |part: &str| date::is_date_line(part) || says_when(part, page);
    let is_name = |part: &str| {
        part.split_whitespace().count() <= MAX_SOURCE
            && part.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
            && wording::read(part).may_be_name()
    };
    if let Some((name, _)) = parts().filter_map(name_and_clock).find(|(name, _)| is_name(name)) {
        return Some(name);
    }
    // "The Example, 20 April 2004"
    let dated = |part: &'l str| {
        let (name, date) = part.split_once(", ")?;
        (date::is_date_line(date) && is_name(name)).then_some(name)
    };
    if let Some(name) = parts().find_map(dated) {
        return Some(name);
    }
    let time = parts().position(is_time)?;
    parts().enumerate().find(|(at, part)| *at != time && is_name(part)).map(|(_, name)| name)
}

/// Whether a publisher's name and a time stand beside a picture, as beside its sign; a caption credits who took it.
pub(super) fn stands_by_sign(one: &Judged<'_>, page: &Page<'_>) -> bool {
    let is_wide = || picture(one).is_some_and(|picture| picture.width.is_some());
    one.traits().words <= MAX_SIGNED
        && !is_wide()
        && !one.reading.contains.intersects(Wording::CREDIT)
        && one.text.lines().any(|line| named_with_time(line, page).is_some())
}

/// "10:35 Ferry runs again", in a ticker.
pub(super) fn begins_with_clock(title: &str) -> bool {
    title.split_whitespace().next().is_some_and(date::is_clock)
}

/// What stands before the time of day that a line ends with, and that: "The Example 17:21".
pub(super) fn name_and_clock(line: &str) -> Option<(&str, &str)> {
    line.rsplit_once(' ').filter(|(_, time)| date::is_clock(time))
}

/// Whether items name a publisher each beside the time, and none of them twice: no two entries of a live report do.
pub(super) fn are_of_publishers(module: &Module, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let mut seen = Set::default();
    module.items.iter().all(|i| {
        let mut head = i.passages.clone().skip_while(|at| *at <= i.headline.at).take(PUBLISHER_REACH).filter(|at| !is_text(&judged[*at]));
        head.find_map(|at| named_with_time(&judged[at].text, page)).is_some_and(|name| seen.insert(name.to_owned()))
    })
}

/// Whether a line is a date, and no more beside it than a name.
pub(super) fn stands_beside_date(line: &str, page: &Page<'_>) -> bool {
    let place = date::find(line, page.lang, page.now.or(Some(0))).map(|(place, _)| place);
    place.is_some_and(|place| {
        let (before, behind) = (&line[..place.start], line.get(place.end..).unwrap_or_default());
        before.split_whitespace().count() + behind.split_whitespace().count() <= MAX_SOURCE
    })
}

/// Whether so many items are so that all like them are.
pub(super) fn nearly_all(module: &Module, is_so: impl Fn(&Item) -> bool) -> bool {
    module.items.iter().filter(|i| is_so(i)).count() as f32 >= DATED * module.items.len() as f32
}

/// Whether most items say in their heads when or by whom they were written.
pub(super) fn are_dated(module: &Module, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    // Posts may be listed under their day.
    let is_under_day = || module.labels.iter().any(|&label| date::is_date_line(&judged[label].text));
    let last = |i: &Item| judged[i.passages.clone()].iter().rev().find(|one| !one.text.is_empty());
    // What stands behind the last of them is the page's.
    let ends_so = |i: &Item| i.headline.url.is_none() && last(i).is_some_and(ends_in_name);
    let end_in_names = || module.items.len() > 2 && module.items[..module.items.len() - 1].iter().all(ends_so);
    module.are_records() || nearly_all(module, |i| is_dated(i, judged, page)) || is_under_day() || end_in_names()
}

/// Whether a passage behind a text is nothing but the name of who wrote it.
pub(super) fn ends_in_name(one: &Judged<'_>) -> bool {
    !one.is_heading() && byline::is_person(one.text.trim())
}

/// Whether an item says in its head when or by whom it was written.
pub(super) fn is_dated(item: &Item, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let is_head = |j: &Judged<'_>| {
        if j.traits().words > MAX_HEAD_LINE {
            return false;
        }
        // A caption says when the picture was taken; a publisher's sign stands before its name and the time.
        if j.is_picture() {
            return stands_by_sign(j, page);
        }
        let mut parts = j.text.split(PARTS).map(str::trim);
        if is_text(j) {
            // "Mar. 18, 2026 at 8:55 p.m." only looks like a sentence, and so does "18.03.2026 20:00 via The Example".
            return parts.any(date::is_date_line) || stands_beside_date(&j.text, page);
        }
        j.traits().time.is_some()
            || parts.any(|part| says_who_or_when(part, page))
            || says_who_or_when(&j.text, page)
            || date::trailing_age(&j.text).is_some()
    };
    let from = item.passages.start.max(item.headline.at.saturating_sub(HEAD_LENGTH / 2));
    let is_stamped = || is_stamped(&judged[item.headline.at].text, &item.headline.text);
    // "Posted by Jane Doe | Comments (2)"
    let signs = |j: &Judged<'_>| {
        let is_date = |part: &str| date::is_date_line(part) || item.headline.url.is_some() && stands_beside_date(part, page);
        let is_sign = |part: &str| is_date(part) || byline::opens_byline(part) && byline::is_byline(part);
        j.text.split(['\n', '|', '·']).any(|part| is_sign(part.trim()))
    };
    let ends_so = || {
        judged[item.passages.clone()].iter().rev().take(FOOT_LENGTH).any(|j| !is_text(j) && j.traits().words <= MAX_HEAD_LINE && signs(j))
    };
    judged[from..item.passages.end].iter().take(HEAD_LENGTH).any(is_head) || ends_so() || is_stamped() || is_cutting(item, judged, page)
}

/// Whether the dates of items are those of what is told, as in diaries, itineraries, chronicles and calendars: from before the web or yet to
/// come, one after the other where nothing leads on, or under headings that count. Stories stand with the last one first, and name who
/// tells them.
pub(super) fn are_days_told(module: &Module, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let days: Vec<i64> = module.items.iter().map_while(|i| day_alone(i, judged, page)).collect();
    let is_past = |day: &i64| *day < BEFORE_THE_WEB;
    let is_to_come = |day: &i64| page.now.is_some_and(|now| *day > now + AHEAD);
    let run_on = || days.len() > 2 && module.items.iter().all(|i| i.headline.url.is_none()) && days.is_sorted_by(|a, b| a < b);
    let count = || module.items.windows(2).all(|pair| goes_on(&pair[0].headline.text, &pair[1].headline.text));
    days.len() > 1 && days.len() == module.items.len() && (days.iter().all(is_past) || days.iter().all(is_to_come) || run_on() || count())
}

/// The day that is all that stands between an item's title and its text.
fn day_alone(item: &Item, judged: &[Judged<'_>], page: &Page<'_>) -> Option<i64> {
    let behind = item.passages.clone().skip_while(|at| *at <= item.headline.at).map(|at| &judged[at]);
    let mut head = behind.take_while(|one| !is_text(one)).filter(|one| !one.is_picture());
    let day = head.next().filter(|one| date::is_date_line(one.text.trim()))?;
    let (_, date) = date::find(day.text.trim(), page.lang, page.now)?;
    head.next().is_none().then(|| date.seconds())
}

/// What stands before the first number of a title, and that.
fn counted(title: &str) -> Option<(&str, u32)> {
    let (word, rest) = title.split_at(title.find(|c: char| c.is_ascii_digit())?);
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    Some((word, rest[..end].parse().ok()?))
}

/// "Day 1: Out" and "Day 2: Back".
fn goes_on(title: &str, next: &str) -> bool {
    let (Some((word, n)), Some((other, m))) = (counted(title), counted(next)) else { return false };
    word == other && n.checked_add(1) == Some(m)
}

/// Whether an item is from another publication, which its title names behind it: "Ferry runs again (The Example)", and leads there.
pub(super) fn is_cutting(item: &Item, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let behind = judged[item.headline.at].text.split_once(&item.headline.text).map_or("", |(_, behind)| behind.trim());
    in_brackets(behind).is_some_and(is_name) && leads_away(item, page)
}

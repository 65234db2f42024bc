//! Dates and times as pages word them.
//!
//! A line is cut into numbers, words and signs; patterns over these find days of several calendars, times of day and
//! relative times in some fifty languages.

mod absolute;
mod apart;
mod calendar;
mod clock;
mod labelled;
mod meaning;
mod names;
mod relative;
mod token;
mod when;

use crate::lexicon::ago::{NOW, Unit};
use crate::lexicon::date_words::CLOSED_AROUND;
pub(crate) use apart::{is_before_web, is_relative, is_to_come, is_today};
pub(crate) use labelled::{Moment, goes_on, labelled, says_other, says_updated};
use meaning::Meaning;
use std::fmt;
use std::ops::Range;
use token::{Kind, Token, fold, holds, same, tokens};
use when::When;

/// Bytes; longer lines are prose that mentions a date.
const MAX_LINE: usize = 300;
/// Bytes; longer lines are no phrase for this very moment.
const MAX_NOW_PHRASE: usize = 40;
/// Letters of an article or preposition before "last week": "la", "na", "в".
const MAX_ARTICLE: usize = 3;
/// Seconds; a clock beyond some thirty thousand years is broken.
const MAX_NOW: i64 = 1_000_000_000_000;

/// A day, with its time where known. Displays as ISO 8601: `2024-05-03`, `2024-05-03T17:04:00-05:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Date {
    day: Day,
    time: Option<Time>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Day {
    year: i32,
    month: u8,
    day: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Time {
    hour: u8,
    minute: u8,
    second: u8,
    /// Minutes east of UTC.
    offset: Option<i16>,
}

impl Date {
    /// Its day's first second since 1970-01-01T00:00:00Z.
    pub(crate) fn seconds(&self) -> i64 {
        calendar::first_second(self.day.year, self.day.month, self.day.day)
    }
}

/// A span before now.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Back {
    unit: Unit,
    count: i64,
}

/// The date that a text is or holds: `Published: 3 May 2024`, `an hour ago`, `2024-05-03T10:00Z`.
///
/// `lang` is the text's BCP 47 tag, which decides the order of day and month and between names that languages share.
/// `now` is in seconds since 1970-01-01T00:00:00Z; without it relative times are unknown.
pub(crate) fn parse(text: &str, lang: Option<&str>, now: Option<i64>) -> Option<Date> {
    let text = text.trim();
    epoch(text)
        .or_else(|| if is_now(text) { now.map(|now| at_second(now.clamp(-MAX_NOW, MAX_NOW))) } else { None })
        .or_else(|| find(text, lang, now).map(|(_, date)| date))
}

/// The first date of a short line, and its place: `Von Max Muster, 3. Mai 2024, 10:04 Uhr`.
pub(crate) fn find(line: &str, lang: Option<&str>, now: Option<i64>) -> Option<(Range<usize>, Date)> {
    let line = Line::new(line, lang).filter(Line::may_say_when)?;
    let mut at = 0;
    while at < line.tokens.len() {
        match line.read(at) {
            Some(found) => match found.when.resolve(now) {
                Some(date) => return Some((line.bytes(line.opening(&found), found.to), date)),
                None => at = found.to.max(at + 1),
            },
            None => at += 1,
        }
    }
    None
}

/// Whether a line's date is known to who knows the time alone: "3 hrs ago", "yesterday".
pub(crate) fn needs_clock(line: &str, lang: Option<&str>) -> bool {
    find(line, lang, Some(0)).is_some() && find(line, lang, None).is_none()
}

/// The day that a line names without its year, the latest by the clock `now`.
pub(crate) fn yearless(line: &str, lang: Option<&str>, now: i64) -> Option<Date> {
    let line = Line::new(line, lang)?;
    let found = (0..line.tokens.len()).find_map(|at| line.read(at).filter(|found| matches!(found.when, When::Yearless(..))))?;
    found.when.resolve(Some(now))
}

/// Whether one of the text's lines is a date line.
pub(crate) fn has_date_line(text: &str) -> bool {
    text.lines().any(|line| is_date_line(line.trim()))
}

/// Whether nearly all of a text is dates and times, with words such as "Published", "Stand" or "min read".
pub(crate) fn is_date_line(text: &str) -> bool {
    // Prose is known by its first word.
    let Some(first) = Some(text).filter(|text| text.len() <= MAX_LINE).and_then(token::first) else { return false };
    if first.meaning.contains(Meaning::OPENS_NOW) && is_now(text.trim()) {
        return true;
    }
    if !first.belongs() {
        return false;
    }
    let Some(line) = Line::new(text, None).filter(Line::may_say_when) else { return false };
    let (mut at, mut dated, mut timed) = (0, false, false);
    while at < line.tokens.len() {
        if let Some(found) = line.read(at) {
            dated = true;
            at = found.to.max(at + 1);
        } else if let Some((_, end)) = clock::clock(&line, at) {
            timed = true;
            at = end;
        } else if let Some(end) = line.reading_time(at) {
            timed = true;
            at = end;
        } else if let Some(end) = line.around(at) {
            at = end;
        } else {
            return false;
        }
    }
    dated || timed
}

/// Whether a text is a time of day and nothing else: `16:34`.
pub(crate) fn is_clock(text: &str) -> bool {
    Line::new(text, None).is_some_and(|line| clock::clock(&line, 0).is_some_and(|(_, end)| end == line.tokens.len()))
}

/// Where a line ends with a span back from now: at `3h` in "Starlings close the airport 3h", at `last week`.
pub(crate) fn trailing_age(text: &str) -> Option<usize> {
    /// Words of a span: "an hour ago", "на прошлой неделе".
    const MAX_WORDS: usize = 4;
    let mut starts = text.trim_end().rmatch_indices(' ').map(|(at, _)| at + 1).take(MAX_WORDS).peekable();
    // Most lines end with a word that means nothing here.
    let last = &text[*starts.peek()?..];
    if !token::first(last).is_some_and(|token| token.belongs()) {
        return None;
    }
    let is_age = |at: &usize| {
        let line = Line::new(&text[*at..], None).filter(Line::may_say_when);
        // "USA Today" and "Extremadura Hoy" are newspapers.
        let is_back = |when: &When| matches!(when, When::Ago(_)) || matches!(when, When::DaysAgo(days, _) if *days > 0);
        line.is_some_and(|line| line.read(0).is_some_and(|f| f.to == line.tokens.len() && is_back(&f.when)))
    };
    starts.filter(is_age).last()
}

/// Whether a text consists of words that stand around dates: "Veröffentlicht am".
pub(crate) fn is_around(text: &str) -> bool {
    Line::new(text, None).is_some_and(|line| !line.tokens.is_empty() && (0..line.tokens.len()).all(|at| line.around(at).is_some()))
}

/// Whether a text says how long something takes: "3 Minutes", "Reading time: 11 min".
pub(crate) fn is_span(text: &str) -> bool {
    Line::new(text, None).is_some_and(|line| (0..line.tokens.len()).any(|at| relative::is_span(&line, at)))
}

/// Unix time as `<meta>` values hold it, in seconds or milliseconds.
fn epoch(text: &str) -> Option<Date> {
    let number: i64 = text.parse().ok()?;
    match text.len() {
        // 2001 to 2286
        10 => Some(at_second(number)),
        13 => Some(at_second(number / 1000)),
        14 => {
            let part = |range: Range<usize>| text.get(range)?.parse().ok();
            let day = find(text.get(..8)?, None, None)?.1.day;
            let (hour, minute, second) = (part(8..10)?, part(10..12)?, part(12..14)?);
            (hour < 24 && minute < 60 && second < 60).then_some(Date { day, time: Some(Time { hour, minute, second, offset: None }) })
        }
        _ => None,
    }
}

fn is_now(text: &str) -> bool {
    text.len() < MAX_NOW_PHRASE && NOW.iter().any(|phrase| same(text, phrase))
}

fn says(text: &str, what: Meaning) -> bool {
    meaning::meaning(&fold(text)).contains(what)
}

fn at_second(seconds: i64) -> Date {
    let (days, second) = calendar::split_seconds(seconds);
    let (year, month, day) = calendar::civil(days);
    let time = Time { hour: (second / 3600) as u8, minute: (second / 60 % 60) as u8, second: (second % 60) as u8, offset: Some(0) };
    Date { day: Day { year, month, day }, time: Some(time) }
}

fn at_day(days: i64) -> Day {
    let (year, month, day) = calendar::civil(days);
    Day { year, month, day }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.day.year, self.day.month, self.day.day)?;
        let Some(time) = self.time else { return Ok(()) };
        write!(f, "T{:02}:{:02}:{:02}", time.hour, time.minute, time.second)?;
        match time.offset {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
        }
    }
}

/// A line's tokens, with what decides how they are read.
struct Line<'t> {
    tokens: Vec<Token<'t>>,
    lang: Option<&'t str>,
}

/// A moment, and the tokens that say it.
struct Found {
    when: When,
    from: usize,
    to: usize,
}

impl<'t> Line<'t> {
    fn new(text: &'t str, lang: Option<&'t str>) -> Option<Self> {
        (text.len() <= MAX_LINE).then(|| Self { tokens: tokens(text), lang })
    }

    /// The moment that is named from a token on.
    fn read(&self, at: usize) -> Option<Found> {
        if !self.tokens.get(at)?.opens() {
            return None;
        }
        if let Some((day, end)) = absolute::day(self, at) {
            return Some(self.timed(at, end, |time| When::Day(day, time)));
        }
        if let Some((back, end)) = relative::ago(self, at) {
            return Some(Found { when: When::Ago(back), from: at, to: end });
        }
        if let Some((days, end)) = relative::day_word(self, at) {
            let found = self.timed(at, end, |time| When::DaysAgo(days, time));
            // "The dangers that cities face today" dates nothing; "Published today" and "Today, 17:04" do.
            let whole = found.to == self.tokens.len() && (0..at).all(|i| self.around(i).is_some());
            return (whole || found.to > end || found.from < at).then_some(found);
        }
        // "Last week" is a time where it is all there is; elsewhere it is prose.
        if let Some((back, end)) = relative::last(self, at) {
            let is_leading = |at: usize| self.around(at).is_some() || self.word(at).is_some_and(|word| word.chars().count() <= MAX_ARTICLE);
            return (end == self.tokens.len() && at <= 1 && (0..at).all(is_leading)).then_some(Found {
                when: When::Ago(back),
                from: 0,
                to: end,
            });
        }
        let (month, day, end) = absolute::yearless(self, at)?;
        let found = self.timed(at, end, |time| When::Yearless(month, day, time));
        // "May 3" alone also opens a sentence.
        let is_apart = found.from == 0 || matches!(self.sign(found.from - 1), Some(',' | '–' | '—' | '|' | '·'));
        let is_last = || found.to == self.tokens.len() || self.reading_time(found.to).is_some();
        let alone = is_apart && is_last() || found.to > end || found.from < at;
        (alone && calendar::is_valid(2000, month, day)).then_some(found)
    }

    /// The first token of a moment with the words before it that belong to it: "Friday, May 3", "about 3 hours ago", "för 2 timmar sedan".
    fn opening(&self, found: &Found) -> usize {
        let is_roughly = |at: usize| self.word(at).is_some_and(|w| holds("about almost over nearly för for", w));
        let mut from = found.from;
        if matches!(found.when, When::Ago(_)) {
            return from - usize::from(from > 0 && is_roughly(from - 1));
        }
        let mut at = from;
        while at > 0 && (self.means(at - 1, Meaning::WEEKDAY) || matches!(self.sign(at - 1), Some(',' | '.' | '，'))) {
            at -= 1;
            if self.means(at, Meaning::WEEKDAY) {
                from = at;
            }
        }
        from
    }

    /// Adds the time of day that stands behind or before a day.
    fn timed(&self, from: usize, to: usize, when: impl FnOnce(Option<Time>) -> When) -> Found {
        if let Some((time, to)) = clock::after(self, to) {
            Found { when: when(Some(time)), from, to }
        } else if let Some((time, from)) = clock::before(self, from) {
            Found { when: when(Some(time)), from, to }
        } else {
            Found { when: when(None), from, to }
        }
    }

    /// `5 min read`, `Lesezeit: 3 Minuten`: a number beside a word for minutes.
    fn reading_time(&self, at: usize) -> Option<usize> {
        self.number(at).filter(|&(n, _)| n < 200)?;
        let minutes = |i: usize| self.word(i).is_some_and(|w| holds("min mins minut* 分 分钟 분 мин минут*", w));
        minutes(at + 1).then_some(at + 2)
    }

    /// A word or sign that may stand around a date.
    fn around(&self, at: usize) -> Option<usize> {
        match self.kind(at)? {
            Kind::Sign(c) => (!matches!(c, '$' | '€' | '£' | '%' | '?' | '!' | '"' | '“' | '„')).then_some(at + 1),
            Kind::Number { .. } => None,
            Kind::Word(_) if self.means(at, Meaning::AROUND | Meaning::WEEKDAY | Meaning::ZONE | Meaning::VAGUE_ZONE) => Some(at + 1),
            Kind::Word(_) if !self.means(at, Meaning::CLOSED_AROUND) => None,
            Kind::Word(_) => CLOSED_AROUND.split_ascii_whitespace().find_map(|phrase| self.closed(at, phrase)),
        }
    }

    /// Whether a token is a word that may mean one of these.
    fn means(&self, at: usize, any: Meaning) -> bool {
        self.tokens.get(at).is_some_and(|t| t.meaning.intersects(any))
    }

    /// Whether some moment or time may be named: without a number only words such as "ago" and "today" do.
    fn may_say_when(&self) -> bool {
        self.tokens.iter().any(|t| matches!(t.kind, Kind::Number { .. }) || t.meaning.intersects(Meaning::RELATIVE))
    }

    fn kind(&self, at: usize) -> Option<Kind<'t>> {
        self.tokens.get(at).map(|t| t.kind)
    }

    /// Value and number of digits.
    fn number(&self, at: usize) -> Option<(u64, usize)> {
        match self.kind(at)? {
            Kind::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }

    fn word(&self, at: usize) -> Option<&'t str> {
        match self.kind(at)? {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    fn sign(&self, at: usize) -> Option<char> {
        match self.kind(at)? {
            Kind::Sign(sign) => Some(sign),
            _ => None,
        }
    }

    /// Whether no space stands before a token.
    fn touches(&self, at: usize) -> bool {
        at > 0 && matches!((self.tokens.get(at - 1), self.tokens.get(at)), (Some(a), Some(b)) if a.end == b.start)
    }

    /// Whether a sign ties this number to a date's: clocks with a full stop are believed only there.
    fn follows_date(&self, at: usize) -> bool {
        // "kl. 20.36"
        at >= 3 && (self.sign(at - 1) != Some('.') || self.means(at - 2, Meaning::JOINER))
    }

    /// The token after a phrase of a script without spaces, where it stands here.
    fn closed(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut rest = phrase;
        let mut end = at;
        while !rest.is_empty() {
            rest = rest.strip_prefix(self.word(end)?)?;
            end += 1;
        }
        Some(end)
    }

    fn bytes(&self, from: usize, to: usize) -> Range<usize> {
        let start = self.tokens.get(from).map_or(0, |t| t.start);
        let end = to.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, |t| t.end);
        start..end.max(start)
    }
}

#[cfg(test)]
mod tests;

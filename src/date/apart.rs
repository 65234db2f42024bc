//! How far dates are from each other, and from today.

use super::{Date, Day, calendar, parse};

/// Seconds.
const DAY_SECONDS: i64 = 86_400;
/// Days since 1970-01-01, amid a year.
const SOME_DAY: i64 = 20_000;

impl Date {
    /// Whether the hour is known too.
    pub(crate) fn has_time(&self) -> bool {
        self.time.is_some()
    }

    /// Days from another date to this one.
    pub(crate) fn days_after(&self, other: &Self) -> i64 {
        self.day.number() - other.day.number()
    }

    /// The days between this date and the one that a line says. The line is read on that day, so that "yesterday" is near, and so is a
    /// day without its year; which of two numbers is the month may be unknown.
    pub(crate) fn distance(&self, line: &str, lang: Option<&str>) -> Option<i64> {
        let said = parse(line, lang, Some((self.day.number() + 1) * DAY_SECONDS))?;
        Some(if said.day == self.swapped().day { 0 } else { said.days_after(self).abs() })
    }

    /// The date with month and day read the other way round, where that is one.
    #[must_use]
    pub(crate) fn swapped(mut self) -> Self {
        let Day { year, month, day } = self.day;
        if calendar::is_valid(year, day, month) {
            self.day = Day { year, month: day, day: month };
        }
        self
    }

    /// Whether its hour is that of a zone that readers may not be in.
    pub(crate) fn is_elsewhere(&self) -> bool {
        self.time.is_some_and(|time| time.offset.is_none_or(|offset| offset == 0))
    }
}

impl Day {
    /// Days since 1970-01-01.
    fn number(self) -> i64 {
        calendar::days(self.year, self.month, self.day)
    }
}

/// Whether a date is after tomorrow, where the time is known: zones differ by a day.
pub(crate) fn is_to_come(date: &Date, now: Option<i64>) -> bool {
    let tomorrow = now.and_then(|now| parse(&now.saturating_add(DAY_SECONDS).to_string(), None, None));
    tomorrow.is_some_and(|tomorrow| date.day > tomorrow.day)
}

/// Whether a date is older than the first page of the web: nothing was published on a page then, though its text may tell of it.
pub(crate) fn is_before_web(date: &Date) -> bool {
    const FIRST_PAGE: i32 = 1991;
    date.day.year < FIRST_PAGE
}

/// Whether a line says "today", and no hour.
pub(crate) fn is_today(line: &str, lang: Option<&str>) -> bool {
    let is_same = |day: i64| parse(line, lang, Some(day * DAY_SECONDS)).is_some_and(|date| !date.has_time() && date.day.number() == day);
    is_same(SOME_DAY) && is_same(SOME_DAY + 1)
}

/// Whether a line's date is another each day: "3 hours ago", but not "3 May".
pub(crate) fn is_relative(line: &str, lang: Option<&str>) -> bool {
    let on = |day: i64| parse(line, lang, Some(day * DAY_SECONDS));
    on(SOME_DAY) != on(SOME_DAY + 1)
}

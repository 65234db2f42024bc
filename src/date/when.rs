//! From what a line says of a moment to the day that it means, with the clock of now.

use super::{Back, Date, Day, MAX_NOW, Time, at_day, at_second, calendar};
use crate::lexicon::ago::Unit;

/// What a line's words say of a moment.
pub(super) enum When {
    Day(Day, Option<Time>),
    Yearless(u8, u8, Option<Time>),
    Ago(Back),
    DaysAgo(i64, Option<Time>),
}

impl When {
    pub(super) fn resolve(&self, now: Option<i64>) -> Option<Date> {
        let now = now.map(|now| now.clamp(-MAX_NOW, MAX_NOW));
        match *self {
            Self::Day(day, time) => Some(Date { day, time }),
            Self::Yearless(month, day, time) => Some(Date { day: latest(month, day, now?)?, time }),
            Self::Ago(back) => Some(back.before(now?)),
            Self::DaysAgo(days, time) => {
                let (today, _) = calendar::split_seconds(now?);
                Some(Date { day: at_day(today - days), time })
            }
        }
    }
}

/// The latest such day that is not after tomorrow (zones differ).
fn latest(month: u8, day: u8, now: i64) -> Option<Day> {
    let tomorrow = at_day(calendar::split_seconds(now).0 + 1);
    [tomorrow.year, tomorrow.year - 1]
        .into_iter()
        .map(|year| Day { year, month, day })
        .find(|d| calendar::is_valid(d.year, month, day) && *d <= tomorrow)
}

impl Back {
    /// Minutes and hours give a time; longer spans only a day.
    fn before(self, now: i64) -> Date {
        let (today, _) = calendar::split_seconds(now);
        let whole_day = |days: i64| Date { day: at_day(today - days), time: None };
        let months = |count: i64| {
            let now = at_day(today);
            let month = i64::from(now.year) * 12 + i64::from(now.month) - 1 - count;
            let (year, month) = (month.div_euclid(12) as i32, month.rem_euclid(12) as u8 + 1);
            Date { day: Day { year, month, day: now.day.min(calendar::month_days(year, month)) }, time: None }
        };
        match self.unit {
            Unit::Second => at_second(now - self.count),
            Unit::Minute => at_second(now - self.count * 60),
            Unit::Hour => at_second(now - self.count * 3600),
            Unit::Day => whole_day(self.count),
            Unit::Week => whole_day(self.count * 7),
            Unit::Month => months(self.count),
            Unit::Year => months(self.count * 12),
        }
    }
}

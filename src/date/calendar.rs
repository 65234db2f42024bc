//! Civil calendar arithmetic: a few lines of integer sums, so that no date crate weighs on the wasm.
//!
//! Source: the proleptic Gregorian calendar of ISO 8601, counted in eras of 400 years.

/// Days of a 400-year era.
const ERA_DAYS: i64 = 146_097;
/// Days from 0000-03-01 to 1970-01-01.
const EPOCH_DAYS: i64 = 719_468;
const DAY_SECONDS: i64 = 86_400;

/// Whether year, month and day name a day.
pub(super) fn is_valid(year: i32, month: u8, day: u8) -> bool {
    (1..=12).contains(&month) && day >= 1 && day <= month_days(year, month)
}

/// The number of days of a month.
pub(super) fn month_days(year: i32, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + u8::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01.
pub(super) fn days(year: i32, month: u8, day: u8) -> i64 {
    // Years start in March here, so that the leap day is a year's last.
    let (month, year) = (i64::from(month), i64::from(year) - i64::from(month <= 2));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(day) - 1;
    let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
    era * ERA_DAYS + year * 365 + year / 4 - year / 100 + day_of_year - EPOCH_DAYS
}

/// Year, month and day of a number of days since 1970-01-01.
pub(super) fn civil(days: i64) -> (i32, u8, u8) {
    let days = days + EPOCH_DAYS;
    let (era, day) = (days.div_euclid(ERA_DAYS), days.rem_euclid(ERA_DAYS));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day_of_year = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    (year as i32, month as u8, day as u8)
}

/// Days since 1970-01-01, and seconds of the day.
pub(super) fn split_seconds(seconds: i64) -> (i64, i64) {
    (seconds.div_euclid(DAY_SECONDS), seconds.rem_euclid(DAY_SECONDS))
}

/// The first second of a day.
pub(super) fn first_second(year: i32, month: u8, day: u8) -> i64 {
    days(year, month, day) * DAY_SECONDS
}

/// The Gregorian date of one of the Solar Hijri calendar (Iran, Afghanistan), years 1300 to 1472.
pub(super) fn from_solar_hijri(year: i32, month: u8, day: u8) -> Option<(i32, u8, u8)> {
    // Leap years by the 33-year cycle, which is exact for these years.
    let is_leap = |y: i32| [1, 5, 9, 13, 17, 22, 26, 30].contains(&(y % 33));
    let length = match month {
        1..=6 => 31,
        7..=11 => 30,
        12 => 29 + u8::from(is_leap(year)),
        _ => return None,
    };
    if !(1300..=1472).contains(&year) || day == 0 || day > length {
        return None;
    }
    let years: i64 = (1300..year).map(|y| 365 + i64::from(is_leap(y))).sum();
    let months = i64::from(month - 1) * 30 + i64::from((month - 1).min(6));
    // 1300-01-01 was 1921-03-21.
    Some(civil(days(1921, 3, 21) + years + months + i64::from(day) - 1))
}

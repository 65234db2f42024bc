//! Dates that name a day of a calendar.

use super::calendar::{from_solar_hijri, is_valid};
use super::meaning::Meaning;
use super::token::{Kind, same};
use super::{Day, Line, names};
use crate::lexicon::date_words::ERAS;

/// A found day, and the token after it.
type Found = (Day, usize);

/// Years that a page's date may be of; older ones are the subject of an article.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;
/// The Buddhist calendar counts 543 years more.
const BUDDHIST: i32 = 543;

/// The day that is named from a token on.
pub(super) fn day(line: &Line<'_>, at: usize) -> Option<Found> {
    let in_number = at > 0
        && line.touches(at)
        && matches!(line.sign(at - 1), Some('.' | '-' | '/' | ':' | '#' | '$' | '€'))
        && at > 1
        && line.number(at - 2).is_some();
    if line.number(at).is_some() && in_number {
        return None;
    }
    east_asian(line, at)
        .or_else(|| year_month_day(line, at))
        .or_else(|| day_month_year(line, at))
        .or_else(|| day_name_year(line, at))
        .or_else(|| name_day_year(line, at))
        .or_else(|| year_name_day(line, at))
}

/// A day of a month without its year, as `3. Mai`: the caller must know the year.
pub(super) fn yearless(line: &Line<'_>, at: usize) -> Option<(u8, u8, usize)> {
    if let (Some((month, 1..=2)), Some("月" | "월")) = (line.number(at), line.word(at + 1)) {
        let (day, end) = (line.number(at + 2)?.0, at + 3);
        let closed = matches!(line.word(end), Some("日" | "일"));
        return closed.then_some((u8::try_from(month).ok()?, u8::try_from(day).ok()?, end + 1));
    }
    if let (Some((first, 1..=2)), Some((second, digits))) = (line.number(at), line.number(at + 2)) {
        let (first, second) = (u8::try_from(first).ok()?, u8::try_from(second).ok()?);
        return match line.sign(at + 1)? {
            // `17.10.`, as in German, Czech or Finnish.
            '.' if digits <= 2
                && line.sign(at + 3) == Some('.')
                && line.touches(at + 3)
                && (line.number(at + 4).is_none() || line.reading_time(at + 4).is_some()) =>
            {
                Some((second, first, at + 4))
            }
            // `08-07 19:43`, as in Chinese, and `2/23(木)`, as in Japanese: the month first.
            '-' if digits == 2 && line.sign(at + 4) == Some(':') => Some((first, second, at + 3)),
            '/' if digits <= 2
                && matches!(line.sign(at + 3), Some('(' | '（'))
                && line.means(at + 4, Meaning::WEEKDAY | Meaning::JOINER) =>
            {
                Some((first, second, at + 6))
            }
            _ => None,
        };
    }
    if let Some((day, 1..=2)) = line.number(at) {
        let named = links(line, at + 1);
        // "8 out of ten"
        let is_of = |end: usize| line.word(end).is_some_and(|w| same(w, "of")) && !line.word(named).is_some_and(|w| names::is_of(w, "en"));
        let (month, end) = month(line, named).filter(|(_, end)| !is_of(*end))?;
        return Some((month, u8::try_from(day).ok()?, end));
    }
    let (month, end) = month(line, at)?;
    let end = end + usize::from(line.sign(end) == Some('.'));
    let (day, _) = line.number(end).filter(|&(_, digits)| digits <= 2)?;
    Some((month, u8::try_from(day).ok()?, ordinal(line, end + 1)))
}

/// `2024年5月3日`, `2024년 5월 3일`, `民國113年5月3日`, `令和6年5月3日`.
fn east_asian(line: &Line<'_>, at: usize) -> Option<Found> {
    let (era, at) = ERAS
        .iter()
        .filter(|_| line.means(at, Meaning::ERA))
        .find_map(|(name, before)| Some((*before, line.closed(at, name)?)))
        .unwrap_or((0, at));
    let (year, digits) = line.number(at)?;
    let named = matches!(
        (line.word(at + 1), line.word(at + 3), line.word(at + 5)),
        (Some("年" | "년"), Some("月" | "월"), Some("日" | "일" | "號" | "号"))
    );
    if !named || (era == 0 && digits != 4) {
        return None;
    }
    Some((gregorian(line, i32::try_from(year).ok()? + era, line.number(at + 2)?.0, line.number(at + 4)?.0)?, at + 6))
}

/// `2024-05-03`, `2024/5/3`, `2024. 5. 3.`, `20240503`.
fn year_month_day(line: &Line<'_>, at: usize) -> Option<Found> {
    let (year, digits) = line.number(at)?;
    if digits == 8 {
        return Some((gregorian(line, i32::try_from(year / 10_000).ok()?, year / 100 % 100, year % 100)?, at + 1))
            .filter(|_| line.tokens.len() == 1 || matches!(line.word(at + 1), Some("T" | "t")));
    }
    let (month, day) = (line.number(at + 2)?, line.number(at + 4)?);
    if digits != 4 || month.1 > 2 || day.1 > 2 || !separated(line, at) {
        return None;
    }
    let found = gregorian(line, i32::try_from(year).ok()?, month.0, day.0)?;
    Some((found, at + 5 + usize::from(line.sign(at + 5) == Some('.') && line.sign(at + 1) == Some('.'))))
}

/// `10-04-2025`, `10.04.25`, `3. 5. 2024`: the day first, except where only the other order or the region says so.
fn day_month_year(line: &Line<'_>, at: usize) -> Option<Found> {
    let (first, second, year) = (line.number(at)?, line.number(at + 2)?, line.number(at + 4)?);
    if first.1 > 2 || second.1 > 2 || !separated(line, at) {
        return None;
    }
    let year = match year {
        (year, 4) => i32::try_from(year).ok()?,
        // "13.08. 29 min"
        (year, 2) if line.touches(at + 4) => short_year(year),
        _ => return None,
    };
    let american = line.lang.is_some_and(|l| l.to_ascii_lowercase().ends_with("-us"));
    let (a, b) = if american { (second, first) } else { (first, second) };
    let found = gregorian(line, year, b.0, a.0).or_else(|| gregorian(line, year, a.0, b.0))?;
    Some((found, at + 5))
}

/// The two signs between three numbers are the same, and no fourth number follows.
fn separated(line: &Line<'_>, at: usize) -> bool {
    let sign = line.sign(at + 1);
    let longer = line.sign(at + 5) == sign && line.touches(at + 5) && line.touches(at + 6) && line.number(at + 6).is_some();
    matches!(sign, Some('-' | '/' | '.' | '‐' | '‑' | '–' | '．' | '／')) && sign == line.sign(at + 3) && !longer
}

/// `3 May 2024`, `3. Mai 2024`, `3 de mayo de 2024`, `3rd of May, 2024`, `3-May-24`, `3 tháng 5, 2024`.
fn day_name_year(line: &Line<'_>, at: usize) -> Option<Found> {
    let (day, _) = line.number(at).filter(|&(_, digits)| digits <= 2)?;
    let named = links(line, ordinal(line, at + 1));
    let (month, end) = month(line, named).or_else(|| numbered_month(line, named))?;
    let (year, end) = year(line, links(line, second_name(line, end))).filter(|(_, end)| is_sure(line, named, *end))?;
    Some((calendar(line, year, month, day, named)?, end))
}

/// Whether a month's name and what ends before `end` are of a date: "12 out of 20" is none, "4 Mars 20" only in the language of the name.
fn is_sure(line: &Line<'_>, named: usize, end: usize) -> bool {
    let is_full = line.number(end - 1).is_some_and(|(_, digits)| digits == 4);
    let tongue = line.lang.and_then(|l| l.get(..2)).unwrap_or_default();
    let is_english = (named..end).any(|at| line.word(at).is_some_and(|w| same(w, "of")));
    is_full || line.word(named).is_none_or(|w| names::is_of(w, if is_english { "en" } else { tongue }))
}

/// `May 3, 2024`, `May 3rd 2024`, `Fri May 3 17:04:00 UTC 2024`.
fn name_day_year(line: &Line<'_>, at: usize) -> Option<Found> {
    let (month, end) = month(line, at)?;
    let end = end + usize::from(matches!(line.sign(end), Some('.' | '-' | ',')));
    let (day, _) = line.number(end).filter(|&(_, digits)| digits <= 2)?;
    let rest = ordinal(line, end + 1);
    if let Some((year, end)) = year(line, links(line, rest)) {
        return Some((calendar(line, year, month, day, at)?, end));
    }
    // The form of `date(1)` has its time, and the zone, before the year.
    let (_, end) = super::clock::clock(line, rest)?;
    let (year, end) = year(line, end).filter(|_| line.number(end).is_some_and(|(_, digits)| digits == 4))?;
    Some((calendar(line, year, month, day, at)?, end))
}

/// `2024. május 3.`, `2024 m. gegužės 3 d.`, `2024. gada 3. maijs`, `2024 May 3`.
fn year_name_day(line: &Line<'_>, at: usize) -> Option<Found> {
    let (year, _) = line.number(at).filter(|&(_, digits)| digits == 4)?;
    let year = i32::try_from(year).ok()?;
    let next = links(line, at + 1);
    if let Some((month, end)) = month(line, next) {
        let (day, _) = line.number(end).filter(|&(_, digits)| digits <= 2)?;
        let end = end + 1 + usize::from(line.sign(end + 1) == Some('.'));
        return Some((calendar(line, year, month, day, next)?, end + usize::from(line.word(end).is_some_and(|w| same(w, "d")))));
    }
    let (day, _) = line.number(next).filter(|&(_, digits)| digits <= 2)?;
    let named = links(line, next + 1);
    let (month, end) = month(line, named)?;
    Some((calendar(line, year, month, day, named)?, end))
}

/// Skips an ordinal's ending: `rd`, `er`, `º`, `.`.
fn ordinal(line: &Line<'_>, at: usize) -> usize {
    let ending = line.touches(at)
        && match line.kind(at) {
            Some(Kind::Word(w)) => {
                ["st", "nd", "rd", "th", "er", "º", "ª", "o", "e", "ος", "η", "го", "na", "ta"].iter().any(|e| same(w, e))
            }
            Some(Kind::Sign('°')) => true,
            _ => false,
        };
    at + usize::from(ending)
}

/// Skips what stands between day, month and year: `.`, `,`, `-`, `de`, `of`, `m.`, `gada`.
fn links(line: &Line<'_>, mut at: usize) -> usize {
    for _ in 0..3 {
        let link = match line.kind(at) {
            Some(Kind::Sign(c)) => matches!(c, '.' | ',' | '-' | '/' | '،' | '\'' | '’' | '‑'),
            Some(Kind::Word(w)) => {
                ["de", "of", "del", "d", "m", "gada", "năm", "ngày", "den", "da", "of the", "พ.ศ", "ב"].iter().any(|l| same(w, l))
            }
            _ => false,
        };
        if !link {
            break;
        }
        at += 1;
    }
    at
}

/// Arabic pages name the month twice: `3 مايو/أيار 2024`.
fn second_name(line: &Line<'_>, at: usize) -> usize {
    let slash = matches!(line.sign(at), Some('/' | '('));
    match month(line, at + 1).filter(|_| slash) {
        Some((_, end)) => end + usize::from(line.sign(end) == Some(')')),
        None => at,
    }
}

/// `tháng 5`.
fn numbered_month(line: &Line<'_>, at: usize) -> Option<(u8, usize)> {
    let word = line.word(at).filter(|w| same(w, "tháng") || same(w, "thg"))?;
    let (month, _) = line.number(at + usize::from(!word.is_empty()))?;
    Some((u8::try_from(month).ok()?, at + 2))
}

fn year(line: &Line<'_>, at: usize) -> Option<(i32, usize)> {
    match line.number(at)? {
        (year, 4) => Some((i32::try_from(year).ok()?, at + 1)),
        // `3 May 10:04` is no year; neither is `3 May 24 °C`.
        (year, 2)
            if !matches!(line.sign(at + 1), Some(':' | '.' | '°' | '%'))
                && !line.word(at + 1).is_some_and(|w| same(w, "h") || same(w, "uhr")) =>
        {
            Some((short_year(year), at + 1))
        }
        _ => None,
    }
}

/// POSIX's pivot: 69 to 99 are of the last century.
fn short_year(year: u64) -> i32 {
    let year = i32::try_from(year % 100).unwrap_or_default();
    if year >= 69 { 1900 + year } else { 2000 + year }
}

/// The month that a word names, preferring the page's language, and the token after it.
pub(super) fn month(line: &Line<'_>, at: usize) -> Option<(u8, usize)> {
    let word = line.word(at)?;
    // Hebrew writes "in May" as one word.
    let inner = word.strip_prefix('ב');
    if inner.is_none() && !line.means(at, Meaning::MONTH | Meaning::HALF_MONTH | Meaning::SOLAR_MONTH) {
        return None;
    }
    let tongue = line.lang.and_then(|l| l.get(..2)).unwrap_or_default();
    let next = line.word(at + 1).filter(|_| line.means(at, Meaning::HALF_MONTH));
    if let Some(month) = next.and_then(|next| names::month(&format!("{word} {next}"), tongue)) {
        return Some((month, at + 2));
    }
    let month = names::month(word, tongue).or_else(|| names::month(inner?, tongue));
    Some((month.or_else(|| names::solar_month(word))?, at + 1))
}

/// A named month decides its calendar.
fn calendar(line: &Line<'_>, year: i32, month: u8, day: u64, named: usize) -> Option<Day> {
    let solar = line.word(named).is_some_and(|w| names::solar_month(w).is_some());
    // Some names of the two calendars are alike when folded; the year tells.
    if solar && (1300..1500).contains(&year) {
        let (year, month, day) = from_solar_hijri(year, month, u8::try_from(day).ok()?)?;
        return Some(Day { year, month, day });
    }
    gregorian(line, if year < 100 { year + 2500 } else { year }, month.into(), day)
}

/// A checked day; Buddhist and Solar Hijri years are turned into Gregorian ones.
fn gregorian(line: &Line<'_>, year: i32, month: u64, day: u64) -> Option<Day> {
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    if (1300..=1472).contains(&year) && !line.lang.is_some_and(|l| l.starts_with("ar")) {
        let (year, month, day) = from_solar_hijri(year, month, day)?;
        return Some(Day { year, month, day });
    }
    let year = if (2443..=2643).contains(&year) { year - BUDDHIST } else { year };
    (YEARS.contains(&year) && is_valid(year, month, day)).then_some(Day { year, month, day })
}

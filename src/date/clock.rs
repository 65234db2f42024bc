//! Times of day and their zones.

use super::meaning::Meaning;
use super::token::{Kind, holds, same};
use super::{Line, Time};
use crate::lexicon::date_words::{AFTER_NOON, BEFORE_NOON, ZONES};

/// Words and signs between a date and its time.
const MAX_JOINERS: usize = 5;
/// Tokens of the longest time: `10:04:05.123 p.m. (GMT+02:00)`.
const MAX_CLOCK: usize = 16;

/// The time of day that follows a date, and the token after it.
pub(super) fn after(line: &Line<'_>, from: usize) -> Option<(Time, usize)> {
    for at in from..=from + MAX_JOINERS {
        if let Some(found) = clock(line, at) {
            return Some(found);
        }
        if !is_joiner(line, at) {
            return None;
        }
    }
    None
}

/// The time of day that ends right before a date, and its first token.
pub(super) fn before(line: &Line<'_>, to: usize) -> Option<(Time, usize)> {
    (to.saturating_sub(MAX_CLOCK)..to)
        .find_map(|start| {
            // Not from the middle of a longer number.
            if line.sign(start.checked_sub(1)?) == Some(':') && line.touches(start) {
                return None;
            }
            joined(line, start, to)
        })
        .or_else(|| joined(line, 0, to).filter(|_| to <= MAX_CLOCK))
}

fn joined(line: &Line<'_>, start: usize, to: usize) -> Option<(Time, usize)> {
    let (time, end) = clock(line, start)?;
    let joined = end <= to && to - end <= MAX_JOINERS && (end..to).all(|i| is_joiner(line, i));
    joined.then_some((time, start))
}

fn is_joiner(line: &Line<'_>, at: usize) -> bool {
    match line.kind(at) {
        Some(Kind::Sign(c)) => {
            matches!(c, ',' | '|' | '-' | '–' | '—' | '·' | '•' | '@' | '/' | '(' | '，' | '、' | '،' | ':' | '.' | '+' | ')')
        }
        Some(Kind::Word(_)) => line.means(at, Meaning::JOINER | Meaning::WEEKDAY),
        _ => false,
    }
}

/// A time of day that starts at a token, and the token after it.
pub(super) fn clock(line: &Line<'_>, at: usize) -> Option<(Time, usize)> {
    let (half, at) = half_of_day(line, at);
    let (hour, digits) = line.number(at).filter(|&(hour, digits)| hour < 25 && digits <= 2)?;
    let mut time = Time { hour: hour as u8, minute: 0, second: 0, offset: None };
    let mut end = at + 1;
    // A bare number is a time only with a word that says so.
    let mut certain = half.is_some();
    if let Some((minute, next)) = minutes(line, end) {
        (time.minute, end) = (minute, next);
        certain |= line.sign(at + 1) != Some('.') && line.kind(at + 1).is_some();
        if let Some((second, next)) = seconds(line, end) {
            (time.second, end) = (second, next);
        }
        certain |= line.means(end, Meaning::CLOCK_WORD) || (digits == 2 && line.follows_date(at));
    } else if line.word(end).is_some_and(|w| holds("uhr h heures hrs uur", w) || matches!(w, "時" | "시" | "点")) {
        certain = true;
        end += 1;
    }
    let half = half.or_else(|| {
        let (half, next) = half_of_day(line, end);
        end = next;
        half
    });
    if !(certain || half.is_some()) {
        return None;
    }
    match half {
        Some(Half::After) if time.hour < 12 => time.hour += 12,
        Some(Half::Before) if time.hour == 12 => time.hour = 0,
        _ => {}
    }
    if line.means(end, Meaning::CLOCK_WORD) {
        end += 1;
    }
    if time.hour == 24 {
        return None;
    }
    let (offset, end) = zone(line, end);
    Some((Time { offset, ..time }, end))
}

/// `:04`, `.04`, `h04`, `時04分`.
fn minutes(line: &Line<'_>, at: usize) -> Option<(u8, usize)> {
    let separator = match line.kind(at)? {
        Kind::Sign(c) => matches!(c, ':' | '.' | '：'),
        Kind::Word(w) => matches!(w, "時" | "시" | "时" | "点" | "點") || ["h", "u"].iter().any(|h| same(w, h)),
        Kind::Number { .. } => false,
    };
    let (minute, _) = line.number(at + 1).filter(|&(m, digits)| m < 60 && (digits == 2 || line.word(at).is_some()))?;
    let end = at + 2 + usize::from(line.word(at + 2).is_some_and(|w| matches!(w, "分" | "분")));
    separator.then_some((minute as u8, end))
}

/// `:05`, with a fraction that is read over.
fn seconds(line: &Line<'_>, at: usize) -> Option<(u8, usize)> {
    if line.sign(at) != Some(':') {
        return None;
    }
    let (second, _) = line.number(at + 1).filter(|&(s, digits)| s < 61 && digits == 2)?;
    let fraction = matches!(line.sign(at + 2), Some('.' | ',')) && line.touches(at + 3) && line.number(at + 3).is_some();
    Some(((second as u8).min(59), at + if fraction { 4 } else { 2 }))
}

#[derive(Clone, Copy)]
enum Half {
    Before,
    After,
}

fn half_of_day(line: &Line<'_>, at: usize) -> (Option<Half>, usize) {
    let halves = [(AFTER_NOON, Meaning::AFTER_NOON, Half::After), (BEFORE_NOON, Meaning::BEFORE_NOON, Half::Before)];
    if !line.means(at, Meaning::AFTER_NOON | Meaning::BEFORE_NOON | Meaning::CLOSED_NOON) {
        return (None, at);
    }
    for (list, meaning, half) in halves {
        if line.means(at, meaning) {
            let dot = line.sign(at + 1) == Some('.') && line.touches(at + 1);
            return (Some(half), at + 1 + usize::from(dot));
        }
        if let Some(end) = list.split(' ').find_map(|w| line.closed(at, w)) {
            return (Some(half), end);
        }
    }
    (None, at)
}

/// Minutes east of UTC where a zone follows, and the token after it.
fn zone(line: &Line<'_>, at: usize) -> (Option<i16>, usize) {
    let open = usize::from(line.sign(at) == Some('('));
    let (offset, end) = match line.kind(at + open) {
        Some(Kind::Sign('+' | '-' | '−')) => match numeric_zone(line, at + open) {
            Some((offset, end)) => (Some(offset), end),
            None => return (None, at),
        },
        Some(Kind::Word(word)) => match ZONES.iter().filter(|_| line.means(at + open, Meaning::ZONE)).find(|(name, _)| same(name, word)) {
            Some((_, 0)) if word.len() > 1 => numeric_zone(line, at + open + 1).map_or((Some(0), at + open + 1), |(o, end)| (Some(o), end)),
            Some((_, offset)) => (Some(*offset), at + open + 1),
            None => {
                let words = (at + open..).take(2).take_while(|&i| line.means(i, Meaning::VAGUE_ZONE)).count();
                match words {
                    0 => return (None, at),
                    n => (None, at + open + n),
                }
            }
        },
        _ => return (None, at),
    };
    (offset, end + usize::from(open == 1 && line.sign(end) == Some(')')))
}

/// `+02:00`, `+0200`, `+2`.
fn numeric_zone(line: &Line<'_>, at: usize) -> Option<(i16, usize)> {
    let east = match line.sign(at)? {
        '+' => 1,
        '-' | '−' => -1,
        _ => return None,
    };
    let (value, digits) = line.number(at + 1).filter(|_| line.touches(at + 1))?;
    let value = i16::try_from(value).ok()?;
    let colon = line.sign(at + 2) == Some(':') && line.touches(at + 2) && line.touches(at + 3);
    let (minutes, end) = match (digits, line.number(at + 3).filter(|&(m, d)| colon && m < 60 && d == 2)) {
        (1 | 2, Some((minutes, _))) => (value * 60 + i16::try_from(minutes).ok()?, at + 4),
        (1 | 2, None) => (value * 60, at + 2),
        (4, _) => (value / 100 * 60 + value % 100, at + 2),
        _ => return None,
    };
    // Zones reach from -12 to +14 hours; "10:00-11:30", "10:00-12:00 Uhr" go on to another hour.
    let is_zone = match east {
        1 => minutes <= 14 * 60,
        _ => minutes % 60 == 0 && minutes <= 12 * 60 || matches!(minutes, 150 | 210 | 570),
    };
    (is_zone && !line.means(end, Meaning::CLOCK_WORD)).then_some((east * minutes, end))
}

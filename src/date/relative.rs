//! Times that count back from now: "2 hours ago", "gestern".

use super::meaning::{self, Meaning};
use super::token::{Kind, holds, same};
use super::{Back, Line};
use crate::lexicon::ago::{CLOSED, CLOSED_DAYS, DAYS, SINCE, TWO, Unit};
use crate::lexicon::date_words::TWO_WORD_DAYS;

/// Largest count that is taken for one ("1200 days ago" is not how pages date themselves).
const MAX_COUNT: u64 = 999;
/// Minutes that papers and programmes are called after.
const NAMES: [u64; 2] = [20, 60];

/// The span that is named from a token on, and the token after it.
pub(super) fn ago(line: &Line<'_>, at: usize) -> Option<(Back, usize)> {
    closed(line, at).or_else(|| opened(line, at)).or_else(|| counted(line, at, false))
}

/// `3小时前`, `2시간 전`.
fn closed(line: &Line<'_>, at: usize) -> Option<(Back, usize)> {
    let (count, _) = line.number(at).filter(|&(n, _)| n <= MAX_COUNT && line.means(at + 1, Meaning::CLOSED_AGO))?;
    CLOSED.iter().find_map(|(unit, phrases)| {
        let end = phrases.split_ascii_whitespace().find_map(|p| line.closed(at + 1, p))?;
        Some((Back { unit: *unit, count: i64::try_from(count).ok()? }, end))
    })
}

/// A marker, then the span: `vor 2 Stunden`, `il y a une heure`, `منذ ساعتين`.
fn opened(line: &Line<'_>, at: usize) -> Option<(Back, usize)> {
    let word = line.word(at)?;
    let il_y_a =
        line.means(at, Meaning::IL) && line.word(at + 1).is_some_and(|w| same(w, "y")) && line.word(at + 2).is_some_and(|w| same(w, "a"));
    let mut from = if il_y_a {
        at + 3
    } else if line.means(at, Meaning::BEFORE) && word != "ha" && word != "Ha" {
        // "há" is "ago" in Portuguese, "ha" is "has" in Italian.
        at + 1
    } else {
        return None;
    };
    // "πριν από 3 ώρες", "for ca. 3 timer siden", "hace unas 3 horas", "il y a environ 2 heures"
    if line.word(from).is_some_and(|w| holds("από ca circa unas unos environ cerca de etwa około около", w)) {
        from += 1 + usize::from(line.sign(from + 1) == Some('.'));
    }
    if let Some((unit, _)) =
        line.word(from).filter(|_| line.means(from, Meaning::TWO)).and_then(|w| TWO.iter().find(|(_, words)| holds(words, w)))
    {
        return Some((Back { unit: *unit, count: 2 }, from + 1));
    }
    let (back, end) = counted(line, from, true).or_else(|| {
        // Arabic and Hebrew leave "one" out.
        line.word(from).filter(|w| !w.is_ascii() && w.chars().any(|c| matches!(c, '\u{590}'..='\u{6ff}')))?;
        Some((Back { unit: unit(line, from)?, count: 1 }, from + 1))
    })?;
    Some((back, end + usize::from(line.means(end, Meaning::AFTER))))
}

/// A number or "an", a unit, and, unless `marked` before, a marker behind: `2 hours ago`, `5m ago`, `an hour ago`.
fn counted(line: &Line<'_>, at: usize, marked: bool) -> Option<(Back, usize)> {
    let count = match line.kind(at)? {
        Kind::Number { value, .. } if value <= MAX_COUNT => i64::try_from(value).ok()?,
        Kind::Word(_) if line.means(at, Meaning::ONE) => 1,
        _ => return None,
    };
    let unit = self::unit(line, at + 1)?;
    if line.word(at + 1).is_some_and(|w| holds(SINCE, w)) {
        return Some((Back { unit, count }, at + 2));
    }
    let mut end = at + 2 + usize::from(line.sign(at + 2) == Some('.'));
    if marked {
        return Some((Back { unit, count }, end));
    }
    // "1 hour, 5 minutes ago": the smaller unit is read over.
    let joined = end + usize::from(line.sign(end) == Some(',') || line.word(end).is_some_and(|w| same(w, "and")));
    if line.number(joined).is_some() && self::unit(line, joined + 1).is_some() {
        end = joined + 2;
    }
    // "3h", "2d": nothing else in the line, or between its signs ("The Example / 3h"). Minutes alone may be what reading takes.
    let is_sign = |at: usize| matches!(line.sign(at), Some('/' | '|' | '·' | '•'));
    let is_apart = (at == 0 || is_sign(at - 1)) && (end == line.tokens.len() || is_sign(end));
    let is_short = is_apart
        && line
            .word(at + 1)
            .is_some_and(|w| holds("h d w hr hrs std", w) || line.touches(at + 1) && w == "m" || at > 0 && holds("t min", w));
    if is_short {
        return Some((Back { unit, count }, end));
    }
    let markers = (end..end + 2).take_while(|&i| line.means(i, Meaning::AFTER)).count();
    (markers > 0).then_some((Back { unit, count }, end + markers))
}

/// Whether a number of seconds, minutes or hours stands at a token: what reading takes, or a film.
pub(super) fn is_span(line: &Line<'_>, at: usize) -> bool {
    let is_short = matches!(unit(line, at + 1), Some(Unit::Second | Unit::Minute | Unit::Hour));
    is_short && line.number(at).is_some_and(|(count, _)| !NAMES.contains(&count))
}

fn unit(line: &Line<'_>, at: usize) -> Option<Unit> {
    meaning::unit(line.tokens.get(at)?.meaning)
}

/// The week, month or year before this one, and the token after it: `last week`, `la semaine dernière`, `на прошлой неделе`.
pub(super) fn last(line: &Line<'_>, at: usize) -> Option<(Back, usize)> {
    let unit = |at: usize| unit(line, at).filter(|unit| matches!(unit, Unit::Week | Unit::Month | Unit::Year));
    let is_last = |at: usize| line.means(at, Meaning::LAST);
    let found = (is_last(at).then(|| unit(at + 1)).flatten()).or_else(|| unit(at).filter(|_| is_last(at + 1)))?;
    Some((Back { unit: found, count: 1 }, at + 2))
}

/// Days before today of `yesterday`, `heute`…, and the token after it.
pub(super) fn day_word(line: &Line<'_>, at: usize) -> Option<(i64, usize)> {
    if !line.means(at, Meaning::DAY | Meaning::CLOSED_DAY) {
        return None;
    }
    if let Some(found) = CLOSED_DAYS.iter().find_map(|(word, days)| Some((*days, line.closed(at, word)?))) {
        return Some(found);
    }
    let word = line.word(at)?;
    // "i dag", "i går" of the Nordic languages.
    if TWO_WORD_DAYS.iter().any(|(first, _, _)| same(word, first))
        && let Some(next) = line.word(at + 1)
    {
        let days = TWO_WORD_DAYS.iter().find(|(first, second, _)| same(word, first) && same(next, second));
        return days.map(|(_, _, days)| (*days, at + 2));
    }
    let own = |lang: &str| line.lang.is_some_and(|l| l.get(..2).is_some_and(|l| l.eq_ignore_ascii_case(lang)));
    let (_, _, days) = DAYS.iter().find(|(lang, day, _)| same(day, word) && lang.strip_suffix('?').is_none_or(own))?;
    Some((*days, at + 1))
}

//! What the words before a date say that happened on it.

use super::meaning::Meaning;
use super::{find, is_clock, says};
use crate::lexicon::date_words::{CLOSED_UPDATED, FACTS, OTHER_DAYS};
use crate::lexicon::lower;

/// Dates of one line: published, updated, and one more.
const MAX_DATES: usize = 3;
/// The words of a short line's dates, each with whether the words before it speak of an update.
pub(crate) fn labelled<'l>(line: &'l str, lang: Option<&str>, now: Option<i64>) -> Vec<(Moment, &'l str)> {
    let (mut list, mut rest) = (Vec::new(), line);
    for _ in 0..MAX_DATES {
        let Some((range, _)) = find(rest, lang, now) else { break };
        if goes_on(rest.get(range.end..).unwrap_or_default(), lang) {
            break;
        }
        let label = rest.get(..range.start).unwrap_or_default();
        let updated = says_updated(label);
        let (end, words) = (range.end, rest.get(range).unwrap_or_default());
        if !says_other(label) {
            list.push((if updated { Moment::Modified } else { Moment::Published }, words));
        }
        rest = rest.get(end..).unwrap_or_default();
    }
    list
}

/// Whether the words before a date speak of an update.
pub(crate) fn says_updated(label: &str) -> bool {
    label.split(|c: char| !c.is_alphabetic()).any(|w| says(w, Meaning::UPDATED)) || CLOSED_UPDATED.iter().any(|u| label.contains(u))
}

/// Whether what stands behind a date leads to another, or to another hour: "3 May 1931 – 9 May 2026", "3 May 2026, 10:00 – 11:30". Such days
/// are those of a life, or of an event.
pub(crate) fn goes_on(behind: &str, lang: Option<&str>) -> bool {
    let rest = behind.trim_start().strip_prefix(['-', '–', '—']);
    rest.is_some_and(|rest| is_clock(rest.trim()) || find(rest, lang, None).is_some_and(|(place, _)| place.start <= 1))
}

/// What a date line's words say of its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    Published,
    Modified,
}

/// Whether the words before a date, or a line that begins with them, say that the date is of something else.
pub(crate) fn says_other(label: &str) -> bool {
    let start: String = label.trim_start_matches(|c: char| !c.is_alphabetic()).chars().take(24).collect();
    let start = lower(&start);
    let is_whole = |fact: &str| start.strip_prefix(fact).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    OTHER_DAYS.split('|').any(|word| start.starts_with(word)) || FACTS.split('|').any(is_whole)
}

#[cfg(test)]
mod tests {
    use super::says_other;

    #[test]
    fn a_manuscript_s_days_are_not_its_publication() {
        assert!(says_other("; Accepted 30 Aug 2024"));
        assert!(says_other("Joined: 24 Jul 2017"));
        assert!(says_other("Born: 3 April 1848, Leeds") && !says_other("Bornholm, 3. maj 2026"));
        assert!(!says_other("Published 16 September 2024"));
        assert!(!says_other("Submitted by Jane Doe on 4 May 2026"));
        assert!(!says_other(""));
    }
}

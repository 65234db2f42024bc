//! Where sentences begin: the places where another story may.

use super::cue;
use crate::lexicon::{self, stop_words};

/// Letters; a capitalised token before a full stop that is not longer is rather an abbreviation: "Gov.", "Nov.", "St.".
const MAX_ABBREVIATION: usize = 4;
/// Bytes of a word's end that are looked at: no abbreviation is longer.
const MAX_TOKEN: usize = 32;
/// Digits; a shorter number before a full stop is rather an ordinal: "24. Mai".
const MIN_NUMBER: usize = 3;
/// Letters; Thai parts sentences, and much else, by spaces.
const MIN_SPACED: usize = 40;
/// Words of a place that a story begins with, "Bad Homburg. Die Stadt …": no sentence.
const MAX_PLACE: usize = 3;

/// How far the end of a sentence has come.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Inside,
    /// Behind its last mark; closing quotes may follow.
    Ended,
    /// And behind a space, or a mark that needs none.
    Parted,
}

/// The byte offsets at which sentences of a paragraph begin, the first one's left out.
pub(super) fn starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut state = State::Inside;
    let (mut last, mut letters, mut quotes, mut word) = (0, 0, 0_usize, 0);
    let (mut before, mut has_small) = (' ', false);
    for (at, c) in text.char_indices() {
        // Amid a word, as most letters are.
        if c.is_ascii_lowercase() && state == State::Inside && !before.is_whitespace() {
            (letters, has_small, before) = (letters + 1, true, c);
            continue;
        }
        if before.is_whitespace() {
            word = at;
        }
        let is_start = match state {
            State::Parted => quotes == 0 && !c.is_lowercase() && (c.is_alphanumeric() || is_opening(c)) && !is_place(&text[last..at]),
            _ if is_thai(c) => before == ' ' && letters >= MIN_SPACED,
            _ => word == at && has_small && c.is_uppercase() && cue::has_agency(&text[at..]),
        };
        state = match state {
            _ if is_wide_end(c) => State::Parted,
            _ if is_end(c)
                && (c != '.' || !is_abbreviated(&text[word.max(last)..at]) || begins_anew(&text[word.max(last)..at], &text[at + 1..])) =>
            {
                State::Ended
            }
            State::Ended if c.is_whitespace() => State::Parted,
            // An address ends its line.
            State::Inside if c.is_whitespace() && text[word..at].contains("://") => State::Parted,
            State::Ended if is_closing(c) => State::Ended,
            State::Parted if c.is_whitespace() || is_wide_closing(c) => State::Parted,
            _ => State::Inside,
        };
        if is_start {
            starts.push(at);
            (last, letters, has_small) = (at, 0, false);
        }
        letters += 1;
        has_small |= c.is_lowercase();
        quotes = match c {
            '「' | '『' | '（' => quotes + 1,
            _ if is_wide_closing(c) => quotes.saturating_sub(1),
            _ => quotes,
        };
        before = c;
    }
    starts
}

fn is_wide_closing(c: char) -> bool {
    matches!(c, '」' | '』' | '）')
}

fn is_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔' | '।' | '։')
}

fn is_wide_end(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '．')
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '”' | '“' | '’' | '\'' | '»' | '«' | ')' | ']')
}

fn is_opening(c: char) -> bool {
    matches!(c, '"' | '“' | '„' | '‘' | '\'' | '«' | '»' | '(' | '[' | '¿' | '¡' | '「' | '『' | '（' | '—' | '–')
}

fn is_thai(c: char) -> bool {
    ('\u{0e00}'..='\u{0eff}').contains(&c)
}

/// Whether the full stop after this belongs to the token before it.
fn is_abbreviated(word: &str) -> bool {
    let token = word[word.ceil_char_boundary(word.len().saturating_sub(MAX_TOKEN))..].rsplit(['(', '"', '“']).next().unwrap_or_default();
    if !token.is_empty() && token.chars().all(|c| c.is_ascii_digit()) {
        return token.len() < MIN_NUMBER;
    }
    let letters = token.chars().count();
    token.contains('.')
        || letters <= MAX_ABBREVIATION && letters > 0 && token.chars().next().is_some_and(char::is_uppercase)
        || letters == 1
}

/// Whether a sentence begins behind an abbreviation of several letters: "at 7.00 P.M. The lights", "in the U.S. This is".
fn begins_anew(token: &str, rest: &str) -> bool {
    let word = rest.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    token.contains('.')
        && rest.starts_with(char::is_whitespace)
        && word.starts_with(char::is_uppercase)
        && stop_words::contains(&lexicon::lower(word))
}

/// Whether a text is nothing but a place and a full stop.
fn is_place(text: &str) -> bool {
    let words = || text.split_whitespace();
    text.trim_end().ends_with('.') && words().count() <= MAX_PLACE && words().all(|w| w.starts_with(char::is_uppercase) && w.len() > 2)
}

#[cfg(test)]
mod tests {
    use super::starts;

    fn sentences(text: &str) -> Vec<&str> {
        let starts: Vec<usize> = [0].into_iter().chain(starts(text)).chain([text.len()]).collect();
        starts.windows(2).map(|w| text[w[0]..w[1]].trim()).collect()
    }

    #[test]
    fn an_abbreviation_ends_a_sentence_only_before_a_word_that_begins_one() {
        assert_eq!(sentences("Open until 7.00 P.M. The lights stay on."), ["Open until 7.00 P.M.", "The lights stay on."]);
        assert_eq!(sentences("At 7.00 P.M. Monday the U.S. Senate met."), ["At 7.00 P.M. Monday the U.S. Senate met."]);
        assert_eq!(sentences("Am 24. Mai kam Dr. Von der Heide."), ["Am 24. Mai kam Dr. Von der Heide."]);
    }

    #[test]
    fn an_address_ends_its_line_and_a_dateline_begins_one() {
        assert_eq!(sentences("See http://a.example/x The next story."), ["See http://a.example/x", "The next story."]);
        assert_eq!(
            sentences("Gallery: old cars OLD TOWN (TPA) — Cars are banned."),
            ["Gallery: old cars", "OLD TOWN (TPA) — Cars are banned."]
        );
        assert_eq!(sentences("The NATO (OTAN) summit ended."), ["The NATO (OTAN) summit ended."]);
    }

    #[test]
    fn a_place_is_no_sentence() {
        assert_eq!(
            sentences("Es endet am Sonntag. Waldrode. Die Brücke ist frei."),
            ["Es endet am Sonntag.", "Waldrode. Die Brücke ist frei."]
        );
    }
}

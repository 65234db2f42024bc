//! Where sentences begin: the places where another story may.

/// Letters; a capitalised token before a full stop that is not longer is rather an abbreviation: "Gov.", "Nov.", "St.".
const MAX_ABBREVIATION: usize = 4;
/// Digits; a shorter number before a full stop is rather an ordinal: "24. Mai".
const MIN_NUMBER: usize = 3;
/// Letters; Thai parts sentences, and much else, by spaces.
const MIN_SPACED: usize = 40;

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
    let (mut last, mut letters, mut quotes) = (0, 0, 0_usize);
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let is_start = match state {
            State::Parted => quotes == 0 && !c.is_lowercase() && (c.is_alphanumeric() || is_opening(c)),
            _ => is_thai(c) && before == ' ' && letters >= MIN_SPACED,
        };
        state = match state {
            _ if is_wide_end(c) => State::Parted,
            _ if is_end(c) && (c != '.' || !is_abbreviated(&text[last..at])) => State::Ended,
            State::Ended if c.is_whitespace() => State::Parted,
            State::Ended if is_closing(c) => State::Ended,
            State::Parted if c.is_whitespace() || is_wide_closing(c) => State::Parted,
            _ => State::Inside,
        };
        if is_start {
            starts.push(at);
            (last, letters) = (at, 0);
        }
        letters += 1;
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
fn is_abbreviated(sentence: &str) -> bool {
    let token = sentence.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '"' | '“')).next().unwrap_or_default();
    if !token.is_empty() && token.chars().all(|c| c.is_ascii_digit()) {
        return token.len() < MIN_NUMBER;
    }
    let letters = token.chars().count();
    token.contains('.')
        || letters <= MAX_ABBREVIATION && letters > 0 && token.chars().next().is_some_and(char::is_uppercase)
        || letters == 1
}

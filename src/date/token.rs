//! Numbers, words and signs of a line, with their places.

use super::meaning::{Meaning, meaning, meaning_of_plain};
use crate::lexicon;

/// Tokens of a line that are looked at; a date line has twenty.
const MAX_TOKENS: usize = 200;
/// Bytes; a guess that the tokens of a line rarely outgrow.
const SHORT_WORD: usize = 4;

/// One piece of a line.
#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind<'t>,
    /// Of a word.
    pub(super) meaning: Meaning,
    /// Byte offsets in the line.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Token<'_> {
    /// Whether a moment may be named from here on.
    pub(super) fn opens(&self) -> bool {
        match self.kind {
            Kind::Number { .. } => true,
            // Hebrew writes "in May" as one word.
            Kind::Word(word) => self.meaning.intersects(Meaning::OPENS) || word.starts_with('ב'),
            Kind::Sign(_) => false,
        }
    }

    /// Whether a date line may begin so.
    pub(super) fn belongs(&self) -> bool {
        !matches!(self.kind, Kind::Word(_)) || !self.meaning.difference(Meaning::OPENS_NOW).is_empty() || self.opens()
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind<'t> {
    /// Decimal digits of any script.
    Number { value: u64, digits: usize },
    /// A run of letters; of Han, Kana, Hangul one character each.
    Word(&'t str),
    /// Anything else but space.
    Sign(char),
}

/// Cuts a line; what follows the first [`MAX_TOKENS`] is left out.
pub(super) fn tokens(line: &str) -> Vec<Token<'_>> {
    let mut list = Vec::with_capacity(MAX_TOKENS.min(line.len() / SHORT_WORD + 1));
    let (mut rest, mut folded) = (line, String::new());
    while list.len() < MAX_TOKENS
        && let Some(token) = next(line, &mut rest, &mut folded)
    {
        list.push(token);
    }
    list
}

/// The first token of a line.
pub(super) fn first(line: &str) -> Option<Token<'_>> {
    next(line, &mut &*line, &mut String::new())
}

/// The next token in the `rest` of a line.
fn next<'t>(line: &'t str, rest: &mut &'t str, folded: &mut String) -> Option<Token<'t>> {
    while let Some(first) = rest.chars().next() {
        let start = line.len() - rest.len();
        if let Some((word, after)) = plain_word(rest) {
            *rest = after;
            return Some(Token { kind: Kind::Word(word), meaning: meaning_of_plain(word), start, end: start + word.len() });
        }
        let length = if digit(first).is_some() {
            run(rest, |c| digit(c).is_some())
        } else if is_letter(first) && !is_closed(first) {
            word(rest)
        } else {
            first.len_utf8()
        };
        let (text, after) = rest.split_at(length);
        *rest = after;
        let kind = match first {
            c if digit(c).is_some() => number(text),
            c if is_letter(c) => Kind::Word(text),
            c if c.is_whitespace() || lexicon::has_no_width(c) => continue,
            c => Kind::Sign(c),
        };
        let meaning = match kind {
            Kind::Word(word) => {
                fold_into(word, folded);
                meaning(folded)
            }
            Kind::Number { .. } | Kind::Sign(_) => Meaning::empty(),
        };
        return Some(Token { kind, meaning, start, end: start + length });
    }
    None
}

/// The word that a line begins with and what follows, if it is of plain letters and clearly ends: nearly all are and do.
fn plain_word(line: &str) -> Option<(&str, &str)> {
    let end = line.bytes().position(|b| !b.is_ascii_alphabetic()).unwrap_or(line.len());
    // Other letters go on, and so do signs between letters.
    let may_go_on = line.as_bytes().get(end).is_some_and(|&b| !b.is_ascii() || matches!(b, b'.' | b'\''));
    (end > 0 && !may_go_on).then(|| line.split_at(end))
}

fn number(text: &str) -> Kind<'_> {
    let digits = text.chars().count();
    let value = text.chars().filter_map(digit).take(18).fold(0, |sum, d| sum * 10 + u64::from(d));
    Kind::Number { value, digits }
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

/// Letters, with full stops and apostrophes between letters: `a.m.`, `พ.ค.`, `aujourd'hui`.
fn word(text: &str) -> usize {
    let mut end = 0;
    loop {
        end += run(&text[end..], |c| is_letter(c) && !is_closed(c));
        let mut after = text[end..].chars();
        let (sign, next) = (after.next(), after.next());
        match (sign, next) {
            (Some('.' | '\'' | '’'), Some(c)) if is_letter(c) && !is_closed(c) => end += sign.map_or(0, char::len_utf8),
            _ => return end,
        }
    }
}

/// Scripts that part no words; each character is a token.
pub(super) fn is_closed(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}')
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_mark(c)
}

/// Combining marks that stand inside words (tone marks, viramas, nuktas), and the Hindi abbreviation sign.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}' | '\u{93c}' | '\u{94d}' | '\u{9bc}' | '\u{9cd}' | '\u{970}'
        | '\u{a3c}' | '\u{a4d}' | '\u{abc}' | '\u{acd}' | '\u{bcd}' | '\u{c4d}' | '\u{ccd}' | '\u{d4d}' | '\u{e31}'..='\u{e4e}' | '\u{5f3}')
}

/// The value of a decimal digit of any script in use.
pub(super) fn digit(c: char) -> Option<u32> {
    const ZEROS: [char; 14] = [
        '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{be6}', '\u{c66}', '\u{ce6}', '\u{d66}', '\u{e50}', '\u{ed0}',
        '\u{1040}', '\u{ff10}',
    ];
    if c.is_ascii() {
        return c.to_digit(10);
    }
    ZEROS.iter().map(|&zero| (c as u32).wrapping_sub(zero as u32)).find(|&value| value < 10)
}

/// Whether two words are the same but for case, accents and full stops.
pub(super) fn same(a: &str, b: &str) -> bool {
    !differs_at_once(a, b) && folded(a).eq(folded(b))
}

/// Whether two words begin with different plain letters: nearly all pairs do, and folding is dear.
fn differs_at_once(a: &str, b: &str) -> bool {
    match (a.as_bytes().first(), b.as_bytes().first()) {
        (Some(a), Some(b)) => a.is_ascii_alphabetic() && b.is_ascii_alphabetic() && !a.eq_ignore_ascii_case(b),
        _ => false,
    }
}

/// Whether `word` begins with `stem`, as [`same`] compares.
pub(super) fn begins(word: &str, stem: &str) -> bool {
    if differs_at_once(word, stem) {
        return false;
    }
    let mut letters = folded(word);
    folded(stem).all(|c| letters.next() == Some(c))
}

/// Whether a list of words parted by spaces holds `word`; an entry `stem*` holds all words that begin so.
pub(super) fn holds(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|entry| match entry.strip_suffix('*') {
        Some(stem) => begins(word, stem),
        None => same(word, entry),
    })
}

/// The letters of a word without case, accents and full stops.
fn folded(word: &str) -> impl Iterator<Item = char> {
    word.chars().map(lexicon::lower_letter).filter_map(fold_letter)
}

/// As [`folded`], put together.
pub(super) fn fold(word: &str) -> String {
    let mut letters = String::new();
    fold_into(word, &mut letters);
    letters
}

/// Fills `into` with what [`fold`] gives.
pub(super) fn fold_into(word: &str, into: &mut String) {
    into.clear();
    if word.bytes().all(|b| b.is_ascii_alphanumeric()) {
        into.push_str(word);
        into.make_ascii_lowercase();
        return;
    }
    for c in word.chars() {
        lexicon::lower_each(c, |c| {
            if let Some(c) = fold_letter(c) {
                into.push(c);
            }
        });
    }
}

fn fold_letter(c: char) -> Option<char> {
    Some(match c {
        'a'..='z' => c,
        '.' | '\u{307}' | '\u{200c}' | '\u{200d}' | '\u{ad}' => return None,
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => 'i',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ő' | 'ø' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => 'u',
        'ñ' | 'ń' | 'ň' => 'n',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ź' | 'ż' | 'ž' => 'z',
        'ğ' | 'ģ' => 'g',
        'ł' => 'l',
        'ř' => 'r',
        'ţ' | 'ț' | 'ť' => 't',
        'ý' => 'y',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'ё' => 'е',
        'أ' | 'إ' | 'آ' => 'ا',
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        '’' => '\'',
        _ => c,
    })
}

//! Text as folded words: what wording is compared by. Shared with the crate's build script, which has a `lower_each` of its own, so
//! it names nothing else.

use crate::lexicon::lower_each;

/// A word of a text, or one character of a script that is written without spaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) hash: u32,
    /// Digits only.
    pub(crate) is_number: bool,
    /// A colon, a dash, a bar or a line break follows.
    pub(crate) is_label: bool,
    /// One character of a script that is written without spaces.
    pub(crate) is_character: bool,
}

/// Stands for the words between the head and the tail of a phrase.
pub(crate) const GAP: u32 = 0x9e37_79b9;

/// FNV-1a, 32 bits.
const BASIS: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

/// The hash of a phrase from its words' hashes; start with 0.
pub(crate) fn join(phrase: u32, word: u32) -> u32 {
    (phrase.rotate_left(5) ^ word).wrapping_mul(PRIME) ^ (phrase >> 15)
}

/// The words of the text, folded.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut reader = Reader { words: Vec::with_capacity(16), hash: BASIS, letters: 0, year: 0, is_number: true, is_spaced: false };
    for c in text.chars() {
        match u8::try_from(c) {
            Ok(byte) if byte.is_ascii_alphabetic() => reader.plain(byte.to_ascii_lowercase()),
            Ok(byte) if byte.is_ascii() => reader.push(c),
            _ => lower_each(c, |lower| reader.push(lower)),
        }
    }
    reader.end();
    reader.words
}

struct Reader {
    words: Vec<Word>,
    hash: u32,
    letters: usize,
    /// The word's value, as far as it is a number.
    year: u32,
    is_number: bool,
    /// A space came right before.
    is_spaced: bool,
}

impl Reader {
    fn push(&mut self, c: char) {
        if is_ignored(c) {
            return;
        }
        let c = fold(c);
        if is_unspaced(c) {
            self.end();
            self.letter(c);
            self.end();
            if let Some(character) = self.words.last_mut() {
                character.is_character = true;
            }
        } else if c.is_alphanumeric() || is_mark(c) || c == '©' {
            self.letter(c);
        } else {
            self.sign(c);
        }
        self.is_spaced = c.is_whitespace();
    }

    fn sign(&mut self, c: char) {
        self.end();
        // A hyphen with a space before it is a dash.
        let is_end = is_label_end(c) || c == '-' && self.is_spaced;
        if let (true, Some(last)) = (is_end, self.words.last_mut()) {
            last.is_label = true;
        }
    }

    /// What nearly all letters of most pages are, hashed as [`Reader::letter`] does: the upper three bytes are 0.
    fn plain(&mut self, letter: u8) {
        self.hash = (self.hash ^ u32::from(letter)).wrapping_mul(PRIME.wrapping_pow(4));
        self.letters += 1;
        self.is_number = false;
        self.is_spaced = false;
    }

    fn letter(&mut self, c: char) {
        for byte in (c as u32).to_le_bytes() {
            self.hash = (self.hash ^ u32::from(byte)).wrapping_mul(PRIME);
        }
        self.letters += 1;
        match c.to_digit(10) {
            Some(digit) => self.year = self.year.saturating_mul(10).saturating_add(digit),
            None => self.is_number &= c.is_numeric(),
        }
    }

    fn end(&mut self) {
        if self.letters > 0 {
            let is_year = self.is_number && self.letters == 4 && (1900..2100).contains(&self.year);
            let hash = if is_year { 2000 } else { self.hash };
            self.words.push(Word { hash, is_number: self.is_number, is_label: false, is_character: false });
        }
        (self.hash, self.letters, self.year, self.is_number) = (BASIS, 0, 0, true);
    }
}

fn is_label_end(c: char) -> bool {
    matches!(c, ':' | '：' | '|' | '–' | '—' | '\n' | '»' | '›' | '】' | '▶' | '→')
}

/// Soft hyphens, joiners and marks that writers leave out.
fn is_ignored(c: char) -> bool {
    !c.is_ascii()
        && matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}' | '\u{5b0}'..='\u{5c7}'
        | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{fe00}'..='\u{fe0f}')
}

/// Vowel signs and viramas of Indic scripts are parts of words, but no letters.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{963}' | '\u{970}'..='\u{dff}')
}

/// Scripts written without spaces between words.
fn is_unspaced(c: char) -> bool {
    !c.is_ascii()
        && matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The letter without its accent, and one letter for those that writers mix up.
pub(crate) fn fold(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    match c {
        'à'..='å'
        | 'ā'
        | 'ă'
        | 'ą'
        | 'ǎ'
        | '\u{1ea1}'
        | '\u{1ea3}'
        | '\u{1ea5}'
        | '\u{1ea7}'
        | '\u{1ea9}'
        | '\u{1eab}'
        | '\u{1ead}'
        | '\u{1eaf}'
        | '\u{1eb1}'
        | '\u{1eb3}'
        | '\u{1eb5}'
        | '\u{1eb7}' => 'a',
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë'
        | 'ē'
        | 'ė'
        | 'ę'
        | 'ě'
        | '\u{1eb9}'
        | '\u{1ebb}'
        | '\u{1ebd}'
        | '\u{1ebf}'
        | '\u{1ec1}'
        | '\u{1ec3}'
        | '\u{1ec5}'
        | '\u{1ec7}' => 'e',
        'ğ' | 'ģ' => 'g',
        'ì'..='ï' | 'ī' | 'į' | 'ı' | '\u{129}' | '\u{1ec9}' | '\u{1ecb}' => 'i',
        'ķ' => 'k',
        'ł' | 'ľ' | 'ĺ' | 'ļ' => 'l',
        'ñ' | 'ń' | 'ň' | 'ņ' => 'n',
        'ò'..='ö'
        | 'ø'
        | 'ō'
        | 'ő'
        | 'ơ'
        | '\u{1ecd}'
        | '\u{1ecf}'
        | '\u{1ed1}'
        | '\u{1ed3}'
        | '\u{1ed5}'
        | '\u{1ed7}'
        | '\u{1ed9}'
        | '\u{1edb}'
        | '\u{1edd}'
        | '\u{1edf}'
        | '\u{1ee1}'
        | '\u{1ee3}' => 'o',
        'ř' | 'ŕ' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù'..='ü'
        | 'ū'
        | 'ů'
        | 'ű'
        | 'ų'
        | 'ư'
        | '\u{169}'
        | '\u{1ee5}'
        | '\u{1ee7}'
        | '\u{1ee9}'
        | '\u{1eeb}'
        | '\u{1eed}'
        | '\u{1eef}'
        | '\u{1ef1}' => 'u',
        'ý' | 'ÿ' | '\u{1ef3}' | '\u{1ef5}' | '\u{1ef7}' | '\u{1ef9}' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'ё' => 'е',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ۀ' | 'ة' => 'ه',
        _ => c,
    }
}

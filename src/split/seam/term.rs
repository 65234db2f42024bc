//! The words of a text that say what it is about, as numbers.

use super::common;
use crate::hash::Map;
use crate::lexicon::stop_words;

/// Letters that stand for a word: endings are left off, in any language.
const STEM: usize = 6;
/// Syllables of Hangul that stand for a word: particles follow.
const HANGUL_STEM: usize = 2;
/// Letters; shorter words say little.
const MIN_LETTERS: usize = 3;
/// Letters from which a word is taken for a rare one: length and rarity go together (Zipf 1935).
const LONG: usize = 7;
/// Letters of a run in Thai and its like that stand for a word.
const THAI_RUN: usize = 4;

/// Where a word may be parted at the end of a line: it is one word.
const SOFT_HYPHEN: char = '\u{ad}';

/// What kind of word a term is. Names are shared by chance least of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Capitalised amid a sentence; a run of katakana.
    Name,
    /// A long word; two Chinese characters.
    Long,
    Short,
}

/// Terms by number, in the order of their first use.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    index: Map<Box<str>, u32>,
    kinds: Vec<Kind>,
}

impl Vocabulary {
    pub(super) fn kind(&self, term: u32) -> Kind {
        self.kinds[term as usize]
    }

    pub(super) fn len(&self) -> usize {
        self.kinds.len()
    }

    /// Adds the terms of a sentence.
    pub(super) fn read(&mut self, sentence: &str, terms: &mut Vec<u32>) {
        let (mut is_first, mut lower) = (true, String::new());
        for word in sentence.split(|c: char| !c.is_alphanumeric() && !is_mark(c)).filter(|w| !w.is_empty()) {
            self.word(word, is_first, &mut lower, terms);
            is_first = false;
        }
    }

    /// Adds a word, with room for it in lower case.
    fn word(&mut self, word: &str, is_first: bool, lower: &mut String, terms: &mut Vec<u32>) {
        let first = word.chars().next().unwrap_or(' ');
        lower.clear();
        if word.is_ascii() {
            lower.push_str(word);
            lower.make_ascii_lowercase();
        } else if word.chars().any(is_unspaced) {
            return self.unspaced(word, terms);
        } else {
            lower.extend(word.chars().filter(|c| *c != SOFT_HYPHEN).map(crate::lexicon::lower_letter));
        }
        let letters = lower.chars().count();
        let is_hangul = ('\u{ac00}'..='\u{d7a3}').contains(&first);
        let is_short = letters < if is_hangul { HANGUL_STEM } else { MIN_LETTERS };
        if is_short || stop_words::contains(lower) || first.is_numeric() {
            return;
        }
        let kind = match () {
            () if first.is_uppercase() && !is_first => Kind::Name,
            () if letters >= LONG || is_hangul && letters > HANGUL_STEM => Kind::Long,
            () => Kind::Short,
        };
        let stem = if is_hangul { HANGUL_STEM } else { STEM };
        let end = lower.char_indices().nth(stem).map_or(lower.len(), |(at, _)| at);
        if !common::contains(&lower[..end]) {
            self.add(&lower[..end], kind, terms);
        }
    }

    /// Scripts without spaces: katakana by the run, Chinese characters by two, Thai and its like by four letters.
    fn unspaced(&mut self, run: &str, terms: &mut Vec<u32>) {
        let chars: Vec<(usize, char)> = run.char_indices().collect();
        let end_of = |i: usize| chars.get(i).map_or(run.len(), |(at, _)| *at);
        let mut i = 0;
        while i < chars.len() {
            let c = chars[i].1;
            let same = |is: fn(char) -> bool| chars[i..].iter().take_while(|(_, c)| is(*c)).count();
            if is_katakana(c) {
                let n = same(is_katakana);
                if n >= MIN_LETTERS {
                    self.add(&run[chars[i].0..end_of(i + n)], Kind::Name, terms);
                }
                i += n;
            } else if is_han(c) {
                let n = same(is_han);
                for k in i..(i + n).saturating_sub(1) {
                    self.add(&run[chars[k].0..end_of(k + 2)], Kind::Long, terms);
                }
                i += n;
            } else if is_unspaced(c) && !is_hiragana(c) {
                let n = same(|c| is_unspaced(c) && !is_hiragana(c) && !is_han(c) && !is_katakana(c));
                for k in (i..(i + n + 1).saturating_sub(THAI_RUN)).step_by(2) {
                    self.add(&run[chars[k].0..end_of(k + THAI_RUN)], Kind::Short, terms);
                }
                i += n.max(1);
            } else {
                i += 1;
            }
        }
    }

    fn add(&mut self, term: &str, kind: Kind, terms: &mut Vec<u32>) {
        let next = self.kinds.len() as u32;
        let id = match self.index.get(term) {
            Some(id) => *id,
            None => {
                self.index.insert(term.into(), next);
                self.kinds.push(kind);
                next
            }
        };
        // A word that is once a name is one where it begins a sentence, too.
        if kind == Kind::Name {
            self.kinds[id as usize] = kind;
        }
        terms.push(id);
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '\'' | '’' | SOFT_HYPHEN | '\u{0300}'..='\u{036f}' | '\u{0591}'..='\u{05c7}' | '\u{064b}'..='\u{065f}' | '\u{0900}'..='\u{0903}'
        | '\u{093a}'..='\u{094f}' | '\u{0962}'..='\u{0963}' | '\u{0e31}' | '\u{0e34}'..='\u{0e3a}' | '\u{0e47}'..='\u{0e4e}')
}

fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30a1}'..='\u{30fa}' | 'ー')
}

fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{309f}')
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '々')
}

fn is_unspaced(c: char) -> bool {
    is_katakana(c)
        || is_hiragana(c)
        || is_han(c)
        || matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

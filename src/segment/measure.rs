//! Counts over the text of a block.

use crate::block::{Block, Content, Inline, MarkKind};
use crate::hash;
use crate::lexicon;
use crate::lexicon::date_words::THAI_HOUR;
use crate::lexicon::stop_words;
use crate::passage::Traits;

/// Scripts written without spaces: two letters make about one word.
fn is_unspaced(c: char) -> bool {
    !c.is_ascii()
        && matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।' | '։')
}

/// No space need follow.
fn ends_wide(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '।')
}

/// Measures a block's text.
pub(super) fn measure(block: &Block) -> Traits {
    let mut traits = Traits::default();
    match &block.content {
        Content::Code { text, .. } => text_into(text, &mut traits),
        Content::Embed(embed) => {
            if let Some(title) = &embed.title {
                text_into(title, &mut traits);
            }
        }
        Content::Figure(figure) => traits.images = figure.images.len() as u32,
        _ => {}
    }
    let mut longest_link = 0;
    for inline in block.content.inlines() {
        inline_into(inline, &mut traits, &mut longest_link);
    }
    traits
}

fn inline_into(inline: &Inline, traits: &mut Traits, longest_link: &mut u32) {
    text_into(&inline.parted(), traits);
    let mut link: Option<&str> = None;
    let mut link_chars = 0;
    for span in inline.spans() {
        let chars = span.text.chars().count() as u32;
        if span.bold {
            traits.bold_chars += chars;
        }
        if let Some(href) = span.link {
            traits.link_chars += chars;
            link_chars = if link == Some(href) { link_chars + chars } else { chars };
            traits.links += u32::from(link != Some(href));
            if link_chars > *longest_link {
                *longest_link = link_chars;
                traits.link = Some(href.into());
            }
        }
        link = span.link;
    }
    for mark in &inline.marks {
        traits.images += u32::from(matches!(mark.kind, MarkKind::Image(_)));
        traits.breaks += u32::from(mark.kind == MarkKind::Break);
    }
}

fn text_into(text: &str, traits: &mut Traits) {
    let mut word = Word::default();
    let (mut last, mut rest) = (' ', text);
    let mut is_end = false;
    while !is_end {
        // What nearly all words of most pages are made of.
        let (plain, after) = rest.split_at(rest.bytes().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(rest.len()));
        traits.digits += word.push_plain(plain.as_bytes());
        let mut letters = after.chars();
        is_end = after.is_empty();
        let c = letters.next().unwrap_or(' ');
        rest = letters.as_str();
        if c.is_alphanumeric() || (matches!(c, '\'' | '’') && !word.is_empty()) {
            traits.digits += u32::from(c.is_numeric());
            if is_unspaced(c) {
                traits.words += 0.5;
                continue;
            }
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            std::mem::take(&mut word).count_into(traits);
        }
        match c {
            ',' | '、' | '،' | '，' | ';' | '؛' => traits.commas += 1,
            ' ' | '\n' | '"' | '”' | '»' | '\'' | '’' | ')' if ends_sentence(last) && !ends_wide(last) => traits.sentence_ends += 1,
            c if ends_wide(c) => traits.sentence_ends += 1,
            _ => {}
        }
        last = c;
    }
    traits.chars += text.chars().count() as u32;
    let tail =
        text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '”' | '»' | '\'' | '’' | ')' | '“' | '」' | ']' | '*'));
    traits.ends_sentence = tail.ends_with(ends_sentence) && !tail.ends_with(THAI_HOUR);
}

/// A word as far as it counts.
struct Word {
    letters: u32,
    /// In lower case, as the hash is.
    bytes: usize,
    hash: u64,
    is_capital: bool,
    /// A small letter is behind the first.
    has_small: bool,
}

impl Default for Word {
    fn default() -> Self {
        Self { letters: 0, bytes: 0, hash: hash::EMPTY, is_capital: false, has_small: false }
    }
}

impl Word {
    fn is_empty(&self) -> bool {
        self.letters == 0
    }

    fn push(&mut self, c: char) {
        if self.is_empty() {
            self.is_capital = c.is_uppercase();
        } else {
            self.has_small |= c.is_lowercase();
        }
        self.letters += 1;
        lexicon::lower_each(c, |c| {
            self.hash = hash::grow_letter(self.hash, c);
            self.bytes += c.len_utf8();
        });
    }

    /// The same for ASCII letters and digits, of the latter how many. A small letter at the front does no harm: the word is no capital one
    /// then.
    fn push_plain(&mut self, letters: &[u8]) -> u32 {
        if let (true, Some(first)) = (self.is_empty(), letters.first()) {
            self.is_capital = first.is_ascii_uppercase();
        }
        let mut digits = 0;
        for letter in letters {
            self.hash = hash::grow(self.hash, letter.to_ascii_lowercase());
            self.has_small |= letter.is_ascii_lowercase();
            digits += u32::from(letter.is_ascii_digit());
        }
        self.letters += letters.len() as u32;
        self.bytes += letters.len();
        digits
    }

    fn count_into(self, traits: &mut Traits) {
        traits.words += 1.0;
        traits.capitalised += u32::from(self.is_capital);
        traits.all_caps += u32::from(self.is_capital && self.letters > 1 && !self.has_small);
        traits.stop_words += u32::from(stop_words::has(self.bytes, self.hash));
    }
}

//! Counts over the text of a block.

use crate::block::{Block, Content, Inline, MarkKind};
use crate::lexicon;
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
    let mut word = String::new();
    let (mut last, mut rest) = (' ', text);
    let mut is_end = false;
    while !is_end {
        // What nearly all words of most pages are made of.
        let (plain, after) = rest.split_at(rest.bytes().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(rest.len()));
        word.push_str(plain);
        traits.digits += plain.bytes().filter(u8::is_ascii_digit).count() as u32;
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
            word_into(&mut word, traits);
        }
        match c {
            ',' | '、' | '،' | '，' | ';' | '؛' => traits.commas += 1,
            ' ' | '\n' | '"' | '”' | '»' | '\'' | '’' | ')' if ends_sentence(last) => traits.sentence_ends += 1,
            '。' | '！' | '？' | '।' => traits.sentence_ends += 1,
            _ => {}
        }
        last = c;
    }
    traits.chars += text.chars().count() as u32;
    let tail =
        text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '”' | '»' | '\'' | '’' | ')' | '“' | '」' | ']' | '*'));
    traits.ends_sentence = tail.ends_with(ends_sentence);
}

fn word_into(word: &mut String, traits: &mut Traits) {
    traits.words += 1.0;
    let mut letters = word.chars();
    if letters.next().is_some_and(char::is_uppercase) {
        traits.capitalised += 1;
        traits.all_caps += u32::from(word.chars().count() > 1 && !letters.any(char::is_lowercase));
    }
    // The longest word of the list has 8 letters.
    if word.len() <= 24 {
        if word.is_ascii() {
            word.make_ascii_lowercase();
        } else {
            *word = lexicon::lower(word);
        }
        traits.stop_words += u32::from(stop_words::contains(word));
    }
    word.clear();
}

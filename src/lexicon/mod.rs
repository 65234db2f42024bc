//! Words of the web: what class names, short labels, dates and by-lines mean, in many languages.

pub(crate) mod adlist;
pub(crate) mod ago;
pub(crate) mod bylines;
pub(crate) mod classes;
pub(crate) mod date_words;
pub(crate) mod function_words;
pub(crate) mod meta_names;
pub(crate) mod months;
pub(crate) mod references;
mod sorted;
pub(crate) mod stems;
pub(crate) mod stop_words;
pub(crate) mod wording;

use crate::hash;

/// The first letter behind those of Latin script.
pub(crate) const BEHIND_LATIN: char = '\u{250}';
/// Where the scripts of East Asia begin, most of which put no space between words.
pub(crate) const EAST_ASIAN: char = '\u{2e80}';

/// A text in lower case, letter by letter. The standard library's way, which knows of the sigma at a word's end, is four kilobytes.
#[inline(never)]
pub(crate) fn lower(text: &str) -> String {
    let mut lower = String::with_capacity(text.len());
    text.chars().for_each(|c| lower_each(c, |c| lower.push(c)));
    lower
}

/// Hands on the lower case of a letter.
#[inline]
pub(crate) fn lower_each(c: char, mut take: impl FnMut(char)) {
    take(lower_letter(c));
    // The only one of two.
    if c == 'İ' {
        take('\u{307}');
    }
}

/// Letters that are so far from their lower case: the first, the last, how far apart they stand, how far the lower case is. The standard
/// library's table, of which the build script makes this one, is 11 kB in the wasm, and four in a zip.
#[allow(clippy::unreadable_literal, reason = "written by the build script")]
static LOWER: &[(u32, u32, u32, i32)] = &include!(concat!(env!("OUT_DIR"), "/lower.rs"));

/// The lower case of a letter, or its first sign.
#[inline]
pub(crate) fn lower_letter(c: char) -> char {
    match c {
        '\0'..='\u{7f}' => c.to_ascii_lowercase(),
        // Latin-1 signs; Hebrew to Burmese; punctuation; Chinese, Japanese, Korean.
        '\u{a0}'..='\u{bf}' | '\u{590}'..='\u{109f}' | '\u{2000}'..='\u{20ff}' | '\u{2e80}'..='\u{a63f}' | '\u{ac00}'..='\u{faff}' => c,
        _ => lower_in_runs(c as u32).unwrap_or(c),
    }
}

#[inline(never)]
fn lower_in_runs(letter: u32) -> Option<char> {
    let &(first, _, step, far) = LOWER.get(LOWER.partition_point(|&(_, last, ..)| last < letter))?;
    let is_one = letter >= first && (letter - first).is_multiple_of(step);
    is_one.then(|| letter.checked_add_signed(far).and_then(char::from_u32)).flatten()
}

/// The hash of a text in lower case.
pub(crate) fn hash_lower(text: &str) -> u64 {
    let mut hash = hash::EMPTY;
    text.chars().for_each(|c| lower_each(c, |c| hash = hash::grow_letter(hash, c)));
    hash
}

/// Whether a text ends in a question mark, in the scripts that have one of their own.
pub(crate) fn is_question(text: &str) -> bool {
    text.trim_end().ends_with(['?', '？', '؟'])
}

/// Characters that cannot be seen where they stand alone: joiners, soft hyphens, direction marks.
pub(crate) fn has_no_width(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Whether a word stands in a short text: the standard library's search takes longer to begin.
pub(crate) fn holds(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some((first, rest)) = word.split_first() else { return true };
    text.windows(word.len()).any(|part| part[0] == *first && part[1..] == *rest)
}

/// The letters and digits of a text in lower case: what two prints of the same words have in common.
pub(crate) fn letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        let (plain, after) = rest.split_at(rest.bytes().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(rest.len()));
        letters.push_str(plain);
        let mut behind = after.chars();
        let Some(c) = behind.next() else { break };
        if !c.is_ascii() && c.is_alphanumeric() {
            lower_each(c, |c| letters.push(c));
        }
        rest = behind.as_str();
    }
    letters.make_ascii_lowercase();
    letters
}

#[cfg(test)]
mod tests {
    #[test]
    fn lower_case_is_that_of_the_unicode_standard() {
        for c in '\0'..=char::MAX {
            let mut lower = String::new();
            super::lower_each(c, |c| lower.push(c));
            assert_eq!(lower, c.to_lowercase().to_string());
        }
    }
}

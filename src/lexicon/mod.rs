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

/// A text in lower case, letter by letter. The standard library's way, which knows of the sigma at a word's end, is four kilobytes.
#[inline(never)]
pub(crate) fn lower(text: &str) -> String {
    let mut lower = String::with_capacity(text.len());
    text.chars().for_each(|c| lower_each(c, |c| lower.push(c)));
    lower
}

/// Hands on the lower case of a letter. The table, which is dear, is asked only for scripts that have it.
#[inline]
pub(crate) fn lower_each(c: char, mut take: impl FnMut(char)) {
    match c {
        '\0'..='\u{7f}' => take(c.to_ascii_lowercase()),
        // Latin-1 signs; Hebrew to Burmese; punctuation; Chinese, Japanese, Korean.
        '\u{a0}'..='\u{bf}' | '\u{590}'..='\u{109f}' | '\u{2000}'..='\u{20ff}' | '\u{2e80}'..='\u{a63f}' | '\u{ac00}'..='\u{faff}' => {
            take(c);
        }
        _ => c.to_lowercase().for_each(take),
    }
}

/// The hash of a text in lower case.
pub(crate) fn hash_lower(text: &str) -> u64 {
    let mut hash = hash::EMPTY;
    text.chars().for_each(|c| lower_each(c, |c| hash = hash::grow_letter(hash, c)));
    hash
}

/// The letters and digits of a text in lower case: what two prints of the same words have in common.
pub(crate) fn letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    text.chars().filter(|c| c.is_alphanumeric()).for_each(|c| lower_each(c, |c| letters.push(c)));
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

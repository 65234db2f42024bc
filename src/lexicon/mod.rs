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
pub(crate) mod stems;
pub(crate) mod stop_words;
pub(crate) mod wording;

/// A text in lower case, letter by letter. The standard library's way, which knows of the sigma at a word's end, is four kilobytes.
#[inline(never)]
pub(crate) fn lower(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// The letters and digits of a text in lower case: what two prints of the same words have in common.
pub(crate) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

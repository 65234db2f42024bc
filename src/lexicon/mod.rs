//! Words that rules and parsers look for, by language, as plain tables.

pub(crate) mod ago;
pub(crate) mod bylines;
pub(crate) mod date_words;
pub(crate) mod function_words;
pub(crate) mod months;

//! Words of the web: what class names and short labels mean, in many languages.

pub(crate) mod classes;
pub(crate) mod stop_words;
pub(crate) mod wording;

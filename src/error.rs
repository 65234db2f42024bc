//! What can go wrong. Pages can't: a broken page gives its best result and notes.

use std::fmt;

/// A call that could not be carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The tokenizer gave up.
    Tokenizer(String),
}

impl Error {
    /// A stable name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Tokenizer(_) => "tokenizer",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tokenizer(why) => write!(f, "the page could not be read: {why}"),
        }
    }
}

impl std::error::Error for Error {}

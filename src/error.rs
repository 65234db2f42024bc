//! What can go wrong. Pages can't: a broken page gives its best result and notes.

use std::fmt;

/// A call that could not be carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The settings' address is not an absolute `http`, `https` or `file` URL.
    Address(String),
    /// The tokenizer gave up.
    Tokenizer(String),
}

impl Error {
    /// A stable name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Address(_) => "bad-address",
            Self::Tokenizer(_) => "tokenizer",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(given) => write!(f, "not an absolute web address: {given}; give one with its scheme, such as https://example.org/"),
            Self::Tokenizer(why) => write!(f, "the page could not be read: {why}"),
        }
    }
}

impl std::error::Error for Error {}

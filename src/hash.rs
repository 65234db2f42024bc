//! The crate's tables: a fast hash that is the same on every run.
//!
//! No output may depend on a table's order. `SipHash`, the standard library's, cost a twentieth of a run.

mod table;

use foldhash::fast::FixedState;
use std::hash::{BuildHasher, Hash, Hasher};
pub(crate) use table::{Map, Set};

/// Takes values one by one.
pub(crate) fn hasher() -> impl Hasher + Clone {
    FixedState::default().build_hasher()
}

/// The hash of a text without letters, by which [`grow`] begins.
pub(crate) const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;

/// Hashes a text on by one byte (FNV-1a, 64 bits): each beginning of a text has its hash on the way.
#[inline]
pub(crate) fn grow(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
}

/// The same for a letter.
pub(crate) fn grow_letter(hash: u64, letter: char) -> u64 {
    letter.encode_utf8(&mut [0; 4]).bytes().fold(hash, grow)
}

/// Same for equal texts.
pub(crate) fn of_text(text: &str) -> u64 {
    text.bytes().fold(EMPTY, grow)
}

/// Same for equal values.
pub(crate) fn of(value: impl Hash) -> u64 {
    FixedState::default().hash_one(value)
}

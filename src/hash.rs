//! The crate's tables: a fast hash that is the same on every run.
//!
//! No output may depend on a table's order. `SipHash`, the standard library's, cost a twentieth of a run.

use foldhash::fast::FixedState;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, Hash, Hasher};

/// A table by key.
pub(crate) type Map<K, V> = HashMap<K, V, FixedState>;
/// A set of keys.
pub(crate) type Set<K> = HashSet<K, FixedState>;

/// Takes values one by one.
pub(crate) fn hasher() -> impl Hasher {
    FixedState::default().build_hasher()
}

/// Same for equal values.
pub(crate) fn of(value: impl Hash) -> u64 {
    FixedState::default().hash_one(value)
}

//! Tables by key, in the order of their first entries.
//!
//! The standard library's are compiled again for each pair of types, with some kilobyte of searching and growing each. Here both are in
//! [`Places`], which knows hashes alone: 70 tables took 34 kB of the wasm. Nothing is ever taken out of a table.

use foldhash::fast::FixedState;
use std::borrow::Borrow;
use std::hash::{BuildHasher, Hash};

/// Values by key.
#[derive(Clone, Debug)]
pub(crate) struct Map<K, V> {
    entries: Vec<(K, V)>,
    places: Places,
}

impl<K: Eq + Hash, V> Map<K, V> {
    pub(crate) fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.place(key, short_hash(key)).map(|at| &self.entries[at].1)
    }

    pub(crate) fn get_mut<Q: Eq + Hash + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.place(key, short_hash(key)).map(|at| &mut self.entries[at].1)
    }

    /// Puts a value, perhaps in another's place, which is given back.
    pub(crate) fn insert(&mut self, key: K, value: V) -> Option<V> {
        let hash = short_hash(&key);
        match self.place(&key, hash) {
            Some(at) => Some(std::mem::replace(&mut self.entries[at].1, value)),
            None => {
                self.add(hash, key, value);
                None
            }
        }
    }

    pub(crate) fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        Entry { map: self, key }
    }

    fn place<Q: Eq + Hash + ?Sized>(&self, key: &Q, hash: u32) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        self.places.find(hash, |at| self.entries[at].0.borrow() == key)
    }

    fn add(&mut self, hash: u32, key: K, value: V) -> usize {
        self.places.add(hash, self.entries.len());
        self.entries.push((key, value));
        self.entries.len() - 1
    }
}

impl<K, V> Map<K, V> {
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.entries.iter().map(|(key, value)| (key, value))
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &K> {
        self.entries.iter().map(|(key, _)| key)
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &V> {
        self.entries.iter().map(|(_, value)| value)
    }

    pub(crate) fn into_values(self) -> impl Iterator<Item = V> {
        self.entries.into_iter().map(|(_, value)| value)
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self { entries: Vec::new(), places: Places::default() }
    }
}

impl<K: Eq + Hash, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        entries.into_iter().for_each(|(key, value)| _ = self.insert(key, value));
    }
}

impl<K: Eq + Hash, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::default();
        map.extend(entries);
        map
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

/// The place of one key in a map, whether it is there or not.
pub(crate) struct Entry<'m, K, V> {
    map: &'m mut Map<K, V>,
    key: K,
}

impl<'m, K: Eq + Hash, V> Entry<'m, K, V> {
    pub(crate) fn or_insert_with(self, value: impl FnOnce() -> V) -> &'m mut V {
        let Self { map, key } = self;
        let hash = short_hash(&key);
        let at = map.place(&key, hash).unwrap_or_else(|| map.add(hash, key, value()));
        &mut map.entries[at].1
    }

    pub(crate) fn or_insert(self, value: V) -> &'m mut V {
        self.or_insert_with(|| value)
    }

    pub(crate) fn or_default(self) -> &'m mut V
    where
        V: Default,
    {
        self.or_insert_with(V::default)
    }
}

/// Keys alone.
#[derive(Clone, Debug)]
pub(crate) struct Set<K>(Map<K, ()>);

impl<K: Eq + Hash> Set<K> {
    /// Whether the key was not there before.
    pub(crate) fn insert(&mut self, key: K) -> bool {
        self.0.insert(key, ()).is_none()
    }

    pub(crate) fn contains<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.0.get(key).is_some()
    }
}

impl<K> Set<K> {
    pub(crate) fn iter(&self) -> impl Iterator<Item = &K> {
        self.0.keys()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Makes room for so many keys.
    pub(crate) fn reserve(&mut self, count: usize) {
        self.0.entries.reserve(count);
        self.0.places.reserve(count);
    }
}

impl<K> Default for Set<K> {
    fn default() -> Self {
        Self(Map::default())
    }
}

impl<K: Eq + Hash> Extend<K> for Set<K> {
    fn extend<I: IntoIterator<Item = K>>(&mut self, keys: I) {
        keys.into_iter().for_each(|key| _ = self.insert(key));
    }
}

impl<K: Eq + Hash> FromIterator<K> for Set<K> {
    fn from_iter<I: IntoIterator<Item = K>>(keys: I) -> Self {
        let mut set = Self::default();
        set.extend(keys);
        set
    }
}

/// Where the entries of a table stand, by their hashes: free places are looked for behind the one that a hash asks for.
#[derive(Clone, Debug, Default)]
struct Places {
    /// As many as a power of two, or none.
    slots: Vec<Slot>,
    taken: usize,
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    hash: u32,
    /// Of the entry, or [`FREE`].
    place: u32,
}

const FREE: u32 = u32::MAX;
/// Places of a small table: most hold a few entries, and would grow for each.
const LEAST: usize = 8;

impl Places {
    #[inline]
    fn find(&self, hash: u32, is_it: impl Fn(usize) -> bool) -> Option<usize> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots.get(at).filter(|slot| slot.place != FREE)?;
            if slot.hash == hash && is_it(slot.place as usize) {
                return Some(slot.place as usize);
            }
            at = (at + 1) & mask;
        }
    }

    fn add(&mut self, hash: u32, place: usize) {
        self.reserve(1);
        self.put(Slot { hash, place: place as u32 });
        self.taken += 1;
    }

    /// Keeps a quarter of the places free.
    #[inline(never)]
    fn reserve(&mut self, count: usize) {
        let needed = (self.taken + count) * 4 / 3 + 1;
        if needed > self.slots.len() {
            let free = vec![Slot { hash: 0, place: FREE }; needed.next_power_of_two().max(LEAST)];
            let known = std::mem::replace(&mut self.slots, free);
            known.into_iter().filter(|slot| slot.place != FREE).for_each(|slot| self.put(slot));
        }
    }

    fn put(&mut self, slot: Slot) {
        let mask = self.slots.len() - 1;
        let mut at = slot.hash as usize & mask;
        while self.slots[at].place != FREE {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
    }
}

fn short_hash(key: &(impl Hash + ?Sized)) -> u32 {
    let hash = FixedState::default().hash_one(key);
    (hash ^ hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_finds_what_was_put_and_keeps_the_order() {
        let mut map: Map<String, usize> = Map::default();
        assert_eq!(map.get("0"), None);
        for n in (0..1000).rev() {
            *map.entry(n.to_string()).or_default() += n;
            *map.entry(n.to_string()).or_insert(0) += 1;
        }
        assert!((0..1000).all(|n| map.get(n.to_string().as_str()) == Some(&(n + 1))));
        assert_eq!((map.get("1000"), map.len(), map.keys().next().map(String::as_str)), (None, 1000, Some("999")));
        assert_eq!((map.insert("3".into(), 7), map.insert("x".into(), 7), map.get("3")), (Some(4), None, Some(&7)));
    }

    #[test]
    fn a_set_holds_each_key_once() {
        let mut set: Set<u64> = [3, 1, 3].into_iter().collect();
        set.reserve(100);
        assert!(set.insert(2) && !set.insert(1) && set.contains(&3) && !set.contains(&4));
        assert_eq!(set.iter().copied().collect::<Vec<_>>(), [3, 1, 2]);
        set.clear();
        assert!(set.is_empty() && !set.contains(&3));
    }
}

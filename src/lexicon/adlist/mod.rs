//! Classes and ids that EasyList hides on every site: `data/README.md` says where the table comes from, and its date.

mod hash;

use super::sorted::unpack;
use hash::{Kind, hash};
use std::sync::LazyLock;

/// The list's name and state, for people.
pub(crate) const STATE: &str = "EasyList of 31 October 2025 (uBlock Origin 1.67.0)";

/// Sorted.
static LISTED: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let (of_ads, others) = unpack(include_bytes!("../../../data/easylist.bin"));
    [of_ads, unpack(others).0].concat()
});

/// Whether the list hides elements with one of these classes, or this id.
pub(crate) fn is_ad(class: &str, id: &str) -> bool {
    class.split_ascii_whitespace().any(|name| is_listed(Kind::Class, name)) || (!id.is_empty() && is_listed(Kind::Id, id))
}

fn is_listed(kind: Kind, name: &str) -> bool {
    LISTED.binary_search(&hash(kind, name)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_ad_slots_are_listed() {
        assert!(is_ad("box ad-slot-container wide", ""));
        assert!(is_ad("", "banner_advertisement"));
        assert!(is_ad("AdContainer-Sidebar", ""));
    }

    #[test]
    fn classes_are_no_ids_and_words_no_ads() {
        assert!(!is_ad("banner_advertisement_of_1920", ""));
        for name in ["article-body", "adventure", "header", "content", "thread", "download", "gradient", "paragraph"] {
            assert!(!is_ad(name, name), "{name}");
        }
    }
}

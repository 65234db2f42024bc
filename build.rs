//! Packs the phrases of `data/wording` into one table.

use std::path::Path;

#[path = "src/lexicon/wording"]
mod wording {
    #[path = "phrase.rs"]
    pub(crate) mod phrase;
    #[path = "words.rs"]
    pub(crate) mod words;
}
use wording::phrase;

/// The families' names in the files, in the order of `Wording`'s bits.
const FAMILIES: [&str; 32] = [
    "related-heading",
    "read-also",
    "ad-label",
    "sponsored",
    "newsletter",
    "subscribe",
    "account",
    "app",
    "share",
    "consent",
    "comment",
    "paywall",
    "copyright",
    "tags",
    "author-bio",
    "listen-print",
    "poll",
    "follow",
    "published",
    "reading-time",
    "read-more",
    "contents",
    "credit",
    "navigation",
    "donate",
    "correction",
    "contact",
    "legal",
    "search",
    "most-read",
    "next-previous",
    "video-player",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=data/wording");
    println!("cargo::rerun-if-changed=src/lexicon/wording");
    let mut phrases = Vec::new();
    for file in ["about", "actions", "promotion", "related"] {
        let path = format!("data/wording/{file}.txt");
        let mut family = None;
        for line in std::fs::read_to_string(&path)?.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                family = Some(FAMILIES.iter().position(|f| *f == name).ok_or(format!("{path}: no family {name}"))?);
            } else {
                phrase::parse(line, family.ok_or(format!("{path}: phrases before a family"))? as u8, &mut phrases);
            }
        }
    }
    let out = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&out).join("wording.bin"), phrase::pack(&mut phrases))?;
    Ok(())
}

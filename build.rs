//! Packs the phrases of `data/wording` into one table, and the names of character references into another.

use std::collections::BTreeMap;
use std::path::Path;

#[path = "src/lexicon/sorted.rs"]
mod sorted;
#[path = "src/lexicon/wording"]
mod wording {
    #[path = "phrase.rs"]
    pub(crate) mod phrase;
    #[path = "words.rs"]
    pub(crate) mod words;
}
use wording::phrase;

mod lexicon {
    /// By the standard library's table, from which that of the crate is made.
    pub(crate) fn lower_each(c: char, take: impl FnMut(char)) {
        c.to_lowercase().for_each(take);
    }
}

/// A letter that is so far from the one before it, or farther, is written itself.
const FARTHER: u32 = 0x1f;

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
    println!("cargo::rerun-if-changed=src/lexicon/sorted.rs");
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
    std::fs::write(Path::new(&out).join("wording.bin"), pack(&mut phrases))?;
    std::fs::write(Path::new(&out).join("references.txt"), references()?)?;
    std::fs::write(Path::new(&out).join("lower.rs"), format!("{:?}", lower()))?;
    Ok(())
}

/// The phrases' keys, sorted, and behind them for each a byte: like stands beside like, 2 kB less in a zip.
fn pack(phrases: &mut Vec<phrase::Phrase>) -> Vec<u8> {
    // Each place takes in those before it: what is found anywhere is found as a whole text, too. A beginning is found for its own ends alone.
    let alike = |phrase: &phrase::Phrase| (phrase.key, phrase.family, (phrase.family == phrase::HEAD).then_some(phrase.place));
    phrases.sort_unstable_by_key(|phrase| (alike(phrase), std::cmp::Reverse(phrase.place)));
    phrases.dedup_by_key(|phrase| alike(phrase));
    let mut packed = sorted::pack(&phrases.iter().map(|phrase| phrase.key).collect::<Vec<_>>());
    packed.extend(phrases.iter().copied().map(phrase::entry));
    packed
}

/// The names of the HTML standard in the form that `lexicon::references` reads. By what they stand for, they are a third smaller once
/// compressed than by name.
fn references() -> Result<String, std::str::Utf8Error> {
    let mut names: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for key in htmlize::ENTITIES.keys() {
        let Some(open) = key.strip_suffix(b";") else { continue };
        let end = if htmlize::ENTITIES.contains_key(open) { "," } else { " " };
        let value = htmlize::ENTITIES.get(key).copied().unwrap_or_default();
        names.entry(std::str::from_utf8(value)?).or_default().push([std::str::from_utf8(&open[1..])?, end].concat());
    }
    let (mut packed, mut last) = (String::new(), 0);
    for (value, mut names) in names {
        names.sort_unstable();
        let mut letters = value.chars();
        let letter = letters.next().filter(|_| letters.next().is_none()).map(u32::from);
        match letter.map(|letter| letter - last).filter(|step| (1..FARTHER).contains(step)).and_then(char::from_u32) {
            Some(step) => packed.push(step),
            None => packed.extend(["\u{1f}", value, "\u{1f}"]),
        }
        last = letter.unwrap_or(last);
        packed.extend(names);
    }
    Ok(packed)
}

/// Letters beyond ASCII in runs that are equally far from their lower case, one beside the other or every second: see `lexicon::lower_letter`.
fn lower() -> Vec<(u32, u32, u32, i32)> {
    let far = |letter: u32| {
        let c = char::from_u32(letter).filter(|c| !c.is_ascii())?;
        let far = c.to_lowercase().next()? as i32 - letter as i32;
        (far != 0).then_some(far)
    };
    let is_in_run =
        |first: u32, step: u32, n: u32| far(first + n * step) == far(first) && (step == 1 || far(first + n * step - 1).is_none());
    let run = |first: u32, step: u32| {
        (first..).step_by(step as usize).zip(1..).find(|&(_, n)| !is_in_run(first, step, n)).map_or(first, |(last, _)| last)
    };
    let mut runs = Vec::new();
    let mut letter = 0;
    while letter <= u32::from(char::MAX) {
        if let Some(to) = far(letter) {
            let (last, step) = [1, 2]
                .map(|step| (run(letter, step), step))
                .into_iter()
                .max_by_key(|&(last, step)| (last, 2 - step))
                .unwrap_or((letter, 1));
            runs.push((letter, last, step, to));
            letter = last;
        }
        letter += 1;
    }
    runs
}

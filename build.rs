//! Packs the phrases of `data/wording` into one table, and the names of character references into another.

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
    phrases.sort_unstable();
    phrases.dedup();
    let mut packed = sorted::pack(&phrases.iter().map(|phrase| phrase.key).collect::<Vec<_>>());
    packed.extend(phrases.iter().copied().map(phrase::entry));
    packed
}

/// The names of the HTML standard in the form that `lexicon::references` reads: a third of what a hash map of them takes.
fn references() -> Result<String, std::str::Utf8Error> {
    let mut names: Vec<&[u8]> = htmlize::ENTITIES.keys().copied().filter_map(|name| name.strip_prefix(b"&")?.strip_suffix(b";")).collect();
    names.sort_unstable();
    let entry = |name: &&[u8]| {
        let open = [b"&", *name].concat();
        let sign = if htmlize::ENTITIES.contains_key(open.as_slice()) { "," } else { ";" };
        let value = htmlize::ENTITIES.get([open.as_slice(), b";"].concat().as_slice()).copied().unwrap_or_default();
        Ok([std::str::from_utf8(name)?, sign, std::str::from_utf8(value)?].concat())
    };
    Ok(names.iter().map(entry).collect::<Result<Vec<_>, _>>()?.join("\0"))
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

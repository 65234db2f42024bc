//! Pull quotes: a sentence of the text, set large beside it.

use super::Page;
use crate::block::{Content, FrameKind};
use crate::container::Hints;
use crate::lexicon::letters;
use crate::passage::Judged;

/// Words of a pull quote; fewer may well stand in a text by chance, more are no ornament.
const WORDS: std::ops::RangeInclusive<f32> = 4.0..=45.0;
/// Pull quotes of one article that are looked for.
const MAX: usize = 40;

/// The passages of `main` that stand apart from the text and are, word for word, in it.
pub(super) fn find(judged: &[Judged<'_>], main: &[usize], page: &Page<'_>) -> Vec<usize> {
    let apart: Vec<usize> = main.iter().copied().filter(|&i| stands_apart(&judged[i], page)).take(MAX).collect();
    if apart.is_empty() {
        return Vec::new();
    }
    let quotes: Vec<String> = apart.iter().map(|&i| letters(&judged[i].text)).collect();
    let mut search = Search::new(&quotes);
    for &i in main.iter().filter(|i| !apart.contains(i)) {
        search.read(&letters(&judged[i].text));
    }
    apart.into_iter().zip(search.found).filter(|(_, is_found)| *is_found).map(|(i, _)| i).collect()
}

/// The lines of `main` that only name the language of the code below them.
pub(super) fn languages(judged: &[Judged<'_>], main: &[usize]) -> Vec<usize> {
    let names_next = |pair: &&[usize]| {
        let Content::Code { language: Some(language), .. } = &judged[pair[1]].passage.block.content else { return false };
        pair[1] == pair[0] + 1 && judged[pair[0]].text.trim().eq_ignore_ascii_case(language)
    };
    main.windows(2).filter(names_next).map(|pair| pair[0]).collect()
}

/// Looks for several texts at once, in one walk: where the first bytes of one of them stand, it is compared.
struct Search<'t> {
    wanted: &'t [String],
    found: Vec<bool>,
    /// A bit for each hash of first bytes.
    heads: [u64; HEADS],
}

/// First bytes that are looked for: as many as a register holds.
const HEAD: usize = 8;
/// Words of bits: a hundred bits for each text that is looked for.
const HEADS: usize = 64;

impl<'t> Search<'t> {
    fn new(wanted: &'t [String]) -> Self {
        let mut heads = [0; HEADS];
        for head in wanted.iter().filter_map(|text| text.as_bytes().first_chunk::<HEAD>()) {
            let (place, bit) = place(u64::from_be_bytes(*head));
            heads[place] |= bit;
        }
        Self { wanted, found: vec![false; wanted.len()], heads }
    }

    /// Looks through a text; what goes over its end is not found.
    fn read(&mut self, text: &str) {
        let mut window = 0;
        for (at, byte) in text.bytes().enumerate() {
            window = window << 8 | u64::from(byte);
            let (place, bit) = place(window);
            if self.heads[place] & bit != 0 && at + 1 >= HEAD {
                self.compare(&text.as_bytes()[at + 1 - HEAD..]);
            }
        }
        for (wanted, found) in self.wanted.iter().zip(&mut self.found).filter(|(wanted, _)| (1..HEAD).contains(&wanted.len())) {
            *found |= text.contains(wanted.as_str());
        }
    }

    fn compare(&mut self, here: &[u8]) {
        for (wanted, found) in self.wanted.iter().zip(&mut self.found) {
            *found |= wanted.len() >= HEAD && here.starts_with(wanted.as_bytes());
        }
    }
}

/// Which of the words of bits, and which bit of it.
fn place(head: u64) -> (usize, u64) {
    /// An odd number without structure: the golden ratio's first 64 bits.
    const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
    let hash = head.wrapping_mul(SPREAD);
    ((hash >> 58) as usize % HEADS, 1 << (hash >> 52 & 63))
}

fn stands_apart(one: &Judged<'_>, page: &Page<'_>) -> bool {
    let is_quote = one.passage.block.frames.iter().any(|f| f.kind == FrameKind::Quote);
    let t = one.traits();
    WORDS.contains(&t.words)
        && !one.is_picture()
        && (is_quote || page.containers.get(one.passage.container).distance(Hints::QUOTE | Hints::ASIDE) < 2)
}

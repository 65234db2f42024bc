//! What short labels and phrases mean, in some thirty languages: `data/wording` holds them.

mod phrase;
mod words;

use super::sorted::unpack;
use bitflags::bitflags;
use phrase::{HEAD, Phrase, Place, longest};
use std::sync::LazyLock;
pub(crate) use words::fold;
use words::{GAP, Word, join, words};

bitflags! {
    /// Families of wording, in the order of [`FAMILIES`].
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub(crate) struct Wording: u32 {
        const RELATED_HEADING = 1;
        const READ_ALSO = 1 << 1;
        const AD_LABEL = 1 << 2;
        const SPONSORED = 1 << 3;
        const NEWSLETTER = 1 << 4;
        const SUBSCRIBE = 1 << 5;
        const ACCOUNT = 1 << 6;
        const APP = 1 << 7;
        const SHARE = 1 << 8;
        const CONSENT = 1 << 9;
        const COMMENT = 1 << 10;
        const PAYWALL = 1 << 11;
        const COPYRIGHT = 1 << 12;
        const TAGS = 1 << 13;
        const AUTHOR_BIO = 1 << 14;
        const LISTEN_PRINT = 1 << 15;
        const POLL = 1 << 16;
        const FOLLOW = 1 << 17;
        const PUBLISHED = 1 << 18;
        const READING_TIME = 1 << 19;
        const READ_MORE = 1 << 20;
        const CONTENTS = 1 << 21;
        const CREDIT = 1 << 22;
        const NAVIGATION = 1 << 23;
        const DONATE = 1 << 24;
        const CORRECTION = 1 << 25;
        const CONTACT = 1 << 26;
        const LEGAL = 1 << 27;
        const SEARCH = 1 << 28;
        const MOST_READ = 1 << 29;
        const NEXT_PREVIOUS = 1 << 30;
        const VIDEO_PLAYER = 1 << 31;
    }
}

/// What a text says, as far as it is set phrases. What is in `whole` is in `starts`, what is in `starts` in `contains`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The text is nothing but such phrases, numbers and signs aside.
    pub(crate) whole: Wording,
    /// The text begins with one.
    pub(crate) starts: Wording,
    /// Some are in the text.
    pub(crate) contains: Wording,
}

impl Wording {
    /// What stands over other articles, or leads to one.
    pub(crate) const OTHER_ARTICLES: Self = Self::RELATED_HEADING.union(Self::MOST_READ).union(Self::READ_ALSO);
}

impl Reading {
    /// Whether the text may be a name: it is no set phrase, or that of an agency, which is a credit.
    pub(crate) fn may_be_name(self) -> bool {
        Wording::CREDIT.contains(self.whole)
    }
}

/// What newsletters are called, in texts and addresses, in lower case.
pub(crate) const NEWSLETTERS: [&str; 26] = [
    "newsletter",
    "nieuwsbrief",
    "nyhetsbrev",
    "nyhedsbrev",
    "infolettre",
    "uutiskirje",
    "boletín",
    "рассылк",
    "розсилк",
    "bülten",
    "hírlev",
    "bản tin",
    "buletin",
    "ενημερωτικό",
    "البريدية",
    "خبرنامه",
    "ניוזלטר",
    "न्यूज़लेटर",
    "न्यूजलेटर",
    "จดหมายข่าว",
    "뉴스레터",
    "ニュースレター",
    "メルマガ",
    "电子报",
    "電子報",
    "电子邮件通讯",
];

/// Where sites ask to be followed, in lower case.
pub(crate) const NETWORKS: [&str; 8] = ["facebook", "twitter", "instagram", "youtube", "telegram", "whatsapp", "linkedin", "tiktok"];

/// Words of a set phrase that nobody writes as a paragraph, nor as a caption: "Playing" may be one.
pub(crate) const SPELT_OUT: f32 = 4.0;

/// Characters; set phrases stand at the head of a block, or make up all of it.
const READ: usize = 400;
/// Words; the longest part of a phrase behind a gap.
const LONGEST_TAIL: usize = 8;
/// Words between the head and the tail of a phrase.
const WIDEST_GAP: usize = 8;

/// The low bits of a key: some twenty times as many values as there are phrases, in 64 kB.
const LOW: usize = (1 << 19) - 1;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let (keys, entries) = unpack(include_bytes!(concat!(env!("OUT_DIR"), "/wording.bin")));
    Table::new(keys.into_iter().zip(entries).map(phrase::phrase).collect())
});

/// Reads the first characters of a text.
pub(crate) fn read(text: &str) -> Reading {
    // A text of fewer bytes has fewer characters.
    let end = if text.len() <= READ { text.len() } else { text.char_indices().nth(READ).map_or(text.len(), |(i, _)| i) };
    let words = words(&text[..end]);
    let table = &*TABLE;
    let whole = if end == text.len() { table.whole(&words) } else { Wording::empty() };
    let starts = whole | table.at(&words, true).1;
    let contains = (0..words.len()).fold(starts, |found, i| found | table.at(&words[i..], false).1);
    Reading { whole, starts, contains }
}

#[derive(Debug)]
struct Table {
    /// Sorted by key.
    phrases: Vec<Phrase>,
    /// A bit for each low bits of a key that is in `phrases`: most lookups end here.
    known: Vec<u64>,
}

impl Table {
    fn new(phrases: Vec<Phrase>) -> Self {
        let mut known = vec![0; (LOW + 1) >> 6];
        for phrase in &phrases {
            known[(phrase.key as usize & LOW) >> 6] |= 1 << (phrase.key & 63);
        }
        Self { phrases, known }
    }

    fn get(&self, hash: u32) -> &[Phrase] {
        let key = phrase::key(hash);
        if self.known[(key as usize & LOW) >> 6] >> (key & 63) & 1 == 0 {
            return &[];
        }
        let from = self.phrases.partition_point(|p| p.key < key);
        let count = self.phrases[from..].iter().take_while(|p| p.key == key).count();
        &self.phrases[from..from + count]
    }

    /// The families of phrases that cover all words.
    fn whole(&self, words: &[Word]) -> Wording {
        let mut found = Wording::empty();
        let mut rest = words;
        while let Some(first) = rest.first() {
            let (length, families) = self.longest(rest);
            if length == 0 && !first.is_number {
                return Wording::empty();
            }
            found |= families;
            rest = &rest[length.max(1)..];
        }
        found
    }

    /// The longest phrase of any kind that the words begin with.
    fn longest(&self, words: &[Word]) -> (usize, Wording) {
        let mut best = (0, Wording::empty());
        self.phrases_at(words, |phrase, length| {
            if length > best.0 {
                best = (length, Wording::empty());
            }
            if length == best.0 {
                best.1 |= family(phrase.family);
            }
        });
        best
    }

    /// The phrases that the words begin with: those that may stand at the start of a text, or those that may stand anywhere.
    fn at(&self, words: &[Word], is_start: bool) -> (usize, Wording) {
        let mut found = (0, Wording::empty());
        self.phrases_at(words, |phrase, length| {
            let fits = match phrase.place {
                Place::Whole => false,
                Place::Label => is_start && words[length - 1].is_label,
                Place::Start => is_start,
                Place::Anywhere => true,
            };
            if fits {
                found = (length, found.1 | family(phrase.family));
            }
        });
        found
    }

    fn phrases_at(&self, words: &[Word], mut found: impl FnMut(&Phrase, usize)) {
        let mut hash = 0;
        let most = words.first().map_or(0, longest);
        for (i, word) in words.iter().take(most).enumerate() {
            hash = join(hash, word.hash);
            for phrase in self.get(hash) {
                if phrase.family == HEAD {
                    self.tail(join(hash, GAP), phrase.place, words, i + 1, &mut found);
                } else {
                    found(phrase, i + 1);
                }
            }
        }
    }

    /// Looks for the rest of a phrase behind its gap.
    fn tail(&self, head: u32, place: Place, words: &[Word], at: usize, found: &mut impl FnMut(&Phrase, usize)) {
        for from in at..words.len().min(at + WIDEST_GAP + 1) {
            let mut hash = head;
            for (i, word) in words[from..].iter().take(LONGEST_TAIL).enumerate() {
                hash = join(hash, word.hash);
                for phrase in self.get(hash).iter().filter(|p| p.place == place && p.family != HEAD) {
                    found(phrase, from + i + 1);
                }
            }
        }
    }
}

fn family(number: u8) -> Wording {
    1_u32.checked_shl(u32::from(number)).map_or(Wording::empty(), Wording::from_bits_retain)
}

#[cfg(test)]
mod tests;

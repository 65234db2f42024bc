//! What the page says of its article before the article comes: its head, and the shape of its address.

use super::features::{Row, log};
use super::overlap::{Runs, Words};
use crate::lexicon;
use crate::page_kind::PageKind;

/// The page's own statements, as far as they are known.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clues {
    titles: Vec<Title>,
    description: Runs,
    body: Runs,
    kind: PageKind,
    address: Shape,
}

#[derive(Clone, Debug)]
struct Title {
    words: Words,
    pairs: Runs,
}

impl Title {
    fn of(text: &str) -> Self {
        let words = Words::of(text);
        Self { pairs: Runs::of(&words, 2), words }
    }

    /// Share of the title's longer words that stand in a text.
    fn long_words(&self, text: &Words) -> f32 {
        let long = || self.words.iter().filter(|w| w.letters > 3);
        match long().count() {
            0 => 0.0,
            all => long().filter(|w| text.contains(w)).count() as f32 / all as f32,
        }
    }
}

/// Words of addresses by the kind of page that they mostly lead to, in that order: posts of many people, one of many lists,
/// something to buy, documentation, the story of a day.
const ADDRESS_WORDS: [&str; 5] = [
    " thread threads topic topics forum forums viewtopic showthread viewthread questions question discussion discussions community board t comments answers ",
    " category categories tag tags search archive archives page author list collections collection topics index catalog browse c ",
    " product products shop item store dp p buy sku ",
    " docs doc documentation guide guides reference manual api help wiki support kb learn tutorial tutorials handbook ",
    " news article articles story stories blog blogs post posts press magazine opinion ",
];

/// The shape of the page's address.
#[derive(Clone, Copy, Debug, Default)]
struct Shape {
    known: bool,
    depth: f32,
    hyphens: f32,
    digits: f32,
    query: f32,
    families: [bool; ADDRESS_WORDS.len()],
}

impl Shape {
    fn of(address: &str) -> Self {
        let Some(rest) = crate::address::beyond_scheme(address) else { return Self::default() };
        let path_and_query = rest.split_once('/').map_or("", |(_, path)| path);
        let path_and_query = path_and_query.split('#').next().unwrap_or_default();
        let (path, query) = path_and_query.split_once('?').unwrap_or((path_and_query, ""));
        let segments: Vec<&str> = path.split('/').filter(|s| !s.is_empty()).collect();
        let last = segments.last().copied().unwrap_or_default();
        let longest_number = path_and_query.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or(0);
        let mut families = [false; ADDRESS_WORDS.len()];
        for word in path.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && w.len() < 16) {
            let word = format!(" {} ", lexicon::lower(word));
            for (family, list) in families.iter_mut().zip(ADDRESS_WORDS) {
                *family |= list.contains(&word);
            }
        }
        Self {
            known: true,
            depth: segments.len() as f32,
            hyphens: last.matches(['-', '_', '+']).count() as f32,
            digits: longest_number as f32,
            query: if query.is_empty() { 0.0 } else { query.split('&').count() as f32 },
            families,
        }
    }
}

impl Clues {
    /// From title candidates, description, the article's text in JSON-LD, and what the page calls itself.
    pub(crate) fn new(titles: &[&str], description: Option<&str>, body: Option<&str>, kind: PageKind) -> Self {
        Self {
            titles: titles.iter().map(|t| Title::of(t)).filter(|t| !t.words.is_empty()).collect(),
            description: description.map(|d| Runs::of(&Words::of(d), 3)).unwrap_or_default(),
            body: body.map(|b| Runs::of(&Words::of(b), 3)).unwrap_or_default(),
            kind,
            address: Shape::default(),
        }
    }

    /// Adds the page's address.
    pub(crate) fn at(mut self, address: Option<&str>) -> Self {
        self.address = address.map(Shape::of).unwrap_or_default();
        self
    }

    /// How alike a text is to the likeliest title, 0 to 1.
    pub(crate) fn title_likeness(&self, text: &Words) -> f32 {
        self.titles.iter().map(|t| t.words.likeness(text)).fold(0.0, f32::max)
    }

    /// What a text has in common with the page's statements.
    pub(super) fn common(&self, row: &mut Row, text: &Words, title_likeness: f32) {
        row.add("title_likeness", title_likeness);
        // Without a word in common there is nothing else in common.
        let titles = if title_likeness > 0.0 { &*self.titles } else { &[] };
        row.add("title_share", titles.iter().map(|t| t.pairs.share(text)).fold(0.0, f32::max));
        row.add("title_words", titles.iter().map(|t| t.long_words(text)).fold(0.0, f32::max));
        row.add("description_share", self.description.share(text));
        row.add("body_share", if self.body.is_empty() { -1.0 } else { self.body.share(text) });
    }

    /// What kind of page it may be.
    pub(super) fn kind(&self, row: &mut Row) {
        row.add(
            "page_kind",
            match self.kind {
                PageKind::Article => 0.0,
                PageKind::Media => 1.0,
                PageKind::Unknown => 2.0,
                PageKind::Site => 3.0,
                PageKind::Forum => 4.0,
                PageKind::Listing => 5.0,
                PageKind::Product => 6.0,
            },
        );
        let shape = &self.address;
        row.add("url_depth", if shape.known { shape.depth } else { -1.0 });
        row.add("url_hyphens", shape.hyphens);
        row.add("url_digits", shape.digits);
        row.add("url_query", shape.query);
        row.flag("url_forum", shape.families[0]);
        row.flag("url_list", shape.families[1]);
        row.flag("url_shop", shape.families[2]);
        row.flag("url_docs", shape.families[3]);
        row.flag("url_news", shape.families[4]);
        row.add("title_length", log(self.titles.iter().map(|t| t.words.len()).max().unwrap_or(0) as f32));
    }
}

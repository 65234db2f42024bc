//! What leads an article: its picture, and a few words on it.

use super::claim::tidy;
use super::resolve::{Evidence, put};
use super::title;
use crate::address::{file_stem, is_same_picture, picture_name};
use crate::article::{LeadImage, Metadata, Origin};
use crate::hash::Set;
use crate::lexicon::meta_names::Field;
use crate::lexicon::{self, hash_lower, letters, stop_words};
use crate::page_kind::PageKind;

/// Bytes of an excerpt; a longer one is the text, and is cut at a sentence.
const MAX_EXCERPT: usize = 700;
/// Bytes of a first paragraph that are shown in its place.
const MAX_OPENING: usize = 320;
/// Bytes; a shorter one says too little.
const MIN_OPENING: usize = 80;
/// Bytes; shorter words are in any two texts.
const MIN_WORD: usize = 4;
/// Share of a description's words that its article has too. Slogans have fewer.
const MIN_SHARED: f32 = 0.34;
/// Words in a file's name of what stands in a picture's place, or is a sign.
const SIGNS: [&str; 6] = ["icon", "favicon", "placeholder", "noimg", "noimage", "nophoto"];
/// Words that name a card of a whole site, two of them, or with nothing else.
const CARDS: &str =
    "social share sharing card og open graph opengraph ogimage default generic facebook twitter linkedin fb meta banner preview site app";
/// Words in the address of a small sign that a text may show: a smiley, an avatar, a mark.
const MARKS: [&str; 10] = ["avatar", "smil", "emoji", "unicode", "icon", "logo", "badge", "button", ".svg", ".gif"];

impl Evidence<'_> {
    pub(super) fn image(&self, found: &mut Metadata) {
        let meta = self.claims.first(Field::Image, Origin::Meta).map(|v| (v, Origin::Meta));
        let thing = self.main.and_then(|t| t.image.as_deref()).map(|v| (v, Origin::JsonLd));
        let property = self.claims.first(Field::Image, Origin::Microdata).map(|v| (v, Origin::Microdata));
        let mut seen = self.seen.images.iter().filter(|i| !i.url.is_empty() && !is_sign(&i.url));
        // Under what its caption says, a logo may be what the text is about.
        let is_told = |i: &LeadImage| i.caption.is_some() && !self.names_site(&i.url);
        let mut own = seen.clone().filter(|i| is_told(i) || !self.is_card(&i.url));
        let first = own.clone().find(|i| is_told(i) || !is_mark(&i.url)).or(own.next());
        // A card of the site says nothing of an article that has a picture; a sign says nothing of any.
        // Shops and forums show marks of many kinds.
        let is_photo = |i: &LeadImage| self.signals.kind == PageKind::Article && !is_mark(&i.url);
        let has_own = !self.seen.is_thread && first.is_some_and(|first| is_told(first) || is_photo(first));
        let is_own = |address: &str| !(is_sign(address) || has_own && self.is_card(address));
        let named = [meta, thing, property]
            .into_iter()
            .flatten()
            .filter(|(raw, _)| is_own(raw))
            .find_map(|(raw, origin)| Some((self.base.image(raw).filter(|u| u.scheme() != "data")?, origin)));
        let Some((named, origin)) = named else {
            return first.into_iter().for_each(|first| Self::picture(found, first.clone(), Origin::Text));
        };
        // The same picture in the text has caption and credit.
        if let Some(same) = seen.clone().next().filter(|first| picture_name(named.as_str()) == picture_name(&first.url)) {
            return Self::picture(found, same.clone(), Origin::Text);
        }
        let same = seen.find(|one| is_same_picture(named.as_str(), &one.url)).cloned().unwrap_or_default();
        let alt = same.alt.or_else(|| self.claims.first(Field::ImageAlt, Origin::Meta).map(str::to_owned));
        let caption = same.caption.or_else(|| self.main.and_then(|t| t.image_caption.as_deref()).map(tidy));
        Self::picture(found, LeadImage { url: named.to_string(), alt, caption, credit: same.credit }, origin);
    }

    fn picture(found: &mut Metadata, image: LeadImage, origin: Origin) {
        found.image = Some(image);
        found.origin.insert("image", origin);
    }

    /// Whether a picture is one for all pages of its site, by the name of its file: "example-share-card.png".
    fn is_card(&self, address: &str) -> bool {
        let (mut cards, mut pictures, mut others) = (0, 0, 0);
        for word in words_of_file(address) {
            match word.as_str() {
                "logo" => return true,
                "image" | "images" | "img" => pictures += 1,
                known if CARDS.split(' ').any(|card| card == known) => cards += 1,
                own if self.sites.iter().any(|site| letters(site).contains(own)) => {}
                _ => others += 1,
            }
        }
        cards > 0 && (others == 0 || others == 1 && cards + pictures > 1)
    }

    /// Whether a file is called as its site is.
    fn names_site(&self, address: &str) -> bool {
        const MIN_SITE: usize = 5;
        let file = letters(file_stem(address));
        self.sites.iter().map(|site| letters(site)).any(|site| site.len() >= MIN_SITE && file.contains(&site))
    }

    pub(super) fn excerpt(&self, found: &mut Metadata) {
        let meta = self.claims.of(Field::Description, Origin::Meta).into_iter().map(|t| (t.to_owned(), Origin::Meta));
        let thing = self.main.and_then(|t| t.description.as_deref()).map(|t| (tidy(t), Origin::JsonLd));
        let title = found.title.as_deref().unwrap_or_default();
        let said = |text: &str| letters(text) == letters(title) || title::is_site(text, &self.sites());
        let told: Vec<(String, Origin)> =
            meta.chain(thing).map(|(text, origin)| (plain(&text), origin)).filter(|(text, _)| !text.is_empty() && !said(text)).collect();
        let first = self.seen.paragraphs.iter().find(|one| one.len() >= MIN_OPENING);
        let opening = || first.map(|first| (bounded(first, MAX_OPENING), Origin::Text));
        // What the article's own object says is of it.
        let of_thing = self.main.and_then(|t| t.description.as_deref()).map(letters);
        let is_own = |text: &str| first.is_none() || of_thing.as_ref() == Some(&letters(text));
        let own = || told.iter().filter(|(text, _)| is_own(text) || self.is_about(text, title));
        let short = own().find(|(text, _)| text.len() <= MAX_EXCERPT).or_else(|| own().next());
        let words = short
            .map(|(text, origin)| self.whole(text).map_or_else(|| (bounded(text, MAX_EXCERPT), *origin), |whole| (whole, Origin::Text)));
        if let Some((text, origin)) = words.or_else(opening) {
            put(&mut found.excerpt, &mut found.origin, "excerpt", &text, origin);
        }
    }

    /// Whether a description speaks of the article: a slogan of the site has few words in common with it.
    fn is_about(&self, text: &str, title: &str) -> bool {
        // By their hashes.
        let words = |text: &str| -> Vec<u64> {
            let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() >= MIN_WORD);
            words
                .map(|word| (word.len(), hash_lower(word)))
                .filter(|(bytes, hash)| !stop_words::has(*bytes, *hash))
                .map(|word| word.1)
                .collect()
        };
        let (own, title) = (words(text), words(title));
        let article: Set<u64> = words(&self.seen.sample).into_iter().collect();
        let shared = own.iter().filter(|word| article.contains(*word)).count();
        // Scripts without spaces have no words to count.
        let is_spaced = text.split(' ').all(|word| word.is_ascii() || word.chars().count() < 20);
        // A deck has one of them at least, where the page calls itself an article.
        let is_article = self.signals.kind == PageKind::Article;
        let is_deck = || is_article && shared > 0 || shared as f32 >= MIN_SHARED * own.len() as f32;
        !is_spaced || own.iter().any(|word| title.contains(word)) || is_deck()
    }

    /// The paragraph of the text that a description is the beginning of.
    fn whole(&self, text: &str) -> Option<String> {
        const MIN_LETTERS: usize = 40;
        let start = text.trim_end_matches(['…', '.', ' ', ']', '[', '(', ')', '&']);
        let is_cut = text.ends_with(['…', ']']) || text.ends_with("...") || !text.ends_with(['.', '!', '?', '”', '"', '»', '。']);
        let start = letters(start);
        let whole = self.seen.paragraphs.iter().find(|one| is_cut && start.len() >= MIN_LETTERS && letters(one).starts_with(&start))?;
        Some(bounded(whole, MAX_EXCERPT))
    }
}

/// Without tags, and without the marks of where a word may be broken.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    // "The <table> element" is about it.
    let is_marked = ["</", "/>", "<br", "<p"].iter().any(|sign| text.contains(sign));
    while let Some((before, behind)) = rest.split_once('<') {
        plain.push_str(before);
        // "<The Bridge: A Tale>" is a work's name.
        let name = behind.trim_start_matches('/').split([' ', '>', '/']).next().unwrap_or_default();
        let is_tag = is_marked && !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        match behind.split_once('>').filter(|_| is_tag) {
            Some((_, after)) => {
                plain.push(' ');
                rest = after;
            }
            None => {
                plain.push('<');
                rest = behind;
            }
        }
    }
    plain.push_str(rest);
    super::claim::tidy(&plain.replace('\u{ad}', ""))
}

/// A text cut behind the last sentence that ends within `most` bytes, else behind a word.
fn bounded(text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.to_owned();
    }
    let end = (0..=most).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let start = &text[..end];
    let sentence = start.rmatch_indices(['.', '!', '?', '。']).map(|(at, sign)| at + sign.len());
    let is_end = |at: &usize| *at >= most / 3 && text[*at..].starts_with(|c: char| c.is_whitespace() || c > '\u{3000}');
    let ends = |at: usize| start[..at].to_owned();
    let word = || start.rsplit_once(' ').map_or(start, |(words, _)| words).to_owned() + "…";
    sentence.into_iter().find(is_end).map_or_else(word, ends)
}

/// The words of a file's name, in lower case, without the numbers behind them: those of "fb5566b0.jpg" are none.
fn words_of_file(address: &str) -> impl Iterator<Item = String> {
    let words = file_stem(address).split(|c: char| !c.is_alphanumeric()).map(|word| word.trim_end_matches(char::is_numeric));
    words.filter(|word| word.len() > 1).map(lexicon::lower)
}

/// Whether a picture of a text is a small sign, by its address.
fn is_mark(address: &str) -> bool {
    let address = lexicon::lower(address);
    MARKS.iter().any(|mark| address.contains(mark))
}

/// Whether a picture stands in another's place, or is a sign, by the name of its file.
fn is_sign(address: &str) -> bool {
    let stem = lexicon::lower(file_stem(address));
    let has_none = stem == "blank" || stem.starts_with("no-im") || stem.starts_with("no_im") || stem.starts_with("favicon");
    has_none || words_of_file(address).any(|word| SIGNS.contains(&word.as_str()))
}

//! What names in the body's markup promise: properties, classes, and parts that are not the article's.

use crate::address::{self, person::last_part};
use crate::event::Attributes;
use crate::hash::{self, Map};
use crate::lexicon::{self, meta_names::Field};
use crate::tag::Tag;

/// Words in class names and ids of parts that speak of other articles, or of none.
const ELSEWHERE: [Word; 22] = words([
    "comment",
    "related",
    "sidebar",
    "recommend",
    "teaser",
    "footer",
    "disqus",
    "popular",
    "trending",
    "most-read",
    "mostread",
    "more-from",
    "widget",
    "carousel",
    "newsletter",
    "latest",
    "promo",
    "breadcrumb",
    "read-next",
    "also-read",
    "menu",
    "similar",
]);

/// How the names of an article's own footer begin.
const OWN_FOOTERS: [&str; 5] = ["post-footer", "entry-footer", "article-footer", "article__footer", "story-footer"];
/// Rank of a name that says it only in passing: `story-by`.
pub(super) const VAGUE: u16 = 35;
/// Words that make another thing of a name which ends in "by".
const BY_OTHERS: [Word; 9] = words(["sort", "filter", "power", "group", "order", "view", "sponsor", "present", "stand"]);

/// Words of names that have "author" in them and are no by-line.
const NO_AUTHORS: [Word; 15] = words([
    "avatar",
    "image",
    "img",
    "bio",
    "photo",
    "social",
    "box",
    "link",
    "follow",
    "description",
    "about",
    "view",
    "count",
    "posts",
    "heading",
]);

pub(super) fn field_of_property(property: &str) -> Option<Field> {
    Some(match property {
        "headline" | "name" => Field::Title,
        "author" | "creator" => Field::Author,
        "datePublished" | "dateCreated" | "uploadDate" => Field::Published,
        "dateModified" => Field::Modified,
        "publisher" => Field::Site,
        "image" | "thumbnailUrl" => Field::Image,
        "description" => Field::Description,
        "inLanguage" => Field::Lang,
        _ => return None,
    })
}

/// Letters of a word that an address and a name have in common.
const MIN_TOLD: usize = 3;

/// Whether an author's page may be that of who is called so: where its address says first and last name, a word of them is said.
pub(super) fn may_be_of(target: &str, name: &str) -> bool {
    let Some((_, last)) = last_part(target) else { return true };
    let address = address::decode(last).to_ascii_lowercase();
    // Letters with accents are others there.
    let is_told = |word: &&str| word.is_ascii() && word.len() >= MIN_TOLD;
    let name = name.to_ascii_lowercase();
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(is_told).peekable();
    let is_named = address.split(|c: char| !c.is_ascii_alphabetic()).filter(|part| part.len() >= MIN_TOLD).count() > 1;
    !is_named || words.peek().is_none() || words.any(|word| address.contains(word))
}

/// Names that are kept; no page of sense has more.
const MAX_NAMES: usize = 20_000;

/// What class names or an id promise.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Promise {
    /// The element is not about the page's article.
    elsewhere: bool,
    /// The field its text is of, and how firmly (smaller is firmer).
    pub(super) field: Option<(Field, u16)>,
}

/// Class names and ids of a page; each is read once.
#[derive(Debug, Default)]
pub(super) struct Names(Map<u64, Promise>);

impl Names {
    /// What all names of an attribute's value promise; of several fields the firmest, then the first.
    pub(super) fn promise(&mut self, value: &str) -> Promise {
        let mut all = Promise::default();
        for name in value.split_ascii_whitespace() {
            let one = self.one(name);
            all.elsewhere |= one.elsewhere;
            all.field = match (all.field, one.field) {
                (Some(first), Some(second)) if second.1 < first.1 => Some(second),
                (first, second) => first.or(second),
            };
        }
        all
    }

    fn one(&mut self, name: &str) -> Promise {
        let key = hash::of(name);
        if let Some(known) = self.0.get(&key) {
            return *known;
        }
        let lower = name.to_ascii_lowercase();
        let lower = Name::of(&lower);
        let promise = Promise { elsewhere: says_elsewhere(&lower), field: field_of_class(&lower) };
        if self.0.len() < MAX_NAMES {
            self.0.insert(key, promise);
        }
        promise
    }
}

/// Whether an element is not about the page's article, by its name and by what its class names and its id promise.
pub(super) fn is_elsewhere(tag: Tag, attributes: &Attributes, class: Option<Promise>, id: Option<Promise>) -> bool {
    if matches!(tag, Tag::Footer | Tag::Aside | Tag::Nav) {
        // An article's own footer often holds its by-line; the page's does not.
        return tag != Tag::Footer || attributes.get("role") == Some("contentinfo");
    }
    if matches!(tag, Tag::Html | Tag::Body | Tag::Main | Tag::Article) {
        return false;
    }
    class.into_iter().chain(id).any(|promise| promise.elsewhere)
}

/// A name in lower case that is searched for many words.
struct Name<'n> {
    text: &'n str,
    letters: u32,
}

impl<'n> Name<'n> {
    fn of(text: &'n str) -> Self {
        Self { text, letters: letters(text) }
    }

    /// Whether a word stands in it. Most words have a letter that it has not.
    fn has(&self, word: &'static str) -> bool {
        self.has_word(&Word::new(word))
    }

    /// The same of a word of a list, whose letters are known before the program runs.
    fn has_word(&self, word: &Word) -> bool {
        word.letters & !self.letters == 0 && lexicon::holds(self.text, word.text)
    }
}

/// A word that is searched for in many names.
struct Word {
    text: &'static str,
    letters: u32,
}

impl Word {
    const fn new(text: &'static str) -> Self {
        Self { text, letters: letters(text) }
    }
}

const fn words<const N: usize>(texts: [&'static str; N]) -> [Word; N] {
    let mut words = [const { Word::new("") }; N];
    let mut at = 0;
    while at < N {
        words[at] = Word::new(texts[at]);
        at += 1;
    }
    words
}

/// Which letters a text has, in bits.
const fn letters(text: &str) -> u32 {
    let (bytes, mut letters, mut at) = (text.as_bytes(), 0, 0);
    while at < bytes.len() {
        letters |= 1 << (bytes[at] & 31);
        at += 1;
    }
    letters
}

/// `has-sidebar`, `comment-count` and the like say something of this element, not what it is. An article's own footer often holds who wrote it.
fn says_elsewhere(name: &Name<'_>) -> bool {
    // Whatever a builder of pages makes is its widget.
    let mut name = Name { ..*name };
    while let Some(rest) = name.text.strip_prefix("elementor-widget") {
        name.text = rest;
    }
    !OWN_FOOTERS.iter().any(|own| name.text.starts_with(own))
        && !name.text.starts_with("has-")
        && !name.text.starts_with("no-")
        && !name.text.starts_with("with-")
        && !name.has("author")
        && !name.has("byline")
        && ELSEWHERE.iter().any(|word| name.has_word(word))
}

pub(super) fn says_updated(class: &str) -> bool {
    let lower = class.to_ascii_lowercase();
    of_update(&Name::of(&lower))
}

fn of_update(name: &Name<'_>) -> bool {
    (name.has("update") || name.has("modif")) && !name.has("publish")
}

/// `by`, `story-by`, `c-by`.
fn says_by(name: &Name<'_>) -> bool {
    name.text.strip_suffix("by").is_some_and(|rest| rest.is_empty() || rest.ends_with(['-', '_']))
        && !BY_OTHERS.iter().any(|word| name.has_word(word))
}

/// The field that a class name in lower case promises, and how firmly.
fn field_of_class(name: &Name<'_>) -> Option<(Field, u16)> {
    match name.text {
        "p-author" | "byline-name" | "author-name" | "author__name" | "byline__name" | "fn" | "authorname" | "article-author"
        | "post-author" | "entry-author" | "byline-author" | "article__author" => Some((Field::Author, 0)),
        "author" | "byline" | "byline__author" | "authors" | "vcard" => Some((Field::Author, 10)),
        "dt-published" | "published" | "entry-date" | "publish-date" | "published-date" | "article-date" | "post-date" | "pubdate"
        | "date-published" | "article__date" => Some((Field::Published, 0)),
        "dt-updated" | "updated" | "date-modified" | "modified-date" => Some((Field::Modified, 0)),
        "date" | "timestamp" | "datetime" | "dateline" | "time" => Some((Field::Published, 10)),
        _ if name.has("byline") || name.has("author") && name.has("name") => Some((Field::Author, 20)),
        _ if name.has("author") && !NO_AUTHORS.iter().any(|word| name.has_word(word)) => Some((Field::Author, 30)),
        _ if name.has("writer") || says_by(name) => Some((Field::Author, VAGUE)),
        _ if name.has("publish") && name.has("date") || name.has("pub-date") || name.has("pubdate") => Some((Field::Published, 5)),
        _ if of_update(name) && (name.has("date") || name.has("time")) => Some((Field::Modified, 20)),
        t if t.ends_with("date")
            || t.ends_with("-time")
            || name.has("timestamp")
            || t.starts_with("date-")
            || name.has("datum")
            || name.has("fecha") =>
        {
            Some((Field::Published, 30))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::may_be_of;

    #[test]
    fn a_door_to_an_authors_articles_is_no_name() {
        assert!(!may_be_of("/author/field-hanna", "To The Articles"));
        assert!(may_be_of("/author/field-hanna", "Hanna Field") && may_be_of("/author/4711", "Hanna Field"));
        assert!(may_be_of("/author/riverwoman/", "Hanna Field"));
        assert!(may_be_of("/autor/jurgen-muller", "Jürgen Müller"));
    }
}

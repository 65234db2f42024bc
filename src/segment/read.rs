//! What an element's attributes say of it; names that repeat are looked up once.

use super::*;
use crate::lexicon::stems::Stems;
use std::cell::LazyCell;
use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

/// Names that are kept; no page of sense has more.
const MAX_NAMES: usize = 20_000;

/// What a class or an id says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    hints: Hints,
    is_ad: bool,
    /// Same for classes that differ in digits only, which a template counts up.
    folded: u64,
    /// It tells items of one kind apart: "is-first", "odd", "category-sport".
    is_state: bool,
    /// It may be a modifier: "teaser--sport".
    is_modified: bool,
    is_reviews: bool,
}

/// Parts that such classes begin with, or are.
const STATES: &str = "is has first last odd even active current selected visible sticky category tag author format status open \
    opened closed expanded collapsed unread on off show shown hide hidden";

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Class,
    Id,
}

/// Letters; shorter numbers are sizes and columns, of which the digits say enough.
const MIN_NUMBER: usize = 4;
/// Classes of an element that may be modified; more is no page of sense.
const MAX_BLOCKS: usize = 8;
/// Elements; a caption's own button stands close under it.
const CLOSE: usize = 4;
/// Elements; the parts of a title stand as close under its link or heading.
const TITLE_DEPTH: usize = 4;

/// Whether a class's first part is one of [`STATES`].
fn is_state(first: &str) -> bool {
    static LIST: LazyLock<Stems> = LazyLock::new(|| Stems::new(&[(1, STATES)]));
    LIST.has(first.len(), first.bytes().map(|b| b.to_ascii_lowercase()).fold(hash::EMPTY, hash::grow))
}

/// Whether a part of a class is a hexadecimal number, as builders of pages give each of their elements one.
fn is_number(part: &[u8]) -> bool {
    part.len() >= MIN_NUMBER && part.iter().all(u8::is_ascii_hexdigit) && part.iter().any(u8::is_ascii_digit)
}

/// Whether an element's classes also say what a story is about, as WordPress writes them.
fn has_topics(classes: &str) -> bool {
    classes.split_ascii_whitespace().any(|class| matches!(class, "hentry" | "status-publish"))
}

/// `teaser--sport` beside `teaser`: a modifier, as the naming scheme BEM has it, tells items of one kind apart.
fn is_modifier<'c>(class: &str, classes: impl Iterator<Item = &'c str>) -> bool {
    class.split_once("--").is_some_and(|(block, _)| classes.take(MAX_BLOCKS).any(|other| other == block))
}

/// "category-newsletter": a story's subject, not what its element is for.
fn is_topic(class: &str) -> bool {
    ["category-", "tag-"].iter().any(|prefix| class.starts_with(prefix))
}

impl Segmenter {
    /// "Show more", behind a caption that the page cuts short, or would if it were longer: no part of it.
    fn is_expander(&self, tag: Tag, role: Option<&str>, attributes: &Attributes) -> bool {
        // A formula is hidden where a picture stands for it.
        let is_formula = || attributes.get("class").is_some_and(|class| class.contains("math"));
        let is_hidden = || tag == Tag::Span && element::is_hidden(attributes) && !is_formula();
        (tag == Tag::Button || role == Some("button") || is_hidden())
            && self.open.iter().rev().take(CLOSE).any(|o| o.tag == Tag::Figcaption)
    }

    /// "Copy item path", "2x": a button in a heading behind what the heading says, unless it opens what follows.
    fn is_behind_heading(&self, tag: Tag, attributes: &Attributes) -> bool {
        let in_heading = || self.open.iter().rev().take(CLOSE).any(|o| o.tag.heading_level().is_some());
        let is_said = || self.line.has_text() && self.about.button_chars == 0;
        tag == Tag::Button && is_said() && !attributes.has("aria-expanded") && in_heading()
    }

    /// Notes at the elements around a field what it asks for.
    pub(super) fn ask(&mut self, asked: Asked) {
        for open in self.open.iter_mut().rev().filter(|o| o.is_block()).take(ASKING) {
            open.asked = asked.max(open.asked);
            if let Some(id) = open.container {
                self.containers.ask(id, asked);
            }
        }
    }

    /// Kicker, title and time in one link or heading, or name and time in a line, parted by the style sheet alone.
    fn is_part_of_line(&self, tag: Tag) -> bool {
        matches!(tag, Tag::Strong | Tag::B | Tag::Em | Tag::I | Tag::Cite) && (self.is_in_title() || self.is_among_blocks())
    }

    /// Whether a link or a heading is open close by: what stands there in elements of its own is a kicker, a headline, a source, a time.
    pub(super) fn is_in_title(&self) -> bool {
        self.open.iter().rev().take(TITLE_DEPTH).any(|o| o.tag == Tag::A || o.level.is_some())
    }

    /// A label in bold that begins its line: what follows it in an element of the page's own is no part of it.
    pub(super) fn is_label(&self, open: &Open) -> bool {
        matches!(open.tag, Tag::B | Tag::Strong) && open.stands_beside && !self.is_in_title()
    }

    fn is_among_blocks(&self) -> bool {
        let is_paragraph = |tag: Tag| tag == Tag::P || tag.heading_level().is_some();
        !self.line.has_text() && self.open.last().is_some_and(|o| o.is_block() && !is_paragraph(o.tag))
    }

    /// Reads what an element's attributes say.
    pub(super) fn read(&mut self, tag: Tag, attributes: &Attributes) -> Open {
        let (class, id) = (attributes.get("class").unwrap_or_default(), attributes.get("id").unwrap_or_default());
        let role = attributes.get("role");
        let mut hints = classes::of_element(tag, role);
        let (mut signature, mut is_ad, mut is_reviews) = (tag as u32, false, false);
        let mut make = signature;
        if !attributes.is_empty() {
            let mut hasher = hash::hasher();
            (tag, role).hash(&mut hasher);
            let mut kind = hash::hasher();
            (tag, role).hash(&mut kind);
            let classes = || class.split_ascii_whitespace();
            let says_topics = LazyCell::new(|| has_topics(class));
            // `<example-newsletter>`; all that a framework makes may be called the app's, and what is for those who listen "assistive".
            if let Some(own) = attributes.own_name() {
                hints |= self.name(Kind::Class, own.strip_prefix("app-").unwrap_or(own)).hints.difference(Hints::HIDDEN);
            }
            for class in classes() {
                let name = self.name(Kind::Class, class);
                if !(is_topic(class) && *says_topics) {
                    hints |= name.hints;
                    is_ad |= name.is_ad;
                    is_reviews |= name.is_reviews;
                }
                name.folded.hash(&mut hasher);
                if !(name.is_state || name.is_modified && is_modifier(class, classes())) {
                    name.folded.hash(&mut kind);
                }
            }
            signature = hasher.finish() as u32;
            // Whether there are other attributes tells nothing: the one that is open, or has a style, is like the others.
            if role.is_some() || !class.is_empty() {
                make = kind.finish() as u32;
            }
        }
        // Posts of one blog, whatever each is called: the first one's element is often another's.
        if let Some(post) = attributes.get("itemprop").filter(|property| property.eq_ignore_ascii_case("blogPost")) {
            make = hash::of(post) as u32;
        }
        if !id.is_empty() {
            let name = self.name(Kind::Id, id);
            hints |= name.hints;
            is_ad |= name.is_ad;
            is_reviews |= name.is_reviews;
        }
        hints |= element::of_attributes(attributes);
        let is_sign =
            permalink::is_sign(tag, attributes) || self.is_expander(tag, role, attributes) || self.is_behind_heading(tag, attributes);
        if is_sign {
            hints |= Hints::NAVIGATION;
        }
        let in_code = || self.code.is_some() || self.open.iter().rev().take(3).any(|o| o.tag == Tag::Code);
        let is_page = matches!(tag, Tag::Html | Tag::Body);
        let rel = if tag == Tag::A { attributes.get("rel").unwrap_or_default() } else { "" };
        Open {
            tag,
            element: self.elements,
            hints: if is_page { Hints::empty() } else { hints },
            signature,
            make,
            frame: element::frame(tag, attributes),
            level: element::heading_level(tag, role, attributes),
            cover: None,
            backdrop: image::backdrop(attributes),
            link_at: (tag == Tag::A).then(|| (self.line.len(), self.line.weight())),
            called: element::called(tag, attributes),
            label: element::label(tag, attributes),
            href: element::target(tag, role, attributes).map(Into::into),
            id: Some(id).filter(|i| !i.is_empty()).or_else(|| (tag == Tag::A).then(|| attributes.get("name")).flatten()).map(Into::into),
            is_ad: is_ad && !is_page,
            is_signature: element::is_signature(class, id),
            is_reviews: is_reviews && !is_page,
            relations: Relations::read(rel),
            is_hidden: !is_page && element::is_hidden(attributes),
            asked: Asked::Nothing,
            lang: (!is_page).then(|| attributes.get("lang")).flatten().filter(|l| !l.is_empty()).map(Into::into),
            dir: if is_page { None } else { attributes.direction() },
            language: if matches!(tag, Tag::Div | Tag::Figure) { element::language(attributes) } else { None },
            stands_beside: (element::stands_beside(tag, attributes) || self.is_part_of_line(tag)) && !in_code(),
            is_sign,
            is_button: tag == Tag::Button && !attributes.has("aria-expanded"),
            // MathJax writes its formulas into elements of its own.
            stands_alone: tag == Tag::Other && !attributes.has("jax") && self.is_among_blocks(),
            is_frame: id.starts_with("MathJax-Element-"),
            is_boxed: element::is_boxed(tag, role, attributes),
            icon_at: (tag == Tag::I || tag == Tag::Span && !class.is_empty()).then(|| self.line.len()),
            around: Around::default(),
            container: None,
        }
    }

    pub(super) fn language(&self) -> Option<Box<str>> {
        self.open.iter().rev().take(2).find_map(|o| o.language.clone())
    }

    /// Notes an id that links may point at, in the line or before it.
    pub(super) fn anchor(&mut self, id: Box<str>) {
        if self.line.has_text() {
            self.line.anchor(&id);
        } else if self.anchors.len() < MAX_ANCHORS {
            self.anchors.push(id);
        } else {
            self.anchors.rotate_left(1);
            self.anchors[MAX_ANCHORS - 1] = id;
        }
    }

    fn name(&mut self, kind: Kind, name: &str) -> Name {
        let key = hash::of((kind, name));
        if let Some(known) = self.names.get(&key) {
            return *known;
        }
        let is_ad = match kind {
            Kind::Class => adlist::is_ad(name, ""),
            Kind::Id => adlist::is_ad("", name),
        };
        let mut folded = hash::EMPTY;
        for part in name.as_bytes().split(|b| matches!(b, b'-' | b'_')).filter(|part| !is_number(part)) {
            folded = part.iter().filter(|b| !b.is_ascii_digit()).copied().fold(hash::grow(folded, b'-'), hash::grow);
        }
        let first = name.split(['-', '_']).next().unwrap_or_default();
        let is_state = kind == Kind::Class && is_state(first);
        let is_modified = name.as_bytes().windows(2).any(|two| two == b"--");
        let known = Name { hints: classes::of_name(name), is_ad, folded, is_state, is_modified, is_reviews: element::is_reviews(name) };
        if self.names.len() < MAX_NAMES {
            self.names.insert(key, known);
        }
        known
    }
}

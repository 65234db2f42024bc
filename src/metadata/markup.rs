//! Facts that the body's markup carries: `itemprop`, `rel=author`, microformat and by-line classes, `<time>`, headings.

use super::claim::Claims;
use super::lines::Lines;
use super::names::{Names, Promise, VAGUE, field_of_property, is_elsewhere, may_be_of, says_updated};
use super::near::{FAR, LINKED, NEAR_HEADING, REPLY};
use crate::address::person::{PageOf, page_of};
use crate::article::Origin;
use crate::bounded;
use crate::date;
use crate::event::{Attributes, Event};
use crate::lexicon::bylines::says_last;
use crate::lexicon::meta_names::Field;
use crate::tag::Tag;

/// Bytes of one captured text; a by-line with many names is shorter.
const MAX_TEXT: usize = 600;
/// Elements captured at once (a by-line holds a link that holds a name).
const MAX_CAPTURES: usize = 8;
/// Bytes of an attribute's class names; longer lists are styles.
const MAX_CLASS: usize = 300;
/// What a captured text will be a claim of.
#[derive(Clone, Copy, Debug, PartialEq)]
enum What {
    Claim { field: Field, origin: Origin, rank: u16 },
    Heading(Tag),
}

#[derive(Debug)]
struct Capture {
    depth: usize,
    what: What,
    text: String,
    /// Where a link to an author's page leads.
    target: Option<String>,
}

/// An `itemscope`, by what it describes.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Item {
    Article,
    /// A person or organization in the role of the property it is the value of.
    Agent(Field),
    /// What somebody says to it.
    Reply,
    /// A thing whose properties are not the article's.
    Other,
}

/// Collects from the events of the body.
#[derive(Debug, Default)]
pub(super) struct Markup {
    names: Names,
    pub(super) lines: Lines,
    /// An element's edge stands between the last text and the next: what touches there is two things.
    at_edge: bool,
    /// The last line is a by-word alone.
    pub(super) leads: bool,
    /// The last two lines below the heading.
    pub(super) above: [String; 2],
    /// The last heading is what the page's titles speak of.
    pub(super) heading_fits: bool,
    depth: usize,
    captures: Vec<Capture>,
    items: Vec<(usize, Item)>,
    /// The depth of the outermost open element that is not about the page's article.
    pub(super) elsewhere: Option<usize>,
    /// The depth of the open caption: its day is that of the picture, and whom it shows has no by-line.
    pub(super) caption: Option<usize>,
    /// The depth of the open button, whose words are no heading's.
    button: Option<usize>,
    /// A head stands before the cell in its row: the cell's day is of what the head says.
    pub(super) in_fact: bool,
    /// The last picture's words, which are often printed below it.
    pub(super) alt: String,
    /// Bytes of text since the last `h1`, without white space.
    pub(super) since_heading: Option<usize>,
    pub(super) headings: Vec<String>,
    pub(super) page_title: Option<String>,
}

impl Markup {
    /// Texts of the level-1 headings, in the page's order.
    pub(super) fn headings(&self) -> &[String] {
        &self.headings
    }

    pub(super) fn event(&mut self, event: &Event<'_>, claims: &mut Claims) {
        if let Event::Open { tag, .. } | Event::Void { tag, .. } | Event::Close(tag) = *event {
            self.at_edge = true;
            if !tag.is_inline() || tag == Tag::Br {
                self.end_line(Some(tag).filter(|_| matches!(event, Event::Close(_))), claims);
                self.part();
            }
        }
        match event {
            Event::Close(Tag::Th) => self.in_fact = true,
            Event::Open { tag: Tag::Tr, .. } | Event::Close(Tag::Tr | Tag::Table) => self.in_fact = false,
            _ => {}
        }
        match *event {
            Event::Text(text) => self.text(text),
            Event::Open { tag, attributes } => {
                self.depth += 1;
                if tag == Tag::Figcaption && self.caption.is_none() {
                    self.caption = Some(self.depth);
                }
                if tag == Tag::Button && self.button.is_none() {
                    self.button = Some(self.depth);
                }
                if matches!(tag, Tag::H1 | Tag::H2 | Tag::H3) {
                    self.capture(What::Heading(tag));
                }
                if !attributes.is_empty() || matches!(tag, Tag::Footer | Tag::Aside | Tag::Nav | Tag::Time) {
                    self.open(tag, attributes, claims);
                }
            }
            Event::Void { tag, attributes } => {
                if tag == Tag::Img {
                    self.alt = super::claim::tidy(attributes.get("alt").unwrap_or_default());
                }
                if attributes.has("itemprop") {
                    self.property(tag, attributes, claims);
                }
            }
            Event::Close(_) => self.close(claims),
            Event::Raw(_) => {}
        }
    }

    fn text(&mut self, text: &str) {
        let touches = std::mem::take(&mut self.at_edge) && text.starts_with(|c: char| c.is_alphanumeric());
        let button = self.button;
        // "Follow", beside a name.
        if self.elsewhere.is_none() && (button.is_none() || self.lines.current().is_empty()) {
            self.lines.push(text, touches);
        }
        // A heading, or a name, may stand inside the button that opens what is under it.
        let is_read = |capture: &&mut Capture| button.is_none_or(|button| button < capture.depth);
        for capture in self.captures.iter_mut().filter(is_read) {
            if touches && capture.text.ends_with(|c: char| c.is_alphanumeric() || c == '.') {
                match capture.what {
                    // A large first letter is in an element of its own.
                    What::Heading(_) if capture.text.trim().chars().count() == 1 => {}
                    What::Heading(_) => capture.text.push(' '),
                    What::Claim { .. } => capture.text.push_str(" | "),
                }
            }
            bounded::append(&mut capture.text, text, MAX_TEXT);
        }
        if let Some(bytes) = &mut self.since_heading
            && *bytes < NEAR_HEADING
        {
            // White space counts nowhere: at the ends of a text it would count by how the text came in pieces.
            *bytes = bytes.saturating_add(text.bytes().filter(|b| !b.is_ascii_whitespace()).count());
        }
    }

    /// What stands in another block is another thing.
    fn part(&mut self) {
        const SIGN: &str = " | ";
        for capture in &mut self.captures {
            let is_author = matches!(capture.what, What::Claim { field: Field::Author | Field::Signature, .. });
            if is_author && !capture.text.trim_end().is_empty() && !capture.text.ends_with(SIGN) {
                capture.text.push_str(SIGN);
            }
        }
    }

    fn open(&mut self, tag: Tag, attributes: &Attributes, claims: &mut Claims) {
        // Elsewhere nothing is promised to the page's article.
        let is_here = self.elsewhere.is_none();
        let [class, id] = ["class", "id"].map(|name| attributes.get(name).filter(|_| is_here).map(|names| self.names.promise(names)));
        if is_here && is_elsewhere(tag, attributes, class, id) {
            self.elsewhere = Some(self.depth);
        }
        let had_property = attributes.has("itemprop");
        if had_property {
            self.property(tag, attributes, claims);
        }
        if attributes.has("itemscope") || attributes.has("itemtype") {
            let item = Self::item(tag, attributes);
            // Who wrote a comment, or an answer, did not write what it is below; the first one did, of a thread whose posts are all called so.
            let is_reply = matches!((self.items.last(), item), (Some((_, Item::Reply)), Item::Agent(_)));
            let is_named = is_reply && claims.first(Field::Author, Origin::Microdata).is_some();
            self.items.push((self.depth, if is_named { Item::Other } else { item }));
        }
        if had_property || self.elsewhere.is_some() {
            return;
        }
        if tag == Tag::Time {
            self.time(attributes, claims);
        }
        self.classes(tag, attributes, class.or(id).unwrap_or_default());
    }

    fn close(&mut self, claims: &mut Claims) {
        while self.captures.last().is_some_and(|c| c.depth >= self.depth) {
            if let Some(capture) = self.captures.pop() {
                self.finish(&capture, claims);
            }
        }
        while self.items.last().is_some_and(|(depth, _)| *depth >= self.depth) {
            self.items.pop();
        }
        for part in [&mut self.elsewhere, &mut self.caption, &mut self.button] {
            *part = part.filter(|depth| *depth < self.depth);
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn finish(&mut self, capture: &Capture, claims: &mut Claims) {
        match capture.what {
            What::Heading(tag) => self.heading(tag, &super::claim::tidy(&capture.text), claims),
            // "All articles", below who wrote them.
            What::Claim { .. } if capture.target.as_deref().is_some_and(|target| !may_be_of(target, &capture.text)) => {}
            // Who has no picture is shown by a letter.
            What::Claim { field: Field::Poster, .. } if capture.text.trim().chars().count() == 1 => {}
            What::Claim { field, origin, rank } => claims.add(field, &capture.text, origin, rank),
        }
    }

    /// The page's `<title>`, by which headings are known.
    pub(super) fn set_page_title(&mut self, title: &str) {
        self.page_title = Some(title.to_owned());
    }

    fn capture(&mut self, what: What) {
        if self.captures.len() < MAX_CAPTURES {
            self.captures.push(Capture { depth: self.depth, what, text: String::new(), target: None });
        }
    }

    fn item(tag: Tag, attributes: &Attributes) -> Item {
        // A link is about what it leads to, and a review about what it is on.
        if tag == Tag::A || attributes.get("itemprop").is_some_and(|name| matches!(name, "review" | "reviews")) {
            return Item::Other;
        }
        if attributes.get("itemprop") == Some("comment") {
            return Item::Reply;
        }
        let kind = attributes.get("itemtype").and_then(|t| t.trim().rsplit(['/', ':']).next()).unwrap_or_default();
        match kind {
            "Person" | "Organization" | "NewsMediaOrganization" | "Corporation" => {
                match attributes.get("itemprop").and_then(field_of_property) {
                    Some(field @ (Field::Author | Field::Site)) => Item::Agent(field),
                    _ => Item::Other,
                }
            }
            "Comment" | "UserComments" | "Answer" => Item::Reply,
            "BreadcrumbList"
            | "ListItem"
            | "ItemList"
            | "WPSideBar"
            | "WPFooter"
            | "WPHeader"
            | "SiteNavigationElement"
            | "Rating"
            | "AggregateRating" => Item::Other,
            _ if kind.ends_with("Article")
                || kind.ends_with("Posting")
                || kind.is_empty()
                || matches!(kind, "WebPage" | "Report" | "Review" | "Recipe" | "CreativeWork" | "Blog" | "ItemPage" | "Question") =>
            {
                Item::Article
            }
            _ => Item::Other,
        }
    }

    /// An `itemprop`: its value is an attribute, or the element's text.
    fn property(&mut self, tag: Tag, attributes: &Attributes, claims: &mut Claims) {
        let names = attributes.get("itemprop").unwrap_or_default();
        for name in names.split_ascii_whitespace().take(4) {
            let Some(field) = self.field_here(name) else { continue };
            let is_item = attributes.has("itemscope") || attributes.has("itemtype");
            if is_item && matches!(field, Field::Author | Field::Site | Field::Image) {
                // A name or address inside it is the value.
                continue;
            }
            let is_replier = matches!(self.items[..], [.., (_, Item::Reply), _]);
            let rank = 10 * u16::from(self.elsewhere.is_some())
                + REPLY * u16::from(is_replier)
                + u16::from(name == "creator" || name == "name" || name == "dateCreated");
            let attribute = match tag {
                Tag::Time => attributes.get("datetime").or(attributes.get("content")),
                Tag::A | Tag::Link if field == Field::Image || field == Field::Url => attributes.get("href"),
                Tag::Img => attributes.get("src"),
                _ => attributes.get("content").or(attributes.get("datetime")),
            };
            match attribute.filter(|value| !value.trim().is_empty()) {
                Some(value) => claims.add(field, value, Origin::Microdata, rank),
                None if !tag.is_void() => self.capture(What::Claim { field, origin: Origin::Microdata, rank }),
                None => {}
            }
        }
    }

    /// What a property means inside the innermost item.
    fn field_here(&self, property: &str) -> Option<Field> {
        match self.items.last().map_or(Item::Article, |(_, item)| *item) {
            Item::Article => field_of_property(property).filter(|f| *f != Field::Title || property == "headline"),
            Item::Agent(field) => (property == "name").then_some(field),
            Item::Reply | Item::Other => None,
        }
    }

    /// A `<time>`, or a date class, near the heading.
    fn time(&mut self, attributes: &Attributes, claims: &mut Claims) {
        let class = attributes.get("class").unwrap_or_default();
        let rank = self.nearness();
        // "Last modified: ", before it in its line.
        let is_updated = says_updated(class) || date::says_updated(self.lines.current());
        let field = if is_updated { Field::Modified } else { Field::Published };
        match attributes.get("datetime").filter(|value| !value.trim().is_empty()) {
            Some(value) => claims.add(field, value, Origin::Time, rank),
            None => self.capture(What::Claim { field, origin: Origin::Time, rank: rank + 1 }),
        }
    }

    fn classes(&mut self, tag: Tag, attributes: &Attributes, promise: Promise) {
        let has_rel = attributes.get("rel").is_some_and(|rel| rel.split_ascii_whitespace().any(|r| r.eq_ignore_ascii_case("author")));
        if has_rel && tag != Tag::Link {
            return self.capture(What::Claim { field: Field::Author, origin: Origin::Microdata, rank: 20 + self.nearness() });
        }
        let class = attributes.get("class").or(attributes.get("id")).unwrap_or_default();
        let is_part = matches!(tag, Tag::Html | Tag::Body | Tag::Main | Tag::Article | Tag::Section | Tag::Form | Tag::Input | Tag::Img);
        if is_part || class.len() > MAX_CLASS {
            return;
        }
        let near = self.nearness();
        // The days of a life, a firm or an event are published, too (hCard and hCalendar).
        let is_life = || class.split_ascii_whitespace().any(|name| matches!(name, "bday" | "dday" | "dtstart" | "dtend"));
        let is_day = |field: Field| matches!(field, Field::Published | Field::Modified);
        let named = promise.field.filter(|(field, _)| !(is_day(*field) && is_life())).or_else(|| {
            // Where a build makes up the class names.
            let tested = attributes.get("data-testid").filter(|name| near < FAR && name.len() <= MAX_CLASS)?;
            self.names.promise(tested).field
        });
        let target = attributes.get("href").filter(|_| tag == Tag::A);
        let owner = target.and_then(page_of);
        // Further down it signs the next entry.
        let named = named.filter(|(_, rank)| *rank < VAGUE || matches!(near, 0 | 2 | 4));
        let what = match (named, owner) {
            // Far from a heading, class names are about other stories, but for a box that says who signs.
            (Some((Field::Author, _)), _) | (None, Some(PageOf::Author)) if near >= FAR => (Field::Signature, Origin::Text, 0),
            (Some((field, rank)), _) => (field, Origin::Text, rank + near),
            (None, Some(PageOf::Author)) => (Field::Author, Origin::Text, LINKED + near),
            // "Last reply by", in the thread's head.
            (None, Some(PageOf::Member)) if near < FAR && says_last(self.lines.current()) => return,
            (None, Some(PageOf::Member)) => (Field::Poster, Origin::Link, near),
            (None, Some(PageOf::Publisher) | None) => return,
        };
        let (field, origin, rank) = what;
        if near < FAR || field == Field::Signature {
            self.capture(What::Claim { field, origin, rank });
            if let (Some(PageOf::Author), Some(capture)) = (owner, self.captures.last_mut()) {
                capture.target = target.map(str::to_owned);
            }
        }
    }
}

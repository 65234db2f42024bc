//! Events of the whole page → what it says of itself: [`Signals`] while it streams, [`Metadata`] at any time.
//!
//! Every source (JSON-LD, `<meta>`, markup, what later stages found in the text) only makes claims; `resolve` alone
//! decides between them.

mod claim;
mod head;
mod json_ld;
mod language;
mod lead;
mod lines;
mod markup;
mod names;
mod near;
mod people;
mod resolve;
mod times;
mod title;

use crate::address::{Base, picture_name};
use crate::article::{LeadImage, Metadata};
use crate::block::Direction;
use crate::event::Event;
use crate::lexicon::meta_names::Field;
use crate::page_kind::PageKind;
use crate::tag::Tag;
use claim::Claims;
use head::Labels;
use json_ld::Thing;
use markup::Markup;

/// Bytes; a shorter name of a picture's file, "img" or "1", may be another's.
const MIN_PICTURE_NAME: usize = 6;

/// JSON-LD scripts of one page that are read; broken shops print hundreds.
const MAX_SCRIPTS: usize = 64;
/// Bytes of all JSON-LD scripts of one page that are read.
const MAX_SCRIPT_BYTES: usize = 4 << 20;

/// An article that a list of the page's JSON-LD names.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ListedItem {
    /// As in the source.
    pub(crate) url: Option<String>,
    pub(crate) headline: Option<String>,
}

/// What is known of the page so far. Texts are tidied lines, addresses as in the source.
#[derive(Clone, Debug, Default)]
pub(crate) struct Signals {
    /// The `<title>`.
    pub(crate) page_title: Option<String>,
    /// Other names of the page, best first: JSON-LD, `og:title`, `twitter:title`….
    pub(crate) titles: Vec<String>,
    pub(crate) descriptions: Vec<String>,
    /// The JSON-LD article's text, bounded.
    pub(crate) article_body: Option<String>,
    pub(crate) canonical: Option<String>,
    pub(crate) og_url: Option<String>,
    pub(crate) site_name: Option<String>,
    /// What the page's own picture is called, see [`picture_name`](crate::address::picture_name).
    pub(crate) picture: Option<String>,
    pub(crate) lang: Option<String>,
    pub(crate) dir: Option<Direction>,
    pub(crate) kind: PageKind,
    pub(crate) items: Vec<ListedItem>,
}

/// What later stages found in the body. All of it is optional; texts as on the page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    /// The article's main headings, best first.
    pub(crate) headings: Vec<String>,
    /// The line over the text whose words the page's own address says.
    pub(crate) addressed: Option<String>,
    /// A line near the title that says who wrote.
    pub(crate) byline: Option<String>,
    /// Who wrote the first post of a thread.
    pub(crate) opener: Option<String>,
    /// The posts of a thread answer a text above them.
    pub(crate) is_answered: bool,
    /// The names of persons in a bold line of their own at the text's beginning.
    pub(crate) named: Option<String>,
    /// A line near the title that says when.
    pub(crate) date: Option<String>,
    /// A line below the text that says when it was changed.
    pub(crate) changed: Option<String>,
    /// When the page's other articles were published, as their cards say.
    pub(crate) others: Vec<String>,
    /// Who wrote those, as nothing but their cards says.
    pub(crate) signers: Vec<String>,
    /// The `datetime` of a `<time>` near the title.
    pub(crate) datetime: Option<String>,
    /// A line that names the publisher.
    pub(crate) source: Option<String>,
    /// The page brings texts of several publishers, and names them.
    pub(crate) names_sources: bool,
    /// The first pictures of the article, their addresses resolved.
    pub(crate) images: Vec<LeadImage>,
    /// Its first paragraphs that are sentences.
    pub(crate) paragraphs: Vec<String>,
    /// It is no article, and lists entries each of which says when it was written.
    pub(crate) is_list: bool,
    /// It is a thread of posts, by its own words or by how it is made.
    pub(crate) is_thread: bool,
    /// The beginning of the text, for its language; a few hundred words suffice.
    pub(crate) sample: String,
}

/// Collects what a page says of itself.
#[derive(Debug, Default)]
pub(crate) struct Collector {
    signals: Signals,
    claims: Claims,
    things: Vec<Thing>,
    markup: Markup,
    labels: Labels,
    script: Script,
    scripts: usize,
    script_bytes: usize,
    now: Option<i64>,
    /// The signals may have changed since they were asked for.
    is_news: bool,
}

/// The raw-text element that is open.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Script {
    #[default]
    None,
    Title,
    JsonLd,
}

impl Collector {
    /// A collector whose relative times count from `now`, in seconds since 1970-01-01T00:00:00Z.
    pub(crate) fn new(now: Option<i64>) -> Self {
        Self { now, is_news: true, ..Self::default() }
    }

    /// Takes the next event of the page; where `is_text_read` no longer holds, only what its head and scripts say of it.
    pub(crate) fn event(&mut self, event: &Event<'_>, is_text_read: bool) {
        match *event {
            Event::Open { tag: Tag::Script, attributes } => {
                let is_json_ld = attributes.get("type").is_some_and(|t| t.to_ascii_lowercase().contains("ld+json"));
                self.script = if is_json_ld { Script::JsonLd } else { Script::None };
            }
            // A picture's <title> inside SVG is not the page's: only the first counts.
            Event::Open { tag: Tag::Title, .. } => self.script = Script::Title,
            Event::Open { tag: Tag::Html, attributes } => head::html(attributes, &mut self.signals),
            Event::Open { tag: Tag::Body, attributes } => head::body(attributes, &mut self.signals),
            Event::Void { tag: Tag::Meta, attributes } if !attributes.has("itemprop") => return self.meta(attributes),
            Event::Void { tag: Tag::Link, attributes } => {
                head::link(attributes, &mut self.signals, &mut self.claims);
                self.is_news = true;
            }
            Event::Raw(text) => return self.raw(text),
            _ => {}
        }
        if is_text_read {
            self.markup.event(event, &mut self.claims);
        }
    }

    /// What is known so far.
    pub(crate) fn signals(&self) -> &Signals {
        &self.signals
    }

    /// Whether the signals may have changed since this was last asked.
    pub(crate) fn take_news(&mut self) -> bool {
        std::mem::take(&mut self.is_news)
    }

    /// The best values known now.
    pub(crate) fn metadata(&self, base: &Base, seen: &Seen) -> Metadata {
        resolve::resolve(self, base, seen)
    }

    /// The best title known now, which is all that is asked for again and again.
    pub(crate) fn title(&self, base: &Base) -> Option<String> {
        resolve::title(self, base, &Seen::default())
    }

    fn meta(&mut self, attributes: &crate::event::Attributes) {
        let before = self.claims.len();
        head::meta(attributes, &mut self.labels, &mut self.claims);
        // The number of claims is bounded, and so is the work of refreshing.
        if self.claims.len() > before {
            self.signals.refresh(&self.claims, &self.things);
            self.is_news = true;
        }
    }

    fn raw(&mut self, text: &str) {
        match std::mem::take(&mut self.script) {
            Script::Title => {
                let title = claim::tidy(text);
                if self.signals.page_title.is_none() && !title.is_empty() {
                    self.markup.set_page_title(&title);
                    self.signals.page_title = Some(title);
                    self.is_news = true;
                }
            }
            Script::JsonLd if self.scripts < MAX_SCRIPTS && self.script_bytes + text.len() <= MAX_SCRIPT_BYTES => {
                self.scripts += 1;
                self.script_bytes += text.len();
                json_ld::read(text, &mut self.things);
                self.signals.refresh(&self.claims, &self.things);
                self.is_news = true;
            }
            _ => {}
        }
    }
}

impl Signals {
    /// What the page says that its article is called, then what it calls itself.
    pub(crate) fn all_titles(&self) -> impl Iterator<Item = &str> {
        self.titles.iter().map(String::as_str).chain(self.page_title.as_deref())
    }

    /// The site's name, as the page's title says it behind an article's.
    pub(crate) fn site_in_title(&self, headline: Option<&str>, base: &Base) -> Option<&str> {
        title::site_behind(self.page_title.as_deref()?, headline?, base.page()?.host_str()?)
    }

    /// Recomputes what follows from claims and things; called when either grew.
    fn refresh(&mut self, claims: &Claims, things: &[Thing]) {
        use crate::article::Origin::Meta;
        let main = resolve::main_thing(things, self, claims);
        let owned = |list: Vec<&str>| list.into_iter().map(str::to_owned).collect::<Vec<_>>();
        let mut titles: Vec<String> = main.and_then(|t| t.headline.as_deref().or(t.name.as_deref())).map(claim::tidy).into_iter().collect();
        titles.extend(owned(claims.of(Field::Title, Meta)));
        titles.dedup();
        self.descriptions = owned(claims.of(Field::Description, Meta));
        self.descriptions.extend(main.and_then(|t| t.description.as_deref()).map(claim::tidy));
        self.descriptions.dedup();
        self.article_body = main.and_then(|t| t.body.clone()).or(self.article_body.take());
        self.og_url = claims.first(Field::Url, Meta).map(str::to_owned);
        self.site_name = resolve::site_name(claims, things);
        let picture = claims.first(Field::Image, Meta).or(main.and_then(|t| t.image.as_deref())).map(picture_name);
        self.picture = picture.filter(|name| name.len() >= MIN_PICTURE_NAME).map(str::to_owned);
        self.kind = head::kind(claims, things);
        self.titles = titles;
        self.items = things
            .iter()
            .filter(|t| {
                t.place == json_ld::Place::Listed
                    && (t.headline.is_some() || t.name.is_some())
                    && (t.is_article() || t.has_type("ListItem"))
            })
            .map(|t| ListedItem {
                url: t.addresses.first().cloned(),
                headline: t.headline.as_deref().or(t.name.as_deref()).map(claim::tidy),
            })
            .collect();
    }
}

#[cfg(test)]
mod tests;

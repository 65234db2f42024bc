//! Decides between claims. The order of trust is written here and nowhere else.

use super::claim::{Claims, tidy};
use super::json_ld::{Agent, AgentKind, Place, Thing};
use super::near::{LINKED, REPLY, is_right_below};
use super::people::{self, Group};
use super::title::{self, Candidate, Style, alike};
use super::{Collector, Seen, Signals, language};
use crate::address::{Base, Url, bare, ends_in_words};
use crate::article::{Metadata, Origin};
use crate::byline;
use crate::lexicon::letters;
use crate::lexicon::meta_names::Field;
use crate::lexicon::wording;
use crate::page_kind::PageKind;
use std::collections::BTreeMap;

/// Authors that microdata marks up on a page of one article; more are of many posts.
const MAX_AUTHORS: usize = 6;

/// What all decisions look at.
pub(super) struct Evidence<'e> {
    pub(super) signals: &'e Signals,
    pub(super) claims: &'e Claims,
    pub(super) things: &'e [Thing],
    pub(super) main: Option<&'e Thing>,
    pub(super) headings: Vec<&'e str>,
    pub(super) sites: Vec<String>,
    pub(super) base: &'e Base,
    pub(super) seen: &'e Seen,
    pub(super) now: Option<i64>,
}

pub(super) fn resolve(collector: &Collector, base: &Base, seen: &Seen) -> Metadata {
    let evidence = Evidence::gather(collector, base, seen);
    let mut found = Metadata::default();
    evidence.language(&mut found);
    evidence.title(&mut found);
    evidence.byline(&mut found);
    evidence.source(&mut found);
    evidence.times(&mut found);
    evidence.address(&mut found);
    evidence.image(&mut found);
    evidence.excerpt(&mut found);
    found
}

/// The title alone.
pub(super) fn title(collector: &Collector, base: &Base, seen: &Seen) -> Option<String> {
    let mut found = Metadata::default();
    Evidence::gather(collector, base, seen).title(&mut found);
    found.title
}

/// The JSON-LD object that the page is about.
pub(super) fn main_thing<'t>(things: &'t [Thing], signals: &Signals, claims: &Claims) -> Option<&'t Thing> {
    let address = signals.canonical.as_deref().or(claims.first(Field::Url, Origin::Meta)).map(bare);
    let titles: Vec<&str> = claims.of(Field::Title, Origin::Meta).into_iter().chain(signals.page_title.as_deref()).collect();
    let score = |t: &Thing| {
        let own_address = address.is_some_and(|a| t.addresses.iter().any(|b| bare(b) == a));
        let named = |title: &Option<String>| title.as_deref().is_some_and(|h| titles.iter().any(|t| alike(t, h)));
        4 * u8::from(own_address)
            + 3 * u8::from(named(&t.headline))
            + u8::from(t.headline.is_some())
            + u8::from(!t.authors.is_empty())
            + u8::from(t.published.is_some())
    };
    let mut best: Option<(&Thing, u8)> = None;
    for thing in things.iter().filter(|t| t.is_article() && t.place != Place::Part) {
        let own = score(thing);
        // A listed article must be shown to be this page's.
        let fits = thing.place == Place::Main || own >= 7;
        if fits && best.is_none_or(|(_, other)| own > other) {
            best = Some((thing, own));
        }
    }
    best.map(|(thing, _)| thing)
}

/// The site's name, for show.
pub(super) fn site_name(claims: &Claims, things: &[Thing]) -> Option<String> {
    let website = || things.iter().find(|t| t.has_type("WebSite")).and_then(|t| t.name.as_deref());
    let publisher = || things.iter().find(|t| t.is_article()).and_then(|t| agent_names(&t.publishers, things).into_iter().next());
    let named = claims.of(Field::Site, Origin::Meta).into_iter().chain(publisher()).chain(website());
    let mut names = named
        .chain(claims.first(Field::Site, Origin::Microdata))
        .map(|name| tidy(without_address(name)))
        // A template's "{site_name}" is none.
        .filter(|name| {
            name.contains(char::is_alphanumeric) && !name.contains("://") && !name.starts_with(['@', '{']) && name.chars().count() <= 80
        });
    let first = names.next()?;
    // "theexample", where another says "The Example".
    let spelled = names.find(|name| name.contains(' ') && !first.contains(' ') && letters(name) == letters(&first));
    Some(spelled.unwrap_or(first))
}

/// "The Example | example.org"
fn without_address(name: &str) -> &str {
    let is_address = |part: &str| part.contains('.') && !part.contains(' ');
    name.split_once(" | ").filter(|(_, rest)| is_address(rest.trim())).map_or(name, |(name, _)| name)
}

/// All names that the site goes by.
fn site_names(signals: &Signals, claims: &Claims, things: &[Thing], main: Option<&Thing>, base: &Base) -> Vec<String> {
    let mut names: Vec<String> = claims.of(Field::Site, Origin::Meta).into_iter().map(tidy).collect();
    names.extend(claims.first(Field::Site, Origin::Microdata).map(tidy));
    names.extend(main.into_iter().flat_map(|t| agent_names(&t.publishers, things)).map(tidy));
    names.extend(
        things.iter().filter(|t| t.has_type("WebSite") || t.has_type("NewsMediaOrganization")).filter_map(|t| t.name.as_deref()).map(tidy),
    );
    // Some sites call their application what each page is called.
    let titles: Vec<String> = claims.of(Field::Title, Origin::Meta).into_iter().map(letters).collect();
    let first = names.first().map(|name| letters(name)).unwrap_or_default();
    let page = signals.page_title.as_deref().map(letters).unwrap_or_default();
    let is_title = |name: String| name != first && titles.contains(&name) && page.starts_with(&name);
    names.retain(|name| !is_title(letters(name)));
    if let Some(host) = base.page().and_then(Url::host_str) {
        let host = host.trim_start_matches("www.");
        names.push(host.to_owned());
        // "www.the-example.co.uk" → "the-example"
        names.extend(host.split('.').rev().skip(1).find(|label| label.len() > 3).map(str::to_owned));
    }
    names.retain(|n| !n.is_empty());
    names
}

/// Names of agents, references resolved.
fn agent_names<'t>(agents: &'t [Agent], things: &'t [Thing]) -> Vec<&'t str> {
    agents.iter().filter_map(|agent| agent_name(agent, things)).collect()
}

fn agent_name<'t>(agent: &'t Agent, things: &'t [Thing]) -> Option<&'t str> {
    match agent {
        Agent::Named { name, .. } => Some(name),
        Agent::Reference(id) => things.iter().find(|t| t.id.as_ref() == Some(id) && t.name.is_some())?.name.as_deref(),
    }
}

impl<'e> Evidence<'e> {
    fn gather(collector: &'e Collector, base: &'e Base, seen: &'e Seen) -> Self {
        let Collector { signals, claims, things, markup, now, .. } = collector;
        let main = main_thing(things, signals, claims);
        let headings = seen.headings.iter().chain(markup.headings()).map(String::as_str).collect();
        let sites = site_names(signals, claims, things, main, base);
        Self { signals, claims, things, main, headings, sites, base, seen, now: *now }
    }

    pub(super) fn sites(&self) -> Vec<&str> {
        self.sites.iter().map(String::as_str).collect()
    }

    fn language(&self, found: &mut Metadata) {
        let declared = [
            (self.signals.lang.as_deref(), Origin::Attribute),
            (self.main.and_then(|t| t.lang.as_deref()), Origin::JsonLd),
            (self.claims.first(Field::Lang, Origin::Meta), Origin::Meta),
        ];
        let declared = declared.into_iter().find_map(|(tag, origin)| Some((language::normal(tag?)?, origin)));
        let sample = self.seen.sample.as_str();
        let guess = match &declared {
            Some((tag, _)) => language::contradicts(sample, tag),
            None => language::detect(sample),
        };
        let chosen = guess.map(|lang| (lang.to_owned(), Origin::Guess)).or(declared);
        if let Some((lang, origin)) = chosen {
            put(&mut found.lang, &mut found.origin, "lang", &lang, origin);
        }
        if let Some(dir) = self.signals.dir {
            found.dir = Some(dir);
            found.origin.insert("dir", Origin::Attribute);
        } else if let Some(lang) = &found.lang {
            found.dir = Some(language::direction(lang));
            found.origin.insert("dir", Origin::Guess);
        }
    }

    fn title(&self, found: &mut Metadata) {
        let mut texts: Vec<(String, Origin)> = Vec::new();
        texts.extend(self.claims.of(Field::Title, Origin::Meta).into_iter().map(|t| (t.to_owned(), Origin::Meta)));
        texts.extend(self.main.and_then(|t| t.headline.as_deref().or(t.name.as_deref())).map(|t| (tidy(t), Origin::JsonLd)));
        texts.extend(self.claims.of(Field::Title, Origin::Microdata).into_iter().map(|t| (t.to_owned(), Origin::Microdata)));
        let named: Vec<_> = texts.iter().map(|(text, origin)| Candidate { text, origin: *origin }).collect();
        if let Some((text, origin)) = title::choose(&named, self.signals.page_title.as_deref(), &self.headings, &self.sites(), self.style())
        {
            // All that the page says of itself may be what its site is called.
            let is_doubtful = origin == Origin::PageTitle || title::is_site(&text, &self.sites());
            match self.seen.addressed.as_deref().filter(|own| is_doubtful && !title::alike(own, &text)) {
                Some(own) => put(&mut found.title, &mut found.origin, "title", own, Origin::Heading),
                None => put(&mut found.title, &mut found.origin, "title", &text, origin),
            }
        }
    }

    fn style(&self) -> Style {
        let is_news = self.main.is_some_and(|t| t.types.iter().any(|t| t.ends_with("NewsArticle") || t.ends_with("LiveBlogPosting")));
        if is_news { Style::News } else { Style::Other }
    }

    fn byline(&self, found: &mut Metadata) {
        let mut groups: Vec<Group<'_>> = Vec::new();
        let (persons, organizations): (Vec<_>, Vec<_>) =
            self.main.iter().flat_map(|t| &t.authors).partition(|a| !matches!(a, Agent::Named { kind: AgentKind::Group, .. }));
        groups.push(Group {
            values: persons.into_iter().filter_map(|a| agent_name(a, self.things)).collect(),
            origin: Origin::JsonLd,
            is_marked: false,
        });
        let pages = self.things.iter().filter(|t| t.place == Place::Main && !t.is_article() && !t.has_type("WebSite"));
        groups.extend(pages.map(|t| Group { values: agent_names(&t.authors, self.things), origin: Origin::JsonLd, is_marked: false }));
        // Where every post names its author, the first began the thread; links to accounts begin with whoever did.
        let is_forum = self.signals.kind == PageKind::Forum || self.seen.is_thread;
        // "My profile" leads to an account too.
        let is_name = |name: &&str| wording::read(name).whole.is_empty();
        let poster = || self.claims.of(Field::Poster, Origin::Link).into_iter().find(is_name).map(|first| Group::of(first, Origin::Link));
        if is_forum && !self.seen.is_answered {
            groups.extend(poster());
        }
        groups.extend(self.seen.opener.as_deref().map(|name| Group::of(name, Origin::Link)));
        let is_article = is_forum
            || self.signals.kind == PageKind::Article
            || self.main.is_some()
            || self.base.page().is_some_and(|page| ends_in_words(page.path()));
        let is_list = self.seen.is_list && !is_article;
        let has_posts = is_forum || self.claims.in_order(Field::Author, Origin::Microdata).count() > MAX_AUTHORS;
        // Who is named there wrote one of its entries.
        let told = [Origin::Meta, Origin::Microdata, Origin::Text];
        for origin in told.into_iter().take(if is_list { 1 } else { told.len() }) {
            if has_posts && origin == Origin::Microdata || (is_forum || self.seen.opener.is_some()) && origin == Origin::Text {
                let first = match origin {
                    Origin::Microdata => self.claims.first(Field::Author, origin),
                    _ => self.claims.in_order(Field::Author, origin).next(),
                };
                groups.extend(first.map(|first| Group::of(first, origin)));
            } else {
                // On other pages who is named farther from the heading wrote one entry of a list.
                let is_own = |rank: u16| is_article || origin != Origin::Text || is_right_below(rank);
                let is_reply = |rank: u16| origin == Origin::Microdata && rank >= REPLY;
                let ranks = self.claims.ranks(Field::Author, origin).into_iter().filter(|(rank, _)| is_own(*rank) && !is_reply(*rank));
                let is_signer = |value: &str| origin != Origin::Meta && self.seen.signers.iter().any(|name| value.contains(name.as_str()));
                groups.extend(ranks.map(|(rank, mut values)| {
                    values.retain(|value| !is_signer(value));
                    Group { values, origin, is_marked: rank < LINKED }
                }));
            }
        }
        groups.extend(self.seen.byline.iter().chain(&self.seen.named).map(|line| Group::of(line, Origin::Text)));
        let signature = people::signature(&self.claims.of(Field::Signature, Origin::Text)).filter(|_| !is_list);
        groups.extend(signature.map(|line| Group::of(line, Origin::Text)));
        groups.push(Group {
            values: organizations.into_iter().filter_map(|a| agent_name(a, self.things)).collect(),
            origin: Origin::JsonLd,
            is_marked: false,
        });
        // "New Zealand", below the same as a heading.
        let is_title = |value: &&str| {
            let rest = found.title.as_deref().and_then(|title| value.strip_prefix(title));
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        groups.iter_mut().filter(|group| group.origin == Origin::Text).for_each(|group| group.values.retain(|value| !is_title(value)));
        let first_reply = || Some(Group::of(self.claims.first(Field::Author, Origin::Microdata)?, Origin::Microdata));
        let sites = self.sites();
        let printed = self.seen.byline.as_deref().filter(|line| !is_forum && byline::opens_byline(line));
        if let Some((names, origin)) = people::choose(&groups, printed, &sites)
            .or_else(|| people::choose(&[poster().or_else(first_reply).filter(|_| !is_list)?], None, &sites))
        {
            found.byline = names;
            found.origin.insert("byline", origin);
        }
    }

    fn source(&self, found: &mut Metadata) {
        // A paper in an author's place, where papers are named.
        let is_own = |name: &str| self.seen.source.as_ref().is_none_or(|source| source == name);
        if self.seen.names_sources
            && let Some(name) = found.byline.pop_if(|name| is_own(name) && byline::is_publisher(name))
        {
            let said = if found.byline.is_empty() { found.origin.remove("byline") } else { None };
            put(&mut found.source, &mut found.origin, "source", &name, said.unwrap_or(Origin::Text));
        }
        let is_author = |line: &str| found.byline.iter().any(|name| letters(name) == letters(line));
        if let Some(line) = self.seen.source.as_ref().filter(|line| !is_author(line) && found.title.as_ref() != Some(line)) {
            put(&mut found.source, &mut found.origin, "source", line, Origin::Text);
        }
        if let Some(name) = found.title.as_deref().and_then(|title| self.bracketed(title)) {
            put(&mut found.source, &mut found.origin, "source", name, Origin::PageTitle);
        }
        if let Some(name) = self.main.into_iter().flat_map(|t| agent_names(&t.providers, self.things)).next() {
            put(&mut found.source, &mut found.origin, "source", name, Origin::JsonLd);
        }
        let publisher = self.main.into_iter().flat_map(|t| agent_names(&t.publishers, self.things)).map(tidy).find(|n| !n.is_empty());
        if let Some(name) = site_name(self.claims, self.things) {
            let name = title::without(&name, found.title.as_deref());
            let name = &title::without_slogan(name, self.base.page().and_then(Url::host_str).unwrap_or_default());
            let origin = match () {
                () if publisher.as_deref() == Some(name.as_str()) => Origin::JsonLd,
                () if self.claims.of(Field::Site, Origin::Meta).is_empty()
                    && self.claims.first(Field::Site, Origin::Microdata).map(tidy).as_deref() == Some(name.as_str()) =>
                {
                    Origin::Microdata
                }
                () => Origin::Meta,
            };
            put(&mut found.source, &mut found.origin, "source", name, origin);
        }
        if let Some(name) = self.signals.site_in_title(found.title.as_deref(), self.base) {
            put(&mut found.source, &mut found.origin, "source", name, Origin::PageTitle);
        }
        if let Some(host) = self.base.page().and_then(Url::host_str) {
            put(&mut found.source, &mut found.origin, "source", host.trim_start_matches("www."), Origin::Address);
        }
    }

    /// The publisher that the page's title names in brackets behind the article's, before the site's name: "Headline（毎日新聞） - Portal".
    fn bracketed(&self, title: &str) -> Option<&str> {
        let titles = self.signals.page_title.as_deref().into_iter().chain(self.claims.of(Field::Title, Origin::Meta));
        let behind = titles.filter_map(|text| text.strip_prefix(title)?.trim_start().strip_prefix(['（', '(']));
        let mut names = behind.filter_map(|text| text.split_once(['）', ')'])).filter(|(_, site)| !site.trim().is_empty());
        names.find(|(name, _)| byline::is_publisher(name)).map(|(name, _)| name)
    }

    pub(super) fn of(&self, field: Field, origin: Origin) -> impl Iterator<Item = (&str, Origin)> {
        self.claims.of(field, origin).into_iter().map(move |value| (value, origin))
    }

    fn address(&self, found: &mut Metadata) {
        let page = self.base.page();
        let named = [(self.signals.canonical.as_deref(), Origin::Link), (self.signals.og_url.as_deref(), Origin::Meta)];
        for (raw, origin) in named {
            let own = raw.and_then(|r| self.base.link(r)).filter(|u| page.is_none_or(|p| is_same_site(p, u) && !is_home_of(p, u)));
            if let Some(address) = own.filter(|u| matches!(u.scheme(), "http" | "https")) {
                put(&mut found.url, &mut found.origin, "url", address.as_str(), origin);
            }
        }
        if let Some(page) = page {
            put(&mut found.url, &mut found.origin, "url", page.as_str(), Origin::Address);
        }
    }
}

pub(super) fn put(slot: &mut Option<String>, origin: &mut BTreeMap<&'static str, Origin>, field: &'static str, value: &str, from: Origin) {
    Metadata::fill(slot, origin, field, value, from);
}

/// Whether two addresses are of one site: one host is the other's, or its subdomain.
fn is_same_site(a: &Url, b: &Url) -> bool {
    let host = |u: &Url| {
        u.host_str()
            .map(|h| ["www.", "m.", "amp.", "mobile."].iter().fold(h.to_owned(), |h, p| h.strip_prefix(p).map_or(h.clone(), str::to_owned)))
    };
    match (host(a), host(b)) {
        (Some(a), Some(b)) => a == b || a.ends_with(&format!(".{b}")) || b.ends_with(&format!(".{a}")),
        _ => false,
    }
}

/// A canonical address that is the site's home, on a page that is not.
fn is_home_of(page: &Url, named: &Url) -> bool {
    named.path() == "/" && named.query().is_none() && page.path() != "/"
}

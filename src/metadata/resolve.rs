//! Decides between claims. The order of trust is written here and nowhere else.

use super::claim::{Claims, tidy};
use super::json_ld::{Agent, AgentKind, Place, Thing};
use super::people::{self, Group};
use super::title::{self, Candidate, Style, alike};
use super::{Collector, Seen, Signals, language};
use crate::address::{Base, Url, bare, picture_name};
use crate::article::{LeadImage, Metadata, Origin};
use crate::byline;
use crate::date::{self, Date};
use crate::lexicon::letters;
use crate::lexicon::meta_names::Field;
use crate::page_kind::PageKind;
use std::collections::BTreeMap;

/// Authors that microdata marks up on a page of one article; more are of many posts.
const MAX_AUTHORS: usize = 6;

/// What all decisions look at.
struct Evidence<'e> {
    signals: &'e Signals,
    claims: &'e Claims,
    things: &'e [Thing],
    main: Option<&'e Thing>,
    headings: Vec<&'e str>,
    sites: Vec<String>,
    base: &'e Base,
    seen: &'e Seen,
    now: Option<i64>,
}

pub(super) fn resolve(collector: &Collector, base: &Base, seen: &Seen) -> Metadata {
    let Collector { signals, claims, things, markup, now, .. } = collector;
    let main = main_thing(things, signals, claims);
    let headings = seen.headings.iter().chain(markup.headings()).map(String::as_str).collect();
    let sites = site_names(claims, things, main, base);
    let evidence = Evidence { signals, claims, things, main, headings, sites, base, seen, now: *now };
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
    claims
        .of(Field::Site, Origin::Meta)
        .into_iter()
        .chain(publisher())
        .chain(website())
        .chain(claims.first(Field::Site, Origin::Microdata))
        .map(tidy)
        .find(|name| !name.contains("://") && !name.starts_with('@') && name.chars().count() <= 80)
}

/// All names that the site goes by.
fn site_names(claims: &Claims, things: &[Thing], main: Option<&Thing>, base: &Base) -> Vec<String> {
    let mut names: Vec<String> = claims.of(Field::Site, Origin::Meta).into_iter().map(tidy).collect();
    names.extend(claims.first(Field::Site, Origin::Microdata).map(tidy));
    names.extend(main.into_iter().flat_map(|t| agent_names(&t.publishers, things)).map(tidy));
    names.extend(
        things.iter().filter(|t| t.has_type("WebSite") || t.has_type("NewsMediaOrganization")).filter_map(|t| t.name.as_deref()).map(tidy),
    );
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

impl Evidence<'_> {
    fn sites(&self) -> Vec<&str> {
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
        groups.push(Group { values: persons.into_iter().filter_map(|a| agent_name(a, self.things)).collect(), origin: Origin::JsonLd });
        let pages = self.things.iter().filter(|t| t.place == Place::Main && !t.is_article() && !t.has_type("WebSite"));
        groups.extend(pages.map(|t| Group { values: agent_names(&t.authors, self.things), origin: Origin::JsonLd }));
        // Where every post names its author, the first began the thread; links to accounts begin with whoever did.
        let is_forum = self.signals.kind == PageKind::Forum || self.seen.is_thread;
        let poster = || self.claims.of(Field::Poster, Origin::Link).into_iter().next().map(|first| Group::of(first, Origin::Link));
        if is_forum {
            groups.extend(poster());
        }
        let has_posts = is_forum || self.claims.in_order(Field::Author, Origin::Microdata).count() > MAX_AUTHORS;
        for origin in [Origin::Meta, Origin::Microdata, Origin::Text] {
            if has_posts && origin == Origin::Microdata || is_forum && origin == Origin::Text {
                groups.extend(self.claims.in_order(Field::Author, origin).next().map(|first| Group::of(first, origin)));
            } else {
                groups.extend(self.claims.ranks(Field::Author, origin).into_iter().map(|values| Group { values, origin }));
            }
        }
        groups.extend(self.seen.byline.as_deref().map(|line| Group::of(line, Origin::Text)));
        groups.extend(people::signature(&self.claims.of(Field::Signature, Origin::Text)).map(|line| Group::of(line, Origin::Text)));
        groups
            .push(Group { values: organizations.into_iter().filter_map(|a| agent_name(a, self.things)).collect(), origin: Origin::JsonLd });
        let sites = self.sites();
        if let Some((names, origin)) = people::choose(&groups, &sites).or_else(|| people::choose(&[poster()?], &sites)) {
            found.byline = names;
            found.origin.insert("byline", origin);
        }
    }

    fn source(&self, found: &mut Metadata) {
        let is_author = |line: &str| found.byline.iter().any(|name| letters(name) == letters(line));
        if let Some(line) = self.seen.source.as_ref().filter(|line| !is_author(line)) {
            put(&mut found.source, &mut found.origin, "source", line, Origin::Text);
        }
        if let Some(name) = found.title.as_deref().and_then(|title| self.bracketed(title)) {
            put(&mut found.source, &mut found.origin, "source", name, Origin::PageTitle);
        }
        let publisher = self.main.into_iter().flat_map(|t| agent_names(&t.publishers, self.things)).map(tidy).find(|n| !n.is_empty());
        if let Some(name) = site_name(self.claims, self.things) {
            let origin = match () {
                () if publisher.as_ref() == Some(&name) => Origin::JsonLd,
                () if self.claims.of(Field::Site, Origin::Meta).is_empty()
                    && self.claims.first(Field::Site, Origin::Microdata).map(tidy).as_ref() == Some(&name) =>
                {
                    Origin::Microdata
                }
                () => Origin::Meta,
            };
            put(&mut found.source, &mut found.origin, "source", &name, origin);
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

    fn times(&self, found: &mut Metadata) {
        let lang = found.lang.clone();
        let read = |value: &str| date::parse(value, lang.as_deref(), self.now).filter(|d| !date::is_to_come(d, self.now));
        let may_be = |date: &Date, origin| origin != Origin::Text || !date::is_before_web(date);
        let published = self.published(lang.as_deref()).into_iter().find_map(|(value, origin)| {
            let date = read(value).filter(|date| may_be(date, origin))?;
            Some((date, value, origin))
        });
        let modified = self.modified().into_iter().find_map(|(value, origin)| Some((read(value)?.to_string(), origin)));
        if let Some((date, value, origin)) = published {
            put(&mut found.published, &mut found.origin, "published", &date.to_string(), origin);
            if origin == Origin::Text {
                put(&mut found.published_text, &mut found.origin, "publishedText", value, origin);
            }
        } else if let Some(date) = self.base.page().and_then(|u| date_in_path(u.path())) {
            put(&mut found.published, &mut found.origin, "published", &date, Origin::Address);
        }
        if let Some(line) = &self.seen.date {
            put(&mut found.published_text, &mut found.origin, "publishedText", line, Origin::Text);
        }
        if let Some((modified, origin)) = modified {
            // Days are compared: zones differ, and a template's "modified" before "published" is a mistake.
            let earlier = found.published.as_deref().is_some_and(|p| modified.get(..10) < p.get(..10));
            if !earlier {
                put(&mut found.modified, &mut found.origin, "modified", &modified, origin);
            }
        }
    }

    fn published(&self, lang: Option<&str>) -> Vec<(&str, Origin)> {
        let mut list: Vec<(&str, Origin)> = Vec::new();
        list.extend(self.main.and_then(|t| t.published.as_deref()).map(|v| (v, Origin::JsonLd)));
        list.extend(self.of(Field::Published, Origin::Meta));
        list.extend(
            self.things
                .iter()
                .filter(|t| t.place == Place::Main && !t.is_article())
                .filter_map(|t| t.published.as_deref())
                .map(|v| (v, Origin::JsonLd)),
        );
        list.extend(self.of(Field::Published, Origin::Microdata));
        list.extend(self.seen.datetime.as_deref().map(|v| (v, Origin::Time)));
        // The `<time>` of the day that the article's head says; where there is none, all are other articles'.
        let day = |value: &str| date::parse(value, lang, None).and_then(|date| Some(date.to_string().get(..10)?.to_owned()));
        let told = self.seen.date.as_deref().and_then(|line| Some((line, day(line)?)));
        list.extend(told.map(|(line, own)| {
            let same = self.of(Field::Published, Origin::Time).find(|(value, _)| day(value).as_ref() == Some(&own));
            same.unwrap_or((line, Origin::Text))
        }));
        let is_other = |value: &str| date::parse(value, lang, None).is_some_and(|date| self.seen.others.contains(&date.to_string()));
        list.extend(self.of(Field::Published, Origin::Time).filter(|(value, _)| !is_other(value)));
        list.extend(self.seen.date.as_deref().map(|v| (v, Origin::Text)));
        list.extend(self.of(Field::Published, Origin::Text).filter(|(value, _)| !is_other(value)));
        list
    }

    fn modified(&self) -> Vec<(&str, Origin)> {
        let mut list: Vec<(&str, Origin)> = Vec::new();
        list.extend(self.main.and_then(|t| t.modified.as_deref()).map(|v| (v, Origin::JsonLd)));
        for origin in [Origin::Meta, Origin::Microdata, Origin::Time, Origin::Text] {
            list.extend(self.of(Field::Modified, origin));
        }
        list
    }

    fn of(&self, field: Field, origin: Origin) -> impl Iterator<Item = (&str, Origin)> {
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

    fn image(&self, found: &mut Metadata) {
        let meta = self.claims.first(Field::Image, Origin::Meta).map(|v| (v, Origin::Meta));
        let thing = self.main.and_then(|t| t.image.as_deref()).map(|v| (v, Origin::JsonLd));
        let property = self.claims.first(Field::Image, Origin::Microdata).map(|v| (v, Origin::Microdata));
        let named = [meta, thing, property]
            .into_iter()
            .flatten()
            .find_map(|(raw, origin)| Some((self.base.image(raw).filter(|u| u.scheme() != "data")?, origin)));
        let seen = self.seen.image.as_ref().filter(|i| !i.url.is_empty());
        match (named, seen) {
            // The same picture in the text has caption and credit.
            (Some((named, _)), Some(seen)) if picture_name(named.as_str()) == picture_name(&seen.url) => {
                Self::picture(found, seen.clone(), Origin::Text);
            }
            (Some((named, origin)), _) => {
                let alt = self.claims.first(Field::ImageAlt, Origin::Meta).map(str::to_owned);
                let caption = self.main.and_then(|t| t.image_caption.as_deref()).map(tidy);
                Self::picture(found, LeadImage { url: named.to_string(), alt, caption, credit: None }, origin);
            }
            (None, Some(seen)) => Self::picture(found, seen.clone(), Origin::Text),
            (None, None) => {}
        }
    }

    fn picture(found: &mut Metadata, image: LeadImage, origin: Origin) {
        found.image = Some(image);
        found.origin.insert("image", origin);
    }

    fn excerpt(&self, found: &mut Metadata) {
        let meta = self.claims.of(Field::Description, Origin::Meta).into_iter().map(|t| (t.to_owned(), Origin::Meta));
        let thing = self.main.and_then(|t| t.description.as_deref()).map(|t| (tidy(t), Origin::JsonLd));
        let title = found.title.as_deref().map(letters).unwrap_or_default();
        let words = meta.chain(thing).find(|(text, _)| letters(text) != title && !title::is_site(text, &self.sites()));
        if let Some((text, origin)) = words {
            put(&mut found.excerpt, &mut found.origin, "excerpt", &text, origin);
        }
    }
}

fn put(slot: &mut Option<String>, origin: &mut BTreeMap<&'static str, Origin>, field: &'static str, value: &str, from: Origin) {
    Metadata::fill(slot, origin, field, value, from);
}

/// `/2024/05/03/`, `/2024-05-03-`, as many sites build their addresses.
fn date_in_path(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split(['/', '-', '_']).collect();
    parts.windows(3).find_map(|w| {
        let [year, month, day] = w else { return None };
        let digits = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
        (digits(year, 4) && digits(month, 2) && digits(day, 2))
            .then(|| date::parse(&format!("{year}-{month}-{day}"), None, None))?
            .map(|d| d.to_string())
    })
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

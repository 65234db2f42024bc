use super::{Collector, Seen};
use crate::Limits;
use crate::address::Base;
use crate::article::{LeadImage, Metadata, Origin};
use crate::block::Direction;
use crate::event::{Event, EventSink};
use crate::page_kind::PageKind;
use crate::scan::Scanner;

/// 2026-11-23T14:00:00Z
const NOW: i64 = 1_795_442_400;
const URL: &str = "https://www.example.org/2024/city/bridge-closed";

struct Sink(Collector);

impl EventSink for Sink {
    fn event(&mut self, event: &Event<'_>) {
        self.0.event(event, true);
    }
}

fn collect<T>(html: &str, work: impl FnOnce(&Collector) -> T) -> T {
    let mut scanner = Scanner::new(Sink(Collector::new(Some(NOW))), &Limits::default());
    assert_eq!(scanner.write(html), Ok(()));
    assert_eq!(scanner.end(), Ok(()));
    scanner.with_sink(|sink| work(&sink.0))
}

fn metadata(html: &str) -> Metadata {
    collect(html, |c| c.metadata(&Base::new(Some(URL)), &Seen::default()))
}

const NEWS: &str = r##"<html lang="en-GB"><title>Bridge closed after storm | The Example</title>
<meta property="og:site_name" content="The Example"><meta property="og:title" content="Bridge closed after storm">
<meta property="og:image" content="/i/bridge.jpg"><meta property="og:image:alt" content="The bridge">
<meta name="description" content="The old bridge is shut for a year.">
<link rel="canonical" href="https://www.example.org/city/bridge">
<script type="application/ld+json">{"@graph":[
 {"@type":"Person","@id":"#jane","name":"Jane Doe"},
 {"@type":"NewsArticle","headline":"Bridge closed after storm","author":[{"@id":"#jane"},{"@type":"Person","name":"John Roe"}],
  "datePublished":"2024-05-03T10:00:00+01:00","dateModified":"2024-05-04T09:00:00+01:00","publisher":{"@type":"Organization","name":"Example Media"},
  "mainEntityOfPage":"https://www.example.org/city/bridge","articleBody":"The old bridge…"},
 {"@type":"ItemList","itemListElement":[{"@type":"ListItem","url":"/other","name":"Another story"}]}]}</script>
<body><h1>Bridge closed after storm</h1><p>By Jane Doe</p><p>Text.</p>"##;

#[test]
fn a_news_page_says_all_of_itself() {
    let found = metadata(NEWS);
    assert_eq!(found.title.as_deref(), Some("Bridge closed after storm"));
    assert_eq!(found.byline, ["Jane Doe", "John Roe"]);
    assert_eq!(found.source.as_deref(), Some("The Example"));
    assert_eq!(found.published.as_deref(), Some("2024-05-03T10:00:00+01:00"));
    assert_eq!(found.modified.as_deref(), Some("2024-05-04T09:00:00+01:00"));
    assert_eq!(found.url.as_deref(), Some("https://www.example.org/city/bridge"));
    assert_eq!(
        found.image.as_ref().map(|i| (i.url.as_str(), i.alt.as_deref())),
        Some(("https://www.example.org/i/bridge.jpg", Some("The bridge")))
    );
    assert_eq!(found.excerpt.as_deref(), Some("The old bridge is shut for a year."));
    assert_eq!((found.lang.as_deref(), found.dir), (Some("en-GB"), Some(Direction::Ltr)));
    assert_eq!(found.origin.get("byline"), Some(&Origin::JsonLd));
    assert_eq!(found.origin.get("url"), Some(&Origin::Link));
}

#[test]
fn signals_are_there_while_the_page_streams() {
    collect(NEWS, |c| {
        let signals = c.signals();
        assert_eq!(signals.page_title.as_deref(), Some("Bridge closed after storm | The Example"));
        assert_eq!(signals.titles.first().map(String::as_str), Some("Bridge closed after storm"));
        assert_eq!(signals.kind, PageKind::Article);
        assert_eq!(signals.article_body.as_deref(), Some("The old bridge…"));
        assert_eq!(signals.items.len(), 1);
        assert_eq!(signals.items.first().and_then(|i| i.url.as_deref()), Some("/other"));
    });
}

#[test]
fn the_text_speaks_where_the_head_is_silent() {
    let found = metadata(
        "<title>Bridge closed - somewhere</title><nav><a>Home</a></nav><h1>Bridge closed</h1><div>Von <a>Erika Muster</a></div><div>3. Mai 2024, 10:04 Uhr | Stand: 4. Mai 2024</div><p>Text.",
    );
    assert_eq!(found.title.as_deref(), Some("Bridge closed"));
    assert_eq!(found.byline, ["Erika Muster"]);
    assert_eq!(found.published.as_deref(), Some("2024-05-03T10:04:00"));
    assert_eq!(found.origin.get("published"), Some(&Origin::Text));
    assert_eq!(found.source.as_deref(), Some("example.org"));
}

#[test]
fn microdata_with_nested_persons() {
    let found = metadata(
        r#"<article itemscope itemtype="https://schema.org/Article"><h1 itemprop="headline">Bridge closed</h1>
        <span itemprop="author" itemscope itemtype="https://schema.org/Person"><a itemprop="name">Jane Doe</a></span>
        <time itemprop="datePublished" datetime="2024-05-03">yesterday</time>
        <div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="author">Troll Face</span><time itemprop="dateCreated" datetime="2024-06-01"></time></div></article>"#,
    );
    assert_eq!(found.byline, ["Jane Doe"]);
    assert_eq!(found.published.as_deref(), Some("2024-05-03"));
    assert_eq!(found.origin.get("published"), Some(&Origin::Microdata));
}

#[test]
fn dates_of_other_stories_are_not_the_page_s() {
    let found = metadata(
        "<title>Bridge closed for a year</title><h1>Bridge closed for a year</h1><p>Text.</p><aside><time datetime='2020-01-01'>x</time></aside><div class='related-stories'><span class='date'>1 January 2021</span></div>",
    );
    assert_eq!(found.published, None);
}

#[test]
fn a_foreign_canonical_address_is_not_believed() {
    for href in ["https://evil.example.com/x", "https://www.example.org/", "javascript:alert(1)", "https://"] {
        let found = metadata(&format!("<link rel=canonical href='{href}'><h1>Bridge</h1>"));
        assert_eq!(found.url.as_deref(), Some(URL), "{href}");
    }
}

#[test]
fn pictures_have_safe_addresses_only() {
    let found = metadata("<meta property=og:image content='javascript:alert(1)'>");
    assert_eq!(found.image, None);
}

#[test]
fn what_later_stages_saw_counts() {
    let seen = Seen {
        headings: vec!["Bridge closed".into()],
        byline: Some("By Jane Doe".into()),
        date: Some("2 hours ago".into()),
        source: Some("Euronews".into()),
        images: vec![LeadImage { url: "https://cdn.example.org/a.jpg".into(), caption: Some("The bridge".into()), ..LeadImage::default() }],
        sample: "Der Stadtrat hat die Pläne für die Brücke, die im Mai nach dem Sturm gesperrt wurde, nicht beschlossen.".into(),
        ..Seen::default()
    };
    let found = collect("<html lang=en><title>Bridge closed</title>", |c| c.metadata(&Base::new(Some(URL)), &seen));
    assert_eq!(found.byline, ["Jane Doe"]);
    assert_eq!(found.published.as_deref(), Some("2026-11-23T12:00:00Z"));
    assert_eq!(found.published_text.as_deref(), Some("2 hours ago"));
    assert_eq!(found.source.as_deref(), Some("Euronews"));
    assert_eq!(found.image.and_then(|i| i.caption).as_deref(), Some("The bridge"));
    assert_eq!(found.lang.as_deref(), Some("de"));
}

#[test]
fn a_site_is_not_called_after_the_page() {
    let head = "<title>The Example » Ferry runs again</title><meta property=og:title content='Ferry runs again'>";
    let found = metadata(&format!("{head}<meta property=og:site_name content='The Example » Ferry runs again'><h1>Ferry runs again</h1>"));
    assert_eq!((found.title.as_deref(), found.source.as_deref()), (Some("Ferry runs again"), Some("The Example")));
}

#[test]
fn an_empty_page_says_nothing() {
    let found = metadata("");
    assert_eq!((found.title, found.byline.len(), found.published), (None, 0, None));
}

#[test]
fn hostile_heads_end() {
    for html in [
        "<meta property=og:title content=x>".repeat(20_000),
        "<h1>x</h1>By Jane Doe, 3 May 2024<br>".repeat(5_000),
        "<span itemprop=author itemscope class=byline>".repeat(20_000),
        "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"x\"}</script>".repeat(2_000),
        format!("<title>{}</title>", " | a - ".repeat(20_000)),
        format!("<h1>{}</h1>", "é".repeat(100_000)),
    ] {
        let _ = metadata(&html);
    }
}

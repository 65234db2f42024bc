//! The project's own test pages: `tests/pages/<kind>--<slug>/{page.html, expected.toml, about.toml}`.
//!
//! `about.toml` says what the page shows and how it came; `expected.toml` says what a reader must find. CONTRIBUTING.md
//! has the list of keys.

#![allow(dead_code, unreachable_pub, reason = "each test is a crate of its own and uses its part of this module")]

pub mod check;
pub mod reading;
pub mod truth;
pub mod visible;
pub mod whole;

use offprint::Settings;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// One test page.
pub struct Page {
    /// The folder's name, `<kind>--<slug>`.
    pub name: String,
    /// The page's bytes, as they came.
    pub html: Vec<u8>,
    /// What it shows and how it came.
    pub about: About,
    /// What a reader must find.
    pub expected: Expected,
}

/// `about.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// One sentence: the behaviour that this page is here for.
    pub shows: String,
    /// The page's address, where it is known.
    pub url: Option<String>,
    /// The moment that relative times count from, RFC 3339 in UTC.
    pub now: Option<toml::value::Datetime>,
    /// The transport's label.
    pub content_type: Option<String>,
    /// Why the page does not come out right yet. The test fails as soon as it does.
    pub known_failure: Option<String>,
}

/// `expected.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// Fields of `page`, as in the JSON.
    #[serde(default)]
    pub page: BTreeMap<String, toml::Value>,
    /// The main article.
    pub main: Article,
    /// Every related article, in the page's order.
    #[serde(default)]
    pub related: Vec<Article>,
    /// Texts of the page that are in no article, in none of its fields.
    #[serde(default)]
    pub absent: Vec<String>,
    /// Texts of the page that are in the removed list, with the reason given there.
    #[serde(default)]
    pub removed: BTreeMap<String, String>,
    /// Codes of notes.
    #[serde(default)]
    pub notes: Vec<String>,
}

/// What a reader must find of one article. What is not said is not checked.
#[derive(Debug, Default, Deserialize)]
pub struct Article {
    /// The whole text, blocks parted by blank lines, without captions: those are said in `figures`.
    pub text: Option<String>,
    /// Every figure that has a caption or credit, in order.
    pub figures: Option<Vec<Figure>>,
    /// CSS selectors into the article's HTML: how many elements there are, or their texts.
    #[serde(default)]
    pub elements: BTreeMap<String, Elements>,
    /// Fields that must be `null` or empty.
    #[serde(default)]
    pub unknown: Vec<String>,
    /// All other fields, as in the JSON: `title`, `byline`, `source`, `published`…
    #[serde(flatten)]
    pub fields: BTreeMap<String, toml::Value>,
}

/// A picture with what is said of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The picture's whole address.
    pub src: String,
    /// What it shows.
    pub caption: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
}

/// What a selector must find.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Elements {
    /// This many elements.
    Count(usize),
    /// Elements with these texts, white space collapsed.
    Texts(Vec<String>),
}

/// The pages, by name.
pub fn all() -> Vec<Page> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut folders: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir()).collect();
    folders.sort();
    assert!(!folders.is_empty(), "no pages under {}", folder.display());
    folders.iter().map(|folder| open(folder)).collect()
}

fn open(folder: &Path) -> Page {
    let name = folder.file_name().unwrap().to_string_lossy().into_owned();
    let bytes = |file: &str| fs::read(folder.join(file)).unwrap_or_else(|e| panic!("{name}/{file}: {e}"));
    let text = |file: &str| String::from_utf8(bytes(file)).unwrap_or_else(|e| panic!("{name}/{file}: {e}"));
    let about = toml::from_str(&text("about.toml")).unwrap_or_else(|e| panic!("{name}/about.toml: {e}"));
    let expected = toml::from_str(&text("expected.toml")).unwrap_or_else(|e| panic!("{name}/expected.toml: {e}"));
    Page { html: bytes("page.html"), about, expected, name }
}

impl Page {
    /// What is known of it before it is read.
    pub fn settings(&self) -> Settings {
        let mut settings = Settings::new();
        if let Some(url) = &self.about.url {
            settings = settings.with_url(url);
        }
        if let Some(label) = &self.about.content_type {
            settings = settings.with_content_type(label);
        }
        settings
    }

    /// The page as text, in the charset that `expected.toml` names; without one, UTF-8.
    pub fn decoded(&self) -> String {
        let label = self.expected.page.get("charset").and_then(toml::Value::as_str).unwrap_or("utf-8");
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap_or_else(|| panic!("{}: no charset {label}", self.name));
        encoding.decode(&self.html).0.into_owned()
    }
}

/// The text with each run of white space as one space.
pub fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The blocks of a text: what blank lines part.
pub fn blocks(text: &str) -> Vec<String> {
    text.split("\n\n").map(collapse).filter(|block| !block.is_empty()).collect()
}

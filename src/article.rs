//! What an article is known to be called, by whom, from where and when.

use crate::block::Direction;
use serde::Serialize;
use std::collections::BTreeMap;

/// Names an article of one page; 0 is the main one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct ArticleId(pub u32);

/// What an article is to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// What the page's address stands for.
    Main,
    /// Another article that the page offers.
    Related,
}

/// How sure a decision is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// The best guess of a page that shows no clear article.
    Low,
    /// Some signs speak against it.
    Medium,
    /// Clear.
    High,
}

/// Where a value was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Origin {
    /// A JSON-LD script.
    JsonLd,
    /// A `<meta>` or `<link>` of the head (Open Graph, Dublin Core, Twitter…).
    Meta,
    /// `itemprop`, RDFa or a microformat class in the body.
    Microdata,
    /// A `<time>` element.
    Time,
    /// The page's `<title>`.
    PageTitle,
    /// A heading.
    Heading,
    /// A link's target.
    Link,
    /// Words of the page's text.
    Text,
    /// The page's own attribute (`lang`, `dir`).
    Attribute,
    /// Guessed from the letters of the text.
    Guess,
    /// The address given by the caller.
    Address,
}

/// A picture that stands for an article. Addresses are absolute and checked.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LeadImage {
    /// Its address.
    pub url: String,
    /// Its text.
    pub alt: Option<String>,
    /// What it shows.
    pub caption: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
}

/// What is known of an article besides its text. Unknown values are `None`; text is plain, never markup.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Metadata {
    /// Its headline.
    pub title: Option<String>,
    /// The authors' names, without "By".
    pub byline: Vec<String>,
    /// The publisher.
    pub source: Option<String>,
    /// First publication, ISO 8601: a date, or a date and time with offset.
    pub published: Option<String>,
    /// Last change, ISO 8601.
    pub modified: Option<String>,
    /// The time as the page words it.
    pub published_text: Option<String>,
    /// Its address, absolute.
    pub url: Option<String>,
    /// Its picture.
    pub image: Option<LeadImage>,
    /// A summary, in the publisher's words.
    pub excerpt: Option<String>,
    /// BCP 47 language tag.
    pub lang: Option<String>,
    /// Base direction.
    pub dir: Option<Direction>,
    /// Where each value was read, by the name of its field in JSON.
    pub origin: BTreeMap<&'static str, Origin>,
}

impl Metadata {
    /// When it was published, for people who read it on another day: the page's own words where they say the year, else the date.
    /// "Two hours ago" is untrue tomorrow.
    pub(crate) fn day(&self) -> Option<&str> {
        let words = self.published_text.as_deref();
        let iso = self.published.as_deref().map(day);
        let says_year = |words: &&str| iso.is_none_or(|iso| iso.get(..4).is_some_and(|year| words.contains(year)));
        words.filter(says_year).or(iso)
    }

    /// Sets a text value and its origin where none is known yet; empty text is nothing.
    pub(crate) fn fill(
        slot: &mut Option<String>,
        origin: &mut BTreeMap<&'static str, Origin>,
        field: &'static str,
        value: &str,
        from: Origin,
    ) {
        let value = value.trim();
        if slot.is_none() && !value.is_empty() {
            *slot = Some(value.to_owned());
            origin.insert(field, from);
        }
    }
}

/// The date of an ISO 8601 time.
pub(crate) fn day(iso: &str) -> &str {
    iso.split('T').next().unwrap_or(iso)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_untrue_tomorrow_give_way_to_the_date() {
        let day = |published: Option<&str>, words: &str| {
            let known = Metadata { published: published.map(Into::into), published_text: Some(words.into()), ..Metadata::default() };
            known.day().map(str::to_owned)
        };
        assert_eq!(day(Some("2024-02-20T17:05:24Z"), "5 hours ago").as_deref(), Some("2024-02-20"));
        assert_eq!(day(Some("2024-05-09T13:26"), "09. mai 2024 - 13:26").as_deref(), Some("09. mai 2024 - 13:26"));
        assert_eq!(day(None, "last week").as_deref(), Some("last week"));
    }
}

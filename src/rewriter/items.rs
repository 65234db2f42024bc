//! What an item among several says of its article: a card, or the item that is the main one.

use super::evidence::line;
use crate::address::Base;
use crate::article::{LeadImage, Metadata, Origin};
use crate::block::{Content, Figure, Inline};
use crate::byline;
use crate::passage::Judged;
use crate::split::{Card, Story};

/// The picture of a figure, with what is said of it.
pub(super) fn lead(figure: &Figure, base: &Base) -> Option<LeadImage> {
    let image = figure.images.first()?;
    let url = base.image(&image.src)?;
    Some(LeadImage {
        url: url.into(),
        alt: Some(image.alt.to_string()).filter(|a| !a.is_empty()),
        caption: figure.caption.as_ref().map(Inline::flat),
        credit: figure.credit.as_ref().map(Inline::flat),
    })
}

/// Takes the authors out of a line that was taken for the source's name: "The Example Jane Doe".
pub(super) fn part_names(metadata: &mut Metadata) {
    let Some(source) = metadata.source.as_deref().filter(|_| metadata.origin.get("source") == Some(&Origin::Text)) else { return };
    let part = |author: &String| {
        let before = source.strip_suffix(author.as_str()).filter(|rest| rest.ends_with(' '));
        before.or_else(|| source.strip_prefix(author.as_str()).filter(|rest| rest.starts_with(' ')))
    };
    let rest = metadata
        .byline
        .iter()
        .filter(|author| byline::is_person(author))
        .find_map(part)
        .map(|rest| rest.trim_matches(|c: char| !c.is_alphanumeric()));
    if let Some(name) =
        rest.filter(|rest| rest.starts_with(char::is_alphabetic) && !rest.starts_with(char::is_lowercase)).map(str::to_owned)
    {
        metadata.source = Some(name);
    }
}

/// The main article is one of several like items: what its item says is nearer than what the page says of itself.
pub(super) fn prefer_item(metadata: &mut Metadata, item: &Card, base: &Base) {
    let own = of_item(item, base);
    if own.title.is_some() {
        metadata.title = own.title;
        metadata.origin.insert("title", Origin::Heading);
    }
    if own.url.is_some() {
        metadata.url = own.url;
        metadata.origin.insert("url", Origin::Link);
    }
    // "Updated 4 May 2026", where the page knows when it was published.
    let day = |date: &Option<String>| date.as_deref().and_then(|date| date.get(..10)).map(str::to_owned);
    let is_change = metadata.published.is_some() && own.published.is_some() && day(&own.published) == day(&metadata.modified);
    if own.published_text.is_some() && !is_change {
        metadata.published = own.published;
        metadata.published_text = own.published_text;
        metadata.origin.insert("published", Origin::Text);
    }
    if !own.byline.is_empty() {
        metadata.byline = own.byline;
        metadata.origin.insert("byline", Origin::Text);
    }
    if own.source.is_some() {
        metadata.source = own.source;
        metadata.origin.insert("source", Origin::Text);
    }
}

/// The metadata of a related article.
pub(super) fn of_card(card: &Card, judged: &[Judged<'_>], base: &Base) -> Metadata {
    let mut metadata = of_item(card, base);
    if metadata.image.is_none() {
        metadata.image = card.body.iter().find_map(|&i| match &judged[i].passage.block.content {
            Content::Figure(figure) => lead(figure, base),
            _ => None,
        });
    }
    metadata
}

/// The metadata of a story that begins inside another text: nothing names it but its own words.
pub(super) fn of_story(story: &Story) -> Metadata {
    let mut metadata = Metadata { title: Some(story.title.clone()), ..Metadata::default() };
    metadata.origin.extend([("title", Origin::Guess), ("boundary", Origin::Text)]);
    metadata
}

fn of_item(card: &Card, base: &Base) -> Metadata {
    let mut metadata = Metadata {
        title: Some(line(&card.title)).filter(|t| !t.is_empty()),
        byline: card.byline.clone(),
        source: card.source.clone(),
        published: card.published.clone(),
        published_text: card.published_text.clone(),
        url: card.url.clone(),
        excerpt: card.excerpt.clone(),
        ..Metadata::default()
    };
    metadata.image = card.image.as_ref().and_then(|i| base.image(&i.src).map(|u| (i, u))).map(|(i, url)| LeadImage {
        url: url.into(),
        alt: Some(i.alt.to_string()).filter(|a| !a.is_empty()),
        ..LeadImage::default()
    });
    let known = [
        ("title", metadata.title.is_some(), Origin::Heading),
        ("byline", !metadata.byline.is_empty(), Origin::Text),
        ("source", metadata.source.is_some(), Origin::Text),
        ("published", metadata.published.is_some(), Origin::Text),
        ("publishedText", metadata.published_text.is_some(), Origin::Text),
        ("url", metadata.url.is_some(), Origin::Link),
        ("excerpt", metadata.excerpt.is_some(), Origin::Text),
        ("image", metadata.image.is_some(), Origin::Link),
    ];
    metadata.origin.extend(known.into_iter().filter(|k| k.1).map(|k| (k.0, k.2)));
    metadata
}

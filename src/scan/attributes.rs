//! Which attributes are read, and how.

use super::text::prefix;
use super::tokenizer::{Source, lower};
use crate::event::Attributes;
use crate::lexicon::references;
use crate::tag::Tag;
use lol_html::html_content::{Attribute, SourceLocation};
use std::borrow::Cow;

/// Fills `into` with those of a tag's attributes that some stage reads, of an element of a formula with all; true when some were left out or
/// cut. Text is cut at `bytes`; half an address would be another one, and is left out.
pub(super) fn read(
    (tag, own_name, in_formula): (Tag, Option<&str>, bool),
    attributes: &[Attribute<'_>],
    source: &Source,
    (count, bytes): (usize, usize),
    into: &mut Attributes,
) -> bool {
    into.clear();
    own_name.into_iter().for_each(|name| into.push("", name));
    let mut is_short = attributes.len() > count;
    for attribute in attributes.iter().take(count) {
        let at = |place: Option<SourceLocation>| place.map_or("", |place| source.get(&place.bytes()));
        let name = lower(at(attribute.name_source_location()));
        if in_formula || is_read(tag, &name) {
            let value = at(attribute.value_source_location());
            let is_long = value.len() > bytes;
            is_short |= is_long;
            if is_long && is_address(&name) {
                continue;
            }
            let is_plain = !is_long && !value.contains('&');
            into.push(&name, &if is_plain { Cow::Borrowed(value) } else { references::decode_attribute(prefix(value, bytes)) });
        }
    }
    is_short
}

/// Whether its value leads somewhere; lazy loaders put addresses into attributes of their own.
fn is_address(name: &str) -> bool {
    matches!(name, "href" | "src" | "srcset" | "poster" | "data" | "cite") || name.starts_with("data-")
}

/// Names that are read on every element. A match, which compares lengths first.
fn is_on_every(name: &str) -> bool {
    matches!(
        name,
        "class"
            | "id"
            | "role"
            | "hidden"
            | "style"
            | "lang"
            | "dir"
            | "itemprop"
            | "itemtype"
            | "itemscope"
            | "aria-hidden"
            | "aria-label"
            | "aria-modal"
            | "property"
            | "rel"
            | "title"
            | "datetime"
            | "content"
            | "name"
            | "href"
    )
}

fn is_read(tag: Tag, name: &str) -> bool {
    if is_on_every(name) || name.starts_with("data-offprint") {
        return true;
    }
    match tag {
        // Lazy loaders invent names; the values tell which of them are pictures.
        Tag::Img
        | Tag::Source
        | Tag::Amp
        | Tag::Video
        | Tag::Audio
        | Tag::Iframe
        | Tag::Embed
        | Tag::Object
        | Tag::AmpVideo
        | Tag::AmpYoutube
        | Tag::Picture
        | Tag::Figure => !name.starts_with("on"),
        Tag::Ol | Tag::Li => matches!(name, "start" | "type" | "reversed" | "value" | "data-href" | "data-url" | "data-link"),
        Tag::Td | Tag::Th => matches!(name, "colspan" | "rowspan" | "scope"),
        Tag::Table => matches!(name, "summary" | "border"),
        Tag::Script => matches!(name, "type"),
        Tag::Meta => matches!(name, "http-equiv" | "charset" | "value"),
        Tag::Template => matches!(name, "shadowrootmode"),
        Tag::Pre | Tag::Code => name.starts_with("data-lang"),
        Tag::Math => matches!(name, "alttext" | "display"),
        Tag::Details | Tag::Dialog => name == "open",
        Tag::Input => matches!(name, "type" | "placeholder" | "value"),
        Tag::Button => matches!(name, "type" | "aria-expanded"),
        Tag::Blockquote => matches!(name, "cite" | "data-instgrm-permalink" | "data-text-post-permalink"),
        // Pictures and players in elements of a page's own.
        Tag::Other if matches!(name, "src" | "alt" | "videoid") => true,
        _ => {
            name.starts_with("data-")
                && matches!(
                    name,
                    "data-src"
                        | "data-bg"
                        | "data-bgset"
                        | "data-background-image"
                        | "data-lang"
                        | "data-language"
                        | "data-href"
                        | "data-url"
                        | "data-link"
                )
        }
    }
}

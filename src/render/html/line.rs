//! Lines of text.

use super::markup::{Markup, Tag};
use super::math;
use crate::content::{Direction, Image, Inline, Style};
use crate::render::inline::{Node, nodes};
use crate::render::scheme::{self, Target};

/// What anchors of the page are prefixed with, so that none can take a name of the reader's own.
pub(super) const ANCHOR: &str = "offprint-";

/// Writes a line with its styles.
pub(super) fn write(markup: &mut Markup, line: &Inline) {
    write_nodes(markup, &nodes(line));
}

fn write_nodes(markup: &mut Markup, nodes: &[Node]) {
    for node in nodes {
        match node {
            Node::Text(text) => markup.text(text),
            Node::Styled(style, inner) => styled(markup, style, inner),
            Node::Break => markup.open("br"),
            Node::Image(image) => picture_or_text(markup, image),
            Node::Math(formula) => math::write(markup, formula),
            Node::Anchor(name) => anchor(markup, name),
        }
    }
}

fn styled(markup: &mut Markup, style: &Style, inner: &[Node]) {
    if let Style::Link(address) = style {
        match scheme::link(address) {
            Some(target) => link(markup, target, |markup| write_nodes(markup, inner)),
            None => write_nodes(markup, inner),
        }
        return;
    }
    let name = element(style);
    markup.open_with(name, |tag| match style {
        Style::Abbreviation(title) => tag.set_some("title", title.as_deref()),
        Style::Isolate(dir) => set_dir(tag, *dir),
        Style::Override(dir) => set_dir(tag, Some(*dir)),
        Style::Language(lang) => set_lang(tag, Some(lang)),
        _ => {}
    });
    write_nodes(markup, inner);
    markup.close(name);
}

/// The element of a style that is no link.
fn element(style: &Style) -> &'static str {
    match style {
        Style::Link(_) | Style::Language(_) => "span",
        Style::Emphasis => "em",
        Style::Strong => "strong",
        Style::Code => "code",
        Style::Keyboard => "kbd",
        Style::Sample => "samp",
        Style::Variable => "var",
        Style::Subscript => "sub",
        Style::Superscript => "sup",
        Style::Small => "small",
        Style::Deleted => "del",
        Style::Inserted => "ins",
        Style::Highlight => "mark",
        Style::Quotation => "q",
        Style::Cite => "cite",
        Style::Definition => "dfn",
        Style::Abbreviation(_) => "abbr",
        Style::Ruby => "ruby",
        Style::RubyText => "rt",
        Style::RubyParenthesis => "rp",
        Style::Isolate(_) => "bdi",
        Style::Override(_) => "bdo",
    }
}

/// Writes a link around something.
pub(super) fn link(markup: &mut Markup, target: Target, inner: impl FnOnce(&mut Markup)) {
    markup.open_with("a", |tag| match target {
        Target::Here(name) => tag.set_prefixed("href", "#offprint-", name),
        Target::Away(address) => {
            tag.set("href", address);
            tag.set("rel", "noopener noreferrer");
        }
    });
    inner(markup);
    markup.close("a");
}

/// Writes a picture; nothing where it may not be loaded.
pub(super) fn picture(markup: &mut Markup, image: &Image) {
    let Some(src) = scheme::image(&image.src) else { return };
    markup.open_with("img", |tag| {
        tag.set("src", src);
        tag.set("alt", &image.alt);
        image.width.into_iter().for_each(|w| tag.number("width", w));
        image.height.into_iter().for_each(|h| tag.number("height", h));
        tag.set("loading", "lazy");
        tag.set("decoding", "async");
        tag.set("referrerpolicy", "no-referrer");
    });
}

/// A picture in a line often stands for a word.
fn picture_or_text(markup: &mut Markup, image: &Image) {
    match scheme::image(&image.src) {
        Some(_) => picture(markup, image),
        None => markup.text(&image.alt),
    }
}

/// Writes a place that links of the article may point at.
pub(super) fn anchor(markup: &mut Markup, name: &str) {
    markup.open_with("span", |tag| set_id(tag, name));
    markup.close("span");
}

/// Names an element as the target of links.
pub(super) fn set_id(tag: &mut Tag, name: &str) {
    tag.set_prefixed("id", ANCHOR, name);
}

/// Sets the base direction.
pub(super) fn set_dir(tag: &mut Tag, dir: Option<Direction>) {
    match dir {
        Some(Direction::Ltr) => tag.set("dir", "ltr"),
        Some(Direction::Rtl) => tag.set("dir", "rtl"),
        None => {}
    }
}

/// Sets the language, where it has the form of a language tag.
pub(super) fn set_lang(tag: &mut Tag, lang: Option<&str>) {
    tag.set_some("lang", lang.filter(|l| !l.is_empty() && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')));
}

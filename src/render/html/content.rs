//! What a block holds, as elements.

use super::line;
use super::markup::{Markup, Tag};
use crate::Role;
use crate::content::{Block, Cell, Content, Embed, EmbedKind, Figure, Image, Inline, Math, Row, Table};
use crate::render::credit;
use crate::render::scheme::{self, Target};

/// What may stand where the block stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Paragraphs.
    Flow,
    /// The line of a `summary` or `dt`: a paragraph is written as a span.
    Line,
}

/// Writes a block's own element.
pub(super) fn write(markup: &mut Markup, block: &Block, role: Role, place: Place) {
    let paragraph = if place == Place::Line { "span" } else { "p" };
    match &block.content {
        Content::Heading { level, text } => text_element(markup, block, heading(*level, role), text),
        Content::Paragraph(text) => text_element(markup, block, paragraph, text),
        Content::Code { text, language } => code(markup, block, text, language.as_deref()),
        Content::Figure(figure) => write_figure(markup, block, figure),
        Content::Table(table) => write_table(markup, block, table),
        Content::Embed(embed) => card(markup, block, embed),
        Content::Math(math) => formula(markup, block, math, paragraph),
        Content::Rule => markup.open_with("hr", |tag| set_block(tag, block)),
    }
}

/// The article's title is an `h1` in the main article and an `h2` in a related one; its own headings come below.
fn heading(level: u8, role: Role) -> &'static str {
    const NAMES: [&str; 5] = ["h2", "h3", "h4", "h5", "h6"];
    let below = match role {
        Role::Main => level.saturating_sub(2),
        Role::Related => level.saturating_sub(1).max(1),
    };
    NAMES[usize::from(below).min(NAMES.len() - 1)]
}

fn set_block(tag: &mut Tag, block: &Block) {
    tag.number("data-block", block.id.0);
    block.anchors.first().into_iter().for_each(|a| line::set_id(tag, a));
    line::set_lang(tag, block.lang.as_deref());
    line::set_dir(tag, block.dir);
}

/// An element has one id; the other anchors stand in it.
fn more_anchors(markup: &mut Markup, block: &Block) {
    block.anchors.iter().skip(1).for_each(|a| line::anchor(markup, a));
}

fn text_element(markup: &mut Markup, block: &Block, name: &'static str, text: &Inline) {
    markup.open_with(name, |tag| set_block(tag, block));
    more_anchors(markup, block);
    line::write(markup, text);
    markup.close(name);
}

fn code(markup: &mut Markup, block: &Block, text: &str, language: Option<&str>) {
    // A space would make two classes of it.
    let language = language.filter(|l| !l.is_empty() && l.bytes().all(|b| b.is_ascii_graphic()));
    markup.open_with("pre", |tag| set_block(tag, block));
    more_anchors(markup, block);
    markup.open_with("code", |tag| language.into_iter().for_each(|l| tag.set_prefixed("class", "language-", l)));
    markup.text(text);
    markup.close("code");
    markup.close("pre");
}

fn write_figure(markup: &mut Markup, block: &Block, figure: &Figure) {
    markup.open_with("figure", |tag| set_block(tag, block));
    more_anchors(markup, block);
    figure.images.iter().for_each(|image| line::picture(markup, image));
    if figure.caption.is_some() || figure.credit.is_some() {
        markup.open("figcaption");
        figure.caption.iter().for_each(|caption| line::write(markup, caption));
        if let Some(credit) = credit(figure) {
            if figure.caption.is_some() {
                markup.text(" ");
            }
            markup.open_with("small", |tag| tag.flag("data-credit"));
            line::write(markup, credit);
            markup.close("small");
        }
        markup.close("figcaption");
    }
    markup.close("figure");
}

fn write_table(markup: &mut Markup, block: &Block, table: &Table) {
    markup.open_with("table", |tag| set_block(tag, block));
    if let Some(caption) = &table.caption {
        markup.open("caption");
        line::write(markup, caption);
        markup.close("caption");
    }
    let (head, body) = table.rows.split_at(table.rows.iter().take_while(|r| r.head).count());
    // A table holds nothing between its cells, so that the first cell takes the anchors.
    let anchors = block.anchors.get(1..).unwrap_or_default();
    row_group(markup, "thead", head, anchors);
    row_group(markup, "tbody", body, if head.is_empty() { anchors } else { &[] });
    markup.close("table");
}

fn row_group(markup: &mut Markup, name: &'static str, rows: &[Row], mut anchors: &[Box<str>]) {
    if rows.is_empty() {
        return;
    }
    markup.open(name);
    for row in rows {
        markup.open("tr");
        for cell in &row.cells {
            write_cell(markup, cell, row.head, std::mem::take(&mut anchors));
        }
        markup.close("tr");
    }
    markup.close(name);
}

fn write_cell(markup: &mut Markup, cell: &Cell, in_head: bool, anchors: &[Box<str>]) {
    let name = if cell.header { "th" } else { "td" };
    markup.open_with(name, |tag| {
        if cell.header {
            tag.set("scope", if in_head { "col" } else { "row" });
        }
        if cell.columns > 1 {
            tag.number("colspan", cell.columns);
        }
        if cell.rows > 1 {
            tag.number("rowspan", cell.rows);
        }
    });
    for anchor in anchors {
        line::anchor(markup, anchor);
    }
    line::write(markup, &cell.text);
    markup.close(name);
}

/// Something of another site: its picture and name, and a link to it. Nothing of it is loaded but the picture.
fn card(markup: &mut Markup, block: &Block, embed: &Embed) {
    markup.open_with("figure", |tag| {
        set_block(tag, block);
        tag.set("data-embed", embed_kind(embed.kind));
    });
    more_anchors(markup, block);
    let inner = |markup: &mut Markup| {
        let still = embed.poster.iter().map(|src| Image { src: src.clone(), ..Image::default() });
        still.for_each(|image| line::picture(markup, &image));
        markup.text(embed.title.as_deref().unwrap_or_else(|| site(&embed.src)));
    };
    match scheme::web(&embed.src) {
        Some(address) => line::link(markup, Target::Away(address), inner),
        None => inner(markup),
    }
    markup.close("figure");
}

fn embed_kind(kind: EmbedKind) -> &'static str {
    match kind {
        EmbedKind::Video => "video",
        EmbedKind::Audio => "audio",
        EmbedKind::Post => "post",
        EmbedKind::Frame => "frame",
    }
}

/// The host of a web address, for want of a title.
pub(in crate::render) fn site(address: &str) -> &str {
    let behind = scheme::web(address).and_then(|a| a.split_once("://")).map_or("", |(_, rest)| rest);
    behind.split(['/', '?', '#']).next().unwrap_or_default()
}

fn formula(markup: &mut Markup, block: &Block, math: &Math, name: &'static str) {
    markup.open_with(name, |tag| set_block(tag, block));
    more_anchors(markup, block);
    super::math::write(markup, math);
    markup.close(name);
}

//! Lines of text in Markdown.

use super::escape;
use crate::content::{Image, Inline, Style};
use crate::render::inline::{Node, nodes};
use crate::render::scheme::{self, Target};

/// Where a line stands decides what a break may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A paragraph: a break is a line's end.
    Paragraph,
    /// A heading: it has one line.
    Heading,
    /// A table's cell: it has one line, and HTML for its breaks.
    Cell,
}

/// The Markdown of a line.
pub(super) fn line(line: &Inline, place: Place) -> String {
    let mut writer = Writer { out: String::new(), at_start: place == Place::Paragraph };
    writer.nodes(&nodes(line), None);
    let lines = writer.out.split('\n').map(str::trim).filter(|l| !l.is_empty());
    lines.collect::<Vec<_>>().join(match place {
        Place::Paragraph => "\\\n",
        Place::Heading => " ",
        Place::Cell => "<br>",
    })
}

/// Writes a line; breaks are line feeds in it, which its text never holds.
struct Writer {
    out: String,
    /// What it writes first stands at the start of a line.
    at_start: bool,
}

impl Writer {
    /// Writes siblings; `next` is the character behind the last of them.
    fn nodes(&mut self, nodes: &[Node], next: Option<char>) {
        for (i, node) in nodes.iter().enumerate() {
            match node {
                Node::Text(text) => self.text(text),
                Node::Styled(style, inner) => {
                    let next = nodes.get(i + 1).map_or(next, first_character);
                    self.styled(style, inner, next);
                }
                Node::Break => self.out.push('\n'),
                Node::Image(image) => self.out.push_str(&picture(image)),
                Node::Math(math) if math.is_tex => {
                    let tex = math.tex.replace('$', "\\$").replace(['\n', '\r'], " ");
                    self.put(["$", &tex, "$"]);
                }
                Node::Math(math) => self.text(&math.tex),
                Node::Anchor(_) => {}
            }
        }
    }

    fn text(&mut self, text: &str) {
        let at_start = if self.out.is_empty() { self.at_start } else { self.out.ends_with('\n') };
        let text = if at_start { text.trim_start() } else { text };
        escape::text(text, at_start, &mut self.out);
    }

    fn styled(&mut self, style: &Style, inner: &[Node], next: Option<char>) {
        match style {
            Style::Link(address) => self.link(address, inner, next),
            Style::Code | Style::Sample => self.code(inner),
            Style::Strong => self.delimited("**", "strong", inner, next),
            Style::Emphasis => self.delimited("*", "em", inner, next),
            Style::Deleted => self.delimited("~~", "del", inner, next),
            Style::Keyboard => self.tagged("kbd", inner),
            Style::Subscript => self.tagged("sub", inner),
            Style::Superscript => self.tagged("sup", inner),
            Style::Highlight => self.tagged("mark", inner),
            Style::Quotation => {
                self.out.push('“');
                self.nodes(inner, Some('”'));
                self.out.push('”');
            }
            _ => self.nodes(inner, next),
        }
    }

    fn link(&mut self, address: &str, inner: &[Node], next: Option<char>) {
        // Markdown has no anchors that an in-page link could point at.
        let Some(Target::Away(address)) = scheme::link(address) else { return self.nodes(inner, next) };
        let text = apart(inner, Some(']'));
        match parted(&text) {
            (before, "", _) => self.out.push_str(before),
            (before, text, after) => {
                self.put([before, "[", text, "](", &escape::destination(address), ")", after]);
            }
        }
    }

    fn code(&mut self, inner: &[Node]) {
        let mut text = String::new();
        plain(inner, &mut text);
        let (before, text, after) = parted(&text);
        self.out.push_str(before);
        if !text.is_empty() {
            self.out.push_str(&escape::code(text));
        }
        self.out.push_str(after);
    }

    /// Emphasis by the standard's rules for delimiter runs, and by HTML's tag where those would not read it.
    fn delimited(&mut self, mark: &'static str, tag: &'static str, inner: &[Node], next: Option<char>) {
        let text = apart(inner, next);
        let (before, text, after) = parted(&text);
        if text.is_empty() {
            self.out.push_str(before);
            return;
        }
        self.out.push_str(before);
        let next = after.chars().next().or(next);
        let opens = is_word(text.chars().next()) || !is_word(self.out.chars().last());
        let closes = is_word(text.chars().last()) || !is_word(next);
        let runs_on = self.out.ends_with(['*', '~']);
        if opens && closes && !runs_on {
            self.put([mark, text, mark]);
        } else {
            self.put(["<", tag, ">", text, "</", tag, ">"]);
        }
        self.out.push_str(after);
    }

    fn tagged(&mut self, tag: &'static str, inner: &[Node]) {
        self.put(["<", tag, ">"]);
        self.nodes(inner, Some('<'));
        self.put(["</", tag, ">"]);
    }

    fn put<const N: usize>(&mut self, parts: [&str; N]) {
        self.out.extend(parts);
    }
}

/// Writes a part of a line by itself, behind some mark.
fn apart(inner: &[Node], next: Option<char>) -> String {
    let mut apart = Writer { out: String::new(), at_start: false };
    apart.nodes(inner, next);
    apart.out
}

/// A text without the spaces around it, and those.
fn parted(text: &str) -> (&str, &str, &str) {
    let start = text.len() - text.trim_start().len();
    let end = text.trim_end().len().max(start);
    (&text[..start], &text[start..end], &text[end..])
}

fn picture(image: &Image) -> String {
    let mut alt = String::new();
    escape::text(&image.alt, false, &mut alt);
    match scheme::web(&image.src) {
        Some(address) => format!("![{alt}]({})", escape::destination(address)),
        None => alt,
    }
}

fn plain(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Text(text) => out.push_str(text),
            Node::Styled(_, inner) => plain(inner, out),
            Node::Break => out.push('\n'),
            Node::Math(math) => out.push_str(&math.tex),
            Node::Image(_) | Node::Anchor(_) => {}
        }
    }
}

/// The character that a piece starts with; all markup starts with punctuation.
fn first_character(node: &Node) -> Option<char> {
    match node {
        Node::Text(text) => text.chars().next(),
        Node::Break => Some('\n'),
        _ => Some('*'),
    }
}

/// Neither space nor punctuation, as the rules for delimiter runs have it.
fn is_word(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

/// The Markdown of a picture that stands by itself.
pub(super) fn figure_picture(image: &Image) -> Option<String> {
    scheme::web(&image.src).map(|_| picture(image))
}

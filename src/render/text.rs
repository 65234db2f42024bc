//! Plain text: the words of an article and nothing else.

use super::inline::{Node, nodes};
use super::{Assembled, Assembly, Captions, Scope, credit};
use crate::Role;
use crate::content::{Block, Content, Embed, EmbedKind, Figure, FrameKind, Inline, Table};

/// The text of an article, without its title. Blocks are parted by an empty line; items of a list and rows of a table
/// take a line each, cells are parted by tabs, code stands as it is.
///
/// ```
/// use offprint::{Change, ArticleId, Role, content::*, render::{Assembly, Captions, text}};
///
/// let text = Content::Paragraph(Inline::plain("One, two."));
/// let block = Block { id: BlockId(1), frames: vec![], content: text, anchors: vec![], lang: None, dir: None };
/// let mut assembly = Assembly::new();
/// assembly.apply(Change::Open { article: ArticleId(0), role: Role::Main });
/// assembly.apply(Change::Append { article: ArticleId(0), after: None, block: block.into() });
/// assert_eq!(text::article(&assembly.articles()[0], Captions::With), "One, two.");
/// ```
pub fn article(article: &Assembled, captions: Captions) -> String {
    let mut out = String::new();
    let mut previous: Option<&Block> = None;
    for block in article.blocks() {
        let text = self::block(block, captions);
        if text.is_empty() {
            continue;
        }
        if let Some(previous) = previous {
            out.push_str(if in_one_list(previous, block) { "\n" } else { "\n\n" });
        }
        out.push_str(&text);
        previous = Some(block);
    }
    out
}

/// The text of all articles in a scope; each related one starts with its title.
pub fn page(assembly: &Assembly, scope: Scope, captions: Captions) -> String {
    let mut out = String::new();
    for one in scope.of(assembly) {
        let text = article(one, captions);
        let title = one.metadata().title.as_deref().filter(|_| one.role() == Role::Related);
        for part in title.into_iter().chain([text.as_str()]).filter(|p| !p.is_empty()) {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(part);
            out.push('\n');
        }
    }
    out
}

/// The text of one block; empty for what has none, such as a rule.
pub(crate) fn block(block: &Block, captions: Captions) -> String {
    match &block.content {
        Content::Heading { text, .. } | Content::Paragraph(text) => line(text),
        Content::Code { text, .. } => text.trim_matches('\n').to_owned(),
        Content::Figure(figure) if captions == Captions::With => figure_text(figure),
        Content::Table(table) => table_text(table),
        Content::Math(math) => math.tex.to_string(),
        // A post is quoted for its words.
        Content::Embed(Embed { kind: EmbedKind::Post, title: Some(text), .. }) => text.to_string(),
        // The name of another embed is an attribute of the page, not its text.
        Content::Figure(_) | Content::Embed(_) | Content::Rule => String::new(),
    }
}

fn in_one_list(one: &Block, other: &Block) -> bool {
    let is_list = |kind: &FrameKind| matches!(kind, FrameKind::BulletList | FrameKind::NumberedList { .. } | FrameKind::Definitions);
    one.frames.iter().zip(&other.frames).take_while(|(a, b)| a.id == b.id).any(|(a, _)| is_list(&a.kind))
}

/// The text of a line, as its elements stand in it: nothing is put between them.
pub(super) fn line(line: &Inline) -> String {
    let mut out = String::new();
    write(&nodes(line), &mut out);
    out.trim().to_owned()
}

fn write(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            // The space that stood behind a break would indent the next line.
            Node::Text(text) if out.ends_with('\n') => out.push_str(text.trim_start()),
            Node::Text(text) => out.push_str(text),
            Node::Styled(_, inner) => write(inner, out),
            Node::Break => {
                out.truncate(out.trim_end_matches(' ').len());
                out.push('\n');
            }
            Node::Math(math) => out.push_str(&math.tex),
            Node::Image(_) | Node::Anchor(_) => {}
        }
    }
}

fn figure_text(figure: &Figure) -> String {
    let lines = figure.caption.iter().chain(credit(figure)).map(line);
    lines.filter(|l| !l.is_empty()).collect::<Vec<_>>().join("\n")
}

fn table_text(table: &Table) -> String {
    let caption = table.caption.iter().map(line);
    let rows = table.rows.iter().map(|row| row.cells.iter().map(|cell| line(&cell.text).replace('\n', " ")).collect::<Vec<_>>().join("\t"));
    caption.chain(rows).filter(|l| !l.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{BlockId, Cell, Frame, Mark, MarkKind, Row, Style};

    fn block_of(content: Content) -> Block {
        Block { id: BlockId(1), frames: vec![], content, anchors: vec![], lang: None, dir: None }
    }

    #[test]
    fn elements_in_a_line_neither_glue_nor_split_words() {
        let marks = vec![
            Mark { at: 2, kind: MarkKind::Open(Style::Strong) },
            Mark { at: 4, kind: MarkKind::Close },
            Mark { at: 8, kind: MarkKind::Break },
        ];
        assert_eq!(line(&Inline { text: "unbelie vable".into(), marks }), "unbelie\nvable");
    }

    #[test]
    fn captions_count_only_where_wanted() {
        let figure = Figure { caption: Some(Inline::plain("A dog")), credit: Some(Inline::plain("Jo Doe")), ..Figure::default() };
        let block = block_of(Content::Figure(figure));
        assert_eq!(super::block(&block, Captions::With), "A dog\nJo Doe");
        assert_eq!(super::block(&block, Captions::Without), "");
    }

    #[test]
    fn a_row_is_a_line() {
        let cell = |text| Cell { header: false, columns: 1, rows: 1, text: Inline::plain(text) };
        let row = Row { head: false, cells: vec![cell("a"), cell("b")] };
        let table = Table { caption: None, rows: vec![row.clone(), row] };
        assert_eq!(super::block(&block_of(Content::Table(table)), Captions::With), "a\tb\na\tb");
    }

    #[test]
    fn items_stand_close() {
        let item = |list: u32, item: u32| {
            let frames = vec![Frame { id: list, kind: FrameKind::BulletList }, Frame { id: item, kind: FrameKind::Item { value: None } }];
            Block { frames, ..block_of(Content::Paragraph(Inline::plain("x"))) }
        };
        assert!(in_one_list(&item(1, 2), &item(1, 3)));
        assert!(!in_one_list(&item(1, 2), &item(4, 5)));
    }
}

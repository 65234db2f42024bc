//! A line of text as a tree, whatever its marks are like.

use crate::content::{Image, Inline, Mark, MarkKind, Math, Style};
use std::iter::Peekable;
use std::slice::Iter;

/// Styles inside styles; deeper ones are read as if they were not there. Real text has fewer than ten.
const MAX_DEPTH: usize = 32;

/// A piece of a line.
#[derive(Debug, PartialEq)]
pub(super) enum Node<'a> {
    /// Plain text, never empty.
    Text(&'a str),
    /// Text in a style.
    Styled(&'a Style, Vec<Node<'a>>),
    /// A line break.
    Break,
    /// A picture.
    Image(&'a Image),
    /// A formula.
    Math(&'a Math),
    /// A place that in-page links may point at.
    Anchor(&'a str),
}

/// The pieces of a line, in order. Marks out of place or out of balance are put right; links hold no links.
pub(super) fn nodes(line: &Inline) -> Vec<Node<'_>> {
    let mut reader = Reader { text: &line.text, at: 0, marks: line.marks.iter().peekable(), linked: false };
    let mut all = Vec::new();
    while reader.marks.peek().is_some() {
        // A close without an open ends a round early, and the next goes on behind it.
        all.append(&mut reader.children(0));
    }
    reader.text_up_to(line.text.len(), &mut all);
    all
}

struct Reader<'a> {
    text: &'a str,
    /// What lies before this offset has been read.
    at: usize,
    marks: Peekable<Iter<'a, Mark>>,
    /// Inside a link.
    linked: bool,
}

impl<'a> Reader<'a> {
    /// The pieces up to the close of the style that is open, or the end.
    fn children(&mut self, depth: usize) -> Vec<Node<'a>> {
        let mut nodes = Vec::new();
        while let Some(mark) = self.marks.next() {
            self.text_up_to(mark.at, &mut nodes);
            match &mark.kind {
                MarkKind::Close => return nodes,
                MarkKind::Open(style) if depth == MAX_DEPTH || (self.linked && matches!(style, Style::Link(_))) => {
                    self.unstyled(&mut nodes, depth);
                }
                MarkKind::Open(style) => nodes.push(self.styled(style, depth)),
                MarkKind::Break => nodes.push(Node::Break),
                MarkKind::Image(image) => nodes.push(Node::Image(image)),
                MarkKind::Math(math) => nodes.push(Node::Math(math)),
                MarkKind::Anchor(name) => nodes.push(Node::Anchor(name)),
                MarkKind::Boundary => {}
            }
        }
        // The last styles may lack their close.
        if depth > 0 {
            self.text_up_to(self.text.len(), &mut nodes);
        }
        nodes
    }

    fn styled(&mut self, style: &'a Style, depth: usize) -> Node<'a> {
        let outside = self.linked;
        self.linked |= matches!(style, Style::Link(_));
        let inner = self.children(depth + 1);
        self.linked = outside;
        Node::Styled(style, inner)
    }

    /// Reads on behind an open that is ignored, to the close that belongs to it; no recursion at the greatest depth.
    fn unstyled(&mut self, nodes: &mut Vec<Node<'a>>, depth: usize) {
        if depth < MAX_DEPTH {
            nodes.append(&mut self.children(depth + 1));
            return;
        }
        let mut open = 1_usize;
        while open > 0 {
            let Some(mark) = self.marks.next() else { break };
            self.text_up_to(mark.at, nodes);
            match &mark.kind {
                MarkKind::Open(_) => open += 1,
                MarkKind::Close => open -= 1,
                MarkKind::Break => nodes.push(Node::Break),
                MarkKind::Image(image) => nodes.push(Node::Image(image)),
                MarkKind::Math(math) => nodes.push(Node::Math(math)),
                MarkKind::Anchor(name) => nodes.push(Node::Anchor(name)),
                MarkKind::Boundary => {}
            }
        }
    }

    fn text_up_to(&mut self, end: usize, nodes: &mut Vec<Node<'a>>) {
        let end = self.text.floor_char_boundary(end);
        if end > self.at {
            nodes.push(Node::Text(&self.text[self.at..end]));
            self.at = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, marks: &[(usize, MarkKind)]) -> Inline {
        Inline { text: text.into(), marks: marks.iter().map(|(at, kind)| Mark { at: *at, kind: kind.clone() }).collect() }
    }

    #[test]
    fn styles_nest() {
        let line = line(
            "a bc d",
            &[(2, MarkKind::Open(Style::Strong)), (3, MarkKind::Open(Style::Emphasis)), (4, MarkKind::Close), (4, MarkKind::Close)],
        );
        let inner = vec![Node::Text("b"), Node::Styled(&Style::Emphasis, vec![Node::Text("c")])];
        assert_eq!(nodes(&line), [Node::Text("a "), Node::Styled(&Style::Strong, inner), Node::Text(" d")]);
    }

    #[test]
    fn broken_marks_lose_no_text() {
        let line = line(
            "äbc",
            &[(0, MarkKind::Close), (1, MarkKind::Open(Style::Strong)), (99, MarkKind::Break), (0, MarkKind::Close), (0, MarkKind::Close)],
        );
        assert_eq!(nodes(&line), [Node::Styled(&Style::Strong, vec![Node::Text("äbc"), Node::Break])]);
    }

    #[test]
    fn a_link_in_a_link_is_its_text() {
        let open = |to: &str| MarkKind::Open(Style::Link(to.into()));
        let line = line("ab", &[(0, open("https://a/")), (1, open("https://b/")), (2, MarkKind::Close), (2, MarkKind::Close)]);
        let Node::Styled(_, inner) = &nodes(&line)[0] else { panic!("no link") };
        assert_eq!(inner, &[Node::Text("a"), Node::Text("b")]);
    }

    #[test]
    fn any_depth_is_read() {
        let deep = 100_000;
        let mut marks: Vec<_> = (0..deep).map(|_| (0, MarkKind::Open(Style::Strong))).collect();
        marks.push((1, MarkKind::Break));
        marks.extend((0..deep).map(|_| (1, MarkKind::Close)));
        assert_eq!(nodes(&line("ab", &marks)).len(), 2);
    }
}

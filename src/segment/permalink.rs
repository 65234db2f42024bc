//! Signs at headings that lead to the heading itself, to the page's top, or to its editor: no part of its text.

use crate::block::{Inline, Mark, MarkKind, Style};
use crate::event::Attributes;
use crate::tag::Tag;

/// Elements with signs that generators of wikis and manuals write at headings, terms and folds: `[edit | edit source]`, `[source]`, "Expand description".
pub(super) fn is_sign(tag: Tag, attributes: &Attributes) -> bool {
    let is_named = |c: &str| matches!(c, "mw-editsection" | "editsection" | "viewcode-link" | "hideme");
    matches!(tag, Tag::Span | Tag::Summary) && attributes.get("class").is_some_and(|c| c.split_ascii_whitespace().any(is_named))
}

/// A heading, or a term, without links into this page that stand on no letter: `¶`, `#`, `§`, 🔗; or behind its words, to the page's top.
pub(super) fn without(heading: Inline) -> Inline {
    let Some((first, last)) = sign(&heading) else { return heading };
    let (from, to) = (heading.marks[first].at, heading.marks[last].at);
    let Inline { text, marks } = heading;
    let kept = format!("{}{}", text.get(..from).unwrap_or_default(), text.get(to..).unwrap_or_default());
    let lead = kept.len() - kept.trim_start().len();
    let trimmed = kept.trim().to_owned();
    let place = |at: usize| {
        let at = if at >= to { at - (to - from) } else { at.min(from) };
        at.saturating_sub(lead).min(trimmed.len())
    };
    let rest = marks.into_iter().enumerate().filter(|(i, m)| !(first..=last).contains(i) || matches!(m.kind, MarkKind::Anchor(_)));
    let marks = rest.map(|(_, m)| Mark { at: place(m.at), kind: m.kind }).collect();
    without(Inline { text: trimmed, marks })
}

/// The marks that open and close the first such link.
fn sign(heading: &Inline) -> Option<(usize, usize)> {
    let mut open: Vec<(usize, Option<&str>)> = Vec::new();
    for (i, mark) in heading.marks.iter().enumerate() {
        match &mark.kind {
            MarkKind::Open(Style::Link(href)) => open.push((i, href.split_once('#').map(|(_, place)| place))),
            MarkKind::Open(_) => open.push((i, None)),
            MarkKind::Close => {
                let Some((first, Some(place))) = open.pop() else { continue };
                let from = heading.marks[first].at;
                let words = heading.text.get(from..mark.at).unwrap_or_default();
                let has_picture = heading.marks[first..i].iter().any(|m| matches!(m.kind, MarkKind::Image(_) | MarkKind::Math(_)));
                let says_nothing = || !words.chars().any(char::is_alphanumeric);
                let leads_up = || from > 0 && mark.at == heading.text.len() && place.starts_with("top");
                if !has_picture && (says_nothing() || leads_up()) {
                    return Some((first, i));
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(from: usize, to: usize, href: &str) -> [Mark; 2] {
        [Mark { at: from, kind: MarkKind::Open(Style::Link(href.into())) }, Mark { at: to, kind: MarkKind::Close }]
    }

    #[test]
    fn a_paragraph_sign_goes_and_the_rest_stays_in_place() {
        let text = "# Pipes and «gates» ¶".to_owned();
        let marks = [link(0, 1, "#pipes"), link(12, 21, "/gates"), link(22, 24, "/guide#pipes")].concat();
        let heading = without(Inline { text, marks });
        assert_eq!(heading, Inline { text: "Pipes and «gates»".to_owned(), marks: link(10, 19, "/gates").to_vec() });
    }

    #[test]
    fn a_link_to_the_top_goes_and_one_to_a_place_stays() {
        let heading = |href: &str| without(Inline { text: "Pipes top".to_owned(), marks: link(6, 9, href).to_vec() }).text;
        assert_eq!((&*heading("#top_of_page"), &*heading("/#gates")), ("Pipes", "Pipes top"));
    }

    #[test]
    fn a_link_around_the_heading_stays() {
        let heading = Inline { text: "Pipes".to_owned(), marks: link(0, 5, "#pipes").to_vec() };
        assert_eq!(without(heading.clone()), heading);
    }
}

//! How the source ends: a page that stops inside a tag was not transferred whole.

/// What the characters read last belong to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Tail {
    #[default]
    Text,
    /// The last character is `<`.
    Angle,
    Tag,
}

impl Tail {
    /// The state behind the next piece of source. Only what follows its last `>` is looked at.
    pub(super) fn after(self, html: &str) -> Self {
        let (start, rest) = match html.rfind('>') {
            Some(end) => (Self::Text, &html.as_bytes()[end + 1..]),
            None => (self, html.as_bytes()),
        };
        rest.iter().fold(start, |tail, byte| match (tail, byte) {
            (Self::Tag, _) => Self::Tag,
            (_, b'<') => Self::Angle,
            (Self::Angle, byte) if byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!') => Self::Tag,
            _ => Self::Text,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Tail;

    #[test]
    fn a_page_that_stops_inside_a_tag_is_known_in_any_pieces() {
        for (html, tail) in [
            ("<p>a</p>", Tail::Text),
            ("<p>1 < 2", Tail::Text),
            ("<p>a <", Tail::Angle),
            ("<p>a<a href=\"/x", Tail::Tag),
            ("<p>a</", Tail::Tag),
            ("<p>a<!-- b", Tail::Tag),
        ] {
            assert_eq!(Tail::default().after(html), tail, "{html}");
            let letters = html.char_indices().map(|(i, c)| &html[i..i + c.len_utf8()]);
            assert_eq!(letters.fold(Tail::default(), |t, piece| t.after(piece)), tail, "{html} in letters");
        }
    }
}

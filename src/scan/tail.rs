//! Where the source stands between two pieces: what was begun and has not ended yet.

/// Bytes; no element that a stage has a rule for has a longer name.
const LONGEST_NAME: usize = 16;

/// The tag or comment that the last bytes belong to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tail {
    place: Place,
    /// Bytes of the construct so far.
    length: usize,
    is_end_tag: bool,
    /// The tag's name, or the beginning of it, lower case.
    name: String,
}

/// HTML standard, 13.2.5, as far as it tells where a tag or comment ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Place {
    #[default]
    Text,
    /// The last character is `<`.
    Angle,
    Name,
    Attributes,
    /// Behind a `=`.
    Value,
    Unquoted,
    Quoted(u8),
    /// Behind `<!`.
    Declaration,
    /// Behind `<!-`.
    Dash,
    /// So many dashes, which with a `>` end the comment; 2 stands for more, too.
    Comment(u8),
    /// Behind `--!`.
    Bang,
    /// A declaration, or what is read as a comment up to the next `>`.
    Bogus,
}

impl Tail {
    /// Bytes of the construct that is open; 0 in text.
    pub(super) fn length(&self) -> usize {
        self.length
    }

    /// Whether the source stands inside a tag or comment.
    pub(super) fn is_inside(&self) -> bool {
        !matches!(self.place, Place::Text | Place::Angle)
    }

    /// The name of the tag that is open, and whether it is an end tag.
    pub(super) fn tag(&self) -> Option<(&str, bool)> {
        (!self.name.is_empty()).then_some((&self.name, self.is_end_tag))
    }

    /// Reads on.
    pub(super) fn read(&mut self, source: &[u8]) {
        let mut rest = source;
        while let Some(read) = self.read_out(rest) {
            rest = &rest[read..];
        }
    }

    /// Reads on to the end of what is open; how many bytes that took, or `None` where it goes on.
    pub(super) fn read_out(&mut self, source: &[u8]) -> Option<usize> {
        let mut rest = source;
        while let Some((&byte, later)) = rest.split_first() {
            self.step(byte);
            if !self.is_inside() {
                return Some(source.len() - later.len());
            }
            rest = &later[self.run(later)..];
        }
        None
    }

    /// How many of the next bytes change nothing but the length: in comments and quotes, which can be long.
    fn run(&mut self, source: &[u8]) -> usize {
        let end = match self.place {
            Place::Comment(0) => source.iter().position(|byte| *byte == b'-'),
            Place::Comment(2) => source.iter().position(|byte| *byte != b'-'),
            Place::Quoted(quote) => source.iter().position(|byte| *byte == quote),
            _ => return 0,
        };
        let length = end.unwrap_or(source.len());
        self.length += length;
        length
    }

    fn step(&mut self, byte: u8) {
        self.place = self.next(byte);
        match self.place {
            Place::Text => *self = Self::default(),
            Place::Angle => *self = Self { place: Place::Angle, length: 1, ..Self::default() },
            _ => self.length += 1,
        }
    }

    fn next(&mut self, byte: u8) -> Place {
        let is_space = byte.is_ascii_whitespace();
        match (self.place, byte) {
            (Place::Text | Place::Angle, b'<') => Place::Angle,
            (Place::Text, _) => Place::Text,
            (Place::Angle, b'!') => Place::Declaration,
            (Place::Angle, b'?') => Place::Bogus,
            (Place::Angle, b'/') if !self.is_end_tag => {
                self.is_end_tag = true;
                Place::Name
            }
            (Place::Angle, _) if byte.is_ascii_alphabetic() => self.named(byte),
            (Place::Angle, _) => Place::Text,
            (Place::Comment(2) | Place::Bang | Place::Declaration | Place::Bogus, b'>') => Place::Text,
            (Place::Declaration, b'-') => Place::Dash,
            // `<!-->` and `<!--->` are whole.
            (Place::Dash, b'-') => Place::Comment(2),
            (Place::Dash, b'>') => Place::Text,
            (Place::Declaration | Place::Dash | Place::Bogus, _) => Place::Bogus,
            (Place::Comment(dashes), b'-') => Place::Comment((dashes + 1).min(2)),
            (Place::Comment(2), b'!') => Place::Bang,
            (Place::Bang, b'-') => Place::Comment(1),
            (Place::Comment(_) | Place::Bang, _) => Place::Comment(0),
            (Place::Quoted(quote), _) if byte == quote => Place::Attributes,
            (Place::Quoted(quote), _) => Place::Quoted(quote),
            (Place::Value, b'"' | b'\'') => Place::Quoted(byte),
            (Place::Name | Place::Attributes | Place::Value | Place::Unquoted, b'>') => Place::Text,
            (Place::Name, b'/') => Place::Attributes,
            (Place::Name, _) if self.name.is_empty() && !byte.is_ascii_alphabetic() => Place::Bogus,
            (Place::Name, _) if !is_space => self.named(byte),
            (Place::Attributes, b'=') => Place::Value,
            (Place::Value, _) if is_space => Place::Value,
            (Place::Value | Place::Unquoted, _) if !is_space => Place::Unquoted,
            (Place::Name | Place::Attributes | Place::Value | Place::Unquoted, _) => Place::Attributes,
        }
    }

    fn named(&mut self, byte: u8) -> Place {
        if self.name.len() < LONGEST_NAME {
            self.name.push(byte.to_ascii_lowercase().into());
        }
        Place::Name
    }
}

#[cfg(test)]
mod tests {
    use super::Tail;

    fn after(html: &str) -> Tail {
        let mut tail = Tail::default();
        tail.read(html.as_bytes());
        tail
    }

    #[test]
    fn a_page_that_stops_inside_a_tag_is_known() {
        for whole in ["<p>a</p>", "<p>1 < 2", "<p>a <", "<!-->a", "<!--->a", "<!--a--!>b", "<?php>a", "</>", "<a b='>'>", "<!doctype html>"]
        {
            assert!(!after(whole).is_inside(), "{whole}");
        }
        for cut in ["<p>a<a href=\"/x", "<p>a</", "<p>a<!-- b", "<a b=\">", "<a b= '>", "<!-- a -> b", "<!-- > ", "<!doctype html", "<a b"]
        {
            assert!(after(cut).is_inside(), "{cut}");
        }
    }

    #[test]
    fn what_is_open_has_a_length_a_name_and_an_end() {
        let mut tail = after("<p>a<DIV class='b>");
        assert_eq!((tail.length(), tail.tag()), (14, Some(("div", false))));
        assert_eq!(tail.read_out(b"c' d>e>"), Some(5));
        assert_eq!((tail.length(), tail.tag()), (0, None));
        assert_eq!(after("<p>a</span x").tag(), Some(("span", true)));
        assert_eq!(after("<!-- a").tag(), None);
    }
}

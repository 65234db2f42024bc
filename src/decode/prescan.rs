//! The encoding that a page's own `<meta>` declares: "prescan a byte stream", HTML standard 13.2.3.2.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

/// The declared encoding; `charset=` in comments, other elements or a description does not count.
pub(super) fn charset(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [b'<', 0, b'?', 0, b'x', 0, ..] => Some(UTF_16LE),
        [0, b'<', 0, b'?', 0, b'x', ..] => Some(UTF_16BE),
        _ => in_meta(bytes).or_else(|| in_xml(bytes)),
    }
}

/// "Get an XML encoding", HTML standard 13.2.3.3.
fn in_xml(bytes: &[u8]) -> Option<&'static Encoding> {
    let declaration = bytes.strip_prefix(b"<?xml")?;
    let declaration = declaration.get(..memchr(b'>', declaration)?)?;
    let after = declaration.get(find(declaration, b"encoding")? + 8..)?.trim_ascii_start().strip_prefix(b"=")?;
    let [quote @ (b'"' | b'\''), inner @ ..] = after.trim_ascii_start() else { return None };
    let label = inner.get(..memchr(*quote, inner)?)?;
    // A label with white space in it is none.
    let encoding = Encoding::for_label(label).filter(|_| !label.iter().any(|c| *c <= b' '))?;
    Some(if encoding == UTF_16BE || encoding == UTF_16LE { UTF_8 } else { encoding })
}

fn in_meta(bytes: &[u8]) -> Option<&'static Encoding> {
    let mut at = Cursor { bytes, at: 0 };
    while let Some(skip) = memchr(b'<', at.rest()) {
        at.at += skip;
        let rest = at.rest();
        if rest.starts_with(b"<!--") {
            // The closing `-->` may share its dashes with the opening one.
            at.at += 2;
            at.at += find(at.rest(), b"-->")? + 3;
        } else if is_meta(rest) {
            at.at += 5;
            if let Some(encoding) = meta(&mut at) {
                return Some(encoding);
            }
        } else if matches!(rest, [b'<', c, ..] | [b'<', b'/', c, ..] if c.is_ascii_alphabetic()) {
            at.skip_while(|c| !is_space(c) && c != b'>');
            while at.attribute().is_some() {}
        } else if matches!(rest, [b'<', b'!' | b'/' | b'?', ..]) {
            at.at += memchr(b'>', rest)? + 1;
        } else {
            at.at += 1;
        }
    }
    None
}

fn is_meta(rest: &[u8]) -> bool {
    let name = rest.get(..5).is_some_and(|n| n.eq_ignore_ascii_case(b"<meta"));
    name && rest.get(5).is_some_and(|&c| is_space(c) || c == b'/')
}

/// One `<meta>`, the cursor behind its name: `charset`, or `content` with `http-equiv=content-type`.
fn meta(at: &mut Cursor<'_>) -> Option<&'static Encoding> {
    let (mut seen, mut pragma, mut by_charset, mut by_content) = (Vec::new(), false, None, None);
    while let Some((name, value)) = at.attribute() {
        if seen.contains(&name) {
            continue;
        }
        match name.as_slice() {
            b"http-equiv" => pragma = value.eq_ignore_ascii_case(b"content-type"),
            b"charset" => by_charset = Some(Encoding::for_label(&value)),
            b"content" => by_content = in_content(&value),
            _ => continue,
        }
        seen.push(name);
    }
    let encoding = by_charset.unwrap_or_else(|| by_content.filter(|_| pragma))?;
    Some(match encoding {
        // A page whose `<meta>` could be read as ASCII cannot be UTF-16.
        e if e == UTF_16BE || e == UTF_16LE => UTF_8,
        e if e == X_USER_DEFINED => WINDOWS_1252,
        e => e,
    })
}

/// "Extracting a character encoding from a meta element", HTML standard 2.4.4.
fn in_content(value: &[u8]) -> Option<&'static Encoding> {
    let lower = value.to_ascii_lowercase();
    let mut rest = lower.as_slice();
    loop {
        rest = rest.get(find(rest, b"charset")? + 7..)?.trim_ascii_start();
        if let [b'=', after @ ..] = rest {
            rest = after.trim_ascii_start();
            break;
        }
    }
    let label = match rest {
        [quote @ (b'"' | b'\''), inner @ ..] => inner.get(..memchr(*quote, inner)?)?,
        _ => rest.split(|&c| is_space(c) || c == b';').next()?,
    };
    Encoding::for_label(label)
}

struct Cursor<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Cursor<'b> {
    fn rest(&self) -> &'b [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_while(&mut self, wanted: impl Fn(u8) -> bool) -> &'b [u8] {
        let rest = self.rest();
        let length = rest.iter().position(|&c| !wanted(c)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    /// "Get an attribute": name (lower case) and value; `None` at the tag's or the input's end.
    fn attribute(&mut self) -> Option<(Vec<u8>, Vec<u8>)> {
        self.skip_while(|c| is_space(c) || c == b'/');
        if self.peek()? == b'>' {
            self.at += 1;
            return None;
        }
        // A name may start with `=`, but not hold one.
        let start = self.at;
        self.at += 1;
        self.skip_while(|c| !is_space(c) && !matches!(c, b'=' | b'/' | b'>'));
        let name = self.bytes.get(start..self.at)?.to_ascii_lowercase();
        self.skip_while(is_space);
        if self.peek()? != b'=' {
            return Some((name, Vec::new()));
        }
        self.at += 1;
        self.skip_while(is_space);
        let value = match self.peek()? {
            quote @ (b'"' | b'\'') => {
                self.at += 1;
                let inner = self.skip_while(|c| c != quote);
                self.peek()?;
                self.at += 1;
                inner
            }
            _ => self.skip_while(|c| !is_space(c) && c != b'>'),
        };
        Some((name, value.to_ascii_lowercase()))
    }
}

fn is_space(c: u8) -> bool {
    c.is_ascii_whitespace()
}

fn memchr(needle: u8, bytes: &[u8]) -> Option<usize> {
    bytes.iter().position(|&c| c == needle)
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|w| w == needle)
}

//! Markup from text: one function for each place that text can stand in. Nothing else writes a stranger's characters.

/// Writes text between tags.
pub(super) fn text(raw: &str, out: &mut String) {
    replace(raw, out, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        0 => Some("\u{fffd}"),
        _ => None,
    });
}

/// Writes the inside of a double-quoted attribute value.
pub(super) fn attribute(raw: &str, out: &mut String) {
    replace(raw, out, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        // Parsers turn a bare carriage return into a line feed.
        b'\r' => Some("&#13;"),
        0 => Some("\u{fffd}"),
        _ => None,
    });
}

/// Copies `raw` with some of its ASCII bytes replaced.
fn replace(raw: &str, out: &mut String, by: impl Fn(u8) -> Option<&'static str>) {
    let mut from = 0;
    for (at, byte) in raw.bytes().enumerate() {
        if let Some(instead) = by(byte) {
            // ASCII bytes are never inside a character, so both slices are whole.
            out.push_str(&raw[from..at]);
            out.push_str(instead);
            from = at + 1;
        }
    }
    out.push_str(&raw[from..]);
}

#[cfg(test)]
mod tests {
    #[test]
    fn text_cannot_open_a_tag_or_a_reference() {
        let mut out = String::new();
        super::text("</title><b>ä & \"q\"\0", &mut out);
        assert_eq!(out, "&lt;/title&gt;&lt;b&gt;ä &amp; \"q\"\u{fffd}");
    }

    #[test]
    fn a_value_cannot_end_its_quotes() {
        let mut out = String::new();
        super::attribute("x\" onload=\"y\r", &mut out);
        assert_eq!(out, "x&quot; onload=&quot;y&#13;");
    }
}

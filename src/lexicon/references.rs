//! Character references, `&amp;` and `&#38;`, as the HTML standard decodes them (13.2.5.72 and following).

use crate::hash::{self, Map};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

/// The standard's names, packed by the build script by what they stand for: how far that is from the letter before it, or itself between
/// two [`OTHER`]; then the names, each with a space or, where it also stands without a semicolon, a comma.
const PACKED: &str = include_str!(concat!(env!("OUT_DIR"), "/references.txt"));
/// What stands around a value that is no letter near the one before it.
const OTHER: char = '\u{1f}';
/// Bytes; the longest name, `CounterClockwiseContourIntegral`.
const LONGEST_NAME: usize = 31;
/// Bytes; the longest names that need no semicolon, such as `thorn`.
const LONGEST_OPEN: usize = 6;

/// What Windows-1252 has at 80 to 9F.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

static NAMES: LazyLock<Names> = LazyLock::new(Names::unpack);

/// The names by their hashes, and all that they stand for.
#[derive(Default)]
struct Names {
    places: Map<u64, (Range<usize>, bool)>,
    values: String,
}

impl Names {
    fn unpack() -> Self {
        let (mut names, mut letters) = (Self::default(), PACKED.chars());
        let (mut last, mut start, mut hash) = (0, 0, hash::EMPTY);
        while let Some(c) = letters.next() {
            match c {
                ' ' | ',' => {
                    names.places.insert(hash, (start..names.values.len(), c == ','));
                    hash = hash::EMPTY;
                }
                OTHER => {
                    start = names.values.len();
                    names.values.extend(letters.by_ref().take_while(|c| *c != OTHER));
                    let mut value = names.values[start..].chars();
                    last = value.next().filter(|_| value.next().is_none()).map_or(last, u32::from);
                }
                '\0'..OTHER => {
                    (start, last) = (names.values.len(), last + u32::from(c));
                    names.values.extend(char::from_u32(last));
                }
                _ => hash = hash::grow(hash, c as u8),
            }
        }
        names
    }
}

/// What a character reference stands for.
#[derive(Clone, Copy, Debug)]
struct Named {
    /// Old names stand without a semicolon too.
    is_open: bool,
    value: &'static str,
}

/// Text with its references decoded.
pub(crate) fn decode(text: &str) -> Cow<'_, str> {
    decode_by(text, named)
}

/// An attribute's value with its references decoded: `&copy=1` of an address is none.
pub(crate) fn decode_attribute(value: &str) -> Cow<'_, str> {
    decode_by(value, named_in_attribute)
}

fn decode_by(text: &str, named: impl Fn(&str) -> Option<(&'static str, usize)>) -> Cow<'_, str> {
    let mut decoded = String::new();
    let (mut done, mut from) = (0, 0);
    while let Some(at) = text[from..].find('&') {
        let start = from + at;
        from = start + 1;
        match text.as_bytes().get(from) {
            Some(b'#' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z') => {}
            // Of a row of signs only the last can begin one.
            Some(b'&') => {
                from += run(&text[from..], |b| *b == b'&') - 1;
                continue;
            }
            _ => continue,
        }
        let length = if let Some((c, length)) = numeric(&text[from..]) {
            decoded.push_str(&text[done..start]);
            decoded.push(c);
            length
        } else if let Some((value, length)) = named(&text[from..]) {
            decoded.push_str(&text[done..start]);
            decoded.push_str(value);
            length
        } else {
            continue;
        };
        from += length;
        done = from;
    }
    if done == 0 {
        return text.into();
    }
    decoded.push_str(&text[done..]);
    decoded.into()
}

/// The character of `#38;` or `#x26;`, and the reference's length.
fn numeric(text: &str) -> Option<(char, usize)> {
    let number = text.strip_prefix('#')?;
    let (radix, digits) = number.strip_prefix(['x', 'X']).map_or((10, number), |hex| (16, hex));
    let length = run(digits, |b| char::from(*b).is_digit(radix));
    if length == 0 {
        return None;
    }
    let value = digits[..length].chars().filter_map(|c| c.to_digit(radix)).fold(0_u32, |n, d| n.saturating_mul(radix).saturating_add(d));
    let end = text.len() - digits.len() + length;
    Some((character(value), end + usize::from(text[end..].starts_with(';'))))
}

/// The standard's corrections: what stands for no character, and Windows' signs in the place of controls.
fn character(value: u32) -> char {
    match value {
        0 => char::REPLACEMENT_CHARACTER,
        0x80..=0x9f => WINDOWS.chars().nth(value as usize - 0x80).unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from_u32(value).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

/// What `amp;…` stands for, and the reference's length; an old name without a semicolon may be the beginning of a word.
fn named(text: &str) -> Option<(&'static str, usize)> {
    let length = run(text, u8::is_ascii_alphanumeric);
    closed(text, length)
        .or_else(|| (2..=length.min(LONGEST_OPEN)).rev().find_map(|end| get(&text[..end]).filter(|n| n.is_open).map(|n| (n.value, end))))
}

fn named_in_attribute(text: &str) -> Option<(&'static str, usize)> {
    let length = run(text, u8::is_ascii_alphanumeric);
    closed(text, length).or_else(|| {
        let open = get(&text[..length]).filter(|n| n.is_open)?;
        (!text[length..].starts_with('=')).then_some((open.value, length))
    })
}

/// A name with its semicolon.
fn closed(text: &str, length: usize) -> Option<(&'static str, usize)> {
    text[length..].starts_with(';').then(|| get(&text[..length]))?.map(|named| (named.value, length + 1))
}

fn get(name: &str) -> Option<Named> {
    if !(2..=LONGEST_NAME).contains(&name.len()) {
        return None;
    }
    let (place, is_open) = NAMES.places.get(&hash::of_text(name))?;
    Some(Named { is_open: *is_open, value: NAMES.values.get(place.clone())? })
}

/// Bytes at the start that belong; all of them ASCII.
fn run(text: &str, belongs: impl Fn(&u8) -> bool) -> usize {
    text.bytes().take_while(|b| belongs(b)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_of_each_form() {
        for (source, text) in [
            ("R&amp;D &lt;b&gt; caf&eacute", "R&D <b> café"),
            ("&#8211;&#x2014&#X41;&#150;&#0;&#xD800;&#99999999999;", "–—A–\u{fffd}\u{fffd}\u{fffd}"),
            ("&notit; &notin; &;&#;&#x; & &amp", "¬it; ∉ &;&#;&#x; & &"),
            ("&NotEqualTilde;&nosuchname;", "≂̸&nosuchname;"),
        ] {
            assert_eq!(decode(source), text, "{source}");
        }
    }

    #[test]
    fn parameters_of_an_address_are_none() {
        assert_eq!(decode_attribute("?a=1&copy=2&reg&amp;not=3&ltx"), "?a=1&copy=2®&not=3&ltx");
    }

    #[test]
    fn every_name_decodes_as_another_decoder_has_it() {
        let name = |key: &&[u8]| std::str::from_utf8(key).ok()?.strip_prefix('&')?.strip_suffix(';').map(str::to_owned);
        let names = htmlize::ENTITIES.keys().filter_map(name);
        let sources = names.flat_map(|n| [format!("a&{n};b"), format!("&{n}b"), format!("&{n}="), format!("&{n}")]);
        for source in sources.chain((0..0x1_0000).map(|n| format!("&#{n};&#x{n:x} "))) {
            assert_eq!(decode(&source), htmlize::unescape(source.as_str()), "{source}");
            assert_eq!(decode_attribute(&source), htmlize::unescape_attribute(source.as_str()), "{source}");
        }
    }
}

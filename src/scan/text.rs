//! Text in pieces, character references decoded exactly once.

use crate::lexicon::references;
use std::borrow::Cow;

/// Bytes; the longest reference of the HTML standard, `&CounterClockwiseContourIntegral;`, has 33. Longer ones are numbers
/// with leading zeros, which are cut off after this.
const LONGEST_REFERENCE: usize = 64;

/// Holds back a reference that the piece's end cuts in two.
#[derive(Debug, Default)]
pub(super) struct Decoding {
    held: String,
}

impl Decoding {
    /// Takes a piece of text and gives out what is complete.
    pub(super) fn push(&mut self, piece: &str, out: &mut impl FnMut(&str)) {
        if self.held.is_empty() && ![b'&', b'\0'].iter().any(|sign| piece.as_bytes().contains(sign)) {
            return out(piece);
        }
        self.held.push_str(piece);
        let cut = open_reference(&self.held);
        if cut > 0 {
            emit(&self.held[..cut], out);
            self.held.drain(..cut);
        }
    }

    /// Gives out what was held back.
    pub(super) fn finish(&mut self, out: &mut impl FnMut(&str)) {
        if !self.held.is_empty() {
            emit(&self.held, out);
            self.held.clear();
        }
    }
}

fn emit(source: &str, out: &mut impl FnMut(&str)) {
    let mut text = references::decode(source);
    if text.contains('\0') {
        text = Cow::Owned(text.replace('\0', ""));
    }
    if !text.is_empty() {
        out(&text);
    }
}

/// Where a reference starts that may go on in the next piece; the length where there is none.
fn open_reference(text: &str) -> usize {
    let from = text.len().saturating_sub(LONGEST_REFERENCE);
    match text.as_bytes()[from..].iter().rposition(|&b| b == b'&') {
        Some(i) if text.as_bytes()[from + i + 1..].iter().all(|b| b.is_ascii_alphanumeric() || *b == b'#') => from + i,
        _ => text.len(),
    }
}

/// Hands on what is text of a source without tags and comments.
pub(super) fn without_marks(source: &str, is_cdata: &mut bool, out: &mut impl FnMut(&str)) {
    let mut rest = source;
    while !rest.is_empty() {
        let marks: &[&str] = if *is_cdata { &["]]>"] } else { &["</>", "<![CDATA["] };
        let next = marks.iter().filter_map(|mark| Some((rest.find(mark)?, mark.len()))).min().unwrap_or((rest.len(), 0));
        let (text, behind) = (&rest[..next.0], &rest[next.0 + next.1..]);
        *is_cdata = if next.1 > 0 && (*is_cdata || next.1 > "</>".len()) { !*is_cdata } else { *is_cdata };
        if !text.is_empty() {
            out(text);
        }
        rest = behind;
    }
}

/// The longest prefix of at most `bytes` bytes that ends on a character's boundary.
pub(super) fn prefix(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}

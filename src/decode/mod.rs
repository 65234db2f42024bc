//! Bytes to UTF-8. The only place that knows charsets.
//!
//! The encoding is found by the HTML standard's order (13.2.3.2): byte order mark, the transport's label, a `<meta>` in
//! the page's head, and at last a guess over the text itself. All decisions are taken at fixed places of the input, so
//! the result does not depend on how the bytes are cut into pieces.

mod label;
mod prescan;
#[cfg_attr(not(feature = "declutter"), allow(dead_code, reason = "nobody asks then"))]
mod signs;

use crate::outline::Note;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{CoderResult, Encoding, UTF_8};
use signs::Signs;

/// Bytes; the longest byte order mark (UTF-8's).
const MARK_BYTES: usize = 3;
/// Bytes that are searched for a `<meta>` before anything is passed on (HTML standard, 13.2.3.2).
const PRESCAN_BYTES: usize = 1024;
/// Bytes from the first non-ASCII one on over which an unlabelled page is guessed; chardetng is sure after some hundred
/// letters, and a page's first non-ASCII byte is often a lone `©` or dash of the menu.
const GUESS_BYTES: usize = 4096;
/// Bytes in which a late `<meta>` (behind long scripts of the head) is still looked for while all was ASCII.
const LATE_META_BYTES: usize = 1 << 16;

/// Turns a page's bytes into text while they arrive.
pub(crate) struct Decoder {
    state: State,
    notes: Vec<Note>,
    replaced: bool,
    /// Where the signs of markup stand, when that is asked for.
    signs: Option<Signs>,
}

enum State {
    /// Too few bytes to see a byte order mark, or the whole prescan window where the transport gave no label.
    Held { bytes: Vec<u8>, label: Option<&'static Encoding> },
    /// No mark, no label, no early `<meta>`: ASCII is passed on, the rest waits for the guess.
    Unlabelled(Unlabelled),
    /// The encoding is known.
    Known(encoding_rs::Decoder),
}

struct Unlabelled {
    /// The page from its start: passed-on ASCII (only its first [`LATE_META_BYTES`]), then the bytes that wait.
    bytes: Vec<u8>,
    /// Where the waiting bytes start; the first of them is not ASCII.
    passed: usize,
}

impl Decoder {
    /// A decoder for a page whose transport said `content_type`, such as `text/html; charset=shift_jis`.
    pub(crate) fn new(content_type: Option<&str>) -> Self {
        let label = content_type.and_then(label::of_content_type);
        Self { state: State::Held { bytes: Vec::new(), label }, notes: Vec::new(), replaced: false, signs: None }
    }

    /// Takes the next bytes and appends the text that they complete.
    pub(crate) fn push(&mut self, bytes: &[u8], out: &mut String) {
        match &mut self.state {
            State::Known(decoder) => {
                self.replaced |= decode(decoder, bytes, out, Last::No);
                self.note(|signs| signs.read(bytes));
            }
            State::Held { bytes: held, label } => {
                let window = if label.is_some() { MARK_BYTES } else { PRESCAN_BYTES };
                let (now, later) = bytes.split_at(bytes.len().min(window.saturating_sub(held.len())));
                held.extend_from_slice(now);
                if held.len() >= window {
                    self.decide(out);
                    self.push(later, out);
                }
            }
            State::Unlabelled(page) => {
                let (ascii, rest) = page.hold(bytes, out);
                let is_enough = page.waiting() >= GUESS_BYTES;
                self.note(|signs| signs.read(ascii));
                if is_enough {
                    self.guess(Last::No, out);
                    self.push(rest, out);
                }
            }
        }
    }

    /// Ends the page: appends what was held back.
    pub(crate) fn finish(&mut self, out: &mut String) {
        if matches!(self.state, State::Held { .. }) {
            self.decide(out);
        }
        if matches!(self.state, State::Unlabelled(_)) {
            self.guess(Last::Yes, out);
        }
        if let State::Known(decoder) = &mut self.state {
            self.replaced |= decode(decoder, &[], out, Last::Yes);
        }
        if std::mem::take(&mut self.replaced) {
            let message = format!("some bytes are not {}; they are shown as \u{fffd}", self.charset());
            self.notes.push(Note { code: "bytes-replaced", message });
        }
    }

    /// The encoding's name in the Encoding Standard, lower case; `utf-8` until it is known.
    pub(crate) fn charset(&self) -> &'static str {
        label::lower_name(match &self.state {
            State::Known(decoder) => decoder.encoding(),
            State::Held { label: Some(label), .. } => label,
            _ => UTF_8,
        })
    }

    /// What the caller should know: a guessed encoding, replaced bytes. Complete after [`Decoder::finish`].
    pub(crate) fn notes(&self) -> &[Note] {
        &self.notes
    }

    fn note(&mut self, note: impl FnOnce(&mut Signs)) {
        if cfg!(feature = "declutter")
            && let Some(signs) = &mut self.signs
        {
            note(signs);
        }
    }

    /// The held bytes suffice: mark, label, `<meta>`, in this order.
    fn decide(&mut self, out: &mut String) {
        let State::Held { bytes, label } = &mut self.state else { return };
        let held = std::mem::take(bytes);
        if let Some((encoding, mark)) = Encoding::for_bom(&held) {
            self.note(|signs| signs.skip(mark));
            self.know(encoding, held.get(mark..).unwrap_or_default(), out);
        } else if let Some(encoding) = label.or_else(|| prescan::charset(&held)) {
            self.know(encoding, &held, out);
        } else {
            self.state = State::Unlabelled(Unlabelled { bytes: Vec::new(), passed: 0 });
            self.push(&held, out);
        }
    }

    /// Enough text waits, or the page is over: a late `<meta>`, else a guess.
    fn guess(&mut self, last: Last, out: &mut String) {
        let State::Unlabelled(page) = &mut self.state else { return };
        let (bytes, passed) = (std::mem::take(&mut page.bytes), page.passed);
        let waiting = bytes.get(passed..).unwrap_or_default();
        let encoding = prescan::charset(&bytes).unwrap_or_else(|| {
            let guess = guess(waiting, last);
            if !waiting.is_empty() {
                let message = format!("the page names no encoding; {} was guessed", label::lower_name(guess));
                self.notes.push(Note { code: "charset-guessed", message });
            }
            guess
        });
        self.know(encoding, waiting, out);
    }

    fn know(&mut self, encoding: &'static Encoding, bytes: &[u8], out: &mut String) {
        self.state = State::Known(encoding.new_decoder_without_bom_handling());
        self.note(|signs| signs.set_encoding(encoding));
        self.push(bytes, out);
    }
}

impl Unlabelled {
    fn waiting(&self) -> usize {
        self.bytes.len() - self.passed
    }

    /// Passes leading ASCII on, holds the rest up to the guess window; gives back what it passed on, and what does not fit.
    fn hold<'b>(&mut self, bytes: &'b [u8], out: &mut String) -> (&'b [u8], &'b [u8]) {
        let (mut passed, mut rest): (&[u8], _) = (&[], bytes);
        if self.waiting() == 0 {
            let (ascii, other) = bytes.split_at(Encoding::ascii_valid_up_to(bytes));
            out.push_str(std::str::from_utf8(ascii).unwrap_or_default());
            let room = LATE_META_BYTES.saturating_sub(self.bytes.len());
            self.bytes.extend_from_slice(&ascii[..ascii.len().min(room)]);
            self.passed = self.bytes.len();
            (passed, rest) = (ascii, other);
        }
        let (now, later) = rest.split_at(rest.len().min(GUESS_BYTES - self.waiting()));
        self.bytes.extend_from_slice(now);
        (passed, later)
    }
}

/// The likeliest encoding of text that names none; UTF-8 where it is valid so far.
fn guess(bytes: &[u8], last: Last) -> &'static Encoding {
    let cut_in_a_character = |e: std::str::Utf8Error| e.error_len().is_none();
    if std::str::from_utf8(bytes).map_or_else(cut_in_a_character, |_| true) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, last == Last::Yes);
    detector.guess(None, Utf8Detection::Deny)
}

#[derive(Clone, Copy, PartialEq)]
enum Last {
    No,
    Yes,
}

/// Appends decoded text in one copy; says whether bytes had to be replaced.
fn decode(decoder: &mut encoding_rs::Decoder, mut bytes: &[u8], out: &mut String, last: Last) -> bool {
    let mut replaced = false;
    loop {
        // Room for the common case; a rare expansion comes back as `OutputFull`.
        out.reserve(bytes.len() + 16);
        let (result, read, bad) = decoder.decode_to_string(bytes, out, last == Last::Yes);
        replaced |= bad;
        bytes = bytes.get(read..).unwrap_or_default();
        if result == CoderResult::InputEmpty {
            return replaced;
        }
    }
}

#[cfg(test)]
mod tests;

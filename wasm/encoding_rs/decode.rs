//! The decoder: bytes to text, whatever the encoding.

use crate::encoding::Kind;
use crate::sink::{Bytes, Sink, Units};
use crate::{CoderResult, DecoderResult, Encoding};
use crate::{japanese, pairs, unicode};

/// The characters of single-byte encodings from 0x80 up, in the order of [`Kind`]: 128 code units each, little-endian, less the byte's own
/// value. So most are alike: 1 kB less in a zip.
static SINGLE_BYTE: &[u8; 27 * 256] = include_bytes!("single_byte.bin");

/// What one byte comes to.
pub(crate) enum Step {
    /// It is the beginning of something.
    Hold,
    Char(char),
    /// Two code points for one character, as Big5 has four of.
    Two(char, char),
    Bad(Bad),
}

/// Bytes that stand for nothing.
pub(crate) struct Bad {
    /// Number of bytes.
    pub(crate) length: u8,
    /// The byte itself is good and is read again.
    pub(crate) again: bool,
}

impl Step {
    /// So many bytes are bad, the last one too.
    pub(crate) fn bad(length: u8) -> Self {
        Self::Bad(Bad { length, again: false })
    }

    /// A character, or `length` bad bytes of which an ASCII one is read again.
    pub(crate) fn found(c: Option<char>, byte: u8, length: u8) -> Self {
        match c {
            Some(c) => Self::Char(c),
            None if byte.is_ascii() => Self::Bad(Bad { length: length - 1, again: true }),
            None => Self::bad(length),
        }
    }
}

/// Turns bytes that come in pieces into text.
pub struct Decoder {
    encoding: &'static Encoding,
    pub(crate) state: State,
}

/// What is remembered from byte to byte.
#[derive(Default)]
pub(crate) struct State {
    /// The beginning of a character.
    pub(crate) held: [u8; 4],
    pub(crate) count: usize,
    /// Good bytes after a bad beginning, to be read before any others, last one first.
    pub(crate) again: [u8; 2],
    pub(crate) again_count: usize,
    /// ISO-2022-JP.
    pub(crate) shift: japanese::Shift,
    /// The page was refused already.
    refused: bool,
}

impl State {
    /// Remembers a byte.
    pub(crate) fn hold(&mut self, byte: u8) -> Step {
        self.held[self.count] = byte;
        self.count += 1;
        Step::Hold
    }

    /// The first byte of those remembered; all are forgotten.
    pub(crate) fn lead(&mut self) -> Option<u8> {
        (std::mem::take(&mut self.count) > 0).then_some(self.held[0])
    }

    /// Remembered bytes from `start` on are good after all.
    pub(crate) fn give_back(&mut self, start: usize) {
        for i in (start..std::mem::take(&mut self.count)).rev() {
            self.again[self.again_count] = self.held[i];
            self.again_count += 1;
        }
    }

    fn is_neutral(&self) -> bool {
        self.count == 0 && self.again_count == 0
    }
}

impl Decoder {
    pub(crate) fn new(encoding: &'static Encoding) -> Self {
        Self { encoding, state: State::default() }
    }

    /// The encoding that is decoded.
    pub fn encoding(&self) -> &'static Encoding {
        self.encoding
    }

    /// Appends to a string without bound; result, bytes read, whether some were replaced.
    pub fn decode_to_string(&mut self, bytes: &[u8], out: &mut String, last: bool) -> (CoderResult, usize, bool) {
        self.replacing(bytes, out, last)
    }

    /// Takes as much UTF-8 as fits into a text; result, bytes read, bytes written, whether some were replaced.
    ///
    /// Nothing is written: that needs `unsafe`. The tokenizer is the only caller, and the core takes text from its own source
    /// by the place that the tokenizer tells; see `src/scan/tokenizer.rs`.
    pub fn decode_to_str(&mut self, bytes: &[u8], out: &mut str, _last: bool) -> (CoderResult, usize, usize, bool) {
        if bytes.len() <= out.len() {
            return (CoderResult::InputEmpty, bytes.len(), bytes.len(), false);
        }
        let is_inside = |at: usize| bytes[at] & 0xc0 == 0x80;
        let read = (0..=out.len()).rev().find(|&at| !is_inside(at)).unwrap_or(out.len());
        (CoderResult::OutputFull, read, read, false)
    }

    /// Fills with UTF-8 up to the first bad bytes; result, bytes read, bytes written.
    pub fn decode_to_utf8_without_replacement(&mut self, bytes: &[u8], out: &mut [u8], last: bool) -> (DecoderResult, usize, usize) {
        let mut sink = Bytes { out, at: 0 };
        let (result, read) = self.run(bytes, &mut sink, last);
        (result, read, sink.at)
    }

    /// Fills with UTF-16 up to the first bad bytes; result, bytes read, code units written.
    pub fn decode_to_utf16_without_replacement(&mut self, bytes: &[u8], out: &mut [u16], last: bool) -> (DecoderResult, usize, usize) {
        let mut sink = Units { out, at: 0 };
        let (result, read) = self.run(bytes, &mut sink, last);
        (result, read, sink.at)
    }

    fn replacing(&mut self, bytes: &[u8], out: &mut impl Sink, last: bool) -> (CoderResult, usize, bool) {
        let (mut read, mut bad) = (0, false);
        loop {
            let (result, more) = self.run(&bytes[read..], out, last);
            read += more;
            match result {
                DecoderResult::InputEmpty => return (CoderResult::InputEmpty, read, bad),
                DecoderResult::OutputFull => return (CoderResult::OutputFull, read, bad),
                DecoderResult::Malformed(..) => {
                    // There was room for what the bad bytes might have been.
                    out.put('\u{fffd}');
                    bad = true;
                }
            }
        }
    }

    /// Decodes up to the first bad bytes; result and bytes read.
    fn run(&mut self, bytes: &[u8], out: &mut impl Sink, last: bool) -> (DecoderResult, usize) {
        let mut read = 0;
        loop {
            read += self.plain(&bytes[read..], out);
            let next = bytes.get(read).copied();
            if (next.is_some() || self.state.again_count > 0 || last && self.state.count > 0) && !out.has_room() {
                return (DecoderResult::OutputFull, read);
            }
            let (byte, is_new) = match (self.state.again_count, next) {
                (0, None) => return (self.end(last), read),
                (0, Some(byte)) => (byte, true),
                (n, _) => {
                    self.state.again_count = n - 1;
                    (self.state.again[n - 1], false)
                }
            };
            read += usize::from(is_new);
            match self.step(byte) {
                Step::Hold => {}
                Step::Char(c) => out.put(c),
                Step::Two(one, other) => {
                    out.put(one);
                    out.put(other);
                }
                Step::Bad(bad) => {
                    // Bytes that were given back are never the end of a bad sequence.
                    read -= usize::from(bad.again && is_new);
                    return (DecoderResult::Malformed(bad.length, 0), read);
                }
            }
        }
    }

    /// Passes on what needs no decoding: valid UTF-8, or ASCII where that is what it seems. Bytes taken.
    fn plain(&self, bytes: &[u8], out: &mut impl Sink) -> usize {
        if !self.state.is_neutral() || !self.encoding.is_ascii_compatible() {
            return 0;
        }
        let text = if self.encoding.kind == Kind::Utf8 {
            std::str::from_utf8(bytes).or_else(|e| std::str::from_utf8(&bytes[..e.valid_up_to()]))
        } else {
            std::str::from_utf8(&bytes[..Encoding::ascii_valid_up_to(bytes)])
        };
        out.put_str(text.unwrap_or_default())
    }

    fn step(&mut self, byte: u8) -> Step {
        let state = &mut self.state;
        match self.encoding.kind {
            Kind::Utf8 => unicode::utf8(state, byte),
            Kind::Utf16Be => unicode::utf16(state, byte, u16::from_be_bytes),
            Kind::Utf16Le => unicode::utf16(state, byte, u16::from_le_bytes),
            Kind::SingleByte(table) => single(table, byte),
            Kind::Gb18030 => pairs::gb18030(state, byte),
            Kind::Big5 => pairs::big5(state, byte),
            Kind::EucKr => pairs::euc_kr(state, byte),
            Kind::EucJp => japanese::euc_jp(state, byte),
            Kind::ShiftJis => japanese::shift_jis(state, byte),
            Kind::Iso2022Jp => japanese::iso_2022_jp(state, byte),
            Kind::Replacement if state.refused => Step::Hold,
            Kind::Replacement => {
                state.refused = true;
                Step::bad(1)
            }
            Kind::UserDefined if byte.is_ascii() => Step::Char(byte.into()),
            // Encoding Standard 14.5: 0x80 to 0xFF are U+F780 to U+F7FF.
            Kind::UserDefined => Step::found(char::from_u32(0xf700 + u32::from(byte)), byte, 1),
        }
    }

    /// The input is over: a beginning without an end is bad.
    fn end(&mut self, last: bool) -> DecoderResult {
        if !last || self.state.count == 0 {
            return DecoderResult::InputEmpty;
        }
        if self.encoding.kind == Kind::Iso2022Jp {
            return japanese::end(&mut self.state);
        }
        let length = std::mem::take(&mut self.state.count);
        DecoderResult::Malformed(length as u8, 0)
    }
}

fn single(table: usize, byte: u8) -> Step {
    if byte.is_ascii() {
        return Step::Char(byte.into());
    }
    let at = table * 256 + usize::from(byte - 0x80) * 2;
    let unit = u16::from_le_bytes([SINGLE_BYTE[at], SINGLE_BYTE[at + 1]]).wrapping_add(byte.into());
    Step::found(char::from_u32(unit.into()).filter(|&c| c != '\0'), byte, 1)
}

//! Stands in for the crate `encoding_rs` in the wasm: the same results without its 100 kB of tables for Chinese, Japanese
//! and Korean, which every browser has. They are asked of the platform's `TextDecoder` when a page first needs them. The
//! platform does not decode by itself: its errors differ from engine to engine, and a page must read the same everywhere.
//!
//! Chromium's tables are the standard's, pair by pair. Node 20 lacks the rarer half of EUC-KR's syllables and has private-use
//! characters where Big5 has none; there such characters differ from native.
//!
//! Only what the core, its tokenizer and its guesser call is here, under the names that they know.

#![forbid(unsafe_code)]

mod decode;
mod encoding;
mod japanese;
mod pairs;
mod platform;
mod sink;
mod unicode;

pub use decode::Decoder;
pub use encoding::*;
use std::borrow::Cow;

/// Why a decoder stopped, where errors are replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoderResult {
    /// All was read.
    InputEmpty,
    /// There is no room for the next character.
    OutputFull,
}

/// Why a decoder stopped, where errors are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecoderResult {
    /// All was read.
    InputEmpty,
    /// There is no room for the next character.
    OutputFull,
    /// So many bytes are bad, and so many good ones were read after them.
    Malformed(u8, u8),
}

/// Writes UTF-8, the only encoding that the tokenizer is used with.
#[derive(Debug)]
pub struct Encoder(());

impl Encoding {
    /// Text of whole bytes; a byte order mark wins over the encoding.
    pub fn decode<'b>(&'static self, bytes: &'b [u8]) -> (Cow<'b, str>, &'static Encoding, bool) {
        let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((self, 0));
        let bytes = bytes.get(mark..).unwrap_or_default();
        if let (true, Ok(text)) = (encoding == UTF_8, std::str::from_utf8(bytes)) {
            return (Cow::Borrowed(text), encoding, false);
        }
        let mut text = String::new();
        let (_, _, bad) = encoding.new_decoder_without_bom_handling().decode_to_string(bytes, &mut text, true);
        (Cow::Owned(text), encoding, bad)
    }

    /// Text of whole bytes; a byte order mark is text. Only the tokenizer's test support, which nothing links, names it.
    pub fn decode_without_bom_handling<'b>(&'static self, bytes: &'b [u8]) -> (Cow<'b, str>, bool) {
        let mut text = String::new();
        let (_, _, bad) = self.new_decoder_without_bom_handling().decode_to_string(bytes, &mut text, true);
        (Cow::Owned(text), bad)
    }

    /// A decoder that takes a byte order mark as text.
    pub fn new_decoder_without_bom_handling(&'static self) -> Decoder {
        Decoder::new(self)
    }

    /// The text as UTF-8.
    pub fn encode<'t>(&'static self, text: &'t str) -> (Cow<'t, [u8]>, &'static Encoding, bool) {
        (Cow::Borrowed(text.as_bytes()), UTF_8, false)
    }

    /// A writer of UTF-8.
    pub fn new_encoder(&'static self) -> Encoder {
        Encoder(())
    }
}

impl Encoder {
    /// Nothing is ever held back.
    pub fn has_pending_state(&self) -> bool {
        false
    }

    /// Copies as many characters as there is room for.
    pub fn encode_from_utf8(&mut self, text: &str, out: &mut [u8], _last: bool) -> (CoderResult, usize, usize, bool) {
        let fits = text.floor_char_boundary(out.len());
        out[..fits].copy_from_slice(&text.as_bytes()[..fits]);
        let result = if fits == text.len() { CoderResult::InputEmpty } else { CoderResult::OutputFull };
        (result, fits, fits, false)
    }
}

#[cfg(test)]
mod tests;

//! Where the signs of markup stand in the bytes.
//!
//! In every encoding of the Encoding Standard `<` and `>` come out of the decoder one for one, and in order: in most of them because
//! those bytes are never a part of another character, nor of an error; UTF-16 and ISO-2022-JP are looked at more closely here. So the
//! nth sign of the text is the nth sign of the bytes, whatever stands between.

use encoding_rs::{Encoding, ISO_2022_JP, UTF_16BE, UTF_16LE};

const ESCAPE: u8 = 0x1b;

/// Notes the signs of the bytes that it is shown.
#[derive(Debug, Default)]
pub(super) struct Signs {
    form: Form,
    /// Bytes that were shown.
    read: u64,
    /// The places of signs since they were last taken.
    found: Vec<u64>,
}

/// How signs look in the bytes.
#[derive(Clone, Copy, Debug, Default)]
enum Form {
    /// A byte of their own.
    #[default]
    Byte,
    /// Two bytes; `half` is the first of two, when it is known.
    Wide { big_endian: bool, half: Option<u8> },
    /// A byte of their own where the last escape sequence chose a set that has them.
    Escaped { set: Set, escape: Escape, is_trail: bool },
}

/// The sets of ISO-2022-JP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Set {
    /// ASCII, or the like of it.
    Latin,
    Katakana,
    /// Two bytes a character.
    Kanji,
}

/// How much of an escape sequence was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Escape {
    None,
    Begun,
    Lead(u8),
}

impl Signs {
    /// From here on the bytes are of this encoding.
    pub(super) fn set_encoding(&mut self, encoding: &'static Encoding) {
        self.form = if encoding == UTF_16LE || encoding == UTF_16BE {
            Form::Wide { big_endian: encoding == UTF_16BE, half: None }
        } else if encoding == ISO_2022_JP {
            Form::Escaped { set: Set::Latin, escape: Escape::None, is_trail: false }
        } else {
            Form::Byte
        };
    }

    /// Passes over bytes that are no text.
    pub(super) fn skip(&mut self, bytes: usize) {
        self.read += bytes as u64;
    }

    /// Looks at the next bytes.
    pub(super) fn read(&mut self, bytes: &[u8]) {
        for (i, &byte) in bytes.iter().enumerate() {
            let at = self.read + i as u64;
            match &mut self.form {
                Form::Byte if is_sign(byte) => self.found.push(at),
                Form::Byte => {}
                Form::Wide { big_endian, half } => match half.take() {
                    None => *half = Some(byte),
                    Some(first) => {
                        let (high, low) = if *big_endian { (first, byte) } else { (byte, first) };
                        if high == 0 && is_sign(low) {
                            self.found.push(at - 1);
                        }
                    }
                },
                Form::Escaped { set, escape, is_trail } => {
                    if step(byte, set, escape, is_trail) {
                        self.found.push(at);
                    }
                }
            }
        }
        self.read += bytes.len() as u64;
    }

    /// The places of the signs since this was last asked.
    pub(super) fn take(&mut self) -> Vec<u64> {
        std::mem::take(&mut self.found)
    }
}

/// What [`crate::declutter`] asks of a decoder.
#[cfg(feature = "declutter")]
impl super::Decoder {
    /// Notes where the signs of markup stand in the bytes from here on.
    pub(crate) fn note_signs(&mut self) {
        self.signs = Some(Signs::default());
    }

    /// The places of the signs whose text was given out since this was last asked; their order is that of the text's signs.
    pub(crate) fn take_signs(&mut self) -> Vec<u64> {
        self.signs.as_mut().map(Signs::take).unwrap_or_default()
    }

    /// Bytes that were decoded, whether or not they are held to be the beginning of a character.
    pub(crate) fn decoded(&self) -> u64 {
        self.signs.as_ref().map_or(0, |signs| signs.read)
    }

    /// Bytes of one sign.
    pub(crate) fn width(&self) -> u64 {
        if self.is_wide().is_some() { 2 } else { 1 }
    }

    /// A text of ASCII in the page's encoding, as it is written at a sign.
    pub(crate) fn ascii(&self, text: &str) -> Vec<u8> {
        let letter = |byte: u8| match self.is_wide() {
            Some(true) => vec![0, byte],
            Some(false) => vec![byte, 0],
            None => vec![byte],
        };
        text.bytes().flat_map(letter).collect()
    }

    /// Whether letters are two bytes, and if so whether the high one comes first.
    fn is_wide(&self) -> Option<bool> {
        match self.signs.as_ref()?.form {
            Form::Wide { big_endian, .. } => Some(big_endian),
            _ => None,
        }
    }
}

fn is_sign(byte: u8) -> bool {
    matches!(byte, b'<' | b'>')
}

/// One byte of ISO-2022-JP (Encoding Standard, 13.2.1): whether it is a sign.
fn step(byte: u8, set: &mut Set, escape: &mut Escape, is_trail: &mut bool) -> bool {
    match (*escape, byte) {
        (Escape::None, ESCAPE) => {
            (*escape, *is_trail) = (Escape::Begun, false);
            return false;
        }
        (Escape::Begun, b'$' | b'(') => {
            *escape = Escape::Lead(byte);
            return false;
        }
        (Escape::Lead(b'('), b'B' | b'J' | b'I') => *set = if byte == b'I' { Set::Katakana } else { Set::Latin },
        (Escape::Lead(b'$'), b'@' | b'B') => *set = Set::Kanji,
        // No escape sequence: its bytes are read as text after all.
        (Escape::Lead(lead), _) => {
            *escape = Escape::None;
            step(lead, set, escape, is_trail);
            return step(byte, set, escape, is_trail);
        }
        (Escape::Begun, _) => {
            *escape = Escape::None;
            return step(byte, set, escape, is_trail);
        }
        (Escape::None, _) => {
            *is_trail = *set == Set::Kanji && !*is_trail && matches!(byte, 0x21..=0x7e);
            return *set == Set::Latin && is_sign(byte);
        }
    }
    (*escape, *is_trail) = (Escape::None, false);
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{BIG5, GB18030, SHIFT_JIS, UTF_8};

    /// Signs of the decoded text against those of the bytes.
    fn agree(encoding: &'static Encoding, bytes: &[u8]) {
        let mut signs = Signs::default();
        signs.set_encoding(encoding);
        for byte in bytes {
            signs.read(&[*byte]);
        }
        let found = signs.take();
        let text = encoding.decode_without_bom_handling(bytes).0;
        let in_text: Vec<char> = text.chars().filter(|c| matches!(c, '<' | '>')).collect();
        assert_eq!(found.len(), in_text.len(), "{}: {bytes:02x?} is {text:?}", encoding.name());
        let unit = |at: u64| bytes[at as usize..].iter().take(2).find(|b| is_sign(**b)).map(|b| char::from(*b));
        assert!(found.iter().zip(&in_text).all(|(at, c)| unit(*at) == Some(*c)), "{}: {bytes:02x?}", encoding.name());
    }

    #[test]
    fn bytes_and_text_have_the_same_signs() {
        let kanji = b"a<b>\x1b$B<>%<\x1b(B<p>\x1b(I<>\x1b(J>\x1b<\x1b$x<\x1b$B0<\n<0\x1b(B<";
        agree(ISO_2022_JP, kanji);
        for encoding in [UTF_16LE, UTF_16BE] {
            agree(encoding, b"<\0a\0>\0\0<\0>\x3c\x3e\x3e\x3c\0\xd8<\0\0\xdc<");
        }
    }

    #[test]
    fn any_bytes_have_the_same_signs() {
        // A multiplicative generator with the signs and the bytes that matter to the encodings made frequent.
        let frequent = b"<>\x1b$(BJI@\x81\xfe\x30\xe3\x80\0\xd8";
        let mut seed = 1_u64;
        let mut random = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize
        };
        for _ in 0..4_000 {
            let bytes: Vec<u8> =
                (0..12).map(|_| if random() % 2 == 0 { frequent[random() % frequent.len()] } else { random() as u8 }).collect();
            for encoding in [UTF_8, SHIFT_JIS, GB18030, BIG5, ISO_2022_JP, UTF_16LE, UTF_16BE] {
                agree(encoding, &bytes);
            }
        }
    }
}

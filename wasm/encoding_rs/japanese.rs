//! Encodings of Japanese.

use crate::DecoderResult;
use crate::decode::{Bad, State, Step};
use crate::pairs::Table;

static JIS_0208: Table = Table::new("euc-jp", b"", 0xa1..=0xfe);
static JIS_0212: Table = Table::new("euc-jp", b"\x8f", 0xa1..=0xfe);
static SHIFT_JIS: Table = Table::new("shift_jis", b"", 0x81..=0xfc);

/// Half-width katakana: 0xA1 to 0xDF are U+FF61 to U+FF9F.
fn half_width(byte: u8) -> Option<char> {
    char::from_u32(0xff61 - 0xa1 + u32::from(byte))
}

/// Encoding Standard 12.1.1, one byte.
pub(crate) fn euc_jp(state: &mut State, byte: u8) -> Step {
    let (count, held) = (state.count, state.held);
    match (&held[..count], byte) {
        ([], 0..=0x7f) => return Step::Char(byte.into()),
        ([], 0x8e | 0x8f | 0xa1..=0xfe) | ([0x8f], 0xa1..=0xfe) => return state.hold(byte),
        _ => state.count = 0,
    }
    let c = match (&held[..count], byte) {
        ([0x8e], 0xa1..=0xdf) => half_width(byte),
        ([0x8f, lead], 0xa1..=0xfe) => JIS_0212.get(*lead, byte),
        ([lead @ 0xa1..=0xfe], 0xa1..=0xfe) => JIS_0208.get(*lead, byte),
        _ => None,
    };
    Step::found(c, byte, count as u8 + 1)
}

/// Encoding Standard 12.3.1, one byte.
pub(crate) fn shift_jis(state: &mut State, byte: u8) -> Step {
    let trail = match byte {
        0x40..=0x7e => Some(u32::from(byte) - 0x40),
        0x80..=0xfc => Some(u32::from(byte) - 0x41),
        _ => None,
    };
    match (state.lead(), trail) {
        (None, _) => match byte {
            0..=0x80 => Step::Char(byte.into()),
            0xa1..=0xdf => Step::found(half_width(byte), byte, 1),
            0x81..=0x9f | 0xe0..=0xfc => state.hold(byte),
            _ => Step::bad(1),
        },
        // Ten rows for private use.
        (Some(lead @ 0xf0..=0xf9), Some(trail)) => Step::found(char::from_u32(0xe000 + u32::from(lead - 0xf0) * 188 + trail), byte, 2),
        (Some(lead), Some(_)) => Step::found(SHIFT_JIS.get(lead, byte), byte, 2),
        (Some(_), None) => Step::found(None, byte, 2),
    }
}

/// Where ISO-2022-JP stands.
#[derive(Default)]
pub(crate) struct Shift {
    set: Set,
    /// Nothing has come since the last escape, so that another one is bad.
    just_shifted: bool,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Set {
    #[default]
    Ascii,
    Roman,
    Katakana,
    Kanji,
}

const ESCAPE: u8 = 0x1b;

/// Encoding Standard 12.2.1, one byte.
pub(crate) fn iso_2022_jp(state: &mut State, byte: u8) -> Step {
    let (count, held) = (state.count, state.held);
    match (&held[..count], byte) {
        ([], ESCAPE) | ([ESCAPE], b'$' | b'(') => state.hold(byte),
        ([ESCAPE, kind], _) => match set_of(*kind, byte) {
            Some(set) => {
                state.count = 0;
                state.shift.set = set;
                let twice = std::mem::replace(&mut state.shift.just_shifted, true);
                if twice { Step::bad(3) } else { Step::Hold }
            }
            None => broken_escape(state),
        },
        ([ESCAPE], _) => broken_escape(state),
        ([], _) => in_set(state, byte),
        ([_, ..], ESCAPE) => {
            state.count = 0;
            Step::Bad(Bad { length: 1, again: true })
        }
        ([lead, ..], _) => {
            state.count = 0;
            let c = match byte {
                0x21..=0x7e => JIS_0208.get(lead | 0x80, byte | 0x80),
                _ => None,
            };
            c.map_or_else(|| Step::bad(2), Step::Char)
        }
    }
}

fn set_of(kind: u8, byte: u8) -> Option<Set> {
    match (kind, byte) {
        (b'(', b'B') => Some(Set::Ascii),
        (b'(', b'J') => Some(Set::Roman),
        (b'(', b'I') => Some(Set::Katakana),
        (b'$', b'@' | b'B') => Some(Set::Kanji),
        _ => None,
    }
}

/// The escape byte is bad; what stands behind it is read as text.
fn broken_escape(state: &mut State) -> Step {
    state.shift.just_shifted = false;
    state.give_back(1);
    Step::Bad(Bad { length: 1, again: true })
}

fn in_set(state: &mut State, byte: u8) -> Step {
    state.shift.just_shifted = false;
    match (state.shift.set, byte) {
        (Set::Kanji, 0x21..=0x7e) => state.hold(byte),
        (Set::Katakana, 0x21..=0x5f) => Step::found(half_width(byte | 0x80), byte, 1),
        (Set::Roman, 0x5c) => Step::Char('¥'),
        (Set::Roman, 0x7e) => Step::Char('‾'),
        // Shift out and shift in belong to another ISO-2022.
        (Set::Ascii | Set::Roman, 0..=0x7f) if !matches!(byte, 0x0e | 0x0f) => Step::Char(byte.into()),
        _ => Step::bad(1),
    }
}

/// The input ends within a character or an escape.
pub(crate) fn end(state: &mut State) -> DecoderResult {
    if state.held[0] == ESCAPE {
        state.shift.just_shifted = false;
        state.give_back(1);
    }
    state.count = 0;
    DecoderResult::Malformed(1, 0)
}

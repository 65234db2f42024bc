//! Encodings of Chinese and Korean: a lead byte and a trail byte, looked up in the platform's tables.

use crate::decode::{Bad, State, Step};
use crate::platform;
use std::ops::RangeInclusive;
use std::sync::OnceLock;

/// Characters by lead and trail, asked of the platform once.
pub(crate) struct Table {
    label: &'static str,
    /// Stands before each pair.
    prefix: &'static [u8],
    leads: RangeInclusive<u8>,
    chars: OnceLock<Box<[char]>>,
}

/// Trails of all encodings, those of the four-byte forms aside.
const TRAILS: RangeInclusive<u8> = 0x40..=0xfe;

/// Places in a table for one lead.
const ROW: usize = 256;

/// Stands after each pair: even a decoder that takes the first as a trail leaves some.
const GAP: &[u8] = b"\n\n\n\n";

impl Table {
    pub(crate) const fn new(label: &'static str, prefix: &'static [u8], leads: RangeInclusive<u8>) -> Self {
        Self { label, prefix, leads, chars: OnceLock::new() }
    }

    pub(crate) fn get(&self, lead: u8, trail: u8) -> Option<char> {
        let row = usize::from(lead).checked_sub(usize::from(*self.leads.start()))?;
        let c = *self.chars.get_or_init(|| self.ask()).get(row * ROW + usize::from(trail))?;
        (c != '\0').then_some(c)
    }

    fn pairs(&self) -> impl Iterator<Item = (u8, u8)> {
        self.leads.clone().flat_map(|lead| TRAILS.map(move |trail| (lead, trail)))
    }

    fn ask(&self) -> Box<[char]> {
        let mut bytes = Vec::new();
        for (lead, trail) in self.pairs() {
            bytes.extend(self.prefix);
            bytes.extend([lead, trail]);
            bytes.extend(GAP);
        }
        let text = platform::decode(self.label, &bytes);
        let mut chars = vec!['\0'; ROW * self.leads.len()].into_boxed_slice();
        for ((lead, trail), found) in self.pairs().zip(text.split('\n').filter(|found| !found.is_empty())) {
            let mut found = found.chars();
            if let (Some(c), None) = (found.next().filter(|&c| c != '\u{fffd}'), found.next()) {
                chars[usize::from(lead - self.leads.start()) * ROW + usize::from(trail)] = c;
            }
        }
        chars
    }
}

static GB18030: Table = Table::new("gb18030", b"", 0x81..=0xfe);
static BIG5: Table = Table::new("big5", b"", 0x81..=0xfe);
static EUC_KR: Table = Table::new("euc-kr", b"", 0x81..=0xfe);

/// Encoding Standard 10.2.1, one byte; GBK is decoded the same.
pub(crate) fn gb18030(state: &mut State, byte: u8) -> Step {
    match (state.count, byte) {
        (0, 0..=0x7f) => Step::Char(byte.into()),
        (0, 0x80) => Step::Char('€'),
        (0, 0xff) => Step::bad(1),
        (0, _) | (1, b'0'..=b'9') | (2, 0x81..=0xfe) => state.hold(byte),
        (1, _) => {
            state.count = 0;
            Step::found(GB18030.get(state.held[0], byte), byte, 2)
        }
        (3, b'0'..=b'9') => {
            state.hold(byte);
            state.count = 0;
            four_bytes(&state.held)
        }
        _ => {
            state.give_back(1);
            Step::Bad(Bad { length: 1, again: true })
        }
    }
}

/// The four bytes of U+FFFD.
const FFFD_IN_GB18030: [u8; 4] = [0x84, 0x31, 0xa4, 0x37];

fn four_bytes(bytes: &[u8; 4]) -> Step {
    let text = platform::decode("gb18030", bytes);
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if c != '\u{fffd}' || *bytes == FFFD_IN_GB18030 => Step::Char(c),
        _ => Step::bad(4),
    }
}

/// Encoding Standard 11.1.1, one byte.
pub(crate) fn big5(state: &mut State, byte: u8) -> Step {
    match (state.lead(), byte) {
        (None, 0..=0x7f) => Step::Char(byte.into()),
        (None, 0x81..=0xfe) => state.hold(byte),
        (None, _) => Step::bad(1),
        (Some(0x88), 0x62) => Step::Two('\u{ca}', '\u{304}'),
        (Some(0x88), 0x64) => Step::Two('\u{ca}', '\u{30c}'),
        (Some(0x88), 0xa3) => Step::Two('\u{ea}', '\u{304}'),
        (Some(0x88), 0xa5) => Step::Two('\u{ea}', '\u{30c}'),
        (Some(lead), _) => Step::found(BIG5.get(lead, byte), byte, 2),
    }
}

/// Encoding Standard 13.1.1, one byte.
pub(crate) fn euc_kr(state: &mut State, byte: u8) -> Step {
    match (state.lead(), byte) {
        (None, 0..=0x7f) => Step::Char(byte.into()),
        (None, 0x81..=0xfe) => state.hold(byte),
        (None, _) => Step::bad(1),
        (Some(lead), _) => Step::found(EUC_KR.get(lead, byte), byte, 2),
    }
}

//! The page's bytes that are not written yet, and where the places of the text lie in them.

use crate::decode::Decoder;
use std::collections::VecDeque;

/// Bytes of text between two places that are noted besides the signs.
const STEP: u64 = 1 << 12;

/// What waits to be written.
#[derive(Debug, Default)]
pub(super) struct Source {
    bytes: VecDeque<u8>,
    /// Which of the page's bytes is the first that waits.
    start: u64,
    /// Bytes of one sign.
    width: u64,
    /// Bytes of the text that were decoded.
    decoded: u64,
    /// Each sign of the markup: its place in the text, and in the bytes.
    signs: VecDeque<(u64, u64)>,
    /// Signs of the text whose place in the bytes is not known yet; as a rule none.
    unplaced: VecDeque<u64>,
    /// Other places of the text and the bytes, between characters.
    steps: VecDeque<(u64, u64)>,
}

impl Source {
    /// Takes the next bytes, and the text that they brought.
    pub(super) fn take(&mut self, bytes: &[u8], text: &str, decoder: &mut Decoder) {
        self.bytes.extend(bytes);
        let signs = text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'<' | b'>'));
        self.unplaced.extend(signs.map(|(i, _)| self.decoded + i as u64));
        for byte in decoder.take_signs() {
            if let Some(place) = self.unplaced.pop_front() {
                self.signs.push_back((place, byte));
            }
        }
        self.decoded += text.len() as u64;
        self.width = decoder.width();
        if self.steps.back().is_none_or(|step| step.0 + STEP <= self.decoded) {
            self.steps.push_back((self.decoded, decoder.decoded()));
        }
    }

    /// How many bytes were given out.
    pub(super) fn start(&self) -> u64 {
        self.start
    }

    /// How many bytes came.
    pub(super) fn end(&self) -> u64 {
        self.start + self.bytes.len() as u64
    }

    /// The byte at which the sign at this place of the text begins.
    pub(super) fn byte_at(&self, place: u64) -> Option<u64> {
        self.signs.binary_search_by_key(&place, |sign| sign.0).ok().and_then(|nth| self.signs.get(nth)).map(|sign| sign.1)
    }

    /// The byte behind what lies before this place of the text: a sign, or the text's end.
    pub(super) fn byte_behind(&self, place: u64) -> Option<u64> {
        if place == self.decoded {
            return Some(self.end());
        }
        // A tag begins there, or one ends before.
        self.byte_at(place).or_else(|| self.byte_at(place.checked_sub(1)?).map(|byte| byte + self.width))
    }

    /// How long the text is.
    pub(super) fn text_end(&self) -> u64 {
        self.decoded
    }

    /// A byte, as far as one is known, that the text up to this place lies before.
    pub(super) fn byte_before(&self, place: u64) -> u64 {
        let last = |places: &VecDeque<(u64, u64)>| match places.partition_point(|p| p.0 <= place) {
            0 => None,
            behind => places.get(behind - 1).map(|p| p.1),
        };
        last(&self.signs).max(last(&self.steps)).unwrap_or(self.start).max(self.start)
    }

    /// Gives out the bytes up to this one.
    pub(super) fn release(&mut self, to: u64) -> impl Iterator<Item = u8> + '_ {
        let count = (to.saturating_sub(self.start) as usize).min(self.bytes.len());
        self.start += count as u64;
        let keep = |places: &mut VecDeque<(u64, u64)>, start: u64| {
            let gone = places.partition_point(|p| p.1 < start);
            places.drain(..gone);
        };
        keep(&mut self.signs, self.start);
        keep(&mut self.steps, self.start);
        self.bytes.drain(..count)
    }
}

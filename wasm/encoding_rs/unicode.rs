//! UTF-8 where it is broken or cut, and UTF-16.

use crate::decode::{Bad, State, Step};

/// Encoding Standard 8.1.1, one byte.
pub(crate) fn utf8(state: &mut State, byte: u8) -> Step {
    if state.count == 0 {
        return match byte {
            0..=0x7f => Step::Char(byte.into()),
            0xc2..=0xf4 => state.hold(byte),
            _ => Step::bad(1),
        };
    }
    let (lead, count) = (state.held[0], state.count);
    // The second byte's range shuts out overlong forms, surrogates and what is beyond Unicode.
    let range = match lead {
        0xe0 if count == 1 => 0xa0..=0xbf,
        0xed if count == 1 => 0x80..=0x9f,
        0xf0 if count == 1 => 0x90..=0xbf,
        0xf4 if count == 1 => 0x80..=0x8f,
        _ => 0x80..=0xbf,
    };
    if !range.contains(&byte) {
        state.count = 0;
        return Step::Bad(Bad { length: count as u8, again: true });
    }
    state.hold(byte);
    let length = match lead {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    };
    if state.count < length {
        return Step::Hold;
    }
    state.count = 0;
    let c = std::str::from_utf8(&state.held[..length]).ok().and_then(|text| text.chars().next());
    c.map_or_else(|| Step::bad(length as u8), Step::Char)
}

/// Encoding Standard 14.2.1, one byte.
pub(crate) fn utf16(state: &mut State, byte: u8, unit: fn([u8; 2]) -> u16) -> Step {
    if state.count % 2 == 0 {
        return state.hold(byte);
    }
    let code = unit([state.held[state.count - 1], byte]);
    if state.count == 3 {
        let high = unit([state.held[0], state.held[1]]);
        if (0xdc00..=0xdfff).contains(&code) {
            state.count = 0;
            let code = 0x10000 + (u32::from(high & 0x3ff) << 10) + u32::from(code & 0x3ff);
            return char::from_u32(code).map_or_else(|| Step::bad(4), Step::Char);
        }
        state.give_back(2);
        return Step::Bad(Bad { length: 2, again: true });
    }
    match code {
        0xd800..=0xdbff => state.hold(byte),
        _ => {
            state.count = 0;
            char::from_u32(code.into()).map_or_else(|| Step::bad(2), Step::Char)
        }
    }
}

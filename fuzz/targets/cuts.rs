//! A page, and where it is cut: the first bytes say how long each piece is.

#![no_main]

#[path = "../../tests/allowed/mod.rs"]
mod allowed;
#[allow(dead_code, reason = "each target uses its part")]
#[path = "../../tests/fuzz/generate.rs"]
mod generate;
#[allow(dead_code, reason = "each target uses its part")]
#[path = "../../tests/fuzz/oracle.rs"]
mod oracle;

use generate::Dice;

/// Bytes that say where to cut.
const CUTS: usize = 16;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let (cuts, page) = data.split_at(data.len().min(CUTS));
    let mut sizes = Dice::given(cuts);
    let whole = oracle::read(&oracle::usual(), page, |_| usize::MAX);
    assert_eq!(whole, oracle::read(&oracle::usual(), page, |_| 1 + sizes.roll(256)), "differs in pieces");
});

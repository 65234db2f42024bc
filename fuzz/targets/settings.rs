//! Settings first: labels, addresses, moments and limits of any kind, then a page.

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
use offprint::Settings;

/// Bytes of the settings.
const SETTINGS: usize = 96;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let (first, page) = data.split_at(data.len().min(SETTINGS));
    let (numbers, words) = first.split_at(first.len().min(32));
    let mut dice = Dice::given(numbers);
    let words = String::from_utf8_lossy(words);
    let (address, label) = words.split_once(' ').unwrap_or((&words, ""));
    let moment = (0..8).fold(0, |moment: i64, _| moment << 8 | dice.roll(256) as i64);
    let settings = Settings::new().with_url(address).with_content_type(label).with_now(moment).with_limits(oracle::limits(&mut dice));
    oracle::holds(&settings, page);
});

//! What a fuzzer's bytes mean: one function for each target of `fuzz/`. The inputs that are kept go through them in the tests.

use super::generate::Dice;
use super::oracle;
use offprint::Settings;

/// Bytes that say where to cut.
const CUTS: usize = 16;
/// Bytes of the settings, and of these the bytes of numbers.
const SETTINGS: usize = 96;
const NUMBERS: usize = 32;

/// Any bytes as a page.
pub(crate) fn bytes(page: &[u8]) {
    oracle::holds(&oracle::usual(), page);
}

/// A page, and where it is cut: the first bytes say how long each piece is.
pub(crate) fn cuts(data: &[u8]) {
    let (cuts, page) = data.split_at(data.len().min(CUTS));
    let mut sizes = Dice::given(cuts);
    let whole = oracle::read(&oracle::usual(), page, |_| usize::MAX);
    assert_eq!(whole, oracle::read(&oracle::usual(), page, |_| 1 + sizes.roll(256)), "differs in pieces");
}

/// Pages of tags and texts: each byte is a choice of the generator's grammar.
pub(crate) fn grammar(choices: &[u8]) {
    oracle::hold(Dice::given(choices));
}

/// Settings first: labels, addresses, moments and limits of any kind, then a page.
pub(crate) fn settings(data: &[u8]) {
    let (first, page) = data.split_at(data.len().min(SETTINGS));
    let (numbers, words) = first.split_at(first.len().min(NUMBERS));
    let mut dice = Dice::given(numbers);
    let words = String::from_utf8_lossy(words);
    let (address, label) = words.split_once(' ').unwrap_or((&words, ""));
    let moment = (0..8).fold(0, |moment: i64, _| moment << 8 | dice.roll(256) as i64);
    let settings = Settings::new().with_url(address).with_content_type(label).with_now(moment).with_limits(oracle::limits(&mut dice));
    oracle::holds(&settings, page);
}

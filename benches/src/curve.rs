//! How the cost grows with the page: with its bytes, and with the stories on it.

use crate::contestant::{CONTESTANTS, OURS};
use crate::pages::generated;
use std::hint::black_box;
use std::time::Instant;

const SIZES: [usize; 5] = [10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];
const ARTICLES: [usize; 6] = [1, 2, 10, 50, 100, 200];
/// Bytes of the pages with more and more stories.
const MANY: usize = 1_000_000;
/// Bytes; from here on one turn is long enough to trust.
const LONG: usize = 10_000_000;
/// Bytes; a tree of more is not built.
const TREE: usize = 1_000_000;

/// Prints both tables, in nanoseconds for each byte: a cost that is linear stays the same.
pub(crate) fn run() {
    println!("\nns a byte, by the page's size and one story\n\n| bytes | {} |\n|---|---|---|---|", names());
    for bytes in SIZES {
        println!("| {bytes} | {} |", costs(&generated(bytes, 1)));
    }
    println!("\nns a byte, {MANY} bytes, by the number of stories\n\n| stories | {} |\n|---|---|---|---|", names());
    for articles in ARTICLES {
        println!("| {articles} | {} |", costs(&generated(MANY, articles)));
    }
}

fn names() -> String {
    CONTESTANTS.map(|(name, _)| name).join(" | ")
}

fn costs(page: &[u8]) -> String {
    let is_fit = |name: &str| page.len() <= TREE * 2 || name == OURS || name.starts_with("lol_html");
    CONTESTANTS.map(|(name, run)| if is_fit(name) { format!("{:.1}", cost(page, run)) } else { "–".to_owned() }).join(" | ")
}

fn cost(page: &[u8], run: fn(&[u8]) -> usize) -> f64 {
    let turns = if page.len() >= LONG { 1 } else { 5 };
    let once = || {
        let start = Instant::now();
        black_box(run(black_box(page)));
        start.elapsed().as_secs_f64()
    };
    (0..turns).map(|_| once()).fold(f64::MAX, f64::min) * 1e9 / page.len() as f64
}

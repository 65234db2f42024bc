//! Who is how fast: for each page everybody's best time of several turns, summed.

use crate::contestant::CONTESTANTS;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Turns a page; the best counts, as all that the machine does beside only adds.
const TURNS: usize = 7;

/// Prints the table for a set of pages.
pub(crate) fn run(what: &str, pages: &[Vec<u8>]) {
    let bytes: usize = pages.iter().map(Vec::len).sum();
    let mut total = [Duration::ZERO; CONTESTANTS.len()];
    for page in pages {
        for (sum, best) in total.iter_mut().zip(best(page)) {
            *sum += best;
        }
    }
    println!("\n{what}: {} pages, {:.1} MB\n", pages.len(), bytes as f64 / 1e6);
    println!("| from bytes to clean HTML | MB/s | ms a page | times our speed |\n|---|---|---|---|");
    for ((name, _), time) in CONTESTANTS.iter().zip(total) {
        let seconds = time.as_secs_f64();
        let ratio = total[1].as_secs_f64() / seconds;
        println!("| {name} | {:.1} | {:.2} | {ratio:.2} |", bytes as f64 / 1e6 / seconds, seconds * 1e3 / pages.len() as f64);
    }
}

/// The best time of each, taking turns.
fn best(page: &[u8]) -> [Duration; CONTESTANTS.len()] {
    let mut best = [Duration::MAX; CONTESTANTS.len()];
    for _ in 0..TURNS {
        for (best, (_, run)) in best.iter_mut().zip(CONTESTANTS) {
            let start = Instant::now();
            black_box(run(black_box(page)));
            *best = (*best).min(start.elapsed());
        }
    }
    best
}

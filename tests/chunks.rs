//! What comes out does not depend on how the bytes came in.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod page;

use offprint::Change;
use page::{Page, reading};

/// Bytes a write; 1 splits everything that can be split, the odd ones drift through the page.
const SIZES: &[usize] = &[1, 2, 3, 7, 13, 64, 257, 1024, 4096, 16_384];

/// Pages up to this many bytes are also cut in two at every byte; the cost grows with the square.
const EVERY_CUT: usize = 1024;

#[test]
fn sizes_of_pieces_do_not_matter() {
    for page in page::all() {
        let whole = reading::read(&page);
        for &size in SIZES {
            let pieces = reading::read_in(&page, page.html.chunks(size));
            assert_same(&page, &whole.changes, &pieces.changes, &format!("{size} bytes at a time"));
            assert_eq!(whole.json, pieces.json, "{}, {size} bytes at a time", page.name);
        }
    }
}

/// The changes alone are compared: the JSON follows from them.
#[test]
fn every_cut_gives_the_same() {
    for page in page::all().iter().filter(|p| p.html.len() <= EVERY_CUT) {
        let whole = reading::read(page).changes;
        for at in 0..=page.html.len() {
            let (head, tail) = page.html.split_at(at);
            let pieces = reading::changes_in(page, [head, tail].into_iter());
            assert_same(page, &whole, &pieces, &format!("cut at byte {at}"));
        }
    }
}

/// Changes may come with an earlier or later write, but the same ones in the same order.
fn assert_same(page: &Page, whole: &[Change], pieces: &[Change], how: &str) {
    let differs = whole.iter().zip(pieces).position(|(a, b)| a != b);
    let nth = differs.unwrap_or_else(|| whole.len().min(pieces.len()));
    let (name, whole_nth, pieces_nth) = (&page.name, whole.get(nth), pieces.get(nth));
    assert!(whole == pieces, "{name}, {how}: change {nth} differs\n  whole  {whole_nth:?}\n  pieces {pieces_nth:?}");
}

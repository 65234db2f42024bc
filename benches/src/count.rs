//! One page for a profiler that counts instructions: they do not depend on what the machine does beside.

use crate::contestant::named;
use std::fs;
use std::hint::black_box;

/// Has one contestant read a page twice: what is set up once is no part of the second time, which is all that [`counted`] does.
pub(crate) fn run(name: &str, path: &str) -> Result<(), String> {
    let run = named(name)?;
    let page = fs::read(path).map_err(|e| e.to_string())?;
    black_box(run(&page));
    counted(run, &page);
    Ok(())
}

/// A function of its own, so that a profiler can be told to look at nothing else.
#[inline(never)]
fn counted(run: fn(&[u8]) -> usize, page: &[u8]) {
    black_box(run(black_box(page)));
}

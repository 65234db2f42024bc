//! `cargo xtask size`: what the wasm costs to download.

use crate::wasm::{self, Build};
use anyhow::{Result, ensure};
use std::fs;

/// Bytes, brotli at its best; the promise of the first version.
const BUDGET: usize = 400_000;

/// Prints the size and fails over budget.
pub(crate) fn size() -> Result<()> {
    wasm::wasm(Build::Extension)?;
    let raw = fs::read(Build::Extension.wasm())?;
    let packed = brotli(&raw)?;
    println!("the extension's wasm: {} bytes, {packed} in brotli; budget {BUDGET}", raw.len());
    ensure!(packed <= BUDGET, "{} bytes over budget", packed - BUDGET);
    Ok(())
}

/// Bytes of something after brotli at its best, which servers that care serve.
pub(crate) fn brotli(raw: &[u8]) -> Result<usize> {
    let mut packed = Vec::new();
    ::brotli::BrotliCompress(&mut &raw[..], &mut packed, &::brotli::enc::BrotliEncoderParams::default())?;
    Ok(packed.len())
}

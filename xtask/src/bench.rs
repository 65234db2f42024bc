//! `cargo xtask bench`: how fast the core is beside others of its kind, natively or in a browser.

use crate::{need, place, spawn, wasm};
use anyhow::Result;

/// Pages of real sites, where they are at hand.
const CORPUS: &str = "../shared/corpus";

/// Runs the race; `--browser` in Chromium, `--path DIR` with another corpus.
pub(crate) fn bench(args: &[String]) -> Result<()> {
    let corpus = args.iter().skip_while(|arg| *arg != "--path").nth(1).map_or(CORPUS, String::as_str);
    if args.iter().any(|arg| arg == "--browser") { browser(corpus) } else { native(corpus) }
}

fn native(corpus: &str) -> Result<()> {
    let mut cargo = spawn::cargo();
    cargo.args(["run", "--release", "--manifest-path", "benches/Cargo.toml", "--target-dir"]).arg(place::target().join("bench"));
    spawn::run(cargo.arg("--").arg(corpus))
}

fn browser(corpus: &str) -> Result<()> {
    wasm::wasm()?;
    let browser = need::browser()?;
    spawn::run(spawn::node("xtask/browser/bench.mjs").arg(corpus).env("CHROME", browser))
}

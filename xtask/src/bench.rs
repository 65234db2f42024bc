//! `cargo xtask bench`: how fast the core is beside others of its kind, natively or in a browser, and what hostile pages cost.

use crate::wasm::{self, Build};
use crate::{dist, need, place, spawn};
use anyhow::Result;

/// Runs the race; `--browser` in Chromium, `--path DIR` with another corpus; or `--hostile` pages, natively and in wasm; or what a
/// person `--waits` for in the extension.
pub(crate) fn bench(args: &[String]) -> Result<()> {
    let corpus = args.iter().skip_while(|arg| *arg != "--path").nth(1).map_or(place::CORPUS, String::as_str);
    let is_asked = |option: &str| args.iter().any(|arg| arg == option);
    if is_asked("--hostile") {
        return hostile();
    }
    if is_asked("--waits") {
        return waits(corpus);
    }
    if is_asked("--browser") { browser(corpus) } else { native(&[corpus]) }
}

/// The pages are left in `target/hostile`, half a gigabyte.
fn hostile() -> Result<()> {
    let pages = place::target().join("hostile");
    native(&["hostile", &pages.to_string_lossy()])?;
    wasm::wasm(Build::Package)?;
    spawn::run(spawn::node("benches/wasm/hostile.mjs").arg(pages))
}

fn native(args: &[&str]) -> Result<()> {
    let mut cargo = spawn::cargo();
    cargo.args(["run", "--release", "--manifest-path", "benches/Cargo.toml", "--target-dir"]).arg(place::target().join("bench"));
    spawn::run(cargo.arg("--").args(args))
}

fn browser(corpus: &str) -> Result<()> {
    wasm::wasm(Build::Package)?;
    let browser = need::browser()?;
    spawn::run(spawn::node("xtask/browser/bench.mjs").arg(corpus).env("CHROME", browser))
}

fn waits(corpus: &str) -> Result<()> {
    dist::dist(&["chrome".to_owned()])?;
    let browser = need::browser()?;
    spawn::run(spawn::node("xtask/browser/waits.mjs").arg(corpus).env("CHROME", browser))
}

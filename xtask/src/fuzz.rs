//! `cargo xtask fuzz`: what must hold for any input, for as long as is wanted.

use crate::spawn;
use anyhow::{Context, Result, ensure};
use std::time::{SystemTime, UNIX_EPOCH};

/// Seconds, where none are given: an hour.
const SECONDS: &str = "3600";
/// The coverage-guided targets of `fuzz/`.
const TARGETS: [&str; 4] = ["bytes", "cuts", "grammar", "settings"];
/// Bytes of an input; longer ones find nothing that these do not, more slowly.
const MAX_INPUT: &str = "-max_len=8192";
/// Seconds after which one input counts as a hang.
const HANG: &str = "-timeout=20";

/// Runs one of the coverage-guided targets, or the generated pages of `tests/fuzz` where none is named.
pub(crate) fn fuzz(args: &[String]) -> Result<()> {
    let target = args.first().filter(|word| !word.starts_with(|c: char| c.is_ascii_digit()));
    let seconds = args.get(usize::from(target.is_some())).map_or(SECONDS, String::as_str);
    let seconds: u64 = seconds.parse().context("the time is a number of seconds")?;
    target.map_or_else(|| generated(seconds), |target| guided(target, seconds))
}

/// Each run starts with pages of its own.
#[allow(clippy::disallowed_methods, reason = "the moment is what makes them its own")]
fn generated(seconds: u64) -> Result<()> {
    let from = SystemTime::now().duration_since(UNIX_EPOCH).context("the clock stands before 1970")?.as_secs() << 20;
    let mut test = spawn::cargo();
    test.args(["test", "--release", "--test", "fuzz", "--", "--nocapture"]);
    spawn::run(test.env("FUZZ_SECONDS", seconds.to_string()).env("FUZZ_FROM", from.to_string()))
}

/// Without sanitizer: `unsafe` is forbidden, and so the stable compiler will do.
fn guided(target: &str, seconds: u64) -> Result<()> {
    ensure!(TARGETS.contains(&target), "no target is called {target}; there are {}", TARGETS.join(", "));
    let installed = spawn::cargo().args(["fuzz", "--version"]).output().is_ok_and(|told| told.status.success());
    ensure!(installed, "cargo-fuzz is missing: cargo install cargo-fuzz");
    let mut fuzz = spawn::cargo();
    fuzz.args(["fuzz", "run", "--sanitizer", "none", target, "--", MAX_INPUT, HANG]);
    spawn::run(fuzz.arg(format!("-max_total_time={seconds}")))
}

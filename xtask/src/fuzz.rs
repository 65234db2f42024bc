//! `cargo xtask fuzz`: the generated pages of `tests/fuzz`, for as long as is wanted.

use crate::spawn;
use anyhow::{Context, Result};
use std::time::{SystemTime, UNIX_EPOCH};

/// Each run starts with pages of its own.
pub(crate) fn fuzz(seconds: &str) -> Result<()> {
    let seconds: u64 = seconds.parse().context("the time is a number of seconds")?;
    let from = SystemTime::now().duration_since(UNIX_EPOCH).context("the clock stands before 1970")?.as_secs() << 20;
    let mut test = spawn::cargo();
    test.args(["test", "--release", "--test", "fuzz", "--", "--nocapture"]);
    spawn::run(test.env("FUZZ_SECONDS", seconds.to_string()).env("FUZZ_FROM", from.to_string()))
}

//! `cargo xtask fuzz`: what must hold for any input, for as long as is wanted.

use crate::{place, spawn};
use anyhow::{Context, Result, ensure};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// Seconds, where none are given: an hour.
const SECONDS: &str = "3600";
/// The coverage-guided targets of `fuzz/`.
const TARGETS: [&str; 4] = ["bytes", "cuts", "grammar", "settings"];
/// Bytes of an input; longer ones find nothing that these do not, more slowly.
const MAX_INPUT: &str = "-max_len=4096";
/// Seconds after which one input counts as a hang: busy machines stall for twenty.
const HANG: &str = "-timeout=60";
/// Long inputs from the start: of short ones the page that follows the settings is empty.
const LONG: &str = "-len_control=0";
/// Bytes of an input that is kept, and of a target's kept inputs: the tests read them all, byte by byte.
const KEPT_INPUT: u64 = 512;
const KEPT: usize = 20_000;

/// Runs one of the coverage-guided targets, or the generated pages of `tests/fuzz` where none is named.
pub(crate) fn fuzz(args: &[String]) -> Result<()> {
    if let [keep, target] = args
        && keep == "keep"
    {
        return minimise(target);
    }
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

/// From the kept inputs and those that earlier runs found.
fn guided(target: &str, seconds: u64) -> Result<()> {
    let (found, kept) = (folder("found", target)?, folder("kept", target)?);
    unpack(&packed(target), &kept)?;
    let mut fuzz = libfuzzer(target)?;
    fuzz.args([&found, &kept]).args(["--", MAX_INPUT, HANG, "-print_final_stats=1"]);
    if target == "settings" {
        fuzz.arg(LONG);
    }
    spawn::run(fuzz.arg(format!("-max_total_time={seconds}")))
}

/// Packs the fewest of all inputs that reach what all of them reach, short ones first.
fn minimise(target: &str) -> Result<()> {
    let (found, kept, fewest) = (folder("found", target)?, folder("kept", target)?, folder("fewest", target)?);
    unpack(&packed(target), &kept)?;
    fs::remove_dir_all(&fewest)?;
    fs::create_dir_all(&fewest)?;
    let mut fuzz = libfuzzer(target)?;
    spawn::run(fuzz.args([&fewest, &found, &kept]).args(["--", "-merge=1", HANG]))?;
    pack(&fewest, &packed(target))
}

/// Without sanitizer: `unsafe` is forbidden, and so the stable compiler will do.
fn libfuzzer(target: &str) -> Result<std::process::Command> {
    ensure!(TARGETS.contains(&target), "no target is called {target}; there are {}", TARGETS.join(", "));
    let installed = spawn::cargo().args(["fuzz", "--version"]).output().is_ok_and(|told| told.status.success());
    ensure!(installed, "cargo-fuzz is missing: cargo install cargo-fuzz");
    let mut fuzz = spawn::cargo();
    fuzz.args(["fuzz", "run", "--sanitizer", "none", "--target-dir"]).arg(place::target().join("fuzz/build")).arg(target);
    Ok(fuzz)
}

/// Inputs as files, as libFuzzer wants them; not kept in the repository.
fn folder(what: &str, target: &str) -> Result<PathBuf> {
    let folder = place::target().join("fuzz").join(what).join(target);
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The kept inputs: one a line, two digits a byte.
fn packed(target: &str) -> PathBuf {
    place::at("fuzz/corpus").join(format!("{target}.hex"))
}

fn unpack(packed: &Path, folder: &Path) -> Result<()> {
    for (nth, line) in fs::read_to_string(packed)?.lines().enumerate() {
        let digits = line.as_bytes().chunks(2).map(|byte| u8::from_str_radix(std::str::from_utf8(byte)?, 16).map_err(Into::into));
        fs::write(folder.join(nth.to_string()), digits.collect::<Result<Vec<u8>>>()?)?;
    }
    Ok(())
}

fn pack(folder: &Path, packed: &Path) -> Result<()> {
    let mut inputs = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if (1..=KEPT_INPUT).contains(&entry.metadata()?.len()) {
            inputs.push(fs::read(entry.path())?);
        }
    }
    inputs.sort_by(|one, other| (one.len(), one).cmp(&(other.len(), other)));
    let mut lines = String::new();
    let mut bytes = 0;
    for input in inputs {
        bytes += input.len();
        if bytes > KEPT {
            break;
        }
        input.iter().try_for_each(|byte| write!(lines, "{byte:02x}"))?;
        lines.push('\n');
    }
    Ok(fs::write(packed, lines)?)
}

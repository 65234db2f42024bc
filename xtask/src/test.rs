//! `cargo xtask test`: everything, and one line that sums it up.

use crate::wasm::{self, Build};
use crate::{check, dist, need, place, site, spawn};
use anyhow::{Context, Result, ensure};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Ten minutes a file: a test that hangs is a failure, not a wait.
const TEST_TIMEOUT: &str = "--test-timeout=600000";

#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
}

/// Runs every test to its end, whatever fails on the way.
pub(crate) fn test() -> Result<()> {
    let mut tally = Tally::default();
    tally.suite("Rust", spawn::cargo().args(["test", "--workspace", "--no-fail-fast"]));
    tally.suite(
        "charsets of the wasm",
        spawn::cargo()
            .args(["test", "--manifest-path", "wasm/encoding_rs/Cargo.toml", "--target-dir"])
            .arg(place::target().join("encoding")),
    );
    tally.step("build", build);
    tally.step("types", check::types);
    tally.suite("wasm against native", &mut node_tests("tests/wasm/", 2));
    tally.suite("npm package in Node and in an edge runtime", &mut node_tests("tests/npm/", 1));
    tally.step("browsers", || need::browser().and(need::firefox()).map(drop));
    need::screen();
    // One at a time: each has a browser of its own.
    tally.suite("extension and site in Chromium", &mut node_tests("tests/e2e/", 1));
    tally.suite("extension in Firefox", &mut node_tests("tests/firefox/", 1));
    println!("\n{} passed, {} failed", tally.passed, tally.failed);
    ensure!(tally.failed == 0, "tests failed");
    Ok(())
}

fn build() -> Result<()> {
    wasm::wasm(Build::Package)?;
    wasm::wasm(Build::Extension)?;
    dist::extension("chrome")?;
    dist::extension("firefox")?;
    site::site()?;
    dist::npm()?;
    spawn::run(spawn::cargo().args(["build", "--bin", "offprint"]))
}

fn node_tests(folder: &str, jobs: usize) -> Command {
    let mut command = spawn::command("node");
    command.args(["--test", "--test-reporter=tap", TEST_TIMEOUT]).arg(format!("--test-concurrency={jobs}"));
    command.env("OFFPRINT", place::target().join("debug/offprint"));
    for (variable, browser) in [("CHROME", need::browser()), ("FIREFOX", need::firefox())] {
        if let Ok(browser) = browser {
            command.env(variable, browser);
        }
    }
    let mut files: Vec<_> = std::fs::read_dir(place::at(folder)).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    command.args(files);
    command
}

impl Tally {
    /// A step without tests of its own counts as one.
    fn step(&mut self, name: &str, step: impl FnOnce() -> Result<()>) {
        println!("\n== {name}");
        match step() {
            Ok(()) => self.passed += 1,
            Err(error) => {
                println!("{name}: {error:#}");
                self.failed += 1;
            }
        }
    }

    /// Runs a command and counts the tests that it reports; one that dies without a failed test counts as one.
    fn suite(&mut self, name: &str, command: &mut Command) {
        println!("\n== {name}");
        let before = self.failed;
        let ended_well = self.follow(command).unwrap_or_else(|error| {
            println!("{name}: {error:#}");
            false
        });
        if !ended_well && self.failed == before {
            self.failed += 1;
        }
    }

    fn follow(&mut self, command: &mut Command) -> Result<bool> {
        let mut child = command.stdout(Stdio::piped()).spawn().context("could not be started")?;
        let output = child.stdout.take().context("no output")?;
        for line in BufReader::new(output).lines() {
            let line = line?;
            println!("{line}");
            self.count(&line);
        }
        Ok(child.wait()?.success())
    }

    /// `test result: ok. 3 passed; 1 failed; …` of cargo; `# pass 3` and `# fail 1` of Node.
    fn count(&mut self, line: &str) {
        if let Some(result) = line.strip_prefix("test result:") {
            let words: Vec<&str> = result.split_whitespace().collect();
            for pair in words.windows(2) {
                let number = pair[0].parse().unwrap_or(0);
                match pair[1].trim_end_matches(';') {
                    "passed" => self.passed += number,
                    "failed" => self.failed += number,
                    _ => {}
                }
            }
        }
        let number = |prefix| line.strip_prefix(prefix).and_then(|number: &str| number.trim().parse::<usize>().ok());
        self.passed += number("# pass ").unwrap_or(0);
        self.failed += number("# fail ").unwrap_or(0) + number("# cancelled ").unwrap_or(0);
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn reports_of_both_runners_are_counted() {
        let mut tally = Tally::default();
        for line in ["test result: FAILED. 3 passed; 1 failed; 2 ignored;", "# tests 6", "# pass 4", "# fail 2", "# cancelled 0"] {
            tally.count(line);
        }
        assert_eq!((tally.passed, tally.failed), (7, 3));
    }
}

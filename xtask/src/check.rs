//! `cargo xtask check`: formatting, lints and types; changes nothing.

use crate::wasm::{self, Build};
use crate::{need, spawn};
use anyhow::Result;

/// Checks Rust and JavaScript alike.
pub(crate) fn check() -> Result<()> {
    spawn::run(spawn::cargo().args(["fmt", "--all", "--check"]))?;
    spawn::run(spawn::cargo().args(["clippy", "--workspace", "--all-targets", "--", "-Dwarnings"]))?;
    wasm::wasm(Build::Package)?;
    types()
}

/// The types of all JavaScript, against the package's own; the package must have been built.
pub(crate) fn types() -> Result<()> {
    need::node_packages()?;
    spawn::run(spawn::package_bin("tsc").args(["--project", "."]))
}

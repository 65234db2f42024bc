//! Commands of other programs, with errors that say which and what to do.

use crate::place;
use anyhow::{Context, Result, ensure};
use std::ffi::OsStr;
use std::process::Command;

/// A command that starts in the project's root.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(place::root());
    command
}

/// The cargo that runs this task.
pub(crate) fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Node, on a script of ours.
pub(crate) fn node(script: &str) -> Command {
    let mut node = command("node");
    node.arg(script);
    node
}

/// A program of the node packages.
pub(crate) fn package_bin(name: &str) -> Command {
    command(place::at("node_modules/.bin").join(name))
}

/// Runs a command to its end; an error names the command.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let name = describe(command);
    let status = command.status().with_context(|| format!("{name} could not be started"))?;
    ensure!(status.success(), "{name} failed ({status})");
    Ok(())
}

fn describe(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

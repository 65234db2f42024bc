//! What a verb needs on the machine: installed where that works without asking, else named in one line.

use crate::{place, spawn};
use anyhow::{Context, Result, bail, ensure};
use std::path::PathBuf;
use std::process::Command;

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const OLDEST_NODE: u32 = 20;
/// As the manifest's `strict_min_version`.
const OLDEST_FIREFOX: u32 = 142;
const CHROMIUMS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const FIREFOXES: [&str; 2] = ["firefox-esr", "firefox"];
/// Programs and Debian's packages of them.
const SCREEN: [(&str, &str); 2] = [("Xvfb", "xvfb"), ("xdotool", "xdotool")];
/// Languages and Debian's packages of typefaces for them.
const TYPEFACES: [(&str, &str); 2] = [("ja", "fonts-noto-cjk"), ("ar", "fonts-noto-core")];
const MAC_CHROME: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const MAC_FIREFOX: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";

/// The wasm target of the pinned toolchain, and the sources of its standard library.
pub(crate) fn wasm_target() -> Result<()> {
    let parts = sysroot()?.join("lib/rustlib");
    for (part, kind, name) in [(WASM_TARGET, "target", WASM_TARGET), ("src/rust/library", "component", "rust-src")] {
        if !parts.join(part).is_dir() {
            eprintln!("xtask: adding the {kind} {name}");
            spawn::run(spawn::command("rustup").args([kind, "add", name])).with_context(|| format!("the Rust {kind} {name} is missing"))?;
        }
    }
    Ok(())
}

/// The folder of the compiler and its libraries.
pub(crate) fn sysroot() -> Result<PathBuf> {
    let said = spawn::command("rustc").args(["--print", "sysroot"]).output().context("rustc is missing; install it with rustup")?;
    Ok(PathBuf::from(String::from_utf8_lossy(&said.stdout).trim()))
}

/// Node and the packages of `package-lock.json`.
pub(crate) fn node_packages() -> Result<()> {
    let version = spawn::command("node").arg("--version").output().context("Node is missing; install Node 20 or later")?;
    let version = String::from_utf8_lossy(&version.stdout).trim().to_owned();
    ensure!(major(&version) >= Some(OLDEST_NODE), "Node {version} is too old; install Node {OLDEST_NODE} or later");
    if installed_packages_are_current() {
        return Ok(());
    }
    eprintln!("xtask: installing the node packages");
    spawn::run(spawn::command("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]))
}

fn installed_packages_are_current() -> bool {
    let changed = |path: &str| place::at(path).metadata().and_then(|found| found.modified()).ok();
    matches!((changed("node_modules/.package-lock.json"), changed("package-lock.json")), (Some(here), Some(wanted)) if here >= wanted)
}

/// A Chromium; `CHROME` names another one.
pub(crate) fn browser() -> Result<PathBuf> {
    program("CHROME", "chromium", &CHROMIUMS, MAC_CHROME)
}

/// A Firefox that takes the extension, the one of long support where there is one; `FIREFOX` names another one.
pub(crate) fn firefox() -> Result<PathBuf> {
    const PACKAGE: &str = "firefox-esr";
    let is_old = |firefox: &PathBuf| {
        let said = Command::new(firefox).arg("--version").output();
        said.is_ok_and(|said| major(&String::from_utf8_lossy(&said.stdout)).is_some_and(|major| major < OLDEST_FIREFOX))
    };
    let mut found = program("FIREFOX", PACKAGE, &FIREFOXES, MAC_FIREFOX)?;
    if is_old(&found) && std::env::var_os("FIREFOX").is_none() {
        install(&[PACKAGE]);
        found = program("FIREFOX", PACKAGE, &FIREFOXES, MAC_FIREFOX)?;
    }
    ensure!(
        !is_old(&found),
        "{} is older than Firefox {OLDEST_FIREFOX}; install a later one, or set FIREFOX to its binary",
        found.display()
    );
    Ok(found)
}

/// The first number of a version: of "v20.20.2", of "Mozilla Firefox 153.8.0esr".
fn major(version: &str) -> Option<u32> {
    version.split_whitespace().find_map(|word| word.trim_start_matches('v').split('.').next()?.parse().ok())
}

/// A screen of X that nobody sees, and a hand for its keyboard. The test that wants them is skipped where they cannot be had.
pub(crate) fn screen() {
    if cfg!(target_os = "linux") {
        let missing: Vec<&str> = SCREEN.iter().filter(|(name, _)| find(&[name], None).is_none()).map(|(_, package)| *package).collect();
        install(&missing);
    }
}

/// Typefaces for the scripts of the pages that are pictured: without them a picture shows boxes.
pub(crate) fn typefaces() {
    let has = |language: &&(&str, &str)| {
        let found = Command::new("fc-list").arg(format!(":lang={}", language.0)).output();
        found.is_ok_and(|found| !found.stdout.trim_ascii().is_empty())
    };
    if cfg!(target_os = "linux") {
        let missing: Vec<&str> = TYPEFACES.iter().filter(|language| !has(language)).map(|(_, package)| *package).collect();
        install(&missing);
    }
}

/// The browser that a variable names, or the first that is installed, or Debian's `package`.
fn program(variable: &str, package: &str, names: &[&str], on_mac: &str) -> Result<PathBuf> {
    if let Some(given) = std::env::var_os(variable) {
        return Ok(given.into());
    }
    if let Some(found) = find(names, Some(on_mac)) {
        return Ok(found);
    }
    install(&[package]);
    match find(names, Some(on_mac)) {
        Some(found) => Ok(found),
        None => bail!("{package} is missing; install it, or set {variable} to its binary"),
    }
}

fn find(names: &[&str], on_mac: Option<&str>) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let candidates = std::env::split_paths(&path).flat_map(|dir| names.iter().map(move |name| dir.join(name)));
    candidates.chain(on_mac.map(PathBuf::from)).find(|candidate| candidate.is_file())
}

/// Debian and Ubuntu as root, or where sudo asks for no password; elsewhere nothing happens.
fn install(packages: &[&str]) {
    if packages.is_empty() {
        return;
    }
    let apt = |words: &[&str]| {
        let is_root = Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout.trim_ascii() == b"0");
        let mut command = Command::new(if is_root { "apt-get" } else { "sudo" });
        if !is_root {
            command.args(["-n", "apt-get"]);
        }
        command.args(words).env("DEBIAN_FRONTEND", "noninteractive").status().is_ok_and(|status| status.success())
    };
    let names = packages.join(" ");
    eprintln!("xtask: missing: {names}; trying apt-get install {names}");
    // A machine's list of packages may be a year old, and the browser that it names too old for the extension.
    let _ = apt(&["update", "-qq"]);
    let _ = apt(&[&["install", "-y", "-qq"], packages].concat());
}

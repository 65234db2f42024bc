//! `cargo xtask run`: the extension in a browser, with the reader shown.

use crate::wasm::{self, Build};
use crate::{dist, need, place, spawn};
use anyhow::Result;
use std::path::Path;

/// The page that is opened where none is given.
const SAMPLE: &str = "www/sample.html";

/// Builds all and opens a page in the reader.
pub(crate) fn run(page: Option<&str>) -> Result<()> {
    wasm::wasm(Build::Extension)?;
    dist::extension("chrome")?;
    let browser = need::browser()?;
    let page = match page {
        // A path is the caller's, who may stand in another folder.
        Some(path) if Path::new(path).exists() => std::path::absolute(path)?.to_string_lossy().into_owned(),
        Some(address) => address.to_owned(),
        None => place::at(SAMPLE).to_string_lossy().into_owned(),
    };
    spawn::run(spawn::node("xtask/browser/run.mjs").arg(page).env("CHROME", browser))
}

/// Draws the extension's icons and the site's card.
pub(crate) fn icons() -> Result<()> {
    need::node_packages()?;
    let browser = need::browser()?;
    spawn::run(spawn::node("xtask/browser/icons.mjs").env("CHROME", &browser))?;
    spawn::run(spawn::node("xtask/browser/card.mjs").env("CHROME", browser))
}

/// Takes the stores' screenshots and draws their tiles.
pub(crate) fn store() -> Result<()> {
    wasm::wasm(Build::Extension)?;
    dist::extension("chrome")?;
    need::typefaces();
    let browser = need::browser()?;
    spawn::run(spawn::node("xtask/browser/store.mjs").env("CHROME", browser))
}

/// Takes pictures of the reader.
pub(crate) fn shots() -> Result<()> {
    wasm::wasm(Build::Extension)?;
    dist::extension("chrome")?;
    need::typefaces();
    let browser = need::browser()?;
    spawn::run(spawn::node("xtask/browser/shots.mjs").env("CHROME", browser))
}

//! `cargo xtask eval --chunks`: whether pages of real sites come out the same, whatever the pieces they come in.

use crate::{place, spawn};
use anyhow::{Result, ensure};
use flate2::read::GzDecoder;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// Bytes of a piece, beside the page as a whole.
const SIZES: [&str; 10] = ["1", "2", "3", "7", "13", "64", "257", "1024", "4096", "16384"];
/// Everything is in the JSON; "an hour ago" must not depend on when a page's turn comes.
const ARGUMENTS: [&str; 6] = ["--format", "json", "--url", "https://www.site.example/2026/a-story", "--now", "2026-11-26T00:00:00Z"];

/// Reads every so many-th page of the corpus with the release build.
pub(crate) fn compare(corpus: &Path, every: usize) -> Result<()> {
    let folder = place::target().join("chunks");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let pages = folder.join("pages");
    fs::create_dir_all(&pages)?;
    let mut found = Vec::new();
    find(corpus, &mut found)?;
    found.sort();
    found.iter().step_by(every.max(1)).enumerate().try_for_each(|(nth, page)| unpack(page, &pages.join(format!("{nth}.html"))))?;
    let whole = folder.join("whole");
    read(&pages, &whole, &[])?;
    let mut differences = 0;
    for size in SIZES {
        let pieces = folder.join(size);
        read(&pages, &pieces, &["--chunk", size])?;
        let (read, differ) = differ(&whole, &pieces)?;
        println!("{size} bytes at a time: {} of {read} pages differ {}", differ.len(), differ.join(" "));
        ensure!(read > 0, "no page was read");
        differences += differ.len();
    }
    ensure!(differences == 0, "{differences} differences in {}", folder.display());
    Ok(())
}

/// Pages, packed or not.
fn find(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let kind = path.extension().unwrap_or_default();
        if path.is_dir() {
            find(&path, found)?;
        } else if kind == "gz" || kind == "html" {
            found.push(path);
        }
    }
    Ok(())
}

fn unpack(page: &Path, to: &Path) -> Result<()> {
    let (mut from, mut to) = (File::open(page)?, File::create(to)?);
    let is_packed = page.extension().is_some_and(|kind| kind == "gz");
    if is_packed {
        io::copy(&mut GzDecoder::new(from), &mut to)?
    } else {
        io::copy(&mut from, &mut to)?
    };
    Ok(())
}

fn read(pages: &Path, results: &Path, chunk: &[&str]) -> Result<()> {
    let mut offprint = spawn::command(place::target().join("release/offprint"));
    spawn::run(offprint.args(ARGUMENTS).args(chunk).arg("--output").arg(results).arg(pages))
}

/// How many results there are, and the names of those that differ.
fn differ(whole: &Path, pieces: &Path) -> Result<(usize, Vec<String>)> {
    let mut read = 0;
    let mut names = Vec::new();
    for entry in fs::read_dir(whole)? {
        let entry = entry?;
        read += 1;
        if fs::read(entry.path())? != fs::read(pieces.join(entry.file_name()))? {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    Ok((read, names))
}

//! Many pages at once: a result file for each, a bar that says how far it is.

use super::options::{Input, Options};
use super::source::Source;
use super::{Failure, complain, turn, unwritten};
use indicatif::{ProgressBar, ProgressStyle};
use std::collections::HashSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How files with pages are called.
const PAGES: [&str; 4] = ["html", "htm", "xhtml", "xht"];

/// A page and the file for its result.
struct Job {
    input: Input,
    to: PathBuf,
}

/// Reads every page. One that cannot be read is said and does not stop the others.
pub(super) fn read(inputs: &[Input], folder: &Path, options: &Options) -> Result<(), Failure> {
    let jobs = jobs(inputs, folder, options.format.suffix())?;
    let bar = ProgressBar::new(jobs.len() as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len} pages, {eta} left") {
        bar.set_style(style);
    }
    let failed = AtomicUsize::new(0);
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Err(Failure::Usage(why) | Failure::Work(why)) = perform(job, options) {
                failed.fetch_add(1, Ordering::Relaxed);
                bar.suspend(|| complain(&why, 1));
            }
            bar.inc(1);
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, Into::into).min(jobs.len()) {
            scope.spawn(work);
        }
    });
    bar.finish_and_clear();
    match failed.into_inner() {
        0 => Ok(()),
        failed => Err(Failure::Work(format!("{failed} of {} pages failed; the others are in {}", jobs.len(), folder.display()))),
    }
}

/// Leaves no half of a result behind.
fn perform(job: &Job, options: &Options) -> Result<(), Failure> {
    let source = Source::open(&job.input)?;
    if let Some(folder) = job.to.parent() {
        fs::create_dir_all(folder).map_err(|e| unwritten(&e))?;
    }
    let file = File::create(&job.to).map_err(|e| unwritten(&e))?;
    let outcome = turn(source, options, file);
    if outcome.is_err() {
        // What cannot be removed either is said by the failure itself.
        let _ = fs::remove_file(&job.to);
    }
    outcome
}

fn jobs(inputs: &[Input], folder: &Path, suffix: &str) -> Result<Vec<Job>, Failure> {
    let mut taken = HashSet::new();
    let mut jobs = Vec::new();
    for (input, name) in expand(inputs, folder)? {
        let to = (1..).map(|n| folder.join(numbered(&name, n, suffix))).find(|to| taken.insert(to.clone()));
        jobs.extend(to.map(|to| Job { input, to }));
    }
    Ok(jobs)
}

/// `name.md`, then `name-2.md`.
fn numbered(name: &Path, n: usize, suffix: &str) -> PathBuf {
    let mut name = name.as_os_str().to_owned();
    if n > 1 {
        name.push(format!("-{n}"));
    }
    name.push(".");
    name.push(suffix);
    name.into()
}

/// Each page with the name of its result, which has no suffix yet; those of a folder keep their place in it.
fn expand(inputs: &[Input], results: &Path) -> Result<Vec<(Input, PathBuf)>, Failure> {
    let mut pages = Vec::new();
    for input in inputs {
        match input {
            Input::File(path) if path.is_dir() => {
                for file in walk(path, results)? {
                    let name = file.strip_prefix(path).unwrap_or(&file).with_extension("");
                    pages.push((Input::File(file), name));
                }
            }
            Input::File(path) => pages.push((input.clone(), PathBuf::from(path.file_stem().unwrap_or_default()))),
            Input::Web(address) => pages.push((input.clone(), PathBuf::from(name_of(address)))),
            Input::Stdin => {}
        }
    }
    Ok(pages)
}

/// The pages in a folder and the folders in it, by name; links to folders are not followed, and results are no pages.
fn walk(folder: &Path, results: &Path) -> Result<Vec<PathBuf>, Failure> {
    let unread = |e| Failure::Work(format!("{} could not be read: {e}; check its permissions", folder.display()).to_lowercase());
    let mut found = Vec::new();
    let mut entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>).map_err(unread)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if entry.file_type().map_err(unread)?.is_dir() {
            if !is_same(&path, results) {
                found.extend(walk(&path, results)?);
            }
        } else if path.extension().is_some_and(|kind| PAGES.iter().any(|page| kind.eq_ignore_ascii_case(page))) {
            found.push(path);
        }
    }
    Ok(found)
}

fn is_same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

/// Host and path of an address as one file's name.
fn name_of(address: &str) -> String {
    let bare = address.split_once("://").map_or(address, |(_, rest)| rest);
    let bare = bare.split('#').next().unwrap_or_default();
    let name: String = bare.chars().map(|c| if c.is_alphanumeric() || ".-_".contains(c) { c } else { '-' }).collect();
    // File systems take 255 bytes.
    name.trim_matches(['-', '.']).chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use super::name_of;

    #[test]
    fn addresses_name_files() {
        assert_eq!(name_of("https://news.example/2026/a story?page=2#top"), "news.example-2026-a-story-page-2");
        assert_eq!(name_of("https://news.example/../../etc/passwd"), "news.example-..-..-etc-passwd");
        assert_eq!(name_of("https://news.example/"), "news.example");
    }
}

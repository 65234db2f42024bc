//! Many pages at once: a result file for each, a bar that says how far it is.

use super::archive::{each_page, is_archive};
use super::options::{Input, Options};
use super::source::Source;
use super::{Failure, complain, turn, unwritten};
use indicatif::{ProgressBar, ProgressStyle};
use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, SyncSender};
use std::thread;

/// How files with pages are called.
const PAGES: [&str; 4] = ["html", "htm", "xhtml", "xht"];

/// A page and the file for its result.
struct Job {
    page: Page,
    to: PathBuf,
}

enum Page {
    /// Opened when its turn comes.
    At(Input),
    Open(Source),
}

/// Reads every page. One that cannot be read is said and does not stop the others.
pub(super) fn read(inputs: &[Input], folder: &Path, options: &Options) -> Result<(), Failure> {
    let found = expand(inputs, folder)?;
    let pages: HashSet<PathBuf> = found.iter().filter_map(|(input, _)| input.file()?.canonicalize().ok()).collect();
    let tally = Tally::of(found.len());
    let workers = thread::available_parallelism().map_or(1, Into::into);
    // As many wait as are at work: what comes out of an archive is not heaped up.
    let (give, jobs) = mpsc::sync_channel(workers);
    let jobs = Mutex::new(jobs);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(job) = jobs.lock().ok().and_then(|jobs| jobs.recv().ok()) {
                    tally.count(perform(job, &pages, options));
                }
            });
        }
        hand_out(found, &give, &mut Names::new(folder, options.format.suffix()), &tally);
        drop(give);
    });
    tally.finish(folder)
}

/// Gives every page to whoever is free; those of an archive as they are found.
fn hand_out(found: Vec<(Input, PathBuf)>, give: &SyncSender<Job>, names: &mut Names, tally: &Tally) {
    // Nobody is left to take jobs only where the program comes down.
    let mut give = |page, name: &Path| drop(give.send(Job { page, to: names.free(name) }));
    for (input, name) in found {
        match input {
            Input::File(ref archive) if is_archive(archive) => tally.count(each_page(archive, |page| {
                tally.bar.inc_length(1);
                match page {
                    Ok(page) => {
                        let name = name.join(name_of(&page.name));
                        give(Page::Open(page), &name);
                    }
                    Err(why) => tally.count(Err(why)),
                }
            })),
            input => give(Page::At(input), &name),
        }
    }
}

/// How many pages there are, are done, and failed.
struct Tally {
    bar: ProgressBar,
    failed: AtomicUsize,
}

impl Tally {
    fn of(pages: usize) -> Self {
        let bar = ProgressBar::new(pages as u64);
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} of {len} pages, {eta} left") {
            bar.set_style(style);
        }
        Self { bar, failed: AtomicUsize::new(0) }
    }

    fn count(&self, outcome: Result<(), Failure>) {
        if let Err(Failure::Usage(why) | Failure::Work(why)) = outcome {
            self.failed.fetch_add(1, Ordering::Relaxed);
            self.bar.suspend(|| complain(&why, 1));
        }
        self.bar.inc(1);
    }

    fn finish(self, folder: &Path) -> Result<(), Failure> {
        self.bar.finish_and_clear();
        match self.failed.into_inner() {
            0 => Ok(()),
            failed => {
                Err(Failure::Work(format!("{failed} of {} pages failed; the others are in {}", self.bar.position(), folder.display())))
            }
        }
    }
}

/// Leaves no half of a result behind, and no page that is to be read overwritten.
fn perform(job: Job, pages: &HashSet<PathBuf>, options: &Options) -> Result<(), Failure> {
    if job.to.canonicalize().is_ok_and(|to| pages.contains(&to)) {
        let to = job.to.display();
        return Err(Failure::Work(format!("{to} is itself a page to be read, and stays as it is; give --output another folder")));
    }
    let source = match job.page {
        Page::At(input) => Source::open(&input)?,
        Page::Open(source) => source,
    };
    if let Some(folder) = job.to.parent() {
        fs::create_dir_all(folder).map_err(|e| unwritten(&e))?;
    }
    let mut half = job.to.clone().into_os_string();
    half.push(".part");
    let file = File::create(&half).map_err(|e| unwritten(&e))?;
    let outcome = turn(source, options, file).and_then(|()| fs::rename(&half, &job.to).map_err(|e| unwritten(&e)));
    if outcome.is_err() {
        // What cannot be removed either is said by the failure itself.
        let _ = fs::remove_file(&half);
    }
    outcome
}

/// The files for the results.
struct Names<'a> {
    folder: &'a Path,
    suffix: &'static str,
    taken: HashSet<PathBuf>,
    /// How often each name came; an archive may have a page a thousand times.
    seen: HashMap<PathBuf, usize>,
}

impl<'a> Names<'a> {
    fn new(folder: &'a Path, suffix: &'static str) -> Self {
        Self { folder, suffix, taken: HashSet::new(), seen: HashMap::new() }
    }

    /// `name.md`, where that is taken `name-2.md`, and so on.
    fn free(&mut self, name: &Path) -> PathBuf {
        let seen = self.seen.entry(name.to_owned()).or_default();
        loop {
            *seen += 1;
            let to = self.folder.join(numbered(name, *seen, self.suffix));
            if self.taken.insert(to.clone()) {
                return to;
            }
        }
    }
}

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
                    let name = stem(file.strip_prefix(path).unwrap_or(&file));
                    pages.push((Input::File(file), name));
                }
            }
            Input::File(path) => pages.push((input.clone(), stem(Path::new(path.file_name().unwrap_or_default())))),
            Input::Web(address) => pages.push((input.clone(), PathBuf::from(name_of(address)))),
            Input::Stdin => {}
        }
    }
    Ok(pages)
}

/// The name without how it ends: `a.warc.gz` ends twice.
fn stem(path: &Path) -> PathBuf {
    let bare = path.with_extension("");
    if is_archive(&bare) { bare.with_extension("") } else { bare }
}

/// The pages and archives in a folder and the folders in it, by name; links to folders are not followed, and results are no pages.
fn walk(folder: &Path, results: &Path) -> Result<Vec<PathBuf>, Failure> {
    let unread = |e: io::Error| {
        let why = e.to_string().to_lowercase();
        Failure::Work(format!("{} could not be read: {why}; check its permissions", folder.display()))
    };
    let mut found = Vec::new();
    let mut entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>).map_err(unread)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if entry.file_type().map_err(unread)?.is_dir() {
            if !is_same(&path, results) {
                found.extend(walk(&path, results)?);
            }
        } else if is_archive(&path) || path.extension().is_some_and(|kind| PAGES.iter().any(|page| kind.eq_ignore_ascii_case(page))) {
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

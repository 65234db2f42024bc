//! `cargo xtask bench`: the core against others, all in one process and in turns, so that their ratios hold on a busy machine.
//!
//! A harness of our own: criterion and divan run one contestant after the other, and what the machine does meanwhile falls on one of them.

mod contestant;
mod count;
mod curve;
mod hostile;
mod memory;
mod pages;
mod race;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Pages of a corpus that are read where none of this many is asked for.
const SAMPLE: usize = 60;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        // A process for each, so that each has a peak of its own.
        ["peak", name, path] => memory::report(name, path),
        ["hostile", folder] => hostile::run(Path::new(folder)),
        ["count", name, path] => count::run(name, path),
        _ => all(args.first().map(PathBuf::from)),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("bench: {why}");
            ExitCode::FAILURE
        }
    }
}

fn all(corpus: Option<PathBuf>) -> Result<(), String> {
    let own = pages::own()?;
    race::run("own pages", &own);
    if let Some(corpus) = corpus.filter(|c| c.is_dir()) {
        race::run("pages of the corpus", &pages::of_corpus(&corpus, SAMPLE));
    }
    curve::run();
    memory::run()
}

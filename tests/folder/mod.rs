//! What the tests of the command line on files share: a folder of their own, and a text that is an article.

#![allow(dead_code, unreachable_pub, reason = "each test is a crate of its own and uses its part of this module")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder that goes when the test ends.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        static MADE: AtomicUsize = AtomicUsize::new(0);
        let nth = MADE.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("offprint-{}-{nth}-{name}", std::process::id()));
        fs::create_dir_all(&path).expect("a temporary folder can be made");
        Self(path)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("files are in folders")).expect("a folder can be made");
        fs::write(path, bytes).expect("a file can be written");
    }

    /// Runs the program in it.
    pub fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_offprint")).args(arguments).current_dir(&self.0).output().expect("the program runs")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Eight paragraphs, each of which begins with `name` and a number.
pub fn paragraphs(name: &str) -> String {
    const SENTENCE: &str = "The council voted on Tuesday to rebuild the old bridge, which the flood of last autumn had carried away. ";
    [0, 1, 2, 3, 4, 5, 6, 7].map(|n| format!("<p>{name} {n}. {}</p>", SENTENCE.repeat(3))).concat()
}

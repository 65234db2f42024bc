//! What a page adds to the peak of a process of its own; where the system tells it (Linux).

use crate::contestant::{CONTESTANTS, named};
use crate::pages::{boilerplate, generated};
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;

/// What a page is, and its bytes.
type Page = (&'static str, fn(usize) -> Vec<u8>, usize);

const PAGES: [Page; 3] = [
    ("1 MB, one story", |bytes| generated(bytes, 1), 1_000_000),
    ("10 MB, boilerplate", boilerplate, 10_000_000),
    ("100 MB, boilerplate", boilerplate, 100_000_000),
];
/// Bytes; a tree of more is not built.
const TREE: usize = 10_000_000;

/// Prints the table.
pub(crate) fn run() -> Result<(), String> {
    println!("\nadded memory, MB (the peak above what the page itself and the start take)\n");
    println!("| page | {} |\n|---|---|---|---|", CONTESTANTS.map(|(name, _)| name).join(" | "));
    let path = std::env::temp_dir().join(format!("offprint-bench-{}.html", std::process::id()));
    for (what, page, bytes) in PAGES {
        fs::write(&path, page(bytes)).map_err(|e| e.to_string())?;
        let cells = CONTESTANTS.map(|(name, _)| {
            if bytes > TREE && name == "dom_smoothie" {
                return "–".to_owned();
            }
            apart(name, &path)
        });
        println!("| {what} | {} |", cells.join(" | "));
    }
    fs::remove_file(&path).map_err(|e| e.to_string())
}

/// Megabytes that one contestant adds in a process of its own, or why that is not known.
pub(crate) fn apart(name: &str, path: &Path) -> String {
    let output = std::env::current_exe().and_then(|own| Command::new(own).args(["peak", name]).arg(path).output());
    output.map_or_else(|e| e.to_string(), |output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs one contestant and prints by how much the peak grew.
pub(crate) fn report(name: &str, path: &str) -> Result<(), String> {
    let run = named(name)?;
    let page = fs::read(path).map_err(|e| e.to_string())?;
    // Tables that are set up once are no part of a page's cost.
    black_box(run(b"<p>A line to start with."));
    let before = peak().ok_or("the system tells no peak")?;
    black_box(run(&page));
    println!("{:.1}", (peak().unwrap_or(before) - before) as f64 / 1e3);
    Ok(())
}

/// Kilobytes.
fn peak() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix("kB")?.trim().parse().ok())
}

//! Imports point one way: data types ← stages ← rewriter ← lib ← wasm and the command line.
//!
//! What fails here is a name that reaches across or up. Move the thing both need down into a data module, or pass it in.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Nouns: what the stages hand to each other. They may name each other.
const DATA: &[&str] = &[
    "address",
    "article",
    "block",
    "bounded",
    "byline",
    "change",
    "container",
    "date",
    "error",
    "event",
    "hash",
    "label",
    "lexicon",
    "outline",
    "page_kind",
    "passage",
    "rank",
    "reading",
    "settings",
    "tag",
];

/// Verbs: each may name data and itself, never another stage.
const STAGES: &[&str] = &["classify", "decode", "metadata", "render", "scan", "segment", "split"];

/// The modules that put the stages in order: the one that reads pages, its faces, the one that writes what the model learns from, and the one
/// that cuts the page itself by what the first decides.
const ORDER: &[&str] = &["rewriter", "training", "declutter", "faces"];

/// Modules outside the core; they see what any user of the crate sees.
const OUTSIDE: &[&str] = &["cli", "main", "wasm"];

/// Crates that only one place knows, so that they can be replaced there.
const HOMES: &[(&[&str], &str)] = &[
    (&["lol_html"], "scan"),
    (&["encoding_rs", "chardetng"], "decode"),
    (&["wasm_bindgen", "js_sys", "web_sys", "serde_wasm_bindgen"], "wasm"),
    (&["url"], "address"),
    (&["futures_core"], "faces"),
    (&["ureq", "warc", "httparse", "flate2", "indicatif", "jiff"], "cli"),
];

/// Lines of a source file; a longer one is looked at again.
const MAX_LINES: usize = 400;

/// Files that may be longer, and why.
const LONG_FILES: &[(&str, &str)] = &[];

#[test]
fn every_module_has_a_layer() {
    let unknown: BTreeSet<String> = sources()
        .iter()
        .map(|file| file.module.clone())
        .filter(|m| m != "lib" && ![DATA, STAGES, ORDER, OUTSIDE].concat().contains(&m.as_str()))
        .collect();
    assert!(unknown.is_empty(), "say in tests/layering.rs which layer these modules are of: {unknown:?}");
}

#[test]
fn imports_point_one_way() {
    let mut wrong = Vec::new();
    for file in sources() {
        for name in file.names() {
            if !may_name(&file.module, &name) {
                wrong.push(format!("{} names `{name}`", file.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "imports that point the wrong way:\n  {}", wrong.join("\n  "));
}

/// Whether `module` may name the crate's module `other`.
fn may_name(module: &str, other: &str) -> bool {
    let is_module = [DATA, STAGES, ORDER].concat().contains(&other);
    let data = DATA.contains(&other);
    match module {
        _ if module == other || !is_module => true,
        "lib" => true,
        _ if ORDER.contains(&module) => true,
        // `render` and `content` are public; all else the outside gets from the crate's root.
        _ if OUTSIDE.contains(&module) => other == "render",
        _ => data,
    }
}

#[test]
fn a_dependency_has_one_home() {
    let mut wrong = Vec::new();
    for file in sources() {
        for (crates, home) in HOMES {
            for name in crates.iter().filter(|_| file.module != *home) {
                if uses_crate(&file.code(), name) {
                    wrong.push(format!("{} uses `{name}`, which only `{home}` knows", file.path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "dependencies away from home:\n  {}", wrong.join("\n  "));
}

#[test]
fn files_are_short() {
    let mut wrong = Vec::new();
    for file in sources().iter().filter(|file| !file.is_tests()) {
        let (path, lines) = (file.path.display().to_string(), file.text.lines().count());
        let excused = LONG_FILES.iter().any(|(long, _)| path.ends_with(long));
        if (lines > MAX_LINES) != excused {
            let why = if excused { "is short again: take it off LONG_FILES" } else { "look again: two things in one file?" };
            wrong.push(format!("{path}: {lines} lines; {why}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_test_sees_what_it_forbids() {
    let file = |path: &str, text: &str| Source { path: path.into(), module: "split".into(), depth: 2, text: text.into() };
    let grouped = file("src/split/card.rs", "use crate::{\n  block::Block,\n  segment::{Segmenter, Features},\n};");
    assert_eq!(grouped.names(), ["block", "segment"]);
    let upward = file("src/split/card.rs", "use super::super::classify::judge; // crate::scan");
    assert_eq!(upward.names(), ["classify"]);
    assert!(uses_crate("use url::Url;", "url") && uses_crate("let u: url::Url;", "url"));
    assert!(!uses_crate("let url = x; base_url::y(); self.url", "url"));
    assert!(!may_name("split", "segment") && !may_name("tag", "scan") && !may_name("wasm", "decode"));
}

/// One file under `src`.
struct Source {
    path: PathBuf,
    /// The crate's module that it belongs to: `scan` for `src/scan/stack.rs`.
    module: String,
    /// Modules between the file's own and the crate's root.
    depth: usize,
    text: String,
}

impl Source {
    /// The code without comments and without its unit tests, which may look at anything.
    fn code(&self) -> String {
        if self.is_tests() {
            return String::new();
        }
        let code = self.text.split("#[cfg(test)]").next().unwrap_or_default();
        code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
    }

    fn is_tests(&self) -> bool {
        self.path.file_stem().is_some_and(|stem| stem == "tests")
    }

    /// The first names of paths that start at the crate's root.
    fn names(&self) -> Vec<String> {
        let code = self.code();
        let mut names = path_heads(&code, "crate::");
        if self.depth > 0 {
            names.extend(path_heads(&code, &"super::".repeat(self.depth)));
        }
        if OUTSIDE.contains(&self.module.as_str()) {
            names.extend(path_heads(&code, "offprint::"));
        }
        names.sort();
        names.dedup();
        names
    }
}

/// The names that follow `root`, also in a group: `crate::{a::B, c}` gives `a` and `c`.
fn path_heads(code: &str, root: &str) -> Vec<String> {
    let mut heads = Vec::new();
    for (at, _) in code.match_indices(root) {
        // `super::super::x` is no `super::x`, and `offprint::` may end a longer name.
        let inside = code[..at].ends_with("super::") || code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let rest = &code[at + root.len()..];
        if inside || rest.starts_with("super::") {
            continue;
        }
        match rest.strip_prefix('{') {
            Some(group) => heads.extend(group_heads(group)),
            None => heads.push(ident(rest)),
        }
    }
    heads
}

/// The first name of each path of a `use` group, given what follows its opening brace.
fn group_heads(group: &str) -> Vec<String> {
    let mut heads = Vec::new();
    let (mut depth, mut fresh) = (0, true);
    for (at, c) in group.char_indices() {
        match c {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => fresh = true,
            c if fresh && !c.is_whitespace() => {
                heads.push(ident(&group[at..]));
                fresh = false;
            }
            _ => {}
        }
    }
    heads
}

fn ident(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

fn uses_crate(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = &code[at + name.len()..];
        let whole = !before.is_some_and(|c| c.is_alphanumeric() || "_.".contains(c)) && !code[..at].ends_with("crate::");
        whole && after.starts_with("::")
    })
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    walk(&root, &root, &mut found);
    assert!(found.len() > DATA.len(), "no sources found under {}", root.display());
    found
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            walk(root, &path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let below: Vec<String> =
                path.strip_prefix(root).unwrap().with_extension("").iter().map(|p| p.to_string_lossy().into_owned()).collect();
            let own = below.iter().filter(|p| *p != "mod").count();
            let depth = if below == ["lib"] || below == ["main"] { 0 } else { own };
            let text = fs::read_to_string(&path).unwrap();
            let path = Path::new("src").join(path.strip_prefix(root).unwrap());
            found.push(Source { path, module: below[0].clone(), depth, text });
        }
    }
}

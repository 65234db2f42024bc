//! The command line on many pages: files, folders, results in a folder.

mod folder;

use folder::{Folder, paragraphs};
use std::fs;
use std::process::Output;

fn page(title: &str) -> String {
    let text = paragraphs(title);
    format!(
        "<!doctype html><meta charset=utf-8><title>{title}</title><nav><a href=/>Home</a></nav><article><h1>{title}</h1>{text}</article>"
    )
}

fn complaints(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("errors are UTF-8")
}

fn read(folder: &Folder, name: &str) -> String {
    fs::read_to_string(folder.0.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

#[test]
fn a_folder_becomes_a_folder_of_the_same_shape() {
    let folder = Folder::new("shape");
    for n in 0..20 {
        folder.write(&format!("in/{n}.html"), page(&format!("Story {n}")));
    }
    folder.write("in/deep/er/a.XHTML", page("Deep"));
    folder.write("in/picture.png", "no page");
    let output = folder.run(&["in", "--output", "out", "--format", "markdown"]);
    assert!(output.status.success() && output.stdout.is_empty() && output.stderr.is_empty(), "{}", complaints(&output));
    for n in 0..20 {
        assert!(read(&folder, &format!("out/{n}.md")).starts_with(&format!("# Story {n}\n")));
    }
    assert!(read(&folder, "out/deep/er/a.md").starts_with("# Deep\n"));
    assert_eq!(fs::read_dir(folder.0.join("out")).expect("results are there").count(), 21);
}

#[test]
fn files_of_one_name_do_not_overwrite_each_other() {
    let folder = Folder::new("names");
    folder.write("one/a.html", page("One"));
    folder.write("two/a.html", page("Two"));
    assert!(folder.run(&["one/a.html", "two/a.html", "--output", "out", "--format", "text"]).status.success());
    assert!(read(&folder, "out/a.txt").contains("One 7."));
    assert!(read(&folder, "out/a-2.txt").contains("Two 7."));
}

#[test]
fn one_bad_page_does_not_stop_the_others() {
    let folder = Folder::new("bad");
    folder.write("a.html", page("Good"));
    let output = folder.run(&["a.html", "missing.html", "--output", "out", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let said = complaints(&output);
    assert_eq!(said.lines().count(), 2, "{said}");
    assert!(said.contains("missing.html could not be read") && said.contains("1 of 2 pages failed"), "{said}");
    assert!(read(&folder, "out/a.json").contains("Good 7."));
    assert!(!folder.0.join("out/missing.json").exists());
}

#[test]
fn results_are_not_read_as_pages() {
    let folder = Folder::new("again");
    folder.write("a.html", page("Story"));
    for _ in 0..2 {
        assert!(folder.run(&[".", "--output", "out"]).status.success());
    }
    assert!(!folder.0.join("out/out").exists());
    assert!(read(&folder, "out/a.html").starts_with("<!doctype html>"));
}

#[test]
fn a_folder_needs_a_folder_for_its_results() {
    let folder = Folder::new("alone");
    let output = folder.run(&["."]);
    assert_eq!(output.status.code(), Some(1));
    assert!(complaints(&output).contains("--output DIR"), "{}", complaints(&output));
}

#[test]
fn no_page_is_overwritten_by_its_result() {
    let folder = Folder::new("self");
    folder.write("a.html", page("One"));
    folder.write("d/b.html", page("Two"));
    for arguments in [&["a.html", "--output", "."][..], &["d", "--output", "d", "--format", "page"]] {
        let output = folder.run(arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(complaints(&output).contains("stays as it is"), "{}", complaints(&output));
    }
    assert_eq!(read(&folder, "a.html"), page("One"));
    assert_eq!(read(&folder, "d/b.html"), page("Two"));
    assert_eq!(fs::read_dir(folder.0.join("d")).expect("it is there").count(), 1);
}

#[test]
fn one_address_is_not_given_to_a_whole_folder() {
    let folder = Folder::new("address");
    folder.write("d/a.html", page("One"));
    let output = folder.run(&["d", "--output", "out", "--url", "https://news.example/a"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(complaints(&output).contains("--url is the address of one page"), "{}", complaints(&output));
}

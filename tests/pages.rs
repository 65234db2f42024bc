//! What a reader finds on each of the project's own pages. `cargo test --test pages -- news` runs those of one kind.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod page;

use libtest_mimic::{Arguments, Failed, Trial};
use page::{Page, check, reading, truth};

fn main() {
    let mut trials = Vec::new();
    for page in page::all() {
        let page: &'static Page = Box::leak(Box::new(page));
        trials.push(Trial::test(format!("{} (expectations)", page.name), || said(&truth::strangers(page))));
        trials.push(Trial::test(page.name.clone(), || as_expected(page)));
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

fn as_expected(page: &Page) -> Result<(), Failed> {
    let wrong = check::differences(&page.expected, &reading::read(page).json);
    match &page.about.known_failure {
        None => said(&wrong),
        Some(why) if wrong.is_empty() => Err(format!("passes now; delete `known_failure = {why:?}` from its about.toml").into()),
        Some(_) => Ok(()),
    }
}

fn said(wrong: &[String]) -> Result<(), Failed> {
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}

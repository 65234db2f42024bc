//! Nothing is lost: what is shown and what was removed, put together in the page's order, is all of the page's text.
//!
//! The page's text is read by another parser, so that our own scanner cannot agree with itself.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

mod page;

use offprint::content::BlockId;
use page::{Page, reading, visible, whole};
use similar::{ChangeTag, TextDiff};
use std::collections::BTreeSet;

#[test]
fn every_removed_part_can_be_restored() {
    for page in readable() {
        let reading = reading::read(&page);
        let outline = reading.assembly.outline().unwrap();
        let lost: Vec<&str> = outline.removed.iter().filter(|r| r.block.is_none()).map(|r| r.text.as_str()).collect();
        assert!(lost.is_empty(), "{}: these can't be restored: {lost:?}", page.name);
    }
}

#[test]
fn shown_and_removed_are_the_page() {
    let mut wrong = Vec::new();
    for page in readable() {
        let on_page = words(&visible::text(&page.decoded()));
        let kept = words(&whole::text(&reading::read(&page).assembly));
        let (on_page, kept) = match page.name.as_str() {
            CREDIT_MOVES => (sorted(&on_page), sorted(&kept)),
            CREDIT_IS_SAID | SAID_TWICE => (each_once(&on_page), each_once(&kept)),
            _ => (on_page, kept),
        };
        if visible::letters(&on_page) != visible::letters(&kept) {
            wrong.push(format!("{} (- on the page, + shown or removed):\n{}", page.name, differences(&on_page, &kept)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn another_text_of_the_page_can_be_had_instead() {
    let mut found = 0;
    for page in page::all() {
        let reading = reading::read(&page);
        let outline = reading.assembly.outline().unwrap();
        found += outline.candidates.len();
        assert!(outline.candidates.len() <= 3, "{}", page.name);
        for one in &outline.candidates {
            let can_return = |id| outline.removed.iter().any(|r| r.id == id && r.block.is_some());
            assert!(!one.blocks.is_empty() && one.blocks.iter().all(|&id| can_return(id)), "{}: {}", page.name, one.excerpt);
        }
        if page.name == "news--text-beside-the-story" {
            assert_eq!(reading.json["candidates"].as_array().unwrap().len(), 1);
            assert!(reading.json["candidates"][0]["excerpt"].as_str().unwrap().starts_with("Who sends us a letter"));
            assert_eq!(outline.candidates[0].blocks.len(), 2);
        }
    }
    assert!(found > 0);
}

#[test]
fn what_is_restored_stands_in_its_place() {
    for page in readable() {
        let reading = reading::read(&page);
        let outline = reading.assembly.outline().unwrap();
        for (nth, article) in reading.assembly.articles().iter().enumerate() {
            let shown: Vec<BlockId> = article.blocks().iter().map(|block| block.id).collect();
            let id = outline.articles[nth].article;
            let parts = outline.removed.iter().filter(|r| r.block.is_some() && r.after.map_or(nth == 0, |(article, _)| article == id));
            let mut all = shown.clone();
            for part in parts {
                let place = part.after.map_or(0, |(_, block)| 1 + all.iter().position(|other| *other == block).unwrap());
                let before = all[place..].iter().take_while(|other| !shown.contains(other) && **other < part.id).count();
                all.insert(place + before, part.id);
            }
            assert!(all.is_sorted(), "{}: {all:?}", page.name);
        }
    }
}

/// Pages that have a text; binary junk has none that two parsers could agree on.
fn readable() -> impl Iterator<Item = Page> {
    page::all().into_iter().filter(|page| page.name != "broken--binary")
}

/// A page whose credit stands before its caption: it is shown behind it, so that only the order of words differs.
const CREDIT_MOVES: &str = "news--credit-before-its-caption";

/// A page whose captions say their credits: those are not said twice, so that only the number of words differs.
const CREDIT_IS_SAID: &str = "news--credit-said-by-its-caption";

/// A page that says a caption once for each of two layouts, and a credit before its caption.
const SAID_TWICE: &str = "news--credits-around-captions";

fn sorted(words: &str) -> String {
    let mut lines: Vec<&str> = words.lines().collect();
    lines.sort_unstable();
    lines.iter().map(|line| format!("{line}\n")).collect()
}

fn each_once(words: &str) -> String {
    let lines: BTreeSet<&str> = words.lines().collect();
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// One word a line, for a diff that shows words.
fn words(text: &str) -> String {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(|w| format!("{w}\n")).collect()
}

fn differences(page: &str, kept: &str) -> String {
    let diff = TextDiff::from_lines(page, kept);
    let sign = |tag| if tag == ChangeTag::Delete { '-' } else { '+' };
    let changed = diff.iter_all_changes().filter(|c| c.tag() != ChangeTag::Equal);
    changed.map(|c| format!("  {}{}", sign(c.tag()), c.value().trim_end())).collect::<Vec<_>>().join("\n")
}

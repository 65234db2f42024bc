//! What must hold for any page and any settings: no panic, the same result in any pieces, each change following from those before
//! it and, in what is written, nothing but what is allowed.

use super::allowed;
use super::generate::{self, Dice};
use offprint::content::BlockId;
use offprint::render::{Assembly, Scope, html};
use offprint::{Change, Decluttered, Declutterer, EditKind, Limits, Rewriter, Role, Settings};
use scraper::Html;
use std::collections::BTreeSet;

/// Bytes of a piece, at most, when a page is read in random pieces.
const PIECE: usize = 40;

/// Reads a page and settings that the dice make.
pub(crate) fn hold(mut dice: Dice<'_>) {
    let page = if dice.roll(5) == 0 { generate::bytes(&mut dice) } else { generate::page(&mut dice) };
    let settings = settings(&mut dice);
    holds(&settings, &page);
}

/// Reads a page whole, in random pieces and byte by byte.
pub(crate) fn holds(settings: &Settings, page: &[u8]) {
    let whole = read(settings, page, |_| usize::MAX);
    assert_eq!(whole, read(settings, page, |dice| 1 + dice.roll(PIECE)), "differs in pieces");
    assert_eq!(whole, read(settings, page, |_| 1), "differs byte by byte");
    follows(&whole);
    is_allowed(&whole);
    let decluttered = declutter(settings, page, |_| usize::MAX);
    assert_eq!(decluttered, declutter(settings, page, |dice| 1 + dice.roll(PIECE)), "the decluttered page differs in pieces");
    assert_eq!(decluttered, declutter(settings, page, |_| 1), "the decluttered page differs byte by byte");
    is_page(&decluttered, page);
}

/// Rewrites a page, given in pieces of these sizes.
pub(crate) fn declutter(settings: &Settings, page: &[u8], mut size: impl FnMut(&mut Dice<'_>) -> usize) -> Decluttered {
    let mut dice = Dice::seeded(page.len() as u64);
    let mut declutterer = Declutterer::new(settings.clone());
    let mut all = Decluttered::default();
    let mut rest = page;
    let mut add = |mut next: Decluttered| {
        all.html.append(&mut next.html);
        all.edits.append(&mut next.edits);
    };
    while !rest.is_empty() {
        let (piece, later) = rest.split_at(size(&mut dice).min(rest.len()));
        add(declutterer.write(piece));
        rest = later;
    }
    add(declutterer.end());
    all
}

/// The decluttered page is the page, less what is listed.
fn is_page(decluttered: &Decluttered, page: &[u8]) {
    if decluttered.edits.iter().all(|e| matches!(e.kind, EditKind::Cut { .. })) {
        let mut rest: Vec<u8> = Vec::new();
        let mut at = 0;
        for edit in &decluttered.edits {
            rest.extend(&page[at..edit.bytes.start as usize]);
            at = edit.bytes.end as usize;
        }
        rest.extend(&page[at..]);
        assert!(rest == decluttered.html, "the decluttered page is another");
    }
}

/// The settings of the generated pages.
pub(crate) fn usual() -> Settings {
    Settings::new().with_url("https://www.varn.example/story").with_now(1_714_557_600)
}

/// Settings with small limits, now and then.
pub(crate) fn settings(dice: &mut Dice<'_>) -> Settings {
    match dice.roll(3) {
        0 => usual().with_limits(limits(dice)),
        _ => usual(),
    }
}

/// Limits that a few bytes reach.
pub(crate) fn limits(dice: &mut Dice<'_>) -> Limits {
    let mut limits = Limits::default();
    limits.depth = 8 + dice.roll(8);
    limits.attributes = 1 + dice.roll(3);
    limits.attribute_bytes = 1 + dice.roll(30);
    limits.block_bytes = 1 + dice.roll(200);
    limits.blocks = 1 + dice.roll(20);
    limits.text_bytes = dice.roll(2_000);
    limits.removed_bytes = dice.roll(200);
    limits.json_ld_bytes = dice.roll(60);
    limits.held_bytes = dice.roll(900);
    limits
}

pub(crate) fn read(settings: &Settings, page: &[u8], mut size: impl FnMut(&mut Dice<'_>) -> usize) -> Vec<Change> {
    let mut dice = Dice::seeded(page.len() as u64);
    let mut rewriter = Rewriter::new(settings.clone()).unwrap();
    let mut changes = Vec::new();
    let mut rest = page;
    while !rest.is_empty() {
        let (piece, later) = rest.split_at(size(&mut dice).min(rest.len()));
        changes.extend(rewriter.write(piece).unwrap());
        rest = later;
    }
    changes.extend(rewriter.end().unwrap());
    changes
}

/// Each change follows from those before it: what is settled stays, what is taken back was there.
fn follows(changes: &[Change]) {
    let (mut shown, mut settled) = (BTreeSet::new(), BTreeSet::<BlockId>::new());
    let mut ends = 0;
    for change in changes {
        match change {
            Change::Append { after, block, .. } => {
                assert!(after.is_none_or(|a| shown.contains(&a)), "{:?} follows nothing", block.id);
                assert!(shown.insert(block.id), "{:?} is shown twice", block.id);
            }
            Change::Retract { block, .. } => assert!(shown.remove(block) && !settled.contains(block), "{block:?} cannot be taken back"),
            Change::Settle { block, .. } => assert!(settled.insert(*block) || shown.contains(block)),
            Change::End { .. } => ends += 1,
            _ => {}
        }
    }
    assert!(ends == 1 && matches!(changes.last(), Some(Change::End { .. })));
}

fn is_allowed(changes: &[Change]) {
    let mut writer = html::Writer::new(Scope::All);
    let mut assembly = Assembly::new();
    let mut page = String::new();
    for change in changes {
        if let Change::Append { block, .. } = change {
            let markup = html::block(block, Role::Main);
            allowed::check(&Html::parse_fragment(&markup), &markup, 0);
        }
        page += &writer.write(change.clone());
        assembly.apply(change.clone());
    }
    allowed::check(&Html::parse_document(&page), &page, 6);
    for removed in assembly.outline().unwrap().removed.iter().filter_map(|r| r.block.as_ref()) {
        let markup = html::block(removed, Role::Main);
        allowed::check(&Html::parse_fragment(&markup), &markup, 0);
    }
}

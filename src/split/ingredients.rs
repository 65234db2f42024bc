//! What a recipe is made of: short lines of a list, as unlike prose as a menu is, under a heading that says what they are.

use crate::block::FrameKind;
use crate::hash::Set;
use crate::lexicon::lower;
use crate::passage::Judged;

/// How recipes head the list, in the languages that recipes are searched in most.
const NAMES: [&str; 36] = [
    "ingredients",
    "zutaten",
    "ingrédients",
    "ingredientes",
    "ingredienti",
    "ingrediënten",
    "ingredienser",
    "ainekset",
    "ainesosat",
    "składniki",
    "ingredience",
    "suroviny",
    "ingrediencie",
    "hozzávalók",
    "ingrediente",
    "malzemeler",
    "ингредиенты",
    "інгредієнти",
    "продукти",
    "υλικά",
    "sastojci",
    "sestavine",
    "nguyên",
    "bahan",
    "bahan-bahan",
    "材料",
    "食材",
    "用料",
    "재료",
    "المقادير",
    "المكونات",
    "מצרכים",
    "רכיבים",
    "सामग्री",
    "ส่วนผสม",
    "วัตถุดิบ",
];
/// Words of such a heading: "Ingredients for 4 people".
const MAX_HEADING: f32 = 6.0;
/// Words of an ingredient, with what is told of it.
const MAX_WORDS: f32 = 30.0;
/// Share of characters in links; shops sell some of them.
const MAX_LINKED: f32 = 0.8;
/// Passages under a heading; no list of ingredients is longer.
const MAX_LENGTH: usize = 100;
/// Ingredients that are a list.
const MIN_ITEMS: usize = 3;

/// The passages of `cut` that are headed as ingredients, their heading and those of its parts among them.
pub(super) fn find(judged: &[Judged<'_>], cut: &Set<usize>) -> Vec<usize> {
    let mut found = Vec::new();
    for at in (0..judged.len()).filter(|&at| heads(&judged[at])) {
        let section = section(at, judged);
        let are_several = |is: fn(&Judged<'_>) -> bool| section.clone().filter(|&i| is(&judged[i])).count() >= MIN_ITEMS;
        let are_amounts = are_several(is_amount);
        let own = || {
            section
                .clone()
                .filter(|i| cut.contains(i) && (judged[*i].is_heading() && !judged[*i].passage.is_button() || is_item(&judged[*i])))
                // One alone says for how many.
                .filter(|i| are_amounts || !is_amount(&judged[*i]))
        };
        if are_several(is_item) {
            let last = own().rfind(|&i| is_item(&judged[i])).unwrap_or(at);
            found.extend(own().take_while(|&i| i <= last));
        }
    }
    found
}

fn heads(one: &Judged<'_>) -> bool {
    let is_name = |word: &str| NAMES.contains(&lower(word.trim_matches(|c: char| !c.is_alphanumeric())).as_str());
    one.is_heading() && one.traits().words <= MAX_HEADING && one.text.split_whitespace().next().is_some_and(is_name)
}

/// The heading and what stands under it, up to one of its own level.
fn section(at: usize, judged: &[Judged<'_>]) -> std::ops::Range<usize> {
    let level = |one: &Judged<'_>| one.passage.block.content.level().unwrap_or(u8::MAX);
    let own = level(&judged[at]);
    // A heading may hold buttons that change amounts, in elements of their own.
    let mut has_items = false;
    let below = judged[at + 1..].iter().take(MAX_LENGTH).take_while(|one| {
        has_items |= is_item(one);
        level(one) > own || !has_items
    });
    at..at + 1 + below.count()
}

fn is_item(one: &Judged<'_>) -> bool {
    let in_list = one.passage.block.frames.iter().any(|frame| matches!(frame.kind, FrameKind::Item { .. } | FrameKind::Definition));
    (in_list || is_amount(one)) && one.cut.is_none() && one.traits().words <= MAX_WORDS && one.traits().link_density() <= MAX_LINKED
}

/// "1/4", in an element of its own.
fn is_amount(one: &Judged<'_>) -> bool {
    const MAX_AMOUNT: usize = 9;
    let text = &one.text;
    text.len() <= MAX_AMOUNT && text.contains(char::is_numeric) && !text.contains(char::is_alphabetic)
}

//! What a recipe is made of: short lines of a list, as unlike prose as a menu is, under a heading that says what they are. Around it,
//! in the same card, how long it takes, for how many it is, what it holds, and notes.

use super::Page;
use super::companion::asks;
use crate::block::FrameKind;
use crate::container::{ContainerId, Hints};
use crate::date;
use crate::hash::Set;
use crate::lexicon::lower;
use crate::lexicon::wording::Wording;
use crate::passage::Judged;
use std::ops::Range;

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
/// Passages of a card above its ingredients.
const ABOVE: usize = 12;
/// Words of a fact, such as "Prep time 20 minutes", and facts of a card.
const MAX_FACT: f32 = 8.0;
const MIN_FACTS: usize = 2;

/// The passages of `cut` that are headed as ingredients, their heading and those of its parts among them.
pub(super) fn find(judged: &[Judged<'_>], kept: &Set<usize>, cut: &Set<usize>, page: &Page<'_>) -> Vec<usize> {
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
            card(at, section.end, judged, kept, cut, page, &mut found);
        }
    }
    found
}

/// The facts and notes of `cut` around a list from `at` to `end`, in the element of a recipe: short lines of a label and an amount, and
/// sentences under headings.
fn card(at: usize, end: usize, judged: &[Judged<'_>], kept: &Set<usize>, cut: &Set<usize>, page: &Page<'_>, found: &mut Vec<usize>) {
    let holds = |card: ContainerId, i: usize| judged.get(i).is_some_and(|one| page.containers.holds(card, one.passage.container));
    let is_around = |card: &ContainerId| at > 0 && holds(*card, at - 1) && holds(*card, end);
    let Some(card) = page.containers.path(judged[at].passage.container).find(is_around) else { return };
    let may_belong = |i: usize| holds(card, i) && !is_other(&judged[i], page);
    let facts = |range: Range<usize>| range.filter(|&i| may_belong(i) && is_fact(&judged[i])).collect::<Vec<_>>();
    let below = (end..judged.len()).take(MAX_LENGTH).take_while(|&i| holds(card, i));
    let above = facts(at.saturating_sub(ABOVE)..at);
    if above.len() >= MIN_FACTS {
        found.extend(above.into_iter().filter(|i| cut.contains(i)));
    }
    // A sentence right under a heading of the text, or amounts.
    let is_headed =
        |i: usize| judged[i - 1].is_heading() && (kept.contains(&(i - 1)) || cut.contains(&(i - 1)) && !judged[i].traits().ends_sentence);
    let tells = |one: &Judged<'_>| one.traits().ends_sentence || one.traits().words <= MAX_WORDS && amounts(&one.text) >= MIN_FACTS;
    for i in below.filter(|&i| cut.contains(&i) && may_belong(i) && is_headed(i) && tells(&judged[i])) {
        found.extend([i - 1, i].into_iter().filter(|i| cut.contains(i)));
    }
}

/// Whether it leads elsewhere, wants something, or says who thinks what of a recipe.
fn is_other(one: &Judged<'_>, page: &Page<'_>) -> bool {
    const CLOSE: u8 = 4;
    const OTHERS: Hints = Hints::NAVIGATION.union(Hints::FOOTER).union(Hints::COMMENT).union(Hints::RELATED).union(Hints::NEWSLETTER);
    const SAID: Wording = Wording::SHARE.union(Wording::PUBLISHED).union(Wording::AD_LABEL);
    asks(one)
        || one.cut.is_some()
        || one.section.is_some()
        || one.reading.contains.intersects(SAID)
        || page.containers.get(one.passage.container).distance(OTHERS) < CLOSE
}

/// "Prep time 20 minutes", "Servings: 6"
fn is_fact(one: &Judged<'_>) -> bool {
    let text = one.text.trim();
    let is_labelled = text.starts_with(char::is_alphabetic) && amounts(text) == 1 || amounts(text) >= MIN_FACTS;
    one.traits().words <= MAX_FACT && is_labelled && !text.contains(['@', '#', '©']) && date::find(text, None, None).is_none()
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

/// Amounts behind words: "Calories: 312 kcal | Fat: 13 g" has two.
fn amounts(text: &str) -> usize {
    let mut has_label = false;
    let is_amount = |word: &&str| {
        let is_number = word.starts_with(|c: char| c.is_numeric());
        let is_labelled = has_label;
        has_label = !is_number && (has_label || word.chars().nth(2).is_some());
        is_number && is_labelled
    };
    text.split_whitespace().filter(is_amount).count()
}

/// "1/4", in an element of its own.
fn is_amount(one: &Judged<'_>) -> bool {
    const MAX_AMOUNT: usize = 9;
    let text = &one.text;
    text.len() <= MAX_AMOUNT && text.contains(char::is_numeric) && !text.contains(char::is_alphabetic)
}

/// Whether buttons between the heading and the list change the amounts: "US customary – Metric".
pub(super) fn changes_amounts(at: usize, judged: &[Judged<'_>]) -> bool {
    let is_headed = || at.checked_sub(1).is_some_and(|above| heads(&judged[above]));
    judged[at].passage.is_button() && is_headed() && judged.get(at + 1).is_some_and(is_item)
}

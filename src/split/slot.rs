//! Like items, each with the same parts: a part that stands in most of them stands in all, and one that is cut from most in none.
//!
//! A part of a card says little by itself: a number, a size, a name. What it is in the other cards tells more.

use super::arrange::{Plan, in_main, is_visual};
use super::companion::PROMPTS;
use super::headline::MIN_BARE;
use super::list::{MAX_BUTTON, buttons_cut};
use super::{Page, Parts, is_article};
use crate::container::ContainerId;
use crate::hash::{self, Map, Set};
use crate::label::Reason;
use crate::lexicon::wording::Wording;
use crate::passage::Judged;
use crate::rank;
use std::hash::{Hash, Hasher};

/// Elements from a passage up to the item that it is a part of.
const LEVELS: usize = 6;
/// Items that tell what their parts are, and how many times as many of them must cut a part as keep it before it is cut from all.
const MIN_ITEMS: usize = 3;
const MANY: usize = 3;

/// Words of a line that is an item's title.
const MAX_TITLE: f32 = 12.0;

/// In how many items a part is kept and cut, and how many it heads.
#[derive(Default)]
struct Slot {
    kept: usize,
    cut: usize,
    heads: usize,
    item: Option<ContainerId>,
}

/// Makes the items alike.
pub(super) fn settle(judged: &[Judged<'_>], parts: &Parts, page: &Page<'_>, plan: &mut Plan) {
    // Of posts it is known what their parts are, but for what was written.
    let is_told = parts.thread.parts.iter().any(Option::is_some);
    let is_part = |i: &usize| !is_visual(&judged[*i]) && in_main(parts, *i);
    let kept: Set<usize> = plan.main.iter().copied().collect();
    // A short line that an item begins with, over text.
    let heads = |i: usize| {
        let own = &judged[i];
        let both = |k: usize| page.containers.common(own.passage.container, judged[k].passage.container);
        !page.is_thread()
            && kept.contains(&(i + 1))
            && (judged[i + 1].traits().ends_sentence || own.text.contains(|c: char| c.is_ascii_digit()))
            && own.traits().words <= MAX_TITLE
            && own.text.contains(char::is_alphabetic)
            && i.checked_sub(1).is_none_or(|above| both(above) < both(i + 1))
    };
    let mut all: Map<u64, Slot> = Map::default();
    for i in (0..judged.len()).filter(is_part) {
        let heads = usize::from(heads(i));
        for (name, item) in slots(i, judged, page) {
            let slot = all.entry(name).or_default();
            slot.heads += heads;
            if slot.item.replace(item) != Some(item) {
                *(if kept.contains(&i) { &mut slot.kept } else { &mut slot.cut }) += 1;
            }
        }
    }
    let known = |i: usize| slots(i, judged, page).into_iter().filter_map(|(name, _)| all.get(&name));
    // The innermost items that are several.
    let is_several = |slot: &&Slot| slot.kept + slot.cut >= MIN_ITEMS;
    let is_button = buttons_cut(judged, plan);
    let is_doubtful = |i: usize, rule: &str| {
        let is_weak = matches!(rule, "model/page" | "related/read-also" | "share/button") || rule == "head/line" && !is_article(page);
        is_weak && !judged[i].reading.contains.intersects(PROMPTS.union(Wording::AD_LABEL))
    };
    let is_most = |slot: &Slot| slot.kept >= slot.cut.max(MIN_ITEMS);
    let is_part_of_most = |i: usize| known(i).find(is_several).is_some_and(is_most);
    let is_title = |i: usize| heads(i) && known(i).any(|slot| slot.heads >= MIN_ITEMS);
    let comes_back = |i: usize| !is_button(i) && (!is_told || judged[i].traits().ends_sentence) && (is_part_of_most(i) || is_title(i));
    let is_link = |one: &Judged<'_>| one.traits().words <= MAX_BUTTON && one.traits().link_density() >= MIN_BARE && !one.is_heading();
    let is_cut = |slot: &Slot| slot.cut >= MANY * slot.kept.max(1);
    let goes = |i: usize| !page.is_thread() && is_link(&judged[i]) && known(i).find(is_several).is_some_and(is_cut);
    let back = plan.cut.iter().filter(|(i, _, rule)| is_part(i) && is_doubtful(*i, rule) && comes_back(*i));
    let mut back: Vec<usize> = back.map(|(i, ..)| *i).collect();
    rank::sort(&mut back, |&i| i as u64);
    let left = plan.main.iter().copied().filter(|i| is_part(i) && goes(*i)).collect();
    plan.bring_back(back);
    plan.cut_out(left, Reason::Boilerplate, "slot/part");
}

/// What a part is called, and its item, for each element around it that may be one: it holds something else too.
fn slots(i: usize, judged: &[Judged<'_>], page: &Page<'_>) -> Vec<(u64, ContainerId)> {
    let own = judged[i].passage.container;
    let beside = [i.checked_sub(1), Some(i + 1)].into_iter().flatten().filter_map(|k| judged.get(k)).filter(|k| !is_visual(k));
    let shared = beside.filter_map(|k| page.containers.common(own, k.passage.container)).max();
    let Some(shared) = shared else { return Vec::new() };
    let mut hasher = hash::hasher();
    judged[i].passage.block.content.level().hash(&mut hasher);
    let mut found = Vec::with_capacity(LEVELS);
    for item in page.containers.path(own).take(LEVELS) {
        page.containers.get(item).make.hash(&mut hasher);
        if shared >= item {
            let mut name = hasher.clone();
            page.containers.get(item).parent.hash(&mut name);
            found.push((name.finish(), item));
        }
    }
    found
}

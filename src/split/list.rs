//! Lists of the text, whole.

use super::arrange::{Plan, in_main, is_visual};
use super::headline::{MIN_BARE, make_within};
use super::{Page, Parts, aside, ingredients};
use crate::block::FrameKind;
use crate::container::ContainerId;
use crate::hash::{self, Map};
use crate::label::Reason;
use crate::passage::Judged;
use crate::rank;
use crate::tag::Tag;

/// Words of a button, and how many say the same in a list of which each item has one.
pub(super) const MAX_BUTTON: f32 = 4.0;
const MIN_BUTTONS: usize = 3;
/// Links under one label.
const MAX_LINKS: usize = 8;
/// Like items that make a grid, words of a line in one, and elements around it that are looked at.
const MIN_ITEMS: usize = 3;
const MAX_LINE: f32 = 10.0;
const LEVELS: usize = 6;

/// Cuts what says nothing by itself: buttons, labels over links that are cut, and links amid the text.
pub(super) fn leave(judged: &[Judged<'_>], page: &Page<'_>, plan: &mut Plan) {
    plan.cut_out(buttons(judged, &plan.main), Reason::Form, "form/buttons");
    plan.cut_out(over_links(judged, page, &plan.main), Reason::Promotion, "links/label");
    plan.cut_out(aside::lines(judged, page, plan), Reason::Related, "related/aside");
}

/// The buttons of `main` that say what others do: "Quick view", at each of some goods.
fn buttons(judged: &[Judged<'_>], main: &[usize]) -> Vec<usize> {
    let is_repeated = repeated(judged, |one| one.traits().words <= MAX_BUTTON && one.passage.is_button());
    main.iter().copied().filter(|&i| is_repeated(i) || ingredients::changes_amounts(i, judged)).collect()
}

/// Whether a passage is one of those asked for, and says what several of them say.
fn repeated(judged: &[Judged<'_>], is_one: impl Fn(&Judged<'_>) -> bool) -> impl Fn(usize) -> bool {
    let said = |one: &Judged<'_>| hash::of(one.text.trim());
    let mut counts: Map<u64, usize> = Map::default();
    judged.iter().filter(|one| is_one(one)).for_each(|one| *counts.entry(said(one)).or_default() += 1);
    move |i| is_one(&judged[i]) && counts.get(&said(&judged[i])).is_some_and(|count| *count >= MIN_BUTTONS)
}

/// The numbers in `main` that say again which item of a numbered list they begin.
pub(super) fn numbers(judged: &[Judged<'_>], main: &[usize]) -> Vec<usize> {
    let item = |i: usize| {
        let frames = &judged.get(i)?.passage.block.frames;
        let at = frames.iter().rposition(|frame| matches!(frame.kind, FrameKind::Item { .. }))?;
        let list = frames.get(at.checked_sub(1)?)?;
        let FrameKind::NumberedList { start, .. } = list.kind else { return None };
        Some((list.id, start.unwrap_or(1), frames[at].id))
    };
    // The last item of each list, its number, and whether it has a text so far.
    let mut counts: Map<u32, (u32, i32, bool)> = Map::default();
    let mut found = Vec::new();
    for i in (0..judged.len()).filter(|&i| !is_visual(&judged[i])) {
        let Some((list, start, own)) = item(i) else { continue };
        let (last, number, is_begun) = counts.entry(list).or_insert((own, start, false));
        if std::mem::replace(last, own) != own {
            (*number, *is_begun) = (number.saturating_add(1), false);
        }
        let says = judged[i].text.trim().trim_end_matches(['.', ')']);
        let is_over_text = item(i + 1).is_some_and(|(.., below)| below == own);
        if !std::mem::replace(is_begun, true) && is_over_text && says.parse() == Ok(*number) && main.binary_search(&i).is_ok() {
            found.push(i);
        }
    }
    found
}

/// The labels of `main` that are said again and again, each in an element with nothing else but links that are cut: "Best price".
fn over_links(judged: &[Judged<'_>], page: &Page<'_>, main: &[usize]) -> Vec<usize> {
    let is_label = |one: &Judged<'_>| {
        let is_line = one.traits().words <= MAX_LINE && !one.traits().ends_sentence && !is_visual(one);
        is_line && one.traits().link_chars == 0 && !one.text.contains(char::is_numeric)
    };
    let is_repeated = repeated(judged, is_label);
    let is_link = |i: usize| judged[i].traits().link_density() >= MIN_BARE && main.binary_search(&i).is_err();
    let stands_over = |i: &usize| {
        let Some(home) = page.containers.get(judged[*i].passage.container).parent else { return false };
        let inside = |k: usize| judged.get(k).is_some_and(|one| page.containers.holds(home, one.passage.container));
        let links = (i + 1..).take(MAX_LINKS).take_while(|&k| inside(k) && is_link(k)).count();
        links > 0 && !inside(i + 1 + links) && i.checked_sub(1).is_none_or(|above| !inside(above))
    };
    main.iter().copied().filter(|i| is_repeated(*i) && stands_over(i)).collect()
}

/// A list of which most is text is text: its short items say less of themselves than of the list. So do the names in a grid of goods.
pub(super) fn whole(judged: &[Judged<'_>], parts: &Parts, page: &Page<'_>, plan: &mut Plan) {
    let place = |c: ContainerId| (page.containers.get(c).parent, page.containers.get(c).make);
    let mut items: Map<_, usize> = Map::default();
    (0..page.containers.len()).for_each(|c| *items.entry(place(ContainerId(c as u32))).or_default() += 1);
    let is_grid = |place: &_| items.get(place).is_some_and(|count| *count >= MIN_ITEMS);
    // Paragraphs lie side by side, too.
    let is_item = |c: &ContainerId| {
        let tag = page.containers.get(*c).tag;
        tag != Tag::P && tag.heading_level().is_none()
    };
    // Lines in one place of several like items.
    let row = |i: usize| {
        let one = &judged[i];
        let is_line = one.traits().words <= MAX_LINE
            && one.text.contains(char::is_alphanumeric)
            && one.passage.block.frames.is_empty()
            && !is_visual(one);
        let grid = || page.containers.path(one.passage.container).take(LEVELS).filter(is_item).map(place).find(is_grid);
        (is_line && !page.is_thread()).then(grid).flatten().map(|grid| hash::of((grid, make_within(LEVELS, one, page))))
    };
    let list = |i: usize| {
        let frame = judged[i].passage.block.frames.first().filter(|f| f.kind.is_list());
        frame.map(|f| u64::from(f.id)).or_else(|| row(i))
    };
    let is_short = |i: usize| judged[i].traits().words <= MAX_BUTTON;
    let is_button = buttons_cut(judged, plan);
    let mut words: Map<u64, (f32, f32)> = Map::default();
    for (i, id) in (0..judged.len()).filter_map(|i| list(i).map(|id| (i, id))) {
        let sums = words.entry(id).or_default();
        sums.1 += judged[i].traits().words;
        if plan.main.binary_search(&i).is_ok() {
            sums.0 += judged[i].traits().words;
        }
    }
    // Of another story, below the standfirst.
    let is_title = |i: usize| judged[i].is_heading() && judged[i].traits().link_density() >= MIN_BARE && !is_short(i);
    let belongs = |i: usize, rule: &str| {
        rule == "model/page"
            && !is_title(i)
            && in_main(parts, i)
            && list(i).and_then(|id| words.get(&id)).is_some_and(|(kept, all)| *kept >= 0.5 * all)
            && !is_button(i)
    };
    let found = plan.cut.iter().filter(|(i, _, rule)| belongs(*i, rule)).map(|(i, ..)| *i).collect();
    plan.bring_back(found);
}

/// What says the same as others that were cut: "Share this entry", at each of them, is a button.
pub(super) fn buttons_cut<'j, 'p>(judged: &'j [Judged<'p>], plan: &Plan) -> impl Fn(usize) -> bool + use<'j, 'p> {
    let is_short = |i: usize| judged[i].traits().words <= MAX_BUTTON;
    let mut said: Vec<u64> = plan.cut.iter().filter(|(i, ..)| is_short(*i)).map(|(i, ..)| hash::of(judged[*i].text.trim())).collect();
    rank::sort(&mut said, |&hash| hash);
    move |i| {
        let own = hash::of(judged[i].text.trim());
        is_short(i) && said.partition_point(|&hash| hash <= own) - said.partition_point(|&hash| hash < own) >= MIN_BUTTONS
    }
}

//! The pictures and embeds of a text: those that lead it, stand in it, or go on from one that does.

use super::arrange::{KEEP, LIKELY, in_main, is_visual};
use super::between::{Between, LEAD_REACH, MAX_BETWEEN, PICTURE_REACH};
use super::module::Item;
use super::post::Part;
use super::target::is_elsewhere;
use super::{Page, Parts, Plan, headline, stranger};
use crate::address::{is_drawing, is_picture, picture_file, picture_name, told_width};
use crate::block::{Content, Image};
use crate::container::{ContainerId, Containers, Hints};
use crate::hash::{Map, Set};
use crate::lexicon::letters;
use crate::passage::{Judged, Passage};
use crate::rank;
use crate::tag::Tag;

/// Elements from a paragraph to the one around it and its neighbour: itself, two of its own, the text's. Custom elements do not count.
const BLOCK_LEVELS: usize = 4;
/// The same with custom elements.
const ALL_LEVELS: usize = 10;
/// Neighbours that the page's own element is around if it is the text's: the last paragraph and a note at the page's foot are one pair.
const MIN_PAIRS: usize = 2;
/// Bytes; shorter names are used again for other pictures: "cover", "hqdefault".
const MIN_NAME: usize = 16;
/// Pictures with captions that make a story.
const MIN_PRINTS: usize = 3;
/// Places of one picture that make it a sign.
const MIN_SIGNS: usize = 3;
/// CSS pixels; a narrower picture beside a text is a sign or a face.
const MIN_SEEN: u32 = 100;
/// Probability of a picture that may be an ornament.
pub(super) const UNLIKELY: f32 = 0.1;
/// CSS pixels; portraits and signs are narrower.
const MIN_LEAD_WIDTH: u32 = 400;
/// Words; a portrait's alternative text is a name.
const MIN_LEAD_WORDS: usize = 5;

/// Whether a picture leads to another article, over whose title it stands.
fn is_of_card(one: &Judged<'_>, cards: &Set<&str>, page: &Page<'_>) -> bool {
    let url = || page.base.web(headline::target(one, page)?);
    !cards.is_empty() && one.is_picture() && url().is_some_and(|url| cards.contains(url.as_str()))
}

/// A formula beside what is `kept` is a part of what is said there.
fn is_formula_of(i: usize, judged: &[Judged<'_>], kept: &Set<usize>) -> bool {
    let is_said = |i: usize| kept.contains(&i) && !matches!(judged[i].passage.block.content, Content::Rule);
    matches!(judged[i].passage.block.content, Content::Math(_)) && (is_said(i + 1) || i.checked_sub(1).is_some_and(is_said))
}

/// The picture that a card shows as the background of an element of its own.
pub(super) fn behind(item: &Item, judged: &[Judged<'_>], page: &Page<'_>) -> Option<Image> {
    let at = |i: usize| judged.get(i).map(|one| one.passage.container);
    let others = [item.passages.start.checked_sub(1).and_then(at), at(item.passages.end)];
    let is_own = |c: &ContainerId| !others.iter().flatten().any(|other| page.containers.holds(*c, *other));
    // Each element once: passages share most of those around them.
    let mut seen: Set<ContainerId> = Set::default();
    let own = judged[item.passages.clone()].iter().flat_map(|one| page.containers.path(one.passage.container));
    let mut own = own.filter(|c| seen.insert(*c) && is_own(c));
    let src = own.find_map(|c| page.containers.get(c).layers.as_deref()?.backdrop.clone())?;
    Some(Image { src, ..Image::default() })
}

/// The main text's pictures among the passages that are not settled yet.
pub(super) fn find(judged: &[Judged<'_>], parts: &Parts, page: &Page<'_>, plan: &Plan) -> Vec<usize> {
    let (Some(&first), Some(&last)) = (plan.main.first(), plan.main.last()) else { return Vec::new() };
    let second = plan.main.iter().copied().skip(1).find(|&i| !is_visual(&judged[i]));
    let home = plan.main.iter().map(|&i| judged[i].passage.container).reduce(|a, b| page.containers.common(a, b).unwrap_or(a));
    let body: Set<ContainerId> = plan.main.iter().flat_map(|&i| page.containers.path(judged[i].passage.container).take(2)).collect();
    // Where each paragraph has an element of its own, the one around them is the text's.
    let mut pairs: Map<ContainerId, usize> = Map::default();
    let around_pair = |pair: &[usize]| around(judged[pair[0]].passage, judged[pair[1]].passage, page.containers);
    plan.main.windows(2).filter_map(around_pair).for_each(|c| *pairs.entry(c).or_default() += 1);
    let is_page = |c: ContainerId| matches!(page.containers.get(c).tag, Tag::Body | Tag::Html);
    let column: Set<ContainerId> = pairs.into_iter().filter(|(c, count)| *count >= MIN_PAIRS || !is_page(*c)).map(|(c, _)| c).collect();
    let tells = told_in_pictures(judged, parts, page);
    let mut kept: Set<usize> = plan.main.iter().copied().collect();
    let (mut found, mut own) = (Vec::new(), None);
    let is_own = |i: usize| is_named(judged[i].passage, page.picture);
    let cards: Set<&str> = parts.cards.iter().filter(|card| !card.sponsored).filter_map(|card| card.url.as_deref()).collect();
    // What leads the text goes on upwards from it, the rest downwards.
    for i in (plan.settled..first).rev().chain(first.max(plan.settled)..judged.len()) {
        let one = &judged[i];
        if !in_main(parts, i) || !is_visual(one) || one.cut.is_some() || is_of_card(one, &cards, page) {
            continue;
        }
        if stranger::is_one(one, i < first, page) || parts.thread.parts[i] == Some(Part::Aside) {
            continue;
        }
        let at = one.passage.container;
        let captioned = has_caption(one.passage);
        let between = Between { judged, kept: &kept, head: &plan.head };
        let target = headline::target(one, page).filter(|href| !is_picture(href));
        if !captioned && target.is_some_and(|href| !is_elsewhere(href, page) && between.is_teaser(i, href, page)) {
            continue;
        }
        // What it says is text, wherever it stands.
        let is_told = || captioned && one.probability >= KEEP;
        let stands_between = || first < i && i < last && between.is_between(i) && is_shown(i, judged, &found, page);
        let is_formula = is_formula_of(i, judged, &kept);
        if target.is_none() && (is_formula || is_told() || stands_between()) {
            found.push(i);
            if captioned || is_formula {
                kept.insert(i);
            }
            continue;
        }
        let neighbour = between.nearest(i, MAX_BETWEEN);
        // Whatever its element is called, what stands amid the text and leads nowhere is of the text.
        let is_amid = || {
            (captioned || is_large(one.passage, page.containers))
                && !leads_elsewhere(one, page)
                && between.is_beside_text(i, captioned, page.containers)
        };
        // Wherever it stands above the text, the picture that the page names is the article's, where the text does not show it.
        let mut pass_over = || {
            if i < first && is_own(i) && !leads_elsewhere(one, page) {
                own.get_or_insert(i);
            }
        };
        if is_furniture(at, neighbour.map(|n| judged[n].passage.container), captioned, page.containers) && !is_amid() {
            pass_over();
            continue;
        }
        let is_home = home.is_some_and(|h| page.containers.holds(h, at));
        let is_in = |elements: &Set<ContainerId>| page.containers.path(at).take(6).any(|c| elements.contains(&c));
        let in_column =
            || !page.is_thread() && is_in(&column) && first < i && i < last && is_seen(one.passage) && !is_variant(judged, &found, i);
        let in_body = is_in(&body) || (captioned && is_home || in_column() || tells(one)) && !leads_elsewhere(one, page);
        let is_close =
            (1..=PICTURE_REACH).any(|d| kept.contains(&(i + d)) || i >= d && kept.contains(&(i - d))) || captioned && neighbour.is_some();
        let is_rule = matches!(one.passage.block.content, Content::Rule);
        let stands_in_text = is_close && in_body && (!is_rule || i > first && i < last);
        let opens = || {
            between.title_above(i)
                && neighbour.is_some_and(|n| n > i)
                && (is_large(one.passage, page.containers) || between.parts_title_from_text(i, first, page.containers))
                && !leads_elsewhere(one, page)
        };
        // Where the article is one of like items, its picture stands in the item's head.
        let item_picture = || parts.main.as_ref()?.image.as_ref().map(|image| picture_name(&image.src));
        let is_of_item = || parts.titles.contains(&i) && is_named(one.passage, item_picture()) && !leads_elsewhere(one, page);
        let leads_with_title = || between.with_title(i, page.containers) && !leads_elsewhere(one, page);
        let leads = || {
            leads(i, first, captioned, plan, is_home)
                || leads_with_title()
                || target.is_none() && is_large(one.passage, page.containers) && between.opens_article(i, first, page.containers)
                || opens()
                || is_of_item()
                || captioned && neighbour.is_some_and(|n| n >= i) && between.title(i)
        };
        // Right below a standfirst.
        let is_between = || second.is_some_and(|second| first < i && i < second) && (leads_with_title() || opens());
        if stands_in_text || !is_rule && (i < first && leads() || is_between()) {
            found.push(i);
            // A row of pictures goes on from the one at the text.
            if captioned {
                kept.insert(i);
            }
        } else {
            pass_over();
        }
    }
    if let Some(twin) = twin_of_lead(judged, &found, first) {
        found.retain(|i| *i != twin);
    }
    let is_shown = found.iter().chain(&plan.main).any(|&i| is_own(i));
    found.extend(own.filter(|_| !is_shown));
    rank::sort(&mut found, |&i| i as u64);
    let again = again(judged, &found, &plan.main);
    found.retain(|i| again.binary_search(i).is_err());
    found
}

/// Those `found` that stand before in the same row of pictures, no text between: small to choose from, and large. And signs: what is shown
/// in several places without a caption says nothing of any.
fn again(judged: &[Judged<'_>], found: &[usize], main: &[usize]) -> Vec<usize> {
    let mut all: Vec<usize> = found.iter().chain(main).copied().collect();
    rank::sort(&mut all, |&i| i as u64);
    let mut places: Map<(&str, &str, &str), usize> = Map::default();
    let bare = |i: usize| file(&judged[i]).filter(|_| !has_caption(judged[i].passage));
    all.iter().filter_map(|&i| bare(i)).for_each(|file| *places.entry(file).or_default() += 1);
    let is_sign = |i: usize| bare(i).is_some_and(|file| places.get(&file).is_some_and(|count| *count >= MIN_SIGNS));
    // The same beside one with a caption.
    let mut twins: Set<usize> = Set::default();
    let mut told: Set<(&str, &str, &str)> = Set::default();
    for (nth, &i) in all.iter().chain(all.iter().rev()).enumerate() {
        if nth == all.len() || !is_visual(&judged[i]) {
            told.clear();
        }
        match bare(i) {
            Some(file) => drop(told.contains(&file).then(|| twins.insert(i))),
            None => told.extend(file(&judged[i])),
        }
    }
    let mut row: Set<((&str, &str, &str), String)> = Set::default();
    all.retain(|&i| {
        if !is_visual(&judged[i]) {
            row.clear();
        }
        // What a sign says may stand in it.
        let is_again = file(&judged[i]).is_some_and(|file| !row.insert((file, letters(&judged[i].text))));
        (is_again || is_sign(i) || twins.contains(&i)) && found.binary_search(&i).is_ok()
    });
    all
}

/// What the only picture of a figure is called.
fn file<'j>(one: &'j Judged<'_>) -> Option<(&'j str, &'j str, &'j str)> {
    match &one.passage.block.content {
        Content::Figure(figure) if figure.images.len() == 1 => Some(picture_file(&figure.images[0].src)),
        _ => None,
    }
}

/// Whether a picture is one of several that tell a story by their captions, with hardly a paragraph between.
fn told_in_pictures<'p>(judged: &[Judged<'_>], parts: &Parts, page: &'p Page<'_>) -> impl Fn(&Judged<'_>) -> bool + use<'p> {
    let make = |one: &Judged<'_>| page.containers.get(one.passage.container).make;
    let is_sure = |one: &Judged<'_>| has_caption(one.passage) && one.probability >= LIKELY;
    let mut makes: Map<u64, usize> = Map::default();
    for one in (0..judged.len()).filter(|&i| in_main(parts, i)).map(|i| &judged[i]).filter(|one| is_sure(one)) {
        *makes.entry(make(one).into()).or_default() += 1;
    }
    move |one| is_sure(one) && makes.get(&u64::from(make(one))).is_some_and(|count| *count >= MIN_PRINTS)
}

/// Whether a visual is more than a rule or a sign: no drawing, and not as small as one.
fn is_seen(passage: &Passage) -> bool {
    let Content::Figure(figure) = &passage.block.content else { return !matches!(passage.block.content, Content::Rule) };
    figure.images.iter().any(|image| !is_drawing(&image.src) && image.width.is_none_or(|w| w >= MIN_SEEN))
}

/// Whether a picture between two passages of the text shows something, and not again.
fn is_shown(i: usize, judged: &[Judged<'_>], found: &[usize], page: &Page<'_>) -> bool {
    let one = &judged[i];
    let shows = || is_large(one.passage, page.containers) || one.probability >= UNLIKELY && is_seen(one.passage);
    let is_new = || shows() && !stranger::is_sign(one) && !is_found(judged, found, i);
    one.is_picture() && !is_beside_others(one, page) && (has_caption(one.passage) || is_new())
}

/// Whether one of the last pictures found is the same, or is called the same: another cut of it.
fn is_found(judged: &[Judged<'_>], found: &[usize], i: usize) -> bool {
    /// Pictures; a row of them goes round no longer.
    const ROW: usize = 24;
    let src = |i: usize| match &judged[i].passage.block.content {
        Content::Figure(figure) => figure.images.first().map(|image| &image.src),
        _ => None,
    };
    is_variant(judged, found, i) || found.iter().rev().take(ROW).any(|&other| src(other) == src(i))
}

/// Whether the last picture found has the same name: another cut of it.
fn is_variant(judged: &[Judged<'_>], found: &[usize], i: usize) -> bool {
    let name = |i: usize| match &judged[i].passage.block.content {
        Content::Figure(figure) if figure.caption.is_none() => figure.images.first().map(|image| picture_name(&image.src)),
        _ => None,
    };
    found.last().is_some_and(|&last| name(last).is_some_and(|name| name.len() >= MIN_NAME) && name(last) == name(i))
}

/// The element close around both of two passages.
fn around(one: &Passage, other: &Passage, containers: &Containers) -> Option<ContainerId> {
    let common = containers.common(one.container, other.container)?;
    let levels = |p: &Passage| {
        let all = containers.path(p.container).take(ALL_LEVELS).position(|c| c == common)?;
        Some(containers.path(p.container).take(all).filter(|c| containers.get(*c).tag != Tag::Other).count())
    };
    [one, other].into_iter().all(|p| levels(p).is_some_and(|levels| levels < BLOCK_LEVELS)).then_some(common)
}

/// The lead picture that the text's beginning shows again, or that twin where only the lead has a caption.
fn twin_of_lead(judged: &[Judged<'_>], found: &[usize], first: usize) -> Option<usize> {
    let name = |i: usize| file(&judged[i]);
    let lead = found.iter().copied().filter(|&i| i < first + PICTURE_REACH).min()?;
    let twin = found.iter().copied().find(|&i| i > lead && i <= first + LEAD_REACH && name(i).is_some() && name(i) == name(lead))?;
    // With another caption it is shown for another reason.
    match (has_caption(judged[lead].passage), has_caption(judged[twin].passage)) {
        (_, false) => Some(twin),
        (false, true) => Some(lead),
        (true, true) => (judged[lead].text == judged[twin].text).then_some(twin),
    }
}

/// Whether a picture's element is called what is not the text's.
fn is_beside_others(one: &Judged<'_>, page: &Page<'_>) -> bool {
    let others = Hints::AUTHOR | Hints::ADVERT | Hints::SPONSORED | Hints::NEWSLETTER | Hints::RELATED | Hints::COMMENT;
    page.containers.get(one.passage.container).distance(others) < 3
}

/// Whether picture and caption are one link, and not to a larger print of the picture.
fn leads_elsewhere(one: &Judged<'_>, page: &Page<'_>) -> bool {
    one.traits().link_density() >= 0.5 && headline::target(one, page).is_some_and(|href| !is_print(href, one.passage))
}

/// Whether a picture without a caption is no portrait of the author and no sign: by its size, its element, or what it says it shows.
pub(super) fn is_large(picture: &Passage, containers: &Containers) -> bool {
    let Content::Figure(figure) = &picture.block.content else { return false };
    let Some(image) = figure.images.first() else { return false };
    match image.width.or_else(|| told_width(&image.src)) {
        Some(width) => width >= MIN_LEAD_WIDTH,
        None => {
            image.alt.split_whitespace().count() >= MIN_LEAD_WORDS
                || containers.path(picture.container).take(2).any(|c| containers.get(c).tag == Tag::Figure)
        }
    }
}

fn has_caption(picture: &Passage) -> bool {
    matches!(&picture.block.content, Content::Figure(figure) if figure.caption.is_some() || figure.credit.is_some())
}

/// Whether an address is that of a print of a picture, of whatever size.
pub(crate) fn is_print(href: &str, picture: &Passage) -> bool {
    is_picture(href) && is_named(picture, Some(picture_name(href)))
}

/// Whether a picture's file is called `name`, whatever its size.
pub(crate) fn is_named(picture: &Passage, name: Option<&str>) -> bool {
    let Content::Figure(figure) = &picture.block.content else { return false };
    name.is_some_and(|name| figure.images.iter().any(|image| picture_name(&image.src) == name))
}

/// Whether a picture may lead the text in an element, where it stands between title and text.
pub(crate) fn may_lead(picture: &Passage, text: ContainerId, containers: &Containers) -> bool {
    let captioned = has_caption(picture);
    (captioned || is_large(picture, containers)) && !is_furniture(picture.container, Some(text), captioned, containers)
}

/// Whether a picture belongs to what stands around articles. A caption speaks for it: there, only what is right around it counts.
/// What is around the `neighbour`, a passage of the text, too says nothing.
fn is_furniture(at: ContainerId, neighbour: Option<ContainerId>, captioned: bool, containers: &Containers) -> bool {
    let container = containers.get(at);
    let common = neighbour.and_then(|n| containers.common(at, n));
    let own = common.map_or(u8::MAX, |c| (container.depth - containers.get(c).depth).try_into().unwrap_or(u8::MAX));
    let distance = |hints| if container.distance(hints) < own { container.distance(hints) } else { u8::MAX };
    let near = distance(Hints::AUTHOR | Hints::ADVERT | Hints::SHARE | Hints::SPONSORED | Hints::NEWSLETTER);
    let far = distance(Hints::NAVIGATION | Hints::FOOTER | Hints::COMMENT);
    let related = distance(Hints::RELATED);
    if captioned {
        // "featured-image" names a picture, "featured" alone other articles.
        let is_named = containers.path(at).take(2).any(|c| containers.get(c).hints.contains(Hints::CAPTION));
        near < 1 || far < 2 || (related < 2 && !is_named)
    } else {
        near < 3 || far.min(related) < 5
    }
}

/// Whether a picture before the text leads it: near the title, or with a caption not far before the first paragraph.
fn leads(i: usize, first: usize, captioned: bool, plan: &Plan, is_home: bool) -> bool {
    let by_title = plan.head.iter().any(|&h| h.abs_diff(i) <= LEAD_REACH);
    let reach = if captioned { 2 * LEAD_REACH } else { LEAD_REACH };
    first - i <= reach && (by_title || captioned && first - i <= LEAD_REACH) && (is_home || captioned)
}

//! What the blocks say of an article besides its text: brought together for the metadata.

use super::head_lines::{Head, MAX_TITLE, addressed, may_be_source, named_below, names_sources, told_days};
use super::items::lead;
use crate::address;
use crate::block::{Content, Inline};
use crate::byline;
use crate::classify::Seen;
use crate::container::{Containers, FAR, Hints, Sight};
use crate::date::{self, Moment};
use crate::lexicon::letters;
use crate::lexicon::wording::Wording;
use crate::metadata;
use crate::page_kind::PageKind;
use crate::passage::{Judged, Passage};
use crate::rank;
use crate::split::{self, Page, Parts, Place, Plan};

/// Share of words in common with the page's title.
const SAME_TITLE: f32 = 0.7;
/// The same where the page's title may end in the site's name.
const LIKE_TITLE: f32 = 0.6;
/// Share of characters in links from which a heading leads elsewhere.
const MIN_LINKED: f32 = 0.5;
/// Bytes of text that suffice to tell its language.
const SAMPLE: usize = 4_000;
/// Containers; a dialog further up is around the whole page.
const FAR_DIALOG: u8 = 6;
/// Passages around the title that its head may spread over.
const HEAD_REACH: usize = 8;
/// Passages between the title and the first text among which its picture stands.
const LEAD_REACH: usize = 12;
/// Passages above the title among which its picture is: a kicker and the path to the page may stand between.
const ABOVE_TITLE: usize = 6;
/// Passages above the title among which its publisher's line is.
const OVER_TITLE: usize = 3;
/// Share of a line's letters in a link, from which the line is one.
const WHOLE_LINK: f32 = 0.9;
/// Share of bold letters in a line that stands out.
const BOLD: f32 = 0.9;
/// Words; a shorter line is no paragraph.
const MIN_PARAGRAPH: f32 = 20.0;
/// Words of a line below a text that says from where and when it is.
pub(super) const MAX_STAMP: f32 = 14.0;
/// Words before its day, which say that the page was changed on it.
const MAX_CHANGED: f32 = 8.0;
/// Figures among which the page's own picture is looked for, and paragraphs among which its summary goes on.
const MAX_IMAGES: usize = 20;
const MAX_PARAGRAPHS: usize = 3;
/// Elements; names of those further away say little of a line.
const CLOSE: u8 = 4;
/// Authors of other stories that are looked for elsewhere on the page.
const MAX_SIGNERS: usize = 32;
/// Passages from the text's last within which its author may sign.
pub(super) const SIGNATURE_REACH: usize = 4;

/// A heading of other articles, such as "Related".
pub(super) fn heads_other_articles(seen: &Seen) -> bool {
    let related = Wording::RELATED_HEADING | Wording::MOST_READ;
    seen.glance.reading.whole.intersects(related) && matches!(seen.passage.block.content, Content::Heading { .. })
}

/// A heading that leads elsewhere may be the title of another article, whose text is not the main one's.
pub(super) fn may_head_another(seen: &Seen) -> bool {
    matches!(seen.passage.block.content, Content::Heading { .. }) && seen.passage.traits.link_density() >= MIN_LINKED && !is_title(seen)
}

/// A paragraph that may be the first of a story glued to the main one: only the end shows it.
pub(super) fn may_begin_another(seen: &Seen) -> bool {
    seen.passage.block.content.inline().is_some_and(|inline| split::may_begin(&inline.text))
}

/// Pictures and players: decided by where the text is.
pub(super) fn is_visual(passage: &Passage) -> bool {
    passage.block.content.is_visual()
}

/// Whether a passage is in a dialog, among reviews, or hidden. The long texts of a dialog come first in many pages, and what is hidden may
/// be the text: the end shows whether there is another.
pub(super) fn is_unseen(passage: &Passage, containers: &Containers) -> bool {
    let own = containers.get(passage.container);
    own.sight != Sight::Seen || own.distance(Hints::MODAL | Hints::CONSENT) < FAR_DIALOG
}

/// Whether a picture stands in the same column as a text.
pub(super) fn is_beside(picture: &Passage, text: &Passage, containers: &Containers) -> bool {
    let Some(common) = containers.common(picture.container, text.container) else { return false };
    let depth = |id| containers.get(id).depth - containers.get(common).depth;
    let own = containers.get(picture.container);
    let is_furniture =
        own.distance(Hints::AUTHOR | Hints::ADVERT | Hints::SHARE | Hints::SPONSORED | Hints::NEWSLETTER | Hints::RELATED) < 3;
    let is_face = matches!(&picture.block.content, Content::Figure(figure) if figure.images.iter().any(address::is_face));
    !is_furniture && !is_face && depth(text.container) <= 2 && depth(picture.container) <= 4 && picture.traits.link.is_none()
}

/// The large picture that stands alone between the page's title and its first text, with at most a by-line and buttons around it.
///
/// The one that the page calls its own, by the `name` of its file, leads it wherever it stands above.
pub(super) fn lead_picture(seen: &[Seen], text: &Seen, name: Option<&str>, containers: &Containers) -> Option<usize> {
    let leads_nowhere = |picture: &Passage| picture.traits.link.as_deref().is_none_or(|href| split::is_print(href, picture));
    let is_own = |one: &Seen| split::is_named(&one.passage, name) && leads_nowhere(&one.passage);
    if let Some(own) = seen.iter().rposition(is_own) {
        return Some(own);
    }
    let mut found = None;
    for (i, one) in seen.iter().enumerate().rev().take(LEAD_REACH) {
        let picture = &one.passage;
        if is_like_title(one) {
            return found.or_else(|| above_title(seen, i, containers));
        }
        if is_visual(picture) && picture.traits.link.is_none() && split::may_lead(picture, text.passage.container, containers) {
            if found.is_some() {
                return None;
            }
            found = Some(i);
        }
    }
    None
}

/// The large picture right above the title, in the `article` element of both.
fn above_title(seen: &[Seen], title: usize, containers: &Containers) -> Option<usize> {
    let home = seen[title].passage.container;
    let leads = |picture: &Passage| {
        is_visual(picture)
            && picture.traits.link.is_none()
            && split::may_lead(picture, home, containers)
            && containers.shares_article(picture.container, home)
    };
    (title.saturating_sub(ABOVE_TITLE)..title).rev().find(|&i| leads(&seen[i].passage))
}

/// The page's title, which is shown in the article's head.
pub(super) fn is_title(seen: &Seen) -> bool {
    seen.glance.title_likeness >= SAME_TITLE && matches!(seen.passage.block.content, Content::Heading { .. })
}

/// A short line that says who wrote the post below it, or when: only the whole page shows whether it is a thread.
pub(super) fn may_head_post(seen: &Seen, containers: &Containers) -> bool {
    let hints = seen.passage.traits.hints | containers.get(seen.passage.container).hints;
    says_who_or_when(&seen.passage) || seen.passage.traits.words <= MAX_STAMP && hints.contains(Hints::AUTHOR)
}

/// A line of its own that holds a date or names the author, which the article's head shows.
pub(super) fn says_who_or_when(passage: &Passage) -> bool {
    let text = passage.text();
    passage.traits.words <= MAX_STAMP && !passage.block.content.is_visual() && (date::is_date_line(&text) || byline::is_byline(&text))
}

/// A heading that is very likely the title.
pub(super) fn is_like_title(seen: &Seen) -> bool {
    seen.glance.title_likeness >= LIKE_TITLE && matches!(seen.passage.block.content, Content::Heading { .. })
}

/// The article's main headings, best first; on a page without headings the line that says its title.
fn headings(judged: &[Judged<'_>], plan: &Plan, page: &Page<'_>) -> Vec<String> {
    // "In this chapter", over a menu.
    let in_menu = |one: &Judged<'_>| page.containers.get(one.passage.container).distance(Hints::NAVIGATION) < FAR;
    let is_link = |one: &Judged<'_>| !is_first_level(one) && one.traits().link_density() >= WHOLE_LINK;
    let mut headings: Vec<(f32, &Judged<'_>)> = plan
        .head
        .iter()
        .map(|&i| &judged[i])
        .chain(judged.iter().filter(|j| is_first_level(j)))
        .filter(|j| j.is_heading() && !date::is_date_line(&j.text) && j.traits().button_chars == 0 && !(is_link(j) && in_menu(j)))
        .map(|j| (j.title_likeness + if is_first_level(j) { 0.3 } else { 0.0 }, j))
        .collect();
    rank::sort(&mut headings, |h| rank::highest_first(h.0));
    let mut found: Vec<String> = headings.iter().map(|(_, j)| line(&j.text)).collect();
    found.dedup();
    if found.is_empty() {
        let says_it = |j: &&Judged<'_>| j.title_likeness >= SAME_TITLE && j.traits().words <= MAX_TITLE;
        let said = plan.head.iter().map(|&i| &judged[i]).find(says_it).map(|j| title_and_rest(j, page).0);
        // Or the first line of the text or near above it, which the page's title repeats with the site's name around it.
        let start = plan.start(judged);
        let near = judged.iter().take(start + HEAD_REACH).skip(start.saturating_sub(HEAD_REACH));
        let first =
            || near.filter(|one| one.traits().link_chars == 0).filter_map(|one| one.text.lines().next()).find(|first| page.says(first));
        found.extend(said.or_else(first).map(line));
    }
    found
}

/// What the body says of the main article.
pub(super) fn gather(judged: &[Judged<'_>], plan: &Plan, parts: &Parts, page: &Page<'_>) -> metadata::Seen {
    let is_thread = page.kind == PageKind::Forum;
    let names_sources = !is_thread && names_sources(&parts.cards);
    let (headings, is_list) = (headings(judged, plan, page), !plan.entries.is_empty());
    let mut seen = metadata::Seen { headings, names_sources, is_list, is_thread, ..metadata::Seen::default() };
    // The picture that leads the text may stand over title and menus.
    let start = plan.start(judged);
    seen.others = days(parts);
    seen.others.extend(told_days(judged, plan, page));
    seen.signers = signers(judged, parts);
    (seen.opener, seen.is_answered) = (opener(judged, parts), parts.thread.are_answers);
    seen.addressed = addressed(&judged[start.saturating_sub(HEAD_REACH)..judged.len().min(start + 1)], page);
    let title = plan.head.first().copied().unwrap_or(start);
    let said = plan.head.iter().copied().find(|&i| judged[i].title_likeness >= SAME_TITLE).unwrap_or(title);
    let from = title.min(start).saturating_sub(2);
    let to = (start.max(title) + HEAD_REACH).min(judged.len());
    let is_section = |name: &str| {
        // On the cards of other articles stand the names of authors.
        let is_links =
            |i: &usize| judged[*i].traits().link_density() >= WHOLE_LINK && !plan.head.contains(i) && parts.places[*i] == Place::Main;
        let lines = (0..from).chain(to..judged.len()).filter(is_links).flat_map(|i| judged[i].passage.block.content.inlines());
        lines.flat_map(Inline::spans).any(|span| span.link.is_some() && span.text.trim() == name)
    };
    // Alone over the title stands a section, or a publisher that a card names, too.
    let is_named = |name: &str| parts.cards.iter().any(|card| card.source.as_deref() == Some(name) && (names_sources || card.names_source));
    // Portals have their own name over the title, too.
    let is_site = |name: &str| page.site.is_some_and(|site| letters(site) == letters(name));
    let mut head = Head {
        page,
        is_digest: parts.is_digest(),
        is_above: false,
        is_below: false,
        is_section: &is_section,
        beside: "",
        first: "",
        over: "",
        seen: &mut seen,
    };
    for (i, one) in judged.iter().enumerate().take(to).skip(from) {
        let in_main = !parts.places[i].is_related();
        // A card's line, above the article in the page.
        let is_linked = || page.containers.is_in_link(one.passage.container);
        // "4 May 2026", then a bare name.
        let is_signed = || {
            let above = i.checked_sub(1).filter(|above| plan.head.contains(above)).map(|above| &judged[above]);
            let is_name = one.traits().link_chars == 0 && one.traits().button_chars == 0 && byline::is_person(&one.text);
            is_name && above.is_some_and(|above| date::is_date_line(&above.text))
        };
        if i < said && is_linked() || plan.entries.contains(&split::make(one, page)) {
            continue;
        }
        head.is_above = i < said.min(start);
        let is_head = plan.head.contains(&i) || is_signed();
        // A long name of the site, or a script without spaces, leaves few words in common with the page's title.
        let is_title = one.title_likeness >= SAME_TITLE || is_head && (is_first_level(one) || page.says_first_of(&one.text));
        head.is_below |= (one.is_heading() || is_head) && is_title && page.kind != PageKind::Forum;
        if in_main && one.traits().words <= 40.0 && !is_title {
            // What stands between is a button, or cut.
            let is_over = || {
                let is_near = i < title && title - i <= OVER_TITLE && judged[i + 1..title].iter().all(|between| between.cut.is_some());
                let is_sign = || split::sign(one).is_some_and(|name| byline::is_closed_publisher(name, page.lang));
                is_near && !one.is_heading() && (names_sources || is_sign() || is_named(one.text.trim()))
            };
            let is_over = is_over();
            if is_over && one.traits().link_chars == 0 {
                head.over = &one.text;
            }
            head.read(one, &one.text, is_head || is_over);
            head.seen.source.take_if(|name| is_site(name));
        } else {
            head.beside = "";
            if is_head && !one.is_heading() {
                head.read(one, title_and_rest(one, page).1, true);
            }
        }
    }
    // Where the cards' publishers are named, the line over the title names the page's own, unless it is a section's.
    let over = head.over.trim();
    let may_name = || page.kind == PageKind::Article && !over.contains('\n') && may_be_source(over) && !is_section(over);
    if head.seen.source.is_none() && !is_site(over) && (is_named(over) || names_sources && may_name()) {
        head.seen.source = Some(over.to_owned());
    }
    head.seen.source = head.seen.source.take().or_else(|| named_below(judged, plan, parts, page, names_sources));
    if names_sources && head.seen.source.is_none() && head.seen.date.is_none() {
        head.read_below(judged, plan, parts);
    }
    if seen.is_list {
        seen.byline = None;
    } else if seen.byline.is_none() {
        let below = signed(judged, plan, parts, page);
        if let Some((i, _)) = below.filter(|_| seen.date.is_none()) {
            let lines = judged[i].text.split(['\n', '|']).map(str::trim).filter(|line| date::is_date_line(line));
            // Machines are told it in more digits than people.
            seen.date = lines.min_by_key(|line| line.bytes().filter(u8::is_ascii_digit).count()).map(str::to_owned);
        }
        seen.named = names_above(judged, plan, page);
        seen.byline = below.map(|(_, line)| line.to_owned()).filter(|_| seen.named.is_none());
    } else if !seen.byline.as_deref().is_some_and(|line| byline::parse(line).iter().any(|name| byline::is_person(name))) {
        // "By The Example"
        seen.named = names_above(judged, plan, page);
    }
    days_below(&mut seen, judged, plan, parts, page);
    let figures = plan.main.iter().filter_map(|&i| match &judged[i].passage.block.content {
        Content::Figure(figure) => lead(figure, page.base),
        _ => None,
    });
    seen.images = figures.take(MAX_IMAGES).collect();
    let is_sentence = |one: &&Judged<'_>| matches!(one.passage.block.content, Content::Paragraph(_)) && one.traits().ends_sentence;
    seen.paragraphs = plan.main.iter().map(|&i| &judged[i]).filter(is_sentence).take(MAX_PARAGRAPHS).map(|one| line(&one.text)).collect();
    seen.sample = sample(judged, plan);
    seen
}

/// The beginning of the text, for its language.
fn sample(judged: &[Judged<'_>], plan: &Plan) -> String {
    let mut sample = String::new();
    for &i in &plan.main {
        if sample.len() > SAMPLE {
            break;
        }
        sample.push_str(&judged[i].text);
        sample.push('\n');
    }
    sample
}

/// When other articles were published, as their cards say, for machines and for people.
fn days(parts: &Parts) -> Vec<String> {
    let of_card = |card: &split::Card| [card.published.clone(), card.published_text.clone()].into_iter().flatten();
    parts.cards.iter().filter(|card| card.url.is_some()).flat_map(of_card).collect()
}

/// The name that the line over a thread's first post links, or is.
fn opener(judged: &[Judged<'_>], parts: &Parts) -> Option<String> {
    let one = &judged[parts.thread.opener?];
    let mut links = one.passage.block.content.inlines().flat_map(Inline::spans).filter(|span| span.link.is_some());
    Some(line(split::member(one.passage).or_else(|| links.next().map(|span| span.text)).unwrap_or(&one.text)))
}

/// The authors of the first cards whom no other line of the page names: who wrote the page's own article may have written another.
fn signers(judged: &[Judged<'_>], parts: &Parts) -> Vec<String> {
    let mut names: Vec<String> = parts.cards.iter().flat_map(|card| &card.byline).take(MAX_SIGNERS).cloned().collect();
    let outside = || judged.iter().zip(&parts.places).filter(|(_, place)| !place.is_related());
    names.retain(|name| !outside().any(|(one, _)| one.text.contains(name.as_str())));
    names
}

/// The bare names of persons in a bold line of their own, at the beginning of an article's text: "**Jane Doe/John Roe**".
fn names_above(judged: &[Judged<'_>], plan: &Plan, page: &Page<'_>) -> Option<String> {
    if page.kind != PageKind::Article {
        return None;
    }
    let is_line = |one: &&Judged<'_>| one.traits().words < MIN_PARAGRAPH;
    let lines = plan.main.iter().take(HEAD_REACH).map(|&i| &judged[i]).filter(|one| !one.passage.block.content.is_visual());
    let is_names = |one: &&Judged<'_>| {
        !one.is_heading() && one.traits().bold_share() >= BOLD && one.text.split(['/', ',', '&']).all(|name| byline::is_person(name.trim()))
    };
    lines.take_while(is_line).find(is_names).map(|one| one.text.replace('/', ", "))
}

/// The by-line below a text that has none above, and the passage that it is in.
fn signed<'j>(judged: &'j [Judged<'_>], plan: &Plan, parts: &Parts, page: &Page<'_>) -> Option<(usize, &'j str)> {
    let last = *plan.main.last()?;
    // Whom a quotation is from did not write the text.
    let is_quoted = |i: usize| page.containers.get(judged[i].passage.container).distance(Hints::QUOTE) < CLOSE;
    (last..judged.len().min(last + SIGNATURE_REACH))
        .filter(|&i| !parts.places[i].is_related() && !is_quoted(i))
        .flat_map(|i| judged[i].text.split('\n').map(move |line| (i, line.trim())))
        .find(|(_, line)| byline::is_byline(line))
}

/// Reads the days that lines right below the text say in words: "Posted on 4 May 2026", "Last updated: 4 May 2026".
fn days_below(seen: &mut metadata::Seen, judged: &[Judged<'_>], plan: &Plan, parts: &Parts, page: &Page<'_>) {
    let Some(last) = plan.main.last().filter(|_| !seen.is_list && !page.is_thread()) else { return };
    let is_own = |i: &usize| {
        let is_comment = || page.containers.get(judged[*i].passage.container).within(Hints::COMMENT);
        judged[*i].traits().words <= MAX_STAMP && !parts.places[*i].is_related() && !is_comment()
    };
    for line in (last + 1..judged.len().min(last + 1 + SIGNATURE_REACH)).filter(is_own).flat_map(|i| judged[i].text.lines()) {
        let label = date::find(line, page.lang, page.now).and_then(|(place, _)| line.get(..place.start));
        let is_around = label.is_some_and(date::is_around);
        // "This page was last edited on"
        let says_changed = |label: &str| label.split_whitespace().count() as f32 <= MAX_CHANGED && date::says_updated(label);
        let is_labelled = is_around || label.is_some_and(says_changed);
        for (moment, day) in date::labelled(line, page.lang, page.now).into_iter().filter(|_| is_labelled) {
            let known = match moment {
                Moment::Published if is_around => &mut seen.date,
                Moment::Published => continue,
                Moment::Modified => &mut seen.changed,
            };
            known.get_or_insert_with(|| day.to_owned());
        }
    }
}

fn is_first_level(one: &Judged<'_>) -> bool {
    matches!(one.passage.block.content, Content::Heading { level: 1, .. })
}

/// As one line, without the marks of where a word may be broken.
pub(super) fn line(text: &str) -> String {
    text.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A title that is no heading, and what stands with it in the same element: when, above; who, when, from where, below.
fn title_and_rest<'j>(one: &'j Judged<'_>, page: &Page<'_>) -> (&'j str, &'j str) {
    let text = one.text.as_ref();
    // "14:32", then the title.
    let above = text.split_once('\n').filter(|(time, _)| date::is_date_line(time));
    if let Some((time, title)) = above.or_else(|| text.split_once(char::is_whitespace).filter(|(time, _)| date::is_clock(time))) {
        return (title, time);
    }
    let says_when = |rest: &str| date::find(rest, page.lang, page.now).is_some();
    text.split_once('\n').filter(|(_, rest)| says_when(rest)).unwrap_or((text, ""))
}

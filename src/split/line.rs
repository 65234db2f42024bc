//! Lines inside an article's text that lead to another one: "Read also: …".

use super::card::{self, Card};
use super::compare;
use super::head;
use super::headline::{self, MIN_BARE, link_text, normal, target};
use super::module::{Item, Module, is_text};
use super::named::names;
use super::role::is_article;
use super::target::{is_article_address, is_elsewhere, is_numbered, is_paid};
use super::{EQUAL_TITLE, Page, Parts, Place};
use crate::block::{FrameKind, Inline};
use crate::byline;
use crate::container::{FAR, Hints};
use crate::date;
use crate::hash::Map;
use crate::label::Reason;
use crate::lexicon::BEHIND_LATIN;
use crate::lexicon::wording::{self, Wording};
use crate::page_kind::PageKind;
use crate::passage::{Judged, Relations};
use crate::tag::Tag;
use std::cell::OnceCell;
use std::ops::Range;

/// Words; a line that only leads elsewhere is short.
const MAX_WORDS: f32 = 40.0;
/// Words; a title whose words an address says has at least as many.
const MIN_TITLE: f32 = 3.0;
/// Links of a line that are looked at; a longer list is no line.
const MAX_LINKS: usize = 24;
/// Words of a menu's entry.
const MAX_ENTRY: f32 = 5.0;
/// Links from which a list is one.
const MIN_LIST: usize = 3;
/// Letters of a title in another script than Latin, beside others in its line.
const MIN_LETTERS: usize = 8;
/// Letters of a title in a script without spaces, or of long words.
const LONG_TITLE: usize = 24;
/// Words before the colon of "READ MORE: Ferry runs again".
const MAX_LABEL: usize = 3;
/// Bytes of such words in capital letters; what is shorter is a name.
const MIN_LOUD: usize = 6;
/// Probability from which a line is of the text, though it is a link.
const TEXT: f32 = 0.5;

/// Share of characters in links of a line that says where it leads.
const MIN_LINKED: f32 = 0.3;
/// Elements; tags stand close in the one that is called so.
const TAGS_REACH: u8 = 3;
/// Passages between a line of a short list and the text.
const NEAR: usize = 4;
/// Elements of a box between its link and a line in it.
const BOX: usize = 4;
/// What may stand before a title and its colon.
const LABEL: Wording = Wording::READ_ALSO.union(Wording::READ_MORE).union(Wording::RELATED_HEADING).union(Wording::NEXT_PREVIOUS);

/// Finds such lines and makes cards of them.
///
/// One that a module of its own holds, with a picture, a name or a date, is a card with all of them.
pub(super) fn read_also(
    judged: &[Judged<'_>],
    modules: &[Module],
    adverts: &[bool],
    page: &Page<'_>,
    taken: &mut [bool],
    parts: &mut Parts,
) {
    let title = judged.iter().position(|one| one.is_heading() && one.title_likeness >= EQUAL_TITLE).unwrap_or(0);
    let lists = Lists::new(judged);
    // Over the title menus have such lines, and what opens when it is asked.
    let is_story = |one: &Judged<'_>| target(one, page).is_some_and(is_numbered);
    let is_hidden = |one: &Judged<'_>| matches!(one.cut, Some((Reason::Hidden, _)));
    let is_entry = |i: usize| (i < title || is_hidden(&judged[i])) && judged[i].traits().words <= MAX_ENTRY && !is_story(&judged[i]);
    for (i, one) in judged.iter().enumerate() {
        if taken[i] || adverts[i] || one.traits().words > MAX_WORDS || is_asking(one) {
            continue;
        }
        let (is_named, is_named_above, may_be_left) = (
            is_named(one),
            is_named_above(i, judged, page) || is_named_below(i, judged, page),
            !is_entry(i) && may_be_left(one, page) && (one.traits().words > MAX_ENTRY || lists.hold_titles(one, page)),
        );
        if !is_named && !is_named_above && !may_be_left && !may_be_labelled(one) {
            continue;
        }
        let Some(href) = one.traits().link.as_deref().or_else(|| target(one, page)) else { continue };
        // What leads to the title stands in an element of its own there.
        let is_neighbour = one.traits().relations.contains(Relations::NEIGHBOUR);
        let parted = is_neighbour && one.traits().link_density() >= MIN_BARE && one.text.contains('\n');
        let text = if parted { headline::title(&one.text) } else { link_text(one.passage, href) };
        let title = without_label(if is_neighbour { behind_label(&text) } else { &text });
        let is_title = title.split_whitespace().count() as f32 >= MIN_TITLE || !title.is_ascii();
        let label = if is_title { label(one, &title) } else { Wording::empty() };
        // A topic stands there too, in fewer words.
        let is_headline =
            || title.split_whitespace().count() > MIN_TITLE as usize || !title.is_ascii() && title.chars().count() >= LONG_TITLE;
        let says_so =
            is_named || is_named_above && is_headline() || label.contains(Wording::READ_ALSO) && one.traits().link_density() >= MIN_LINKED;
        let is_beside = label.contains(Wording::NEXT_PREVIOUS) || is_title && is_neighbour;
        if !says_so && !is_beside && !may_be_left {
            continue;
        }
        let Some(url) = page.base.web(href) else { continue };
        let is_short = title.split_whitespace().count() < 3 && title.chars().count() < 8;
        // "At the source: The Example", "Read on at The Example": the story that stands above.
        let leads_to_source = || {
            let reads_on = |reading: wording::Reading| reading.starts.contains(Wording::READ_MORE);
            reads_on(one.reading) && is_elsewhere(&url, page) || reads_on(wording::read(&title))
        };
        // Addresses are in ASCII.
        let is_told = || {
            names(&url, &title)
                || is_beside && (!title.is_ascii() || is_article_address(&normal(&url)))
                || is_headline() && is_article(page) && is_numbered(url.split('?').next().unwrap_or_default()) && stands_amid(i, judged)
        };
        if !(says_so || !is_elsewhere(&url, page) && is_told())
            || is_short
            || title.ends_with('|')
            || is_paid(&url, page)
            || leads_to_source() && !names(&url, &title)
            || !wording::read(&title).whole.is_empty()
            || page.is_at(&normal(&url))
        {
            continue;
        }
        let mut lone = modules.iter().filter(|m| m.items.len() == 1).flat_map(|m| &m.items);
        let (place, mut card) = match lone.find(|item| item.headline.at == i && is_box(item, judged, taken)) {
            Some(item) => {
                let mut card = card::read(item, judged, page, false);
                compare::doubt(&mut [&mut card], page);
                (item.passages.clone(), card)
            }
            None => {
                // In its link, in one of its own to the same page, or with the line in a box of their own.
                let is_pictured = |k: usize| {
                    !taken[k] && judged[k].is_picture() && (target(&judged[k], page) == Some(href) || are_boxed(&(k..i + 1), judged, page))
                };
                let first = i.checked_sub(1).filter(|&k| is_pictured(k)).unwrap_or(i);
                let image = head::picture(&judged[first]);
                let mut card = Card { first, group: i, titles: vec![i], image, ..Card::default() };
                card.published_text = one.text.lines().map(str::trim).find(|line| date::is_date_line(line)).map(str::to_owned);
                card.published =
                    card.published_text.as_deref().and_then(|said| date::parse(said, page.lang, page.now)).map(|d| d.to_string());
                (first..i + 1, card)
            }
        };
        taken[place.clone()].fill(true);
        if card.sponsored {
            parts.places[place].fill(Place::Sponsored);
            continue;
        }
        card.source.take_if(|source| wording::read(source).starts.intersects(LABEL));
        let [before, behind] = if is_named { other_stories(one, href, page) } else { Default::default() };
        let first = card.first;
        let bare = |(title, url)| Card { first, group: i, title, url: Some(url), ..Card::default() };
        parts.cards.extend(before.into_iter().map(bare));
        parts.places[place].fill(Place::Head(parts.cards.len()));
        parts.cards.push(Card { title, url: Some(url), ..card });
        parts.cards.extend(behind.into_iter().map(bare));
    }
}

/// Whether paragraphs that are likely the text's stand near above a line and near below it.
fn stands_amid(i: usize, judged: &[Judged<'_>]) -> bool {
    let is_text = |one: &Judged<'_>| is_text(one) && one.probability >= TEXT;
    judged[i].probability < TEXT && judged[i.saturating_sub(NEAR)..i].iter().any(is_text) && judged[i + 1..].iter().take(NEAR).any(is_text)
}

/// Lists of links: what they are is for all of a list's entries, not for the longest.
#[derive(Default)]
struct Lists<'j>(Map<u32, List<'j>>);

#[derive(Default)]
struct List<'j> {
    entries: Vec<&'j Judged<'j>>,
    /// Most are titles: looked for where it matters, which is in few menus.
    are_titles: OnceCell<bool>,
}

impl<'j> Lists<'j> {
    fn new(judged: &'j [Judged<'_>]) -> Self {
        let mut lists = Self::default();
        for one in judged.iter().filter(|one| one.traits().link_density() > MIN_BARE) {
            if let Some(list) = list_of(one) {
                lists.0.entry(list).or_default().entries.push(one);
            }
        }
        lists
    }

    /// Whether most of the list that a line stands in, if in any, are titles.
    fn hold_titles(&self, one: &Judged<'_>, page: &Page<'_>) -> bool {
        let list = list_of(one).and_then(|list| self.0.get(&list));
        let most = |entries: &[&Judged<'_>]| 2 * entries.iter().filter(|one| is_told(one, page)).count() > entries.len();
        list.is_none_or(|list| *list.are_titles.get_or_init(|| list.entries.len() < MIN_LIST || most(&list.entries)))
    }
}

/// The innermost list that a line stands in.
fn list_of(one: &Judged<'_>) -> Option<u32> {
    let is_list = |kind: &FrameKind| matches!(kind, FrameKind::BulletList | FrameKind::NumberedList { .. });
    one.passage.block.frames.iter().rev().find(|frame| is_list(&frame.kind)).map(|frame| frame.id)
}

/// Whether a line is the title of what it leads to, as the address says.
fn is_told(one: &Judged<'_>, page: &Page<'_>) -> bool {
    let Some(href) = one.traits().link.as_deref().or_else(|| target(one, page)) else { return false };
    page.base.web(href).is_some_and(|url| names(&url, &link_text(one.passage, href)))
}

/// Title and address of each other story that the line leads to, before the link to `href` and behind it.
fn other_stories(one: &Judged<'_>, href: &str, page: &Page<'_>) -> [Vec<(String, String)>; 2] {
    let mut links: Vec<(&str, String)> = Vec::new();
    for span in one.passage.block.content.inlines().flat_map(Inline::spans) {
        let Some(link) = span.link else { continue };
        if let Some((_, text)) = links.last_mut().filter(|(last, _)| *last == link) {
            text.push_str(span.text);
        } else if links.len() < MAX_LINKS {
            links.push((link, span.text.to_owned()));
        } else {
            break;
        }
    }
    let (mut found, mut known) = ([Vec::new(), Vec::new()], vec![href]);
    let mut side = 0;
    for (link, text) in &links {
        if *link == href {
            side = 1;
        }
        if known.contains(link) {
            continue;
        }
        known.push(link);
        let title = without_label(text);
        let is_long = title.split_whitespace().count() as f32 >= MIN_TITLE;
        let is_title = is_long || title.contains(|c: char| c >= BEHIND_LATIN) && title.chars().count() >= MIN_LETTERS;
        let url = page.base.web(link).filter(|url| !is_elsewhere(url, page) && !is_paid(url, page) && !page.is_at(&normal(url)));
        if let Some(url) = url.filter(|_| is_title && !byline::is_person(&title) && wording::read(&title).whole.is_empty()) {
            found[side].push((title, url));
        }
    }
    found
}

/// Whether an item holds no more than a card does, and nothing that another has.
fn is_box(item: &Item, judged: &[Judged<'_>], taken: &[bool]) -> bool {
    let (own, is_taken) = (&judged[item.passages.clone()], &taken[item.passages.clone()]);
    let words: f32 = own.iter().map(|one| one.traits().words).sum();
    words <= 2.0 * MAX_WORDS && !is_taken.contains(&true) && own.iter().all(|one| one.probability < TEXT)
}

/// Whether anything may stand before a title, where the line is not of the text: there, manuals say "See also" too.
fn may_be_labelled(one: &Judged<'_>) -> bool {
    let is_parted = || one.traits().link_density() < 1.0 || one.text.contains(['\n', ':']);
    !one.is_heading() && one.probability < TEXT && is_parted()
}

/// Whether passages are all that an element close around them holds.
fn are_boxed(passages: &Range<usize>, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let own = |i: usize| judged[i].passage.container;
    let Some(both) = page.containers.common(own(passages.start), own(passages.end - 1)) else { return false };
    let is_outside = |i: usize| judged.get(i).is_none_or(|other| !page.containers.holds(both, other.passage.container));
    passages.start.checked_sub(1).is_none_or(is_outside) && is_outside(passages.end)
}

/// What stands before the title and is nothing else, as "Previous post" or "See also".
fn label(one: &Judged<'_>, title: &str) -> Wording {
    let at = one.text.find(title).filter(|_| !title.is_empty() && may_be_labelled(one));
    at.map_or(Wording::empty(), |at| wording::read(&one.text[..at]).whole)
}

/// "Read also", or an arrow, before a link.
fn is_named(one: &Judged<'_>) -> bool {
    let named = one.reading.starts.intersects(Wording::READ_ALSO | Wording::RELATED_HEADING | Wording::READ_MORE);
    let density = one.traits().link_density();
    let text = one.text.trim();
    let is_bracketed = || text.starts_with('[') && text.ends_with(']') && one.traits().words >= MIN_TITLE;
    // Menus have such signs before names of few words.
    let is_title = || headline::said_words(text) as f32 > MIN_TITLE;
    let points = || density > MIN_BARE && (text.starts_with(['>', '»', '→', '▶', '➤', '►', '•']) && is_title() || is_bracketed());
    !one.is_heading() && (named && density >= MIN_LINKED || points())
}

/// Whether a bare link stands under a line of its own that says "Read also".
fn is_named_above(i: usize, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    // Its own picture may stand between.
    let is_pictured = |above: &&Judged<'_>| above.is_picture() && target(above, page) == target(&judged[i], page);
    let Some(above) = judged[..i].iter().rev().take(2).find(|above| !is_pictured(above)) else { return false };
    let own = judged[i].passage.container;
    let is_beside = || page.containers.path(own).take(2).any(|c| page.containers.holds(c, above.passage.container));
    let label = above.reading.whole.intersection(LABEL);
    if label.is_empty() {
        return false;
    }
    if target(&judged[i], page).is_some_and(|href| target(above, page) == Some(href)) {
        // In one link, "Next" is a label too, wherever it stands.
        return label.contains(Wording::NEXT_PREVIOUS) || is_beside();
    }
    // "Next" may turn a page, "Newer story" does not.
    let is_told = || label != Wording::NEXT_PREVIOUS || above.traits().words > 1.0;
    judged[i].traits().link_density() > MIN_BARE && above.traits().link_chars == 0 && is_told() && is_beside()
}

/// "Read more" below a title, in the same link to another article; services have sentences there.
fn is_named_below(i: usize, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let is_label = |below: &&Judged<'_>| below.reading.whole.intersects(Wording::READ_MORE | Wording::READ_ALSO);
    let href = |one: &Judged<'_>| page.containers.path(one.passage.container).take(BOX).find_map(|c| page.containers.get(c).href.clone());
    let is_title = page.kind == PageKind::Article && !judged[i].traits().ends_sentence;
    let own = || href(&judged[i]).filter(|href| page.base.web(href).is_some_and(|url| is_article_address(&normal(&url))));
    is_title && judged.get(i + 1).filter(is_label).and_then(href).is_some_and(|below| own() == Some(below))
}

/// Nothing but a link, and no text of the article: another one's title, if it leads to a page of the site whose address says so.
fn may_be_left(one: &Judged<'_>, page: &Page<'_>) -> bool {
    let container = page.containers.get(one.passage.container);
    let is_link = one.traits().link_density() > MIN_BARE || container.href.is_some();
    // What is before and behind an article stands in such elements too.
    let is_menu = || container.distance(Hints::NAVIGATION) < FAR && !one.traits().relations.contains(Relations::NEIGHBOUR);
    // An article is called after its tags.
    let is_tags = || container.distance(Hints::TAGS) < if page.kind == PageKind::Article { TAGS_REACH } else { FAR };
    let in_footer = || page.containers.path(one.passage.container).any(|c| page.containers.get(c).tag == Tag::Footer);
    let is_furniture = || in_footer() || container.distance(Hints::FOOTER) < FAR || is_tags() || is_menu();
    // Amid a text of paragraphs such a line is none of it.
    let is_line = || page.kind == PageKind::Article && !one.is_heading() && one.passage.block.frames.iter().all(|f| f.kind.is_prose());
    // Beside what is sold such a line names a variant of it.
    page.kind != PageKind::Product
        && (one.probability < TEXT || is_line())
        && is_link
        && one.traits().words >= MIN_TITLE
        && !is_furniture()
        && !headline::is_choice(one, page)
        && !matches!(one.cut, Some((Reason::Legal, _)))
}

/// The title without what stands before its colon, "READ MORE: ", and without brackets around it.
fn without_label(text: &str) -> String {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '→' | '←' | '›' | '‹' | '>' | '<'));
    // Not where they quote.
    let text = ["« ", "» "].iter().find_map(|sign| text.strip_prefix(sign)).or_else(|| text.strip_suffix(" »")).unwrap_or(text);
    let text = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text).trim();
    let is_label = |before: &str| {
        // "PREVIOUSLY", not "NATO" or "COVID-19".
        let is_loud = before.len() >= MIN_LOUD && before.chars().all(|c| c.is_uppercase() || c == ' ');
        before.split_whitespace().count() <= MAX_LABEL && (is_loud || wording::read(before).whole.intersects(LABEL))
    };
    text.split_once(':').filter(|(before, _)| is_label(before.trim())).map_or(text, |(_, title)| title).trim().to_owned()
}

/// What stands behind "Next post" or "Previous:" at a text's beginning, also where only the style sheet parts them: "Next postFerry".
fn behind_label(text: &str) -> &str {
    let says_so = |label: &str| wording::read(label).whole.intersects(Wording::NEXT_PREVIOUS);
    let mut is_small = false;
    let is_end = |c: char| {
        let begins = is_small && c.is_uppercase();
        is_small = c.is_lowercase();
        begins || c.is_whitespace() || matches!(c, ':' | '：' | '›' | '»')
    };
    let ends = text.match_indices(is_end).map(|(at, _)| at).take(MAX_LABEL + 1);
    let rest = ends.filter(|at| says_so(&text[..*at])).last().map_or(text, |at| &text[at..]);
    rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | '›' | '»'))
}

/// "Read more in our app": the link leads to no article.
fn is_asking(one: &Judged<'_>) -> bool {
    matches!(one.cut, Some((Reason::Advertisement | Reason::Promotion | Reason::Newsletter | Reason::Paywall, _)))
}

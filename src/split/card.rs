//! What an item shows of an article: title, address, source, time, picture, excerpt, and its text where it has one.

use super::Page;
use super::arrange::KEEP;
use super::brackets::in_brackets;
use super::dated::{ends_in_name, named_with_time, stands_beside_date};
use super::door;
use super::head::{self, Head, Side};
use super::headline;
use super::kicker;
use super::module::{Item, alternative, words};
use super::named::says_all;
use super::outlet;
use super::paid;
use super::picture;
use super::role::POST;
use super::target::{self, is_address, is_elsewhere, is_first_page};
use super::told;
use crate::block::{Content, Image};
use crate::byline;
use crate::container::Hints;
use crate::date;
use crate::label::Reason;
use crate::lexicon::wording::{self, Wording};
use crate::lexicon::{letters, lower_letter};
use crate::passage::Judged;
use std::ops::Range;

/// Words; shorter passages of an item are its head, not its text.
pub(super) const MIN_TEXT: f32 = 8.0;
/// Words; a line that says who wrote and when has no more: "9:10 a.m." only looks like the end of a sentence.
const MAX_SIGNED: f32 = 18.0;
/// Words; a line before the text with as many is its beginning, unless it says who wrote and when.
const MIN_LEAD: f32 = 5.0;
/// First probability; a short passage amid an item's text that is less like text is an advert, a button, a label.
const MIN_SHORT: f32 = 0.12;
/// Words of text from which an item counts as a whole article.
const MIN_BODY: f32 = 45.0;
/// The same among whole articles, where a short one is a note.
pub(super) const MIN_NOTE: f32 = 15.0;
/// Words; a publisher's name has no more.
pub(crate) const MAX_SOURCE: usize = 6;
/// Words beside a title in its own line: from where and when it is.
const MAX_BESIDE: f32 = 6.0;
/// Words of a button before what it leads to.
const MAX_BUTTON: usize = 4;
/// Lines of an item among which its title, or a line's twin, is looked for.
const TITLE_REACH: usize = 32;

/// An article as an item shows it. Passages are indices into the page's.
#[derive(Clone, Debug, Default)]
pub(crate) struct Card {
    /// Its first passage.
    pub(crate) first: usize,
    /// Same for the items of one module.
    pub(super) group: usize,
    pub(crate) title: String,
    pub(crate) url: Option<String>,
    pub(crate) source: Option<String>,
    /// A word or sign says that it is one: "via The Example", "(The Example)".
    pub(crate) names_source: bool,
    pub(crate) byline: Vec<String>,
    /// Its bare name is that of a sign.
    pub(super) has_sign: bool,
    /// A bare name that like cards alone do not show to be a publisher's.
    pub(super) doubted: Option<String>,
    /// A bare name behind the title: an author's, or the source's.
    pub(super) name: Option<String>,
    /// A bare name behind the source's.
    pub(super) second: Option<String>,
    /// ISO 8601.
    pub(crate) published: Option<String>,
    pub(crate) published_text: Option<String>,
    pub(crate) image: Option<Image>,
    pub(crate) excerpt: Option<String>,
    /// The passages of its text, in order; empty for a mere card.
    pub(crate) body: Vec<usize>,
    /// Its text has several paragraphs, or is as long as a post's: no excerpt.
    pub(super) is_whole: bool,
    /// The title's passages, in order: headline and repetitions.
    pub(crate) titles: Vec<usize>,
    /// Someone paid for it.
    pub(crate) sponsored: bool,
    /// It is told in the text, as most of its make are.
    pub(super) is_text: bool,
}

impl Card {
    /// Whether a passage is of its text.
    pub(super) fn holds(&self, passage: usize) -> bool {
        self.body.binary_search(&passage).is_ok()
    }

    /// Takes a bare name for the source's where none is known yet.
    pub(super) fn take_name(&mut self, name: &str, side: Side) -> bool {
        let name = outlet::without_count(name);
        let bare = byline::source_name(name);
        self.names_source |= bare.len() < name.len();
        // "Jane Doe", "in The Example"
        if bare.len() < name.len() && self.byline.is_empty() {
            self.byline.extend(self.source.take_if(|source| byline::is_person(source)));
        }
        let name = bare;
        let is_first = side == Side::Behind && self.name.is_none();
        if is_first {
            self.name = Some(name.to_owned());
        }
        if self.source.as_deref().is_some_and(|source| source != name) {
            self.second.get_or_insert_with(|| name.to_owned());
        }
        let is_source = self.source.is_none();
        self.source.get_or_insert_with(|| name.to_owned());
        is_first || is_source
    }

    /// The name behind the title, else the one before it, unless a word says that it is the source's.
    pub(super) fn bare_name(&self) -> Option<&str> {
        self.name.as_deref().or_else(|| self.source.as_deref().filter(|_| !self.names_source))
    }

    /// Takes its bare name for an author's if it is one.
    pub(crate) fn sign_if(&mut self, is_author: impl Fn(&str) -> bool) {
        if self.byline.is_empty()
            && let Some(name) = self.bare_name().filter(|name| is_author(name)).map(str::to_owned)
        {
            if self.source.as_deref() == Some(&name) {
                self.source = self.second.take();
            }
            self.byline.push(name);
        }
    }

    /// Takes what is said below a title out of it, where it stands in the same link.
    pub(super) fn leave_deck(&mut self) {
        let Some(title) = self.excerpt.as_deref().and_then(|deck| kicker::before_deck(&self.title, deck)).map(str::to_owned) else {
            return;
        };
        // "Read more about Ferry runs again", below that.
        let mut begins = title.match_indices(' ').map(|(at, _)| &title[..at]).take(MAX_BUTTON);
        let is_short = title.split_whitespace().count() <= MAX_BUTTON;
        let is_button = is_short && begins.any(|label| wording::read(label).whole.contains(Wording::READ_MORE));
        self.title = if is_button { self.excerpt.take().unwrap_or_default() } else { title };
    }

    /// Takes from a twin what is missing here.
    pub(super) fn complete(&mut self, other: Self) {
        self.source = self.source.take().or(other.source);
        // The time that a day has is nearer than the day alone.
        let is_nearer = |day: &String| other.published.as_ref().is_some_and(|time| time.starts_with(day.as_str()));
        if self.published.as_ref().is_none_or(is_nearer) {
            self.published = other.published;
        }
        self.published_text = self.published_text.take().or(other.published_text);
        // The address in place of a title, or its beginning.
        if is_address(&self.title) || self.title.ends_with('…') && !other.title.ends_with('…') {
            self.title = other.title;
        }
        if self.byline.is_empty() {
            self.byline = other.byline;
        }
        self.image = self.image.take().or(other.image);
        self.excerpt = self.excerpt.take().or(other.excerpt);
    }
}

/// Reads an item.
pub(super) fn read(item: &Item, judged: &[Judged<'_>], page: &Page<'_>, is_stream: bool) -> Card {
    let mut card = Card { first: item.passages.start, url: item.headline.url.clone(), ..Card::default() };
    card.title = best_title(item, judged, page);
    card.title = kicker::called(item, &card.title, judged).unwrap_or(card.title);
    // A publisher's sign leads to its first page.
    let is_site = |url: &String| is_elsewhere(url, page) && is_first_page(url);
    let is_sign = item.headline.text.is_empty() && !same_words(&card.title, alternative(&judged[item.headline.at]));
    card.url.take_if(|url| is_sign && is_site(url));
    let title = card.title.clone();
    card.titles = item.passages.clone().filter(|&i| is_title(&judged[i], &title)).collect();
    let is_full = words(judged, item) >= if is_stream { MIN_NOTE } else { MIN_BODY };
    // "Ferry runs again The Example 4.5.2026." ends like a sentence.
    let is_title_line = |i: usize| {
        let is_stamped = || judged[i].text.split_once(&title).is_some_and(|(before, _)| stands_beside_date(before, page));
        let is_short = || judged[i].traits().words <= title.split_whitespace().count() as f32 + MAX_BESIDE;
        i == item.headline.at && (is_short() || is_stamped())
    };
    let text_at = item.passages.clone().find(|&i| is_text(&judged[i]) && !is_title_line(i)).unwrap_or(item.passages.end);
    let last_text = item.passages.clone().rev().find(|&i| is_text(&judged[i])).unwrap_or(text_at);
    let twins = twins(item.passages.start..text_at, judged);
    let head = Head::new(item, &title, judged, page);
    // The line below the text that says from where and when it is.
    let mut is_over = false;
    // What nobody sees says nothing, but for stories in a tab behind another.
    let is_hidden = |i: usize| matches!(judged[i].cut, Some((Reason::Hidden, _)));
    let is_unseen = |i: usize| is_hidden(i) && !is_hidden(item.headline.at);
    // "To the pictures", below a title without a link.
    let is_linked = item.headline.url.is_none() || headline::target(&judged[item.headline.at], page).is_some();
    let is_door = |i: usize| !is_linked && !judged[i].is_picture() && door::named_target(&judged[i], &title, page) == item.headline.url;
    for i in item.passages.clone() {
        if card.titles.binary_search(&i).is_ok() || is_unseen(i) || is_door(i) {
            continue;
        }
        if judged[i].cut.is_some() && i != item.headline.at {
            // Whatever its element is called, a line that says who or when does.
            let says_when = || card.published_text.is_none() && date::is_date_line(&judged[i].text);
            if i < text_at && is_meta(&judged[i], page) || says_when() || i > last_text && says_source(&judged[i]) {
                head.read(i, &mut card);
            }
            continue;
        }
        let is_early = i < text_at;
        // "Jane Doe", below a text without a link.
        if !is_early && i > last_text && item.headline.url.is_none() && ends_in_name(&judged[i]) {
            if card.byline.is_empty() {
                card.byline.push(judged[i].text.trim().to_owned());
            }
            continue;
        }
        let is_head = !is_full
            || is_early
                && (judged[i].traits().words < MIN_LEAD
                    || is_title_line(i)
                    || is_meta(&judged[i], page)
                    || twins.contains(&i)
                    || judged[i].is_picture() && !is_lead_picture(&judged[i]));
        // "posted by Jane Doe · 10 comments"
        let is_signature = || {
            let one = &judged[i];
            i > last_text && one.traits().words <= MAX_SIGNED && !one.traits().ends_sentence && byline::opens_byline(&one.text)
        };
        // "The Example | Feb 27" below a text: what is short behind it heads what comes next.
        let stamps = || card.published_text.is_none() && is_stamp(&judged[i], page) || i > last_text && says_source(&judged[i]);
        if is_head || !is_early && (is_signature() || stamps()) {
            is_over |= !is_early && !is_head;
            head.read(i, &mut card);
        } else if !(is_over && is_short(&judged[i])) && is_body(&judged[i], page) {
            card.body.push(i);
        } else if card.published_text.is_none() && date::is_date_line(&judged[i].text) {
            head.read(i, &mut card);
        } else {
            told::take_authors(&judged[i].text, &mut card);
        }
    }
    let body = || card.body.iter().map(|&i| &judged[i]);
    let paragraphs: usize = body().map(|one| one.text.lines().filter(|line| !line.trim().is_empty()).count()).sum();
    card.is_whole = paragraphs > 1 || body().map(|one| one.traits().words).sum::<f32>() >= POST;
    card.image = card
        .image
        .take()
        .or_else(|| judged[item.passages.start..text_at].iter().find_map(head::picture))
        .or_else(|| item.passages.clone().find_map(|i| head::thumbnail(&judged[i], item, page)))
        .or_else(|| picture::behind(item, judged, page));
    let own = &judged[item.passages.clone()];
    let named = || own.iter().find_map(|one| door::named_target(one, &title, page));
    let pictured =
        || judged[item.passages.start..text_at].iter().find_map(|one| door::pictured_target(one, page)).filter(|url| !is_site(url));
    card.url = card.url.take().or_else(named).or_else(pictured).or_else(|| target::of_text(own, page));
    // Where the talk below a story begins, the story is. "Jane Doe on Ferry runs again" wrote a part of it.
    if let Some((story, comment)) = card.url.as_deref().and_then(|url| url.split_once("#comment")) {
        let is_comment = comment.starts_with('-') && card.body.is_empty();
        // Of many, on a page of their own.
        card.url = story.split("/comment-page-").next().map(str::to_owned);
        if is_comment {
            return told::of_comment(card);
        }
    }
    card.leave_deck();
    let head: Vec<_> = item.passages.clone().filter(|i| !card.holds(*i)).map(|i| &judged[i]).collect();
    told::leave_topics(&head, &mut card);
    card.sponsored = paid::is_sponsored(item, &title, judged, page, is_full);
    if card.body.is_empty() && card.excerpt.is_none() {
        let tells = |i: usize| is_text(&judged[i]) || i == item.headline.at && judged[i].traits().ends_sentence_in_full();
        let is_excerpt = |i: &usize| !is_title_line(*i) && tells(*i) && !is_meta(&judged[*i], page) && !is_unseen(*i);
        let found = item.passages.clone().find(|i| card.titles.binary_search(i).is_err() && is_excerpt(i));
        // Under a kicker the title may end like a sentence, and tells no more.
        let behind = |i: usize| judged[i].text.split_once(&title).filter(|_| i == item.headline.at).map_or(&*judged[i].text, |two| two.1);
        card.excerpt = found.map(|i| behind(i).trim().to_owned()).filter(|told| !told.is_empty());
    }
    card
}

/// "Source: The Example", "(The Example)", "The Example / Jane Doe", below a text.
pub(super) fn says_source(one: &Judged<'_>) -> bool {
    let says = |line: &str| {
        let is_named = || in_brackets(line).is_some_and(head::is_name) || byline::source_and_authors(line).is_some();
        byline::labelled_source(line).is_some() || is_named()
    };
    one.traits().words <= MAX_SIGNED && !one.is_picture() && one.text.lines().map(str::trim).any(says)
}

/// A few words and no sentence.
fn is_short(one: &Judged<'_>) -> bool {
    one.traits().words <= MIN_LEAD && !one.traits().ends_sentence
}

/// A short line with a date in it, or a name with a time, and no sentence.
fn is_stamp(one: &Judged<'_>, page: &Page<'_>) -> bool {
    let is_short = one.traits().words <= MAX_SIGNED && !one.traits().ends_sentence && !one.is_picture();
    let is_date = |part: &str| date::is_date_line(part.trim()) || stands_beside_date(part.trim(), page);
    is_short && (one.text.split(['|', '·', '—']).any(is_date) || named_with_time(&one.text, page).is_some())
}

/// The lines before an item's text that stand there twice: a text does not begin so, a name may.
fn twins(early: Range<usize>, judged: &[Judged<'_>]) -> Vec<usize> {
    let lines: Vec<(usize, String)> = early.take(TITLE_REACH).map(|i| (i, letters(&judged[i].text))).collect();
    let has_twin = |i: usize, line: &str| lines.iter().any(|(k, other)| *k != i && other == line);
    lines.iter().filter(|(i, line)| !line.is_empty() && has_twin(*i, line)).map(|(i, _)| *i).collect()
}

/// The link's text; where the link is a picture, a text that stands twice, a heading, the picture's own text, or the first line.
fn best_title(item: &Item, judged: &[Judged<'_>], page: &Page<'_>) -> String {
    if !item.headline.text.is_empty() {
        return heading_of_same_target(item, judged, page).unwrap_or_else(|| item.headline.text.clone());
    }
    let is_long = |j: &&Judged<'_>| (1.5..=45.0).contains(&j.traits().words);
    let is_line = |j: &&Judged<'_>| is_long(j) && j.reading.whole.is_empty() && !j.is_picture() && !j.passage.is_button();
    let lines: Vec<&Judged<'_>> = judged[item.passages.clone()].iter().filter(is_line).take(TITLE_REACH).collect();
    let alt = alternative(&judged[item.headline.at]);
    let stands_again = |i: usize| lines[i + 1..].iter().any(|j| same_words(&lines[i].text, &j.text));
    let twice = lines.iter().enumerate().find(|(i, j)| j.traits().words >= 3.0 && stands_again(*i)).map(|(_, j)| j);
    let named = lines.iter().find(|j| same_words(&j.text, alt));
    let leads_there =
        |j: &&&Judged<'_>| headline::target(j, page).and_then(|href| page.base.web(href)).as_ref() == item.headline.url.as_ref();
    // The name of a box is no story's.
    let headings = || lines.iter().filter(|j| j.is_heading());
    let heading = headings().find(leads_there).or_else(|| headings().next());
    let said = || lines.iter().filter(|j| j.traits().words >= 3.0 && !date::is_date_line(&j.text));
    // A kicker above the title is no link, and shorter; a button below it is shorter too.
    let length = |j: &&&Judged<'_>| letters(&j.text).len();
    let linked = said().find(leads_there).filter(|j| said().next().is_some_and(|first| length(j) > length(&first)));
    // What a picture and a line are called that are shorter than the heading is the publisher.
    let named = named.filter(|named| heading.is_none_or(|heading| heading.traits().words <= named.traits().words));
    let title = named.or(heading).or(twice).or(linked).or(said().next());
    let url = item.headline.url.as_deref().unwrap_or_default();
    let caption = judged[item.headline.at].text.trim();
    let shown = || if says_all(url, caption) { caption } else { alt }.to_owned();
    title.map_or_else(shown, |j| kicker::titled(&j.text, url))
}

/// The heading that leads where a lesser link before it does: "30 comments", then the title; or a sentence below it.
fn heading_of_same_target(item: &Item, judged: &[Judged<'_>], page: &Page<'_>) -> Option<String> {
    let leads_there = |one: &&Judged<'_>| one.is_heading() && item.headline.shares_target(one, page);
    let at = item.headline.at;
    let first = if judged[at].traits().ends_sentence_in_full() { item.passages.start } else { at };
    let near = judged[first..item.passages.end.max(at)].iter().take(TITLE_REACH);
    let heading = near.filter(|_| !judged[at].is_heading()).find(leads_there)?;
    Some(headline::title(&heading.text)).filter(|title| !title.is_empty())
}

/// Nothing but the title, once or several times.
fn is_title(one: &Judged<'_>, title: &str) -> bool {
    !one.is_picture()
        && (same_words(&one.text, title)
            || (one.text.contains('\n') && one.text.lines().all(|l| l.trim().is_empty() || same_words(l, title))))
}

pub(super) fn same_words(a: &str, b: &str) -> bool {
    // Most differ at once.
    let first = |text: &str| text.chars().find(|c| c.is_alphanumeric()).map(lower_letter);
    first(a).is_some_and(|own| first(b) == Some(own)) && letters(a) == letters(b)
}

pub(super) fn is_text(one: &Judged<'_>) -> bool {
    let t = one.traits();
    t.words >= MIN_TEXT
        && t.link_density() < 0.5
        && (t.ends_sentence || t.sentence_ends > 0 || t.words > 25.0)
        && !one.is_heading()
        && !one.is_picture()
        && !(t.words <= MAX_SIGNED && one.text.split(['|', '·']).any(|part| date::is_date_line(part.trim())))
}

fn is_lead_picture(one: &Judged<'_>) -> bool {
    matches!(&one.passage.block.content, Content::Figure(f) if f.caption.is_some())
}

pub(super) fn is_meta(one: &Judged<'_>, page: &Page<'_>) -> bool {
    let t = one.traits();
    let near = page.containers.get(one.passage.container).distance(Hints::META | Hints::AUTHOR) < 2
        || t.hints.intersects(Hints::META | Hints::AUTHOR);
    let says_who_or_when = |part: &str| {
        let dated = || !t.ends_sentence && (date::find(part, page.lang, page.now).is_some() || date::trailing_age(part).is_some());
        let is_pair = || !one.is_picture() && byline::source_and_authors(part).is_some();
        date::is_date_line(part) || byline::is_byline(part) || is_pair() || dated()
    };
    let mut parts = one.text.split(['\n', '|', '•', '·']).map(str::trim).filter(|p| !p.is_empty());
    t.words <= 18.0 && (says_who_or_when(&one.text) || parts.any(says_who_or_when) || near && !t.ends_sentence)
}

fn is_body(one: &Judged<'_>, page: &Page<'_>) -> bool {
    let t = one.traits();
    if one.is_picture() || is_text(one) && (t.words >= 15.0 || one.probability >= KEEP) {
        return true;
    }
    let has_button = t.control_chars > 0 && t.words <= MIN_TEXT && !t.ends_sentence;
    if t.link_density() > 0.7 && !one.is_heading() || told::is_link_list(one) || has_button {
        return false;
    }
    let container = page.containers.get(one.passage.container);
    let is_furniture = container.distance(Hints::SHARE | Hints::TAGS) < 2 || container.distance(Hints::ADVERT) < 3;
    !is_furniture && one.first >= MIN_SHORT
}

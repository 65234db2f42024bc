//! An item's head: its picture, and what its lines say of source, time and author.

use super::Page;
use super::brackets::in_brackets;
use super::card::{Card, MAX_SOURCE, MIN_TEXT, is_meta, same_words};
use super::clock;
use super::dated::name_and_clock;
use super::headline;
use super::module::Item;
use super::outlet::{self, MAX_SIGN, captioned, has_sign, is_sign, is_unnamed_sign, sign};
use super::told::{MAX_DATED, add_authors, name_source, take_authors, take_date, take_pair, take_source};
use crate::address::is_drawing;
use crate::address::person::{PageOf, page_of};
use crate::block::{Content, Image, Inline};
use crate::byline;
use crate::container::Hints;
use crate::date;
use crate::lexicon::wording::{self, Wording};
use crate::passage::Judged;
use std::cmp::Ordering;
use std::ops::Range;

/// Words; a line that says when or who is short.
const MAX_LINE: usize = 14;
/// Words of a number and what it counts.
const MAX_COUNT: usize = 4;
/// Words; a line with as many that says nothing else is an excerpt.
const MIN_EXCERPT: usize = 5;

/// What parts a line of a head.
const PARTS: [char; 5] = ['\n', '|', '•', '·', '—'];

/// What a page is shared on.
pub(super) const NETWORKS: [&str; 5] = ["facebook", "twitter", "whatsapp", "telegram", "linkedin"];

/// Stands among the lines of a head where the title does.
const TITLE: &str = "\u{1}";

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    BeforeTitle,
    Behind,
}

/// An item, to read the passages of its head.
pub(super) struct Head<'i, 'j> {
    item: &'i Item,
    judged: &'i [Judged<'j>],
    page: &'i Page<'i>,
    /// The passage of its title.
    title_at: usize,
}

impl<'i, 'j> Head<'i, 'j> {
    pub(super) fn new(item: &'i Item, title: &str, judged: &'i [Judged<'j>], page: &'i Page<'i>) -> Self {
        let has_title = |i: &usize| judged[*i].text.lines().any(|line| same_words(line, title));
        let title_at = if item.headline.text.is_empty() { item.passages.clone().find(has_title) } else { None };
        Self { item, judged, page, title_at: title_at.unwrap_or(item.headline.at) }
    }

    /// Takes source, time, author, picture or excerpt from a passage.
    pub(super) fn read(&self, i: usize, card: &mut Card) {
        let one = &self.judged[i];
        // What a button says is no name.
        if one.passage.is_button() {
            return;
        }
        // What a film is called is said of the film.
        if matches!(one.passage.block.content, Content::Embed(_)) {
            card.image = card.image.take().or_else(|| picture(one));
            return;
        }
        // A sign over the title, or a name beside it, that leads to the publisher.
        let outlet = if one.is_picture() && i < self.title_at { outlet::of(one, self.page) } else { outlet::shown(one, self.page) };
        if let Some(name) = outlet.filter(|name| i != self.title_at && !same_words(name, &card.title)) {
            name_source(name, card);
        }
        if let Content::Figure(figure) = &one.passage.block.content {
            // A small picture and a line beside it may be a face and a name, or a publisher's sign and the time.
            let is_signed = one.traits().words <= MIN_TEXT && is_meta(one, self.page);
            if let Some(name) = captioned(figure).filter(|name| !same_words(name, &card.title)) {
                card.take_name(&name, if i < self.title_at { Side::BeforeTitle } else { Side::Behind });
                card.has_sign |= figure.images.iter().any(is_sign) && card.source.as_ref() == Some(&name);
            }
            let is_beside = || self.item.passages.contains(&(i + 1)) && is_meta(&self.judged[i + 1], self.page);
            if is_signed || card.image.is_some() && is_beside() {
                for sign in figure.images.iter().filter(|sign| is_name(&sign.alt)) {
                    if !same_words(&sign.alt, &card.title) {
                        card.take_name(&sign.alt, Side::BeforeTitle);
                    }
                }
            }
            if !is_signed {
                card.image = card.image.take().or_else(|| picture(one));
                // The title under its picture, with what is said below it, looks like a caption.
                if !one.text.lines().any(|line| same_words(line, &card.title)) {
                    return;
                }
            }
        }
        let has_sign = has_sign(one);
        if i != self.title_at && (has_sign || is_meta(one, self.page)) {
            let side = if i < self.title_at { Side::BeforeTitle } else { Side::Behind };
            let is_publisher = |name: &&str| is_name(name) && !same_words(name, &card.title) && !self.is_clock(name, one);
            if let Some(name) = sign(one).filter(is_publisher) {
                card.take_name(name, side);
                card.has_sign |= has_sign && card.source.as_deref() == Some(name);
            }
        }
        if i == self.title_at {
            let is_wide = |image: &&Image| image.width.is_some_and(|width| width > MAX_SIGN);
            let inline = one.passage.block.content.inline();
            card.image = card.image.take().or_else(|| inline?.images().find(is_wide).cloned());
        }
        // Names in scripts without capitals look like any others.
        let spans = || one.passage.block.content.inlines().flat_map(Inline::spans);
        let is_author = |href: &str| page_of(href) == Some(PageOf::Author);
        if let Some(span) = spans().find(|span| span.link.is_some_and(is_author) && byline::is_uncased_person(span.text)) {
            add_authors(vec![span.text.to_owned()], card);
        }
        if let Some(values) = values(one) {
            values.iter().for_each(|value| self.read_part(value, one, Side::BeforeTitle, card));
            return;
        }
        let marked =
            || one.text.lines().map(|line| if same_words(line, &card.title) { TITLE } else { line }).collect::<Vec<_>>().join("\n");
        let lines = match i.cmp(&self.title_at) {
            Ordering::Equal if i == self.item.headline.at => beside_link(one, &self.item.headline.text),
            Ordering::Less | Ordering::Equal => marked(),
            Ordering::Greater if one.text.lines().any(|line| same_words(line, &card.title)) => marked(),
            Ordering::Greater => format!("{TITLE}\n{}", one.text),
        };
        let mut side = Side::BeforeTitle;
        for part in lines.replace(" / ", "|").split(PARTS).map(str::trim) {
            if part == TITLE {
                side = Side::Behind;
            } else if !part.is_empty() {
                self.read_part(part, one, side, card);
            }
        }
        let says_source = || card.source.as_deref().is_some_and(|name| one.text.contains(name));
        card.has_sign |= has_sign && i != self.title_at && is_unnamed_sign(one) && says_source();
        if card.published.is_none() {
            // "9 June", of a year that only machines are told.
            card.published = self.stated(one).map(|date| date.to_string());
        }
    }

    /// The date that a passage states for machines.
    fn stated(&self, one: &Judged<'_>) -> Option<date::Date> {
        one.traits().time.as_deref().and_then(|t| date::parse(t, self.page.lang, self.page.now))
    }

    /// Whether a sign is called for what it draws, "time", beside a date whose line names the publisher in words.
    fn is_clock(&self, sign: &str, one: &Judged<'_>) -> bool {
        let is_word = sign.starts_with(char::is_lowercase) && !sign.contains('.');
        let named = || date::find(&one.text, self.page.lang, self.page.now).and_then(|(place, _)| one.text.get(..place.start));
        is_word && named().is_some_and(|name| is_name(name.trim()))
    }

    fn read_part(&self, part: &str, one: &Judged<'_>, side: Side, card: &mut Card) {
        if let Some((name, when)) = clock::around(part) {
            self.read_part(when, one, side, card);
            if !name.is_empty() {
                self.read_part(name, one, side, card);
            }
            return;
        }
        let words = part.split_whitespace().count();
        if words <= MAX_LINE
            && let Some((place, date)) = date::find(part, self.page.lang, self.page.now)
        {
            // What the page says to machines is nearer than a guess from "yesterday".
            take_date(part, place, self.stated(one).unwrap_or(date), side, card);
            return;
        }
        // "The Example by Jane Doe 3h"
        if words <= MAX_LINE
            && let Some(at) = date::trailing_age(part)
        {
            let (before, age) = (part[..at].trim_end_matches(|c: char| c.is_whitespace() || c == ','), part[at..].trim());
            if card.published_text.is_none() {
                card.published = date::parse(age, self.page.lang, self.page.now).map(|date| date.to_string());
                card.published_text = Some(age.to_owned());
            }
            return self.read_part(before, one, side, card);
        }
        // "18.47", and nothing beside it.
        if is_dotted_clock(part) && one.text.trim() == part {
            card.published_text.get_or_insert_with(|| part.to_owned());
            return;
        }
        // "16:34" before a title; on a picture it says how long a film is.
        let is_time = || side == Side::BeforeTitle && card.image.is_none() || card.source.is_some() || part.contains(char::is_alphabetic);
        if date::is_clock(part.trim_start_matches(char::is_alphabetic).trim()) && words <= MAX_COUNT && is_time() {
            card.published_text.get_or_insert_with(|| part.to_owned());
            return;
        }
        if let Some((name, time)) = name_and_clock(part)
            && card.published_text.is_none()
            && words <= MAX_DATED
            && is_name(name)
        {
            card.published_text = Some(time.to_owned());
            return self.read_part(name, one, side, card);
        }
        if words <= MAX_LINE && take_source(part, card) {
            return;
        }
        // "(The Example, 01:30)" behind a title
        if let Some((name, time)) = in_brackets(part).and_then(|part| part.rsplit_once(", "))
            && date::is_clock(time)
        {
            card.published_text.get_or_insert_with(|| time.to_owned());
            return self.read_part(name, one, side, card);
        }
        // "(The Example)" behind a title
        if let Some(name) = in_brackets(part).filter(|name| is_name(name)) {
            card.source.get_or_insert_with(|| name.to_owned());
            card.names_source = true;
            return;
        }
        if take_pair(part, side, card) {
            return;
        }
        // "Posted on: The Example"
        if let Some((_, name)) = part.split_once(": ").filter(|(before, name)| date::is_around(before) && is_name(name)) {
            card.source.get_or_insert_with(|| name.to_owned());
            card.names_source = true;
            return;
        }
        if words <= MAX_LINE && take_authors(part, card) {
            return;
        }
        let hints = one.traits().hints | self.page.containers.get(one.passage.container).hints;
        // "lead" is what some call the paragraph that the title stands in.
        let is_lede = || hints.intersects(Hints::LEDE) && !std::ptr::eq(one, &raw const self.judged[self.title_at]);
        // Beside a title that ends like a sentence stands its kicker.
        let said = if std::ptr::eq(one, &raw const self.judged[self.title_at]) { words as f32 } else { one.traits().words };
        let is_prose = said >= MIN_TEXT && (one.traits().ends_sentence || is_lede());
        // "Reuters", and its author in an element beside it.
        let is_publisher = || {
            let mut others = one.text.split(PARTS).map(str::trim).filter(|other| *other != part);
            !byline::is_person(part) && others.any(byline::is_person)
        };
        if !is_prose && hints.contains(Hints::AUTHOR) && !is_publisher() {
            add_authors(byline::parse(part), card);
            return;
        }
        let may_be_name = || is_name(part) || byline::halves(part).is_some();
        if !is_prose && (is_furniture(one) || date::is_around(part) || may_be_name() && card.take_name(part, side)) {
            return;
        }
        // A kicker, over the title in its own element.
        let is_kicker = side == Side::BeforeTitle && !is_prose && one.text.lines().any(|line| same_words(line, &card.title));
        // "Town · 4 May 2026 · updated" has as many words; in a script without spaces they are not counted so.
        let is_told = words >= MIN_EXCERPT || is_prose && !part.is_ascii();
        if is_told && !is_kicker && card.excerpt.is_none() {
            let lines = one.text.lines().map(str::trim).filter(|line| !same_words(line, &card.title));
            card.excerpt = Some(lines.collect::<Vec<_>>().join("\n").trim().to_owned()).filter(|excerpt| !excerpt.is_empty());
        }
    }
}

/// A passage's picture, unless it is a small sign.
pub(super) fn picture(one: &Judged<'_>) -> Option<Image> {
    let figure = match &one.passage.block.content {
        Content::Figure(figure) => figure,
        // The first picture of a film.
        Content::Embed(embed) => return embed.poster.clone().map(|src| Image { src, ..Image::default() }),
        _ => return None,
    };
    // What a picture is called stands beside it again, as a publisher's name beside its sign, then the time.
    let caption = figure.caption.as_ref().map(Inline::flat).unwrap_or_default();
    let is_said = |image: &Image| {
        is_name(&image.alt) && caption.strip_prefix(&*image.alt).is_some_and(|rest| !rest.is_empty() && date::is_date_line(rest.trim()))
    };
    figure.images.iter().find(|image| !is_drawing(&image.src) && !is_sign(image) && !is_said(image)).cloned()
}

/// A small picture that is called as the item's title is, and leads where it does: no sign of a publisher's.
pub(super) fn thumbnail(one: &Judged<'_>, item: &Item, page: &Page<'_>) -> Option<Image> {
    let Content::Figure(figure) = &one.passage.block.content else { return None };
    let is_of_title = |image: &&Image| !is_drawing(&image.src) && !image.alt.is_empty() && same_words(&image.alt, &item.headline.text);
    let image = figure.images.iter().find(is_of_title)?;
    let url = headline::target(one, page).and_then(|href| page.base.web(href))?;
    (Some(url) == item.headline.url).then(|| image.clone())
}

/// The text of a passage beside its link, the title, a line for each stretch: what is outside the link, and in it what follows the
/// title.
fn beside_link(one: &Judged<'_>, title: &str) -> String {
    let mut lines = String::new();
    for inline in one.passage.block.content.inlines() {
        let spans = inline.spans();
        let is_of_title = |text: &str| !text.trim().is_empty() && title.contains(text.trim());
        let link = spans.iter().find(|s| s.link.is_some() && is_of_title(s.text)).and_then(|s| s.link);
        let mut is_behind = false;
        for span in &spans {
            let is_own = is_of_title(span.text) && span.link == link;
            is_behind |= is_own;
            if is_own {
                if !lines.is_empty() && !lines.ends_with('\n') {
                    lines.push('\n');
                }
                lines.push_str(TITLE);
            } else if span.link.is_some() && span.link == link && !is_behind && !date::is_date_line(span.text) {
                continue;
            } else {
                lines.push_str(span.text);
            }
            if is_own || !span.text.ends_with(' ') && span.text != "\n" {
                lines.push('\n');
            }
        }
    }
    if lines.is_empty() && title.is_empty() { one.text.to_string() } else { lines }
}

/// Whether a short line may be a name.
pub(super) fn is_name(part: &str) -> bool {
    let words = part.split_whitespace().count();
    // "U.S." is a name; a sentence has small letters.
    let ends = part.ends_with(['!', '?', ':']) || part.ends_with('.') && part.contains(char::is_lowercase);
    // "14 replies", "29 min listen"
    let is_count = words <= MAX_COUNT
        && part.starts_with(|c: char| c.is_numeric())
        && part.split_whitespace().nth(1).is_some_and(|w| w.starts_with(char::is_lowercase));
    // "page 4"
    let is_number = part
        .split_once(' ')
        .is_some_and(|(word, number)| word.starts_with(char::is_lowercase) && number.chars().all(|c| c.is_numeric() || c.is_whitespace()));
    // The first letter of a name, in place of its sign.
    let is_letter = part.chars().count() < 2;
    // "$ 199", "SKU: 23", "News, Portugal", "News › Portugal", "…goes on", an address
    let is_value =
        part.contains([':', '：', ',', '$', '€', '£', '¥', '₹', '>', '›', '#']) || part.starts_with(|c: char| !c.is_alphanumeric());
    let may_be = words <= MAX_SOURCE
        && !ends
        && !is_count
        && !is_number
        && !is_amount(part)
        && !is_value
        && !is_letter
        && !clock::is_name(part)
        && part.contains(char::is_alphabetic);
    may_be && !is_sharing(part) && !says_by(part) && !date::is_span(part) && wording::read(part).may_be_name()
}

/// "18.47"
fn is_dotted_clock(part: &str) -> bool {
    let is_part = |digits: &str| digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit());
    part.split_once('.').is_some_and(|(hour, minute)| is_part(hour) && is_part(minute) && hour < "24" && minute < "60")
}

/// "12.5K"
fn is_amount(part: &str) -> bool {
    let count = |is_so: fn(char) -> bool| part.chars().filter(|c| is_so(*c)).count();
    count(char::is_numeric) > count(char::is_alphabetic)
}

/// "Column by", "by jane"
pub(crate) fn says_by(part: &str) -> bool {
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
    let ends_so = || part.rsplit_once(' ').is_some_and(|(_, last)| is_small(last) && byline::is_by_word(last));
    is_small(part) && byline::opens_byline(part) || ends_so()
}

/// "Post to Facebook"
fn is_sharing(part: &str) -> bool {
    let is_network = |word: &str| NETWORKS.iter().any(|network| word.eq_ignore_ascii_case(network));
    part.split_whitespace().skip(1).any(is_network)
}

/// Whether a passage is a label or a button.
fn is_furniture(one: &Judged<'_>) -> bool {
    !one.reading.may_be_name() || one.reading.starts.intersects(Wording::RELATED_HEADING | Wording::MOST_READ)
}

/// The tables among passages that stand before a text.
pub(super) fn tables<'j>(before: Range<usize>, judged: &'j [Judged<'_>]) -> impl Iterator<Item = usize> + 'j {
    before.filter(|&i| values(&judged[i]).is_some())
}

/// What a table of names and values says, as it stands over a press cutting: "Source", "The Example", "Date", "4 May 2026".
fn values<'j>(one: &'j Judged<'_>) -> Option<Vec<&'j str>> {
    let Content::Table(_) = one.passage.block.content else { return None };
    let cells: Vec<&str> = one.text.lines().flat_map(|row| row.split('\t')).map(str::trim).collect();
    cells.len().is_multiple_of(2).then(|| cells.into_iter().skip(1).step_by(2).collect())
}

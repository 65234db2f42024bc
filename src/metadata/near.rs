//! The lines near a page's main heading: who wrote, and when.

use super::claim::Claims;
use super::lines::{is_dateline, is_sentence};
use super::markup::Markup;
use super::title::{alike, repeats};
use crate::article::Origin;
use crate::byline;
use crate::date::{self, Moment};
use crate::lexicon::meta_names::Field;
use crate::lexicon::wording::{self, Wording};
use crate::tag::Tag;

/// Bytes of text, white space left out, after the main heading within which a by-line or date belongs to it: title block, standfirst, caption
/// of the lead picture. Measured from the heading; a longer way leads into the body or to the next story.
pub(super) const NEAR_HEADING: usize = 1250;
/// Headings of level 1 that are kept.
const MAX_HEADINGS: usize = 8;
/// Rank that is added to what stands over the first heading.
pub(super) const OVER: u16 = 4;
/// The same far from the heading.
pub(super) const FAR: u16 = 6;
/// Rank that is added to who wrote a reply.
pub(super) const REPLY: u16 = 100;
/// Rank of a link to an author's page, between classes that say so and those that may.
pub(super) const LINKED: u16 = 15;
/// Rank of what a line only says in words; marked values are better.
pub(super) const LINE: u16 = 40;

/// Ranks are in steps of so many; what stands right below the heading has one of them, all else lies between.
const STEP: u16 = 5;

/// Whether a value of this rank stood right below the main heading.
pub(super) fn is_right_below(rank: u16) -> bool {
    rank.is_multiple_of(STEP)
}

impl Markup {
    /// A heading of level 1, or one that repeats the page's title, is what by-lines and dates stand near to.
    pub(super) fn heading(&mut self, tag: Tag, text: &str, claims: &mut Claims) {
        if text.is_empty() {
            return;
        }
        let titles = self.page_title.iter().map(String::as_str).chain(claims.of(Field::Title, Origin::Meta));
        let fits = titles.take(4).any(|title| if tag == Tag::H1 { alike(title, text) } else { repeats(title, text) });
        if !fits && (tag != Tag::H1 || self.heading_fits) || self.headings.len() >= MAX_HEADINGS {
            return;
        }
        if self.elsewhere.is_some() {
            if !fits {
                return;
            }
            // A wrapper that is named for its sidebar holds the article too.
            self.elsewhere = None;
        }
        self.headings.push(text.to_owned());
        // Far below, the page is named again among other stories.
        if self.heading_fits && tag != Tag::H1 && self.since_heading.is_some_and(|bytes| bytes >= NEAR_HEADING) {
            return;
        }
        self.heading_fits = fits;
        self.since_heading = Some(0);
        for line in self.lines.before() {
            // An advert there may quote somebody.
            self.read_author(&line, true, claims);
            self.read_dates(&line, None, claims);
        }
    }

    /// Ends a line where an element of this tag is closed, or another place.
    pub(super) fn end_line(&mut self, closed: Option<Tag>, claims: &mut Claims) {
        if self.since_heading.is_some_and(|bytes| bytes >= NEAR_HEADING) {
            return self.lines.pass();
        }
        if let Some(line) = self.lines.passed() {
            self.leads = byline::is_by_word(&line);
        }
        let Some(line) = self.lines.end() else { return };
        // "By" in a block of its own, and the name in the next.
        let is_led = std::mem::replace(&mut self.leads, byline::is_by_word(&line));
        let line = if is_led { format!("by {line}") } else { line };
        if self.since_heading.is_some() {
            self.read_name_over_role(&line, claims);
        }
        if line == self.alt {
            return;
        }
        match self.since_heading {
            // "By River and Rail", "3 May 1931"
            Some(_) if matches!(closed, Some(Tag::H1 | Tag::H2 | Tag::H3)) && !byline::is_byline(&line) => {}
            Some(_) => {
                self.read_author(&line, closed == Some(Tag::Li) || self.caption.is_some(), claims);
                self.read_dates(&line, closed, claims);
            }
            None => self.lines.remember(line),
        }
    }

    /// A line near the heading that names who wrote; whether it must say so in words: lists are of staff, captions of whom they show.
    fn read_author(&self, line: &str, must_open: bool, claims: &mut Claims) {
        let near = self.nearness();
        let is_right_below = || near == 0 || near == 1 && date::find(line, None, None).is_some();
        if byline::is_byline(line) && (!must_open || byline::opens_byline(line)) {
            claims.add(Field::Author, line, Origin::Text, LINE + near);
        } else if is_right_below() && byline::is_short_byline(line) {
            claims.add(Field::Author, line, Origin::Text, LINE + 20 + near);
        }
    }

    /// "Jane Doe", below it "Staff writer", and below that the date.
    fn read_name_over_role(&mut self, line: &str, claims: &mut Claims) {
        let [name, role] = &self.above;
        if date::is_date_line(line) && byline::is_person(name) && byline::is_byline(&format!("{name}, {role}")) {
            claims.add(Field::Author, name, Origin::Text, LINE + self.nearness());
        }
        self.above = [std::mem::take(&mut self.above[1]), line.to_owned()];
    }

    /// The dates of such a line. Lists are of concerts.
    fn read_dates(&self, line: &str, closed: Option<Tag>, claims: &mut Claims) {
        if self.in_fact {
            return;
        }
        let (near, is_item) = (self.nearness(), closed == Some(Tag::Li));
        let (rank, part) = match line.split(['|', '•', '·']).find(|part| date::is_date_line(part)) {
            _ if date::is_date_line(line) => (LINE, line),
            Some(part) => (LINE + 10, part),
            None if is_item || self.caption.is_some() => return,
            None => (LINE + 20, line),
        };
        // In prose and tables only full dates count; "a week ago" there is part of the story. The words are read again when
        // the language and the clock are known.
        let now = Some(0).filter(|_| rank < LINE + 20 && closed != Some(Tag::Td));
        let is_prose = rank == LINE + 20 && is_sentence(line);
        for (moment, words) in date::labelled(part, None, now) {
            if is_prose && !is_dateline(line, words) && !wording::read(line).contains.contains(Wording::PUBLISHED) {
                continue;
            }
            let field = if moment == Moment::Modified { Field::Modified } else { Field::Published };
            claims.add(field, words, Origin::Text, rank + near);
        }
    }

    /// How far the main heading is: right below it, above it, or far.
    pub(super) fn nearness(&self) -> u16 {
        match self.since_heading {
            Some(bytes) if bytes < NEAR_HEADING / 4 => 2 * u16::from(!self.heading_fits),
            Some(bytes) if bytes < NEAR_HEADING => 1 + 2 * u16::from(!self.heading_fits),
            Some(_) => FAR,
            None => OVER,
        }
    }
}

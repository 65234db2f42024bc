//! What the lines near a title say: who, when, from where.

use super::evidence::{MAX_STAMP, SIGNATURE_REACH};
use crate::block::Content;
use crate::byline::{self, Pair};
use crate::container::Hints;
use crate::date::{self, Moment};
use crate::lexicon::letters;
use crate::lexicon::wording::{self, Wording};
use crate::metadata;
use crate::passage::Judged;
use crate::split::{self, Card, MAX_SOURCE, Page, Parts, Plan};

/// Publishers, each named beside a date: a page with as many brings texts of others.
const SEVERAL: usize = 3;
/// Whole stories that name theirs, and so most of them.
const MIN_WHOLE: usize = 2;
/// Cards among which they are looked for.
const COMPARED: usize = 64;

/// In words that say where a text appeared first: "originally", "ursprünglich", "oorspronkelijk".
const ORIGINAL: [&str; 3] = ["origin", "ursprüng", "oorspron"];
/// Probability from which a line is of the text: below a table it says where the numbers are from.
const TEXT: f32 = 0.5;
/// Words; longer lines are no titles.
pub(super) const MAX_TITLE: f32 = 30.0;
/// Days in a text, each in a line of its own, that make a timeline.
const MIN_DAYS: usize = 2;
/// Words that say what a person did, before their name.
const MAX_WORK: usize = 3;
/// Words of a line that says when, and of a day alone.
const MAX_LINE: f32 = 12.0;
const MAX_DAY: f32 = 4.0;

/// Whether the page brings texts of several publishers, and names those of its whole stories, each beside its date, or many of them. Elsewhere what stands before
/// a date is its author, a place, or "Asked".
pub(super) fn names_sources(cards: &[Card]) -> bool {
    let sourced = cards.iter().filter(|c| c.source.is_some()).count();
    let named = || cards.iter().filter(|c| c.published_text.is_some()).filter_map(|c| c.source.as_deref());
    let count = named().count();
    let is_new = |(at, name): &(usize, &str)| !named().take(*at).any(|other| other == *name);
    let several = || named().enumerate().take(COMPARED).filter(is_new).count() >= SEVERAL;
    let whole = || cards.iter().filter(|c| !c.body.is_empty());
    let named_whole = whole().filter(|c| c.source.is_some()).count();
    let are_whole = named_whole >= MIN_WHOLE && named_whole * 3 >= whole().count() * 2;
    are_whole || count > 0 && count * 2 >= cards.len() || count >= SEVERAL && sourced * 2 >= cards.len() && several()
}

/// The days that stand alone in the text, where there are several: those of a timeline.
pub(super) fn told_days(judged: &[Judged<'_>], plan: &Plan, page: &Page<'_>) -> Vec<String> {
    let lines = plan.main.iter().map(|&i| &judged[i]).filter(|one| one.traits().words <= MAX_DAY && date::is_date_line(&one.text));
    let days: Vec<String> = lines.filter_map(|one| date::parse(&one.text, page.lang, page.now)).map(|day| day.to_string()).collect();
    if days.len() < MIN_DAYS { Vec::new() } else { days }
}

/// The short passages near the title, read in order: who, when, from where.
pub(super) struct Head<'h, 'j> {
    pub(super) page: &'h Page<'h>,
    /// Its stories name publisher and author in one line.
    pub(super) is_digest: bool,
    /// What is read stands above the title, where an advert may quote somebody.
    pub(super) is_above: bool,
    /// What is read stands below the title.
    pub(super) is_below: bool,
    /// Whether a link in a line of links elsewhere on the page says a name, as its menu says those of its sections.
    pub(super) is_section: &'h dyn Fn(&str) -> bool,
    /// The line before: "Agency", then the time in an element of its own.
    pub(super) beside: &'j str,
    /// The first of the lines that stand together: "Agency", then the author, then the time.
    pub(super) first: &'j str,
    /// The line over the title, where the page names publishers.
    pub(super) over: &'j str,
    pub(super) seen: &'h mut metadata::Seen,
}

impl<'j> Head<'_, 'j> {
    pub(super) fn read(&mut self, one: &'j Judged<'_>, text: &'j str, is_head: bool) {
        if !is_head {
            self.beside = "";
        }
        self.first = "";
        // In prose, captions and tables a time is one that is told of.
        // A day beside a newsletter's sign looks like a caption.
        let is_plain = match one.passage.block.content {
            Content::Paragraph(_) => one.passage.block.frames.is_empty(),
            Content::Figure(_) => one.traits().words <= MAX_DAY,
            _ => false,
        };
        if self.seen.datetime.is_none() && (is_head || is_plain && one.traits().words <= MAX_LINE) {
            let is_change =
                || date::labelled(text, self.page.lang, self.page.now).first().is_some_and(|(moment, _)| *moment == Moment::Modified);
            self.seen.datetime = one.traits().time.as_deref().filter(|_| !is_change()).map(str::to_owned);
        }
        // A link to its publisher.
        if self.seen.source.is_none() && is_head && split::is_article(self.page) {
            self.seen.source = split::outlet(one, self.page).map(str::to_owned);
        }
        // The sign of its publisher, before what else the line says.
        let is_line = || text.lines().any(|line| date::is_clock(line) || byline::is_person(line)) || split::says_when(text, self.page);
        if is_head && self.seen.names_sources && self.seen.source.is_none() && is_line() {
            self.seen.source = split::sign(one).filter(|name| may_be_source(name)).map(str::to_owned);
        }
        if is_head && self.seen.source.is_none() {
            // Portals name the paper a text is from, in words or by its sign.
            let names = text.split(['\n', '|', '•', '·', ' ']).chain(split::sign(one));
            self.seen.source = names.map(str::trim).find(|name| byline::is_closed_publisher(name, self.page.lang)).map(str::to_owned);
        }
        for part in text.split(['\n', '|', '•', '·']).map(str::trim).filter(|p| !p.is_empty()) {
            if self.first.is_empty() {
                self.first = part;
            }
            if self.seen.source.is_none() && (is_head || !self.is_below || one.probability < TEXT) && !one.passage.block.content.is_visual()
            {
                self.seen.source = byline::labelled_source(part).map(str::to_owned);
            }
            // On a page that is no article, a line of the text is signed by who wrote an entry of it.
            if self.seen.byline.is_none() && (is_head || split::is_article(self.page) || self.page.is_thread()) {
                let is_item = !is_head && !one.passage.block.frames.is_empty();
                // Whom a picture shows.
                let must_open = is_item || one.passage.block.content.is_visual() || one.is_heading() || self.is_above;
                self.sign(part, is_head, must_open);
            }
            if self.seen.date.is_none() && (is_head || is_plain && date::is_date_line(part)) {
                let before = self.date(part);
                if is_head && self.seen.byline.is_none() {
                    self.seen.byline = before.and_then(|before| named(one, before));
                }
            }
            let is_tag = one.passage.traits.hints.contains(Hints::TAGS);
            // Where publishers are named, a bare name may be one, unless the text's own is known.
            let may_be_author = !self.seen.names_sources || self.seen.source.as_deref().is_some_and(|source| !part.contains(source));
            if is_head && self.is_below && !is_tag && !one.is_heading() && may_be_author && self.seen.byline.is_none() {
                self.seen.byline = self.beside_date(part).filter(|name| self.seen.source.as_deref() != Some(*name)).map(str::to_owned);
            }
            // "4 May 2026 | The Example"
            let is_beside_date = || date::is_date_line(self.beside) && !byline::is_person(part) && may_be_source(part);
            if is_head && self.seen.names_sources && self.seen.source.is_none() && part != self.first && is_beside_date() {
                self.seen.source = Some(byline::source_name(part).to_owned());
            }
            // A title is nobody's name, though it may look so.
            self.beside = if one.is_heading() { "" } else { part };
        }
    }

    /// Reads the short lines below the text.
    pub(super) fn read_below(&mut self, judged: &'j [Judged<'_>], plan: &Plan, parts: &Parts) {
        let last = plan.main.last().copied().unwrap_or(0);
        for (i, one) in judged.iter().enumerate().take(last + SIGNATURE_REACH).skip(last) {
            if one.traits().words <= MAX_STAMP && !parts.places[i].is_related() {
                self.read(one, &one.text, true);
            }
        }
    }

    /// Takes the author out of a line that may have to say so in words: "Jane Doe, Director" is an item of a list of staff.
    fn sign(&mut self, part: &str, is_head: bool, must_open: bool) {
        if byline::is_byline(part) && (!must_open || byline::opens_byline(part)) {
            self.seen.byline = Some(part.to_owned());
        } else if let Some(name) = byline::reporter(part).filter(|_| is_head) {
            self.seen.byline = Some(name.to_owned());
        } else if is_head
            && self.is_digest
            && let Some(pair) = byline::source_and_authors(part)
        {
            self.take(&pair);
        }
    }

    /// Takes the date out of a line; what stands beside it may be the publisher. What stands before it.
    fn date(&mut self, part: &'j str) -> Option<&'j str> {
        if date::says_other(part) {
            return None;
        }
        let Some((place, _)) = date::find(part, self.page.lang, self.page.now) else {
            self.clock(part);
            return None;
        };
        if date::goes_on(part.get(place.end..).unwrap_or_default(), self.page.lang) {
            return None;
        }
        let start = place.start;
        let bare = |rest: Option<&'j str>| rest.unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric());
        let (before, behind) = (bare(part.get(..place.start)), bare(part.get(place.end..)));
        // A wide space parts the size of letters, and other things that can be chosen, from the name.
        let behind = behind.split('\u{3000}').next().unwrap_or_default().trim_end();
        let before = if before.is_empty() && place.start == 0 { self.beside } else { before };
        // "4 May 2026 by jane"
        let is_account = || byline::opens_byline(behind) && behind.split_whitespace().count() == 2;
        if self.seen.byline.is_none() && (byline::is_byline(behind) || is_account()) {
            self.seen.byline = Some(behind.to_owned());
        }
        if self.seen.names_sources
            && self.seen.byline.is_none()
            && let Some(pair) = byline::source_and_authors(before)
        {
            self.take(&pair);
        }
        // "Agency", the title, "Jane Doe", then the time.
        if self.seen.source.is_none() && self.seen.names_sources && byline::is_person(before) && may_be_source(self.over) {
            self.seen.source = Some(byline::source_name(self.over).to_owned());
            self.seen.byline.get_or_insert_with(|| before.to_owned());
        }
        if self.seen.source.is_none() && self.seen.names_sources {
            // "Agency", "By Jane Doe", then the time; or without "By".
            let is_behind = byline::is_byline(self.beside) || before == self.beside && before != self.first && byline::is_person(before);
            let first = if is_behind { self.first } else { "" };
            let is_author = is_behind && before == self.beside && may_be_source(first);
            if is_author && self.seen.byline.is_none() && byline::is_person(before) {
                self.seen.byline = Some(before.to_owned());
            }
            let mut names = [if is_author { "" } else { before }, behind, first].into_iter();
            self.seen.source = names.find(|name| may_be_source(name)).map(|name| byline::source_name(name).to_owned());
        }
        // The sign of its publisher, its author, then the time.
        let is_person = || byline::is_person(before) || byline::is_closed_person(before);
        let is_signed = || before == self.beside && is_person() && self.seen.source.as_deref().is_some_and(|s| s != before);
        let is_row = || self.is_digest || self.seen.source.as_deref() == Some(self.first);
        if self.seen.byline.is_none() && is_signed() && is_row() {
            self.seen.byline = Some(before.to_owned());
        }
        self.seen.date = part.get(place).map(|d| d.trim().to_owned());
        part.get(..start)
    }

    /// The person whose bare name stands beside a date below a title, in the same line or the next: "Jane Doe | 4 May 2026".
    fn beside_date(&self, part: &'j str) -> Option<&'j str> {
        let bare = |rest: Option<&'j str>| rest.unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric());
        // "Published on 4 May 2026", "Gepostet: 4 May 2026"
        let is_label = |text: &str| date::is_around(text) || part.split_once(text).is_some_and(|(_, rest)| rest.starts_with([':', '：']));
        let said = |rest: Option<&'j str>| Some(bare(rest)).filter(|text| !is_label(text)).unwrap_or_default();
        let name = match date::find(part, self.page.lang, self.page.now) {
            Some((place, _)) => match (said(part.get(..place.start)), said(part.get(place.end..))) {
                ("", "") => self.beside,
                ("", name) | (name, "") => name,
                _ => return None,
            },
            None if date::is_date_line(self.beside) => part,
            None => return None,
        };
        // "Jane Doe | Lower Marl | 4 May 2026"
        let name = if name == self.beside && byline::is_person(self.first) { self.first } else { name };
        // "Moderation: Jane Doe"
        let is_work = |(label, _): &(&str, &str)| label.split_whitespace().count() <= MAX_WORK && byline::is_work(label);
        let name = name.split_once([':', '：']).filter(is_work).map_or(name, |(_, name)| name.trim());
        // A count of comments stands behind it.
        let name = name.split(' ').next().filter(|first| byline::is_closed_person(first)).unwrap_or(name);
        let is_person = || byline::are_persons(name) || byline::is_closed_person(name) || byline::is_uncased_person(name);
        (is_person() && wording::read(name).may_be_name() && !(self.is_section)(name)).then_some(name)
    }

    /// Takes a publisher and the time behind it: "The Example — 14:05", "The Example, last week", "The Example · 14:05".
    fn clock(&mut self, part: &str) {
        let pair = part.split_once(['—', '–', ',']).map(|(name, time)| (name.trim(), time.trim()));
        let Some((name, time)) = pair.or_else(|| date::is_clock(part).then_some((self.beside, part))) else { return };
        let is_time = || date::is_clock(time) || split::says_when(time, self.page);
        if self.seen.names_sources && self.seen.source.is_none() && is_time() && may_be_source(name) {
            self.seen.source = Some(byline::source_name(name).to_owned());
            self.seen.date = Some(time.to_owned());
        }
    }

    fn take(&mut self, pair: &Pair<'_>) {
        self.seen.byline = Some(pair.authors.join(", "));
        self.seen.source.get_or_insert_with(|| pair.source.to_owned());
    }
}

/// The person whose bare name stands before a line's date, between a label and what leads to the date, or beside one of them:
/// "**Live** Jane Doe, published on 4 May 2026". Other bare words there are as often a section's or a place's.
fn named(one: &Judged<'_>, before: &str) -> Option<String> {
    let label = one.passage.block.content.inline()?.bold_beginning().unwrap_or_default();
    let words: Vec<&str> = before.trim_start_matches(label).split_whitespace().collect();
    // "published on"
    let end = (0..words.len()).find(|&at| date::is_around(&words[at..].join(" "))).unwrap_or(words.len());
    let name = words[..end].join(" ");
    let name = name.trim_end_matches(|c: char| !c.is_alphanumeric());
    let is_between = end < words.len() || !label.is_empty();
    (is_between && byline::is_person(name)).then(|| name.to_owned())
}

/// The last of some lines over a text, or its first, whose words the page's address says: at most one link, as titles have.
pub(super) fn addressed(judged: &[Judged<'_>], page: &Page<'_>) -> Option<String> {
    let lines = judged.iter().rev().filter(|one| !one.passage.block.content.is_visual() && one.traits().links <= 1);
    let mut firsts = lines.filter_map(|one| one.text.lines().map(str::trim).find(|line| !line.is_empty()));
    let is_title = |text: &&str| text.split_whitespace().count() as f32 <= MAX_TITLE && page.is_addressed(text);
    firsts.find(is_title).map(super::evidence::line)
}

/// The publisher that a line right below the text names: "Source: The Example", or "Originally published by", and a link there.
pub(super) fn named_below(judged: &[Judged<'_>], plan: &Plan, parts: &Parts, page: &Page<'_>, names_sources: bool) -> Option<String> {
    let last = *plan.main.last()?;
    let below = (last..judged.len().min(last + SIGNATURE_REACH)).filter(|&i| !parts.places[i].is_related()).map(|i| &judged[i]);
    let name = |one: &Judged<'_>| {
        let labelled = || one.text.lines().find_map(byline::labelled_source).filter(|name| may_be_source(name)).map(str::to_owned);
        let is_first = || ORIGINAL.iter().any(|word| letters(&one.text).contains(word));
        let linked = || split::outlet(one, page).filter(|_| is_first()).map(str::to_owned);
        names_sources.then(labelled).flatten().or_else(linked)
    };
    below.filter(|one| one.traits().words <= MAX_STAMP).find_map(name)
}

/// Whether a line may be a publisher's bare name.
pub(super) fn may_be_source(line: &str) -> bool {
    let reading = wording::read(line);
    !line.is_empty()
        && !line.contains('\t')
        // "In Local News, News"
        && !line.starts_with("In ")
        && line.split_whitespace().count() <= MAX_SOURCE
        && !byline::opens_byline(line)
        && !byline::is_byline(line)
        && !split::says_by(line)
        && !date::is_date_line(line)
        && !date::is_around(line)
        && reading.may_be_name()
        && !reading.contains.contains(Wording::PUBLISHED)
}

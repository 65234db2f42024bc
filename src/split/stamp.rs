//! The lines of an article's head that say who wrote, when, and for whom.

use super::arrange::{KEEP, MIN_FIRST, Progress, SAME_TITLE, in_main};
use super::dated::named_with_time;
use super::headline::{LEVELS, make_within, says_when};
use super::{MAX_SOURCE, Page, Parts};
use crate::byline;
use crate::container::Hints;
use crate::date;
use crate::lexicon::wording::Wording;
use crate::passage::Judged;

/// Passages below a day of a diary within which the next one is.
const SEVERAL_REACH: usize = 40;
/// Further lines of a timeline.
const MIN_TIMELINE: usize = 2;
/// Passages around a line in which others like it make it an item of a list, and how many do.
const LIST_REACH: usize = 3;
const MIN_LIST: usize = 2;
/// Labels or durations in a line of facts.
const MIN_FACTS: usize = 2;
/// Bytes of a number that stands over its label, and words of that.
const MAX_FIGURE: usize = 20;
const MIN_FIGURE_LABEL: usize = 3;
/// Bytes of a time without a date: "12:30h".
const MAX_CLOCK: usize = 6;
/// Words of a line, of one that its class calls the author's, and of a heading that say who wrote and when.
const MAX_META: f32 = 25.0;
const MAX_META_BY_CLASS: f32 = 16.0;
const MAX_META_HEADING: f32 = 8.0;
/// Letters beside the date of a line above the text: a name; right under the title also what was done by whom: "Live reporting".
const MAX_NAME: usize = 30;
const MAX_BELOW_TITLE: usize = 80;
/// Digits of a year.
const YEAR: usize = 4;
/// Letters; no date is longer.
const MAX_DATE: usize = 50;
/// Passages before the first text among which its head stands.
const HEAD_REACH: usize = 12;

/// Whether a passage near the text's beginning is such a line; `above` is the line of the head right above it.
pub(super) fn is_one(i: usize, judged: &[Judged<'_>], parts: &Parts, page: &Page<'_>, above: Option<&Judged<'_>>, at: Progress) -> bool {
    let one = &judged[i];
    let near_start = i + HEAD_REACH >= at.start && i <= at.start.max(at.title) + HEAD_REACH;
    // The time of an entry, in a list of them, is not the page's.
    let is_entry = at.text_count > 0 && one.text.chars().all(|c| !c.is_alphabetic()) && one.text.len() <= MAX_CLOCK;
    // The publisher's name in a line of its own, then the date.
    let is_source = || one.traits().words <= MAX_SOURCE as f32 && judged.get(i + 1).is_some_and(|next| date::is_date_line(&next.text));
    let is_below_title = above.is_some_and(|above| above.is_heading() || above.title_likeness >= SAME_TITLE);
    // Amid the text it heads a day of a diary; so does one of several alike, but for who wrote, right below the title.
    let may_be_day = || !(is_below_title && byline::opens_byline(&one.text)) && is_one_of_several(i, judged, parts, page);
    // "Today", over the text, is the heading of its first section.
    let is_section_day = || i > at.start || !one.text.contains(char::is_numeric) && date::is_date_line(&one.text);
    let is_day = || one.is_heading() && is_section_day() && !byline::is_byline(&one.text) || may_be_day();
    // Where the other stories have such a line under their titles too.
    let is_pair = || at.is_digest && byline::source_and_authors(&one.text).is_some();
    let is_named = || one.text.len() <= MAX_BELOW_TITLE && !one.traits().ends_sentence && named_with_time(&one.text, page).is_some();
    let is_head = || is_below_title && (has_date(one, page, MAX_BELOW_TITLE) || is_source() || is_pair() || is_named());
    let is_fact = || one.passage.block.content.is_set() || is_of_an_event(one, page) || are_facts(one, page) || is_figure(i, judged, page);
    // Behind the first text a day under a label is the text's: when it happens, or happened.
    let is_labelled = || one.text.split_once([':', '：']).is_some_and(|(label, _)| label.ends_with(char::is_alphabetic));
    // So is one that a section consists of, and one below the last text: a notice ends with its day.
    let is_section = || i.checked_sub(1).is_some_and(|i| judged[i].is_heading() && judged[i].traits().words <= MAX_META_HEADING);
    let is_last = || date::is_date_line(&one.text) && !(i + 1..judged.len()).any(|at| in_main(parts, at) && is_text(&judged[at]));
    let is_told = || {
        let is_told = is_labelled() || !byline::is_byline(&one.text) && (is_section() || is_last());
        i > at.start && is_told && !is_said_to_be_one(i, judged, page, above)
    };
    // One day alone, before the text, is the page's, whatever lines like it stand below; so is one that is said to be it.
    let is_own = || at.text_count == 0 && date::is_date_line(&one.text) || says_published(i, judged);
    let is_in_list = || !is_own() && is_in_list(i, judged, parts, page);
    !is_entry && (near_start && is_meta(i, judged, page) || is_head()) && !is_day() && !is_told() && !is_fact() && !is_in_list()
}

/// Whether a day or a name stands among others of the same make, as in lists of concerts, of notices and of staff: a head has two in a
/// row at most, when and when changed.
fn is_in_list(i: usize, judged: &[Judged<'_>], parts: &Parts, page: &Page<'_>) -> bool {
    let says = |at: usize| {
        let one = &judged[at];
        (has_date(one, page, MAX_NAME), byline::is_byline(&one.text))
    };
    let own = says(i);
    let is_like = |&at: &usize| {
        at != i && in_main(parts, at) && judged[at].cut.is_none() && make(&judged[at], page) == make(&judged[i], page) && says(at) == own
    };
    let near = i.saturating_sub(LIST_REACH)..judged.len().min(i + LIST_REACH + 1);
    (own.0 || own.1) && near.filter(is_like).count() >= MIN_LIST
}

/// What lines of one kind have in common: their elements' make, and their level.
fn make(one: &Judged<'_>, page: &Page<'_>) -> (u32, Option<u8>) {
    (page.containers.get(one.passage.container).signature, one.passage.block.content.level())
}

/// A sentence of the text, or more.
fn is_text(one: &Judged<'_>) -> bool {
    one.probability >= KEEP && one.traits().words >= MIN_FIRST && one.traits().ends_sentence
}

/// Whether a line's day is to come, or goes on to another.
fn is_of_an_event(one: &Judged<'_>, page: &Page<'_>) -> bool {
    let text = one.text.trim();
    let Some((place, date)) = date::find(text, page.lang, page.now) else { return false };
    date::is_to_come(&date, page.now) || date::goes_on(text.get(place.end..).unwrap_or_default(), page.lang)
}

/// Whether a line holds several facts, and no day or name: "Prep: 20 min | Serves 6", "Instructor: …, Room: …", a label over each duration.
fn are_facts(one: &Judged<'_>, page: &Page<'_>) -> bool {
    let text = one.text.trim();
    let parts: Vec<&str> = text.split([':', '：']).collect();
    let begins = |value: &str| value.starts_with(|c: char| c.is_whitespace() || !c.is_ascii());
    let labels = || parts.windows(2).filter(|pair| pair[0].ends_with(char::is_alphabetic) && begins(pair[1])).count();
    let is_duration = |part: &&str| part.trim_start().starts_with(char::is_numeric) && (says_when(part, page) || date::is_date_line(part));
    let durations = || text.split(['\n', '|', '·', '•']).filter(is_duration).count();
    let is_signed = || byline::opens_byline(text) || byline::is_byline(text) || byline::labelled_source(text).is_some();
    (labels() >= MIN_FACTS || durations() >= MIN_FACTS)
        && date::find(text, page.lang, None).is_none()
        && !one.reading.contains.intersects(Wording::PUBLISHED | Wording::READING_TIME)
        && !is_signed()
}

/// Whether a line is a number over its label, beside another such: "11 minutes" over "from order to door", beside "34%" and what that is.
fn is_figure(i: usize, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let is_like = |one: &Judged<'_>| {
        let (figure, label) = one.text.split_once('\n').unwrap_or_default();
        let is_short = figure.len() <= MAX_FIGURE && label.split_whitespace().count() >= MIN_FIGURE_LABEL;
        is_short && figure.starts_with(char::is_numeric) && date::find(&one.text, page.lang, None).is_none()
    };
    let beside = [i.checked_sub(1), Some(i + 1)].into_iter().flatten().filter_map(|k| judged.get(k));
    is_like(&judged[i]) && beside.filter(|other| make(other, page) == make(&judged[i], page)).any(is_like)
}

/// Whether a line is a part of like items, each with a text of its own, that go on below: a home's title and its price, in a list of homes.
fn is_of_an_item(i: usize, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let make = |at: usize| make_within(LEVELS, &judged[at], page);
    let own = make(i);
    let next = |from: usize| (from + 1..judged.len().min(from + SEVERAL_REACH)).find(|&at| make(at) == own);
    let has_text = |from: usize, to: usize| judged[from..to].iter().any(is_text);
    let follows = |from: usize| next(from).filter(|&to| has_text(from, to));
    !page.is_thread() && follows(i).and_then(follows).is_some()
}

/// Whether a line is a stamp by more than its date: its element, its words, or the line above or below.
fn is_said_to_be_one(i: usize, judged: &[Judged<'_>], page: &Page<'_>, above: Option<&Judged<'_>>) -> bool {
    let says_so = |one: &Judged<'_>| {
        let is_marked = one.traits().time.is_some() || is_named_so(one, page);
        is_marked || byline::is_byline(&one.text) || one.reading.contains.intersects(Wording::PUBLISHED | Wording::READING_TIME)
    };
    above.is_some() || says_published(i, judged) || says_so(&judged[i]) || judged.get(i + 1).is_some_and(says_so)
}

/// Whether a line or the one above says "published".
fn says_published(i: usize, judged: &[Judged<'_>]) -> bool {
    let is_label = |above: &Judged<'_>| above.reading.whole.contains(Wording::PUBLISHED);
    judged[i].reading.contains.contains(Wording::PUBLISHED) || i.checked_sub(1).is_some_and(|above| is_label(&judged[above]))
}

/// Whether a line that says when or who is one of several, each over a text of the page's own.
fn is_one_of_several(i: usize, judged: &[Judged<'_>], parts: &Parts, page: &Page<'_>) -> bool {
    let says = |one: &Judged<'_>| {
        let short = Some(&one.text).filter(|_| one.traits().words <= MAX_META_HEADING);
        // "2.4.0 (2026-03-02)"; or what its element calls a date, of days that are no news any more: "1891".
        let is_year = |word: &str| word.len() == YEAR && word.bytes().all(|b| b.is_ascii_digit());
        let is_called = |text: &str| is_named_so(one, page) && text.split_whitespace().any(is_year);
        let is_read = one.reading.contains.intersects(Wording::PUBLISHED | Wording::READING_TIME);
        let is_numbered = |text: &str| text.starts_with(char::is_numeric) && !is_read && has_date(one, page, MAX_NAME);
        let is_dated = |text: &str| date::is_date_line(text) || is_numbered(text) || is_called(text);
        short.map(|text| (is_dated(text), byline::opens_byline(text))).filter(|(when, who)| when | who)
    };
    let one = &judged[i];
    let Some(own) = says(one) else { return false };
    let is_over_text = |at: usize| judged.get(at + 1).is_some_and(is_text);
    let is_like = |at: usize| make(&judged[at], page) == make(one, page) && in_main(parts, at) && says(&judged[at]) == Some(own);
    let end = judged.len().min(i + SEVERAL_REACH);
    // Of a timeline, whatever stands below each.
    let (is_dated, _) = own;
    let around = || (i.saturating_sub(SEVERAL_REACH)..end).filter(|&at| at != i && judged[at].cut.is_none() && is_like(at));
    let is_timeline = is_dated && one.traits().link_chars == 0 && around().count() >= MIN_TIMELINE;
    is_timeline || is_over_text(i) && (i + 2..end).any(|at| is_over_text(at) && is_like(at))
}

/// Its element is called so, or the one around it.
fn is_named_so(one: &Judged<'_>, page: &Page<'_>) -> bool {
    let hints = Hints::META | Hints::AUTHOR;
    page.containers.get(one.passage.container).distance(hints) < 2 || one.traits().hints.intersects(hints)
}

fn is_meta(i: usize, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let one = &judged[i];
    let t = one.traits();
    if t.words > MAX_META || one.is_heading() && t.words > MAX_META_HEADING {
        return false;
    }
    // Headings and lists of an "about" page stand in elements that are called so, too.
    let may_be_line = || !one.is_heading() && one.passage.block.frames.is_empty() || byline::opens_byline(&one.text);
    // Blogs name a post's element after its topics.
    let is_said = || one.text.contains(['„', '“', '”', '«', '»']);
    date::has_date_line(&one.text)
        || byline::is_byline(&one.text)
        || (is_named_so(one, page)
            && !t.ends_sentence
            && t.words < MAX_META_BY_CLASS
            && may_be_line()
            && !is_said()
            && !is_of_an_item(i, judged, page))
        || has_date(one, page, MAX_NAME)
        || are_names_and_date(one, page)
}

/// "Jane Doe and John Roe 12 December 2022"
fn are_names_and_date(one: &Judged<'_>, page: &Page<'_>) -> bool {
    let text = one.text.trim();
    let names = || date::find(text, page.lang, page.now).and_then(|(place, _)| text.get(..place.start));
    text.len() <= MAX_BELOW_TITLE
        && names().is_some_and(|names| byline::are_persons(names.trim_end_matches(|c: char| !c.is_alphanumeric())))
}

/// "Euronews10-04-2025": a date and, in less than `beside` letters, at most a name.
fn has_date(one: &Judged<'_>, page: &Page<'_>, beside: usize) -> bool {
    let text = one.text.trim();
    let place = || date::find(text, page.lang, page.now).map(|(place, _)| length(&text[place]));
    let age = || date::trailing_age(text).map(|at| length(&text[at..]));
    let is_beside = |date: usize| length(text) - date < beside && !one.traits().ends_sentence;
    length(text) < beside + MAX_DATE && place().or_else(age).is_some_and(is_beside)
}

/// Letters of a line. One of Han or Kana says as much as three.
fn length(text: &str) -> usize {
    text.chars().map(|c| if c > '\u{2e80}' { 3 } else { 1 }).sum()
}

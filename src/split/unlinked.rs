//! Titles of whole texts that no link leads to: headings and lines with a date or a name beside them.

use super::Page;
use super::dated::{MAX_HEAD_LINE, before_date, named_with_time};
use super::headline::{
    HEAD_REACH, Headline, MAX_BESIDE, MAX_WORDS, MIN_BARE, MIN_STAMPED, MIN_WORDS, NEAR, link_text, says_when, says_who_or_when, title,
};
use super::module::SAME_TITLE;
use crate::date;
use crate::passage::Judged;
use crate::tag::Tag;

/// Words of a line that names a publisher and a date.
const MAX_STAMP: f32 = 12.0;

/// A heading without a link, or a link that only a script follows, with a date or an author's name right under it, or a date right
/// above: the title of a whole text, one of several perhaps.
pub(super) fn unlinked(at: usize, judged: &[Judged<'_>], page: &Page<'_>) -> Option<Headline> {
    let one = &judged[at];
    // "Related stories" is no title, nor is the day that posts are listed under.
    let is_folded = page.containers.path(one.passage.container).take(2).any(|c| page.containers.get(c).tag == Tag::Summary);
    let may_be_title = (1.0..=MAX_WORDS).contains(&one.traits().words) && one.reading.whole.is_empty();
    // A title that a script opens.
    let is_scripted = || {
        let link = one.traits().link.as_deref().unwrap_or_default();
        link.starts_with("javascript:") && one.traits().link_density() >= MIN_BARE && one.traits().words >= MIN_WORDS
    };
    let stands_out = || one.is_heading() || is_folded || is_scripted() || is_bold_title(at, judged, page);
    if !may_be_title || !stands_out() || names_source(at, judged) || date::is_date_line(&one.text) {
        return None;
    }
    let is_head = |i: &usize| {
        let one = &judged[*i];
        one.traits().words <= MAX_HEAD_LINE && !one.traits().ends_sentence && (!one.is_heading() || names_source(*i, judged))
    };
    // "Just in", over a list of dated links.
    let is_listed = |j: &Judged<'_>| {
        let href = j.traits().link.as_deref().filter(|_| j.traits().link_density() >= MIN_STAMPED && !j.is_picture());
        href.is_some_and(|href| link_text(j.passage, href).split_whitespace().count() > MAX_BESIDE)
    };
    let is_list = || judged[at + 1..].iter().take(2).any(is_listed);
    let below = || (at + 1..judged.len()).take(HEAD_REACH).take_while(is_head).filter(|_| !is_list()).map(|i| &judged[i]);
    let above = || (0..at).rev().take(HEAD_REACH).take_while(is_head).map(|i| &judged[i]);
    let own = one.passage.container;
    let is_beside = |j: &Judged<'_>| {
        let common = page.containers.common(j.passage.container, own);
        page.containers.path(own).take(NEAR).any(|c| Some(c) == common)
    };
    // "Ferry runs again The Example 4 May 2026", the title in bold.
    let bold = if is_folded { bold_beginning(one).or_else(|| title_before_date(one, page)) } else { None };
    // The title above, who and when below.
    let lined = || one.text.lines().skip(1).any(|line| says_when(line, page) || date::trailing_age(line).is_some());
    let stamped = || is_folded && (date::has_date_line(&one.text) || bold.is_some() && says_when(&one.text, page) || lined());
    let signed = stamped()
        || below().any(|j| says_who_or_when(&j.text, page) || named_with_time(&j.text, page).is_some())
        || above().any(|j| is_beside(j) && says_when(&j.text, page) && !is_listed(j));
    signed.then(|| Headline::unlinked(at, bold.map_or_else(|| title(&one.text), str::to_owned), one, page))
}

/// Whether a short heading stands between a title and a date: the publisher's name, in whatever element.
fn names_source(at: usize, judged: &[Judged<'_>]) -> bool {
    let is_short = |one: &Judged<'_>| one.traits().words <= MAX_BESIDE as f32;
    let is_titled = || at.checked_sub(1).is_some_and(|above| judged[above].is_heading() && !is_short(&judged[above]));
    judged[at].is_heading() && is_short(&judged[at]) && is_titled() && judged.get(at + 1).is_some_and(|j| date::is_date_line(&j.text))
}

/// The words in bold that a line begins with, where they may be its title and are not all of it.
fn bold_beginning<'j>(one: &Judged<'j>) -> Option<&'j str> {
    let bold = one.passage.block.content.inline()?.bold_beginning()?;
    (bold.split_whitespace().count() as f32 >= MIN_WORDS && bold.len() < one.text.len()).then(|| bold.trim())
}

/// The words before the date that a line ends with, where they may be its title.
fn title_before_date<'j>(one: &'j Judged<'_>, page: &Page<'_>) -> Option<&'j str> {
    let is_line = !one.text.contains('\n');
    before_date(&one.text, page).filter(|before| is_line && before.split_whitespace().count() as f32 >= MIN_WORDS)
}

/// Whether a passage is a bold line over one with a publisher's name and a date: the title of a text in the markup of old pages.
fn is_bold_title(at: usize, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let one = &judged[at];
    let is_line = one.traits().bold_share() >= MIN_BARE && one.traits().words > MAX_BESIDE as f32 && one.traits().link_chars == 0;
    let below = || judged.get(at + 1).filter(|below| !below.traits().ends_sentence && below.traits().words <= MAX_STAMP);
    let is_other = one.title_likeness < SAME_TITLE && !one.is_heading();
    is_line && is_other && !one.traits().ends_sentence && below().is_some_and(|below| named_with_time(&below.text, page).is_some())
}

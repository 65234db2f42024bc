//! Where other articles are offered: links of several words and linked pictures with a target of their own.

use super::Page;
use super::dated::is_stamped;
use super::door;
use super::kicker::titled;
use super::named::{says_all, says_any};
use super::target::{is_elsewhere, is_first_page, is_listing};
use super::unlinked::unlinked;
use crate::address;
use crate::block::{Content, Inline};
use crate::byline;
use crate::container::{ContainerId, Hints};
use crate::date;
use crate::hash;
use crate::lexicon::wording::{self, Wording};
use crate::lexicon::{self, stop_words};
use crate::passage::{Judged, Passage};
use crate::tag::Tag;
use std::hash::{Hash, Hasher};

/// Words; section names and buttons have fewer, headlines of real pages rarely.
pub(super) const MIN_WORDS: f32 = 2.5;
/// Words; no headline has more.
pub(super) const MAX_WORDS: f32 = 45.0;
/// Characters; a name in one long word may be a headline too.
const LONG_WORD: u32 = 18;
/// Share of characters in links; a title printed twice is half a link.
const MIN_LINK_DENSITY: f32 = 0.42;
/// The same where nothing but a date and a name stand beside the link.
pub(super) const MIN_STAMPED: f32 = 0.2;
/// Words; a kicker, a source or a button beside a title has no more.
pub(super) const MAX_BESIDE: usize = 4;
/// Words of a source's name between a title and a time.
const MAX_NAME: usize = 6;
/// Bytes of a source's name beside a time.
const MAX_SOURCE_LENGTH: usize = 40;
/// Share of the title's letters that such a line has at most; a name may be longer.
const MAX_SHARE: f32 = 0.5;
const MAX_NAME_SHARE: f32 = 0.7;
/// Share of characters in links of what is nothing but a link.
pub(super) const MIN_BARE: f32 = 0.8;
/// Letters; where the longest line has fewer, none is known to be the title.
const MIN_TITLE: usize = 8;
/// Passages under a heading that may say who wrote and when.
pub(super) const HEAD_REACH: usize = 3;
/// Levels above a heading of the element that holds its date too.
pub(super) const NEAR: usize = 3;
/// Containers above a headline that make up its place in a template.
pub(super) const LEVELS: usize = 4;

/// In the addresses of buttons that share the page.
const SHARES: [&str; 6] = ["sharer", "/share?", "/share.php", "sharearticle", "shareArticle", "t.me/share"];
/// What is in all of those.
const SHARE: &str = "share";
/// In the address of a comment, below that of its story.
const COMMENT: &str = "#comment-";
/// In the addresses of other buttons.
const BUTTONS: [&str; 4] = ["intent/tweet", "//wa.me", "api.whatsapp", "/login"];

/// A passage that leads to another article.
#[derive(Clone, Debug)]
pub(super) struct Headline {
    /// Which passage.
    pub(super) at: usize,
    /// The address it leads to, normalised.
    pub(super) target: String,
    /// The absolute address; a headline of a whole text may have none.
    pub(super) url: Option<String>,
    /// The link's own text; empty for a picture.
    pub(super) text: String,
    /// Same for headlines of the same make.
    pub(super) make: u64,
    /// Where its head begins, if lines of its kind stand over texts, each with a name or a date: see [`record`](super::record).
    pub(super) record: Option<usize>,
}

impl Headline {
    /// Whether a passage leads where it does.
    pub(super) fn shares_target(&self, one: &Judged<'_>, page: &Page<'_>) -> bool {
        let url = target(one, page).and_then(|href| page.base.web(href));
        url.is_some_and(|url| normal(&url) == self.target)
    }

    /// The first passage that is known to be of its article.
    pub(super) fn first(&self) -> usize {
        self.record.unwrap_or(self.at)
    }

    /// One without a link: its target is its own place.
    pub(super) fn unlinked(at: usize, text: String, one: &Judged<'_>, page: &Page<'_>) -> Self {
        Self { at, target: format!("#{}", one.passage.block.id.0), url: None, text, make: make(one, page), record: None }
    }
}

/// All passages that may be titles, in order.
pub(super) fn find(judged: &[Judged<'_>], page: &Page<'_>) -> Vec<Headline> {
    let mut found: Vec<Headline> = Vec::new();
    for (i, one) in judged.iter().enumerate() {
        // A title printed again over its text is no other article's.
        let again = |h: &Headline| !found.iter().rev().take(3).any(|known| known.text.trim() == h.text);
        // "The Example", in a heading of a lower level right below a linked one.
        let level = |one: &Judged<'_>| one.passage.block.content.level();
        let is_name = || {
            let above = found.last().filter(|h| h.at + 1 == i && h.url.is_some());
            let is_lower = |h: &Headline| level(&judged[h.at]).zip(level(one)).is_some_and(|(above, own)| above < own);
            above.is_some_and(is_lower) && one.text.split_whitespace().count() <= MAX_NAME
        };
        // A sign, which leads to its publisher's first page, over a title with a link.
        let is_sign = |h: &Headline| {
            let is_over = || judged.get(i + 1).is_some_and(|next| next.is_heading() && target(next, page).is_some());
            one.is_picture() && h.url.as_deref().is_some_and(|url| is_elsewhere(url, page) && is_first_page(url)) && is_over()
        };
        if let Some(headline) = door::button(i, judged, page) {
            // What was found there without a link has one now.
            let place = found.iter().rposition(|known| known.at < headline.at).map_or(0, |p| p + 1);
            if found.get(place).is_some_and(|known| known.at == headline.at) {
                found.remove(place);
            }
            found.insert(place, headline);
        } else if let Some(headline) =
            read(i, judged, page).filter(|h| !is_sign(h)).or_else(|| unlinked(i, judged, page).filter(again).filter(|_| !is_name()))
        {
            let above = found.last().map_or(0, |known| known.at + 1);
            found.extend(short(above, &headline, judged, page));
            found.push(headline);
        }
    }
    found.retain(|headline| !headline.url.as_deref().is_some_and(is_listing));
    found
}

fn read(at: usize, judged: &[Judged<'_>], page: &Page<'_>) -> Option<Headline> {
    let one = &judged[at];
    let traits = one.traits();
    let commented = commented(one);
    let href = commented.or_else(|| target(one, page)).filter(|_| !is_choice(one, page))?;
    let url = page.base.web(href)?;
    let text = titled(&link_lines(one.passage, href), &url);
    if !one.is_picture() {
        let words = said_words(&text) as f32;
        let is_long = text.chars().count() as u32 >= LONG_WORD || (!text.is_ascii() && text.chars().count() >= 6);
        if words < MIN_WORDS && !is_long || traits.words > MAX_WORDS || date::is_date_line(&text) || says_from_when(&text, page.lang) {
            return None;
        }
    }
    if one.reading.starts.intersects(Wording::READ_ALSO | Wording::READ_MORE) {
        // A line inside a text that leads elsewhere, or a card's "read more"; `line` looks after the former.
        return None;
    }
    let container = page.containers.get(one.passage.container);
    let is_short = traits.words < 6.0;
    // Behind a picture that leads there too, it is a story of a category; a kicker has the title behind it.
    let leads_there = |at: usize| judged.get(at).is_some_and(|one| target(one, page) == Some(href));
    let is_shown = || at > 0 && judged[at - 1].is_picture() && leads_there(at - 1) && !leads_there(at + 1);
    if is_short && container.distance(Hints::TAGS) < 2 && !is_shown()
        || (is_short && container.distance(Hints::SHARE) < 3 && !one.is_heading())
    {
        return None;
    }
    if BUTTONS.iter().any(|s| url.contains(s)) || url.contains(SHARE) && SHARES.iter().any(|s| url.contains(s)) {
        return None;
    }
    // What somebody wrote below a story, in place of its title.
    if url.contains("#comment") && commented.is_none() && text.split_whitespace().count() > MAX_NAME && !says_any(&url, &text) {
        return None;
    }
    let target = normal(&url);
    Some(Headline { at, target, url: Some(url), text, make: make(one, page), record: None })
}

/// Whether a form lets one choose it: a colour, a size.
pub(super) fn is_choice(one: &Judged<'_>, page: &Page<'_>) -> bool {
    page.containers.path(one.passage.container).take(LEVELS).any(|c| page.containers.get(c).tag == Tag::Fieldset)
}

/// Words, of which a sign between them is none: "Banks - Credit".
pub(super) fn said_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// A heading of few words right above a line, if both lead to the same article and its address says them: its title. Others are kickers.
fn short(above: usize, below: &Headline, judged: &[Judged<'_>], page: &Page<'_>) -> Option<Headline> {
    let at = (below.at.saturating_sub(HEAD_REACH).max(above)..below.at).rev().find(|&i| judged[i].is_heading())?;
    let one = &judged[at];
    let href = target(one, page).filter(|_| !judged[below.at].is_heading() && !judged[below.at].is_picture())?;
    let text = link_text(one.passage, href);
    let leads_there = |url: String| normal(&url) == below.target && says_all(&url, &text);
    page.base.web(href).is_some_and(leads_there).then(|| Headline { at, text, make: make(one, page), ..below.clone() })
}

/// The story that a comment is on, whatever else is linked in the line: who wrote it, or where another site tells of it.
fn commented<'j>(one: &'j Judged<'_>) -> Option<&'j str> {
    let mut links = one.passage.block.content.inlines().flat_map(Inline::spans).filter_map(|span| span.link);
    (one.traits().links > 1).then(|| links.find(|link| link.contains(COMMENT))).flatten()
}

/// Whether a line names its author, or a date: "2 hours ago" is one, whatever the time is now.
pub(super) fn says_who_or_when(line: &str, page: &Page<'_>) -> bool {
    // "The Example, Jane Doe": one of both may be called like a person.
    let are_names = || {
        line.split_once(", ").is_some_and(|(a, b)| byline::is_person(a) && byline::is_person(b))
            || byline::source_and_authors(line).is_some()
    };
    byline::is_byline(line) || says_when(line, page) || are_names()
}

/// Whether a line holds a date, or how long ago something was.
pub(crate) fn says_when(line: &str, page: &Page<'_>) -> bool {
    date::find(line, page.lang, page.now.or(Some(0))).is_some()
}

/// Whether a line names a source and how long ago it wrote: "The Example — 2 hours ago". A title may end with a full date.
fn says_from_when(line: &str, lang: Option<&str>) -> bool {
    date::find(line, lang, Some(0)).is_some_and(|(place, _)| {
        let rest = line.len() - place.len();
        let words = line.split_whitespace().count() - line[place].split_whitespace().count();
        // "屋根のために歌う合唱団（6時間前）" is a title.
        let is_bracketed = line.ends_with([')', '）']);
        rest <= MAX_SOURCE_LENGTH && words <= MAX_BESIDE && !is_bracketed && date::find(line, lang, None).is_none()
    })
}

/// The target of a passage that is a link: by its own text, or by the link around it.
pub(super) fn target<'j>(one: &'j Judged<'_>, page: &'j Page<'_>) -> Option<&'j str> {
    let traits = one.traits();
    let is_link = one.is_picture() || traits.link_density() >= MIN_LINK_DENSITY;
    // A line of a news wire says when and who too.
    let is_title = |href: &str| traits.link_density() >= MIN_STAMPED && is_stamped(&one.text, &link_text(one.passage, href));
    let own = traits.link.as_deref().filter(|href| is_link || is_title(href));
    let around = || page.containers.path(one.passage.container).take(6).find_map(|c| page.containers.get(c).href.as_deref());
    let href = own.or_else(around).or_else(|| door::over(one, page))?.trim();
    let dead = href.is_empty() || href.starts_with('#') || href.starts_with("javascript:") || href.starts_with("mailto:");
    (!dead).then_some(href)
}

/// The text under a link of this target; the whole text where the link is around the block.
pub(super) fn link_text(passage: &Passage, href: &str) -> String {
    title(&link_lines(passage, href))
}

fn link_lines(passage: &Passage, href: &str) -> String {
    if matches!(passage.block.content, Content::Figure(_)) {
        return String::new();
    }
    let mut text = String::new();
    for inline in passage.block.content.inlines() {
        let mut is_apart = false;
        for span in inline.spans() {
            if span.link == Some(href) {
                if is_apart && !text.is_empty() {
                    text.push('\n');
                }
                text.push_str(span.text);
            }
            is_apart = span.link != Some(href);
        }
    }
    let text = text.trim();
    if text.is_empty() || ends_a_sentence(text, &passage.text()) { passage.text().into_owned() } else { text.to_owned() }
}

/// Whether a link goes on from the words before it in its line, which are of the title too: "Where the ferry *may run again*".
fn ends_a_sentence(link: &str, line: &str) -> bool {
    let is_short = link.split_whitespace().count() as f32 >= MIN_WORDS && line.split_whitespace().count() as f32 <= MAX_WORDS;
    let before = || line.split_once(link).map(|(before, _)| before.trim_end());
    let goes_on = |before: &str| before.ends_with(|c: char| c.is_alphabetic() || c == ',') && before.contains(' ');
    let is_lower = || link.split(' ').next().is_some_and(|word| word.chars().all(char::is_lowercase));
    let is_labelled = || wording::read(line).starts.intersects(Wording::READ_ALSO | Wording::READ_MORE);
    is_short && !line.contains('\n') && is_lower() && before().is_some_and(goes_on) && !is_labelled()
}

/// The title among the lines of a link or heading: without the kicker, rank, source or time that stand in it as elements of their own.
pub(super) fn title(text: &str) -> String {
    // The sign of an entry in a list.
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '•' | '·' | '●' | '▪' | '■' | '►' | '▶'));
    let mut lines: Vec<&str> = text.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    if let [line] = lines[..] {
        return line.to_owned();
    }
    // "Opens in a new window", longer than the title perhaps.
    lines.retain(|line| !wording::read(line).whole.contains(Wording::NAVIGATION));
    let letters = |line: &str| line.chars().filter(|c| c.is_alphanumeric()).count();
    // A sentence under a title that is none tells what it is about.
    let is_sentence = |line: &str| line.ends_with(['.', '。', '．', '।', '؟']) && !line.ends_with("..");
    let told = lines.windows(2).position(|two| !is_sentence(two[0]) && is_sentence(two[1]) && 2 * letters(two[0]) >= letters(two[1]));
    if let Some(title) = told {
        lines.truncate(title + 1);
    }
    // "Ferry runs again", "The Example", "3h"
    let dated = if lines.len() > 2 { lines.iter().position(|line| date::is_date_line(line)) } else { None };
    // "The Example", "Ferry runs again", "3h"
    let is_last = |at: &usize| lines[..at - 1].iter().any(|line| line.len() > lines[at - 1].len());
    if let Some(at) = dated.filter(|at| *at > 1 && lines[at - 1].split_whitespace().count() <= MAX_NAME && is_last(at)) {
        lines.truncate(at - 1);
    }
    // "The Example 4 May 2026", below the title, is no title whatever its length.
    let is_date = |line: &&str| date::find(line, None, None).is_some_and(|(place, _)| 2 * place.len() > line.len());
    if !lines.iter().all(is_date) {
        lines.retain(|line| !is_date(line));
    }
    let longest = lines.iter().map(|l| letters(l)).max().unwrap_or_default();
    // "The Example · yesterday"
    let says_where_or_when = |line: &str| {
        [" · ", " | ", " • "].iter().any(|sign| line.contains(sign))
            || line.rsplit_once(", ").is_some_and(|(_, when)| date::is_date_line(when))
    };
    let is_beside = |line: &str| {
        let share = if line.split_whitespace().all(|w| w.starts_with(char::is_uppercase)) { MAX_NAME_SHARE } else { MAX_SHARE };
        !quotes(line) && letters(line) as f32 <= share * longest as f32 && line.split_whitespace().count() <= MAX_BESIDE
            || date::is_date_line(line)
            || byline::is_byline(line)
            || says_from_when(line, None)
            || letters(line) < longest && line.split_whitespace().count() <= MAX_NAME && says_where_or_when(line)
            || !wording::read(line).whole.is_empty()
    };
    let is_whole = lines.len() < 2 || longest < MIN_TITLE;
    joined(lines.iter().copied().filter(|l| is_whole || letters(l) == longest || !is_beside(l)))
}

/// The lines of a title as one: a kicker's is parted from the next, which begins with a capital where not every word does.
pub(super) fn joined<'l>(lines: impl Iterator<Item = &'l str>) -> String {
    let is_small = |word: &str| word.starts_with(char::is_lowercase) && !is_stop(word);
    let ends = |line: &str| line.ends_with(char::is_alphanumeric) && !line.contains(": ") && !line.rsplit(' ').next().is_some_and(is_stop);
    let begins =
        |line: &str| line.trim_start_matches(['"', '“', '„', '«', '»']).starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase());
    let (mut whole, mut last, mut is_parted) = (String::new(), "", false);
    for line in lines.filter(|line| !line.is_empty()) {
        if !whole.is_empty() {
            let is_kicker = !is_parted && ends(last) && begins(line) && last.split(' ').chain(line.split(' ')).any(is_small);
            is_parted |= is_kicker;
            whole.push_str(if is_kicker { ": " } else { " " });
        }
        whole.push_str(line);
        last = line;
    }
    whole
}

fn is_stop(word: &str) -> bool {
    stop_words::contains(&lexicon::lower(word))
}

/// Whether a line is what somebody said, before what it was said of: "“Unheard of”:".
pub(super) fn quotes(line: &str) -> bool {
    line.trim_end().strip_suffix(':').is_some_and(|line| line.trim_end().ends_with(['«', '»', '”', '“', '"']))
}

/// Same for the same page: no fragment, no query of campaigns, no `www.`, no trailing slash.
pub(crate) fn normal(url: &str) -> String {
    let path = folders(url);
    let query = url[address::path(url).len()..].strip_prefix('?').and_then(|query| query.split('#').next()).unwrap_or_default();
    let kept: Vec<&str> = query.split('&').filter(|q| !q.is_empty() && !q.starts_with("utm_") && !q.contains("clid=")).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

/// Its host and its folders.
pub(super) fn folders(url: &str) -> &str {
    let path = address::path(url);
    let mut path = path.strip_prefix("https://").or_else(|| path.strip_prefix("http://")).unwrap_or(path).trim_end_matches('/');
    while let Some(rest) = path.strip_prefix("www.") {
        path = rest;
    }
    path
}

/// The signatures of the containers around, headings' own levels left out: `h1` of the first item and `h2` of the next are alike.
pub(super) fn make(one: &Judged<'_>, page: &Page<'_>) -> u64 {
    make_within(LEVELS, one, page)
}

/// The same, of so many containers: those farther out may say which of like texts is open.
pub(super) fn make_within(levels: usize, one: &Judged<'_>, page: &Page<'_>) -> u64 {
    let mut hasher = hash::hasher();
    let skip = |c: &ContainerId| {
        let tag = page.containers.get(*c).tag;
        tag.heading_level().is_some() || matches!(tag, Tag::A)
    };
    for id in page.containers.path(one.passage.container).filter(|c| !skip(c)).take(levels) {
        page.containers.get(id).make.hash(&mut hasher);
    }
    (one.is_heading(), one.is_picture()).hash(&mut hasher);
    hasher.finish()
}

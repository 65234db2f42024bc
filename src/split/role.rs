//! What a module is to the page: other articles, the articles that the page is made of, or nothing of the kind.

use super::beside::{are_cards_below, is_below_main, least_beside, stands_beside_text, titles};
use super::card::MIN_NOTE;
use super::dated::{
    DATED, HEAD_LENGTH, PARTS, are_dated, are_days_told, are_of_publishers, begins_with_clock, is_cutting, is_dated, is_stamped,
    nearly_all, says_when_in_head,
};
use super::furniture::{is_furniture, is_near};
use super::headline::{Headline, MIN_BARE, said_words};
use super::module::{Item, MIN_BODY, Module, SAME_TITLE, alternative, is_text, words};
use super::named::{are_links, are_named, are_told, is_named, leads_away, names};
use super::paid::says_paid;
use super::prose::Prose;
use super::target::{is_article_address, is_sibling};
use super::{EQUAL_TITLE, Page};
use crate::address::is_picture;
use crate::container::Hints;
use crate::date;
use crate::hash::Set;
use crate::lexicon::letters;
use crate::lexicon::wording::Wording;
use crate::page_kind::PageKind;
use crate::passage::Judged;
use crate::tag::Tag;

/// Words; headlines have more on average than the names of sections.
const MIN_MEAN_TITLE: f32 = 3.4;
/// Words; items with more on average are no comments and no menus.
const LONG_BODY: f32 = 120.0;
/// The same of posts that a page is made of, each with a title, a date or a name.
pub(super) const POST: f32 = 80.0;
/// Words; a page with less outside its items is made of them.
pub(super) const MIN_OUTSIDE: f32 = 35.0;
/// The same on a page that calls itself an article and has its title over a text: two sentences.
const MIN_ITEM: f32 = 15.0;
/// The same under a name such as "Related".
const LIKE_NAMED: f32 = 0.75;
/// Words; titles of articles, on average, whatever their addresses look like.
pub(super) const LONG_TITLE: f32 = 6.0;
/// Mean probability; items above it are what the page is about, as on a listing.
pub(super) const LIKE_TEXT: f32 = 0.5;
/// Posts under one title that are a thread; two texts may be called alike.
const MIN_POSTS: usize = 3;
/// Short items that nothing names; two may be parts of a text.
const MIN_STORIES: usize = 3;
/// Of the likely text; a main article has at least as much beside the others.
const OUTSIDE_SHARE: f32 = 0.1;
/// Words of likely text between two items that stand in it.
const MIN_BETWEEN: f32 = 20.0;
/// Words of a line that says who paid.
const MAX_NOTICE: f32 = 12.0;
/// Bytes beside a date; a name and a rank have no more.
const MAX_NAME: usize = 30;
/// Bytes of a publisher's name.
const MIN_SOURCE: usize = 4;
/// Words; what a member's picture is called has no more.
const MAX_NAME_WORDS: usize = 3;

/// What a module is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Cards or texts of other articles; the main one is elsewhere.
    Related,
    /// The site's next article, which is joined to the page's own as the reader scrolls.
    Joined,
    /// The page is made of these items; one of them is the main article.
    Stream,
}

impl Role {
    /// The item that is the page's own article.
    pub(super) fn main(self, module: &Module, judged: &[Judged<'_>], page: &Page<'_>) -> Option<usize> {
        let by_address = module.items.iter().position(|i| page.is_at(&i.headline.target));
        match self {
            Self::Related | Self::Joined => by_address.filter(|&i| words(judged, &module.items[i]) >= MIN_BODY),
            Self::Stream => {
                let by_title = || module.items.iter().position(|i| page.is_titled(&i.headline, judged));
                // "Open it in your browser" is no story.
                let has_text = |i: usize| words(judged, &module.items[i]) >= MIN_NOTE;
                let first = || (0..module.items.len()).find(|&i| has_text(i));
                Some(by_address.filter(|&i| has_text(i)).or_else(by_title).or_else(first).unwrap_or(0))
            }
        }
    }
}

/// Links amid a text are no items: flat ones need headings, a name over them, or lines of their own with a date below.
fn is_list(module: &Module, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let is_line = |i: &Item| {
        let one = &judged[i.headline.at];
        one.traits().link_density() >= MIN_BARE
            || is_stamped(&one.text, &i.headline.text)
            || i.headline.url.is_none()
            || is_cutting(i, judged, page)
    };
    !module.flat
        || module.named_related
        || module.items.iter().all(|i| judged[i.headline.at].is_heading() || i.passages.len() == 1)
        || module.items.len() > 1 && module.items.iter().all(is_line) && are_dated(module, judged, page)
}

/// What a module is to the page; `None` for menus, tags, comments, and what is content itself.
pub(super) fn of(module: &Module, judged: &[Judged<'_>], page: &Page<'_>, prose: &Prose) -> Option<Role> {
    let n = module.items.len();
    let least = if module.are_records() { MIN_NOTE } else { MIN_BODY };
    let full = module.items.iter().filter(|i| words(judged, i) >= least).count();
    let is_long = mean_words(module, judged) > LONG_BODY;
    if !is_list(module, judged, page) || is_furniture(module, judged, page, prose, is_long) || is_thread(module, judged) {
        return None;
    }
    let mean_title = module.items.iter().map(|i| title_words(i, judged)).sum::<f32>() / n as f32;
    let mean_title = mean_title.max(words_for_pictures(module, judged));
    // "Related": short headings, each with an address like an article's, are titles.
    let are_headed = || {
        let is_headed = |i: &Item| judged[i.headline.at].is_heading() && is_article_address(&i.headline.target);
        module.named_related && module.items.iter().all(is_headed)
    };
    if mean_title < MIN_MEAN_TITLE && !are_headed() || full >= 1 && !module.named_related && are_posts(module, judged, page) {
        return None;
    }
    let are_texts = || full * 2 >= n || are_dated(module, judged, page);
    let are_notes = || full == 1 && n > 1 && module.items.iter().all(|i| words(judged, i) >= MIN_NOTE && is_dated(i, judged, page));
    // A single one under "Related", with its own address, beside another text.
    let is_apart = |item: &Item| item.headline.url.is_some() && is_dated(item, judged, page) && prose.outside(module) >= 2.0 * MIN_OUTSIDE;
    let is_joined = |item: &Item| {
        let is_title = |i: usize| judged[i].is_heading() && judged[i].traits().link_density() >= MIN_BARE;
        let is_only = || item.passages.clone().filter(|&i| is_title(i)).eq([item.headline.at]);
        // The page's own title is as high as its.
        let level = |i: usize| judged[i].passage.block.content.level();
        let is_titled = || titles(module, judged).any(|i| level(i).is_some() && level(i) == level(item.headline.at));
        (is_long && is_named(item) || is_titled())
            && is_only()
            && is_article(page)
            && !leads_away(item, page)
            && says_when_in_head(item, judged, page)
    };
    let lone = module.items.first().filter(|item| full == 1 && n == 1 && is_apart(item));
    if lone.is_some_and(|item| !module.named_related && is_joined(item)) {
        return of_texts(module, judged, page, prose, is_long).map(|_| Role::Joined);
    }
    let is_lone = || lone.is_some() && module.named_related;
    if full >= 2 && are_texts() || are_notes() || is_lone() {
        of_texts(module, judged, page, prose, is_long)
    } else if are_stories(module, judged, page, prose) {
        Some(Role::Related)
    } else {
        of_cards(module, judged, page, prose, mean_title).then_some(Role::Related)
    }
}

/// Whether items beside an article are whole stories, however short: each with a title and an address of its own, and a head that says
/// when or by whom.
pub(super) fn are_stories(module: &Module, judged: &[Judged<'_>], page: &Page<'_>, prose: &Prose) -> bool {
    if !is_article(page) || !stands_beside_text(module, judged, page, prose) {
        return false;
    }
    let are_long = || module.items.iter().any(|i| words(judged, i) >= MIN_BODY);
    let least = if module.named_related || are_long() || !module.labels.is_empty() { 2 } else { MIN_STORIES };
    // An advert among them is none of them.
    let is_paid = |i: &Item| {
        let says_so = |j: &Judged<'_>| {
            j.reading.whole.intersects(Wording::SPONSORED | Wording::AD_LABEL)
                || j.traits().words <= MAX_NOTICE && says_paid(&j.text, &i.headline.text)
        };
        judged[i.passages.clone()].iter().any(says_so)
    };
    let all = module.items.iter().filter(|i| !is_paid(i)).count();
    let (mut targets, mut titles) = (Set::default(), Set::default());
    // Where the first link is the publisher's sign.
    let heading = |i: &Item| judged[i.passages.clone()].iter().take(HEAD_LENGTH).find(|j| i.headline.text.is_empty() && j.is_heading());
    let is_title = |i: &Item| {
        let one = &judged[i.headline.at];
        let is_set = || one.traits().link_density() >= MIN_BARE || is_stamped(&one.text, &i.headline.text);
        // What a button below the text leads to says it.
        let is_told = || one.traits().link_chars == 0 && is_named(i);
        one.is_heading() || is_set() || heading(i).is_some() || is_told()
    };
    // A card tells in one paragraph what its article is about.
    let has_text = |i: &Item| {
        let paragraphs: usize = judged[i.passages.clone()].iter().filter(|j| is_text(j)).map(|j| j.text.lines().count()).sum();
        words(judged, i) >= if paragraphs > 1 { MIN_NOTE } else { MIN_BODY }
    };
    let is_folded = |i: &Item| page.containers.get(i.extent).tag == Tag::Details;
    let are_signed = are_of_publishers(module, judged, page);
    // Under a heading, each leads to another page of the site that is called so.
    let is_told = |i: &Item| !module.flat && !module.labels.is_empty() && !leads_away(i, page) && is_named(i);
    let is_story = |i: &&Item| {
        let is_headed = || i.headline.url.is_some() && is_title(i) || is_folded(i) || are_signed;
        let is_said = || says_when_in_head(i, judged, page) || is_told(i) || reads_on(i, judged, page);
        has_text(i) && (is_cutting(i, judged, page) || is_headed() && is_said())
    };
    let mut is_new = |i: &Item| {
        targets.insert(i.headline.target.clone())
            && titles.insert(heading(i).map_or_else(|| i.headline.text.clone(), |j| j.text.to_string()))
    };
    let stories = module.items.iter().filter(is_story).filter(|i| is_new(i)).count();
    stories >= least && stories as f32 >= DATED * all as f32
}

/// Whether an item ends in a button that leads where its title does, and says with whom one reads on: "Read at The Example".
fn reads_on(item: &Item, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let Some(last) = item.passages.clone().rev().map(|i| &judged[i]).find(|one| !one.is_picture()) else { return false };
    let source = |i: usize| judged[i].text.split(PARTS).next().map(str::trim).filter(|name| name.len() >= MIN_SOURCE);
    let mut head =
        item.passages.clone().filter(|i| *i != item.headline.at && !judged[*i].is_picture()).take(HEAD_LENGTH).filter_map(source);
    let is_link = last.traits().link_density() >= MIN_BARE && last.traits().words <= MAX_NOTICE && !last.is_heading();
    is_link && item.headline.shares_target(last, page) && head.any(|name| last.text.len() > name.len() && last.text.contains(name))
}

/// Whether the page calls itself an article, or its address does.
pub(crate) fn is_article(page: &Page<'_>) -> bool {
    let is_called = || page.targets.iter().any(|own| is_article_address(own));
    page.kind == PageKind::Article || page.kind != PageKind::Product && is_called()
}

/// Whether more than half of the items are so.
pub(super) fn most(module: &Module, is_so: impl Fn(&Item) -> bool) -> bool {
    module.items.iter().filter(|i| is_so(i)).count() * 2 > module.items.len()
}

/// What items are of which most have a text of their own.
fn of_texts(module: &Module, judged: &[Judged<'_>], page: &Page<'_>, prose: &Prose, is_long: bool) -> Option<Role> {
    if page.is_thread() || are_days_told(module, judged, page) {
        return None;
    }
    let outside = prose.outside(module);
    let own = Role::Stream.main(module, judged, page).map(|m| &module.items[m].headline);
    let is_at_page = |h: &Headline| page.is_at(&h.target) && h.url.as_deref().is_some_and(|url| !url.contains('#'));
    let has_own = own.is_some_and(|h| page.is_titled(h, judged) || is_at_page(h));
    let is_beside_main =
        !has_own && (page.kind == PageKind::Article || module.named_related || is_long) && is_below_main(module, judged, page);
    let is_stream = outside < MIN_OUTSIDE && !is_beside_main || has_own;
    // What a page tells of books, each with its author, among other things.
    if module.are_records() && !is_stream && !is_beside_main {
        return None;
    }
    // Sections of a text link their headings too, and so do lists: other articles are named as such, or unlike the page's text.
    if !module.named_related && mean_probability(module, judged) >= LIKE_TEXT {
        let inside: f32 = module.items.iter().map(|i| prose.of(&i.passages)).sum();
        // A page that calls itself an article is one of the items, or has a text beside them.
        let leaves_text =
            if is_stream { has_own || page.kind != PageKind::Article } else { is_beside_main || outside >= OUTSIDE_SHARE * inside };
        // The one that the page is open at needs no link.
        let unlinked = || module.items.iter().filter(|i| i.headline.url.is_none()).count();
        // An excerpt is one paragraph.
        let are_parted = || module.items.iter().all(|i| judged[i.passages.clone()].iter().filter(|j| is_text(j)).count() > 1);
        let are_long = || module.items.iter().all(|i| words(judged, i) >= MIN_BODY) && (mean_words(module, judged) >= POST || are_parted());
        let are_posts = || is_stream && page.kind != PageKind::Article && unlinked() < 2 && are_long();
        // The page's own story among others whose links say their titles.
        let say_titles = || has_own && module.items.len() >= MIN_STORIES && nearly_all(module, is_named);
        let are_others = || {
            say_titles()
                || (is_long || has_own || module.are_records() || are_posts())
                    && (are_dated(module, judged, page) || are_told(module, page))
                || is_beside_main && most(module, |i| says_when_in_head(i, judged, page))
        };
        let are_beside = || !is_stream && outside >= least_beside(page) && are_stories(module, judged, page, prose);
        if !leaves_text || !are_others() && !are_beside() && !are_titled_alike(module, judged, page) {
            return None;
        }
    }
    Some(if is_stream { Role::Stream } else { Role::Related })
}

/// Whether items are headed as the page is, in elements of the same kind: articles that are joined as the reader scrolls.
fn are_titled_alike(module: &Module, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let make = |at: usize| {
        let mut path = page.containers.path(judged[at].passage.container).map(|id| page.containers.get(id).make);
        (path.next(), path.next())
    };
    let is_alike = |at: usize| judged[at].is_heading() && make(at) == make(module.items[0].headline.at);
    !module.flat && module.items.iter().all(|i| is_alike(i.headline.at)) && titles(module, judged).any(is_alike)
}

/// Whether items without texts are cards of other articles: the main one is elsewhere on the page.
fn of_cards(module: &Module, judged: &[Judged<'_>], page: &Page<'_>, prose: &Prose, mean_title: f32) -> bool {
    let n = module.items.len();
    // Below its title a short item of news is an article too.
    let is_title = |at: usize| judged[at].is_heading() || judged[at].title_likeness >= EQUAL_TITLE && judged[at].traits().link_chars == 0;
    let has_article = || is_article(page) && titles(module, judged).any(is_title);
    let are_below = || are_cards_below(module, judged, page, prose);
    let least = match module.named_related {
        true if has_article() => MIN_ITEM,
        true => MIN_OUTSIDE,
        false if (mean_title >= LONG_TITLE || are_named(module, page) || are_below()) && has_article() => MIN_OUTSIDE,
        false => 2.0 * MIN_OUTSIDE,
    };
    if prose.outside(module) < least
        || n == 1 && !(module.named_related && module.items[0].headline.url.is_some())
        || are_shown_in_text(module, page, prose)
    {
        return false;
    }
    let is_hinted = is_near(Hints::RELATED | Hints::CARD, module, judged, page, prose)
        || is_near(Hints::SIDEBAR | Hints::ASIDE, module, judged, page, prose);
    let is_other = module.named_related || (is_hinted && n >= 2);
    let is_unlinked = || prose.is_unlinked() && are_links(module, judged);
    // Links for headings of which none has a text under it.
    let is_bare = |i: &Item| judged[i.headline.at].is_heading() && i.headline.url.is_some() && i.passages.len() == 1;
    let are_bare = || n >= MIN_STORIES && module.items.iter().all(is_bare);
    let like_text = match () {
        () if has_article() && (is_unlinked() || are_below() || are_bare()) => 1.0,
        () if module.named_related => LIKE_NAMED,
        () if is_other => LIKE_TEXT,
        () => 0.8 * LIKE_TEXT,
    };
    let is_article = |i: &Item| is_article_address(&i.headline.target) || is_sibling(&i.headline.target, page);
    // A list that says when of each of its titles tells of articles, wherever they lead.
    let looks_like_articles = most(module, is_article)
        || n >= MIN_STORIES
            && mean_title >= LONG_TITLE
            && module.items.iter().all(|i| is_dated(i, judged, page) || begins_with_clock(&i.headline.text));
    mean_probability(module, judged) < like_text && (module.named_related || looks_like_articles || is_other && mean_title >= LONG_TITLE)
}

/// Pictures and boxes of what a text is about, bought or seen on other sites: the text goes on between one and the next.
fn are_shown_in_text(module: &Module, page: &Page<'_>, prose: &Prose) -> bool {
    let goes_on = |pair: &&[Item]| prose.of(&(pair[0].passages.end..pair[1].passages.start)) >= MIN_BETWEEN;
    !module.named_related
        && module.items.windows(2).filter(goes_on).count() * 2 >= module.items.len()
        && most(module, |i| leads_away(i, page))
}

/// Words of the longest short text of an item: its title, wherever it stands.
pub(super) fn title_words(item: &Item, judged: &[Judged<'_>]) -> f32 {
    let own = said_words(&item.headline.text) as f32;
    let unspaced = if item.headline.text.is_ascii() { 0.0 } else { judged[item.headline.at].traits().words };
    let heading = || {
        judged[item.passages.clone()]
            .iter()
            .filter(|j| j.is_heading() || j.traits().words < 25.0)
            .map(|j| j.traits().words)
            .fold(0.0, f32::max)
    };
    if own > 0.0 { own.max(unspaced) } else { heading() }
}

/// Mean words that stand for pictures without any title beside them, where at least half have words of their own that their addresses say
/// too.
fn words_for_pictures(module: &Module, judged: &[Judged<'_>]) -> f32 {
    let is_told = |url: &str, alt: &str| names(url, alt) && !is_picture(url);
    let mut known = Set::default();
    let mut words = |item: &Item| {
        let alt = alternative(&judged[item.headline.at]);
        let is_own = item.headline.url.as_deref().is_some_and(|url| is_told(url, alt)) && known.insert(alt);
        is_own.then(|| alt.split_whitespace().count() as f32)
    };
    let told: Vec<f32> = module.items.iter().filter(|i| i.headline.text.is_empty()).filter_map(&mut words).collect();
    if told.len() * 2 >= module.items.len() { told.iter().sum::<f32>() / told.len() as f32 } else { 0.0 }
}

fn mean_words(module: &Module, judged: &[Judged<'_>]) -> f32 {
    module.items.iter().map(|i| words(judged, i)).sum::<f32>() / module.items.len() as f32
}

pub(super) fn mean_probability(module: &Module, judged: &[Judged<'_>]) -> f32 {
    let (mut sum, mut words) = (0.0, 0.0);
    for i in module.items.iter().flat_map(|i| i.passages.clone()) {
        let weight = 1.0 + judged[i].traits().words;
        sum += judged[i].probability * weight;
        words += weight;
    }
    sum / f32::max(words, 1.0)
}

/// Posts of a thread are headed by who wrote them and when: by a picture, or by a name with a date.
fn are_posts(module: &Module, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    most(module, |item| {
        let text = item.headline.text.as_str();
        if text.is_empty() {
            let has_heading = judged[item.passages.clone()].iter().any(|j| j.is_heading() && !date::is_date_line(&j.text));
            return !has_heading && alternative(&judged[item.headline.at]).split_whitespace().count() <= MAX_NAME_WORDS;
        }
        date::find(text, page.lang, page.now).is_some_and(|(place, _)| {
            let rest = text.len() - place.len();
            rest <= MAX_NAME && text[place].contains(':')
        })
    })
}

/// Answers of a thread carry its title, under the pictures of who wrote them perhaps.
fn is_thread(module: &Module, judged: &[Judged<'_>]) -> bool {
    let carries_it = |i: &Item| {
        let is_same = |p: usize| judged[p].title_likeness >= SAME_TITLE;
        let mut head = i.passages.clone().take(HEAD_LENGTH).filter(|&p| judged[p].is_heading());
        is_same(i.headline.at) || words(judged, i) >= MIN_BODY && head.any(is_same)
    };
    // "Re: Ferries", whatever the page calls itself.
    let is_repeated = || {
        let first = letters(&module.items[0].headline.text);
        !first.is_empty() && most(module, |i| letters(&i.headline.text).ends_with(&first))
    };
    module.items.len() > 1 && most(module, carries_it) || module.items.len() >= MIN_POSTS && is_repeated()
}

//! What splitting needs to know of the page.

use super::MIN_TITLE_LETTERS;
use super::headline::Headline;
use super::module::SAME_TITLE;
use super::named;
use crate::address::Base;
use crate::container::Containers;
use crate::lexicon::letters;
use crate::page_kind::PageKind;
use crate::passage::Judged;

/// What `split` needs to know of the page.
pub(crate) struct Page<'p> {
    pub(crate) base: &'p Base,
    /// The page's own addresses: as given, canonical.
    pub(crate) addresses: Vec<String>,
    /// The names of the sites that they are of.
    pub(crate) sites: Vec<String>,
    /// The same addresses, as [`normal`](super::normal) gives them.
    pub(crate) targets: Vec<String>,
    pub(crate) lang: Option<&'p str>,
    pub(crate) now: Option<i64>,
    pub(crate) containers: &'p Containers,
    /// The [`letters`] of its titles as it states them.
    pub(crate) titles: Vec<String>,
    /// The [`letters`] of what it says that it tells.
    pub(crate) descriptions: Vec<String>,
    /// What the page calls itself.
    pub(crate) kind: PageKind,
    /// It is a thread of posts, by how it is made.
    pub(crate) has_posts: bool,
    /// What it calls its site.
    pub(crate) site: Option<&'p str>,
    /// What it calls the file of its own picture.
    pub(crate) picture: Option<&'p str>,
}

impl Page<'_> {
    /// Whether an address, as [`normal`](super::normal) gives it, is the page's own.
    pub(super) fn is_at(&self, target: &str) -> bool {
        self.targets.iter().any(|own| own == target)
    }

    /// Whether the page's own address says the words of a line.
    pub(crate) fn is_addressed(&self, line: &str) -> bool {
        self.addresses.iter().any(|own| named::names(own, line))
    }

    /// Whether a line is most of one of the page's titles, which says the site's name before or behind it.
    pub(crate) fn says(&self, line: &str) -> bool {
        // Bytes; a title may have a short word more than a line.
        const MIN_SITE: usize = 6;
        let own = letters(line);
        let is_most = |title: &String| {
            let rest = title.len().saturating_sub(own.len());
            rest >= MIN_SITE && rest < own.len() && (title.starts_with(&own) || title.ends_with(&own))
        };
        own.chars().count() >= MIN_TITLE_LETTERS && self.titles.iter().any(is_most)
    }

    /// The same of the first of several lines: a title over who wrote, and when.
    pub(crate) fn says_first_of(&self, text: &str) -> bool {
        text.split_once('\n').is_some_and(|(first, _)| self.says(first))
    }

    /// Whether a line is what the page says that it tells, which may go on or be cut short there.
    pub(crate) fn describes(&self, line: &str) -> bool {
        let own = letters(line);
        let is_most = |a: &str, b: &str| a.starts_with(b) && 2 * b.len() > a.len();
        self.descriptions.iter().any(|told| is_most(told, &own) || is_most(&own, told))
    }

    /// Whether a headline leads to the page itself, or is titled like it.
    pub(super) fn is_own(&self, headline: &Headline, judged: &[Judged<'_>]) -> bool {
        self.is_at(&headline.target) || self.is_titled(headline, judged)
    }

    /// Whether a headline is titled like the page, or one of the page's titles begins with it.
    pub(super) fn is_titled(&self, headline: &Headline, judged: &[Judged<'_>]) -> bool {
        let begins_title = || {
            let own = letters(&headline.text);
            own.chars().count() >= MIN_TITLE_LETTERS && self.titles.iter().any(|title| title.starts_with(&own))
        };
        judged[headline.at].title_likeness >= SAME_TITLE || begins_title()
    }

    /// Whether it is a forum's thread: its posts are one text.
    pub(crate) fn is_thread(&self) -> bool {
        self.kind == PageKind::Forum || self.has_posts
    }
}

//! What is decided of a page, or of its first passages as if it ended there.

use super::Pipeline;
use crate::classify;
use crate::lexicon::letters;
use crate::page_kind::PageKind;
use crate::passage::Judged;
use crate::split::{self, Page, Parts, Plan};

/// A page's passages, judged and placed.
pub(super) struct Decided<'s> {
    pub(super) judged: Vec<Judged<'s>>,
    pub(super) parts: Parts,
    pub(super) plan: Plan,
}

impl Pipeline {
    /// Decides about the first `known` passages; what is settled of them stays as it is.
    pub(super) fn decide<'s>(&'s self, known: usize, page: &Page<'_>) -> Decided<'s> {
        let seen = self.seen.get(..known).unwrap_or(&self.seen);
        let probabilities = self.models.second(seen, page.containers);
        let kind = if page.is_thread() { PageKind::Forum } else { page.kind };
        let judged = classify::judge(seen, &probabilities, page.containers, kind);
        let parts = split::split(&judged, page);
        let plan = split::arrange(&judged, &parts, page, &self.is_shown[..self.settled.min(seen.len())]);
        Decided { judged, parts, plan }
    }

    fn has_posts(&self, is_article: bool) -> bool {
        let passages: Vec<_> = self.seen.iter().map(|one| &one.passage).collect();
        split::has_posts(&passages, self.segmenter.containers(), is_article)
    }

    /// What the articles' splitting needs to know of the page.
    pub(super) fn page_to_split(&self) -> Page<'_> {
        let signals = self.collector.signals();
        let containers = self.segmenter.containers();
        let is_open = matches!(signals.kind, PageKind::Unknown | PageKind::Site);
        let is_discussion = is_open && classify::is_discussion(&self.seen, containers);
        let is_article = signals.kind == PageKind::Article;
        let addresses = [self.settings.url.as_deref(), signals.canonical.as_deref(), signals.og_url.as_deref()];
        let addresses: Vec<String> = addresses.into_iter().flatten().filter_map(|a| self.base.resolve(a)).map(String::from).collect();
        Page {
            sites: addresses.iter().filter_map(|own| split::site(own)).map(str::to_owned).collect(),
            targets: addresses.iter().map(|own| split::normal(own)).collect(),
            addresses,
            base: &self.base,
            lang: signals.lang.as_deref(),
            now: self.settings.now,
            containers,
            kind: if is_discussion { PageKind::Forum } else { signals.kind },
            has_posts: (is_open || is_article) && !is_discussion && self.has_posts(is_article),
            titles: signals.all_titles().map(letters).collect(),
            descriptions: signals.descriptions.iter().map(|told| letters(told)).collect(),
            site: signals.site_name.as_deref(),
            picture: signals.picture.as_deref(),
        }
    }
}

//! What is said of the page at its end: its articles, what was cut, and how each block was decided.

use super::{MAIN, Pipeline};
use crate::article::{ArticleId, Confidence, Metadata, Role};
use crate::block::{BlockId, Content};
use crate::classify::Seen;
use crate::label::{Reason, Verdict};
use crate::outline::{Decision, Entry, Page, Removed};
use crate::passage::Judged;
use crate::rank;
use crate::reading;
use crate::split::{Parts, Piece, Place, Plan, Texts};

/// Bytes of a text that the outline quotes where the block itself is not kept.
const EXCERPT: usize = 400;

impl Pipeline {
    /// Why each passage is not, or no longer, in the main article.
    pub(super) fn reasons(&self, plan: &Plan, places: &[Place], texts: &Texts) -> Vec<(BlockId, Reason)> {
        let id = |i: usize| self.seen[i].passage.block.id;
        let mut reasons: Vec<_> = plan.cut.iter().map(|(i, reason, _)| (id(*i), *reason)).collect();
        reasons.extend(places.iter().enumerate().filter(|(_, p)| matches!(p, Place::Body(_))).map(|(i, _)| (id(i), Reason::Moved)));
        reasons.extend(texts.stories.iter().flat_map(|s| &s.text).map(|piece| (id(piece.passage), Reason::Moved)));
        rank::sort(&mut reasons, |r| u64::from(r.0.0));
        reasons
    }

    /// What was cut, and of each part the passage whose block is kept whole: it is moved there when all is decided.
    pub(super) fn removed(&self, judged: &[Judged<'_>], plan: &Plan, texts: &Texts) -> (Vec<Removed>, Vec<Option<usize>>) {
        let mut room = self.settings.limits.removed_bytes;
        let stories = texts.stories.iter().enumerate().filter(|(_, story)| story.host.is_none());
        let told = stories.flat_map(|(nth, story)| story.text.iter().map(move |piece| (Related::Story(nth).id(texts), piece)));
        let mut kept = texts.main.iter().map(|piece| (MAIN, piece)).chain(told).peekable();
        let mut after = None;
        let (mut removed, mut whole) = (Vec::with_capacity(plan.cut.len()), Vec::with_capacity(plan.cut.len()));
        for (i, reason, rule) in &plan.cut {
            while let Some((article, piece)) = kept.next_if(|(_, piece)| piece.passage < *i) {
                after = Some((article, piece.id(&judged[piece.passage])));
            }
            let one = &judged[*i];
            let bytes = one.text.len();
            let fits = bytes <= room;
            room -= if fits { bytes } else { 0 };
            let text = if fits { one.text.to_string() } else { one.text[..one.text.floor_char_boundary(EXCERPT)].to_owned() };
            if !text.is_empty() || fits && !matches!(one.passage.block.content, Content::Rule) {
                removed.push(Removed { id: one.passage.block.id, reason: *reason, rule, text, bytes, block: None, after });
                whole.push(fits.then_some(*i));
            }
        }
        (removed, whole)
    }

    pub(super) fn decisions(&self, judged: &[Judged<'_>], plan: &Plan, parts: &Parts, texts: &Texts) -> Vec<Decision> {
        let names = self.context.names.as_deref().unwrap_or_default();
        let one = |(i, (seen, judged)): (usize, (&Seen, &Judged<'_>))| {
            let story = texts.stories.iter().position(|s| s.text.iter().any(|p| p.passage == i && p.nth == 0));
            let (article, verdict) = match (parts.places[i], plan.cut.binary_search_by_key(&i, |c| c.0)) {
                _ if story.is_some() => (story.map(|nth| Related::Story(nth).id(texts)), Verdict::keep("split/story", judged.probability)),
                (Place::Body(nth), _) => (Some(ArticleId(nth as u32 + 1)), Verdict::keep("split/body", judged.probability)),
                (_, Ok(c)) => (None, Verdict::drop(plan.cut[c].1, plan.cut[c].2, 1.0 - judged.probability)),
                (_, Err(_)) => (Some(MAIN), Verdict::keep("model/page", judged.probability)),
            };
            Decision {
                block: seen.passage.block.id,
                article,
                verdict,
                first: seen.first,
                second: judged.probability,
                text: judged.text[..judged.text.floor_char_boundary(EXCERPT)].to_owned(),
                features: names.iter().copied().zip(seen.glance.row(names.len())).collect(),
            }
        };
        self.seen.iter().zip(judged).enumerate().map(one).collect()
    }

    pub(super) fn page(&self, charset: String, metadata: &Metadata, confidence: Confidence, posts: Vec<Vec<BlockId>>) -> Page {
        let signals = self.collector.signals();
        let site = signals.site_name.as_deref().or_else(|| signals.site_in_title(metadata.title.as_deref(), &self.base));
        Page {
            url: metadata.url.clone().or_else(|| self.base.page().map(ToString::to_string)),
            title: signals.page_title.clone(),
            site_name: site.map(str::to_owned),
            lang: metadata.lang.clone(),
            dir: metadata.dir,
            charset,
            confidence,
            posts,
        }
    }
}

/// Names the related articles in their order: each card, the stories found in its text behind it.
pub(super) fn order(texts: &Texts) -> Vec<Related> {
    let found_in = |host| texts.stories.iter().enumerate().filter(move |(_, s)| s.host == host).map(|(nth, _)| Related::Story(nth));
    let cards = (0..texts.cards.len()).flat_map(|nth| std::iter::once(Related::Card(nth)).chain(found_in(Some(nth))));
    found_in(None).chain(cards).collect()
}

/// A related article: which card, or which story inside another text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Related {
    Card(usize),
    Story(usize),
}

impl Related {
    /// Its name in the changes.
    pub(super) fn id(self, texts: &Texts) -> ArticleId {
        ArticleId(match self {
            Self::Card(nth) => nth + 1,
            Self::Story(nth) => texts.cards.len() + nth + 1,
        } as u32)
    }

    pub(super) fn text(self, texts: &Texts) -> &[Piece] {
        match self {
            Self::Card(nth) => &texts.cards[nth],
            Self::Story(nth) => &texts.stories[nth].text,
        }
    }

    /// The article that it was found in.
    fn host(self, texts: &Texts) -> Option<ArticleId> {
        match self {
            Self::Card(_) => None,
            Self::Story(nth) => Some(texts.stories[nth].host.map_or(MAIN, |card| Self::Card(card).id(texts))),
        }
    }
}

pub(super) fn entries(
    judged: &[Judged<'_>],
    texts: &Texts,
    metadata: &Metadata,
    others: &[(Related, Metadata)],
    confidence: Confidence,
) -> Vec<Entry> {
    let words = |text: &[Piece]| {
        let parts = text.iter().map(|piece| (piece, &judged[piece.passage]));
        reading::words_of_parts(parts.map(|(piece, whole)| (&*whole.text, piece.share(whole))))
    };
    let main =
        Entry { article: MAIN, role: Role::Main, metadata: metadata.clone(), words: words(&texts.main), confidence, continues: None };
    let related = others.iter().map(|(one, metadata)| Entry {
        article: one.id(texts),
        role: Role::Related,
        metadata: metadata.clone(),
        words: words(one.text(texts)),
        confidence: if one.text(texts).is_empty() { Confidence::Medium } else { Confidence::High },
        continues: one.host(texts),
    });
    std::iter::once(main).chain(related).collect()
}

/// Of so many characters one that is none makes bytes that are no text.
const BROKEN: usize = 50;
/// Words; less is a page without an article, such as a form.
const FEW_WORDS: f32 = 20.0;
/// Words, and their mean probability, from which an article is sure. A news item of two sentences has some sixty.
const SURE_WORDS: f32 = 60.0;
const SURE: f32 = 0.8;

/// How sure it is that the main article is one.
pub(super) fn confidence(judged: &[Judged<'_>], plan: &Plan) -> Confidence {
    let (mut words, mut mass) = (0.0, 0.0);
    for &i in &plan.main {
        words += judged[i].traits().words;
        mass += judged[i].traits().words * judged[i].probability;
    }
    let (mut letters, mut broken) = (1, 0);
    for c in plan.main.iter().flat_map(|&i| judged[i].text.chars()) {
        letters += 1;
        broken += usize::from(c == char::REPLACEMENT_CHARACTER || c.is_control() && !c.is_whitespace());
    }
    match mass / f32::max(words, 1.0) {
        _ if broken * BROKEN > letters => Confidence::Low,
        _ if plan.is_guess || words < FEW_WORDS => Confidence::Low,
        share if share > SURE && words >= SURE_WORDS => Confidence::High,
        _ => Confidence::Medium,
    }
}

//! What is said of the page at its end: its articles, what was cut, and how each block was decided.

use super::{MAIN, Pipeline};
use crate::article::{ArticleId, Confidence, Metadata, Role};
use crate::block::{BlockId, Content};
use crate::classify::Seen;
use crate::label::{Reason, Verdict};
use crate::outline::{Decision, Entry, Page, Removed};
use crate::passage::Judged;
use crate::rank;
use crate::split::{Card, Parts, Place, Plan};

/// Bytes of a text that the outline quotes where the block itself is not kept.
const EXCERPT: usize = 400;

impl Pipeline {
    /// Why each passage is not, or no longer, in the main article.
    pub(super) fn reasons(&self, plan: &Plan, places: &[Place]) -> Vec<(BlockId, Reason)> {
        let id = |i: usize| self.seen[i].passage.block.id;
        let mut reasons: Vec<_> = plan.cut.iter().map(|(i, reason, _)| (id(*i), *reason)).collect();
        reasons.extend(places.iter().enumerate().filter(|(_, p)| matches!(p, Place::Body(_))).map(|(i, _)| (id(i), Reason::Moved)));
        rank::sort(&mut reasons, |r| u64::from(r.0.0));
        reasons
    }

    pub(super) fn removed(&self, judged: &[Judged<'_>], plan: &Plan) -> Vec<Removed> {
        let mut room = self.settings.limits.removed_bytes;
        let mut kept = plan.main.iter().copied().peekable();
        let mut after = None;
        let mut removed = Vec::with_capacity(plan.cut.len());
        for (i, reason, rule) in &plan.cut {
            while let Some(k) = kept.next_if(|k| k < i) {
                after = Some((MAIN, judged[k].passage.block.id));
            }
            let one = &judged[*i];
            let bytes = one.text.len();
            let fits = bytes <= room;
            let block = fits.then(|| {
                room -= bytes;
                self.resolved(one.passage)
            });
            let text = if fits { one.text.clone() } else { one.text[..one.text.floor_char_boundary(EXCERPT)].to_owned() };
            if !text.is_empty() || block.as_ref().is_some_and(|b| !matches!(b.content, Content::Rule)) {
                removed.push(Removed { id: one.passage.block.id, reason: *reason, rule, text, bytes, block, after });
            }
        }
        removed
    }

    pub(super) fn decisions(&self, judged: &[Judged<'_>], plan: &Plan, parts: &Parts) -> Vec<Decision> {
        let names = self.context.names.as_deref().unwrap_or_default();
        let one = |(i, (seen, judged)): (usize, (&Seen, &Judged<'_>))| {
            let (article, verdict) = match (parts.places[i], plan.cut.binary_search_by_key(&i, |c| c.0)) {
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
                features: names.iter().copied().zip(seen.glance.row.iter().copied()).collect(),
            }
        };
        self.seen.iter().zip(judged).enumerate().map(one).collect()
    }

    pub(super) fn page(&self, charset: String, metadata: &Metadata, confidence: Confidence) -> Page {
        let signals = self.collector.signals();
        Page {
            url: metadata.url.clone().or_else(|| self.base.page().map(ToString::to_string)),
            title: signals.page_title.clone(),
            site_name: signals.site_name.clone(),
            lang: metadata.lang.clone(),
            dir: metadata.dir,
            charset,
            confidence,
        }
    }
}

pub(super) fn entries(
    judged: &[Judged<'_>],
    plan: &Plan,
    cards: &[Card],
    metadata: &Metadata,
    others: &[Metadata],
    confidence: Confidence,
) -> Vec<Entry> {
    let words = |passages: &[usize]| passages.iter().map(|&i| judged[i].traits().words).sum::<f32>().round() as usize;
    let main = Entry { article: MAIN, role: Role::Main, metadata: metadata.clone(), words: words(&plan.main), confidence };
    let related = cards.iter().zip(others).enumerate().map(|(nth, (card, metadata))| Entry {
        article: ArticleId(nth as u32 + 1),
        role: Role::Related,
        metadata: metadata.clone(),
        words: words(&card.body),
        confidence: if card.body.is_empty() { Confidence::Medium } else { Confidence::High },
    });
    std::iter::once(main).chain(related).collect()
}

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
        // Bytes that are no text.
        _ if broken * 50 > letters => Confidence::Low,
        _ if plan.is_guess || words < 20.0 => Confidence::Low,
        share if share > 0.8 && words >= 60.0 => Confidence::High,
        _ => Confidence::Medium,
    }
}

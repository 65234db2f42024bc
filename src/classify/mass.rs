//! Sums over groups of passages: containers, templates, lists of like items, the whole page.

use super::page::Seen;

/// Sums over a container or template.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Mass {
    pub(super) mass: f32,
    pub(super) words: f32,
    pub(super) blocks: f32,
    pub(super) probability: f32,
    pub(super) link_words: f32,
    pub(super) good: f32,
    pub(super) best: f32,
}

impl Mass {
    /// What one passage comes to.
    pub(super) fn of(seen: &Seen) -> Self {
        let t = &seen.passage.traits;
        Self {
            mass: seen.first * t.words,
            words: t.words,
            blocks: 1.0,
            probability: seen.first,
            link_words: t.words * t.link_density(),
            good: f32::from(u8::from(seen.glance.good && seen.first > 0.5)),
            best: seen.first,
        }
    }

    pub(super) fn join(&mut self, other: &Self) {
        self.mass += other.mass;
        self.words += other.words;
        self.blocks += other.blocks;
        self.probability += other.probability;
        self.link_words += other.link_words;
        self.good += other.good;
        self.best = if other.best > self.best { other.best } else { self.best };
    }

    pub(super) fn density(&self) -> f32 {
        self.mass / self.words.max(1.0)
    }
}

/// Sums over the children of one element that look alike: the items of a list of cards, the posts of a thread.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Kin {
    pub(super) mass: Mass,
    pub(super) count: f32,
    pub(super) with_mass: f32,
}

/// What the page as a whole is like.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Overall {
    pub(super) templates: f32,
    pub(super) template_share: f32,
    pub(super) widest_path: f32,
    pub(super) headings: f32,
    pub(super) times: f32,
    pub(super) linked_share: f32,
    pub(super) comments: f32,
    pub(super) sure: f32,
    pub(super) longest_run: f32,
}

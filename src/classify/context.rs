//! What a passage's place says of it, from what came before: the first decision, with no look-ahead.

use super::clues::Clues;
use super::features::{Kept, Row, log};
use super::overlap::Words;
use super::own::{own, place};
use super::topic::long_words;
use crate::block::Content;
use crate::container::{ContainerId, Containers, FAR};
use crate::hash::{self, Map};
use crate::lexicon::wording::{self, Reading, Wording};
use crate::passage::Passage;
use std::hash::{Hash, Hasher};

/// Words; a block of running text has at least this many.
const GOOD_WORDS: f32 = 20.0;
/// Share of characters in links; running text has less.
const GOOD_LINK_DENSITY: f32 = 0.35;
/// Containers above a block that are looked at.
const LEVELS: usize = 5;

/// What is known of a passage when it arrives; kept for the second decision.
#[derive(Clone, Debug)]
pub(crate) struct Glance {
    /// What the first decision was made by, as far as the second reads it: what the passage itself is like. All of it for explanations.
    pub(super) row: Kept,
    /// How many of the row's first values are about the passage itself.
    pub(super) own: usize,
    pub(crate) reading: Reading,
    pub(crate) title_likeness: f32,
    /// Same for passages in the same place of a repeated template.
    pub(crate) path_signature: u64,
    /// Same for passages with the same words.
    pub(crate) text_hash: u64,
    /// For what the page is about.
    pub(super) long_words: Box<[u64]>,
    pub(crate) good: bool,
}

impl Glance {
    /// So many of the first values that are kept of the row.
    pub(crate) fn row(&self, count: usize) -> Vec<f32> {
        let mut row = Row::new(false);
        row.begin(&self.row, count);
        row.values().to_vec()
    }
}

/// Sums over one container so far.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    words: f32,
    link_words: f32,
    good: f32,
    score: f32,
}

/// The last heading before a passage.
#[derive(Clone, Copy, Debug, Default)]
struct LastHeading {
    blocks_since: f32,
    level: f32,
    related: bool,
    title_likeness: f32,
}

/// Reads passages one by one and keeps what later ones need.
#[derive(Debug)]
pub(crate) struct Context {
    clues: Clues,
    sums: Vec<Sums>,
    siblings: Map<(Option<ContainerId>, u32), u32>,
    paths: Map<u64, u32>,
    texts: Map<u64, u32>,
    leader: Option<ContainerId>,
    count: f32,
    words: f32,
    good: f32,
    good_noscript: f32,
    last_good: Option<(ContainerId, u64)>,
    blocks_since_good: f32,
    words_since_good: f32,
    before: [(f32, f32, f32); 3],
    heading: LastHeading,
    title_seen: bool,
    blocks_since_title: f32,
    known_containers: usize,
    named: bool,
    /// Names of the features, when asked for.
    pub(crate) names: Option<Vec<&'static str>>,
}

impl Context {
    pub(crate) fn new(named: bool) -> Self {
        Self {
            clues: Clues::default(),
            sums: Vec::new(),
            siblings: Map::default(),
            paths: Map::default(),
            texts: Map::default(),
            leader: None,
            count: 0.0,
            words: 0.0,
            good: 0.0,
            good_noscript: 0.0,
            last_good: None,
            blocks_since_good: 0.0,
            words_since_good: 0.0,
            before: [(0.0, 0.0, 0.0); 3],
            heading: LastHeading::default(),
            title_seen: false,
            blocks_since_title: 0.0,
            known_containers: 0,
            named,
            names: None,
        }
    }

    /// Takes better clues, as the head of the page is read.
    pub(crate) fn set_clues(&mut self, clues: Clues) {
        self.clues = clues;
    }

    /// Whether the page's title came as a heading.
    pub(crate) fn title_seen(&self) -> bool {
        self.title_seen
    }

    /// Whether the page has shown several blocks of running text, those of a `noscript` not counted.
    pub(crate) fn has_text(&self) -> bool {
        self.good - self.good_noscript >= 3.0
    }

    /// Looks at a passage and remembers it for those that follow; what is kept of it, and the row to decide by.
    pub(crate) fn glance(&mut self, passage: &Passage, containers: &Containers) -> (Glance, Row) {
        let text = passage.text();
        let reading = wording::read(&text);
        let words = Words::of(&text);
        let title_likeness = self.clues.title_likeness(&words);
        self.register(containers, passage.container);
        let path_signature = path_signature(passage, containers);
        let text_hash = words.fingerprint();
        let good = is_good(passage);
        let mut row = Row::new(self.named);
        own(&mut row, passage, &reading, &text);
        place(&mut row, passage, containers);
        self.clues.kind(&mut row);
        let own = row.values().len();
        self.clues.common(&mut row, &words, title_likeness);
        self.past(&mut row, passage, containers, path_signature, text_hash);
        self.remember(passage, containers, &Past { good, path_signature, text_hash, title_likeness, reading });
        if self.names.is_none() {
            self.names = row.names.take();
        }
        let kept = if self.named { row.values() } else { &row.values()[..own] };
        let long_words = long_words(&words);
        let glance = Glance { row: Kept::of(kept), own, reading, title_likeness, path_signature, text_hash, long_words, good };
        (glance, row)
    }

    /// Counts siblings of the same signature as their containers come to be known: up to the passage's own, as others of later
    /// passages are there only when their text came in the same piece.
    fn register(&mut self, containers: &Containers, own: ContainerId) {
        let known = self.known_containers.max(own.0 as usize + 1);
        for id in self.known_containers..known {
            let container = containers.get(ContainerId(id as u32));
            *self.siblings.entry((container.parent, container.signature)).or_default() += 1;
        }
        self.known_containers = known;
        self.sums.resize(self.known_containers, Sums::default());
    }

    fn past(&self, row: &mut Row, passage: &Passage, containers: &Containers, path_signature: u64, text_hash: u64) {
        row.add("index", log(self.count));
        row.add("words_so_far", log(self.words));
        row.add("good_so_far", log(self.good));
        row.add("blocks_since_good", log(self.blocks_since_good));
        row.add("words_since_good", log(self.words_since_good));
        let (up, down, same_path) = match self.last_good {
            Some((last, path)) => {
                let (up, down) = steps(containers, last, passage.container);
                (up, down, path == path_signature)
            }
            None => (-1.0, -1.0, false),
        };
        row.add("good_up", up);
        row.add("good_down", down);
        row.flag("good_same_path", same_path);
        row.add("path_count", log(self.paths.get(&path_signature).copied().unwrap_or(0) as f32));
        row.add("text_count", self.texts.get(&text_hash).copied().unwrap_or(0) as f32);
        for (i, (words, link_density, heading)) in self.before.iter().enumerate() {
            row.add(["before1_words", "before2_words", "before3_words"][i], log(*words));
            row.add(["before1_links", "before2_links", "before3_links"][i], *link_density);
            row.add(["before1_heading", "before2_heading", "before3_heading"][i], *heading);
        }
        let mut path = containers.path(passage.container);
        for names in LEVEL_NAMES {
            let (sums, repeats) = path.next().map_or((Sums::default(), 0.0), |id| {
                let container = containers.get(id);
                let repeats = self.siblings.get(&(container.parent, container.signature)).copied().unwrap_or(1);
                (self.sums[id.0 as usize], repeats as f32)
            });
            row.add(names[0], log(sums.words));
            row.add(names[1], sums.link_words / sums.words.max(1.0));
            row.add(names[2], log(sums.good));
            row.add(names[3], log(repeats));
        }
        self.past_leader(row, passage, containers);
        row.add("heading_distance", log(self.heading.blocks_since));
        row.add("heading_level", self.heading.level);
        row.flag("heading_related", self.heading.related);
        row.add("heading_title", self.heading.title_likeness);
        row.flag("title_seen", self.title_seen);
        row.add("since_title", log(self.blocks_since_title));
    }

    fn past_leader(&self, row: &mut Row, passage: &Passage, containers: &Containers) {
        let Some(leader) = self.leader else {
            row.flag("in_leader", false);
            row.add("leader_up", -1.0);
            row.add("leader_down", -1.0);
            row.add("leader_score", 0.0);
            row.add("score_ratio", 0.0);
            return;
        };
        let (up, down) = steps(containers, leader, passage.container);
        let best = self.sums[leader.0 as usize].score;
        let here = containers.path(passage.container).take(LEVELS).map(|c| self.sums[c.0 as usize].score).fold(0.0, f32::max);
        row.flag("in_leader", up == 0.0);
        row.add("leader_up", up);
        row.add("leader_down", down);
        row.add("leader_score", log(best));
        row.add("score_ratio", here / best.max(1.0));
    }

    fn remember(&mut self, passage: &Passage, containers: &Containers, past: &Past) {
        let traits = &passage.traits;
        let link_words = traits.words * traits.link_density();
        for (level, id) in containers.path(passage.container).enumerate() {
            let sums = &mut self.sums[id.0 as usize];
            sums.words += traits.words;
            sums.link_words += link_words;
            sums.good += f32::from(u8::from(past.good));
            // Readability: the parent takes a paragraph's whole score, its parent half, further ones less.
            if past.good && level < 4 {
                sums.score += (1.0 + traits.commas as f32 + (traits.words / 20.0).min(3.0)) / (level as f32 + 1.0);
                let best = self.leader.map_or(-1.0, |l| self.sums[l.0 as usize].score);
                if self.sums[id.0 as usize].score > best {
                    self.leader = Some(id);
                }
            }
        }
        *self.paths.entry(past.path_signature).or_default() += 1;
        *self.texts.entry(past.text_hash).or_default() += 1;
        self.count += 1.0;
        self.words += traits.words;
        self.blocks_since_good += 1.0;
        self.words_since_good += traits.words;
        self.blocks_since_title += 1.0;
        if past.good {
            self.good += 1.0;
            self.good_noscript += f32::from(u8::from(traits.noscript));
            self.last_good = Some((passage.container, past.path_signature));
            self.blocks_since_good = 0.0;
            self.words_since_good = 0.0;
        }
        self.heading.blocks_since += 1.0;
        let mut level = 0.0;
        if let Content::Heading { level: l, .. } = passage.block.content {
            level = f32::from(l);
            let related = past.reading.starts.intersects(Wording::OTHER_ARTICLES);
            self.heading = LastHeading { blocks_since: 0.0, level, related, title_likeness: past.title_likeness };
            if past.title_likeness > 0.6 || (l == 1 && !self.title_seen) {
                self.title_seen = true;
                self.blocks_since_title = 0.0;
            }
        }
        self.before.rotate_right(1);
        self.before[0] = (traits.words, traits.link_density(), level);
    }
}

struct Past {
    good: bool,
    path_signature: u64,
    text_hash: u64,
    title_likeness: f32,
    reading: Reading,
}

const LEVEL_NAMES: [[&str; 4]; LEVELS] = [
    ["c0_words", "c0_links", "c0_good", "c0_repeats"],
    ["c1_words", "c1_links", "c1_good", "c1_repeats"],
    ["c2_words", "c2_links", "c2_good", "c2_repeats"],
    ["c3_words", "c3_links", "c3_good", "c3_repeats"],
    ["c4_words", "c4_links", "c4_good", "c4_repeats"],
];

/// Levels up from `from` to the common container, and down from there to `to`.
pub(crate) fn steps(containers: &Containers, from: ContainerId, to: ContainerId) -> (f32, f32) {
    let Some(common) = containers.common(from, to) else { return (FAR.into(), FAR.into()) };
    let depth = |id| f32::from(containers.get(id).depth);
    (depth(from) - depth(common), depth(to) - depth(common))
}

fn is_good(passage: &Passage) -> bool {
    let t = &passage.traits;
    t.words >= GOOD_WORDS && t.link_density() < GOOD_LINK_DENSITY && (t.sentence_ends > 0 || t.ends_sentence)
}

/// The signatures of the nearest containers and the kind of block.
fn path_signature(passage: &Passage, containers: &Containers) -> u64 {
    let mut hasher = hash::hasher();
    for id in containers.path(passage.container).take(4) {
        containers.get(id).signature.hash(&mut hasher);
    }
    std::mem::discriminant(&passage.block.content).hash(&mut hasher);
    hasher.finish()
}

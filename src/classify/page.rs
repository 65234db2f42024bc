//! The second decision, with the whole page's blocks known: how the first probabilities spread over containers, templates and
//! neighbours. Measured to be worth more than any look-ahead.

use super::context::{Glance, steps};
use super::features::{Row, log};
use super::mass::{Kin, Mass, Overall};
use super::topic::Topic;
use crate::block::Content;
use crate::container::{ContainerId, Containers};
use crate::hash::Map;
use crate::lexicon::wording::Wording;
use crate::passage::Passage;

/// Containers above a block that are looked at.
pub(super) const LEVELS: usize = 6;
/// Share of the page's mass; the deepest container that holds this much is taken for the article's.
const MAIN_SHARE: f32 = 0.7;

/// A passage with its first decision.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) passage: Passage,
    pub(crate) glance: Glance,
    /// The first probability that it is text of an article.
    pub(crate) first: f32,
}

/// What is read of the rows of the second decision, one for each passage: what the first saw of the passage itself, then what is
/// added here, whose names are given when asked for.
pub(crate) fn rows<T>(
    seen: &[Seen],
    containers: &Containers,
    named: bool,
    read: impl Fn(&Row) -> T,
) -> (Vec<T>, Option<Vec<&'static str>>) {
    let page = Page::new(seen, containers);
    let mut names = None;
    let rows = (0..seen.len())
        .map(|i| {
            let mut row = Row::new(named && names.is_none());
            row.begin(&seen[i].glance.row, seen[i].glance.own);
            page.row(i, &mut row);
            if names.is_none() {
                names = row.names.take();
            }
            read(&row)
        })
        .collect();
    (rows, names)
}

pub(super) struct Page<'p> {
    pub(super) seen: &'p [Seen],
    pub(super) containers: &'p Containers,
    pub(super) masses: Vec<Mass>,
    pub(super) paths: Map<u64, Mass>,
    pub(super) signatures: Map<u32, Mass>,
    pub(super) texts: Map<u64, u32>,
    pub(super) total: Mass,
    pub(super) main: Option<ContainerId>,
    /// Mass before each passage.
    pub(super) before: Vec<f32>,
    /// For each passage the heading that it stands under.
    pub(super) heading: Vec<Option<usize>>,
    /// Sums over what stands under each heading.
    pub(super) sections: Map<usize, Mass>,
    pub(super) first_good: Option<usize>,
    pub(super) last_good: Option<usize>,
    pub(super) kin: Map<(Option<ContainerId>, u32), Kin>,
    pub(super) topic: Topic,
    /// For each passage the words between it and the nearest sure one before it, and after it.
    pub(super) since_sure: Vec<f32>,
    pub(super) until_sure: Vec<f32>,
    /// Headings over other articles before each passage.
    pub(super) relateds: Vec<f32>,
    pub(super) overall: Overall,
    /// The child of the main container that holds most.
    pub(super) heaviest: Option<ContainerId>,
}

impl<'p> Page<'p> {
    fn new(seen: &'p [Seen], containers: &'p Containers) -> Self {
        let mut page = Self {
            seen,
            containers,
            masses: vec![Mass::default(); containers.len()],
            paths: Map::default(),
            signatures: Map::default(),
            texts: Map::default(),
            total: Mass::default(),
            main: None,
            before: Vec::with_capacity(seen.len()),
            heading: Vec::with_capacity(seen.len()),
            sections: Map::default(),
            first_good: None,
            last_good: None,
            kin: Map::default(),
            topic: Topic::new(seen),
            since_sure: Vec::with_capacity(seen.len()),
            until_sure: vec![0.0; seen.len()],
            relateds: Vec::with_capacity(seen.len()),
            overall: Overall::default(),
            heaviest: None,
        };
        let mut heading = None;
        for (i, one) in seen.iter().enumerate() {
            let own = Mass::of(one);
            for id in containers.path(one.passage.container) {
                page.masses[id.0 as usize].join(&own);
            }
            page.paths.entry(one.glance.path_signature).or_default().join(&own);
            page.signatures.entry(containers.get(one.passage.container).signature).or_default().join(&own);
            *page.texts.entry(one.glance.text_hash).or_default() += 1;
            page.before.push(page.total.mass);
            page.total.join(&own);
            page.heading.push(heading);
            if matches!(one.passage.block.content, Content::Heading { .. }) {
                heading = Some(i);
            } else if let Some(h) = heading {
                page.sections.entry(h).or_default().join(&own);
            }
            if one.glance.good && one.first > 0.5 {
                page.first_good = page.first_good.or(Some(i));
                page.last_good = Some(i);
            }
        }
        page.main = page.main_container();
        page.gather_kin();
        page.gather_sure();
        page.overall = page.look_over();
        page
    }

    /// The deepest container that holds most of the page's mass.
    fn main_container(&self) -> Option<ContainerId> {
        let enough = self.total.mass * MAIN_SHARE;
        // Children's ids are above their parents'.
        (0..self.masses.len())
            .rev()
            .map(|i| ContainerId(i as u32))
            .find(|c| self.total.mass > 0.0 && self.masses[c.0 as usize].mass >= enough)
    }

    fn row(&self, i: usize, row: &mut Row) {
        let one = &self.seen[i];
        own(row, one);
        self.levels(row, one);
        self.groups(row, one);
        self.position(row, i);
        self.neighbours(row, i);
        self.section(row, i);
        self.branch(row, i);
        self.list(row, one);
        self.whole(row, i);
    }

    fn levels(&self, row: &mut Row, one: &Seen) {
        let mut path = self.containers.path(one.passage.container);
        for names in LEVEL_NAMES {
            let mass = path.next().map_or(Mass::default(), |c| self.masses[c.0 as usize]);
            row.add(names[0], mass.mass / self.total.mass.max(1.0));
            row.add(names[1], mass.mass / mass.words.max(1.0));
            row.add(names[2], log(mass.blocks));
            row.add(names[3], mass.link_words / mass.words.max(1.0));
            row.add(names[4], log(mass.good));
        }
        let (up, down) = self.main.map_or((-1.0, -1.0), |main| steps(self.containers, main, one.passage.container));
        row.add("main_up", up);
        row.add("main_down", down);
    }

    fn groups(&self, row: &mut Row, one: &Seen) {
        let path = self.paths.get(&one.glance.path_signature).copied().unwrap_or_default();
        row.add("path_blocks", log(path.blocks));
        row.add("path_probability", path.probability / path.blocks.max(1.0));
        row.add("path_density", path.mass / path.words.max(1.0));
        row.add("path_share", path.mass / self.total.mass.max(1.0));
        row.add("path_words", log(path.words / path.blocks.max(1.0)));
        let signature = self.containers.get(one.passage.container).signature;
        let like = self.signatures.get(&signature).copied().unwrap_or_default();
        row.add("like_blocks", log(like.blocks));
        row.add("like_density", like.mass / like.words.max(1.0));
        row.add("text_repeats", self.texts.get(&one.glance.text_hash).copied().unwrap_or(1) as f32);
    }

    fn position(&self, row: &mut Row, i: usize) {
        let mass = self.total.mass.max(1.0);
        row.add("mass_before", self.before[i] / mass);
        row.add("mass_after", (self.total.mass - self.before[i]) / mass);
        row.add("place", i as f32 / self.seen.len().max(1) as f32);
        row.add("total_mass", log(self.total.mass));
        row.add("total_words", log(self.total.words));
        row.add("total_blocks", log(self.total.blocks));
        row.add("page_density", self.total.mass / self.total.words.max(1.0));
        row.add("from_first_good", self.first_good.map_or(-50.0, |f| (i as f32 - f as f32).clamp(-50.0, 50.0)));
        row.add("to_last_good", self.last_good.map_or(-50.0, |l| (l as f32 - i as f32).clamp(-50.0, 50.0)));
    }

    fn neighbours(&self, row: &mut Row, i: usize) {
        let at = |offset: isize| i.checked_add_signed(offset).and_then(|j| self.seen.get(j));
        for (offset, names) in NEIGHBOURS {
            let near = at(*offset);
            row.add(names[0], near.map_or(-1.0, |n| n.first));
            row.add(names[1], near.map_or(-1.0, |n| log(n.passage.traits.words)));
        }
        for (radius, name) in [(3_isize, "mean3"), (8, "mean8")] {
            let (mut mass, mut words) = (0.0, 0.0);
            for offset in -radius..=radius {
                if let (true, Some(near)) = (offset != 0, at(offset)) {
                    mass += near.first * (1.0 + near.passage.traits.words);
                    words += 1.0 + near.passage.traits.words;
                }
            }
            row.add(name, mass / f32::max(words, 1.0));
        }
        let (up, down) = at(-1).map_or((-1.0, -1.0), |n| steps(self.containers, n.passage.container, self.seen[i].passage.container));
        row.add("previous_up", up);
        row.add("previous_down", down);
        let (up, down) = at(1).map_or((-1.0, -1.0), |n| steps(self.containers, self.seen[i].passage.container, n.passage.container));
        row.add("next_up", up);
        row.add("next_down", down);
    }

    fn section(&self, row: &mut Row, i: usize) {
        let is_heading = matches!(self.seen[i].passage.block.content, Content::Heading { .. });
        let own = self.sections.get(&i).copied().unwrap_or_default();
        row.add("own_section", if is_heading { own.mass / own.words.max(1.0) } else { -1.0 });
        row.add("own_section_words", if is_heading { log(own.words) } else { -1.0 });
        let Some(h) = self.heading[i] else {
            row.add("section", -1.0);
            row.add("heading_first", -1.0);
            row.flag("heading_is_related", false);
            row.add("heading_far", -1.0);
            return;
        };
        let section = self.sections.get(&h).copied().unwrap_or_default();
        row.add("section", section.mass / section.words.max(1.0));
        row.add("heading_first", self.seen[h].first);
        let reading = self.seen[h].glance.reading;
        row.flag("heading_is_related", reading.starts.intersects(Wording::RELATED_HEADING | Wording::MOST_READ | Wording::COMMENT));
        row.add("heading_far", log((i - h) as f32));
    }
}

/// What the first decision made of the block.
fn own(row: &mut Row, one: &Seen) {
    row.add("first", one.first);
    row.add("title_likeness", one.glance.title_likeness);
}

const NEIGHBOURS: &[(isize, [&str; 2])] = &[
    (-1, ["p1", "p1_words"]),
    (-2, ["p2", "p2_words"]),
    (-3, ["p3", "p3_words"]),
    (1, ["n1", "n1_words"]),
    (2, ["n2", "n2_words"]),
    (3, ["n3", "n3_words"]),
];

const LEVEL_NAMES: [[&str; 5]; LEVELS] = [
    ["l0_share", "l0_density", "l0_blocks", "l0_links", "l0_good"],
    ["l1_share", "l1_density", "l1_blocks", "l1_links", "l1_good"],
    ["l2_share", "l2_density", "l2_blocks", "l2_links", "l2_good"],
    ["l3_share", "l3_density", "l3_blocks", "l3_links", "l3_good"],
    ["l4_share", "l4_density", "l4_blocks", "l4_links", "l4_good"],
    ["l5_share", "l5_density", "l5_blocks", "l5_links", "l5_good"],
];

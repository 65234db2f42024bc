//! The second decision, with the whole page's blocks known: how the first probabilities spread over containers, templates and
//! neighbours. Measured to be worth more than any look-ahead.

use super::context::{Glance, steps};
use super::features::{Row, log};
use super::topic::Topic;
use crate::block::Content;
use crate::container::{ContainerId, Containers, Hints};
use crate::lexicon::wording::Wording;
use crate::passage::Passage;
use std::collections::HashMap;

/// Containers above a block that are looked at.
const LEVELS: usize = 6;
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

/// Sums over a container or template.
#[derive(Clone, Copy, Debug, Default)]
struct Mass {
    mass: f32,
    words: f32,
    blocks: f32,
    probability: f32,
    link_words: f32,
    good: f32,
    best: f32,
}

impl Mass {
    fn add(&mut self, seen: &Seen) {
        let t = &seen.passage.traits;
        self.mass += seen.first * t.words;
        self.words += t.words;
        self.blocks += 1.0;
        self.probability += seen.first;
        self.link_words += t.words * t.link_density();
        self.good += f32::from(u8::from(seen.glance.good && seen.first > 0.5));
        self.best = self.best.max(seen.first);
    }

    fn join(&mut self, other: &Self) {
        self.mass += other.mass;
        self.words += other.words;
        self.blocks += other.blocks;
        self.probability += other.probability;
        self.link_words += other.link_words;
        self.good += other.good;
        self.best = self.best.max(other.best);
    }

    fn density(&self) -> f32 {
        self.mass / self.words.max(1.0)
    }
}

/// Sums over the children of one element that look alike: the items of a list of cards, the posts of a thread.
#[derive(Clone, Copy, Debug, Default)]
struct Kin {
    mass: Mass,
    count: f32,
    with_mass: f32,
}

/// The rows of the second decision, one for each passage: what the first saw of the passage itself, then what is added here,
/// whose names are given when asked for.
pub(crate) fn rows(seen: &[Seen], containers: &Containers, named: bool) -> (Vec<Vec<f32>>, Option<Vec<&'static str>>) {
    let page = Page::new(seen, containers);
    let mut names = None;
    let rows = (0..seen.len())
        .map(|i| {
            let mut row = Row { values: Vec::with_capacity(256), names: (named && names.is_none()).then(Vec::new) };
            row.values.extend_from_slice(&seen[i].glance.row[..seen[i].glance.own]);
            page.row(i, &mut row);
            if names.is_none() {
                names = row.names.take();
            }
            row.values
        })
        .collect();
    (rows, names)
}

struct Page<'p> {
    seen: &'p [Seen],
    containers: &'p Containers,
    masses: Vec<Mass>,
    paths: HashMap<u64, Mass>,
    signatures: HashMap<u32, Mass>,
    texts: HashMap<u64, u32>,
    total: Mass,
    main: Option<ContainerId>,
    /// Mass before each passage.
    before: Vec<f32>,
    /// For each passage the heading that it stands under.
    heading: Vec<Option<usize>>,
    /// Sums over what stands under each heading.
    sections: HashMap<usize, Mass>,
    first_good: Option<usize>,
    last_good: Option<usize>,
    kin: HashMap<(Option<ContainerId>, u32), Kin>,
    topic: Topic,
    /// For each passage the words between it and the nearest sure one before it, and after it.
    since_sure: Vec<f32>,
    until_sure: Vec<f32>,
    /// Headings over other articles before each passage.
    relateds: Vec<f32>,
    overall: Overall,
    /// The child of the main container that holds most.
    heaviest: Option<ContainerId>,
}

/// What the page as a whole is like.
#[derive(Clone, Copy, Debug, Default)]
struct Overall {
    templates: f32,
    template_share: f32,
    widest_path: f32,
    headings: f32,
    times: f32,
    linked_share: f32,
    comments: f32,
    sure: f32,
    longest_run: f32,
}

/// Passages in one place of a template that make it a list.
const LIST: f32 = 5.0;
/// First probability of a passage that is hardly in doubt.
const SURE: f32 = 0.8;

impl<'p> Page<'p> {
    fn new(seen: &'p [Seen], containers: &'p Containers) -> Self {
        let mut page = Self {
            seen,
            containers,
            masses: vec![Mass::default(); containers.len()],
            paths: HashMap::new(),
            signatures: HashMap::new(),
            texts: HashMap::new(),
            total: Mass::default(),
            main: None,
            before: Vec::with_capacity(seen.len()),
            heading: Vec::with_capacity(seen.len()),
            sections: HashMap::new(),
            first_good: None,
            last_good: None,
            kin: HashMap::new(),
            topic: Topic::new(seen),
            since_sure: Vec::with_capacity(seen.len()),
            until_sure: vec![0.0; seen.len()],
            relateds: Vec::with_capacity(seen.len()),
            overall: Overall::default(),
            heaviest: None,
        };
        let mut heading = None;
        for (i, one) in seen.iter().enumerate() {
            for id in containers.path(one.passage.container) {
                page.masses[id.0 as usize].add(one);
            }
            page.paths.entry(one.glance.path_signature).or_default().add(one);
            page.signatures.entry(containers.get(one.passage.container).signature).or_default().add(one);
            *page.texts.entry(one.glance.text_hash).or_default() += 1;
            page.before.push(page.total.mass);
            page.total.add(one);
            page.heading.push(heading);
            if matches!(one.passage.block.content, Content::Heading { .. }) {
                heading = Some(i);
            } else if let Some(h) = heading {
                page.sections.entry(h).or_default().add(one);
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

    fn gather_kin(&mut self) {
        let mut most = 0.0;
        for (i, mass) in self.masses.iter().enumerate() {
            let container = self.containers.get(ContainerId(i as u32));
            let kin = self.kin.entry((container.parent, container.signature)).or_default();
            kin.mass.join(mass);
            kin.count += 1.0;
            kin.with_mass += f32::from(u8::from(mass.best > 0.5));
            if container.parent.is_some() && container.parent == self.main && mass.mass > most {
                most = mass.mass;
                self.heaviest = Some(ContainerId(i as u32));
            }
        }
    }

    fn gather_sure(&mut self) {
        let is_sure = |s: &Seen| s.first > SURE && s.passage.traits.words >= 8.0;
        let (mut since, mut relateds) = (5_000.0, 0.0);
        for one in self.seen {
            self.since_sure.push(since);
            self.relateds.push(relateds);
            since = if is_sure(one) { 0.0 } else { since + one.passage.traits.words };
            relateds += f32::from(u8::from(one.glance.reading.whole.intersects(OTHERS)));
        }
        let mut until = 5_000.0;
        for (i, one) in self.seen.iter().enumerate().rev() {
            self.until_sure[i] = until;
            until = if is_sure(one) { 0.0 } else { until + one.passage.traits.words };
        }
    }

    fn look_over(&self) -> Overall {
        let mut all = Overall::default();
        for path in self.paths.values().filter(|p| p.blocks >= LIST) {
            all.templates += 1.0;
            all.widest_path = all.widest_path.max(path.mass);
        }
        let mut run = 0.0;
        for one in self.seen {
            let t = &one.passage.traits;
            let container = self.containers.get(one.passage.container);
            let expected = t.words * one.first;
            if self.paths.get(&one.glance.path_signature).is_some_and(|p| p.blocks >= LIST) {
                all.template_share += expected;
            }
            all.headings += f32::from(u8::from(matches!(one.passage.block.content, Content::Heading { .. }) && one.first > 0.5));
            all.times += f32::from(u8::from(t.time.is_some()));
            all.linked_share += if container.distance(Hints::CARD) < 3 || t.link_density() > 0.8 { expected } else { 0.0 };
            all.comments += if container.within(Hints::COMMENT) { t.words } else { 0.0 };
            all.sure += f32::from(u8::from(one.first > SURE && t.words >= 8.0));
            if t.words >= 8.0 {
                run = if one.first > 0.5 { run + 1.0 } else { 0.0 };
                all.longest_run = f32::max(all.longest_run, run);
            }
        }
        let mass = self.total.mass.max(1.0);
        all.template_share /= mass;
        all.widest_path /= mass;
        all.linked_share /= mass;
        all.comments /= self.total.words.max(1.0);
        all
    }

    /// The deepest container that holds most of the page's mass.
    fn main_container(&self) -> Option<ContainerId> {
        let enough = self.total.mass * MAIN_SHARE;
        // Children's ids are above their parents'.
        (0..self.masses.len()).rev().map(|i| ContainerId(i as u32)).find(|c| self.total.mass > 0.0 && self.masses[c.0 as usize].mass >= enough)
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

    /// The part of the main container that the passage stands in.
    fn branch(&self, row: &mut Row, i: usize) {
        let container = self.seen[i].passage.container;
        let child = self.main.filter(|&m| self.containers.holds(m, container)).and_then(|m| self.containers.child_towards(m, container));
        let mass = child.map_or(Mass::default(), |c| self.masses[c.0 as usize]);
        row.add("branch_share", if child.is_some() { mass.mass / self.total.mass.max(1.0) } else { -1.0 });
        row.add("branch_density", if child.is_some() { mass.density() } else { -1.0 });
        row.add("branch_links", mass.link_words / mass.words.max(1.0));
        row.add("branch_words", log(mass.words));
        row.add("branch_blocks", log(mass.blocks));
        row.add("branch_best", mass.best);
        let order = match (child, self.heaviest) {
            (Some(a), Some(b)) => f32::from(a.cmp(&b) as i8),
            _ => 2.0,
        };
        row.add("branch_order", order);
        let kin = child.and_then(|c| self.kin.get(&(self.containers.get(c).parent, self.containers.get(c).signature)));
        row.add("branch_kin", log(kin.map_or(0.0, |k| k.count)));
        row.add("branch_kin_density", kin.map_or(-1.0, |k| k.mass.density()));
    }

    /// The list of like items that the passage stands in, if any.
    fn list(&self, row: &mut Row, one: &Seen) {
        let of = |c: ContainerId| self.kin.get(&(self.containers.get(c).parent, self.containers.get(c).signature)).map(|k| (c, k));
        let widest = self.containers.path(one.passage.container).take(LEVELS).filter_map(of).filter(|(_, k)| k.count >= 3.0).max_by(|a, b| a.1.count.total_cmp(&b.1.count));
        let kin = widest.map(|w| *w.1).unwrap_or_default();
        let item = widest.map_or(Mass::default(), |(c, _)| self.masses[c.0 as usize]);
        row.add("kin_count", log(kin.count));
        row.add("kin_density", if widest.is_some() { kin.mass.density() } else { -1.0 });
        row.add("kin_links", kin.mass.link_words / kin.mass.words.max(1.0));
        row.add("kin_words", log(kin.mass.words / kin.count.max(1.0)));
        row.add("kin_share", kin.mass.mass / self.total.mass.max(1.0));
        row.add("kin_with_mass", kin.with_mass / kin.count.max(1.0));
        row.add("kin_blocks", log(kin.mass.blocks / kin.count.max(1.0)));
        row.add("item_density", item.density());
        row.add("item_words", log(item.words));
    }

    fn whole(&self, row: &mut Row, i: usize) {
        let (share, long) = self.topic.share(i, &self.seen[i]);
        row.add("topic_share", share);
        row.add("topic_words", log(long));
        row.add("since_sure", log(self.since_sure[i]));
        row.add("until_sure", log(self.until_sure[i]));
        row.add("relateds", self.relateds[i].min(9.0));
        row.add("page_templates", log(self.overall.templates));
        row.add("page_template_share", self.overall.template_share);
        row.add("page_widest_path", self.overall.widest_path);
        row.add("page_headings", log(self.overall.headings));
        row.add("page_times", log(self.overall.times));
        row.add("page_linked_share", self.overall.linked_share);
        row.add("page_links", self.total.link_words / self.total.words.max(1.0));
        row.add("page_comments", self.overall.comments);
        row.add("page_sure", log(self.overall.sure));
        row.add("page_run", log(self.overall.longest_run));
        row.add("page_good", log(self.total.good));
        let main = self.main.map_or(Mass::default(), |m| self.masses[m.0 as usize]);
        row.add("main_density", main.density());
        row.add("main_links", main.link_words / main.words.max(1.0));
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

/// What a heading over other articles says.
const OTHERS: Wording = Wording::RELATED_HEADING.union(Wording::MOST_READ).union(Wording::READ_ALSO);

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

//! What the second decision knows of the page beyond a passage's neighbours: lists of like items, parts of the main container, what
//! the page as a whole is like.

use super::features::{Row, log};
use super::mass::{Mass, Overall};
use super::page::{LEVELS, Page, Seen};
use crate::block::Content;
use crate::container::{ContainerId, Hints};
use crate::lexicon::wording::Wording;

/// Passages in one place of a template that make it a list.
const LIST: f32 = 5.0;
/// First probability of a passage that is hardly in doubt.
const SURE: f32 = 0.8;

/// What a heading over other articles says.
const OTHERS: Wording = Wording::RELATED_HEADING.union(Wording::MOST_READ).union(Wording::READ_ALSO);

impl Page<'_> {
    pub(super) fn gather_kin(&mut self) {
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

    pub(super) fn gather_sure(&mut self) {
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

    pub(super) fn look_over(&self) -> Overall {
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

    /// The part of the main container that the passage stands in.
    pub(super) fn branch(&self, row: &mut Row, i: usize) {
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
    pub(super) fn list(&self, row: &mut Row, one: &Seen) {
        let of = |c: ContainerId| self.kin.get(&(self.containers.get(c).parent, self.containers.get(c).signature)).map(|k| (c, k));
        let widest = self
            .containers
            .path(one.passage.container)
            .take(LEVELS)
            .filter_map(of)
            .filter(|(_, k)| k.count >= 3.0)
            .max_by(|a, b| a.1.count.total_cmp(&b.1.count));
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

    pub(super) fn whole(&self, row: &mut Row, i: usize) {
        let (share, long) = self.topic.share(&self.seen[i]);
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
}

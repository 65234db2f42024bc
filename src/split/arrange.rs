//! Judged and placed passages → what stands in the main article, in order, and what was cut and why.

use super::{
    Page, Parts, Place, amid, boxed, colophon, companion, echo, entry, facts, heading, ingredients, list, note, picture, repetition,
    section, slot, stamp,
};
use crate::block::Content;
use crate::container::{ContainerId, Hints};
use crate::hash::{self, Map, Set};
use crate::label::Reason;
use crate::lexicon::letters;
use crate::lexicon::wording::Wording;
use crate::passage::Judged;
use crate::rank;

/// Probability from which a passage counts as text.
pub(super) const KEEP: f32 = 0.5;
/// The same under a heading that says its section is not the article's, and outside the one of like texts that is the main article.
pub(super) const SECTION_KEEP: f32 = 0.75;
/// Words; with less text the page's best guess is taken.
const MIN_ARTICLE: f32 = 20.0;
/// Share of words in common with the page's title.
pub(super) const SAME_TITLE: f32 = 0.7;
/// Words of the first passage that is sure to be text; shorter ones head it.
pub(super) const MIN_FIRST: f32 = 10.0;
/// Passages of text after which no more by-line is expected.
const HEAD_LENGTH: usize = 3;
/// Words; shorter texts may well stand twice.
const MIN_DUPLICATE: f32 = 8.0;
/// Probability of a paragraph that is hardly part of a page's foot.
pub(super) const LIKELY: f32 = 0.65;
/// Share of characters in links: a paragraph has fewer, a line of them above a title more.
const MAX_LINKED: f32 = 0.4;
/// Links of a menu in one line.
const MIN_MENU: u32 = 2;
/// Paragraphs of a text that has a foot below it.
pub(super) const MIN_PARAGRAPHS: usize = 3;

/// The main article, and what is in none.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    /// The main article's passages, in order.
    pub(crate) main: Vec<usize>,
    /// What was cut: passage, reason, rule.
    pub(crate) cut: Vec<(usize, Reason, &'static str)>,
    /// Passages that hold the title, by-line, date or source of the main article.
    pub(crate) head: Vec<usize>,
    /// No passage was likely; these are the likeliest.
    pub(crate) is_guess: bool,
    /// How the lines are made that say when an entry was written, where the page is a list of them.
    pub(crate) entries: Set<u64>,
    /// So many passages were decided before: none of them is cut or brought back any more.
    pub(super) settled: usize,
}

/// Decides the main article.
///
/// `settled` says of the first passages whether they are in it: that was decided before.
pub(crate) fn arrange(judged: &[Judged<'_>], parts: &Parts, page: &Page<'_>, settled: &[bool]) -> Plan {
    let mut plan = Plan { settled: settled.len(), entries: entry::find(judged, page), ..Plan::default() };
    let threshold = threshold(judged, parts, &mut plan);
    let is_first = |i: usize| {
        let one = &judged[i];
        in_main(parts, i) && one.probability >= threshold && one.traits().words >= MIN_FIRST && !in_dialog(one, page)
    };
    let start = (0..judged.len()).find(|&i| is_first(i)).unwrap_or(0);
    let is_last = |i: &usize| {
        let one = &judged[*i];
        in_main(parts, *i) && one.section.is_none() && one.probability >= LIKELY && one.traits().ends_sentence_in_full()
    };
    let last = (0..judged.len()).rev().find(is_last).unwrap_or(0);
    let is_digest = parts.is_digest();
    let title =
        (0..judged.len()).find(|&i| in_main(parts, i) && judged[i].is_heading() && judged[i].title_likeness >= SAME_TITLE).unwrap_or(0);
    let main_text = parts.main_text(judged).unwrap_or(0..judged.len());
    let end = if page.is_thread() { judged.len() } else { foot(judged, parts) };
    let least = |i: usize| if main_text.contains(&i) && i < end { threshold } else { threshold.max(SECTION_KEEP) };
    let titles: Set<usize> = parts.titles.iter().copied().collect();
    let mut texts: Map<u64, Row> = Map::default();
    let mut text_count = 0;
    for (i, one) in judged.iter().enumerate() {
        let fate = match parts.places[i] {
            _ if settled.get(i) == Some(&true) => None,
            Place::Body(_) => continue,
            Place::Head(_) => one.cut.or(Some((Reason::Related, "split/card"))),
            Place::Label => Some((Reason::Related, "split/label")),
            Place::Entry => Some((Reason::Navigation, "split/contents")),
            Place::Sponsored => Some((Reason::Advertisement, "split/sponsored")),
            Place::Main if titles.contains(&i) && !is_visual(one) => {
                plan.head.push(i);
                Some((Reason::Metadata, "head/title"))
            }
            Place::Main => {
                fate(i, judged, parts, page, &mut plan, Progress { threshold: least(i), start, last, title, text_count, is_digest })
                    .or_else(|| (settled.get(i) == Some(&false)).then(|| (reason_of(one, page), "model/first")))
            }
        };
        let fate = fate.or_else(|| {
            if settled.get(i).is_some() {
                texts.entry(hash::of(one.text.trim())).or_insert_with(|| row(one, page));
                return None;
            }
            if one.traits().words < MIN_DUPLICATE || one.is_picture() {
                return None;
            }
            // A page that prints a text twice, for two layouts, does so in two places; siblings that say the same are meant.
            let place = row(one, page);
            let is_second = *texts.entry(hash::of(one.text.trim())).or_insert(place) != place;
            is_second.then_some((Reason::Duplicate, repetition::DUPLICATE))
        });
        match fate {
            Some((reason, rule)) => plan.cut.push((i, reason, rule)),
            None => {
                text_count += usize::from(one.traits().words >= 10.0 && !in_dialog(one, page));
                plan.main.push(i);
            }
        }
    }
    repetition::settle(judged, page, &mut plan);
    boxes(judged, page, &mut plan);
    companions(judged, page, &mut plan);
    echoes(judged, page, &mut plan);
    list::whole(judged, parts, page, &mut plan);
    slot::settle(judged, parts, page, &mut plan);
    list::leave(judged, page, &mut plan);
    heading::over_text(judged, parts, page, &mut plan);
    plan.cut_out(list::numbers(judged, &plan.main), Reason::Decoration, "list/numbers");
    pictures(judged, parts, page, &mut plan);
    captions(judged, page, &mut plan);
    // After pictures, which lead the text as it was without.
    let kept = plan.main.iter().copied().collect();
    plan.bring_back(companion::described(judged, &plan.head, &kept, &plan.cut_by_model(), page).into_iter().collect());
    heading::over_jumps(judged, &mut plan);
    heading::over_nothing(judged, page, &mut plan);
    plan.cut_out(colophon::address(judged, &plan, page), Reason::Metadata, "tail/address");
    plan.cut_out(colophon::author(judged, &plan), Reason::About, "tail/author");
    heading::over_lead(judged, &mut plan);
    rank::sort(&mut plan.cut, |c| c.0 as u64);
    plan
}

impl Plan {
    /// What the model cut and is not settled.
    fn cut_by_model(&self) -> Set<usize> {
        self.cut.iter().filter(|(i, _, rule)| *i >= self.settled && rule.starts_with("model/")).map(|(i, ..)| *i).collect()
    }

    /// Brings passages back that were cut; `found` is in order.
    pub(super) fn bring_back(&mut self, mut found: Vec<usize>) {
        found.retain(|i| *i >= self.settled);
        self.cut.retain(|(i, ..)| found.binary_search(i).is_err());
        self.main.extend(found);
        rank::sort(&mut self.main, |&i| i as u64);
    }

    /// Cuts passages of the main article; `found` is in order.
    pub(super) fn cut_out(&mut self, mut found: Vec<usize>, reason: Reason, rule: &'static str) {
        found.retain(|i| *i >= self.settled);
        self.main.retain(|i| found.binary_search(i).is_err());
        self.cut.extend(found.into_iter().map(|i| (i, reason, rule)));
    }

    /// The main article's first passage that is no picture.
    pub(crate) fn start(&self, judged: &[Judged<'_>]) -> usize {
        self.main.iter().copied().find(|&i| !is_visual(&judged[i])).unwrap_or(0)
    }

    /// The main article's last passage, while it may be cut.
    pub(super) fn last(&self) -> Option<usize> {
        self.main.last().copied().filter(|last| *last >= self.settled)
    }

    /// Whether a heading that may be cut stands right over that passage, and is not all else that there is.
    pub(super) fn heads_last(&self, judged: &[Judged<'_>]) -> bool {
        let above = self.main.len().checked_sub(2).filter(|above| *above > 0).map(|above| self.main[above]);
        above.is_some_and(|above| above >= self.settled && judged[above].is_heading())
    }

    /// Cuts that passage.
    pub(super) fn cut_last(&mut self, rule: &'static str) {
        self.cut.extend(self.main.pop().map(|last| (last, Reason::Boilerplate, rule)));
    }

    /// Takes headings out of the text's beginning that only say the title again, however little it is like the page's whole title.
    pub(crate) fn say_title_once(&mut self, judged: &[Judged<'_>], title: &str) {
        let title = letters(title);
        // A kicker over the headline, where the title says both: "Harbour: Ferry runs again".
        let headline = |i: usize| judged.get(i + 1).filter(|_| self.head.contains(&(i + 1))).map(|next| letters(&next.text));
        let is_kicker = |i: usize, own: &str| headline(i).is_some_and(|headline| title.strip_prefix(own) == Some(&headline));
        let is_title = |i: usize| {
            let own = letters(&judged[i].text);
            i >= self.settled && judged[i].is_heading() && (own == title || is_kicker(i, &own))
        };
        let again = self.main.iter().take_while(|i| is_title(**i)).count();
        self.cut.extend(self.main.drain(..again).map(|i| (i, Reason::Metadata, "head/title")));
        rank::sort(&mut self.cut, |c| c.0 as u64);
    }
}

/// What is known when a passage's turn comes.
#[derive(Clone, Copy)]
pub(super) struct Progress {
    /// From here on a passage is text.
    pub(super) threshold: f32,
    /// The first passage that is likely text.
    pub(super) start: usize,
    /// The last that is likely a paragraph of it, and in no section that is another's.
    pub(super) last: usize,
    /// The page's title; 0 where no heading says it.
    pub(super) title: usize,
    /// Passages of text so far.
    pub(super) text_count: usize,
    /// The page's other stories say publisher and author in one line.
    pub(super) is_digest: bool,
}

/// Where a passage stands among others of its make: the same for the paragraphs of a section, and for those of sections side by side.
type Row = (Option<ContainerId>, Option<u32>, u32);

fn row(one: &Judged<'_>, page: &Page<'_>) -> Row {
    let own = page.containers.get(one.passage.container);
    let parent = own.parent.map(|p| page.containers.get(p));
    (parent.and_then(|p| p.parent), parent.map(|p| p.signature), own.signature)
}

/// Where the page's foot begins: with the label over other articles behind which no paragraph is likely any more.
fn foot(judged: &[Judged<'_>], parts: &Parts) -> usize {
    let is_paragraph = |i: &usize| {
        let one = &judged[*i];
        let is_prose = one.traits().ends_sentence_in_full() && one.traits().link_density() <= MAX_LINKED;
        in_main(parts, *i) && one.probability >= LIKELY && is_prose
    };
    let paragraphs: Vec<usize> = (0..judged.len()).filter(is_paragraph).collect();
    let Some(last) = paragraphs.last().filter(|_| paragraphs.len() >= MIN_PARAGRAPHS) else { return judged.len() };
    (last + 1..judged.len()).find(|&i| parts.places[i] == Place::Label).unwrap_or(judged.len())
}

/// Where a passage stands and how its element is made: the same for the paragraphs of one text.
pub(super) fn make_in_element(one: &Judged<'_>, page: &Page<'_>) -> (Option<ContainerId>, u32) {
    let own = page.containers.get(one.passage.container);
    (own.parent, own.signature)
}

/// Texts of a dialog stand before the page's title as often as not.
fn in_dialog(one: &Judged<'_>, page: &Page<'_>) -> bool {
    page.containers.get(one.passage.container).distance(Hints::MODAL | Hints::CONSENT) < 4
}

pub(super) fn in_main(parts: &Parts, i: usize) -> bool {
    parts.places[i] == Place::Main
}

/// The probability to keep a passage at: lower where nothing on the page is likely.
fn threshold(judged: &[Judged<'_>], parts: &Parts, plan: &mut Plan) -> f32 {
    let words = |t: f32| -> f32 {
        let kept =
            judged.iter().enumerate().filter(|(i, j)| in_main(parts, *i) && j.cut.is_none() && j.probability >= t && !j.is_picture());
        kept.map(|(_, j)| j.traits().words).sum()
    };
    for t in [KEEP, 0.3, 0.15, 0.05] {
        if words(t) >= MIN_ARTICLE {
            plan.is_guess = t < KEEP;
            return t;
        }
    }
    plan.is_guess = true;
    0.0
}

/// Why a passage is cut, if it is.
fn fate(i: usize, judged: &[Judged<'_>], parts: &Parts, page: &Page<'_>, plan: &mut Plan, at: Progress) -> Option<(Reason, &'static str)> {
    let one = &judged[i];
    if is_visual(one) {
        // Decided by where the text is.
        return Some((Reason::Decoration, "picture/outside"));
    }
    let is_top = at.text_count < HEAD_LENGTH;
    let is_first_level = matches!(one.passage.block.content, Content::Heading { level: 1, .. });
    let is_title =
        (one.title_likeness >= SAME_TITLE || is_first_level && one.title_likeness >= 0.5) && (one.is_heading() || i <= at.start) && is_top;
    // Over a text in which nothing is a heading.
    let is_title = is_title || is_top && i <= at.start && one.traits().link_chars == 0 && page.says(&one.text);
    let above = i.checked_sub(1).filter(|above| plan.head.last() == Some(above)).map(|above| &judged[above]);
    let is_again = || above.is_some_and(|title| !one.text.trim().is_empty() && letters(&title.text) == letters(&one.text));
    if is_title || is_again() {
        plan.head.push(i);
        return Some((Reason::Metadata, "head/title"));
    }
    // A post's head may be called a signature.
    if let Some(cut) = one.cut.filter(|cut| cut.0 != Reason::About || !parts.thread.is_head(i)).or_else(|| parts.thread.parts[i]?.cut()) {
        return Some(cut);
    }
    if parts.thread.parts[i].is_some_and(|part| part.stays(one)) {
        return None;
    }
    if is_top && !plan.entries.contains(&entry::make(one, page)) && stamp::is_one(i, judged, parts, page, above, at) {
        plan.head.push(i);
        return Some((Reason::Metadata, "head/line"));
    }
    if i < at.title && one.traits().links >= MIN_MENU && one.traits().link_density() > MAX_LINKED {
        return Some((Reason::Navigation, "links/above-title"));
    }
    if let Some(reason) = one.section.filter(|reason| section::cuts(i, judged, *reason, page, at)) {
        return Some((reason, "section"));
    }
    (one.probability < at.threshold && !parts.texts.contains(&i)).then(|| (reason_of(one, page), "model/page"))
}

pub(super) fn is_visual(one: &Judged<'_>) -> bool {
    one.passage.block.content.is_visual()
}

/// What the words say that a passage is.
const BY_WORDING: [(Wording, Reason); 6] = [
    (Wording::AD_LABEL.union(Wording::SPONSORED), Reason::Advertisement),
    (Wording::APP.union(Wording::DONATE), Reason::Promotion),
    (Wording::NEWSLETTER, Reason::Newsletter),
    (Wording::COMMENT, Reason::Comments),
    (Wording::SHARE.union(Wording::FOLLOW), Reason::Share),
    (Wording::CONSENT, Reason::Consent),
];

/// What a passage that the model cut most likely is, by where it stands.
fn reason_of(one: &Judged<'_>, page: &Page<'_>) -> Reason {
    if let Some((_, reason)) = BY_WORDING.iter().find(|(wording, _)| one.reading.starts.intersects(*wording)) {
        return *reason;
    }
    let container = page.containers.get(one.passage.container);
    let by_place = [
        (Hints::COMMENT, Reason::Comments),
        (Hints::NEWSLETTER, Reason::Newsletter),
        (Hints::CONSENT, Reason::Consent),
        (Hints::SHARE, Reason::Share),
        (Hints::ADVERT.union(Hints::SPONSORED), Reason::Advertisement),
        (Hints::PROMO, Reason::Promotion),
        (Hints::RELATED, Reason::Related),
        (Hints::NAVIGATION.union(Hints::TAGS), Reason::Navigation),
        (Hints::AUTHOR, Reason::About),
        (Hints::FOOTER, Reason::Legal),
    ];
    let nearest = by_place.iter().map(|(h, r)| (container.distance(*h), *r)).filter(|(d, _)| *d < 6).min_by_key(|(d, _)| *d);
    match nearest {
        Some((_, reason)) => reason,
        None if one.traits().link_density() > 0.6 => Reason::Navigation,
        None => Reason::Boilerplate,
    }
}

/// Cuts what stands in a box with what was cut.
fn boxes(judged: &[Judged<'_>], page: &Page<'_>, plan: &mut Plan) {
    let mut found: Vec<_> = boxed::find(judged, &plan.main, &plan.cut, page).into_iter().filter(|(i, _)| *i >= plan.settled).collect();
    rank::sort(&mut found, |f| f.0 as u64);
    let is_other = |i: &usize| found.binary_search_by_key(i, |f| f.0).is_err();
    plan.main.retain(is_other);
    plan.cut.retain(|(i, ..)| is_other(i));
    plan.cut.extend(found.into_iter().map(|(i, reason)| (i, reason, "box/whole")));
}

/// Brings back the lists, tables and notes of the text that the model cut.
fn companions(judged: &[Judged<'_>], page: &Page<'_>, plan: &mut Plan) {
    let mut kept: Set<usize> = plan.main.iter().copied().collect();
    let cut = plan.cut_by_model();
    let mut found = companion::headings(judged, &kept, &cut, page);
    kept.extend(found.iter().copied());
    found.extend(companion::find(judged, &kept, &cut, page));
    kept.extend(found.iter().copied());
    found.extend(companion::openings(judged, &kept, &cut));
    found.extend(companion::times(judged, &kept, &cut));
    found.extend(companion::standfirst(judged, &plan.head, &kept, &cut, page));
    found.extend(companion::questions(judged, &kept, &cut, page));
    found.extend(companion::sentences(judged, &kept, &cut, page));
    found.extend(companion::links(judged, &kept, &cut, page));
    found.extend(facts::find(judged, &kept, &cut, page));
    found.extend(facts::specifications(judged, plan, page));
    found.extend(note::find(judged, &kept, &cut));
    found.extend(ingredients::find(judged, &kept, &cut, page));
    found.extend(amid::find(judged, &kept, plan, page));
    rank::sort(&mut found, |&i| i as u64);
    found.dedup();
    plan.bring_back(found);
}

/// Brings back the captions of what is kept.
fn captions(judged: &[Judged<'_>], page: &Page<'_>, plan: &mut Plan) {
    let mut found = companion::captions(judged, &plan.main.iter().copied().collect(), &plan.cut_by_model(), page);
    rank::sort(&mut found, |&i| i as u64);
    plan.bring_back(found);
}

/// Cuts what only says again what the text says.
fn echoes(judged: &[Judged<'_>], page: &Page<'_>, plan: &mut Plan) {
    plan.cut_out(echo::find(judged, &plan.main, page), Reason::Duplicate, "duplicate/pull-quote");
    plan.cut_out(echo::languages(judged, &plan.main), Reason::Decoration, "code/language");
}

/// Keeps pictures and embeds that stand in or right at the text, in its element.
fn pictures(judged: &[Judged<'_>], parts: &Parts, page: &Page<'_>, plan: &mut Plan) {
    plan.bring_back(picture::find(judged, parts, page, plan));
}

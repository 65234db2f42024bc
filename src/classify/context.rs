//! What a passage's place says of it, from what came before: the first decision, with no look-ahead.

use super::features::{Row, log};
use super::overlap::{Runs, likeness, words};
use crate::block::{Content, FrameKind};
use crate::container::{ContainerId, Containers, FAMILIES, FAR, Hints};
use crate::lexicon::wording::{self, Reading, Wording};
use crate::passage::{Passage, Role};
use crate::tag::Tag;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Words; a block of running text has at least this many.
const GOOD_WORDS: f32 = 20.0;
/// Share of characters in links; running text has less.
const GOOD_LINK_DENSITY: f32 = 0.35;
/// Containers above a block that are looked at.
const LEVELS: usize = 5;

/// What the page says of its article before the article comes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clues {
    titles: Vec<Vec<String>>,
    description: Runs,
    body: Runs,
    /// 1: the page calls itself an article; -1: something else; 0: nothing known.
    kind: f32,
}

impl Clues {
    /// From title candidates, description, the article's text in JSON-LD, and whether the page calls itself an article.
    pub(crate) fn new(titles: &[&str], description: Option<&str>, body: Option<&str>, is_article: Option<bool>) -> Self {
        Self {
            titles: titles.iter().map(|t| words(t)).filter(|w| !w.is_empty()).collect(),
            description: description.map(|d| Runs::of(d, 3)).unwrap_or_default(),
            body: body.map(|b| Runs::of(b, 3)).unwrap_or_default(),
            kind: is_article.map_or(0.0, |a| if a { 1.0 } else { -1.0 }),
        }
    }

    /// How alike a text is to the likeliest title, 0 to 1.
    pub(crate) fn title_likeness(&self, text: &[String]) -> f32 {
        self.titles.iter().map(|t| likeness(t, text)).fold(0.0, f32::max)
    }
}

/// What is known of a passage when it arrives; kept for the second decision.
#[derive(Clone, Debug)]
pub(crate) struct Glance {
    pub(crate) row: Vec<f32>,
    pub(crate) reading: Reading,
    pub(crate) title_likeness: f32,
    /// Same for passages in the same place of a repeated template.
    pub(crate) path_signature: u64,
    /// Same for passages with the same words.
    pub(crate) text_hash: u64,
    pub(crate) good: bool,
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
    siblings: HashMap<(Option<ContainerId>, u32), u32>,
    paths: HashMap<u64, u32>,
    texts: HashMap<u64, u32>,
    leader: Option<ContainerId>,
    count: f32,
    words: f32,
    good: f32,
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
            siblings: HashMap::new(),
            paths: HashMap::new(),
            texts: HashMap::new(),
            leader: None,
            count: 0.0,
            words: 0.0,
            good: 0.0,
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

    /// Whether the page has shown several blocks of running text.
    pub(crate) fn has_text(&self) -> bool {
        self.good >= 3.0
    }

    pub(crate) fn clues(&self) -> &Clues {
        &self.clues
    }

    /// Looks at a passage and remembers it for those that follow.
    pub(crate) fn glance(&mut self, passage: &Passage, containers: &Containers) -> Glance {
        let text = passage.text();
        let reading = wording::read(&text);
        let tokens = words(&text);
        let title_likeness = self.clues.title_likeness(&tokens);
        self.register(containers);
        let path_signature = path_signature(passage, containers);
        let text_hash = hash(&tokens);
        let good = is_good(passage);
        let mut row = Row { values: Vec::with_capacity(160), names: self.named.then(Vec::new) };
        own(&mut row, passage, &reading, &text);
        place(&mut row, passage, containers);
        row.add("title_likeness", title_likeness);
        row.add("title_share", self.clues.titles.iter().map(|t| Runs::of(&t.join(" "), 2).share(&tokens)).fold(0.0, f32::max));
        row.add("description_share", self.clues.description.share(&tokens));
        row.add("body_share", if self.clues.body.is_empty() { -1.0 } else { self.clues.body.share(&tokens) });
        row.add("page_kind", self.clues.kind);
        self.past(&mut row, passage, containers, path_signature, text_hash);
        self.remember(passage, containers, &Past { good, path_signature, text_hash, title_likeness, reading });
        if self.names.is_none() {
            self.names = row.names.take();
        }
        Glance { row: row.values, reading, title_likeness, path_signature, text_hash, good }
    }

    /// Counts siblings of the same signature as their containers come to be known.
    fn register(&mut self, containers: &Containers) {
        for id in self.known_containers..containers.len() {
            let container = containers.get(ContainerId(id as u32));
            *self.siblings.entry((container.parent, container.signature)).or_default() += 1;
        }
        self.known_containers = containers.len();
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
            self.last_good = Some((passage.container, past.path_signature));
            self.blocks_since_good = 0.0;
            self.words_since_good = 0.0;
        }
        self.heading.blocks_since += 1.0;
        let mut level = 0.0;
        if let Content::Heading { level: l, .. } = passage.block.content {
            level = f32::from(l);
            let related = past.reading.starts.intersects(Wording::RELATED_HEADING | Wording::MOST_READ | Wording::READ_ALSO);
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

const HINT_NAMES: [&str; FAMILIES] = [
    "d_content", "d_comment", "d_related", "d_navigation", "d_share", "d_promo", "d_advert", "d_meta", "d_caption", "d_footer",
    "d_header", "d_sidebar", "d_newsletter", "d_consent", "d_paywall", "d_hidden", "d_card", "d_tags", "d_lede", "d_author",
    "d_modal", "d_widget", "d_credit", "d_title", "d_body", "d_form", "d_aside", "d_article", "d_main", "d_list", "d_quote",
    "d_sponsored",
];

fn own(row: &mut Row, passage: &Passage, reading: &Reading, text: &str) {
    let t = &passage.traits;
    let words = t.words.max(0.5);
    row.add("words", log(t.words));
    row.add("chars", log(t.chars as f32));
    row.add("link_density", t.link_density());
    row.add("links", log(t.links as f32));
    row.add("words_per_link", if t.links == 0 { -1.0 } else { log(words / t.links as f32) });
    row.add("commas", log(t.commas as f32));
    row.add("comma_share", t.commas as f32 / words);
    row.add("sentence_ends", log(t.sentence_ends as f32));
    row.flag("ends_sentence", t.ends_sentence);
    row.add("stop_share", t.stop_words as f32 / words);
    row.add("digit_share", t.digits as f32 / t.chars.max(1) as f32);
    row.add("capital_share", t.capitalised as f32 / words);
    row.add("caps_share", t.all_caps as f32 / words);
    row.add("word_length", t.chars as f32 / words);
    row.add("bold_share", t.bold_share());
    row.add("breaks", log(t.breaks as f32));
    row.add("images", log(t.images as f32));
    row.add("control_share", t.control_chars as f32 / t.chars.max(1) as f32);
    row.flag("has_time", t.time.is_some());
    let (kind, level) = match &passage.block.content {
        Content::Heading { level, .. } => (1.0, f32::from(*level)),
        Content::Paragraph(_) => (0.0, 0.0),
        Content::Figure(_) => (2.0, 0.0),
        Content::Table(_) => (3.0, 0.0),
        Content::Code { .. } => (4.0, 0.0),
        Content::Embed(_) => (5.0, 0.0),
        Content::Math(_) => (6.0, 0.0),
        Content::Rule => (7.0, 0.0),
    };
    row.add("kind", kind);
    row.add("level", level);
    row.add("role", match t.role { Role::Text => 0.0, Role::Caption => 1.0, Role::Item => 2.0, Role::Control => 3.0 });
    let frames = &passage.block.frames;
    row.add("lists", frames.iter().filter(|f| matches!(f.kind, FrameKind::Item { .. })).count() as f32);
    row.flag("numbered", frames.iter().any(|f| matches!(f.kind, FrameKind::NumberedList { .. })));
    row.flag("quoted", frames.iter().any(|f| f.kind == FrameKind::Quote));
    let first = text.trim_start().chars().next();
    row.flag("starts_lower", first.is_some_and(char::is_lowercase));
    row.flag("starts_other", first.is_some_and(|c| !c.is_alphanumeric()));
    row.flag("ends_colon", text.trim_end().ends_with([':', '：']));
    row.flag("has_address", text.contains("http") || text.contains("www.") || text.contains('@'));
    row.flag("has_bar", text.contains(['|', '•', '·', '›', '»', '/']));
    wordings(row, reading);
    for (name, hints) in INLINE_HINTS {
        row.flag(name, t.hints.intersects(*hints));
    }
}

const INLINE_HINTS: &[(&str, Hints)] = &[
    ("i_meta", Hints::META.union(Hints::AUTHOR)),
    ("i_share", Hints::SHARE),
    ("i_tags", Hints::TAGS),
    ("i_caption", Hints::CAPTION.union(Hints::CREDIT)),
    ("i_hidden", Hints::HIDDEN),
    ("i_title", Hints::TITLE),
];

/// Families of wording, grouped where one alone is rare.
const WORDINGS: &[(&str, Wording)] = &[
    ("w_related", Wording::RELATED_HEADING.union(Wording::READ_ALSO).union(Wording::MOST_READ)),
    ("w_ad", Wording::AD_LABEL.union(Wording::SPONSORED)),
    ("w_letter", Wording::NEWSLETTER.union(Wording::SUBSCRIBE)),
    ("w_account", Wording::ACCOUNT.union(Wording::PAYWALL).union(Wording::DONATE)),
    ("w_app", Wording::APP),
    ("w_share", Wording::SHARE.union(Wording::FOLLOW).union(Wording::LISTEN_PRINT)),
    ("w_consent", Wording::CONSENT),
    ("w_comment", Wording::COMMENT.union(Wording::POLL)),
    ("w_legal", Wording::COPYRIGHT.union(Wording::LEGAL).union(Wording::CONTACT)),
    ("w_tags", Wording::TAGS),
    ("w_author", Wording::AUTHOR_BIO),
    ("w_published", Wording::PUBLISHED.union(Wording::READING_TIME)),
    ("w_more", Wording::READ_MORE),
    ("w_nav", Wording::NAVIGATION.union(Wording::SEARCH).union(Wording::NEXT_PREVIOUS).union(Wording::CONTENTS)),
    ("w_credit", Wording::CREDIT),
    ("w_correction", Wording::CORRECTION),
];

fn wordings(row: &mut Row, reading: &Reading) {
    for (name, family) in WORDINGS {
        // 3: nothing but the phrase; 2: begins with it; 1: holds it.
        let grade = match () {
            () if reading.whole.intersects(*family) => 3.0,
            () if reading.starts.intersects(*family) => 2.0,
            () if reading.contains.intersects(*family) => 1.0,
            () => 0.0,
        };
        row.add(name, grade);
    }
}

fn place(row: &mut Row, passage: &Passage, containers: &Containers) {
    let container = containers.get(passage.container);
    row.add("depth", f32::from(container.depth));
    row.add("tag", tag_class(container.tag));
    for (name, distance) in HINT_NAMES.iter().zip(container.nearest) {
        row.add(name, f32::from(distance));
    }
    let linked = containers.path(passage.container).position(|c| containers.get(c).href.is_some());
    row.add("d_link", linked.map_or(f32::from(FAR), |d| (d as f32).min(f32::from(FAR))));
}

/// Elements by what they mostly hold; an order that trees can cut.
fn tag_class(tag: Tag) -> f32 {
    match tag {
        Tag::P => 0.0,
        Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => 1.0,
        Tag::Blockquote | Tag::Pre | Tag::Figure | Tag::Dd | Tag::Dt => 2.0,
        Tag::Td | Tag::Th | Tag::Table => 3.0,
        Tag::Article | Tag::Main | Tag::Section | Tag::Body => 4.0,
        Tag::Div | Tag::Center => 5.0,
        Tag::Li => 6.0,
        Tag::A | Tag::Other => 7.0,
        Tag::Form | Tag::Fieldset | Tag::Label => 8.0,
        _ => 9.0,
    }
}

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
    let mut hasher = DefaultHasher::new();
    for id in containers.path(passage.container).take(4) {
        containers.get(id).signature.hash(&mut hasher);
    }
    std::mem::discriminant(&passage.block.content).hash(&mut hasher);
    hasher.finish()
}

fn hash(tokens: &[String]) -> u64 {
    let mut hasher = DefaultHasher::new();
    tokens.hash(&mut hasher);
    hasher.finish()
}

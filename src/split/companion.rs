//! Lists, tables and code that stand between an article's paragraphs are the article's, however little their words look like it.

use super::arrange::{LIKELY, SAME_TITLE, make_in_element};
use super::{Page, heading};
use crate::block::{Content, Frame, FrameKind};
use crate::container::{ContainerId, Hints};
use crate::date;
use crate::hash::{Map, Set};
use crate::lexicon;
use crate::lexicon::wording::Wording;
use crate::passage::Judged;
use crate::rank;
use crate::tag::Tag;

/// Passages between a structure and the paragraph that it belongs to: a heading, a picture.
const REACH: usize = 2;
/// Probability; a heading that is less likely heads something else.
const MIN_HEADING: f32 = 0.08;
/// Passages that a section before the heading may end in after its last paragraph: a list, a picture.
const SECTION: usize = 8;
/// Passages from a heading to its first paragraph, a picture and its captions between them.
const HEADED: usize = 6;
/// Share of characters in links; lists with more lead elsewhere.
pub(super) const MAX_LINKED: f32 = 0.3;
/// Probability; a sentence between two of the text's that is less likely interrupts them.
const MIN_SENTENCE: f32 = 0.2;
/// Words of the sentence below a title.
const MIN_STANDFIRST: f32 = 8.0;
/// The same of one that is called so.
const MIN_CALLED: f32 = 5.0;
/// Words of a line that says whom a quotation is from.
const MAX_QUOTED: f32 = 12.0;
/// What asks for something.
pub(super) const PROMPTS: Wording = Wording::NEWSLETTER
    .union(Wording::SUBSCRIBE)
    .union(Wording::ACCOUNT)
    .union(Wording::APP)
    .union(Wording::PAYWALL)
    .union(Wording::DONATE)
    .union(Wording::FOLLOW)
    .union(Wording::COMMENT)
    .union(Wording::READ_ALSO)
    .union(Wording::SPONSORED)
    .union(Wording::CONSENT);
/// Words of a question, and how many of one make a page has whose questions fold.
const MIN_QUESTION: f32 = 3.0;
const MIN_QUESTIONS: usize = 2;
/// Elements around code or a table, up to the one that the text is in too.
const WRAPPERS: usize = 3;
/// Times over entries, at least.
const MIN_TIMES: usize = 3;
/// Elements; names of those further away say little of a passage.
const CLOSE: u8 = 4;
/// What is named so is not the text's, wherever it stands.
const FURNITURE: Hints = Hints::NAVIGATION
    .union(Hints::FOOTER)
    .union(Hints::COMMENT)
    .union(Hints::RELATED)
    .union(Hints::ADVERT)
    .union(Hints::SHARE)
    .union(Hints::TAGS)
    .union(Hints::META)
    .union(Hints::NEWSLETTER);

/// A structure that lies whole in one element.
struct Structure {
    first: usize,
    /// One behind its last passage.
    end: usize,
    /// The element around it; none in a page without any.
    home: Option<ContainerId>,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    List,
    Table,
    Code,
}

impl Kind {
    /// Of what is a structure by itself; a list is made of several blocks.
    fn of(content: &Content) -> Option<Self> {
        match content {
            Content::Table(_) => Some(Self::Table),
            Content::Code { .. } => Some(Self::Code),
            _ => None,
        }
    }
}

/// The passages of `cut` that belong to the text that is `kept`.
pub(super) fn find(judged: &[Judged<'_>], kept: &Set<usize>, cut: &Set<usize>, page: &Page<'_>) -> Vec<usize> {
    let lists = ends(judged.len(), |i| list_of(&judged[i]).is_some() && list_of(&judged[i]) == judged.get(i + 1).and_then(list_of));
    let known = ends(judged.len(), |i| cut.contains(&i) || kept.contains(&i));
    let next_cut = ends(judged.len(), |i| !cut.contains(&i));
    let mut found = Vec::new();
    let mut at = 0;
    while at < judged.len() {
        // A part of a list may be kept already.
        let is_cut = |s: &Structure| known[s.first] >= s.end - 1 && cut.contains(&next_cut[s.first]) && next_cut[s.first] < s.end;
        let Some(one) = structure(at, lists[at] + 1, judged, page).filter(is_cut) else {
            at += 1;
            continue;
        };
        at = one.end;
        let has_heading = one.first > 0 && judged[one.first - 1].is_heading() && cut.contains(&(one.first - 1));
        // Behind what has come back, too.
        let is_kept = |i: &usize| kept.contains(i) || found.binary_search(i).is_ok();
        if belongs(&one, judged, &is_kept, page) || has_heading && belongs(&one.with_heading(page), judged, &is_kept, page) {
            found.extend((one.first - usize::from(has_heading)..one.end).filter(|i| cut.contains(i)));
        }
    }
    found
}

impl Structure {
    /// A section made of a heading and this.
    fn with_heading(&self, page: &Page<'_>) -> Self {
        let home = self.home.and_then(|h| page.containers.get(h).parent);
        Self { first: self.first - 1, home, ..*self }
    }
}

fn belongs(one: &Structure, judged: &[Judged<'_>], is_kept: &dyn Fn(&usize) -> bool, page: &Page<'_>) -> bool {
    let passages = &judged[one.first..one.end];
    let chars: u32 = passages.iter().map(|j| j.traits().chars).sum();
    let linked: u32 = passages.iter().map(|j| j.traits().link_chars).sum();
    if linked as f32 > MAX_LINKED * chars as f32 || is_furniture(&passages[0], page) {
        return false;
    }
    // Code is wrapped, with its language and a button to copy it.
    let around = if one.kind == Kind::Code { WRAPPERS } else { 1 };
    let is_in = |home: Option<ContainerId>| {
        let is_child = |c: ContainerId| Some(c) == home || page.containers.get(c).parent == home;
        let is_sibling = |i: &usize| {
            let mut path = page.containers.path(judged[*i].passage.container).take(around.max(2));
            is_kept(i) && !judged[*i].is_picture() && path.any(is_child)
        };
        let before = (one.first.saturating_sub(REACH)..one.first).any(|i| is_sibling(&i));
        let after = (one.end..(one.end + REACH).min(judged.len())).any(|i| is_sibling(&i));
        before && (after || one.kind != Kind::List)
    };
    let homes = std::iter::successors(Some(one.home), |home| page.containers.get((*home)?).parent.map(Some));
    homes.take(around).any(is_in)
}

/// Whether an element close around is called what is not the text's. In a thread, the text's own elements are called comments and topics.
pub(super) fn is_furniture(one: &Judged<'_>, page: &Page<'_>) -> bool {
    let names = if page.is_thread() { FURNITURE.difference(Hints::COMMENT | Hints::TAGS) } else { FURNITURE };
    page.containers.get(one.passage.container).distance(names) < CLOSE
}

/// The captions of `cut` whose table, code, film or quotation is `kept`: a figure of theirs holds both. So does a quotation its source.
pub(super) fn captions(judged: &[Judged<'_>], kept: &Set<usize>, cut: &Set<usize>, page: &Page<'_>) -> Vec<usize> {
    let around = |i: usize, tag: Tag| {
        page.containers.path(judged[i].passage.container).take(WRAPPERS).find(move |c| page.containers.get(*c).tag == tag)
    };
    let is_quote = |k: usize| judged[k].passage.block.frames.iter().any(|f| f.kind == FrameKind::Quote);
    let may_have = |k: usize| {
        let content = &judged[k].passage.block.content;
        Kind::of(content).is_some() || matches!(content, Content::Embed(_)) || is_quote(k)
    };
    let shares = |i: usize, k: usize, tag: Tag| around(i, tag).is_some() && around(i, tag) == around(k, tag);
    let is_caption = |i: &usize| {
        let mut beside = (i.saturating_sub(1)..judged.len().min(i + 2)).filter(|k| kept.contains(k) && may_have(*k));
        // What members of a forum cite has buttons and days below.
        let is_source = |k: usize| !page.is_thread() && kept.contains(&k) && shares(*i, k, Tag::Blockquote);
        beside.any(|k| shares(*i, k, Tag::Figure)) || i.checked_sub(1).is_some_and(is_source)
    };
    cut.iter().copied().filter(|i| is_caption(i) || names_quoted(*i, judged, &|k| kept.contains(k), page)).collect()
}

/// Whether a short line says whom the text above it is from: in an element close around both, which is called a quotation.
pub(super) fn names_quoted(at: usize, judged: &[Judged<'_>], is_kept: &dyn Fn(&usize) -> bool, page: &Page<'_>) -> bool {
    let one = &judged[at];
    let Some(above) = (0..at).rev().find(|k| !judged[*k].is_picture()).filter(is_kept) else { return false };
    let is_line = one.traits().words <= MAX_QUOTED && !one.traits().ends_sentence && one.probability >= MIN_SENTENCE;
    let is_both =
        |c: ContainerId| page.containers.get(c).hints.contains(Hints::QUOTE) && page.containers.holds(c, judged[above].passage.container);
    let mut around = page.containers.path(one.passage.container).take(WRAPPERS);
    is_line && !page.is_thread() && !asks(one) && one.reading.whole.is_empty() && around.any(is_both)
}

/// The headings of `cut` that stand between paragraphs of the text that is `kept`, in their element.
pub(super) fn headings(judged: &[Judged<'_>], kept: &Set<usize>, cut: &Set<usize>, page: &Page<'_>) -> Vec<usize> {
    let heads_text = |i: &usize| {
        let one = &judged[*i];
        let is_sibling = |k: usize, home: ContainerId| {
            let is_child = |c: ContainerId| c == home || page.containers.get(c).parent == Some(home);
            kept.contains(&k) && !judged[k].is_picture() && page.containers.path(judged[k].passage.container).take(2).any(is_child)
        };
        // A sentence that is cut has its heading cut with it.
        let headed =
            (i + 1..judged.len()).take(HEADED).find(|k| kept.contains(k) && !judged[*k].is_picture() || judged[*k].traits().ends_sentence);
        let is_between = |home: ContainerId| {
            (i.saturating_sub(SECTION)..*i).any(|k| is_sibling(k, home))
                && headed.is_some_and(|k| judged[k].traits().ends_sentence && is_sibling(k, home))
        };
        one.is_heading()
            && one.probability >= MIN_HEADING
            && (one.traits().link_density() <= MAX_LINKED
                || one.traits().link.as_deref().is_some_and(|href| href.starts_with('#'))
                || heading::is_told(*i, judged))
            && !is_furniture(one, page)
            // Headings may have wrappers of their own, or a link around them.
            && page.containers.path(one.passage.container).skip(1).filter(|c| page.containers.get(*c).tag != Tag::A).take(WRAPPERS).any(is_between)
    };
    cut.iter().copied().filter(heads_text).collect()
}

/// The sentences of `cut` that stand in a row with paragraphs of the text that is `kept`, of their make and in their element, and have
/// text on their other side too: what interrupts a text is made otherwise, or asks for something.
pub(super) fn sentences(judged: &[Judged<'_>], kept: &Set<usize>, cut: &Set<usize>, page: &Page<'_>) -> Vec<usize> {
    let make = |i: usize| make_in_element(&judged[i], page);
    let is_sentence = |i: usize| {
        let one = &judged[i];
        one.passage.is_plain_paragraph() && one.traits().ends_sentence && one.traits().link_density() <= MAX_LINKED
    };
    let is_set = |k: usize| kept.contains(&k) && Kind::of(&judged[k].passage.block.content).is_some();
    // "where the order is one of", over code.
    let leads_in = |i: usize| {
        let one = &judged[i];
        one.passage.is_plain_paragraph() && one.traits().words >= MIN_QUESTION && one.traits().link_chars == 0 && is_set(i + 1)
    };
    let asks = |i: usize| judged[i].reading.contains.intersects(PROMPTS);
    let may_belong = |i: &usize| judged[*i].probability >= MIN_SENTENCE && (is_sentence(*i) || leads_in(*i)) && !asks(*i);
    let mut found: Vec<usize> = cut.iter().copied().filter(may_belong).collect();
    rank::sort(&mut found, |&i| i as u64);
    let goes_on = |a: &usize, b: &usize| b - a <= REACH && make(*a) == make(*b) && !(a + 1..*b).any(|k| kept.contains(&k));
    let belongs = |row: &&[usize]| {
        let (Some(&first), Some(&last)) = (row.first(), row.last()) else { return false };
        let beside = [first.saturating_sub(REACH)..first, last + 1..judged.len().min(last + 1 + REACH)];
        let is_like = |k: usize| kept.contains(&k) && is_sentence(k) && make(k) == make(first) || is_set(k) && make(k).0 == make(first).0;
        let is_text = |k: usize| kept.contains(&k) && !judged[k].is_picture();
        beside.iter().all(|side| side.clone().any(is_text)) && beside.into_iter().flatten().any(is_like)
    };
    found.chunk_by(goes_on).filter(belongs).flatten().copied().collect()
}

/// The links of `cut` each of which a line of the text that is `kept` leads to: "The programme is here:"
pub(super) fn links(judged: &[Judged<'_>], kept: &Set<usize>, cut: &Set<usize>, page: &Page<'_>) -> Vec<usize> {
    let belongs = |i: &usize| i.checked_sub(1).is_some_and(|above| kept.contains(&above) && leads_to(above, *i, judged, page));
    cut.iter().copied().filter(|i| judged[*i].probability >= MIN_SENTENCE && belongs(i)).collect()
}

/// Whether a sentence of the text ends in a colon over a link right below it, of its make and in its element.
fn leads_to(above: usize, link: usize, judged: &[Judged<'_>], page: &Page<'_>) -> bool {
    let (lead, one) = (&judged[above], &judged[link]);
    let is_lead = lead.text.trim_end().ends_with([':', '：']) && lead.traits().words >= MIN_CALLED && lead.probability >= LIKELY;
    let is_link = one.passage.is_plain_paragraph() && one.traits().link_density() > MAX_LINKED;
    let asks = lead.reading.contains.union(one.reading.contains).intersects(PROMPTS);
    link == above + 1 && is_lead && is_link && !asks && make_in_element(lead, page) == make_in_element(one, page)
}

/// The standfirst that is `cut`: a sentence right below the title, or parted from it by who wrote and when.
pub(super) fn standfirst(judged: &[Judged<'_>], head: &[usize], kept: &Set<usize>, cut: &Set<usize>, page: &Page<'_>) -> Option<usize> {
    let found = below_title(judged, head, kept).find(|i| cut.contains(i))?;
    let one = &judged[found];
    let is_sentence = || one.passage.is_plain_paragraph() && one.traits().ends_sentence && one.traits().words >= MIN_STANDFIRST;
    // Called one, it need not end like a sentence.
    let is_called =
        || usize::from(page.containers.get(one.passage.container).distance(Hints::LEDE)) < WRAPPERS && one.traits().words >= MIN_CALLED;
    let is_sentence = (is_sentence() || is_called()) && !one.text.contains('\n');
    (is_sentence && !asks(one) && one.probability >= MIN_SENTENCE && !is_furniture(one, page)).then_some(found)
}

/// The same, where the page's description says it too, whatever it is made of and however unlike a text.
pub(super) fn described(judged: &[Judged<'_>], head: &[usize], kept: &Set<usize>, cut: &Set<usize>, page: &Page<'_>) -> Option<usize> {
    let is_told = |one: &Judged<'_>| one.traits().words >= MIN_STANDFIRST && !asks(one) && page.describes(&one.text);
    below_title(judged, head, kept).find(|i| cut.contains(i) && is_told(&judged[*i]))
}

/// What stands below the title, up to the text.
fn below_title<'j>(judged: &'j [Judged<'_>], head: &'j [usize], kept: &'j Set<usize>) -> impl Iterator<Item = usize> + 'j {
    let title = head.iter().copied().find(|&i| judged[i].is_heading() && judged[i].title_likeness >= SAME_TITLE);
    let below = title.into_iter().flat_map(|title| (title + 1..judged.len()).take(HEADED));
    below.take_while(|i| !kept.contains(i) || judged[*i].is_picture()).filter(|i| !head.contains(i) && !judged[*i].is_picture())
}

/// Whether a line asks for something, or leads somewhere.
pub(super) fn asks(one: &Judged<'_>) -> bool {
    one.reading.contains.intersects(PROMPTS) || one.traits().link_chars > 0 || one.traits().button_chars > 0
}

/// The questions of `cut` whose answers are `kept`, several of one make: they fold and unfold, and look like buttons.
pub(super) fn questions(judged: &[Judged<'_>], kept: &Set<usize>, cut: &Set<usize>, page: &Page<'_>) -> Vec<usize> {
    let make = |i: usize| page.containers.get(judged[i].passage.container).make;
    let is_question = |i: usize| {
        let one = &judged[i];
        lexicon::is_question(&one.text) && one.traits().words >= MIN_QUESTION && one.probability >= MIN_SENTENCE
    };
    let is_answered = |i: usize| is_question(i) && kept.contains(&(i + 1)) && judged[i + 1].traits().ends_sentence;
    let answered: Vec<usize> = (0..judged.len()).filter(|&i| (kept.contains(&i) || cut.contains(&i)) && is_answered(i)).collect();
    let mut alike: Map<u64, usize> = Map::default();
    answered.iter().for_each(|&i| *alike.entry(make(i).into()).or_default() += 1);
    let belongs = |&i: &usize| {
        cut.contains(&i) && alike.get(&u64::from(make(i))).is_some_and(|count| *count >= MIN_QUESTIONS) && !is_furniture(&judged[i], page)
    };
    answered.iter().copied().filter(belongs).collect()
}

/// The lines of `cut` that begin a fold or a note whose text is `kept`: "Why not for ever?", "Tip".
pub(super) fn openings(judged: &[Judged<'_>], kept: &Set<usize>, cut: &Set<usize>) -> Vec<usize> {
    let is_in = |i: usize, frame: &Frame| judged.get(i).is_some_and(|one| one.passage.block.frames.contains(frame));
    let opens = |i: usize, frame: &Frame| {
        matches!(frame.kind, FrameKind::Details | FrameKind::Aside)
            && is_in(i + 1, frame)
            && !i.checked_sub(1).is_some_and(|k| is_in(k, frame))
    };
    // A manual's functions fold under all that is said of them in a line.
    let is_whole = |i: usize| judged[i].passage.block.frames.iter().all(|frame| frame.kind != FrameKind::Summary || !is_in(i + 1, frame));
    let belongs = |&i: &usize| {
        let one = &judged[i];
        one.probability >= MIN_HEADING && !asks(one) && is_whole(i) && one.passage.block.frames.iter().any(|frame| opens(i, frame))
    };
    cut.iter().copied().filter(|i| kept.contains(&(i + 1))).filter(belongs).collect()
}

/// The times of `cut` that stand over what is `kept`, several on the page: a report that is told as it happens has one over each entry.
pub(super) fn times(judged: &[Judged<'_>], kept: &Set<usize>, cut: &Set<usize>) -> Vec<usize> {
    let is_time = |i: &usize| date::is_clock(&judged[*i].text);
    let mut times: Vec<usize> = cut.iter().copied().filter(|i| kept.contains(&(i + 1)) && is_time(i)).collect();
    if !times.is_empty() && times.len() + kept.iter().filter(|i| is_time(i)).count() < MIN_TIMES {
        times.clear();
    }
    times
}

/// For each passage the first one from it on that does not go on to the next.
fn ends(count: usize, goes_on: impl Fn(usize) -> bool) -> Vec<usize> {
    let mut ends: Vec<usize> = (0..count).collect();
    for i in (0..count.saturating_sub(1)).rev().filter(|&i| goes_on(i)) {
        ends[i] = ends[i + 1];
    }
    ends
}

/// The outermost list around a passage. Answers may fold and unfold.
fn list_of(one: &Judged<'_>) -> Option<u32> {
    let is_list = |frame: &&Frame| matches!(frame.kind, FrameKind::BulletList | FrameKind::NumberedList { .. } | FrameKind::Definitions);
    one.passage.block.frames.iter().find(is_list).map(|frame| frame.id)
}

/// The structure that starts with a passage, where a list's would end at `end`.
fn structure(first: usize, end: usize, judged: &[Judged<'_>], page: &Page<'_>) -> Option<Structure> {
    let block = &judged[first].passage.block;
    let path = || page.containers.path(judged[first].passage.container);
    let parent_of = |is_root: fn(Tag) -> bool| {
        let root = path().take(8).filter(|c| is_root(page.containers.get(*c).tag)).last()?;
        Some(page.containers.get(root).parent)
    };
    if let Some(kind) = Kind::of(&block.content) {
        let home = parent_of(|t| matches!(t, Tag::Table | Tag::Pre))?;
        return Some(Structure { first, end: first + 1, home, kind });
    }
    list_of(&judged[first])?;
    let home = parent_of(|t| matches!(t, Tag::Ul | Tag::Ol | Tag::Dl))?;
    Some(Structure { first, end, home, kind: Kind::List })
}

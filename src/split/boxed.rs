//! Boxes: what stands in one small element with a cut call to sign up, with a field for an e-mail address, or in a dialog with a
//! cut consent text, goes with it.

use super::Page;
use super::arrange::SAME_TITLE;
use super::headline::MIN_BARE;
use crate::address::bare;
use crate::container::{Asked, ContainerId, Hints};
use crate::hash::{Map, Set};
use crate::label::Reason;
use crate::lexicon::wording::{NEWSLETTERS, Reading, Wording};
use crate::page_kind::PageKind;
use crate::passage::Judged;
use crate::tag::Tag;

/// Words; boxes inside a text are short.
const MAX_WORDS: f32 = 80.0;
/// The same where nothing but the field for an address says what it is.
const MAX_ASKING: f32 = 40.0;
/// Passages; a list that holds such a call has more.
const MAX_PASSAGES: usize = 17;
/// Share of the article's words; an element with more is the article's own.
const MAX_SHARE: f32 = 0.25;
/// Words; a page with less text outside a dialog shows its text in it.
const MIN_OUTSIDE: f32 = 60.0;
/// Words; a text with more only mentions a newsletter.
const MAX_CALL: f32 = 40.0;
/// Elements of promotions amid a text; more are what the page is made of.
const MAX_CALLS: usize = 2;
/// Words; a button has no more.
const MAX_BUTTON: f32 = 5.0;
/// Containers above a cut passage that may be its box.
const LEVELS: usize = 3;

/// Words that say what such a box is for.
const CALLS: Wording = Wording::NEWSLETTER
    .union(Wording::SUBSCRIBE)
    .union(Wording::ACCOUNT)
    .union(Wording::APP)
    .union(Wording::DONATE)
    .union(Wording::PAYWALL);
/// Elements that are called so hold no text.
const NAMED: Hints = Hints::PROMO.union(Hints::NEWSLETTER).union(Hints::PAYWALL).union(Hints::MODAL).union(Hints::ADVERT);
/// Digits; an element with more has a telephone number, a price or hours.
const MAX_DIGITS: u32 = 5;
/// Probability; a button alone takes no text with it that is as sure.
const SURE: f32 = 0.9;

/// Sums over an element's passages.
#[derive(Clone, Copy, Default)]
struct Sum {
    words: f32,
    passages: usize,
    digits: u32,
    cut: Option<Reason>,
    /// More was cut than buttons, or what is left says what they are for.
    is_said: bool,
    /// It has a control, such as a field for an address.
    has_control: bool,
    /// A text in it speaks of a newsletter.
    says_newsletter: bool,
    /// A field for an e-mail address is in it, or a button that leads to one.
    asks_address: bool,
    /// It holds the page's title.
    is_titled: bool,
    /// There is text before it.
    is_below: bool,
}

impl Sum {
    fn reason(self) -> Option<Reason> {
        self.cut.or((self.has_control && self.says_newsletter || self.asks_address).then_some(Reason::Newsletter))
    }

    /// Nothing but buttons says what it is.
    fn is_doubtful(self) -> bool {
        self.cut.is_some_and(|reason| reason != Reason::Consent) && !self.is_said
    }
}

/// The passages of `main` that go with what was cut, and what of the cut is part of the same box; and why.
pub(super) fn find(judged: &[Judged<'_>], main: &[usize], cut: &[(usize, Reason, &'static str)], page: &Page<'_>) -> Vec<(usize, Reason)> {
    let mut sums: Map<ContainerId, Sum> = Map::default();
    let words = |i: usize| judged[i].traits().words;
    let path = |i: usize| page.containers.path(judged[i].passage.container);
    // An item that says "Log in", or "Download the app", is the step of an instruction as often as not.
    let is_step = |i: usize, rule: &str| {
        (rule.starts_with("account/") || rule.starts_with("promo/app")) && !judged[i].passage.block.frames.is_empty()
    };
    for (i, reason) in cut.iter().filter(|(i, _, rule)| says_so(rule) && !is_step(*i, rule)).map(|(i, reason, _)| (*i, *reason)) {
        let levels = if reason == Reason::Consent { usize::MAX } else { LEVELS };
        for c in path(i).take(levels).filter(|_| is_boxed(reason)) {
            let sum = sums.entry(c).or_default();
            sum.cut.get_or_insert(reason);
            sum.is_said |= !is_button(&judged[i]);
        }
    }
    for &(i, ..) in cut.iter().filter(|(i, ..)| judged[*i].traits().control_chars > 0) {
        for c in path(i).take(LEVELS) {
            sums.entry(c).or_default().has_control = true;
        }
    }
    for &i in main {
        for c in path(i).take(LEVELS).filter(|&c| page.containers.get(c).asked == Asked::Address) {
            sums.entry(c).or_default().asks_address = true;
        }
    }
    for i in main.iter().copied().chain(cut.iter().map(|(i, ..)| *i)).filter(|&i| leads_to_newsletter(&judged[i])) {
        for c in path(i).take(LEVELS) {
            sums.entry(c).or_default().asks_address = true;
        }
    }
    let calls = calls(judged, cut, page);
    if calls.len() <= MAX_CALLS {
        for &c in calls.iter() {
            let sum = sums.entry(c).or_default();
            sum.cut.get_or_insert(Reason::Promotion);
            sum.is_said = true;
        }
    }
    if sums.is_empty() {
        return Vec::new();
    }
    for (nth, &i) in main.iter().enumerate() {
        let wording = judged[i].reading.contains;
        let is_short = words(i) <= MAX_CALL;
        for c in path(i) {
            if let Some(sum) = sums.get_mut(&c) {
                sum.is_below |= sum.words == 0.0 && nth > 0;
                sum.words += words(i);
                sum.digits += judged[i].traits().digits;
                sum.says_newsletter |= is_short && wording.contains(Wording::NEWSLETTER);
                sum.is_said |= is_short && wording.intersects(CALLS);
            }
        }
    }
    // Asked of pages that are no articles.
    for i in (0..judged.len()).filter(|&i| page.kind != PageKind::Article && words(i) > 0.0) {
        path(i).for_each(|c| _ = sums.get_mut(&c).map(|sum| sum.passages += 1));
    }
    for i in (0..judged.len()).filter(|&i| judged[i].is_heading() && judged[i].title_likeness >= SAME_TITLE) {
        path(i).for_each(|c| _ = sums.get_mut(&c).map(|sum| sum.is_titled = true));
    }
    let all: f32 = main.iter().map(|&i| words(i)).sum();
    // Plans, features, courses: each with a button of its own.
    let mut alike: Map<u64, usize> = Map::default();
    let make = |c: ContainerId| {
        let element = page.containers.get(c);
        u64::from(element.parent.map_or(u32::MAX, |parent| parent.0)) << 32 | u64::from(element.make)
    };
    sums.iter().filter(|(_, sum)| sum.words > 0.0).for_each(|(c, _)| *alike.entry(make(*c)).or_default() += 1);
    let is_box = |c: ContainerId, sum: Sum| {
        let is_one = || alike.get(&make(c)).is_none_or(|count| *count < 2);
        is_box(c, sum, all, page)
            && (!sum.is_doubtful() || is_one() && (is_named(c, page) || page.kind == PageKind::Article && sum.is_below))
    };
    // Inside a paywall, a call to subscribe is the paywall's.
    let reason_of = |i: usize| {
        let is_sure = judged[i].probability >= SURE;
        let boxes = path(i).filter_map(|c| {
            let sum = sums.get(&c).filter(|sum| is_box(c, **sum) && !(is_sure && sum.is_doubtful()))?;
            sum.reason()
        });
        boxes.min_by_key(|reason| *reason == Reason::Promotion)
    };
    let unnamed = cut.iter().filter(|(_, reason, rule)| rule.starts_with("model/") || *reason == Reason::Promotion).map(|(i, ..)| i);
    main.iter().chain(unnamed).filter_map(|&i| Some((i, reason_of(i)?))).collect()
}

/// Whether an element, or one close around it, is called what holds no text.
fn is_named(element: ContainerId, page: &Page<'_>) -> bool {
    (page.containers.get(element).distance(NAMED) as usize) < LEVELS
}

/// The elements of an article that are named for a promotion and end in a button, "Sign me up", whatever was said before.
fn calls(judged: &[Judged<'_>], cut: &[(usize, Reason, &'static str)], page: &Page<'_>) -> Set<ContainerId> {
    let is_promo = |c: &ContainerId| page.containers.get(*c).hints.intersects(Hints::PROMO | Hints::NEWSLETTER);
    if page.kind != PageKind::Article {
        return Set::default();
    }
    let promo = |i: usize| page.containers.path(judged[i].passage.container).take(LEVELS).filter(is_promo).last();
    cut.iter().map(|(i, ..)| *i).filter(|&i| is_button(&judged[i])).filter_map(promo).collect()
}

fn is_button(one: &Judged<'_>) -> bool {
    one.passage.is_button() || is_short_link(one) && !one.is_picture()
}

fn is_short_link(one: &Judged<'_>) -> bool {
    one.traits().words <= MAX_BUTTON && one.traits().link_density() >= MIN_BARE
}

/// A button whose address names a newsletter.
fn leads_to_newsletter(one: &Judged<'_>) -> bool {
    is_short_link(one)
        && one.passage.block.frames.is_empty()
        && one.traits().link.as_deref().is_some_and(|link| is_newsletter(link, one.reading))
}

/// An address that names one; `/newsletter/2019-11` is one that was sent, unless the link's words ask.
fn is_newsletter(link: &str, reading: Reading) -> bool {
    let link = link.to_ascii_lowercase();
    let asks = || reading.contains.intersects(Wording::NEWSLETTER | Wording::SUBSCRIBE | Wording::ACCOUNT);
    let is_numbered = || bare(&link).rsplit('/').next().is_some_and(|last| last.contains(|c: char| c.is_ascii_digit()));
    NEWSLETTERS.iter().any(|name| link.contains(name)) && (asks() || !is_numbered())
}

/// The rule read the passage's own words, and did not find them in the text's own column.
fn says_so(rule: &str) -> bool {
    !rule.starts_with("model/")
        && !rule.starts_with("split/")
        && !rule.starts_with("head/")
        && rule != "newsletter/call"
        && rule != "newsletter/element"
}

fn is_boxed(reason: Reason) -> bool {
    matches!(reason, Reason::Newsletter | Reason::Paywall | Reason::Promotion | Reason::Consent)
}

fn is_box(id: ContainerId, sum: Sum, all: f32, page: &Page<'_>) -> bool {
    let element = page.containers.get(id);
    if matches!(element.tag, Tag::Article | Tag::Main | Tag::Body | Tag::Html) {
        return false;
    }
    if sum.cut == Some(Reason::Consent) {
        return element.hints.intersects(Hints::MODAL | Hints::CONSENT) && all - sum.words >= MIN_OUTSIDE;
    }
    // Who asks for nothing but an address may be told where to call instead.
    let is_alone = sum.cut.is_none() && !sum.says_newsletter;
    let most = if is_alone { MAX_ASKING } else { MAX_WORDS };
    let is_told = is_alone && sum.digits > MAX_DIGITS;
    sum.words <= most
        && (sum.passages <= MAX_PASSAGES || page.kind == PageKind::Article)
        && sum.words <= MAX_SHARE * all
        && !sum.is_titled
        && !is_told
}

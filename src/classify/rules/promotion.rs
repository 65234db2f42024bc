//! The site asks for something: newsletters, apps, subscriptions, donations.

use super::{Case, LIKELY, SURE};
use crate::container::Hints;
use crate::label::{Reason, Verdict};
use crate::lexicon::wording::Wording;

/// Words; a prompt says what it wants at once.
const PROMPT: f32 = 60.0;
/// Words of a call amid the text.
const CALL: f32 = 40.0;
/// Where prompts stand.
const BOX: Hints = Hints::NEWSLETTER.union(Hints::PROMO).union(Hints::FORM).union(Hints::MODAL).union(Hints::PAYWALL);

pub(super) fn judge(case: &Case<'_>) -> Option<Verdict> {
    newsletter(case).or_else(|| app(case)).or_else(|| paywall(case)).or_else(|| donate(case)).or_else(|| poll(case))
}

fn newsletter(case: &Case<'_>) -> Option<Verdict> {
    let drop = |rule, confidence| Some(Verdict::drop(Reason::Newsletter, rule, confidence));
    if case.is_whole(Wording::NEWSLETTER) && case.is_short() && (case.is_in(BOX) || case.is_linked()) {
        return drop("newsletter/label", SURE);
    }
    let says = case.contains(Wording::NEWSLETTER) && case.words() <= PROMPT;
    if says && case.is_in(Hints::NEWSLETTER) {
        return drop("newsletter/box", SURE);
    }
    // A policy's section on it tells, and does not ask.
    let is_told = case.passage.traits.ends_sentence_in_full() && !case.is_linked() && !case.starts(Wording::NEWSLETTER);
    let is_headed = case.near.heading.whole.contains(Wording::NEWSLETTER) && !is_told;
    if says && !case.is_prose() && (case.is_in(BOX) || case.is_control() || is_headed) {
        return drop("newsletter/prompt", SURE);
    }
    // In sentences of the text's own column: short and with the way to sign up, or one that asks at once.
    let is_one = case.words() <= CALL && case.passage.traits.sentence_ends <= 1;
    let is_call = case.starts(Wording::NEWSLETTER) && case.words() <= PROMPT && (case.is_linked() || is_one)
        || says && case.words() <= CALL && case.passage.traits.links > 0;
    // "Enter your email address" is a step of an instruction, too.
    if is_call && !case.is_heading() && (!case.is_item() || case.is_linked() || case.is_in(BOX)) {
        return drop("newsletter/call", LIKELY);
    }
    None
}

fn app(case: &Case<'_>) -> Option<Verdict> {
    let drop = |rule, confidence| Some(Verdict::drop(Reason::Promotion, rule, confidence));
    if case.is_whole(Wording::APP) && case.is_short() && case.is_linked() {
        return drop("promo/app-link", SURE);
    }
    if case.starts(Wording::APP) && !case.is_prose() && !case.is_heading() && (case.is_in(BOX | Hints::ASIDE) || case.is_linked()) {
        return drop("promo/app", LIKELY);
    }
    if case.contains(Wording::APP) && case.is_in(BOX) && case.words() <= CALL && !case.is_heading() {
        return drop("promo/app-call", LIKELY);
    }
    None
}

fn paywall(case: &Case<'_>) -> Option<Verdict> {
    let drop = |rule, confidence| Some(Verdict::drop(Reason::Paywall, rule, confidence));
    if !case.starts(Wording::PAYWALL) || case.is_prose() {
        return None;
    }
    if case.is_in(Hints::PAYWALL) {
        return drop("paywall/box", SURE);
    }
    if case.is_linked() || case.is_in(BOX) || case.near.previous.starts.contains(Wording::PAYWALL) {
        return drop("paywall/prompt", LIKELY);
    }
    None
}

fn donate(case: &Case<'_>) -> Option<Verdict> {
    let is_beside = case.is_in(BOX | Hints::ASIDE | Hints::WIDGET);
    let is_asked = case.is_whole(Wording::DONATE) && case.is_short() && (case.is_linked() || is_beside)
        || case.contains(Wording::DONATE) && !case.is_prose() && case.is_linked() && is_beside;
    is_asked.then(|| Verdict::drop(Reason::Promotion, "promo/donate", LIKELY))
}

fn poll(case: &Case<'_>) -> Option<Verdict> {
    // "Was this helpful?" stands in an element that is called after its votes.
    let is_asked = case.is_whole(Wording::POLL) && (case.is_control() || case.is_in(Hints::WIDGET | Hints::FORM | Hints::SHARE))
        || case.starts(Wording::POLL) && case.is_control()
        || case.contains(Wording::POLL) && case.is_in(Hints::SHARE);
    let is_asked = is_asked && case.is_short();
    is_asked.then(|| Verdict::drop(Reason::Form, "form/poll", LIKELY))
}

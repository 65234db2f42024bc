//! Log in, register, subscribe.

use super::{Case, LIKELY, MENU, SURE};
use crate::container::Hints;
use crate::label::{Reason, Verdict};
use crate::lexicon::wording::Wording;

/// Where items are buttons, linked or not.
const BUTTONS: Hints = MENU.union(Hints::FORM).union(Hints::MODAL);

pub(super) fn judge(case: &Case<'_>) -> Option<Verdict> {
    let drop = |rule, confidence| Some(Verdict::drop(Reason::Promotion, rule, confidence));
    if !case.is_short() || case.is_heading() {
        return None;
    }
    // The step of an instruction says so too.
    let is_button = || case.leads(BUTTONS);
    if case.is_whole(Wording::ACCOUNT) && is_button() {
        return drop("account/link", SURE);
    }
    if case.is_whole(Wording::SUBSCRIBE) && is_button() {
        return drop("account/subscribe", SURE);
    }
    let is_prompt = case.starts(Wording::ACCOUNT | Wording::SUBSCRIBE) && case.is_linked();
    if is_prompt
        && case.is_in(
            Hints::PAYWALL
                | Hints::FORM
                | Hints::MODAL
                | Hints::PROMO
                | Hints::COMMENT
                | Hints::NEWSLETTER
                | Hints::HEADER
                | Hints::NAVIGATION,
        )
    {
        return drop("account/prompt", LIKELY);
    }
    None
}

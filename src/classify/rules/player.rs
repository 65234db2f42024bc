//! What media players print besides their media.

use super::{Case, LIKELY, SURE};
use crate::container::Hints;
use crate::label::{Reason, Verdict};
use crate::lexicon::wording::Wording;

pub(super) fn judge(case: &Case<'_>) -> Option<Verdict> {
    let drop = |rule, confidence| Some(Verdict::drop(Reason::Form, rule, confidence));
    if !case.is_text() || case.is_heading() || case.is_prose() {
        return None;
    }
    let is_player = case.is_in(Hints::WIDGET | Hints::CAPTION | Hints::MODAL);
    if case.is_whole(Wording::VIDEO_PLAYER)
        && case.is_short()
        && (is_player || case.is_control() || case.near.previous.whole.contains(Wording::VIDEO_PLAYER))
    {
        return drop("player/control", SURE);
    }
    if case.starts(Wording::VIDEO_PLAYER) && is_player {
        return drop("player/message", LIKELY);
    }
    None
}

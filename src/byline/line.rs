//! Whether a line of a page says who wrote.

use super::closed::{is_closed, is_closed_byline};
use super::others::without_others;
use super::{
    MAX_NAME_WORDS, clean, has_word, is_full_name, is_prose, parse, parts, phrases_at, pieces, starts_upper, strip_by, strip_folded,
    without_dates,
};
use crate::lexicon::bylines::Part;

/// Bytes; a line on a page that is taken for a by-line is shorter than two lines of print.
const MAX_LINE: usize = 160;
/// How prose ends, that is cut or not.
const SENTENCE_ENDS: [char; 2] = ['.', '…'];
/// What stands between a name and its owner's work.
const COMMAS: [char; 4] = [',', '、', '，', '،'];

/// Whether a short line of a page only says who wrote: it opens with a by-word, or a name's owner and their work follow
/// each other.
pub(crate) fn is_byline(text: &str) -> bool {
    let text = text.trim();
    if text.is_empty() || text.len() > MAX_LINE || !may_be_byline(text) {
        return false;
    }
    let line = without_dates(text);
    let (opened, rest) = strip_by(without_others(&line));
    let Some(rest) = parts(rest).next() else { return false };
    let Some(lead) = pieces(rest).next().map(clean) else { return false };
    let role = |p: &str| has_word(Part::ROLE, p);
    let is_sentence = text.ends_with(SENTENCE_ENDS) && is_prose(rest);
    if opened {
        // "By Monday" and "By the river" are prose; "By Reuters" is not.
        let is_name = is_full_name(&lead) || has_word(Part::GROUP, &lead) && lead.split(' ').count() <= MAX_NAME_WORDS;
        // "Author Jane Doe, from Harwick, said that it was late."
        return is_name && (!is_sentence || role(rest));
    }
    // "A Talk with a Professor" has no comma, and a sentence goes on from its commas.
    let works = || rest.split(COMMAS).skip(1);
    let says_work = |p: &str| pieces(p).next().map(clean).is_some_and(|p| role(&p) && p.split(' ').count() <= MAX_NAME_WORDS);
    is_closed_byline(rest) || is_full_name(&lead) && !role(&lead) && works().any(says_work) && !(is_sentence && works().count() > 1)
}

/// What most lines lack and every by-line has: a by-word at its start, a comma before someone's work, or a script that parts no words.
fn may_be_byline(text: &str) -> bool {
    let opens = |phrase: &str| phrase.split(' ').next().is_some_and(|word| strip_folded(text, word).is_some());
    text.contains(COMMAS) || phrases_at(text).any(opens) || text.contains(is_closed)
}

/// Whether a text opens as by-lines do.
pub(crate) fn opens_byline(text: &str) -> bool {
    strip_by(text).0
}

/// Whether a line beside a heading opens with a by-word and names someone by one word: "By Editor", "by Jay".
pub(crate) fn is_short_byline(text: &str) -> bool {
    const MAX_WORDS: usize = 3;
    let (opened, rest) = strip_by(text);
    let lead = parts(rest).next().and_then(|part| pieces(part).next()).unwrap_or_default();
    let words = lead.split_whitespace();
    opened
        && text.len() <= MAX_LINE
        && (1..=MAX_WORDS).contains(&words.clone().count())
        && words.clone().all(starts_upper)
        && !parse(text).is_empty()
}

//! What stands in for a post, a film or a map until the reader allows its provider: a sentence on cookies or on somebody's
//! privacy policy, and a button, in an element of their own. No name tells these elements apart, and no two sites call them alike.

use super::page::Seen;
use crate::block::Content;
use crate::container::{ContainerId, Containers};
use crate::lexicon::is_question;
use crate::lexicon::wording::Wording;

/// Words of a sentence that asks; "Cookies" alone is a page's link to its policy, or a recipe.
const MIN_ASKED: f32 = 6.0;
/// Words and passages of the whole, and words of what else is in it: a heading, buttons, the provider's name.
const MAX_WORDS: f32 = 110.0;
const MAX_PASSAGES: usize = 8;
const MAX_BESIDE: f32 = 11.0;
/// Words, and share of characters in links, of a link that is drawn as a button.
const MAX_BUTTON: f32 = 6.0;
const MIN_LINKED: f32 = 0.9;
/// Share of the page's words; a page that asks for nothing else is one on cookies.
const MAX_SHARE: f32 = 0.5;

/// The innermost elements that hold a question with its button, and nothing else, on a page of `all` words.
pub(super) fn find(seen: &[Seen], containers: &Containers, all: f32) -> Vec<ContainerId> {
    let most = MAX_WORDS.min(MAX_SHARE * all);
    let mut found = Vec::new();
    for at in (0..seen.len()).filter(|&at| asks(&seen[at])) {
        for id in containers.path(seen[at].passage.container) {
            let held = held(id, at, seen, containers);
            let words: f32 = held.iter().map(|one| one.passage.traits.words).sum();
            if held.len() > MAX_PASSAGES || words > most || !held.iter().all(belongs) {
                break;
            }
            // The button stands behind the question that it answers; one before it opens the answer to its own.
            if held.iter().any(|one| one.passage.block.id >= seen[at].passage.block.id && has_button(one)) {
                found.push(id);
                break;
            }
        }
    }
    found
}

/// What an element holds around one of its passages; of much that, only some.
fn held<'s>(id: ContainerId, at: usize, seen: &'s [Seen], containers: &Containers) -> &'s [Seen] {
    let is_in = |one: &&Seen| containers.holds(id, one.passage.container);
    let before = seen[..at].iter().rev().take(MAX_PASSAGES).take_while(is_in).count();
    let behind = seen[at..].iter().take(MAX_PASSAGES + 1).take_while(is_in).count();
    &seen[at - before..at + behind]
}

fn asks(one: &Seen) -> bool {
    let is_sentence = one.passage.traits.words >= MIN_ASKED && !matches!(one.passage.block.content, Content::Heading { .. });
    is_sentence && one.glance.reading.contains.contains(Wording::CONSENT)
}

fn belongs(one: &Seen) -> bool {
    asks(one) || one.passage.traits.words <= MAX_BESIDE && !one.passage.block.content.is_set()
}

fn has_button(one: &Seen) -> bool {
    let traits = &one.passage.traits;
    let is_button = traits.control_chars > 0 || traits.words <= MAX_BUTTON && traits.links > 0 && traits.link_density() >= MIN_LINKED;
    is_button && !is_question(one.passage.text().trim_end())
}

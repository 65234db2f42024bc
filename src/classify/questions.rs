//! Lists of questions with their answers, which the forests take piece by piece: all of a list is the text, or none of it.
//!
//! Of 160 such lists in the corpus with a mean probability from .3 on, out of fold, 143 are in their page's truth; of 49 of these the
//! forests left out a part. A question whose answer stays comes back at the page's end by itself (`split::companion`).

use super::SOFT_KEEP;
use super::page::Seen;
use crate::hash::{Map, Set};
use crate::lexicon;
use crate::passage::Passage;
use std::ops::{Range, RangeInclusive};

/// Words of a question.
const QUESTION_WORDS: RangeInclusive<f32> = 2.0..=30.0;
/// Questions that make a list.
const MIN_QUESTIONS: usize = 3;
/// Words between two questions that are an answer.
const MIN_ANSWER: f32 = 8.0;
/// Words of a passage that says something.
const MIN_SAID: f32 = 3.0;
/// Passages from one question to the next.
const REACH: usize = 7;
/// Share of the characters; other pages' questions, and tables of contents, are links.
const MAX_LINKED: f32 = 0.4;
/// Mean probability.
const LIKELY: f32 = 0.3;

/// Questions of one make, one after the other.
#[derive(Debug)]
struct List {
    first: usize,
    last: usize,
    questions: usize,
    /// Words of the page up to the last question's end.
    words: f32,
}

/// Raises what is less likely in a list of questions that is likely as a whole. `probabilities` are to be cut at one half.
pub(super) fn settle(seen: &[Seen], probabilities: &mut [f32]) {
    let mut open: Map<u64, List> = Map::default();
    let mut lists = Vec::new();
    let mut words = 0.0;
    for (at, one) in seen.iter().enumerate() {
        let before = words;
        words += one.passage.traits.words;
        if !is_question(one) {
            continue;
        }
        let new = List { first: at, last: at, questions: 1, words };
        match open.get_mut(&one.glance.path_signature) {
            Some(list) if at - list.last <= REACH && before - list.words >= MIN_ANSWER => {
                (list.last, list.questions, list.words) = (at, list.questions + 1, words);
            }
            Some(list) => lists.push(std::mem::replace(list, new)),
            None => drop(open.insert(one.glance.path_signature, new)),
        }
    }
    lists.extend(open.into_values());
    for list in lists.iter().filter(|list| list.questions >= MIN_QUESTIONS) {
        let whole = whole(list, seen);
        if is_likely(&seen[whole.clone()], &probabilities[whole.clone()]) {
            for at in whole.filter(|&at| is_said(&seen[at])) {
                probabilities[at] = probabilities[at].max(SOFT_KEEP);
            }
        }
    }
}

fn is_question(one: &Seen) -> bool {
    QUESTION_WORDS.contains(&one.passage.traits.words) && lexicon::is_question(&one.passage.text())
}

/// No numbers, pictures and ways back to the top amid the list.
fn is_said(one: &Seen) -> bool {
    let Passage { block, traits, .. } = &one.passage;
    traits.words >= MIN_SAID && traits.link_density() <= MAX_LINKED && !block.content.is_visual()
}

/// With the answer to the last question: what is made as the answers before it are.
fn whole(list: &List, seen: &[Seen]) -> Range<usize> {
    let path = |one: &Seen| one.glance.path_signature;
    let question = path(&seen[list.first]);
    let answers: Set<u64> = seen[list.first..list.last].iter().map(path).filter(|path| *path != question).collect();
    let rest = seen[list.last + 1..].iter().take(REACH - 1).take_while(|one| answers.contains(&path(one)));
    list.first..list.last + 1 + rest.count()
}

fn is_likely(seen: &[Seen], probabilities: &[f32]) -> bool {
    let sum = |of: &dyn Fn(&Seen) -> f32| seen.iter().map(of).sum::<f32>();
    let words = sum(&|one| one.passage.traits.words);
    let linked = sum(&|one| one.passage.traits.link_chars as f32) / sum(&|one| one.passage.traits.chars as f32);
    let mass: f32 = seen.iter().zip(probabilities).map(|(one, p)| one.passage.traits.words * p).sum();
    linked < MAX_LINKED && mass >= LIKELY * words
}

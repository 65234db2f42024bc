//! Pull quotes: a sentence of the text, set large beside it.

use super::Page;
use crate::block::FrameKind;
use crate::container::Hints;
use crate::lexicon::letters;
use crate::passage::Judged;

/// Words of a pull quote; fewer may well stand in a text by chance, more are no ornament.
const WORDS: std::ops::RangeInclusive<f32> = 4.0..=45.0;
/// Pull quotes of one article that are looked for.
const MAX: usize = 40;

/// The passages of `main` that stand apart from the text and are, word for word, in it.
pub(super) fn find(judged: &[Judged<'_>], main: &[usize], page: &Page<'_>) -> Vec<usize> {
    let apart: Vec<usize> = main.iter().copied().filter(|&i| stands_apart(&judged[i], page)).take(MAX).collect();
    if apart.is_empty() {
        return Vec::new();
    }
    let text: String = main.iter().filter(|i| !apart.contains(i)).map(|&i| letters(&judged[i].text) + "\n").collect();
    let is_echo = |i: &usize| {
        let own = letters(&judged[*i].text);
        !own.is_empty() && text.contains(&own)
    };
    apart.into_iter().filter(is_echo).collect()
}

fn stands_apart(one: &Judged<'_>, page: &Page<'_>) -> bool {
    let is_quote = one.passage.block.frames.iter().any(|f| f.kind == FrameKind::Quote);
    let t = one.traits();
    WORDS.contains(&t.words)
        && !one.is_picture()
        && (is_quote || page.containers.get(one.passage.container).distance(Hints::QUOTE | Hints::ASIDE) < 2)
}

//! What stands before or behind a title in its link and is no part of it, told by the link's address or its `title`.

use super::headline::{joined, quotes, title};
use super::module::{Item, alternative};
use super::named::names;
use crate::lexicon::letters;
use crate::passage::Judged;

/// Lines of a title that are looked at.
const MAX_LINES: usize = 4;
/// Share of a line's words that its address says: it writes some letters in another way.
const MIN_SHARE: f32 = 0.6;
/// Letters; a shorter title may be part of another by chance.
const MIN_LETTERS: usize = 12;
/// Words of a deck.
const MIN_DECK: usize = 3;
/// Passages of an item that may tell its title.
const REACH: usize = 32;

/// The title in a link's lines, without the kicker: a line above the one whose words the address says, and says none of.
pub(super) fn titled(lines: &str, url: &str) -> String {
    if !lines.contains('\n') {
        return title(lines);
    }
    let mut at = 0;
    for line in lines.split_inclusive('\n').take(MAX_LINES) {
        let (above, rest) = lines.split_at(at);
        if at > 0 && !quotes(above) && names(url, line) && !says(url, above, rest) {
            return title(rest);
        }
        at += line.len();
    }
    let (own, whole) = (title(lines), joined(lines.lines().map(str::trim)));
    // A headline of two parts; a kicker stands before it.
    let is_whole = || lines.lines().count() <= MAX_LINES && lines.lines().all(|line| is_told(url, line)) && names(url, &whole);
    if whole.len() > own.len() && whole.starts_with(&own) && is_whole() { whole } else { own }
}

/// Whether an address says most words of a line, but for short ones.
fn is_told(url: &str, line: &str) -> bool {
    let told = told(url);
    let words: Vec<String> = line.split(|c: char| !c.is_alphanumeric()).map(letters).filter(|word| word.chars().count() > 3).collect();
    let known = words.iter().filter(|word| told.contains(word.as_str())).count();
    known > 1 && known as f32 >= MIN_SHARE * words.len() as f32
}

/// The letters of the longest part of an address.
fn told(url: &str) -> String {
    url.split('/').max_by_key(|part| part.len()).map(letters).unwrap_or_default()
}

/// Whether the longest part of an address says a word of a line that the title has not, or the line has none to say.
fn says(url: &str, line: &str, title: &str) -> bool {
    let told = told(url);
    let own = letters(title);
    let mut words = line.split(|c: char| !c.is_alphanumeric()).map(letters).filter(|word| word.chars().count() > 3).peekable();
    words.peek().is_none() || words.any(|word| !own.contains(word.as_str()) && told.contains(&word))
}

/// The title before a deck that it ends with.
pub(super) fn before_deck<'t>(title: &'t str, deck: &str) -> Option<&'t str> {
    let before = title.strip_suffix(deck)?.trim_end_matches([':', ' ']);
    // A topic above a title may be its last word.
    (deck.split_whitespace().count() >= MIN_DECK && letters(before).chars().count() >= MIN_LETTERS).then_some(before)
}

/// The whole title where a link or a picture of the item is called so, and the text is that cut short, or with a kicker or a count.
pub(super) fn called(item: &Item, own: &str, judged: &[Judged<'_>]) -> Option<String> {
    let near = || judged[item.passages.clone()].iter().take(REACH);
    let bare = own.trim_end_matches(['.', '…', '[', ']', ' ']);
    let is_cut = own.ends_with('…') || own.trim_end_matches(']').ends_with("...");
    let begin = letters(bare);
    if begin.chars().count() < MIN_LETTERS {
        return None;
    }
    let is_whole = |name: &&str| letters(name).strip_prefix(&begin).is_some_and(|rest| !rest.is_empty()) && !name.ends_with(['…', '.']);
    let is_inner = |name: &&str| {
        let name = letters(name);
        let is_counted = |rest: &str| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit()) && own.ends_with([')', ']']);
        name.chars().count() >= MIN_LETTERS
            && name != begin
            && (begin.ends_with(&name) || begin.strip_prefix(&name).is_some_and(is_counted))
    };
    // "Harbour / Ferry runs again", where the link says both in one.
    let parted = || near().map(alternative).filter(|name| letters(name) == begin).find_map(|name| name.split_once(" / "));
    if let Some((_, name)) = parted().filter(|(kicker, _)| !own.contains(&format!("{kicker} /"))) {
        return Some(name.trim().to_owned());
    }
    let links = || near().filter_map(|one| one.traits().called.as_deref());
    let found = if is_cut { links().chain(near().map(alternative)).find(is_whole) } else { links().find(is_inner) };
    found.map(title).filter(|name| !name.is_empty())
}

//! Authors' names out of by-lines: "By Jane Doe and John Roe, Reuters" → Jane Doe, John Roe.

use crate::date;
use crate::lexicon;
use crate::lexicon::bylines::{CLOSED_BY, CLOSED_ROLE, PLACE_LINES, Part, SOURCE, by_phrases};
use crate::lexicon::wording::{self, Wording};
use closed::is_closed;
use std::borrow::Cow;

mod closed;
mod line;
mod others;
mod pair;

pub(crate) use closed::{is_closed_person, is_closed_publisher, is_uncased_person, reporter};
pub(crate) use line::{is_byline, is_short_byline, opens_byline};
pub(crate) use others::is_work;
pub(crate) use pair::{Pair, are_persons, halves, source_and_authors};

/// Bytes; a longer text is no by-line, though papers list many authors.
const MAX_BYLINE: usize = 2000;
/// Words of a person's name.
const MAX_NAME_WORDS: usize = 6;
/// Names of one by-line; papers of physics have more.
const MAX_NAMES: usize = 64;

/// What a name is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A person, or a pen name.
    Person,
    /// A publisher, an agency, a desk.
    Group,
}

/// The names in a by-line's text, without "By", roles, dates, addresses and handles; persons where there are any, else
/// the agency or desk that signs.
pub(crate) fn parse(text: &str) -> Vec<String> {
    choose(names(text, Trust::Line))
}

/// As [`parse`], for a value that the page marks as an author: single words are names too.
pub(crate) fn parse_value(text: &str) -> Vec<String> {
    choose(names(text, Trust::Value))
}

fn choose(found: Vec<(String, Sort)>) -> Vec<String> {
    let sort = if found.iter().any(|(_, s)| *s == Sort::Person) { Sort::Person } else { Sort::Group };
    let mut list: Vec<String> = Vec::new();
    for (name, _) in found.into_iter().filter(|(_, s)| *s == sort).take(MAX_NAMES) {
        // "Jane Doe, @Jane"
        let is_said = |n: &String| n.eq_ignore_ascii_case(&name) || n.split(' ').any(|word| word == name);
        if !list.iter().any(is_said) {
            list.push(name);
        }
    }
    list
}

/// The publisher that a line says its text comes from: "Source: The Example".
pub(crate) fn labelled_source(line: &str) -> Option<&str> {
    const MAX_NAME: usize = 60;
    // Scripts without spaces put such labels right behind a date.
    let (before, rest) = line
        .split_once([':', '：'])
        .filter(|(b, _)| !b.ends_with(|c: char| c.is_ascii_digit()))
        .or_else(|| line.rsplit_once([':', '：']))?;
    let label = lexicon::lower(before.rsplit(char::is_whitespace).next()?);
    let is_label = SOURCE.split('|').any(|word| word == label) && before.len() - label.len() <= MAX_NAME;
    let name = rest.trim().split("  ").next()?.trim_end_matches('.');
    // A script without spaces parts a name from a button by one.
    let name = name.split(' ').next().filter(|first| !first.is_empty() && first.chars().all(is_closed)).unwrap_or(name);
    (is_label && !name.is_empty() && name.len() <= MAX_NAME).then_some(name)
}

/// A publisher's name without what leads to it: "via The Example", "in The Example".
pub(crate) fn source_name(text: &str) -> &str {
    ["via ", "in "].iter().find_map(|lead| text.strip_prefix(lead)).filter(|name| !name.starts_with(char::is_lowercase)).unwrap_or(text)
}

/// Whether a name is as publishers and agencies are called, by its words: "The Example Gazette".
pub(crate) fn is_publisher(name: &str) -> bool {
    sort(name) == Sort::Group
}

/// Whether a text is only a word that opens by-lines: "Written by".
pub(crate) fn is_by_word(text: &str) -> bool {
    let text = without_article(text.trim().trim_end_matches(':'));
    phrases_at(text).any(|phrase| strip_folded(text, phrase).is_some_and(str::is_empty))
}

/// Whether a line names who reviewed, edited or pictured a text: "Reviewed by Jane Doe".
pub(crate) fn is_of_others(line: &str) -> bool {
    starts_with_word(Part::NOT_TEXT, line)
}

/// How sure it is that a text names authors at all.
#[derive(Clone, Copy, PartialEq)]
enum Trust {
    /// A line of the page: what is no full name is something else.
    Line,
    /// A marked value.
    Value,
}

/// Whether a name is a person's or a group's, by its own words.
pub(crate) fn sort(name: &str) -> Sort {
    if has_word(Part::GROUP, name) || name.contains(['.', '/', '@']) && !name.contains(". ") && name.contains('.') && !initials(name) {
        Sort::Group
    } else {
        Sort::Person
    }
}

/// Whether a bare name is as persons are called in scripts with capital letters: "Jane Doe", but not "Reuters" or "The Example".
pub(crate) fn is_person(name: &str) -> bool {
    const MAX_WORDS: usize = 4;
    let is_of_names = |c: char| c.is_lowercase() || c.is_uppercase() || matches!(c, ' ' | '-' | '.' | '\'' | '’');
    let is_article = |word: &str| ["the", "le", "la", "les", "el", "il", "die", "der", "das"].iter().any(|a| word.eq_ignore_ascii_case(a));
    is_full_name(name)
        && name.chars().all(is_of_names)
        && name.contains(char::is_lowercase)
        && name.split(' ').count() <= MAX_WORDS
        && !name.split(' ').next().is_some_and(is_article)
        && sort(name) == Sort::Person
        && !has_word(Part::NOT_NAME, name)
}

/// `J.R.R. Tolkien` has full stops, `example.org` too.
fn initials(name: &str) -> bool {
    name.split(' ').any(|w| w.contains('.') && w.split('.').all(|p| p.chars().count() <= 2))
}

fn names(text: &str, trust: Trust) -> Vec<(String, Sort)> {
    if text.len() > MAX_BYLINE {
        return Vec::new();
    }
    // Strokes part names, and addresses are full of them.
    let text: Vec<&str> = text.split_whitespace().filter(|word| !word.contains("://")).collect();
    let line = without_dates(&without_nickname(&text.join(" ")));
    // Before the cut into parts: `文/` opens a by-line, and a stroke parts names.
    let (mut led, line) = strip_by(others::without_others(&line));
    let mut found: Vec<(String, Sort)> = Vec::new();
    for part in parts(line) {
        if starts_with_word(Part::NOT_TEXT, part) {
            continue;
        }
        if is_by_word(part) {
            led = true;
            continue;
        }
        // A few lines on their person follow the names, or "Jane Doe's other stories".
        if !found.is_empty() && (is_prose(part) || is_owned(part)) {
            break;
        }
        let (opened, rest) = strip_by(part);
        let opened = opened || std::mem::take(&mut led);
        for (nth, piece) in pieces(rest).enumerate() {
            let name = clean(piece);
            // "de Petru Boian", in Romanian
            let is_full = |rest: &&str| rest.contains(' ') && rest.split(' ').all(starts_upper);
            let name = name.strip_prefix("de ").filter(is_full).map_or(name.clone(), str::to_owned);
            let single_words = nth == 0 && (opened || trust == Trust::Value) && (opened || found.is_empty());
            if let Some(sort) = judge(&name, single_words) {
                found.push((name, sort));
            }
        }
    }
    found
}

/// Words in lower case that a part which goes on from the names has at least when it is prose.
const PROSE_WORDS: usize = 4;

fn is_prose(part: &str) -> bool {
    let small = |word: &&str| word.starts_with(char::is_lowercase) && !Part::of(word).intersects(Part::AND | Part::PARTICLE);
    part.split(' ').filter(small).count() >= PROSE_WORDS
}

/// "Jane Doe's stories" is no name.
fn is_owned(part: &str) -> bool {
    part.contains("'s ") || part.contains("’s ")
}

/// A name without what stands in brackets inside it: `Jane (Jay) Doe`.
fn without_nickname(line: &str) -> Cow<'_, str> {
    const MAX_WORDS: usize = 2;
    let Some((before, rest)) = line.split_once(" (") else { return line.into() };
    let Some((inside, after)) = rest.split_once(") ") else { return line.into() };
    let is_name = inside.split(' ').count() <= MAX_WORDS && inside.split(' ').all(starts_upper);
    let goes_on = after.starts_with(char::is_uppercase) && before.rsplit([' ', ',']).next().is_some_and(starts_upper);
    if is_name && goes_on && !before.contains(' ') { format!("{before} {after}").into() } else { line.into() }
}

/// What a piece is; `None` for roles, places, degrees and prose. Short names that are not clearly a person's count only
/// where `single_words` are expected.
fn judge(name: &str, single_words: bool) -> Option<Sort> {
    let words = name.split(' ').count();
    if name.is_empty() || words > MAX_NAME_WORDS || name.contains(':') || is_owned(name) || name.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    // "From Jane Doe" answers something else.
    if ["From ", "For ", "At ", "In "].iter().any(|word| name.starts_with(word)) {
        return None;
    }
    let is_button = wording::read(name).whole.intersects(Wording::SHARE | Wording::FOLLOW);
    if is_button || PLACE_LINES.iter().any(|end| name.ends_with(end)) || has_word(Part::NOT_NAME, name) {
        return None;
    }
    // "Staff Writer" is no group.
    let last = name.rsplit(' ').next().unwrap_or_default();
    let is_group = has_word(Part::GROUP, name) && (words == 1 || !is_word(Part::ROLE, last) || is_word(Part::GROUP, last));
    if (has_word(Part::ROLE, name) || ends_in_role(name)) && !is_group && (!single_words || words == 1) {
        return None;
    }
    match sort(name) {
        Sort::Group => Some(Sort::Group),
        Sort::Person if is_full_name(name) => Some(Sort::Person),
        Sort::Person => (single_words && words <= 2 && name.chars().count() > 1 && !date::is_around(name)).then_some(Sort::Person),
    }
}

/// "Leitende Wirtschaftsredakteurin": German and Dutch write one word.
fn ends_in_role(name: &str) -> bool {
    const ROLES: [&str; 4] = ["redakteur", "redacteur", "korrespondent", "reporter"];
    let name = name.strip_suffix("in").unwrap_or(name);
    name.contains(' ') && ROLES.iter().any(|role| name.ends_with(role))
}

/// Dates, times and "3 min read" become part ends.
fn without_dates(text: &str) -> String {
    let mut line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // A by-line has two dates at most: published and updated.
    for _ in 0..2 {
        // The line is cut to what `date` reads: dates stand near its start or not at all.
        let Some((range, _)) = date::find(&line, None, Some(0)) else { break };
        line.replace_range(range, " | ");
    }
    line
}

/// The parts of a line between hard separators; bracketed text is a part of its own that is left out.
fn parts(line: &str) -> impl Iterator<Item = &str> {
    line.split(['|', '•', '·', '⋅', '∙', '–', '—', '―', ';', '；', '\n', '｜', '►', '»', '/', '／', '(', '（', '[', '【'])
        .flat_map(|part| part.split(" - "))
        .map(|part| part.rsplit([')', '）', ']', '】']).next().unwrap_or(part).trim())
        .filter(|part| !part.is_empty())
}

/// Whether the part opens with a by-word, and what follows it.
fn strip_by(part: &str) -> (bool, &str) {
    let (mut rest, mut opened) = (part.trim(), false);
    // "Text: Von Max Muster"
    for _ in 0..3 {
        let Some(after) = after_by(rest) else { break };
        opened = true;
        rest = after.trim_start_matches([':', '：', '=', '＝', '.', ' ', '\u{a0}', '-']);
    }
    (opened, rest)
}

fn after_by(text: &str) -> Option<&str> {
    let bare = without_article(text);
    let open = phrases_at(bare).filter_map(|phrase| {
        let after = strip_folded(bare, phrase)?;
        // The phrase must end as a word, and a name must follow.
        let ends = after.starts_with([' ', ':', '\u{a0}', '：']);
        ends.then_some(after)
    });
    // The longest phrase leaves the shortest rest.
    let open = open.min_by_key(|after| after.len());
    open.or_else(|| {
        let after = CLOSED_BY.iter().find_map(|phrase| text.strip_prefix(phrase))?;
        let marked = after.starts_with([':', '：', '/', '／', '｜', '|', ' ', '=', '＝', '・', '●', '　']);
        // "글자 크기": how large the letters are.
        let may_be_name = || !text.starts_with(['文', '글']) && !after.is_empty() && !after.contains(['。', '，']);
        (marked || may_be_name()).then_some(after)
    })
}

/// A text without the article that it begins with: "A column by", "Ein Kommentar von".
fn without_article(text: &str) -> &str {
    const ARTICLES: [&str; 8] = ["a ", "an ", "ein ", "eine ", "un ", "une ", "una ", "uma "];
    ARTICLES.iter().find_map(|article| strip_folded(text, article)).unwrap_or(text)
}

/// The by-words that `text` may begin with.
fn phrases_at(text: &str) -> impl Iterator<Item = &'static str> {
    text.chars().next().map(lexicon::lower_letter).into_iter().flat_map(by_phrases)
}

/// `text` without `prefix`, letters compared in lower case.
fn strip_folded<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for wanted in prefix.chars() {
        let got = rest.next()?;
        if got != wanted && lexicon::lower_letter(got) != wanted {
            return None;
        }
    }
    Some(rest.as_str())
}

/// The pieces of a part: between commas and words for "and".
fn pieces(part: &str) -> impl Iterator<Item = &str> {
    part.split([',', '、', '，', '&', '＆', '،', '･', '\u{2022}']).flat_map(|piece| {
        let mut list = Vec::new();
        let (mut start, mut at) = (0, 0);
        for word in piece.split(' ') {
            // "What a Concert Can Teach": the word is English too.
            let parts = |before: &str| word != "a" || is_full_name(&clean(before));
            if at > start && Part::of(word).contains(Part::AND) && parts(&piece[start..at]) {
                list.push(piece.get(start..at).unwrap_or_default());
                start = at + word.len();
            }
            at += word.len() + 1;
        }
        list.push(piece.get(start..).unwrap_or_default());
        list
    })
}

/// A piece without what is no part of a name: addresses, handles, "for the Post", quotes, final signs.
fn clean(piece: &str) -> String {
    let mut words: Vec<&str> = Vec::new();
    for word in piece.split_whitespace() {
        let bare = word.trim_matches([',', '.', ':']);
        let is_end = || Part::of(bare).contains(Part::ENDS_NAME) || is_word(Part::SAYS_WHEN, word);
        let ends = word.contains(|c: char| c.is_ascii_digit()) || is_end();
        // "Association for Computing Machinery"
        let goes_on = bare == "for" && matches!(words[..], [group] if is_word(Part::GROUP, group));
        if ends && !words.is_empty() && !goes_on {
            break;
        }
        if !word.contains('@') && !word.starts_with("http") {
            words.push(word);
        }
    }
    // "Jane Doe le", before a day.
    while words.len() > 1 && words.last().is_some_and(|word| Part::of(word).contains(Part::PARTICLE)) {
        words.pop();
    }
    let name = words.join(" ");
    let name = CLOSED_ROLE.iter().fold(name.as_str(), |name, role| name.strip_suffix(role).unwrap_or(name).trim());
    let name = name.trim_matches(|c: char| {
        c.is_whitespace()
            || matches!(c, '"' | '・' | '“' | '”' | '„' | '«' | '»' | ':' | '：' | '-' | '_' | '*' | '●' | '■' | '©' | '>' | '<')
    });
    // A full stop ends "Jr.", and sentences.
    if name.ends_with('.') && !name.ends_with("r.") { name.trim_end_matches('.').to_owned() } else { name.to_owned() }
}

/// Two or more words with capitals (small particles allowed), or a name in a script without capitals.
fn is_full_name(name: &str) -> bool {
    let words: Vec<_> = name.split(' ').filter(|w| !w.is_empty()).collect();
    let Some(first) = name.chars().next() else { return false };
    if !first.is_lowercase() && !first.is_uppercase() && first.is_alphabetic() {
        let letters = name.chars().count();
        return if is_closed(first) {
            (2..=12).contains(&letters) && words.len() <= 3
        } else {
            (2..=MAX_NAME_WORDS).contains(&words.len())
        };
    }
    let capitals = words.iter().filter(|w| starts_upper(w)).count();
    let small = |w: &str| {
        Part::of(w).contains(Part::PARTICLE) || w.starts_with("d'") || w.starts_with("al-") || w.starts_with("d’") || w.starts_with("el-")
    };
    (2..=MAX_NAME_WORDS).contains(&words.len())
        && capitals >= 1
        && words.iter().all(|w| starts_upper(w) || small(w))
        && words.last().is_some_and(|w| starts_upper(w) || small(w))
}

fn starts_upper(word: &str) -> bool {
    word.trim_start_matches(['“', '"', '\'', '‘', '('])
        .chars()
        .next()
        .is_some_and(|c| c.is_uppercase() || c.is_alphabetic() && !c.is_lowercase())
}

/// Whether any word of `text` is of a kind.
fn has_word(kind: Part, text: &str) -> bool {
    text.split([' ', '-', ',', '/']).any(|word| is_word(kind, word))
}

fn starts_with_word(kind: Part, text: &str) -> bool {
    let word = text.split([' ', ':', '/', '：']).next().unwrap_or_default();
    is_word(kind, word)
}

fn is_word(kind: Part, word: &str) -> bool {
    let word = word.trim_matches(['.', ',', ':', '(', ')', '"']);
    let is_lower = word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
    let word = if is_lower { Cow::Borrowed(word) } else { Cow::Owned(lexicon::lower(word)) };
    !word.is_empty() && Part::of(&word).contains(kind)
}

#[cfg(test)]
mod tests;

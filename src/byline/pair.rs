//! A publisher and its author in one line.

use super::{has_word, is_person, is_publisher, parse_value, strip_by};
use crate::date;
use crate::lexicon::bylines::Part;

/// Whether a text is nothing but the names of persons: "Jane Doe, John Roe".
pub(crate) fn are_persons(text: &str) -> bool {
    !text.is_empty() && super::pieces(text).all(|name| is_person(name.trim()))
}

/// Words of the line; a longer one is prose.
const MAX_WORDS: usize = 14;
/// Publisher, author, what the author is.
const MAX_PARTS: usize = 3;
/// Words of a publisher's name.
const MAX_SOURCE: usize = 6;
/// Words that say who wrote amid a line. Others that open by-lines mean "of" as well.
const AMID: [&str; 14] = ["by", "By", "von", "Von", "par", "Par", "por", "Por", "door", "Door", "av", "af", "автор", "Autor:"];
/// Before the name of where it was published.
const IN: [&str; 8] = ["in ", "In ", "en ", "En ", "em ", "Em ", "dans ", "Dans "];

/// A line of a digest, under a title.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Pair<'l> {
    /// The publisher.
    pub(crate) source: &'l str,
    /// Its authors, one at least.
    pub(crate) authors: Vec<String>,
    /// A word says that they are: "by".
    pub(crate) is_said: bool,
}

/// The publisher and the authors that a digest names: "The Example, by Jane Doe", "The Example by Jane Doe", "In Politics by Jane Doe",
/// "The Example · Jane Doe, Legal editor". Where no word says so, only like lines under other titles tell.
pub(crate) fn source_and_authors(line: &str) -> Option<Pair<'_>> {
    let line = line.trim();
    let line = date::trailing_age(line).map_or(line, |at| line[..at].trim_end());
    if let Some((name, authors)) = parted_by_word(line) {
        let source = IN.iter().find_map(|word| name.strip_prefix(word)).unwrap_or(name);
        return Some(Pair { source, authors, is_said: true });
    }
    let by_sign = |signs: &[&str]| signs.iter().find_map(|sign| line.split_once(sign));
    let (source, rest) = by_sign(&[" / ", " - "]).or_else(|| line.split_once([',', '|', '·', '—', '–']))?;
    let (source, (is_said, rest)) = (source.trim(), strip_by(rest.trim()));
    let is_name =
        source.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase()) && !strip_by(source).0 && (is_said || !is_person(source));
    if !is_name || !may_be_pair(line, source) || date::is_date_line(source) {
        return None;
    }
    let authors = parse_value(rest.split([',', '|']).next()?);
    (!authors.is_empty() && authors.iter().all(|name| is_person(name))).then_some(Pair { source, authors, is_said })
}

/// A name of several words, "by", and persons; "Photos and film by Jane Doe" names none.
fn parted_by_word(line: &str) -> Option<(&str, Vec<String>)> {
    let at = AMID.iter().find_map(|word| {
        line.match_indices(word).map(|(at, _)| at).find(|at| {
            let (before, behind) = (&line[..*at], &line[at + word.len()..]);
            before.ends_with(' ') && behind.starts_with(' ')
        })
    })?;
    let (name, rest) = (line[..at].trim_end_matches([' ', ',', '|', '·', '—', '–']), line[at..].split_once(' ')?.1);
    let authors = || parse_value(rest);
    // "AFP by Jane Doe", but not "Words by Jane Doe"
    let is_agency = || !name.contains(char::is_lowercase) && name.chars().count() > 1 || is_publisher(name);
    let is_name = (name.contains(' ') || is_agency()) && !strip_by(name).0 && !has_word(Part::NOT_TEXT, name) && may_be_pair(line, name);
    let starts_so = || name.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) || IN.iter().any(|word| name.starts_with(word));
    // A sentence has small words; so has the name of a section after "in".
    (is_name && starts_so())
        .then(authors)
        .filter(|names| !names.is_empty() && names.iter().all(|one| is_person(one)))
        .map(|names| (name, names))
}

/// The publisher, and its author with what that is, of a line whose publisher may be called like a person: "North Sea Monitor,
/// Jane Doe, Legal editor".
pub(crate) fn halves(line: &str) -> Option<(&str, &str)> {
    let (source, rest) = [", ", " - "].iter().find_map(|sign| line.split_once(sign))?;
    let author = rest.split(',').next()?.trim();
    (may_be_pair(line, source) && line.split(',').count() <= MAX_PARTS && is_person(author)).then_some((source, rest))
}

/// Whether a line is as long as such lines are, and no sentence.
fn may_be_pair(line: &str, source: &str) -> bool {
    let words = |text: &str| text.split_whitespace().count();
    words(line) <= MAX_WORDS && words(source) <= MAX_SOURCE && !line.ends_with(['.', '!', '?', ':'])
}

#[cfg(test)]
mod tests {
    use super::source_and_authors;

    #[test]
    fn a_line_of_a_digest() {
        let found = |line| source_and_authors(line).map(|pair| format!("{}: {}", pair.source, pair.authors.join("; ")));
        for (line, said) in [
            ("Mill Street Journal, by Clementine Ashe", "Mill Street Journal: Clementine Ashe"),
            ("The Pilcrow, by Theo Markides", "The Pilcrow: Theo Markides"),
            ("The Pilcrow, Lionel Achterberg, Legal correspondent", "The Pilcrow: Lionel Achterberg"),
            ("Mill Street Journal by Clementine Ashe", "Mill Street Journal: Clementine Ashe"),
            ("in Better Programming by Jane Doe and John Roe", "Better Programming: Jane Doe; John Roe"),
            ("AFP by Clementine Ashe", "AFP: Clementine Ashe"),
            ("Die Zeitung von Jana Muster", "Die Zeitung: Jana Muster"),
            ("Mill Street Journal / Clementine Ashe", "Mill Street Journal: Clementine Ashe"),
            ("Mill Street Journal - Clementine Ashe", "Mill Street Journal: Clementine Ashe"),
            ("El Cuaderno · Lucía Barreiro y Andrés Molina", "El Cuaderno: Lucía Barreiro; Andrés Molina"),
        ] {
            assert_eq!(found(line).as_deref(), Some(said));
        }
        for line in [
            "Jane Doe, John Roe",
            "Photos and film by Jane Doe",
            "Stopping by Woods on a Snowy Evening",
            "Reviewed by Jane Doe",
            "Words by Jane Doe",
            "By Jane Doe, The Example",
            "On Monday, she went home.",
            "Bread, butter and jam",
            "The Example, 4 May 2026",
        ] {
            assert_eq!(found(line), None, "{line}");
        }
    }
}

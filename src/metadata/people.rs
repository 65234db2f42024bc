//! The authors: persons before groups, and never the site itself where a person signs.

use super::title::is_site;
use crate::article::Origin;
use crate::byline::{self, Sort};

/// The values of one source, in the page's order.
pub(super) struct Group<'g> {
    pub(super) values: Vec<&'g str>,
    pub(super) origin: Origin,
}

/// The authors' names and where they were read. `groups` by trust.
pub(super) fn choose(groups: &[Group<'_>], sites: &[&str]) -> Option<(Vec<String>, Origin)> {
    let read: Vec<(Vec<String>, Origin)> = groups.iter().map(|g| (names(g), g.origin)).filter(|(n, _)| !n.is_empty()).collect();
    let is_person = |name: &String| byline::sort(name) == Sort::Person && !is_site(name, sites);
    let persons = read.iter().find(|(names, _)| names.iter().any(is_person)).map(|(names, origin)| (names.iter().filter(|n| is_person(n)).cloned().collect(), *origin));
    persons.or_else(|| read.into_iter().next())
}

/// Names of values that each hold one name or a by-line.
fn names(group: &Group<'_>) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for value in &group.values {
        let found = match inverted(value) {
            Some(name) => vec![name],
            None if group.origin == Origin::Text => byline::parse(value),
            None => byline::parse_value(value),
        };
        for name in found {
            if !list.iter().any(|n| n.to_lowercase() == name.to_lowercase()) {
                list.push(name);
            }
        }
    }
    list
}

/// `Doe, Jane` as scholarly pages write it.
fn inverted(value: &str) -> Option<String> {
    let (family, given) = value.split_once(',')?;
    let (family, given) = (family.trim(), given.trim());
    let capital = |w: &str| w.chars().next().is_some_and(char::is_uppercase);
    let is_name = |text: &str, most: usize| !text.contains(',') && (1..=most).contains(&text.split(' ').count()) && text.split(' ').all(|w| capital(w));
    let is_person = byline::sort(given) == Sort::Person && byline::sort(family) == Sort::Person && byline::parse(&format!("{given} {family}")).len() == 1;
    // Degrees and roles come behind a full name, or are capitals: "Jane Doe, MD", "Bailey, RD".
    let is_degree = given.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && !given.contains('.');
    (is_name(family, 1) && is_name(given, 3) && is_person && !is_degree).then(|| format!("{given} {family}"))
}

#[cfg(test)]
mod tests {
    use super::{Group, choose};
    use crate::article::Origin;

    fn authors(groups: &[&[&str]], sites: &[&str]) -> Vec<String> {
        let groups: Vec<_> = groups.iter().map(|g| Group { values: g.to_vec(), origin: Origin::Meta }).collect();
        choose(&groups, sites).map(|(names, _)| names).unwrap_or_default()
    }

    #[test]
    fn persons_win_over_the_site() {
        assert_eq!(authors(&[&["The Example"], &["By Jane Doe"]], &["The Example"]), ["Jane Doe"]);
        assert_eq!(authors(&[&["https://www.facebook.com/example"], &["Jane Doe"]], &[]), ["Jane Doe"]);
        assert_eq!(authors(&[&["Jane Doe", "John Roe", "jane doe"]], &[]), ["Jane Doe", "John Roe"]);
        assert_eq!(authors(&[&["Doe, Jane", "Roe, J. R."]], &[]), ["Jane Doe", "J. R. Roe"]);
        assert_eq!(authors(&[&["Reuters"]], &["The Example"]), ["Reuters"]);
    }
}

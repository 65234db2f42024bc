//! The authors: persons before groups, and never the site itself where a person signs.

use super::claim::tidy;
use super::title::is_site;
use crate::article::Origin;
use crate::byline::{self, Sort};
use crate::date;
use crate::lexicon::bylines::Part;
use crate::lexicon::{self, letters, stop_words, wording};

/// The values of one source, in the page's order.
pub(super) struct Group<'g> {
    pub(super) values: Vec<&'g str>,
    pub(super) origin: Origin,
    /// An element says that the text is a name.
    pub(super) is_marked: bool,
}

impl<'g> Group<'g> {
    /// One value.
    pub(super) fn of(value: &'g str, origin: Origin) -> Self {
        Self { values: vec![value], origin, is_marked: false }
    }
}

/// The one of a page's signatures that names a person, where no other names another.
pub(super) fn signature<'s>(signatures: &[&'s str]) -> Option<&'s str> {
    let mut named = signatures.iter().filter_map(|text| Some((*text, byline::parse(text).into_iter().next()?)));
    let (text, first) = named.next()?;
    named.all(|(_, name)| same_person(&name, &first)).then_some(text)
}

/// The authors' names and where they were read. `groups` by trust; `printed` is the by-line that stands at the title.
pub(super) fn choose(groups: &[Group<'_>], printed: Option<&str>, sites: &[&str]) -> Option<(Vec<String>, Origin)> {
    let read: Vec<(Vec<String>, Origin)> = groups.iter().map(|g| (names(g, sites), g.origin)).filter(|(n, _)| !n.is_empty()).collect();
    let is_person = |name: &String| byline::sort(name) == Sort::Person && !is_site(name, sites);
    let persons: Vec<(Vec<String>, Origin)> =
        read.iter().map(|(names, origin)| (names.iter().filter(|n| is_person(n)).cloned().collect(), *origin)).collect();
    let Some((chosen, origin)) = persons.iter().find(|(names, _)| !names.is_empty()) else { return read.into_iter().next() };
    let sites: Vec<String> = sites.iter().map(|site| letters(site)).filter(|site| site.len() >= MIN_SITE).collect();
    let holds_site = |name: &String| sites.iter().any(|site| letters(name).contains(site));
    // Heads often name the first author only; the page's by-line names all. In a list of others' names the author's may be, too.
    let fuller = persons.iter().find(|(names, _)| {
        names.len() > chosen.len()
            && same_person(&names[0], &chosen[0])
            && names.len() <= MAX_VISIBLE
            && chosen.iter().all(|c| names.iter().any(|n| same_person(n, c)))
            && !names.iter().any(holds_site)
    });
    // An account's name, where the page spells the person's out.
    let spelled = || persons.iter().find(|(names, _)| names.len() == chosen.len() && chosen.iter().zip(names).all(|(c, n)| spells(n, c)));
    // The account of who put it there, where the page itself names another.
    let own: Vec<String> = printed.map(byline::parse).unwrap_or_default().into_iter().filter(is_person).collect();
    let is_visible = |origin: Origin| matches!(origin, Origin::Text | Origin::Link);
    let is_seen =
        || persons.iter().any(|(names, origin)| is_visible(*origin) && names.iter().any(|n| chosen.iter().any(|c| same_person(n, c))));
    let is_other = !own.is_empty() && !is_visible(*origin) && !is_seen();
    let own = (own, Origin::Text);
    let fuller = fuller.or_else(spelled).or(Some(&own).filter(|_| is_other));
    Some(fuller.cloned().unwrap_or((chosen.clone(), *origin)))
}

/// Letters of a site's name from which nobody's name holds it by chance: "Example Media", who is no author beside Jane Doe.
const MIN_SITE: usize = 5;
/// Whom pages name that have no author, or whose scripts know none.
const NOBODY: [&str; 9] = ["anonymous", "anonym", "anonyme", "anónimo", "anonimo", "unknown", "undefined", "null", "admin"];
/// Names of one by-line on a page; longer lists are of commenters or of the site's authors.
const MAX_VISIBLE: usize = 8;

/// Whether a name is another in full: `Jane Doe`, of `janedoe`, `jane doe`, `JANE DOE` or `Jane`.
fn spells(long: &str, short: &str) -> bool {
    let is_mixed = |name: &str| name.contains(char::is_lowercase) && name.contains(char::is_uppercase);
    let is_given = |name: &str| name.chars().skip(1).all(char::is_lowercase);
    let is_same = || letters(long) == letters(short);
    let has_more = long.contains(' ') && !short.contains(' ');
    is_same() && (has_more || is_mixed(long) && !is_mixed(short))
        || has_more && is_given(short) && byline::is_person(long) && long.split(' ').next() == Some(short)
}

/// Whether one name is the other with a title or a middle name.
fn same_person(a: &str, b: &str) -> bool {
    let (a, b) = (lexicon::lower(a), lexicon::lower(b));
    let within = |long: &str, short: &str| short.split(' ').all(|w| long.split(' ').any(|l| l == w));
    let is_unspaced = !a.contains(' ') && !b.contains(' ') && !a.is_ascii();
    within(&a, &b) || within(&b, &a) || is_unspaced && (a.contains(&b) || b.contains(&a))
}

/// Names of values that each hold one name or a by-line, or what the site is called.
fn names(group: &Group<'_>, sites: &[&str]) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    let is_alone = group.is_marked && group.values.windows(2).all(|pair| pair[0] == pair[1]);
    for value in &group.values {
        let found = match (inverted(value), group.origin) {
            (Some(name), _) => vec![name],
            (None, Origin::Text) => {
                let alone = || Some(value.trim_end_matches(['|', ' '])).filter(|name| is_alone && is_account(name)).map(str::to_owned);
                Some(byline::parse(value)).filter(|n| !n.is_empty()).unwrap_or_else(|| alone().into_iter().collect())
            }
            // "Morgan & Morgan"
            (None, _) if value.split_once(" & ").is_some_and(|(a, b)| !a.contains(' ') && !b.contains(' ')) => vec![tidy(value)],
            (None, _) => {
                // "Redacci&oacute;n", of which the sign would part two names.
                let value = &tidy(value);
                Some(byline::parse_value(value)).filter(|n| !n.is_empty()).unwrap_or_else(|| nickname(value).into_iter().collect())
            }
        };
        // "Human in the Loop" is not by one called Human.
        let is_cut =
            !found.is_empty() && !found.iter().any(|name| is_site(name, sites)) && sites.iter().any(|site| letters(site) == letters(value));
        let found = if is_cut { vec![tidy(value)] } else { found };
        for name in found.into_iter().filter(|name| !NOBODY.iter().any(|none| name.eq_ignore_ascii_case(none))) {
            if !list.iter().any(|n| lexicon::lower(n) == lexicon::lower(&name)) {
                list.push(name);
            }
        }
    }
    // "Reviewed by Jane Doe", and her name again, which is a link.
    let others = || group.values.iter().filter(|value| byline::is_of_others(value));
    list.retain(|name| !others().any(|line| line.contains(name.as_str())));
    list
}

/// Whether a text is the name of an account, in one word.
fn is_account(text: &str) -> bool {
    const MIN_LETTERS: usize = 3;
    let reading = wording::read(text);
    text.len() >= MIN_LETTERS
        && !text.contains(' ')
        && !byline::is_by_word(text)
        && reading.may_be_name()
        && !stop_words::contains(&lexicon::lower(text))
        && byline::sort(text) == Sort::Person
        && nickname(text).is_some()
}

/// A marked value that is no usual name, as forums have them: `hayley.p`, `98 Buck`.
fn nickname(value: &str) -> Option<String> {
    const MAX_LETTERS: usize = 30;
    let is_name = value.chars().count() <= MAX_LETTERS
        && value.chars().any(char::is_alphabetic)
        && !value.contains(['/', '@', '{', '<', '|', ':'])
        && !value.contains("www.")
        && !date::is_date_line(value);
    is_name.then(|| value.to_owned())
}

/// `Doe, Jane` as scholarly pages write it.
fn inverted(value: &str) -> Option<String> {
    let (family, given) = value.split_once(',')?;
    let (family, given) = (family.trim(), given.trim());
    let capital = |w: &str| w.chars().next().is_some_and(char::is_uppercase);
    // "Jong, Hanna de"
    let may_follow = |w: &str| Part::of(w).contains(Part::PARTICLE) || capital(w);
    let is_name = |text: &str, most: usize| {
        !text.contains(',') && (1..=most).contains(&text.split(' ').count()) && capital(text) && text.split(' ').all(may_follow)
    };
    let is_person = byline::sort(given) == Sort::Person
        && byline::sort(family) == Sort::Person
        && byline::parse(&format!("{given} {family}")).len() == 1;
    // Degrees and roles come behind a full name, or are capitals: "Jane Doe, MD", "Bailey, RD".
    let is_degree = given.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && !given.contains('.');
    (is_name(family, 1) && is_name(given, 3) && is_person && !is_degree).then(|| format!("{given} {family}"))
}

#[cfg(test)]
mod tests {
    use super::{Group, choose};
    use crate::article::Origin;

    fn authors(groups: &[&[&str]], sites: &[&str]) -> Vec<String> {
        let groups: Vec<_> = groups.iter().map(|g| Group { values: g.to_vec(), origin: Origin::Meta, is_marked: false }).collect();
        choose(&groups, None, sites).map(|(names, _)| names).unwrap_or_default()
    }

    #[test]
    fn a_publisher_signs_beside_nobody() {
        assert_eq!(authors(&[&["Jane Doe"], &["Jane Doe, Example Media"]], &["The Example", "Example"]), ["Jane Doe"]);
    }

    #[test]
    fn persons_win_over_the_site() {
        assert_eq!(authors(&[&["The Example"], &["By Jane Doe"]], &["The Example"]), ["Jane Doe"]);
        assert_eq!(authors(&[&["https://www.facebook.com/example"], &["Jane Doe"]], &[]), ["Jane Doe"]);
        assert_eq!(authors(&[&["Jane Doe", "John Roe", "jane doe"]], &[]), ["Jane Doe", "John Roe"]);
        assert_eq!(authors(&[&["Doe, Jane", "Roe, J. R."]], &[]), ["Jane Doe", "J. R. Roe"]);
        assert_eq!(authors(&[&["Jane Doe"], &["Written by Dr Jane Doe and John Roe"]], &[]), ["Dr Jane Doe", "John Roe"]);
        assert_eq!(authors(&[&["hayley.p"]], &[]), ["hayley.p"]);
        assert_eq!(authors(&[&["undefined"], &["By Jane Doe"]], &[]), ["Jane Doe"]);
        assert_eq!(authors(&[&["Reuters"]], &["The Example"]), ["Reuters"]);
    }
}

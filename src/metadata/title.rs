//! The headline, without the site's name.

use super::claim::tidy;
use crate::article::Origin;
use crate::lexicon::wording::{self, Wording};
use crate::lexicon::{self, BEHIND_LATIN, letters, stop_words};

/// Signs between a headline and the site's name.
const SEPARATORS: [&str; 18] =
    [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " ― ", " / ", " ⋆ ", " // ", " * ", " ~ ", "｜", "：", "_"];
/// Share of the shorter of two texts' words that must be in the longer for them to speak of the same.
const SAME_SHARE: f32 = 0.6;

/// The same, for a heading that says it in other words.
const NEAR_SHARE: f32 = 0.35;
/// Letters of a title; longer ones are descriptions in the wrong place.
const MAX_TITLE: usize = 250;
/// Bytes; in longer titles no site's name is looked for.
const MAX_CUT: usize = 1000;
/// Words before the colon of a page's title that may be the site's name.
const MAX_LABEL: usize = 4;
/// Words of a title behind a label.
const MIN_LABELLED: usize = 3;
/// What titles of lists begin with, and leave out.
const BEST: [&str; 4] = ["best", "top", "beste", "mejores"];
/// Words of a title behind its kicker.
const MIN_TITLE: usize = 4;
/// Letters of a word of a site's name that its host says too.
const MIN_SAID: usize = 4;
/// Letters of a part that is taken for the headline because another source has just this part.
const MIN_ALONE: usize = 12;
/// What sites add to their name, lettersed.
const SITE_WORDS: [&str; 22] = [
    "com", "org", "net", "de", "fr", "it", "es", "nl", "couk", "uk", "ch", "at", "us", "news", "online", "tv", "magazine", "blog",
    "website", "digital", "media", "home",
];

/// A possible title.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'c> {
    pub(super) text: &'c str,
    pub(super) origin: Origin,
}

/// Which of a page's own words for itself is its headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// News desks write `og:title` by hand, as the headline.
    News,
    /// Elsewhere it is made for search engines; the heading is what readers see.
    Other,
}

/// The best title. `named` are candidates by trust; `headings` are the page's main headings; `sites` are the site's names.
pub(super) fn choose(
    named: &[Candidate<'_>],
    page_title: Option<&str>,
    headings: &[&str],
    sites: &[&str],
    style: Style,
) -> Option<(String, Origin)> {
    let confirmers: Vec<&str> = named.iter().map(|c| c.text).chain(headings.iter().copied()).chain(page_title).collect();
    let lettered = |list: &[&str]| list.iter().map(|text| letters(text)).collect::<Vec<_>>();
    let (own, confirming) = (lettered(headings), lettered(&confirmers));
    let clean = |text: &str| without_site(text, sites, &own, &confirming);
    let said: Vec<&str> = named.iter().map(|c| c.text).chain(page_title).collect();
    let named: Vec<(String, Origin)> = named.iter().map(|c| (clean(c.text), c.origin)).collect();
    let page = page_title.map(|t| (clean(t), Origin::PageTitle));
    let headings: Vec<(String, Origin)> = headings.iter().map(|h| (clean(h), Origin::Heading)).collect();
    // "Headline | line over it | Site", where the page's object and a heading are the headline alone.
    let parts =
        || said.first().filter(|title| title.len() <= MAX_CUT).into_iter().flat_map(|title| SEPARATORS.map(|sign| title.split(sign)));
    let is_part = |own: &String| parts().flatten().any(|part| letters(part) == *own);
    let confirmed = |(text, origin): &&(String, Origin)| {
        let (letters, first) = (letters(text), named.first().map(|(first, _)| letters(first)));
        *origin == Origin::JsonLd && first.as_ref() != Some(&letters) && own.contains(&letters) && is_part(&letters)
    };
    if let Some(headline) = named.iter().find(confirmed) {
        return Some(headline.clone());
    }
    let about = |h: &str, share: f32| named.iter().chain(&page).any(|(t, _)| shared(t, h) >= share);
    let heading = |share: f32| headings.iter().find(|(h, _)| !is_site(h, sites) && about(h, share)).cloned();
    let exact = || headings.iter().find(|(h, _)| !is_site(h, sites) && said.iter().any(|t| opens(t, h, &headings))).cloned();
    let mut list: Vec<(String, Origin)> = Vec::new();
    if style == Style::Other {
        list.extend(exact().or_else(|| heading(SAME_SHARE)).or_else(|| heading(NEAR_SHARE)));
    }
    list.extend(named.iter().cloned());
    list.extend(heading(SAME_SHARE));
    list.extend(page.iter().cloned());
    list.extend(headings.iter().cloned());
    let is_title = |(t, _): &&(String, Origin)| !is_site(t, sites) && t.chars().count() <= MAX_TITLE;
    let (text, origin) = list.iter().find(is_title).or(list.first()).cloned()?;
    // "Harbour : Ferry runs again", where another knows what parts them: "Harbour: Ferry runs again".
    if text.contains(" : ")
        && let Some(same) = list.iter().find(|(t, _)| !t.contains(" : ") && letters(t) == letters(&text))
    {
        return Some((same.0.clone(), origin));
    }
    // Cut with an ellipsis: another says the whole.
    if let Some(start) = text.strip_suffix('…').or_else(|| text.strip_suffix("...")) {
        let start = start.trim_end();
        if let Some(whole) = list.iter().find(|(t, _)| t.len() > text.len() && t.starts_with(start)) {
            return Some(whole.clone());
        }
    }
    // "Title: A study", "The Example: A study", where another says "A study".
    let is_label = |label: &str| !label.contains(' ') || origin == Origin::PageTitle && label.split(' ').count() <= MAX_LABEL;
    let labelled = text.split_once(": ").filter(|(label, _)| is_label(label)).map(|(_, rest)| (rest.to_owned(), letters(rest)));
    if let Some((rest, own)) = labelled
        && list.iter().any(|(t, _)| letters(t) == own)
    {
        return Some((rest, origin));
    }
    // "Question Which gate?", a label and a title that the style sheet parts, where another parts them by a sign: "Question - Which gate?".
    let parted = said.iter().filter(|t| t.len() <= MAX_CUT).flat_map(|t| SEPARATORS.iter().filter_map(|sign| t.split_once(sign)));
    let mut labelled = parted.filter_map(|(label, _)| Some((label, text.strip_prefix(label)?.strip_prefix(' ')?)));
    let is_label = |(label, rest): &(&str, &str)| {
        label.split(' ').count() <= 2
            && rest.split(' ').count() >= MIN_LABELLED
            && said.iter().any(|t| SEPARATORS.iter().any(|sign| t.starts_with(&format!("{label}{sign}{rest}"))))
    };
    if let Some((_, rest)) = labelled.find(is_label).filter(|_| origin == Origin::Heading) {
        return Some((rest.to_owned(), origin));
    }
    // "Local news Swing bridge to reopen": a heading's first words, which another leaves out, are its kicker.
    let without_kicker = |title: &str| {
        let kicker = text.strip_suffix(title)?;
        let first = lexicon::lower(kicker.split_whitespace().next()?);
        // "The Best", "Best", "“Quoted”:" belong to what follows.
        let opens = stop_words::contains(&first) || BEST.contains(&first.as_str()) || kicker.trim_end().ends_with(':');
        // "25 Things to Do"
        let counts = kicker.trim_end().chars().all(|c| c.is_ascii_digit());
        let is_one = kicker.ends_with(' ') && kicker.split_whitespace().count() <= MAX_LABEL && !opens && !counts;
        let is_whole = title.split_whitespace().count() >= MIN_TITLE && !title.starts_with(char::is_lowercase);
        (origin == Origin::Heading && is_one && is_whole).then(|| title.to_owned())
    };
    let firsts = page_title.into_iter().flat_map(|title| SEPARATORS.iter().filter_map(|s| Some(title.split_once(s)?.0)));
    let bare = list.iter().map(|(title, _)| title.as_str()).chain(firsts).find_map(without_kicker);
    Some((bare.unwrap_or(text), origin))
}

/// `title` without a site's name before or behind it: cut only where the cut part is a known name of the site, or the
/// rest stands elsewhere on its own. Of headings and others that confirm, the letters.
fn without_site(title: &str, sites: &[&str], headings: &[String], confirmers: &[String]) -> String {
    let mut text = title.trim();
    if text.len() > MAX_CUT {
        return text.to_owned();
    }
    // "Headline | Section | Site"
    for _ in 0..3 {
        let stands_alone = |rest: &str| {
            let own = letters(rest);
            // A sign of Chinese says as much as two letters.
            let is_long = rest.chars().count() >= MIN_ALONE || rest.len() >= 2 * MIN_ALONE;
            headings.contains(&own) || is_long && confirmers.contains(&own)
        };
        let separated = SEPARATORS.iter().flat_map(|s| text.match_indices(s));
        let cuts: Vec<(&str, &str)> = separated.filter_map(|(at, s)| Some((text.get(..at)?, text.get(at + s.len()..)?))).collect();
        // A section's name stands on its own too, but it is short beside the headline.
        let alone = |rest: &str, cut: &str| 2 * rest.len() >= cut.len() && stands_alone(rest);
        // A heading that begins with what the site is called may speak of that: "Harwick - a town by the sea".
        let is_headline = headings.contains(&letters(text));
        let behind = cuts.iter().filter(|(rest, cut)| is_site(cut, sites) || alone(rest, cut)).map(|(rest, _)| rest);
        let before = cuts.iter().filter(|(cut, rest)| !is_headline && is_site(cut, sites) || alone(rest, cut)).map(|(_, rest)| rest);
        let rest = behind.chain(before).max_by_key(|rest| rest.len());
        // "The Example - Home"
        match rest.map(|rest| rest.trim()).filter(|r| !r.is_empty() && !wording::read(r).whole.contains(Wording::NAVIGATION)) {
            Some(rest) => text = rest,
            None => break,
        }
    }
    // "Site: headline"
    let is_named = |cut: &str| is_exactly_site(cut, sites) && !headings.contains(&letters(text));
    if let Some((_, rest)) = text.split_once(": ").filter(|(cut, rest)| is_named(cut) && rest.len() > cut.len()) {
        text = rest.trim();
    }
    text.to_owned()
}

/// Whether a text is one of the site's names, with or without a word such as "News" or ".org".
pub(super) fn is_site(text: &str, sites: &[&str]) -> bool {
    let bare = |t: &str| letters(t.strip_prefix("The ").unwrap_or(t).trim_start_matches("www."));
    // "Example Tires", of tires.example.com
    let is_label =
        |word: &str| sites.iter().any(|site| site.contains('.') && site.split('.').any(|label| label.eq_ignore_ascii_case(word)));
    if text.contains(' ') && text.split(' ').all(is_label) {
        return true;
    }
    let text = bare(text);
    let added = |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || SITE_WORDS.contains(&rest));
    text.chars().count() >= 2
        && sites.iter().map(|site| bare(site)).any(|site| {
            let starts = site.starts_with(&text) && text.chars().count() >= 4 && site.len() <= 2 * text.len();
            !site.is_empty() && (added(&text, &site) || added(&site, &text) || starts)
        })
}

/// The site's name, which a page's title says behind its headline: "Headline | The Example". It is confirmed by the host, the-example.com;
/// one in letters that hosts are not written in need not be. Elsewhere it may be a section's.
pub(super) fn site_behind<'t>(title: &'t str, headline: &str, host: &str) -> Option<&'t str> {
    const MAX_LETTERS: usize = 40;
    // White space, and what only says in which direction it is written.
    let is_mark = |c: char| c.is_whitespace() || ('\u{200e}'..='\u{202e}').contains(&c);
    let headline = letters(headline);
    let is_behind = |text: &str| letters(text).starts_with(&headline);
    let cuts = SEPARATORS.iter().chain(&[": ", " : "]).filter_map(|sign| title.rsplit_once(sign)).filter(|(before, _)| is_behind(before));
    let name = cuts.map(|(_, name)| name.trim_matches(is_mark)).min_by_key(|name| name.len())?;
    let host = letters(host);
    let is_foreign = |name: &str| !name.contains(|c: char| c.is_alphabetic() && c < BEHIND_LATIN);
    let is_said =
        |name: &str| name.split(|c: char| !c.is_alphanumeric()).any(|word| word.len() >= MIN_SAID && host.contains(&letters(word)));
    let is_name = !headline.is_empty() && name.chars().count() <= MAX_LETTERS && wording::read(name).may_be_name();
    Some(name).filter(|name| is_name && (is_said(name) || host.contains(&letters(name)) || is_foreign(name)))
}

/// A site's name that goes on with the page's title: "The Example » Ferry runs again".
pub(super) fn without<'n>(name: &'n str, title: Option<&str>) -> &'n str {
    let Some(title) = title.map(letters) else { return name };
    let mut cuts = SEPARATORS.iter().filter_map(|sign| name.split_once(sign));
    cuts.find(|(_, rest)| letters(rest) == title).map_or(name, |(name, _)| name)
}

/// A site's name without the slogan beside it, where the host says just one of its parts: "The Example | News from the valley".
pub(super) fn without_slogan(name: &str, host: &str) -> String {
    let tails = || std::iter::successors(Some(host), |tail| tail.split_once('.').map(|(_, rest)| rest)).map(letters);
    let parted = SEPARATORS.iter().fold(format!("{name} "), |name, sign| name.replace(sign, "\n"));
    let parts = || parted.lines().map(str::trim).filter(|part| !part.is_empty());
    let is_word = |word: &str| word.len() > MIN_SAID && letters(host).contains(word) && !SITE_WORDS.contains(&word);
    let is_said = |part: &&str| {
        let (own, mut words) = (letters(part), part.split(|c: char| !c.is_alphanumeric()));
        let starts = own.len() >= MIN_SAID && tails().any(|tail| tail.starts_with(&own));
        starts || words.any(|word| is_word(&letters(word)))
    };
    let mut said = parts().filter(is_said);
    match (said.next(), said.next(), parts().count()) {
        // Capitals alone are the name cut short.
        (Some(own), None, _) if own.contains(char::is_lowercase) => own.to_owned(),
        (.., 1) => parted.trim().to_owned(),
        _ => name.to_owned(),
    }
}

fn is_exactly_site(text: &str, sites: &[&str]) -> bool {
    let text = letters(text);
    !text.is_empty() && sites.iter().any(|site| letters(site) == text)
}

/// Whether a title is `heading`, or begins with it and goes on behind a sign: "Heading — Handbook", where the handbook's name
/// is a heading of its own. Of "Diary — Heading" the longer part is the headline.
fn opens(title: &str, heading: &str, headings: &[(String, Origin)]) -> bool {
    // What the title says was escaped twice is read as meant; a heading stays as it is seen.
    let heading = letters(&tidy(heading));
    if heading.is_empty() || title.len() > MAX_CUT {
        return false;
    }
    let is_headline = |rest: &str| rest.len() > 2 * heading.len() && headings.iter().any(|(h, _)| letters(h) == rest);
    let mut cuts = SEPARATORS.iter().chain(&[" ["]).filter_map(|sign| title.split_once(sign));
    letters(title) == heading || cuts.any(|(first, rest)| letters(first) == heading && !is_headline(&letters(rest)))
}

/// Whether two titles speak of the same.
pub(super) fn alike(a: &str, b: &str) -> bool {
    shared(a, b) >= SAME_SHARE
}

/// The share of the shorter text's words that are in the longer; 0 where one shared word proves nothing.
fn shared(a: &str, b: &str) -> f32 {
    let words = |t: &str| {
        let mut list: Vec<String> = t.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(crate::lexicon::lower).collect();
        // Scripts without spaces: their characters are the words.
        if list.iter().any(|w| w.chars().any(|c| ('\u{3040}'..='\u{9fff}').contains(&c))) {
            list = list.concat().chars().map(String::from).collect();
        }
        list
    };
    let (mut short, mut long) = (words(a), words(b));
    if short.len() > long.len() {
        std::mem::swap(&mut short, &mut long);
    }
    let hits = short.iter().filter(|w| long.contains(w)).count();
    if hits == 0 || hits == 1 && short.len() == 1 && long.len() > 3 {
        return 0.0;
    }
    hits as f32 / short.len() as f32
}

/// Whether a longer title holds a text as a whole; the text is long enough not to do so by chance.
pub(super) fn repeats(title: &str, text: &str) -> bool {
    const MIN_LETTERS: usize = 12;
    let text = letters(text);
    text.chars().count() >= MIN_LETTERS && letters(title).contains(&text)
}

#[cfg(test)]
mod tests {
    use super::{Candidate, Style, choose, is_site};
    use crate::article::Origin;

    fn title(named: &[&str], page: &str, headings: &[&str], sites: &[&str]) -> String {
        let named: Vec<_> = named.iter().map(|text| Candidate { text, origin: Origin::Meta }).collect();
        choose(&named, Some(page), headings, sites, Style::News).map(|(t, _)| t).unwrap_or_default()
    }

    #[test]
    fn the_site_s_name_is_cut_where_it_is_known() {
        assert_eq!(title(&[], "Bridge closed - The Example", &[], &["The Example"]), "Bridge closed");
        assert_eq!(title(&[], "Bridge closed | Example News", &[], &["Example"]), "Bridge closed");
        assert_eq!(title(&[], "Example: Bridge closed for a year", &[], &["Example"]), "Bridge closed for a year");
        assert_eq!(title(&[], "Bridge closed - the long way round", &[], &["Example"]), "Bridge closed - the long way round");
        assert_eq!(title(&["Bridge closed | City | Example"], "Bridge closed | City | Example", &["Bridge closed"], &[]), "Bridge closed");
        assert_eq!(title(&["南海トラフ、一時調査：中日新聞Web"], "", &[], &["中日新聞Web"]), "南海トラフ、一時調査");
        assert_eq!(title(&["桥塌了_山谷网"], "", &[], &["山谷网"]), "桥塌了");
    }

    #[test]
    fn names_of_the_site() {
        for text in ["The Example", "Example", "Example News", "example.com", "EXAMPLE"] {
            assert!(is_site(text, &["Example"]), "{text}");
        }
        assert!(!is_site("Example Pro 2", &["Example"]));
        assert!(!is_site("Bridge closed", &["Example"]));
    }

    #[test]
    fn headings_confirm_and_complete() {
        assert_eq!(title(&["Bridge closed after the…"], "x", &["Bridge closed after the storm"], &[]), "Bridge closed after the storm");
        assert_eq!(title(&[], "Bridge closed – somewhere", &["Welcome", "Bridge closed"], &[]), "Bridge closed");
        assert_eq!(title(&["Title: Bridge closed"], "Bridge closed", &[], &[]), "Bridge closed");
        assert_eq!(title(&["Bridges: a history"], "Bridges: a history", &[], &[]), "Bridges: a history");
        assert_eq!(title(&["The Example"], "Bridge closed", &[], &["The Example"]), "Bridge closed");
        assert_eq!(title(&[], "", &[], &[]), "");
    }
}

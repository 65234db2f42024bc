//! The headline, without the site's name.

use crate::article::Origin;

/// Signs between a headline and the site's name.
const SEPARATORS: [&str; 12] = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " ― ", " / ", " ⋆ "];
/// Share of the shorter of two texts' words that must be in the longer for them to speak of the same.
const SAME_SHARE: f32 = 0.6;

/// A possible title.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'c> {
    pub(super) text: &'c str,
    pub(super) origin: Origin,
}

/// The best title. `named` are candidates by trust; `headings` are the page's main headings; `sites` are the site's names.
pub(super) fn choose(named: &[Candidate<'_>], page_title: Option<&str>, headings: &[&str], sites: &[&str]) -> Option<(String, Origin)> {
    let confirmers: Vec<&str> = named.iter().map(|c| c.text).chain(headings.iter().copied()).chain(page_title).collect();
    let clean = |text: &str| without_site(text, sites, &confirmers);
    let mut list: Vec<(String, Origin)> = named.iter().map(|c| (clean(c.text), c.origin)).filter(|(t, _)| !is_site(t, sites)).collect();
    // A heading counts where it is what the title is about, or where nothing else does.
    let page = page_title.map(clean).filter(|t| !is_site(t, sites));
    let heading = headings.iter().find(|h| !is_site(h, sites) && (page.as_deref().into_iter().chain(list.iter().map(|(t, _)| t.as_str())).any(|t| alike(t, h))));
    list.extend(heading.map(|h| ((*h).to_owned(), Origin::Heading)));
    list.extend(page.map(|t| (t, Origin::PageTitle)));
    list.extend(headings.iter().filter(|h| !is_site(h, sites)).map(|h| ((*h).to_owned(), Origin::Heading)));
    let (text, origin) = list.first().cloned()?;
    // Cut with an ellipsis: another says the whole.
    if let Some(start) = text.strip_suffix('…').or_else(|| text.strip_suffix("...")) {
        let start = start.trim_end();
        if let Some(whole) = list.iter().find(|(t, _)| t.len() > text.len() && t.starts_with(start)) {
            return Some(whole.clone());
        }
    }
    Some((text, origin))
}

/// `title` without a site's name before or behind it: cut only where the cut part is a known name of the site, or the
/// rest stands elsewhere on its own.
fn without_site(title: &str, sites: &[&str], confirmers: &[&str]) -> String {
    let mut text = title.trim();
    // "Headline | Section | Site"
    for _ in 0..3 {
        let stands_alone = |rest: &str| rest.len() >= 8 && confirmers.iter().any(|c| squash(c) == squash(rest));
        let ends = SEPARATORS.iter().flat_map(|s| text.rmatch_indices(s));
        let behind = ends.filter_map(|(at, s)| Some((text.get(..at)?, text.get(at + s.len()..)?))).find(|(rest, cut)| is_site(cut, sites) || stands_alone(rest));
        let before = || SEPARATORS.iter().filter_map(|s| text.split_once(s)).find(|(cut, rest)| is_site(cut, sites) || stands_alone(rest));
        let rest = behind.map(|(rest, _)| rest).or_else(|| before().map(|(_, rest)| rest));
        match rest.map(str::trim).filter(|r| !r.is_empty()) {
            Some(rest) => text = rest,
            None => break,
        }
    }
    // "Site: headline"
    if let Some((cut, rest)) = text.split_once(": ").filter(|(cut, rest)| is_exactly_site(cut, sites) && rest.len() > cut.len()) {
        let _ = cut;
        text = rest.trim();
    }
    text.to_owned()
}

/// Whether a text is one of the site's names, or one with a word added ("Example" and "Example News", "example.org").
pub(super) fn is_site(text: &str, sites: &[&str]) -> bool {
    let text = squash(text);
    let long_enough = |s: &str| s.chars().count() >= 3;
    long_enough(&text)
        && sites.iter().any(|site| {
            let site = squash(site);
            long_enough(&site) && (text == site || (text.starts_with(&site) && text.len() <= 2 * site.len() + 6) || (site.starts_with(&text) && site.len() <= 2 * text.len()))
        })
}

fn is_exactly_site(text: &str, sites: &[&str]) -> bool {
    let text = squash(text);
    !text.is_empty() && sites.iter().any(|site| squash(site) == text)
}

/// Whether two titles speak of the same: most words of the shorter are in the longer.
pub(super) fn alike(a: &str, b: &str) -> bool {
    let words = |t: &str| t.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect::<Vec<_>>();
    let (mut short, mut long) = (words(a), words(b));
    if short.len() > long.len() {
        std::mem::swap(&mut short, &mut long);
    }
    let shared = short.iter().filter(|w| long.contains(w)).count();
    !short.is_empty() && shared as f32 >= SAME_SHARE * short.len() as f32 && (short.len() > 1 || long.len() <= 3 || squash(a) == squash(b))
}

/// Whether a longer title holds a text as a whole; the text is long enough not to do so by chance.
pub(super) fn repeats(title: &str, text: &str) -> bool {
    const MIN_LETTERS: usize = 12;
    let text = squash(text);
    text.chars().count() >= MIN_LETTERS && squash(title).contains(&text)
}

/// Letters and digits in lower case.
pub(super) fn squash(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{Candidate, choose};
    use crate::article::Origin;

    fn title(named: &[&str], page: &str, headings: &[&str], sites: &[&str]) -> String {
        let named: Vec<_> = named.iter().map(|text| Candidate { text, origin: Origin::Meta }).collect();
        choose(&named, Some(page), headings, sites).map(|(t, _)| t).unwrap_or_default()
    }

    #[test]
    fn the_site_s_name_is_cut_where_it_is_known() {
        assert_eq!(title(&[], "Bridge closed - The Example", &[], &["The Example"]), "Bridge closed");
        assert_eq!(title(&[], "Bridge closed | Example News", &[], &["Example"]), "Bridge closed");
        assert_eq!(title(&[], "Example: Bridge closed for a year", &[], &["Example"]), "Bridge closed for a year");
        assert_eq!(title(&[], "Bridge closed - the long way round", &[], &["Example"]), "Bridge closed - the long way round");
        assert_eq!(title(&["Bridge closed | City | Example"], "Bridge closed | City | Example", &["Bridge closed"], &[]), "Bridge closed");
    }

    #[test]
    fn headings_confirm_and_complete() {
        assert_eq!(title(&["Bridge closed after the…"], "x", &["Bridge closed after the storm"], &[]), "Bridge closed after the storm");
        assert_eq!(title(&[], "Bridge closed – somewhere", &["Welcome", "Bridge closed"], &[]), "Bridge closed");
        assert_eq!(title(&["The Example"], "Bridge closed", &[], &["The Example"]), "Bridge closed");
        assert_eq!(title(&[], "", &[], &[]), "");
    }
}

//! What addresses tell: whether they are articles'.

use super::Page;
use super::door;
use super::headline;
use crate::address::{self, AUTHOR_FOLDERS, MEMBER_FOLDERS};
use crate::date;
use crate::lexicon::stems::Stems;
use crate::lexicon::wording::Wording;
use crate::page_kind::PageKind;
use crate::passage::Judged;
use std::sync::LazyLock;

/// Digits of an article's number in its address.
const MIN_NUMBER: usize = 3;
/// The same where a folder of the address is called as lists are.
const MIN_COUNTED: usize = 5;
/// Digits of a day.
const DAY_DIGITS: usize = 8;
/// Dashes in the last part of an address that is a title, not a name.
const MIN_TITLE_DASHES: usize = 3;
/// Exchanges of adverts, by the name in their hosts.
const EXCHANGES: [&str; 6] = ["outbrain", "taboola", "doubleclick", "googleadservices", "revcontent", "mgid"];
/// How an address in another's query begins.
const BEGIN_ADDRESS: [&str; 4] = ["http://", "https://", "http%3a%2f%2f", "https%3a%2f%2f"];
/// Folders of addresses that lead through a count of clicks, or say that they are paid for.
const PAID_FOLDERS: [&str; 5] = ["redir", "redirect", "adclick", "sponsored", "sponsored-content"];
/// Folders whose pages list articles: no articles themselves.
const LISTS: &str = "coupon coupons gutscheine vouchers tag tags tagged topic topics tema temas temat thema themen theme themes etiqueta \
    etiquetas etiket schlagwort stichwort label labels keyword keywords category categories kategorie categoria categorie \
    search suche";
/// Hosts of a publisher's, and last folders of its addresses, that offer work, goods or itself.
const MARKETS: &str = "abo subscribe subscription subscriptions abonnement newsletter newsletters jobs job stellenmarkt careers karriere shop store marketplace";
/// What stands between a site's name and the domain of its country, as in `.co.uk`. The full list (publicsuffix.org) has
/// thousands; these are the kinds that countries share.
const SECOND_LEVEL: [&str; 15] = ["co", "com", "org", "net", "gov", "ac", "edu", "or", "ne", "go", "gob", "gouv", "mil", "nom", "gen"];

/// Whether an address is of another site than the page. Without a host it is the page's own.
pub(super) fn is_elsewhere(url: &str, page: &Page<'_>) -> bool {
    site(url).is_some_and(|there| !page.sites.iter().any(|own| own.eq_ignore_ascii_case(there)))
}

/// The name that is registered, such as `news.co.uk` of `https://www.news.co.uk/a`.
pub(crate) fn site(url: &str) -> Option<&str> {
    let host = beyond_scheme(url)?.split(['/', '?', '#']).next()?;
    let mut labels = host.rsplit('.');
    let (country, second) = (labels.next()?, labels.next().unwrap_or_default());
    let is_shared = country.len() == 2 && SECOND_LEVEL.iter().any(|known| known.eq_ignore_ascii_case(second));
    let start = host.rmatch_indices('.').nth(if is_shared { 2 } else { 1 }).map_or(0, |(dot, _)| dot + 1);
    Some(&host[start..])
}

/// Host and path of an address that has a host.
fn beyond_scheme(url: &str) -> Option<&str> {
    url.strip_prefix("//").or_else(|| address::beyond_scheme(url))
}

/// Whether an address is that of a site alone.
pub(super) fn is_first_page(url: &str) -> bool {
    beyond_scheme(url).is_some_and(|rest| rest.split_once('/').is_none_or(|(_, path)| path.is_empty()))
}

/// Whether an address leads through an exchange of adverts.
fn is_exchange(url: &str) -> bool {
    let Some((host, path)) = beyond_scheme(url).and_then(|rest| rest.split_once('/')) else { return false };
    let mut folders = address::path(path).split('/').map(|folder| folder.split('.').next().unwrap_or_default());
    host.split('.').any(|label| is_called(label, EXCHANGE)) || folders.any(|folder| is_called(folder, PAID))
}

/// Whether an address is an advert's: it leads through an exchange, or tells another site which one it came from, or leads through
/// another site to a third one.
pub(super) fn is_paid(url: &str, page: &Page<'_>) -> bool {
    let tells = || {
        let query = url.split_once('?').map(|(_, query)| query.to_ascii_lowercase()).unwrap_or_default();
        let names_exchange = |pair: &str| EXCHANGES.iter().any(|exchange| pair.contains(exchange));
        let holds_address = |pair: &str| pair.split_once('=').is_some_and(|(_, value)| BEGIN_ADDRESS.iter().any(|b| value.starts_with(b)));
        query.split(['&', '#']).any(|pair| names_exchange(pair) || holds_address(pair))
    };
    is_exchange(url) || is_elsewhere(url, page) && tells()
}

/// Whether an address is like the page's own, but for its numbers and names: `/issue/205/586` beside `/issue/204/12`.
pub(super) fn is_sibling(target: &str, page: &Page<'_>) -> bool {
    // Chapters of a manual are numbered; articles have longer numbers, or the page says that it is one.
    let is_article = page.kind == PageKind::Article || target.rsplit('/').find(|part| !part.is_empty()).is_some_and(is_counted);
    // `/view.php?id=1042` beside `/view.php?id=998`.
    let has_twin = counted(target).is_some_and(|path| page.targets.iter().any(|own| counted(own) == Some(path)));
    has_twin
        || is_article
            && shape(target).nth(2).is_some()
            && shape(target).last() == Some("*")
            && page.targets.iter().any(|own| shape(own).eq(shape(target)))
}

/// Whether a part of an address has a number as long as those of articles.
fn is_counted(part: &str) -> bool {
    part.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() >= MIN_NUMBER)
}

/// What stands before such a number in an address's query.
fn counted(address: &str) -> Option<&str> {
    address.split_once('?').filter(|(_, query)| is_counted(query)).map(|(path, _)| path)
}

/// The folders of an address, a star for those that are numbers or names.
fn shape(address: &str) -> impl Iterator<Item = &str> {
    // A wiki writes capitals and dashes below.
    let is_title = |part: &str| part.matches('-').count() >= 2 || part.matches('_').count() >= 2 && !part.contains(char::is_uppercase);
    let folders = address.split('?').next().unwrap_or_default().split('/');
    folders.map(move |part| if part.contains(|c: char| c.is_ascii_digit()) || is_title(part) { "*" } else { part })
}

/// Addresses of articles end in several words or in a number; those of sections in one word.
pub(super) fn is_article_address(target: &str) -> bool {
    let Some((_, path)) = target.split_once(['/', '?']) else { return false };
    let last = path.rsplit('/').find(|s| !s.is_empty()).unwrap_or_default();
    address::ends_in_words(last) || digits(path) >= 4 || last.ends_with("html") || last.ends_with("htm")
}

/// Whether an address may say a day: `/2026/03/05/`.
pub(super) fn has_day(target: &str) -> bool {
    digits(target) >= DAY_DIGITS
}

/// "news.example/ferry-runs-again": what a link is called that nobody named.
pub(super) fn is_address(title: &str) -> bool {
    title.contains('/') && title.contains('.') && !title.contains(' ')
}

/// Whether an address has a number as long as those of a paper's stories.
pub(super) fn is_numbered(target: &str) -> bool {
    target.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() >= MIN_COUNTED)
}

/// Where a text without a linked title is at home: where its only button leads on the page's own site ("Permalink"), where its time
/// does, or where it may be read on.
pub(super) fn of_text(own: &[Judged<'_>], page: &Page<'_>) -> Option<String> {
    let links = || own.iter().filter_map(|one| Some((one, page.base.web(headline::target(one, page)?)?)));
    let is_own = |url: &str| !is_elsewhere(url, page) && !is_listing(url);
    let lone = || {
        let mut targets = links();
        let (button, url) = targets.next()?;
        (targets.next().is_none() && door::is_button(button) && button.traits().links == 1 && is_own(&url)).then_some(url)
    };
    let time = |one: &Judged<'_>| {
        let href = one.traits().link.as_deref().filter(|_| !one.is_picture())?;
        page.base.web(href).filter(|_| date::is_date_line(&headline::link_text(one.passage, href)))
    };
    let of_time = || own.iter().find_map(time).filter(|url| !is_elsewhere(url, page));
    let read_on = || links().filter(|(one, _)| one.reading.whole.contains(Wording::READ_MORE)).map(|(_, url)| url).next_back();
    lone().or_else(of_time).or_else(read_on)
}

/// Whether an address is that of a list of articles, of a person, or of what is offered there beside articles.
pub(super) fn is_listing(target: &str) -> bool {
    let path = beyond_scheme(target).unwrap_or(target);
    let mut folders = address::path(path).trim_end_matches('/').split('/');
    let is_market = folders.next().and_then(|host| host.split('.').next()).is_some_and(|name| is_called(name, MARKET));
    let is_offer = folders.clone().next_back().is_some_and(|name| is_called(name, MARKET));
    let is_list = folders.any(|folder| is_called(folder, LIST | PERSONS));
    // `/topics/detail/36683607`
    let mut is_counted = || folders.next().is_some() && folders.next_back().is_some_and(|last| digits(last) >= MIN_COUNTED);
    is_market || is_offer || is_namespaced(path) || is_member(path) || is_list && !is_counted()
}

/// Whether a folder of an address is called as lists of articles are.
pub(super) fn is_list(target: &str) -> bool {
    address::path(target).split('/').any(|folder| is_called(folder, LIST))
}

/// `/u/jane`; the profiles that a magazine prints have addresses of more words than a name.
fn is_member(path: &str) -> bool {
    let mut folders = address::path(path).trim_end_matches('/').rsplit('/');
    let is_named = folders.next().is_some_and(|last| last.matches('-').count() < MIN_TITLE_DASHES);
    is_named && folders.next().is_some_and(|folder| is_called(folder, MEMBERS))
}

/// What a part of an address may be called like.
const LIST: u32 = 1;
const PERSONS: u32 = 2;
const MEMBERS: u32 = 4;
const MARKET: u32 = 8;
const EXCHANGE: u32 = 16;
const PAID: u32 = 32;

/// Whether a part of an address is called like one of these.
fn is_called(part: &str, any: u32) -> bool {
    static NAMES: LazyLock<Stems> = LazyLock::new(|| {
        let mut names = Stems::new(&[(LIST, LISTS), (MARKET, MARKETS)]);
        let lists: [(u32, &[&str]); 4] =
            [(PERSONS, &AUTHOR_FOLDERS), (MEMBERS, &MEMBER_FOLDERS), (EXCHANGE, &EXCHANGES), (PAID, &PAID_FOLDERS)];
        lists.iter().for_each(|(bits, list)| list.iter().for_each(|name| names.add(*bits, name)));
        names
    });
    NAMES.meaning_whole(part) & any != 0
}

/// Digits of an address; those of an escaped letter, `%E4`, are none.
fn digits(address: &str) -> usize {
    let mut parts = address.split('%');
    let first = parts.next().unwrap_or_default();
    let rest = parts.map(|part| part.get(2..).unwrap_or_default());
    std::iter::once(first).chain(rest).flat_map(str::bytes).filter(u8::is_ascii_digit).count()
}

/// `Category:Locks`, `File:Lock.jpg`, in whatever language: what a wiki keeps besides its articles. A title goes on behind a space.
fn is_namespaced(path: &str) -> bool {
    if !path.bytes().any(|b| matches!(b, b':' | b'%')) {
        return false;
    }
    let (folders, query) = path.split('#').next().unwrap_or_default().split_once('?').unwrap_or((path, ""));
    // `index.php?title=Category:Locks`; other values tell where a link was pressed.
    let titled = query.split('&').find_map(|pair| pair.strip_prefix("title="));
    let last = titled.or_else(|| folders.rsplit('/').next()).unwrap_or_default();
    let Some((space, name)) = last.split_once(':').or_else(|| last.split_once("%3A")) else { return false };
    let is_word = |c: char| c.is_alphabetic() || matches!(c, '_' | '%') || c.is_ascii_digit();
    space.starts_with(|c: char| c.is_uppercase() || c == '%')
        && space.chars().all(is_word)
        && !name.is_empty()
        && !name.starts_with(['_', ' ', '+', '%'])
}

#[cfg(test)]
mod tests {
    use super::{is_exchange, is_listing, site};

    #[test]
    fn tags_and_authors_are_no_articles() {
        assert!(is_listing("https://news.example/tag/city-council-of-selby") && is_listing("news.example/authors/jane-doe"));
        assert!(is_listing("https://news.example/u/jane_doe?tab=1") && is_listing("/user/jane-doe/"));
        assert!(!is_listing("https://news.example/profiles/a-baker-who-sings-at-night") && !is_listing("u/"));
        assert!(is_listing("https://jobs.news.example/engineer-for-locks") && is_listing("jobs.news.example/1"));
        assert!(is_listing("https://abo.news.example/the-app-of-the-news?utm_source=a") && is_listing("news.example/coupon/detail/882"));
        assert!(
            is_listing("https://news.example/account/subscribe?from=grid") && !is_listing("https://news.example/jobs/engineer-for-locks")
        );
        assert!(!is_listing("https://news.example/2026/search-for-the-missing-tag"));
        assert!(is_listing("https://locks.example/search/label/Locks%20and%20Weirs%20of%20the%20North"));
        assert!(!is_listing("https://news.example/topics/detail/36683607/") && is_listing("https://news.example/blog/category/1873018"));
        assert!(is_listing("https://wiki.example/wiki/Category:Locks") && is_listing("/wiki/Datei:Lock.jpg"));
        assert!(is_listing("https://wiki.example/w/index.php?title=Category:Locks&action=view"));
        assert!(!is_listing("https://news.example/a-b-c?from=Home:top"));
        assert!(!is_listing("https://wiki.example/wiki/Locks:_A_History") && !is_listing("https://news.example:8080/a"));
    }

    #[test]
    fn sites_of_one_country_are_not_one_site() {
        assert_eq!(site("https://www.news.co.uk/a"), Some("news.co.uk"));
        assert_eq!(site("https://m.News.example?a=https://x.example/"), Some("News.example"));
        assert_eq!(site("/a/b.html"), None);
    }

    #[test]
    fn a_word_in_a_title_is_no_exchange() {
        assert!(!is_exchange("https://news.example/2026/redirecting-the-river"));
        assert!(!is_exchange("https://news.example/why-taboola.html"));
        assert!(is_exchange("https://trc.taboola.com/click?x=1") && is_exchange("https://news.example/redir/?to=shop"));
        assert!(is_exchange("https://ads.example/adclick.php?id=3"));
    }
}

//! Names under which pages put facts about themselves into `<meta>`, best first within a field.
//!
//! Sources: the Open Graph and Twitter Card documents, Dublin Core terms, Highwire Press tags (`citation_*`), the
//! tagging guides of Parse.ly, Sailthru and Cxense, and names found in the heads of news pages.

use super::stems::Stems;
use std::sync::LazyLock;

/// What a value says of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    Title,
    Author,
    /// Who signs in a box far from the heading.
    Signature,
    /// Whose page of a forum's members a link leads to.
    Poster,
    Published,
    Modified,
    Site,
    Description,
    Image,
    ImageAlt,
    Url,
    Lang,
    Kind,
}

/// A field and its names, lower case; `:`, `.`, `_` and `-` count as the same.
const META_NAMES: &[(Field, &str)] = &[
    (
        Field::Title,
        "citation_title og:title parsely-title sailthru.title dcterms.title dc.title headline article:title twitter:title cxenseparse:title \
         hdl title",
    ),
    (
        Field::Author,
        "citation_author citation_authors parsely-author sailthru.author article:author_name article:author og:article:author author \
         dcterms.creator dc.creator dc.contributor byl byline authors author_name articleauthor og:author cxenseparse:author rbauthors \
         twitter:author creator fb:author book:author",
    ),
    (
        Field::Published,
        "article:published_time og:article:published_time article:published datepublished parsely-pub-date sailthru.date \
         citation_online_date citation_publication_date citation_date dcterms.issued dc.date.issued dc.date.published dcterms.created \
         dc.date.created dc.created dcterms.date dc.date article.created published_time publish_time pubdate publishdate publish-date \
         publishtime publication_date published-date publisheddate datecreated article_date_original article:post_date \
         originalpublicationdate cxenseparse:recs:publishtime cxenseparse:publishtime cxenseparse:time og:published_time og:pubdate \
         og:release_date rnews:datepublished shareaholic:article_published_time ptime displaydate pub_date created date.created date.issued \
         rbpubdate date bt:pubdate live-published time_published vf:publish_date og:article:published blog:post_date video:release_date \
         release_date dateissued",
    ),
    (
        Field::Modified,
        "article:modified_time og:article:modified_time article:modified og:updated_time og:modified_time datemodified dcterms.modified \
         dc.date.modified dc.modified lastmod last-modified lastmodified article.updated date.modified date.updated modified updated revised \
         utime cxenseparse:recs:updatetime moddate article_date_updated last-updated update_date live-updated",
    ),
    (
        Field::Site,
        "og:site_name citation_journal_title dcterms.publisher dc.publisher publisher application-name apple-mobile-web-app-title \
         article:publisher_name sitename site_name cxenseparse:sitename",
    ),
    (
        Field::Description,
        "og:description description twitter:description dcterms.description dc.description sailthru.description dcterms.abstract abstract",
    ),
    (
        Field::Image,
        "og:image:secure_url og:image og:image:url twitter:image twitter:image:src parsely-image-url sailthru.image.full thumbnail image",
    ),
    (Field::ImageAlt, "og:image:alt twitter:image:alt"),
    (Field::Url, "og:url twitter:url parsely-link citation_public_url dcterms.identifier"),
    (Field::Lang, "content-language og:locale dcterms.language dc.language language inlanguage lang"),
    (Field::Kind, "og:type parsely-type"),
];

/// The fields that a name in lower case gives, each with the name's rank within it.
pub(crate) fn fields(name: &str) -> impl Iterator<Item = (Field, usize)> {
    let known = KNOWN.meaning_whole(&name.replace(SIGNS, "."));
    let lists = META_NAMES.iter().enumerate().filter(move |(i, _)| known >> i & 1 == 1);
    lists.filter_map(move |(_, (field, list))| Some((*field, list.split_ascii_whitespace().position(|known| same_name(known, name))?)))
}

/// Which of the lists hold a name, its signs read as full stops: most names are in none.
static KNOWN: LazyLock<Stems> = LazyLock::new(|| {
    let mut known = Stems::default();
    for (i, (_, list)) in META_NAMES.iter().enumerate() {
        list.replace(SIGNS, ".").split_ascii_whitespace().for_each(|name| known.add(1 << i, name));
    }
    known
});

/// What parts the words of a name.
const SIGNS: [char; 3] = [':', '_', '-'];

/// `dc.date` and `DC:date` are the same, and so are `article:published_time` and `article:published:time`.
fn same_name(a: &str, b: &str) -> bool {
    let dot = |byte: u8| if SIGNS.contains(&char::from(byte)) { b'.' } else { byte };
    a.len() == b.len() && a.bytes().map(dot).eq(b.bytes().map(dot))
}

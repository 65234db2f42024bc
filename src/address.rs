//! Addresses that may be written into a page: parsed by the URL standard, schemes allow-listed by their use.

pub(crate) mod person;
mod plain;

use crate::block::{Block, Content, Image, Inline, MarkKind, Style};
use plain::{is_plain_host, is_plain_path};
pub(crate) use url::Url;
use url::{Position, form_urlencoded};

/// What the names of pictures' files end in.
const PICTURES: [&str; 6] = ["jpg", "jpeg", "png", "webp", "gif", "avif"];
/// Folders of addresses under which sites keep a page for each author.
pub(crate) const AUTHOR_FOLDERS: [&str; 30] = [
    "author",
    "authors",
    "autor",
    "autoren",
    "autores",
    "auteur",
    "auteurs",
    "autore",
    "autori",
    "writer",
    "writers",
    "contributor",
    "contributors",
    "columnist",
    "columnists",
    "journalist",
    "journalists",
    "reporter",
    "reporters",
    "byline",
    "bylines",
    "staff",
    "redakteur",
    "redakteure",
    "redaktion",
    "forfatter",
    "skribent",
    "yazar",
    "yazarlar",
    "penulis",
];

/// The same for each member.
pub(crate) const MEMBER_FOLDERS: [&str; 7] = ["member", "members", "user", "users", "u", "profile", "profiles"];

/// What relative addresses are resolved against.
#[derive(Clone, Debug, Default)]
pub(crate) struct Base {
    page: Option<Url>,
    base: Option<Url>,
}

impl Base {
    /// The page's own address; `None` where it is no absolute `http`, `https` or `file` address.
    pub(crate) fn new(page: Option<&str>) -> Self {
        let page = page.and_then(|p| Url::parse(p).ok()).filter(|u| matches!(u.scheme(), "http" | "https" | "file"));
        Self { page, base: None }
    }

    /// Takes the address that the page gives itself, where nobody else gave one: a saved page still says where it was.
    pub(crate) fn set_page(&mut self, own: &str) {
        if self.page.is_none() {
            self.page = Self::new(Some(own)).page.filter(|u| u.scheme() != "file");
        }
    }

    /// Takes the page's `<base href>`; only the first counts.
    pub(crate) fn set_base(&mut self, href: &str) {
        if self.base.is_none() {
            self.base = match &self.page {
                Some(page) => page.join(href).ok(),
                None => Url::parse(href).ok(),
            }
            .filter(|u| matches!(u.scheme(), "http" | "https"));
        }
    }

    /// The page's own address.
    pub(crate) fn page(&self) -> Option<&Url> {
        self.page.as_ref()
    }

    /// The absolute form of an address; no scheme is refused here.
    pub(crate) fn resolve(&self, raw: &str) -> Option<Url> {
        let raw = raw.trim();
        match self.base.as_ref().or(self.page.as_ref()) {
            Some(base) => base.join(raw).ok(),
            None => Url::parse(raw).ok(),
        }
    }

    /// The absolute form of a link's target, where its scheme may be followed.
    pub(crate) fn link(&self, raw: &str) -> Option<Url> {
        self.resolve(raw).filter(|u| matches!(u.scheme(), "http" | "https" | "mailto" | "tel"))
    }

    /// The absolute form of a picture's address, where it may be loaded: the web, or a raster image in place.
    pub(crate) fn image(&self, raw: &str) -> Option<Url> {
        self.resolve(raw).filter(|u| match u.scheme() {
            "http" | "https" => true,
            "data" => ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"].iter().any(|t| u.path().starts_with(t)),
            _ => false,
        })
    }

    /// The absolute form of an address on the web.
    pub(crate) fn web(&self, raw: &str) -> Option<String> {
        self.plain(raw).or_else(|| self.resolve(raw).filter(is_web).map(String::from))
    }

    /// The absolute form of an address on the web in which parsing would change no letter, as in most: ten times as fast.
    fn plain(&self, raw: &str) -> Option<String> {
        let raw = raw.trim();
        if raw.starts_with('/') && !raw.starts_with("//") {
            let base = self.base.as_ref().or(self.page.as_ref()).filter(|base| is_web(base))?;
            return is_plain_path(raw).then(|| [&base[..Position::BeforePath], raw].concat());
        }
        let rest = raw.strip_prefix("https://").or_else(|| raw.strip_prefix("http://"))?;
        let (host, path) = rest.split_at(rest.find('/')?);
        (is_plain_host(host) && is_plain_path(path)).then(|| raw.to_owned())
    }

    /// What a link is written with: `#fragment` inside the page, else the absolute address.
    pub(crate) fn target(&self, raw: &str) -> Option<String> {
        if let Some(fragment) = raw.strip_prefix('#') {
            return (!fragment.is_empty()).then(|| format!("#{fragment}"));
        }
        if let Some(address) = self.plain(raw) {
            return Some(address);
        }
        let url = self.link(raw)?;
        match self.fragment(&url) {
            Some(fragment) if !fragment.is_empty() => Some(format!("#{fragment}")),
            _ => Some(url.into()),
        }
    }

    /// The fragment of a link that stays in the page.
    pub(crate) fn fragment<'u>(&self, target: &'u Url) -> Option<&'u str> {
        let fragment = target.fragment()?;
        let page = self.page.as_ref()?;
        (target[..Position::AfterQuery] == page[..Position::AfterQuery]).then_some(fragment)
    }
}

fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
}

impl Block {
    /// Makes every address absolute and drops those whose scheme may not be followed.
    pub(crate) fn resolve(&mut self, base: &Base) {
        match &mut self.content {
            Content::Heading { text, .. } | Content::Paragraph(text) => resolve_line(text, base),
            Content::Figure(figure) => {
                figure.images.retain_mut(|image| resolve_image(image, base));
                figure.caption.iter_mut().chain(&mut figure.credit).for_each(|line| resolve_line(line, base));
            }
            Content::Table(table) => {
                let cells = table.rows.iter_mut().flat_map(|r| &mut r.cells).map(|c| &mut c.text);
                table.caption.iter_mut().chain(cells).for_each(|line| resolve_line(line, base));
            }
            Content::Embed(embed) => {
                let src = Some(&embed.src).filter(|src| !src.is_empty());
                embed.src = src.and_then(|src| base.web(src)).map_or_else(Box::default, Into::into);
                embed.poster = embed.poster.as_deref().and_then(|p| base.image(p)).map(|u| String::from(u).into());
            }
            Content::Code { .. } | Content::Math(_) | Content::Rule => {}
        }
    }
}

fn resolve_line(line: &mut Inline, base: &Base) {
    // Where a link goes nowhere its text stays; its end mark goes with it.
    let mut dropped = Vec::new();
    let mut open = Vec::new();
    for (i, mark) in line.marks.iter_mut().enumerate() {
        match &mut mark.kind {
            MarkKind::Open(style) => {
                let keeps = match style {
                    Style::Link(href) => base.target(href).map(|target| *href = target.into()).is_some(),
                    _ => true,
                };
                open.push(keeps);
                if !keeps {
                    dropped.push(i);
                }
            }
            MarkKind::Close => {
                if open.pop() == Some(false) {
                    dropped.push(i);
                }
            }
            MarkKind::Image(image) => {
                if !resolve_image(image, base) {
                    dropped.push(i);
                }
            }
            _ => {}
        }
    }
    if !dropped.is_empty() {
        let mut i = 0;
        line.marks.retain(|_| {
            i += 1;
            dropped.binary_search(&(i - 1)).is_err()
        });
    }
}

fn resolve_image(image: &mut Image, base: &Base) -> bool {
    let address = base.plain(&image.src).or_else(|| base.image(&image.src).map(String::from));
    let may_load = address.is_some();
    image.src = address.map_or_else(|| std::mem::take(&mut image.src), Into::into);
    may_load
}

/// The letters that a path writes as bytes: `caf%C3%A9` is `café`.
pub(crate) fn decode(path: &str) -> String {
    if !path.is_empty() && !path.bytes().any(|b| matches!(b, b'&' | b'=' | b'+' | b'%')) {
        return [" ", path, " "].concat();
    }
    form_urlencoded::parse(path.as_bytes()).fold(String::new(), |path, (name, value)| path + " " + &name + " " + &value)
}

/// Whether an address is that of a picture's file.
pub(crate) fn is_picture(address: &str) -> bool {
    ends_in(address, &PICTURES)
}

/// Whether an address is that of a drawing's file.
pub(crate) fn is_drawing(address: &str) -> bool {
    ends_in(address, &["svg"])
}

/// Whether an address's path ends in one of these.
pub(crate) fn ends_in(address: &str, kinds: &[&str]) -> bool {
    path(address).rsplit_once('.').is_some_and(|(_, end)| kinds.iter().any(|kind| end.eq_ignore_ascii_case(kind)))
}

/// The last part of an address's path without its ending: `mole-1024x683` of `https://cdn.example/mole-1024x683.jpg?w=600`.
pub(crate) fn file_stem(address: &str) -> &str {
    let file = path(address).rsplit('/').next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    // `mole.jpg.webp`
    if is_picture(stem) { stem.rsplit_once('.').map_or(stem, |(stem, _)| stem) } else { stem }
}

/// The words of a name or a path.
pub(crate) fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether a picture is called the face of a member or an author, and is not larger than those are.
pub(crate) fn is_face(image: &Image) -> bool {
    /// CSS pixels, and words of a name.
    const MAX_FACE: u32 = 200;
    const MAX_NAME: usize = 4;
    const FACES: [&str; 6] = ["avatar", "avatars", "gravatar", "headshot", "autoren", "authors"];
    let side = image.width.or(image.height);
    let is_called = |name: &str| words(name).any(|word| FACES.iter().any(|face| face.eq_ignore_ascii_case(word)));
    // A film may be called so, and a file of its pictures.
    let folders = path(&image.src).rsplit_once('/').map_or("", |(folders, _)| folders);
    side.is_none_or(|side| side <= MAX_FACE)
        && image.alt.split_whitespace().count() <= MAX_NAME
        && (is_called(folders) || side.is_some() && is_called(file_stem(&image.src)))
}

/// Whether an address is that of an author's or a member's page.
pub(crate) fn is_persons(address: &str) -> bool {
    let is_folder = |part: &str| AUTHOR_FOLDERS.iter().chain(&MEMBER_FOLDERS).any(|known| known.eq_ignore_ascii_case(part));
    let folders = bare(address).rsplit_once('/').map_or("", |(folders, _)| folders);
    !is_picture(address) && folders.split('/').any(is_folder)
}

/// What a picture's file is called whatever its size: `mole` of `mole-1024x683.jpg`.
pub(crate) fn picture_name(address: &str) -> &str {
    let stem = file_stem(address);
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let is_size =
        |part: &str| part == "scaled" || part.split_once('x').is_some_and(|(width, height)| is_number(width) && is_number(height));
    stem.rsplit_once(['-', '_', '~']).filter(|(_, size)| is_size(size)).map_or(stem, |(name, _)| name)
}

/// Whether two addresses are of one picture in two sizes: its file, or the last number by which it is kept.
pub(crate) fn is_same_picture(a: &str, b: &str) -> bool {
    const MIN_KEY: usize = 8;
    // "20260504" is a day.
    let is_key = |part: &&str| part.len() >= MIN_KEY && part.bytes().any(|b| b.is_ascii_digit()) && !part.starts_with("20");
    let key = |address| path(address).rsplit(|c: char| !c.is_ascii_alphanumeric()).find(is_key);
    let name = picture_name(a);
    name.len() >= MIN_KEY && name == picture_name(b) || key(a).is_some() && key(a) == key(b)
}

/// The folder, name and ending of a picture's file, whatever its size; what only a query tells is a picture of its own.
pub(crate) fn picture_file(address: &str) -> (&str, &str, &str) {
    let parts = path(address).rsplit_once('.').filter(|_| is_picture(address));
    parts
        .map_or((address, "", ""), |(rest, ending)| (rest.rsplit_once('/').map_or("", |(folder, _)| folder), picture_name(address), ending))
}

/// The width that a picture's address says it has, in pixels: `mole-1024x683.jpg`, `mole-1200.jpg`, `mole.jpg?w=1200`.
pub(crate) fn told_width(address: &str) -> Option<u32> {
    const WIDTHS: [&str; 6] = ["w", "width", "imwidth", "resize", "fit", "size"];
    // A name may end in a year.
    const YEARS: std::ops::RangeInclusive<u32> = 1990..=2040;
    let number = |text: &str| text.split(|c: char| !c.is_ascii_digit()).next().and_then(|digits| digits.parse::<u32>().ok());
    let query = address.split_once('?').map_or("", |(_, query)| query);
    let asked = query.split('&').filter_map(|pair| pair.split_once('=')).find(|(name, _)| WIDTHS.contains(name));
    if let Some(width) = asked.and_then(|(_, value)| number(value)) {
        return Some(width);
    }
    let (_, size) = file_stem(address).rsplit_once(['-', '_'])?;
    let is_size = size.bytes().all(|b| b.is_ascii_digit() || b == b'x');
    number(size).filter(|width| is_size && (size.contains('x') || !YEARS.contains(width)))
}

/// An address without scheme, query, fragment and final slash, for comparison.
pub(crate) fn bare(address: &str) -> &str {
    let address = path(address.trim());
    beyond_scheme(address).unwrap_or(address).trim_end_matches('/')
}

/// An address without query and fragment.
pub(crate) fn path(address: &str) -> &str {
    let end = address.bytes().position(|b| matches!(b, b'?' | b'#'));
    end.map_or(address, |end| &address[..end])
}

/// Whether a path ends in several words, as those of articles do.
pub(crate) fn ends_in_words(path: &str) -> bool {
    const MIN_DASHES: usize = 2;
    let last = path.rsplit('/').find(|part| !part.is_empty()).unwrap_or_default();
    last.matches(['-', '_']).count() >= MIN_DASHES
}

/// What follows the scheme of an address that has one.
pub(crate) fn beyond_scheme(address: &str) -> Option<&str> {
    address.match_indices(':').find_map(|(at, _)| address[at..].strip_prefix("://"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_tell_widths() {
        for address in ["/a/mole-1024x683.jpg", "/a/mole_1024.webp", "/mole?w=1024&h=2", "/mole.jpg?q=80&resize=1024%2C683"] {
            assert_eq!(told_width(address), Some(1024), "{address}");
        }
        for address in ["/mole-2025.jpg", "/mole.jpg", "/mole-hill.jpg?v=1200", "/1200/mole.jpg"] {
            assert_eq!(told_width(address), None, "{address}");
        }
    }

    #[test]
    fn what_is_plain_is_what_parsing_gives() {
        let parts =
            ["/a/b.html", "/a b", "/a/../b", "/.a", "//a.example/b", "/a?q=%20&b=1", "/a?b'c", "/a#b", "/%41", "/a\\b", "/a^b", "/a.", "/"];
        let hosts = [
            "https://a.example",
            "http://www.a-b.example",
            "https://A.example",
            "https://1.2",
            "https://a..b",
            "https://xn--a",
            "https://a:80",
            "https://a@b",
        ];
        for page in ["https://news.example:8080/a/b?c#d", "file:///a/b", "http://u:p@x.example/"] {
            let base = Base::new(Some(page));
            let mut count = 0;
            for raw in parts.iter().map(ToString::to_string).chain(hosts.iter().flat_map(|host| parts.map(|part| format!("{host}{part}"))))
            {
                if let Some(plain) = base.plain(&raw) {
                    assert_eq!(base.resolve(&raw).map(String::from), Some(plain), "{raw}");
                    count += 1;
                }
            }
            assert!(count >= 8, "{page}");
        }
    }
}

//! Publishers that a sign or a link names: by what it is called, the page that it leads to, or the host that says the name.

use super::Page;
use super::head::{NETWORKS, is_name};
use super::headline::target;
use super::target::{is_elsewhere, site};
use crate::address::is_face;
use crate::address::person::{PageOf, page_of};
use crate::block::{Content, Figure, Image, Inline};
use crate::container::Hints;
use crate::lexicon::{EAST_ASIAN, letters};
use crate::passage::Judged;

/// CSS pixels; a wider picture is no sign beside a name.
pub(super) const MAX_SIGN: u32 = 40;
/// The same of a site's sign that has no name of its own; faces are larger.
const MAX_FAVICON: u32 = 20;
/// What is in a sign's address.
const FAVICON: &str = "favicon";
/// What a sign is called besides, or instead of, its publisher's name.
const CALLED_SIGN: [&str; 8] = ["logo", "Logo", "icon", "Icon", "avatar", "Avatar", "img", "image"];
/// Words behind a sign: when, and how many others.
const MAX_SIGNED: f32 = 10.0;
/// Letters of a name that a host says among others, and of one that is all that it says.
const MIN_AMONG: usize = 5;
const MIN_ALL: usize = 3;

/// The publisher's name in a line, or its sign's, as the page tells that it leads to: one of the site's about it.
pub(super) fn shown<'j>(one: &'j Judged<'_>, page: &Page<'_>) -> Option<&'j str> {
    find(one, page, |href, _| page_of(href) == Some(PageOf::Publisher))
}

/// The same, or one of its own, whose host says the name.
pub(crate) fn of<'j>(one: &'j Judged<'_>, page: &Page<'_>) -> Option<&'j str> {
    shown(one, page).or_else(|| find(one, page, |href, name| page.base.web(href).is_some_and(|url| is_said(name, &url, page))))
}

/// Whether an address of another site says a name in its host.
pub(super) fn is_said(name: &str, url: &str, page: &Page<'_>) -> bool {
    let is_network = |host: &str| NETWORKS.iter().any(|known| host.starts_with(known));
    is_elsewhere(url, page) && site(url).is_some_and(|host| says(host, name) && !is_network(host))
}

fn find<'j>(one: &'j Judged<'_>, page: &Page<'_>, is_its: impl Fn(&str, &str) -> bool) -> Option<&'j str> {
    let content = &one.passage.block.content;
    if let Content::Figure(figure) = content {
        let name = figure.images.first().map(sign_name)?;
        return target(one, page).filter(|href| is_name(name) && is_its(href, name)).map(|_| name);
    }
    let links = content.inlines().flat_map(Inline::spans).filter_map(|span| Some((span.text.trim(), span.link?)));
    links.filter(|(name, href)| is_name(name) && is_its(href, name)).map(|(name, _)| name).next()
}

/// Whether a host says a name: `harbourwire.example` says "Harbour Wire" and "The Harbour Wire", `tidewater.example` "Tidewater Times".
fn says(host: &str, name: &str) -> bool {
    let host = letters(host.split('.').next().unwrap_or_default());
    let name = letters(name);
    let (host, name) = (host.trim_start_matches("the"), name.trim_start_matches("the"));
    host == name && name.len() >= MIN_ALL || name.len().min(host.len()) >= MIN_AMONG && (host.contains(name) || name.contains(host))
}

/// What the sign before a line is called: a publisher's. A face is called like the author, whom the line names.
pub(crate) fn sign<'j>(one: &'j Judged<'_>) -> Option<&'j str> {
    let content = &one.passage.block.content;
    let figure = if let Content::Figure(figure) = content { figure.images.as_slice() } else { &[] };
    let is_name =
        |alt: &&str| !alt.is_empty() && !one.text.contains(*alt) && !CALLED_SIGN.iter().any(|word| alt.eq_ignore_ascii_case(word));
    let names = content.inline().into_iter().flat_map(Inline::images).chain(figure).map(sign_name);
    names.filter(is_name).find(|_| !one.traits().hints.contains(Hints::AUTHOR))
}

/// What a sign is called, but for what it is.
fn sign_name(image: &Image) -> &str {
    CALLED_SIGN.iter().find_map(|word| image.alt.strip_suffix(word)).unwrap_or(&image.alt).trim()
}

/// Whether a picture is small, or its address says that it is a site's sign.
pub(super) fn is_sign(image: &Image) -> bool {
    [image.width, image.height].into_iter().flatten().any(|length| length <= MAX_SIGN) || image.src.contains(FAVICON)
}

/// Whether the sign in a line stands first and has no name: the line's own words say it.
pub(super) fn is_unnamed_sign(one: &Judged<'_>) -> bool {
    let is_small = |image: &Image| [image.width, image.height].iter().all(|length| length.is_some_and(|length| length <= MAX_FAVICON));
    let mut images = one.passage.block.content.inline().into_iter().flat_map(Inline::images);
    images.next().is_some_and(|image| image.alt.is_empty() && is_small(image) && !is_face(image))
}

/// Whether a short line holds a small picture, and no face.
pub(super) fn has_sign(one: &Judged<'_>) -> bool {
    one.traits().words <= MAX_SIGNED
        && one.passage.block.content.inline().is_some_and(|inline| inline.images().any(|image| is_sign(image) && !is_face(image)))
}

/// The name right beside a publisher's sign, which looks like its caption; what a photograph shows stands in its text, too.
pub(super) fn captioned(figure: &Figure) -> Option<String> {
    let may_be_sign = figure.images.iter().any(|image| is_sign(image) || image.alt.is_empty());
    figure.caption.as_ref().filter(|_| may_be_sign && figure.credit.is_none()).map(Inline::flat).filter(|name| is_name(name))
}

/// A name without the count behind it in a script without spaces: "滨海晚报 评论 12".
pub(super) fn without_count(name: &str) -> &str {
    let is_counted = |(first, rest): &(&str, &str)| first.chars().all(|c| c >= EAST_ASIAN) && rest.contains(char::is_numeric);
    name.split_once(char::is_whitespace).filter(is_counted).map_or(name, |(first, _)| first)
}

#[cfg(test)]
mod tests {
    use super::says;

    #[test]
    fn hosts_say_names() {
        assert!(
            says("harbourwire.example", "The Harbour Wire") && says("tidewater.example", "Tidewater Times") && says("cnv.example", "CNV")
        );
        assert!(!says("harbour.example", "Lantern") && !says("a.example", "A") && !says("wire.example", "Harbour Wire"));
    }
}

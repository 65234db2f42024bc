//! Pictures that stand in a text and are not its own: faces beside names, a publisher's sign, adverts, icons.

use super::picture::UNLIKELY;
use super::{Page, headline};
use crate::address::{self, ends_in, file_stem, is_drawing, is_picture};
use crate::block::{Content, Image};
use crate::container::Hints;
use crate::lexicon::wording::Wording;
use crate::passage::Judged;
use crate::tag::Tag;

/// CSS pixels; icons and faces are no larger.
const MAX_ICON: u32 = 100;
/// Words of a button.
const MAX_LABEL: f32 = 3.0;
/// CSS pixels of a sign with letters.
const MAX_SIGN: u32 = 400;
/// Elements; the names of those further up say little of a picture.
const CLOSE: u8 = 2;
/// What the files of signs are called.
const SIGNS: [&str; 6] = ["logo", "icon", "icons", "favicon", "badge", "avatar"];
/// The folders of adverts.
const ADVERTS: [&str; 6] = ["werbung", "anzeige", "anzeigen", "advertising", "advertisement", "sponsor"];

/// Whether a picture is not the text's; `leads` where it stands over the text.
pub(super) fn is_one(one: &Judged<'_>, leads: bool, page: &Page<'_>) -> bool {
    let Content::Figure(figure) = &one.passage.block.content else { return false };
    let Some(image) = figure.images.first() else { return false };
    let target = headline::target(one, page).filter(|href| !is_picture(href));
    let unlikely = one.probability < UNLIKELY;
    let in_header = || page.containers.get(one.passage.container).distance(Hints::HEADER) <= CLOSE;
    let is_bare = figure.caption.is_none() && figure.credit.is_none() || unlikely && one.traits().words <= MAX_LABEL && is_sign(one);
    if one.reading.whole.intersects(Wording::AD_LABEL.union(Wording::SPONSORED)) {
        return true;
    }
    if target.is_some_and(is_home) && (unlikely || leads && in_header()) {
        return true;
    }
    if target.is_some_and(|href| is_advert(href, &image.src)) {
        return unlikely;
    }
    is_bare && (target.is_some_and(address::is_persons) || address::is_face(image) || unlikely && is_ornament(one, image, page))
}

/// Whether a picture is small, a sign or a drawing, in no paragraph and no figure of its own.
fn is_ornament(one: &Judged<'_>, image: &Image, page: &Page<'_>) -> bool {
    let leads_to_print = one.traits().link.as_deref().is_some_and(is_picture);
    let is_set = || matches!(page.containers.get(one.passage.container).tag, Tag::P | Tag::Figure);
    let side = image.width.or(image.height);
    let is_small = side.is_some_and(|side| side <= MAX_ICON) && !leads_to_print;
    let is_sign = || side.is_none_or(|side| side <= MAX_SIGN) && is_called_sign(file_stem(&image.src));
    is_small || is_sign() || is_drawing(&image.src) && !is_set()
}

/// Whether a picture is called a sign, by its file or its text.
pub(super) fn is_sign(one: &Judged<'_>) -> bool {
    let Content::Figure(figure) = &one.passage.block.content else { return false };
    figure.images.iter().any(|image| is_called_sign(file_stem(&image.src)) || is_called_sign(&image.alt))
}

fn is_called_sign(name: &str) -> bool {
    address::words(name).any(|word| is_in(word, &SIGNS))
}

/// Whether an address is that of a whole site.
fn is_home(href: &str) -> bool {
    let rest = address::beyond_scheme(href).map_or(href, |rest| rest.split_once('/').map_or("", |(_, path)| path));
    rest.trim_matches('/').is_empty()
}

/// Whether a link leads to adverts, or picture and link are asked of one counter.
fn is_advert(href: &str, src: &str) -> bool {
    let host = |address: &'_ str| address::beyond_scheme(address).map(|rest| rest.split('/').next().unwrap_or_default().to_owned());
    let is_script = || ends_in(src, &["php", "asp", "aspx"]);
    let is_counted = || is_script() && host(href).is_some() && host(href) == host(src);
    href.split(['/', '?']).any(|folder| is_in(folder, &ADVERTS)) || is_counted()
}

fn is_in(word: &str, list: &[&str]) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(word))
}

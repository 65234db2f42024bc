//! Which picture an `<img>` or `<picture>` stands for: lazy loaders hide the real address in attributes of their own naming.

use super::element::is_hidden;
use crate::address::{self, file_stem, is_drawing, is_picture};
use crate::block::Image;
use crate::event::Attributes;
use crate::lexicon::holds;

/// CSS pixels of a publisher's sign or a face beside a name, where the page says; and what is taken where it does not.
const MAX_SIGN: u32 = 64;
const SIGN: u32 = 16;
/// Where lazy loaders keep the address of a background.
const BACKDROPS: [&str; 4] = ["data-bg", "data-background", "data-background-image", "data-bg-src"];
/// Where they keep it too, or a set of them, or what is no picture.
const LAZY: [&str; 2] = ["data-src", "data-bgset"];
/// What such pictures are called.
const SIGNS: [&str; 5] = ["logo", "avatar", "gravatar", "favicon", "icon"];
/// The same of who wrote, and CSS pixels that no face of theirs beside a text exceeds.
const FACES: [&str; 2] = ["author", "headshot"];
const MAX_FACE: u32 = 200;
/// CSS pixels; nothing smaller is a picture that someone came to see (tracking pixels, spacers).
const MIN_SIDE: u32 = 3;
/// Device pixels; wider than any picture of a hundred pixels in its dense form.
const MIN_WIDE: u32 = 600;
/// Device pixels; wide enough for a column on a dense screen, no wider than needed.
const WIDEST: u32 = 1_600;

/// What the page says of one picture.
#[derive(Debug, Default)]
pub(super) struct Sources {
    best: Option<(u32, String)>,
}

impl Sources {
    /// Takes a `<source>` of a `<picture>`.
    pub(super) fn source(&mut self, attributes: &Attributes) {
        // Cut to another shape for narrow windows alone.
        if attributes.get("media").is_some_and(|media| media.contains("max-width") && !media.contains("min-width")) {
            return;
        }
        for name in ["srcset", "data-srcset", "data-lazy-srcset"] {
            if let Some(set) = attributes.get(name) {
                self.srcset(set);
            }
        }
    }

    fn srcset(&mut self, set: &str) {
        for (address, width) in candidates(set) {
            if is_placeholder(address) || is_template(address) {
                continue;
            }
            let rank = if width > WIDEST { WIDEST.saturating_sub((width - WIDEST) / 4).max(1) } else { width };
            if self.best.as_ref().is_none_or(|(r, _)| rank > *r) {
                self.best = Some((rank, address.to_owned()));
            }
        }
    }
}

/// The picture of an `<img>` inside `sources`' `<picture>`; `None` for pixels, spacers and empty ones, and for those that are hidden
/// with nothing that a script would show in their place.
pub(super) fn choose(attributes: &Attributes, mut sources: Sources) -> Option<Image> {
    let (width, height) = size(attributes);
    if width.is_some_and(|w| w < MIN_SIDE) || height.is_some_and(|h| h < MIN_SIDE) {
        return None;
    }
    for (name, value) in attributes.iter() {
        if holds(name, "srcset") || name == "data-sizes-set" {
            sources.srcset(value);
        }
    }
    let chosen_width = sources.best.as_ref().map(|(rank, _)| *rank);
    let lazy = attributes
        .iter()
        .filter(|(name, _)| name.starts_with("data-") && !holds(name, "srcset"))
        .find(|(name, value)| looks_like_picture(name, value))
        .map(|(_, value)| value.trim());
    let plain =
        attributes.get("src").map(str::trim).filter(|s| !s.is_empty() && !is_placeholder(s) && !is_template(s) && !is_hidden(attributes));
    let src = match (sources.best, lazy, plain) {
        (Some((_, best)), _, _) => best,
        (None, Some(lazy), plain) if plain.is_none() || lazy.len() > 8 => lazy.to_owned(),
        (None, _, plain) => plain.or_else(|| any_picture(attributes))?.to_owned(),
    };
    // A ratio by its parts of a hundred, where a wide picture is chosen.
    let is_share = width == Some(100) && height != Some(100) && chosen_width.is_some_and(|w| w >= MIN_WIDE);
    let (width, height) = if is_share { (None, None) } else { (width, height) };
    // A publisher's sign or a face, as large as the style sheet makes it.
    let is_up_to = |most| width.or(height).is_none_or(|side| side <= most);
    let is_sign = is_up_to(MAX_SIGN) && is_called_sign(attributes, &src) || is_up_to(MAX_FACE) && is_called(attributes, &FACES);
    let width = if is_sign { Some(SIGN) } else { width };
    Some(Image { src: src.into(), alt: attributes.get("alt").unwrap_or_default().trim().into(), width, height })
}

/// Where nothing else is known, the address of a picture in whatever a script may read: `data-lg`.
fn any_picture(attributes: &Attributes) -> Option<&str> {
    let is_one = |value: &str| is_picture(value) && !value.contains(' ') && !is_placeholder(value) && !is_template(value);
    attributes.iter().find(|(name, value)| name.starts_with("data-") && is_one(value.trim())).map(|(_, value)| value.trim())
}

/// Whether a custom element is a picture: it has the address and the text of one.
pub(super) fn is_custom(attributes: &Attributes) -> bool {
    attributes.has("alt") && attributes.get("src").is_some_and(is_picture)
}

/// The picture that an element shows as its background, by its style or by what a lazy loader will make of it.
pub(super) fn backdrop(attributes: &Attributes) -> Option<Box<str>> {
    let style = || attributes.get("style").filter(|style| style.contains("url(")).and_then(|style| style.split(';').find_map(background));
    let first = |set: &str| set.split_ascii_whitespace().next().is_some_and(|first| is_picture(first.trim_end_matches(',')));
    let is_lazy = |name: &str, value: &str| BACKDROPS.contains(&name) || LAZY.contains(&name) && first(value);
    let lazy = || attributes.iter().find(|(name, value)| is_lazy(name, value)).map(|(_, value)| value);
    let value = style().or_else(lazy)?;
    let is_around = |c: char| c.is_whitespace() || matches!(c, '"' | '\'');
    let address = value.trim_start_matches("url(").split(')').next()?.trim_matches(is_around);
    // The first of a set.
    let address = address.split_ascii_whitespace().next()?.trim_end_matches(',');
    let is_shown = (is_picture(address) || is_address(address))
        && !is_drawing(address)
        && !is_placeholder(address)
        && !is_called_sign(attributes, address);
    is_shown.then(|| address.into())
}

/// The address in a declaration of a background, and what stands behind it.
fn background(declaration: &str) -> Option<&str> {
    let (name, value) = declaration.split_once(':')?;
    let is_one = ["background", "background-image"].iter().any(|known| name.trim().eq_ignore_ascii_case(known));
    value.find("url(").filter(|_| is_one).map(|at| &value[at..])
}

fn is_address(value: &str) -> bool {
    value.starts_with("http") || value.starts_with('/')
}

/// Whether an element or an address is called what signs are.
fn is_called_sign(attributes: &Attributes, src: &str) -> bool {
    is_called(attributes, &SIGNS) || src.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("ico"))
}

/// Whether a class of a picture has one of these words.
fn is_called(attributes: &Attributes, words: &[&str]) -> bool {
    // A picture may have a sign upon it: `has-icon`.
    let is_one = |word: &str| words.iter().any(|known| word.eq_ignore_ascii_case(known));
    let is_named = |name: &str| name.split(['-', '_']).any(is_one) && !name.split(['-', '_']).any(|word| word == "has");
    attributes.get("class").is_some_and(|class| class.split_ascii_whitespace().any(is_named))
}

/// Width and height in CSS pixels, where they are: pages write a ratio in their place, and one pixel where they do not know them.
fn size(attributes: &Attributes) -> (Option<u32>, Option<u32>) {
    const RATIOS: [(u32, u32); 5] = [(1, 1), (3, 2), (4, 3), (16, 9), (21, 9)];
    let width = length(attributes, "width").or_else(|| sole_size(attributes.get("sizes")?));
    let height = length(attributes, "height");
    let (Some(w), Some(h)) = (width, height) else { return (width, height) };
    let is_ratio = RATIOS.contains(&(w.max(h), w.min(h)));
    // What is counted with a pixel of its own is not described.
    let is_square = w == h;
    let is_described = || attributes.get("alt").is_some_and(|alt| alt.trim().contains(' '));
    let is_drawn = || attributes.get("src").is_some_and(is_drawing);
    let is_told_later = || attributes.get("data-src").is_some();
    if is_ratio && (!is_square || is_described() && (is_drawn() || is_told_later())) { (None, None) } else { (width, height) }
}

/// The width that `sizes` tells, where it is the same in every window: "32px".
fn sole_size(sizes: &str) -> Option<u32> {
    sizes.trim().strip_suffix("px")?.parse().ok()
}

fn length(attributes: &Attributes, name: &str) -> Option<u32> {
    let value = attributes.get(name)?.trim();
    let number = value.strip_suffix("px").unwrap_or(value);
    number.split('.').next()?.parse().ok()
}

/// The addresses of a `srcset` with their widths; a density counts as that many times a plain column (HTML Standard, section 4.8.4.3.9:
/// commas also stand inside addresses; one ends a candidate only behind it, or behind its descriptors).
fn candidates(set: &str) -> impl Iterator<Item = (&str, u32)> {
    let mut rest = set;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        let (address, behind) = rest.split_at(rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len()));
        let alone = address.trim_end_matches(',');
        let end = if alone.len() < address.len() { 0 } else { behind.find(',').unwrap_or(behind.len()) };
        let descriptors = &behind[..end];
        rest = &behind[end..];
        (!address.is_empty()).then(|| (alone, width(descriptors).unwrap_or(1)))
    })
}

fn width(descriptors: &str) -> Option<u32> {
    let size = descriptors.split_ascii_whitespace().next().unwrap_or("1x");
    let of_density = || Some(tenths(size.strip_suffix('x')?)?.saturating_mul(60));
    size.strip_suffix('w').and_then(|w| w.parse().ok()).or_else(of_density)
}

/// Ten times a density such as `1.5`; the parser of floats would bring its tables into the wasm.
fn tenths(density: &str) -> Option<u32> {
    let (whole, fraction) = density.split_once('.').unwrap_or((density, ""));
    let tenth = fraction.chars().next().map_or(Some(0), |c| c.to_digit(10))?;
    let whole: u32 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    Some(whole.saturating_mul(10).saturating_add(tenth))
}

fn looks_like_picture(name: &str, value: &str) -> bool {
    let value = value.trim();
    let named = ["src", "original", "lazy", "image", "img", "url", "hi-res", "full", "large"].iter().any(|w| holds(name, w));
    // What is called a placeholder there may be a picture of one; the stand-in is in `src`.
    let is_stand_in = holds(name, "placeholder") || value.starts_with("data:");
    named && !value.contains(' ') && (is_picture(value) || (holds(name, "src") && is_address(value))) && !is_stand_in && !is_template(value)
}

/// `photo_{width}x.jpg`, `photo_$%7Bformat%7D.jpg`: a script would have filled it in.
fn is_template(address: &str) -> bool {
    address.contains('{') || address.contains("%7B") && address.contains("%7D")
}

fn is_placeholder(address: &str) -> bool {
    if address.starts_with("data:") {
        // Blur-up previews and one-pixel stand-ins are short; a picture in place is long.
        return address.len() < 2_000;
    }
    let path = address::path(address);
    let file = path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    ["blank.", "spacer.", "pixel.", "placeholder", "transparent.", "1x1.", "lazy.", "loading.", "grey.gif", "gray.gif", "clear.gif"]
        .iter()
        .any(|p| file.contains(p))
}

/// Whether two addresses are sizes of the same picture: same file name but for size marks, case and query.
pub(super) fn same_picture(a: &str, b: &str) -> bool {
    a == b || (!stem(a).is_empty() && stem(a) == stem(b))
}

fn stem(address: &str) -> String {
    let name = file_stem(address).to_ascii_lowercase();
    // `photo-1024x576`, `photo_800w`, `photo@2x`
    let cut = name.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, 'x' | '-' | '_' | '@' | 'w'));
    if cut.len() < 4 { name } else { cut.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn img(attributes: &[(&str, &str)]) -> Option<String> {
        let mut all = Attributes::default();
        for (name, value) in attributes {
            all.push(name, value);
        }
        choose(&all, Sources::default()).map(|i| i.src.into())
    }

    #[test]
    fn a_background_is_a_picture_where_an_address_says_so() {
        let behind = |name: &str, value: &str| {
            let mut all = Attributes::default();
            all.push(name, value);
            backdrop(&all).map(String::from)
        };
        assert_eq!(behind("style", "background-color:#eee;background-image: url('/a.jpg')").unwrap(), "/a.jpg");
        assert_eq!(behind("style", "color:red;background:#eee url(\"b.webp\") center/cover").unwrap(), "b.webp");
        assert_eq!(behind("data-bg", "https://cdn.example/c?w=300").unwrap(), "https://cdn.example/c?w=300");
        for (name, value) in [
            ("data-background", "#fff"),
            ("data-background", "dark"),
            ("style", "background:url(data:image/gif;base64,R0)"),
            ("style", "background:url(/arrow.svg)"),
            ("style", "transition:background .3s"),
        ] {
            assert_eq!(behind(name, value), None, "{value}");
        }
    }

    #[test]
    fn the_real_picture_is_found_behind_a_placeholder() {
        assert_eq!(img(&[("src", "data:image/gif;base64,R0"), ("data-src", "/a.jpg")]).unwrap(), "/a.jpg");
        assert_eq!(img(&[("src", "/img/spacer.gif"), ("data-lazy-original", "b.png")]).unwrap(), "b.png");
        assert_eq!(img(&[("src", "/a.jpg")]).unwrap(), "/a.jpg");
    }

    #[test]
    fn the_widest_useful_candidate_wins() {
        assert_eq!(img(&[("srcset", "/a,w_300.jpg 300w, /b.jpg 1200w, /c.jpg 4000w"), ("src", "/z.jpg")]).unwrap(), "/b.jpg");
    }

    #[test]
    fn commas_part_candidates_only_behind_descriptors() {
        assert_eq!(img(&[("srcset", "/s.jpg 100w,/b.jpg 1024w"), ("src", "/z.jpg")]).unwrap(), "/b.jpg");
        assert_eq!(img(&[("srcset", "/f(a,b).jpg 1x,/f(a,c).jpg 2x")]).unwrap(), "/f(a,c).jpg");
        assert_eq!(img(&[("srcset", "/a.jpg, /b,c.jpg 1.5x,\n\t/d.jpg 1x ,")]).unwrap(), "/b,c.jpg");
        assert_eq!(img(&[("srcset", ",")]), None);
    }

    #[test]
    fn what_a_script_fills_in_is_no_address() {
        assert_eq!(img(&[("src", "/a_%7Bwidth%7D.jpg")]), None);
        assert_eq!(img(&[("data-src", "/a_${format}.jpg"), ("src", "/b.jpg")]).unwrap(), "/b.jpg");
        assert_eq!(img(&[("data-srcset", "/a_{w}.jpg 900w"), ("data-src", "/c.jpg")]).unwrap(), "/c.jpg");
    }

    #[test]
    fn pixels_are_no_pictures() {
        assert_eq!(img(&[("src", "/t.gif"), ("style", "display: none")]), None);
        assert_eq!(img(&[("src", "/t.gif"), ("hidden", "")]), None);
        assert_eq!(img(&[("src", "/t.gif"), ("style", "display:none"), ("data-src", "/a.jpg")]).unwrap(), "/a.jpg");
        assert_eq!(img(&[("src", "/t.gif"), ("width", "1"), ("height", "1")]), None);
        assert_eq!(img(&[("src", "/t.gif"), ("width", "1"), ("height", "1"), ("alt", "A quay")]), None);
        assert_eq!(img(&[("src", "/t.gif"), ("width", "2"), ("height", "1")]), None);
        assert_eq!(img(&[("src", "/plan.svg"), ("width", "1"), ("height", "1"), ("alt", "A quay")]).unwrap(), "/plan.svg");
        assert_eq!(img(&[("src", "/a.jpg"), ("width", "3"), ("height", "2")]).unwrap(), "/a.jpg");
    }
}

//! The last look at an address before it is written. Blocks carry absolute addresses that were checked when they were
//! made; this holds even if they were not.

/// Where a link may lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target<'a> {
    /// Another page, a mail address, a telephone.
    Away(&'a str),
    /// A place in this page, by the name of its anchor as in a fragment.
    Here(&'a str),
}

/// The target of a link, where it may be followed.
pub(super) fn link(address: &str) -> Option<Target<'_>> {
    match address.strip_prefix('#') {
        Some("") => None,
        Some(anchor) => Some(Target::Here(anchor)),
        None => web(address).or_else(|| starts_with_any(address, &["mailto:", "tel:"]).then_some(address)).map(Target::Away),
    }
}

/// The address of a picture, where it may be loaded: the web, or a raster image in place.
///
/// SVG is left out: it is a document, not a raster.
pub(super) fn image(address: &str) -> Option<&str> {
    const RASTER: [&str; 5] = ["data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp", "data:image/avif"];
    let raster = || RASTER.iter().any(|r| address.strip_prefix(r).is_some_and(|rest| rest.starts_with([';', ','])));
    web(address).or_else(|| raster().then_some(address))
}

/// The address, where it is one of the web.
pub(super) fn web(address: &str) -> Option<&str> {
    starts_with_any(address, &["http://", "https://"]).then_some(address)
}

/// A parsed address begins with its scheme in lower case, so that the first bytes decide, whatever follows them.
fn starts_with_any(address: &str, schemes: &[&str]) -> bool {
    schemes.iter().any(|s| address.starts_with(s))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_listed_schemes_are_followed() {
        for bad in [
            "javascript:alert(1)",
            " https://a",
            "JavaScript:1",
            "java\nscript:1",
            "data:text/html,x",
            "vbscript:x",
            "//a.example",
            "/x",
            "",
            "#",
        ] {
            assert_eq!(link(bad), None, "{bad:?}");
        }
        assert_eq!(link("mailto:a@b.example"), Some(Target::Away("mailto:a@b.example")));
        assert_eq!(link("#n1"), Some(Target::Here("n1")));
    }

    #[test]
    fn pictures_are_of_the_web_or_raster() {
        assert!(image("data:image/png;base64,AA").is_some());
        for bad in ["data:image/svg+xml,<svg>", "data:image/pngx", "data:text/html,x", "blob:x", "mailto:x"] {
            assert_eq!(image(bad), None, "{bad:?}");
        }
    }
}

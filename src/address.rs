//! Addresses that may be written into a page: parsed by the URL standard, schemes allow-listed by their use.

use url::Url;

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

    /// The fragment of a link that stays in the page.
    pub(crate) fn fragment<'u>(&self, target: &'u Url) -> Option<&'u str> {
        let page = self.page.as_ref()?;
        let mut there = target.clone();
        let mut here = page.clone();
        there.set_fragment(None);
        here.set_fragment(None);
        (there == here).then(|| target.fragment()).flatten()
    }
}

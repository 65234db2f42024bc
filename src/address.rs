//! Addresses that may be written into a page: parsed by the URL standard, schemes allow-listed by their use.

use crate::block::{Block, Content, Image, Inline, MarkKind, Style};
use url::Position;
pub(crate) use url::Url;

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
    pub(crate) fn web(&self, raw: &str) -> Option<Url> {
        self.resolve(raw).filter(|u| matches!(u.scheme(), "http" | "https"))
    }

    /// What a link is written with: `#fragment` inside the page, else the absolute address.
    pub(crate) fn target(&self, raw: &str) -> Option<String> {
        if let Some(fragment) = raw.strip_prefix('#') {
            return (!fragment.is_empty()).then(|| format!("#{fragment}"));
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
                embed.src = base.web(&embed.src).map_or_else(Box::default, |u| String::from(u).into());
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
    let address = base.image(&image.src);
    if let Some(address) = &address {
        image.src = address.as_str().into();
    }
    address.is_some()
}

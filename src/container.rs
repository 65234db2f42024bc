//! The block-level elements around blocks, as far as they hold any: ids with a parent, no tree of the page.

use crate::tag::Tag;
use bitflags::bitflags;

/// Names a container of one page; ids rise in the page's order, a parent's below its children's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct ContainerId(pub(crate) u32);

bitflags! {
    /// What class names, ids, roles and element names say of an element's use. Weak evidence, never a verdict.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub(crate) struct Hints: u32 {
        const CONTENT = 1 << 0;
        const COMMENT = 1 << 1;
        const RELATED = 1 << 2;
        const NAVIGATION = 1 << 3;
        const SHARE = 1 << 4;
        const PROMO = 1 << 5;
        const ADVERT = 1 << 6;
        const META = 1 << 7;
        const CAPTION = 1 << 8;
        const FOOTER = 1 << 9;
        const HEADER = 1 << 10;
        const SIDEBAR = 1 << 11;
        const NEWSLETTER = 1 << 12;
        const CONSENT = 1 << 13;
        const PAYWALL = 1 << 14;
        const HIDDEN = 1 << 15;
        const CARD = 1 << 16;
        const TAGS = 1 << 17;
        const LEDE = 1 << 18;
        const AUTHOR = 1 << 19;
        const MODAL = 1 << 20;
        const WIDGET = 1 << 21;
        const CREDIT = 1 << 22;
        const TITLE = 1 << 23;
        const BODY = 1 << 24;
        const FORM = 1 << 25;
        const ASIDE = 1 << 26;
        const ARTICLE = 1 << 27;
        const MAIN = 1 << 28;
        const LIST = 1 << 29;
        const QUOTE = 1 << 30;
        const SPONSORED = 1 << 31;
    }
}

/// How many families of hints there are.
pub(crate) const FAMILIES: usize = 32;

/// Uses that an element around the page's title does not have, whatever it is called: `__next`, `popup-open`, a form around everything.
const FURNITURE: Hints = Hints::COMMENT
    .union(Hints::RELATED)
    .union(Hints::NAVIGATION)
    .union(Hints::SHARE)
    .union(Hints::PROMO)
    .union(Hints::ADVERT)
    .union(Hints::FOOTER)
    .union(Hints::SIDEBAR)
    .union(Hints::NEWSLETTER)
    .union(Hints::CONSENT)
    .union(Hints::PAYWALL)
    .union(Hints::MODAL)
    .union(Hints::WIDGET)
    .union(Hints::FORM)
    .union(Hints::SPONSORED);

/// Elements of a card between its link and a line in it.
const CARD: usize = 4;

/// Levels; ancestors further away count as absent.
pub(crate) const FAR: u8 = 10;

/// One element that holds blocks.
#[derive(Clone, Debug)]
pub(crate) struct Container {
    pub(crate) parent: Option<ContainerId>,
    /// One further out, see [`Containers::jump`]; itself where there is none.
    pub(crate) jump: ContainerId,
    /// Which of the page's elements it is, from 1; 0 for text that no element holds.
    #[cfg(feature = "declutter")]
    pub(crate) element: u32,
    pub(crate) tag: Tag,
    /// Levels below the root of the page, containers without blocks not counted.
    pub(crate) depth: u16,
    /// Same for elements of the same name, classes (digits folded) and role: repeated items share it.
    pub(crate) signature: u32,
    /// The same without the classes that tell repeated items apart: the first, the odd, those of a topic.
    pub(crate) make: u32,
    pub(crate) hints: Hints,
    /// Levels up to the nearest element (0: this one) with each hint, at most [`FAR`].
    pub(crate) nearest: [u8; FAMILIES],
    /// The target of a link that wraps blocks.
    pub(crate) href: Option<Box<str>>,
    /// What lies over it and behind it; few elements have either.
    pub(crate) layers: Option<Box<Layers>>,
    /// Its class or id, or that of an element around it, is one that ad blockers hide on every site.
    pub(crate) is_ad: bool,
    /// It is called a signature.
    pub(crate) is_signature: bool,
    /// It is called reviews.
    pub(crate) is_reviews: bool,
    pub(crate) sight: Sight,
    /// What the fields that stand in it, not far down, ask for.
    pub(crate) asked: Asked,
}

/// What a style sheet lays over an element, and behind it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layers {
    pub(crate) cover: Option<Cover>,
    /// The picture that it, or an element in it without anything to read, shows as its background.
    pub(crate) backdrop: Option<Box<str>>,
}

/// A link without content that covers the element around it.
#[derive(Clone, Debug)]
pub(crate) struct Cover {
    /// Its target; empty where there are several.
    pub(crate) href: Box<str>,
    /// What it is called for those who do not see what it covers.
    pub(crate) name: Option<Box<str>>,
}

impl Layers {
    /// `None` where there is neither.
    pub(crate) fn of(cover: Option<Cover>, backdrop: Option<Box<str>>) -> Option<Box<Self>> {
        (cover.is_some() || backdrop.is_some()).then(|| Box::new(Self { cover, backdrop }))
    }
}

/// Whether an element is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sight {
    Seen,
    /// It is called reviews, or stands in an element that is, or in one that is hidden.
    Aside,
    /// The page hides it, by an attribute or its own style.
    Hidden,
}

/// What the fields of a form ask for, the more telling last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Asked {
    #[default]
    Nothing,
    /// An e-mail address.
    Address,
    /// A message, whatever else: nobody signs up with one.
    Message,
}

/// All containers of a page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Containers {
    list: Vec<Container>,
}

impl Containers {
    /// Adds a container inside `parent`; depth and distances follow from it.
    pub(crate) fn add(&mut self, mut container: Container) -> ContainerId {
        let parent = container.parent.map(|p| self.get(p));
        container.depth = parent.map_or(0, |p| p.depth.saturating_add(1));
        container.is_ad |= parent.is_some_and(|p| p.is_ad);
        if container.is_reviews || parent.is_some_and(|p| p.sight != Sight::Seen) {
            container.sight = container.sight.max(Sight::Aside);
        }
        container.jump = self.jump(container.parent);
        container.nearest = self.nearest(&container);
        self.list.push(container);
        ContainerId(self.list.len() as u32 - 1)
    }

    /// Where a container inside `parent` jumps to, so that any around it is some dozen steps away however deep they are nested: as far again
    /// as the two jumps before, where those are as wide as each other (Myers, "An applicative random-access stack", 1983).
    fn jump(&self, parent: Option<ContainerId>) -> ContainerId {
        let Some(parent) = parent else { return ContainerId(self.list.len() as u32) };
        let (first, depth) = (self.get(parent).jump, |id: ContainerId| self.get(id).depth);
        let second = self.get(first).jump;
        if depth(parent) - depth(first) == depth(first) - depth(second) { second } else { parent }
    }

    /// The next container outwards on the way to `to`, which lies around it or beside it.
    fn towards(&self, from: ContainerId, to: ContainerId) -> Option<ContainerId> {
        let own = self.get(from);
        // A parent's id is below its children's.
        if own.jump >= to && own.jump < from { Some(own.jump) } else { own.parent }
    }

    /// Takes the elements around the page's title for no furniture.
    pub(crate) fn clear_furniture(&mut self, title: ContainerId) {
        let is_own = |c: &ContainerId| !matches!(self.get(*c).tag, Tag::Nav | Tag::Aside | Tag::Footer);
        let around: Vec<ContainerId> = self.path(title).filter(is_own).collect();
        around.iter().for_each(|c| self.list[c.0 as usize].hints.remove(FURNITURE));
        (0..self.list.len()).for_each(|at| self.list[at].nearest = self.nearest(&self.list[at]));
    }

    /// Levels up from an element to the nearest with each hint.
    fn nearest(&self, container: &Container) -> [u8; FAMILIES] {
        let mut nearest = container.parent.map_or([FAR; FAMILIES], |p| self.get(p).nearest.map(|d| (d + 1).min(FAR)));
        let mut own = container.hints.bits();
        while own != 0 {
            nearest[own.trailing_zeros() as usize] = 0;
            own &= own - 1;
        }
        nearest
    }

    pub(crate) fn get(&self, id: ContainerId) -> &Container {
        &self.list[id.0 as usize]
    }

    /// Notes a link that lies over it.
    pub(crate) fn cover(&mut self, id: ContainerId, cover: Cover) {
        self.list[id.0 as usize].layers.get_or_insert_default().cover = Some(cover);
    }

    /// Notes a picture behind it; the first one counts.
    pub(crate) fn backdrop(&mut self, id: ContainerId, picture: Box<str>) {
        self.list[id.0 as usize].layers.get_or_insert_default().backdrop.get_or_insert(picture);
    }

    /// Notes what a field in it asks for.
    pub(crate) fn ask(&mut self, id: ContainerId, asked: Asked) {
        let known = &mut self.list[id.0 as usize].asked;
        *known = asked.max(*known);
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// The container and the ones around it, innermost first.
    pub(crate) fn path(&self, id: ContainerId) -> impl Iterator<Item = ContainerId> + '_ {
        std::iter::successors(Some(id), move |&c| self.get(c).parent)
    }

    /// Whether an element, or one of the few around it, is a link, as cards are.
    pub(crate) fn is_in_link(&self, id: ContainerId) -> bool {
        self.path(id).take(CARD).any(|c| self.get(c).href.is_some())
    }

    /// Whether the `article` element around one container holds another too.
    pub(crate) fn shares_article(&self, one: ContainerId, other: ContainerId) -> bool {
        self.path(one).find(|c| self.get(*c).tag == Tag::Article).is_some_and(|article| self.holds(article, other))
    }

    /// The innermost container that holds both.
    pub(crate) fn common(&self, mut a: ContainerId, mut b: ContainerId) -> Option<ContainerId> {
        while a != b {
            if a > b {
                a = self.towards(a, b)?;
            } else {
                b = self.towards(b, a)?;
            }
        }
        Some(a)
    }

    /// Whether `inner` is `outer` or lies in it.
    pub(crate) fn holds(&self, outer: ContainerId, inner: ContainerId) -> bool {
        let mut at = inner;
        while at > outer {
            let Some(next) = self.towards(at, outer) else { return false };
            at = next;
        }
        at == outer
    }

    /// The child of `outer` that holds `inner`; `None` where they are the same.
    pub(crate) fn child_towards(&self, outer: ContainerId, inner: ContainerId) -> Option<ContainerId> {
        let mut at = inner;
        while self.get(at).parent.is_some_and(|parent| parent != outer) {
            at = self.towards(at, ContainerId(outer.0 + 1))?;
        }
        Some(at).filter(|_| inner != outer)
    }

    /// Those of a kind, to be found from what lies in them without a look at all that lies between.
    pub(crate) fn of_kind(&self, is: impl Fn(ContainerId) -> bool) -> Kind<'_> {
        let mut innermost: Vec<Option<ContainerId>> = Vec::with_capacity(self.list.len());
        for (at, container) in self.list.iter().enumerate() {
            let own = Some(ContainerId(at as u32)).filter(|own| is(*own));
            innermost.push(own.or_else(|| container.parent.and_then(|parent| innermost[parent.0 as usize])));
        }
        Kind { containers: self, innermost }
    }
}

/// The containers of a kind, and in which of them each container lies.
pub(crate) struct Kind<'c> {
    containers: &'c Containers,
    /// For each container the innermost of the kind around it, or itself.
    innermost: Vec<Option<ContainerId>>,
}

impl Kind<'_> {
    /// Those around a container, and itself if it is one, innermost first.
    pub(crate) fn around(&self, id: ContainerId) -> impl Iterator<Item = ContainerId> + '_ {
        let around = |id: ContainerId| self.innermost[id.0 as usize];
        std::iter::successors(around(id), move |&c| self.containers.get(c).parent.and_then(around))
    }
}

impl Container {
    /// The target of the link that covers it, if it is one alone.
    pub(crate) fn cover(&self) -> Option<&str> {
        self.layers.as_deref()?.cover.as_ref().map(|cover| &*cover.href).filter(|href| !href.is_empty())
    }

    /// The container of text that no element holds.
    pub(crate) fn root() -> Self {
        Self {
            parent: None,
            jump: ContainerId(0),
            #[cfg(feature = "declutter")]
            element: 0,
            tag: Tag::Body,
            depth: 0,
            signature: 0,
            make: 0,
            hints: Hints::empty(),
            nearest: [FAR; FAMILIES],
            href: None,
            layers: None,
            is_ad: false,
            is_signature: false,
            is_reviews: false,
            sight: Sight::Seen,
            asked: Asked::Nothing,
        }
    }

    /// Levels up to the nearest element with any of `hints`, at most [`FAR`].
    pub(crate) fn distance(&self, hints: Hints) -> u8 {
        let (mut asked, mut nearest) = (hints.bits(), FAR);
        while asked != 0 {
            nearest = nearest.min(self.nearest[asked.trailing_zeros() as usize]);
            asked &= asked - 1;
        }
        nearest
    }

    /// Whether this element or one close around it has any of `hints`.
    pub(crate) fn within(&self, hints: Hints) -> bool {
        self.distance(hints) < FAR
    }
}

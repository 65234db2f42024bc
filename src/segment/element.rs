//! What an element means for the blocks in it.

use super::math;
use crate::block::{Direction, FrameKind, Style};
use crate::container::{Asked, ContainerId, Cover, Hints};
use crate::event::Attributes;
use crate::lexicon;
use crate::passage::Relations;
use crate::tag::Tag;

/// An element that is open now.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) tag: Tag,
    /// Counts the page's elements; names frames too.
    pub(super) element: u32,
    pub(super) hints: Hints,
    pub(super) signature: u32,
    /// See [`Container::make`](crate::container::Container::make).
    pub(super) make: u32,
    pub(super) frame: Option<FrameKind>,
    /// Of the heading that it is.
    pub(super) level: Option<u8>,
    pub(super) href: Option<Box<str>>,
    /// What it is called, if it is a link: its `title`.
    pub(super) called: Option<Box<str>>,
    /// What it is called for those who do not see it, if it is a link.
    pub(super) label: Option<Box<str>>,
    /// See [`Layers::cover`](crate::container::Layers::cover).
    pub(super) cover: Option<Cover>,
    /// See [`Layers::backdrop`](crate::container::Layers::backdrop).
    pub(super) backdrop: Option<Box<str>>,
    pub(super) id: Option<Box<str>>,
    pub(super) is_ad: bool,
    /// See [`Container::is_signature`](crate::container::Container::is_signature).
    pub(super) is_signature: bool,
    /// See [`Container::is_reviews`](crate::container::Container::is_reviews).
    pub(super) is_reviews: bool,
    pub(super) relations: Relations,
    pub(super) is_hidden: bool,
    /// See [`Container::asked`](crate::container::Container::asked).
    pub(super) asked: Asked,
    pub(super) lang: Option<Box<str>>,
    pub(super) dir: Option<Direction>,
    pub(super) language: Option<Box<str>>,
    /// May stand right beside another such element, parted by the style sheet alone.
    pub(super) stands_beside: bool,
    /// A sign at a heading or caption, such as "[edit]" or "Show more", that is no part of it.
    pub(super) is_sign: bool,
    /// A button, unless it opens what follows it: the headings of an accordion are text.
    pub(super) is_button: bool,
    /// A custom element that begins a line, in an element that is no paragraph.
    pub(super) stands_alone: bool,
    /// An inline element that is laid out as a block.
    pub(super) is_boxed: bool,
    /// MathJax 2 puts its formulas into it.
    pub(super) is_frame: bool,
    /// The line's length where it began, if it may be an icon: an `i`, or a span with a class.
    pub(super) icon_at: Option<usize>,
    /// The line's length and weight where it began, if it is a link.
    pub(super) link_at: Option<(usize, usize)>,
    /// What it and the elements around it say of what is in them.
    pub(super) around: Around,
    /// Known once a block in it is complete.
    pub(super) container: Option<ContainerId>,
}

/// What is said of a block by the elements around it, whichever of them says it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around {
    /// The innermost element that has a language.
    pub(super) lang: Option<usize>,
    pub(super) dir: Option<Direction>,
    pub(super) relations: Relations,
}

impl Open {
    /// Ends lines: block-level by its name, or by its place.
    pub(super) fn is_block(&self) -> bool {
        !self.tag.is_inline() || self.is_sign || self.stands_alone || self.is_boxed
    }

    /// Is never a part of a word: a time, and what only those hear who do not see the page.
    pub(super) fn is_apart(&self) -> bool {
        self.tag == Tag::Time || self.tag == Tag::Span && self.hints.contains(Hints::HIDDEN)
    }
}

/// Elements that lay things out side by side as often as they mark words of a line. Word processors cut words into spans that
/// have a style but no class.
pub(super) fn stands_beside(tag: Tag, attributes: &Attributes) -> bool {
    match tag {
        Tag::A | Tag::Time | Tag::Button | Tag::Label | Tag::Data | Tag::Other | Tag::Small | Tag::Font => true,
        Tag::Span => attributes.has("class") || !attributes.has("style"),
        _ => false,
    }
}

/// "Mail" as fields say it: in Latin script ("correo electrónico", "courriel"), Cyrillic, Arabic, Persian, Hindi, Chinese, Japanese, Korean.
const MAIL: [&str; 12] = ["mail", "correo", "courriel", "почт", "мейл", "имейл", "بريد", "ایمیل", "ईमेल", "邮箱", "メール", "메일"];

/// Whether a field is for an e-mail address.
pub(super) fn asks_address(attributes: &Attributes) -> bool {
    let says = |name: &str, words: &[&str]| {
        attributes.get(name).map(str::to_ascii_lowercase).is_some_and(|said| words.iter().any(|word| said.contains(word)))
    };
    attributes.get("type") == Some("email")
        || says("placeholder", &MAIL)
        || ["name", "id", "autocomplete"].iter().any(|at| says(at, &["email"]))
}

/// Whether a name has the word "reviews" in it, as in `productReviews`, and not in "previews" or "interviews". A short scan: the
/// standard library's search takes longer to begin.
pub(super) fn is_reviews(name: &str) -> bool {
    let letters = name.as_bytes();
    letters
        .windows(7)
        .enumerate()
        .any(|(at, word)| word == b"Reviews" || word == b"reviews" && !letters[..at].last().is_some_and(u8::is_ascii_alphabetic))
}

/// Whether an element is called so for what members of a forum have below each of their posts. What functions and files have is
/// called a signature too, by its plain name.
pub(super) fn is_signature(class: &str, id: &str) -> bool {
    const OWNERS: [&str; 6] = ["message", "post", "forum", "board", "user", "entry"];
    if !lexicon::holds(class, "ignature") {
        return false;
    }
    class.to_ascii_lowercase().split_ascii_whitespace().filter_map(|name| name.strip_suffix("signature")).any(|owner| {
        let owner = owner.trim_end_matches(['-', '_']);
        if owner.is_empty() { id.contains("sig") || class.contains(' ') } else { OWNERS.iter().any(|known| owner.ends_with(known)) }
    })
}

/// What generators of documentation call their notes, tips and warnings, as whole classes: their titles are called "admonition-title".
const ASIDES: [&str; 13] = [
    "admonition",
    "admonitionblock",
    "alert",
    "callout",
    "caution",
    "hint",
    "important",
    "markdown-alert",
    "note",
    "notecard",
    "starlight-aside",
    "tip",
    "warning",
];

fn is_aside(attributes: &Attributes) -> bool {
    attributes.get("class").is_some_and(|class| class.split_ascii_whitespace().any(|one| ASIDES.contains(&one)))
}

pub(super) fn frame(tag: Tag, attributes: &Attributes) -> Option<FrameKind> {
    let number = |name| attributes.get(name).and_then(|v| v.trim().parse().ok());
    Some(match tag {
        Tag::Ul | Tag::Menu | Tag::Dir => FrameKind::BulletList,
        Tag::Ol => FrameKind::NumberedList {
            start: number("start"),
            style: attributes.get("type").and_then(|t| t.trim().chars().next()).filter(|c| "1aAiI".contains(*c)),
            reversed: attributes.has("reversed"),
        },
        Tag::Li => FrameKind::Item { value: number("value") },
        Tag::Blockquote => FrameKind::Quote,
        Tag::Dl => FrameKind::Definitions,
        Tag::Dt => FrameKind::Term,
        Tag::Dd => FrameKind::Definition,
        Tag::Details => FrameKind::Details,
        Tag::Summary => FrameKind::Summary,
        Tag::Div | Tag::Aside | Tag::Section if is_aside(attributes) => FrameKind::Aside,
        _ => return None,
    })
}

/// The style that an inline element gives its text.
pub(super) fn style(tag: Tag, attributes: &Attributes) -> Option<Style> {
    Some(match tag {
        Tag::A => Style::Link(attributes.get("href")?.trim().into()),
        Tag::Em | Tag::I => Style::Emphasis,
        Tag::Strong | Tag::B => Style::Strong,
        Tag::Code | Tag::Tt => Style::Code,
        Tag::Kbd => Style::Keyboard,
        Tag::Samp => Style::Sample,
        Tag::Var => Style::Variable,
        Tag::Sub => Style::Subscript,
        Tag::Sup => Style::Superscript,
        Tag::Small => Style::Small,
        Tag::Del | Tag::S | Tag::Strike => Style::Deleted,
        Tag::Ins => Style::Inserted,
        Tag::Mark => Style::Highlight,
        Tag::Q => Style::Quotation,
        Tag::Cite => Style::Cite,
        Tag::Dfn => Style::Definition,
        Tag::Abbr | Tag::Acronym => Style::Abbreviation(attributes.get("title").map(Into::into)),
        Tag::Ruby => Style::Ruby,
        Tag::Rt | Tag::Rtc => Style::RubyText,
        Tag::Rp => Style::RubyParenthesis,
        Tag::Bdi => Style::Isolate(attributes.direction()),
        Tag::Bdo => Style::Override(attributes.direction()?),
        Tag::Span => match (attributes.direction(), attributes.get("lang")) {
            (Some(dir), _) => Style::Isolate(Some(dir)),
            (None, Some(lang)) if !lang.is_empty() => Style::Language(lang.into()),
            _ => return None,
        },
        _ => return None,
    })
}

/// The programming language that class names give a piece of code.
pub(super) fn language(attributes: &Attributes) -> Option<Box<str>> {
    let named = ["data-lang", "data-language"].iter().find_map(|n| attributes.get(n)).filter(|v| !v.is_empty());
    let of_class = || {
        let mut classes = attributes.get("class")?.split_ascii_whitespace();
        while let Some(class) = classes.next() {
            match ["language-", "lang-", "highlight-source-", "brush:", "highlight-"].iter().find_map(|p| class.strip_prefix(p)) {
                Some("") => return classes.next(),
                None => {}
                name => return name,
            }
        }
        None
    };
    let name = named.or_else(of_class)?;
    let is_name = name.len() <= 24 && name.chars().all(|c| c.is_ascii_alphanumeric() || "+#-_.".contains(c));
    (is_name && !name.is_empty()).then(|| name.to_ascii_lowercase().into())
}

/// Elements whose content is no text of the page.
pub(super) fn is_skipped(tag: Tag, attributes: &Attributes) -> bool {
    match tag {
        Tag::Script => !math::is_tex(attributes),
        Tag::Style
        | Tag::Svg
        | Tag::Canvas
        | Tag::Select
        | Tag::Datalist
        | Tag::Textarea
        | Tag::Title
        | Tag::Noframes
        | Tag::Noembed
        | Tag::Map
        | Tag::Object
        | Tag::Head
        | Tag::AmpAd
        | Tag::Meter
        | Tag::Progress
        | Tag::Template => tag != Tag::Template || !attributes.has("shadowrootmode"),
        // KaTeX prints a formula twice: once for machines, once as layout.
        Tag::Span => attributes.get("class").is_some_and(|c| c.contains("katex-html")),
        _ => false,
    }
}

/// Elements around lines of code that number them.
pub(super) fn is_line_number(attributes: &Attributes) -> bool {
    attributes.get("class").is_some_and(|class| {
        class.split_ascii_whitespace().any(|c| {
            matches!(
                c,
                "lineno" | "linenos" | "line-number" | "line-numbers" | "linenumber" | "gutter" | "hljs-ln-numbers" | "line-numbers-rows"
            )
        })
    })
}

/// What attributes other than names say of an element's use.
pub(super) fn of_attributes(attributes: &Attributes) -> Hints {
    let mut hints = Hints::empty();
    if attributes.has("hidden") || attributes.get("aria-hidden") == Some("true") || is_hidden(attributes) {
        hints |= Hints::HIDDEN;
    }
    if attributes.get("aria-modal") == Some("true") {
        hints |= Hints::MODAL;
    }
    for property in attributes.get("itemprop").unwrap_or_default().split_ascii_whitespace() {
        hints |= match property {
            "articleBody" | "reviewBody" | "recipeInstructions" | "text" => Hints::BODY | Hints::CONTENT,
            "headline" => Hints::TITLE,
            "author" | "creator" => Hints::META | Hints::AUTHOR,
            "datePublished" | "dateModified" | "dateCreated" => Hints::META,
            "caption" => Hints::CAPTION,
            "description" => Hints::LEDE,
            "comment" => Hints::COMMENT,
            _ => Hints::empty(),
        };
    }
    hints
}

/// The level of a heading: an element for one, or one whose role says so (WAI-ARIA 1.2, `heading`).
pub(super) fn heading_level(tag: Tag, role: Option<&str>, attributes: &Attributes) -> Option<u8> {
    /// Of a heading that tells none.
    const DEFAULT: u8 = 2;
    let told = || attributes.get("aria-level").map_or(Some(DEFAULT), |level| level.trim().parse().ok());
    let is_heading = role.is_some_and(|role| role.eq_ignore_ascii_case("heading"));
    tag.heading_level().or_else(|| is_heading.then(told).flatten().map(|level| level.clamp(1, 6)))
}

/// Bytes; no title is longer.
const MAX_TITLE: usize = 400;

/// What a link is called in several words.
pub(super) fn called(tag: Tag, attributes: &Attributes) -> Option<Box<str>> {
    name(tag, attributes, "title").filter(|title| title.contains(' '))
}

/// What a link is called for those who do not see it.
pub(super) fn label(tag: Tag, attributes: &Attributes) -> Option<Box<str>> {
    name(tag, attributes, "aria-label").filter(|label| !label.is_empty())
}

fn name(tag: Tag, attributes: &Attributes, attribute: &str) -> Option<Box<str>> {
    let name = attributes.get(attribute).filter(|_| tag == Tag::A)?.trim();
    (name.len() <= MAX_TITLE).then(|| name.into())
}

/// Where a press on the element leads: a link's address, or that of what a script makes one (`role="link"`).
pub(super) fn target<'a>(tag: Tag, role: Option<&str>, attributes: &'a Attributes) -> Option<&'a str> {
    if tag == Tag::A {
        return attributes.get("href");
    }
    let is_link = role.is_some_and(|role| role.eq_ignore_ascii_case("link"));
    is_link.then(|| ["data-href", "data-url", "data-link"].iter().find_map(|name| attributes.get(name))).flatten()
}

/// Whether an element says itself that nobody sees it. What find-in-page opens is only folded.
pub(super) fn is_hidden(attributes: &Attributes) -> bool {
    attributes.get("hidden").is_some_and(|value| !value.eq_ignore_ascii_case("until-found"))
        || attributes.get("style").is_some_and(is_hiding)
}

fn is_hiding(style: &str) -> bool {
    let compact = compact(style);
    compact.contains("display:none") || compact.contains("visibility:hidden")
}

fn compact(style: &str) -> String {
    style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase()
}

/// Values of `display` that make a box of its own lines (CSS Display 3, section 2.1, outer type `block`).
const BOXES: [&str; 6] = ["block", "flex", "grid", "list-item", "table", "flow-root"];

/// Whether an inline element says itself that it is laid out as a block: by its style, or by its role (WAI-ARIA 1.2:
/// headings, lists and landmarks).
pub(super) fn is_boxed(tag: Tag, role: Option<&str>, attributes: &Attributes) -> bool {
    let may_be =
        matches!(tag, Tag::Span | Tag::B | Tag::Strong | Tag::Em | Tag::I | Tag::Small | Tag::Font | Tag::Label | Tag::Time | Tag::Other);
    let by_style = || {
        let style = attributes.get("style").filter(|style| style.contains("isplay")).map(compact).unwrap_or_default();
        let value = style.split(';').rev().find_map(|one| one.strip_prefix("display:"));
        value.is_some_and(|value| BOXES.contains(&value.trim_end_matches("!important")))
    };
    let by_role = || {
        role.is_some_and(|role| {
            matches!(role, "heading" | "list" | "listitem" | "article" | "main" | "banner" | "contentinfo" | "complementary")
        })
    };
    may_be && (by_role() || by_style())
}

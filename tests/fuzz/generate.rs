//! Pages that nobody would write, from a seed or from a fuzzer's bytes: the same ones give the same page.

/// Where choices come from.
pub(crate) enum Dice<'a> {
    /// Xorshift (Marsaglia, 2003): needs no crate, and a seed that is printed brings a finding back.
    Seeded(u64),
    /// A byte a choice, so that a fuzzer that changes a byte changes a choice; zeros once they are used up.
    Given(std::slice::Iter<'a, u8>),
}

impl<'a> Dice<'a> {
    pub(crate) fn seeded(seed: u64) -> Self {
        Self::Seeded(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn given(choices: &'a [u8]) -> Self {
        Self::Given(choices.iter())
    }

    /// Whether a fuzzer's bytes are used up: what follows would be the same choice again and again.
    pub(crate) fn is_spent(&self) -> bool {
        matches!(self, Self::Given(choices) if choices.as_slice().is_empty())
    }

    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        let rolled = match self {
            Self::Seeded(state) => {
                *state ^= *state << 13;
                *state ^= *state >> 7;
                *state ^= *state << 17;
                (*state >> 33) as usize
            }
            Self::Given(choices) => {
                let high = if sides > 256 { usize::from(choices.next().copied().unwrap_or_default()) } else { 0 };
                high << 8 | usize::from(choices.next().copied().unwrap_or_default())
            }
        };
        rolled % sides.max(1)
    }

    fn one_of<'b>(&mut self, list: &[&'b str]) -> &'b str {
        list[self.roll(list.len())]
    }
}

const NAMES: &[&str] = &[
    "p",
    "div",
    "a",
    "b",
    "i",
    "span",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "tbody",
    "caption",
    "h1",
    "h2",
    "h4",
    "article",
    "section",
    "aside",
    "nav",
    "figure",
    "figcaption",
    "blockquote",
    "pre",
    "code",
    "dl",
    "dt",
    "dd",
    "details",
    "summary",
    "time",
    "button",
    "form",
    "select",
    "option",
    "label",
    "title",
    "head",
    "body",
    "html",
    "main",
    "header",
    "footer",
    "noscript",
    "script",
    "style",
    "textarea",
    "xmp",
    "iframe",
    "template",
    "svg",
    "math",
    "annotation",
    "semantics",
    "mrow",
    "mfrac",
    "mi",
    "mtext",
    "picture",
    "video",
    "dialog",
    "ruby",
    "rt",
    "q",
    "sup",
    "center",
    "font",
    "x-unknown",
    "plaintext",
];
const VOID: &[&str] = &["img", "br", "hr", "input", "meta", "link", "source", "base", "wbr", "embed"];
const ATTRIBUTES: &[&str] = &[
    "href",
    "src",
    "class",
    "id",
    "style",
    "onclick",
    "onerror",
    "alt",
    "title",
    "data-src",
    "srcset",
    "datetime",
    "content",
    "property",
    "name",
    "itemprop",
    "rel",
    "role",
    "aria-hidden",
    "hidden",
    "lang",
    "dir",
    "colspan",
    "start",
    "type",
    "open",
    "cite",
    "charset",
    "http-equiv",
];
const VALUES: &[&str] = &[
    "javascript:alert(1)",
    "https://a.example/a-long-story-of-2024",
    "/story/12345-a-b-c",
    "//b.example/i.jpg",
    "#top",
    "data:text/html,<script>",
    "data:image/png;base64,AAAA",
    "mailto:a@b.example",
    "related",
    "comment",
    "share newsletter",
    "og:title",
    "author",
    "article:published_time",
    "2024-05-01T10:00:00Z",
    "true",
    "none",
    "display:none",
    "rtl",
    "de",
    "application/ld+json",
    "-1",
    "99999999999",
    "text/html; charset=shift_jis",
    "&#106;avascript&colon;alert(1)",
    "\"><script>alert(1)</script>",
    "' onload=alert(1) x='",
    "a&b",
    "",
    "language-rust",
    "\u{202e}x\u{0}",
];
const TEXTS: &[&str] = &[
    "The keeper closes the door of the lighthouse on Friday, and nobody will live on the island any more. ",
    "Read also: ",
    "By Jane Doe",
    "3 May 2024",
    "an hour ago",
    "Subscribe to our newsletter",
    "Advertisement",
    "Related articles",
    " ",
    "\n\n",
    "&amp;",
    "&lt;script&gt;",
    "&#0;",
    "&#x1F600;",
    "&notit;",
    "&amp",
    "&",
    "<",
    ">",
    "<!--",
    "-->",
    "]]>",
    "<![CDATA[",
    "</",
    "</p",
    "\u{0}",
    "é",
    "日本語の文章です。",
    "😀",
    "\r\n",
    "a",
    "{\"@type\":\"NewsArticle\",\"headline\":\"<b>x\"}",
    "<!doctype html>",
    "<?php x ?>",
    "'",
    "\"",
    "=",
    "1.",
    "•",
    "|",
    "שלום",
    "x < y",
];

/// A page of tags and texts, seldom well formed.
pub(crate) fn page(dice: &mut Dice<'_>) -> Vec<u8> {
    let mut page = String::new();
    if dice.roll(2) == 0 {
        page.push_str("<!doctype html><title>The keeper</title><h1>The keeper</h1>");
    }
    for _ in 0..dice.roll(120) {
        if dice.is_spent() {
            break;
        }
        piece(dice, &mut page);
    }
    let mut bytes = page.into_bytes();
    // Now and then bytes that are no UTF-8.
    for _ in 0..dice.roll(4).saturating_sub(1) {
        let at = dice.roll(bytes.len() + 1);
        bytes.insert(at, dice.roll(256) as u8);
    }
    bytes
}

/// Any bytes.
pub(crate) fn bytes(dice: &mut Dice<'_>) -> Vec<u8> {
    let starts: [&[u8]; 6] =
        [b"", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"<meta charset=iso-2022-jp>\x1b$B", b"<meta charset=gb18030><p>"];
    let mut bytes = starts[dice.roll(starts.len())].to_vec();
    let few = dice.roll(2) == 0;
    for _ in 0..dice.roll(600) {
        if dice.is_spent() {
            break;
        }
        bytes.push(if few { b"<>/!-= \"'&;ap\x1b\xe3\x81"[dice.roll(16)] } else { dice.roll(256) as u8 });
    }
    bytes
}

fn piece(dice: &mut Dice<'_>, page: &mut String) {
    match dice.roll(10) {
        0..=3 => page.push_str(dice.one_of(TEXTS)),
        4 => {
            let text = dice.one_of(&TEXTS[..1]);
            *page += &format!("<p>{text}{text}</p>");
        }
        5 => tag(dice, VOID, page),
        6 | 7 => tag(dice, NAMES, page),
        8 => *page += &format!("</{}>", dice.one_of(NAMES)),
        _ => {
            let name = dice.one_of(NAMES);
            *page += &format!("<{name}>{}</{name}>", dice.one_of(TEXTS));
        }
    }
}

fn tag(dice: &mut Dice<'_>, names: &[&str], page: &mut String) {
    *page += &format!("<{}", dice.one_of(names));
    for _ in 0..dice.roll(4) {
        let quote = dice.one_of(&["\"", "'", ""]);
        *page += &format!(" {}={quote}{}{quote}", dice.one_of(ATTRIBUTES), dice.one_of(VALUES));
    }
    page.push_str(dice.one_of(&[">", ">", ">", "/>", "\n>", ""]));
}

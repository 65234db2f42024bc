//! What a passage is like by itself: its text, its wording, its element and the names around it.

use super::features::{Row, log};
use crate::block::{Content, FrameKind};
use crate::container::{Containers, FAMILIES, FAR, Hints};
use crate::lexicon;
use crate::lexicon::wording::{Reading, Wording};
use crate::passage::{Passage, Role};
use crate::tag::Tag;

const HINT_NAMES: [&str; FAMILIES] = [
    "d_content",
    "d_comment",
    "d_related",
    "d_navigation",
    "d_share",
    "d_promo",
    "d_advert",
    "d_meta",
    "d_caption",
    "d_footer",
    "d_header",
    "d_sidebar",
    "d_newsletter",
    "d_consent",
    "d_paywall",
    "d_hidden",
    "d_card",
    "d_tags",
    "d_lede",
    "d_author",
    "d_modal",
    "d_widget",
    "d_credit",
    "d_title",
    "d_body",
    "d_form",
    "d_aside",
    "d_article",
    "d_main",
    "d_list",
    "d_quote",
    "d_sponsored",
];

/// What a passage's text is like.
pub(super) fn own(row: &mut Row, passage: &Passage, reading: &Reading, text: &str) {
    let t = &passage.traits;
    let words = t.words.max(0.5);
    row.add("words", log(t.words));
    row.add("chars", log(t.chars as f32));
    row.add("link_density", t.link_density());
    row.add("links", log(t.links as f32));
    row.add("words_per_link", if t.links == 0 { -1.0 } else { log(words / t.links as f32) });
    row.add("commas", log(t.commas as f32));
    row.add("comma_share", t.commas as f32 / words);
    row.add("sentence_ends", log(t.sentence_ends as f32));
    row.flag("ends_sentence", t.ends_sentence);
    row.add("stop_share", t.stop_words as f32 / words);
    row.add("digit_share", t.digits as f32 / t.chars.max(1) as f32);
    row.add("capital_share", t.capitalised as f32 / words);
    row.add("caps_share", t.all_caps as f32 / words);
    row.add("word_length", t.chars as f32 / words);
    row.add("bold_share", t.bold_share());
    row.add("breaks", log(t.breaks as f32));
    row.add("images", log(t.images as f32));
    row.add("control_share", t.control_chars as f32 / t.chars.max(1) as f32);
    row.flag("has_time", t.time.is_some());
    let (kind, level) = match &passage.block.content {
        Content::Heading { level, .. } => (1.0, f32::from(*level)),
        Content::Paragraph(_) => (0.0, 0.0),
        Content::Figure(_) => (2.0, 0.0),
        Content::Table(_) => (3.0, 0.0),
        Content::Code { .. } => (4.0, 0.0),
        Content::Embed(_) => (5.0, 0.0),
        Content::Math(_) => (6.0, 0.0),
        Content::Rule => (7.0, 0.0),
    };
    row.add("kind", kind);
    row.add("level", level);
    row.add(
        "role",
        match t.role {
            Role::Text => 0.0,
            Role::Caption => 1.0,
            Role::Item => 2.0,
            Role::Control => 3.0,
        },
    );
    let frames = &passage.block.frames;
    row.add("lists", frames.iter().filter(|f| matches!(f.kind, FrameKind::Item { .. })).count() as f32);
    row.flag("numbered", frames.iter().any(|f| matches!(f.kind, FrameKind::NumberedList { .. })));
    row.flag("quoted", frames.iter().any(|f| f.kind == FrameKind::Quote));
    let first = text.trim_start().chars().next();
    row.flag("starts_lower", first.is_some_and(char::is_lowercase));
    row.flag("starts_other", first.is_some_and(|c| !c.is_alphanumeric()));
    row.flag("starts_quote", first.is_some_and(|c| matches!(c, '"' | '“' | '„' | '«' | '‘' | '”')));
    let body = text.trim_end();
    let last = body.chars().next_back();
    let signs = signs(text);
    row.flag("ends_dots", body.trim_end_matches(']').ends_with('…') || body.trim_end_matches(']').ends_with("..."));
    row.flag("ends_question", lexicon::is_question(body));
    row.add("prices", if signs & (MONEY | FOREIGN) == 0 { 0.0 } else { log(prices(text)) });
    row.add("handles", if signs & (AT | TOPIC) == 0 { 0.0 } else { log(handles(text)) });
    row.flag("noscript", t.noscript);
    row.flag("ends_colon", matches!(last, Some(':' | '：')));
    row.flag("has_address", signs & AT != 0 || has_address(text));
    row.flag("has_bar", signs & BAR != 0 || signs & FOREIGN != 0 && text.contains(['•', '·', '›', '»']));
    wordings(row, reading);
    for (name, hints) in INLINE_HINTS {
        row.flag(name, t.hints.intersects(*hints));
    }
}

const INLINE_HINTS: &[(&str, Hints)] = &[
    ("i_meta", Hints::META.union(Hints::AUTHOR)),
    ("i_share", Hints::SHARE),
    ("i_tags", Hints::TAGS),
    ("i_caption", Hints::CAPTION.union(Hints::CREDIT)),
    ("i_hidden", Hints::HIDDEN),
    ("i_title", Hints::TITLE),
];

/// Families of wording, grouped where one alone is rare.
const WORDINGS: &[(&str, Wording)] = &[
    ("w_related", Wording::RELATED_HEADING.union(Wording::READ_ALSO).union(Wording::MOST_READ)),
    ("w_ad", Wording::AD_LABEL.union(Wording::SPONSORED)),
    ("w_letter", Wording::NEWSLETTER.union(Wording::SUBSCRIBE)),
    ("w_account", Wording::ACCOUNT.union(Wording::PAYWALL).union(Wording::DONATE)),
    ("w_app", Wording::APP),
    ("w_share", Wording::SHARE.union(Wording::FOLLOW).union(Wording::LISTEN_PRINT)),
    ("w_consent", Wording::CONSENT),
    ("w_comment", Wording::COMMENT.union(Wording::POLL)),
    ("w_legal", Wording::COPYRIGHT.union(Wording::LEGAL).union(Wording::CONTACT)),
    ("w_tags", Wording::TAGS),
    ("w_author", Wording::AUTHOR_BIO),
    ("w_published", Wording::PUBLISHED.union(Wording::READING_TIME)),
    ("w_more", Wording::READ_MORE),
    ("w_nav", Wording::NAVIGATION.union(Wording::SEARCH).union(Wording::NEXT_PREVIOUS).union(Wording::CONTENTS)),
    ("w_credit", Wording::CREDIT),
    ("w_correction", Wording::CORRECTION),
];

fn wordings(row: &mut Row, reading: &Reading) {
    for (name, family) in WORDINGS {
        // 3: nothing but the phrase; 2: begins with it; 1: holds it.
        let grade = match () {
            () if reading.whole.intersects(*family) => 3.0,
            () if reading.starts.intersects(*family) => 2.0,
            () if reading.contains.intersects(*family) => 1.0,
            () => 0.0,
        };
        row.add(name, grade);
    }
}

/// What the elements around a passage are called.
pub(super) fn place(row: &mut Row, passage: &Passage, containers: &Containers) {
    let container = containers.get(passage.container);
    row.add("depth", f32::from(container.depth));
    row.add("tag", tag_class(container.tag));
    for (name, distance) in HINT_NAMES.iter().zip(container.nearest) {
        row.add(name, f32::from(distance));
    }
    let linked = containers.path(passage.container).take(FAR.into()).position(|c| containers.get(c).href.is_some());
    row.add("d_link", linked.map_or(f32::from(FAR), |d| d as f32));
}

/// Elements by what they mostly hold; an order that trees can cut.
fn tag_class(tag: Tag) -> f32 {
    match tag {
        Tag::P => 0.0,
        Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => 1.0,
        Tag::Blockquote | Tag::Pre | Tag::Figure | Tag::Dd | Tag::Dt => 2.0,
        Tag::Td | Tag::Th | Tag::Table => 3.0,
        Tag::Article | Tag::Main | Tag::Section | Tag::Body => 4.0,
        Tag::Div | Tag::Center => 5.0,
        Tag::Li => 6.0,
        Tag::A | Tag::Other => 7.0,
        Tag::Form | Tag::Fieldset | Tag::Label => 8.0,
        _ => 9.0,
    }
}

/// A short scan, as most texts are: the standard library's search takes longer to begin.
fn has_address(text: &str) -> bool {
    text.as_bytes().windows(4).any(|four| matches!(four, b"http" | b"www."))
}

const MONEY: u8 = 1;
const AT: u8 = 1 << 1;
const TOPIC: u8 = 1 << 2;
const BAR: u8 = 1 << 3;
/// Any that is not ASCII.
const FOREIGN: u8 = 1 << 4;

/// Which signs are in a text, in bits: most texts are soon done with.
fn signs(text: &str) -> u8 {
    let sign = |byte| match byte {
        b'$' => MONEY,
        b'@' => AT,
        b'#' => TOPIC,
        b'|' | b'/' => BAR,
        0x80.. => FOREIGN,
        _ => 0,
    };
    text.bytes().fold(0, |signs, byte| signs | sign(byte))
}

/// Words such as `@name` and `#topic`.
fn handles(text: &str) -> f32 {
    text.split_whitespace().filter(|w| w.len() > 2 && w.starts_with(['@', '#'])).count() as f32
}

/// Amounts of money in a text: a currency's sign beside a digit.
fn prices(text: &str) -> f32 {
    let mut count = 0.0;
    let (mut before, mut was_sign) = (' ', false);
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        let is_sign = matches!(c, '$' | '€' | '£' | '¥' | '₹' | '₽' | '₩' | '₺' | '₫' | '฿' | '₪' | '₴');
        if (is_sign && before.is_ascii_digit()) || (was_sign && c.is_ascii_digit()) {
            count += 1.0;
        }
        (before, was_sign) = (c, is_sign);
    }
    count
}

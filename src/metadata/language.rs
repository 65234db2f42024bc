//! The language of a page: declared, or told by its letters and small words.

use crate::block::Direction;
use crate::hash::{self, Map};
use crate::lexicon;
use crate::lexicon::function_words::FUNCTION_WORDS;
use std::sync::LazyLock;

/// Words of a sample that are counted; far fewer tell.
const MAX_WORDS: usize = 600;
/// Words with which a guess is worth making.
const MIN_WORDS: usize = 12;
/// Share of a text's words that are its language's small ones: half of what running text has.
const MIN_SHARE: f32 = 0.12;
/// How much likelier than the declared language another must be: templates declare the wrong one, but a quotation is no
/// reason to doubt them.
const DOUBT: f32 = 3.0;

/// Whether a `lang` value looks like a BCP 47 tag.
pub(super) fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split(['-', '_']);
    let primary = parts.next().unwrap_or_default();
    (2..=3).contains(&primary.len())
        && primary.bytes().all(|b| b.is_ascii_alphabetic())
        && tag.len() <= 35
        // "utf-8" ends like none.
        && tag.len() - tag.rfind(['-', '_']).map_or(0, |at| at + 1) > 1
        && parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// A tag in its usual spelling: `en-US`, from `EN_us`.
pub(super) fn normal(tag: &str) -> Option<String> {
    let tag = tag.trim();
    if !is_tag(tag) {
        return None;
    }
    let parts = tag.split(['-', '_']).enumerate().map(|(i, part)| match (i, part.len()) {
        (0, _) => part.to_ascii_lowercase(),
        (_, 2) => part.to_ascii_uppercase(),
        (_, 4) if part.bytes().all(|b| b.is_ascii_alphabetic()) => {
            let (first, rest) = part.split_at(1);
            first.to_ascii_uppercase() + &rest.to_ascii_lowercase()
        }
        _ => part.to_owned(),
    });
    Some(parts.collect::<Vec<_>>().join("-"))
}

/// The text's language, where that is clear.
pub(super) fn detect(text: &str) -> Option<&'static str> {
    let script = script(text)?;
    script.only.or_else(|| likeliest(text, &script, &Counts::of(text)))
}

fn likeliest(text: &str, script: &Script, counts: &Counts) -> Option<&'static str> {
    let tongues = TONGUES.iter().filter(|(lang, _)| script.tongues.contains(lang));
    let (best, share) = tongues.map(|(lang, words)| (*lang, counts.share(words))).max_by(|a, b| a.1.total_cmp(&b.1))?;
    (share >= MIN_SHARE && text.split_whitespace().take(MIN_WORDS).count() == MIN_WORDS).then_some(best)
}

/// Whether the text cannot be of the declared language, and is surely of another.
pub(super) fn contradicts(text: &str, declared: &str) -> Option<&'static str> {
    let script = script(text)?;
    let counts = if script.only.is_some() { Counts::default() } else { Counts::of(text) };
    let found = script.only.or_else(|| likeliest(text, &script, &counts))?;
    let primary = declared.split('-').next().unwrap_or_default();
    let norwegian = |l: &str| matches!(l, "no" | "nb" | "nn" | "da");
    let slavic = |l: &str| matches!(l, "hr" | "bs" | "sr" | "sh");
    if found == primary || norwegian(found) && norwegian(primary) || slavic(found) && slavic(primary) || found == "id" && primary == "ms" {
        return None;
    }
    // Languages that the table does not know can't be contradicted by small words alone.
    let share = |lang: &str| TONGUES.iter().find(|(l, _)| *l == lang).map(|(_, words)| counts.share(words));
    let own = share(primary)?;
    let is_other_script = script.only.is_some() || !script.tongues.contains(&primary);
    (is_other_script || share(found).unwrap_or(0.0) > DOUBT * own).then_some(found)
}

/// The base direction of a language's usual script.
pub(super) fn direction(lang: &str) -> Direction {
    let primary = lang.split('-').next().unwrap_or_default();
    let right_to_left =
        matches!(primary, "ar" | "he" | "iw" | "fa" | "ur" | "ps" | "yi" | "dv" | "ckb" | "sd" | "ug" | "arc" | "syr" | "prs")
            && !lang.contains("-Latn");
    if right_to_left { Direction::Rtl } else { Direction::Ltr }
}

struct Script {
    /// The one language of the script, or the one that its special letters show.
    only: Option<&'static str>,
    /// The languages that share it.
    tongues: &'static [&'static str],
}

const LATIN: &[&str] = &[
    "en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "sl", "hr", "ro", "hu", "tr", "az", "et", "lv",
    "lt", "sq", "ca", "id", "vi", "is", "ga", "cy",
];
const CYRILLIC: &[&str] = &["ru", "uk", "bg", "sr", "mk", "be"];

/// The script of most letters.
fn script(text: &str) -> Option<Script> {
    let one = |lang| Script { only: Some(lang), tongues: &[] };
    let mut counts = [0usize; SCRIPTS.len()];
    for c in text.chars().filter(|c| c.is_alphabetic()).take(4000) {
        if c.is_ascii() {
            counts[LATIN_AT] += 1;
        } else if let Some(at) = SCRIPTS.iter().position(|(_, ranges)| ranges.iter().any(|r| r.contains(&c))) {
            counts[at] += 1;
        }
    }
    let (at, count) = counts.iter().enumerate().max_by_key(|(_, n)| **n)?;
    if *count < 20 {
        return None;
    }
    let kana = counts[KANA];
    Some(match SCRIPTS.get(at)?.0 {
        "Latn" => Script { only: None, tongues: LATIN },
        "Cyrl" => Script { only: None, tongues: CYRILLIC },
        "Arab" => Script { only: None, tongues: &["ar", "fa", "ur"] },
        "Deva" => Script { only: None, tongues: &["hi", "mr", "ne"] },
        // Japanese text is kanji and kana; Chinese has none.
        "Hani" | "Kana" => one(if kana * 10 > *count { "ja" } else { "zh" }),
        lang => one(lang),
    })
}

const KANA: usize = 0;
const LATIN_AT: usize = 1;
/// Scripts by the names of ISO 15924, or the language where a script has one.
const SCRIPTS: [(&str, &[std::ops::RangeInclusive<char>]); 18] = [
    ("Kana", &['\u{3040}'..='\u{30ff}']),
    ("Latn", &['a'..='z', 'A'..='Z', '\u{c0}'..='\u{24f}', '\u{1e00}'..='\u{1eff}']),
    ("Cyrl", &['\u{400}'..='\u{52f}']),
    ("Arab", &['\u{600}'..='\u{77f}', '\u{fb50}'..='\u{fdff}', '\u{fe70}'..='\u{feff}']),
    ("Deva", &['\u{900}'..='\u{97f}']),
    ("Hani", &['\u{3400}'..='\u{9fff}', '\u{f900}'..='\u{faff}']),
    ("ko", &['\u{ac00}'..='\u{d7af}', '\u{1100}'..='\u{11ff}']),
    ("el", &['\u{370}'..='\u{3ff}', '\u{1f00}'..='\u{1fff}']),
    ("he", &['\u{590}'..='\u{5ff}']),
    ("th", &['\u{e00}'..='\u{e7f}']),
    ("bn", &['\u{980}'..='\u{9ff}']),
    ("ta", &['\u{b80}'..='\u{bff}']),
    ("te", &['\u{c00}'..='\u{c7f}']),
    ("gu", &['\u{a80}'..='\u{aff}']),
    ("pa", &['\u{a00}'..='\u{a7f}']),
    ("kn", &['\u{c80}'..='\u{cff}']),
    ("ka", &['\u{10a0}'..='\u{10ff}']),
    ("hy", &['\u{530}'..='\u{58f}']),
];

/// Languages with the hashes of their commonest words.
static TONGUES: LazyLock<Vec<(&str, Vec<u64>)>> =
    LazyLock::new(|| FUNCTION_WORDS.iter().map(|(lang, words)| (*lang, words.split(' ').map(hash::of_text).collect())).collect());

/// How often each word stands at a text's beginning, by its hash.
#[derive(Default)]
struct Counts {
    words: Map<u64, u32>,
    total: u32,
}

impl Counts {
    fn of(text: &str) -> Self {
        let mut counts = Self::default();
        let words = text.split(|c: char| !c.is_alphabetic() && !matches!(c, '\u{93c}' | '\u{94d}')).filter(|w| !w.is_empty());
        for word in words.take(MAX_WORDS) {
            *counts.words.entry(lexicon::hash_lower(word)).or_default() += 1;
            counts.total += 1;
        }
        counts
    }

    /// The share of the text's words that are one of these.
    fn share(&self, words: &[u64]) -> f32 {
        let hits: u32 = words.iter().filter_map(|word| self.words.get(word)).sum();
        hits as f32 / self.total.max(1) as f32
    }
}

#[cfg(test)]
mod tests {
    use super::{contradicts, detect, direction, normal};
    use crate::block::Direction;

    #[test]
    fn languages_are_told_apart() {
        for (text, lang) in [
            ("The council said that it would look at the plans for the bridge, which was closed in May after the storm.", "en"),
            ("Der Stadtrat hat die Pläne für die Brücke, die im Mai nach dem Sturm gesperrt wurde, nicht beschlossen.", "de"),
            ("Le conseil a dit que les plans pour le pont, qui est fermé depuis la tempête, sont dans les mains de la ville.", "fr"),
            ("El consejo dijo que los planes para el puente, que se cerró en mayo, no son de la ciudad pero sí del estado.", "es"),
            ("O conselho disse que os planos para a ponte, que foi fechada em maio, não são da cidade mas do estado.", "pt"),
            ("Rada powiedziała, że plany dotyczące mostu, który jest zamknięty od maja, nie są w rękach miasta i to się nie zmieni.", "pl"),
            ("Совет сказал, что планы по мосту, который был закрыт в мае, не в руках города, и это не изменится до осени.", "ru"),
            ("Рада сказала, що плани щодо мосту, який закрили у травні, не в руках міста, і це не зміниться до осені та зими.", "uk"),
            ("市議会は、五月の嵐のあとに閉鎖された橋についての計画を検討すると述べた。", "ja"),
            ("市议会表示，将研究五月风暴后关闭的桥梁的计划，并在秋天之前作出决定。", "zh"),
            ("قال المجلس إن الخطط الخاصة بالجسر الذي أغلق في مايو بعد العاصفة لا تزال في أيدي المدينة من دون قرار", "ar"),
            ("شورا گفت که برنامه‌های پل که در ماه مه بسته شده است در دست شهر است و این تا پاییز با تغییر نمی‌کند", "fa"),
        ] {
            assert_eq!(detect(text), Some(lang), "{text}");
            assert_eq!(contradicts(text, lang), None, "{text}");
        }
        assert_eq!(detect("OK"), None);
        assert_eq!(detect(""), None);
    }

    #[test]
    fn a_wrong_declaration_is_seen() {
        let german = "Der Stadtrat hat die Pläne für die Brücke, die im Mai nach dem Sturm gesperrt wurde, nicht beschlossen.";
        assert_eq!(contradicts(german, "en-US"), Some("de"));
        assert_eq!(contradicts(german, "gsw"), None);
    }

    #[test]
    fn tags_and_directions() {
        assert_eq!(normal("EN_us").as_deref(), Some("en-US"));
        assert_eq!(normal("zh-hant-TW").as_deref(), Some("zh-Hant-TW"));
        assert_eq!(normal("english language"), None);
        assert_eq!((direction("fa-IR"), direction("de")), (Direction::Rtl, Direction::Ltr));
    }
}

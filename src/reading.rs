//! How long a text is, and takes to read.

/// Words a minute, by language, and the mean of all for the others. Reading aloud, means of 17 languages,
/// from Trauzettel-Klosinski and Dietz, "Standardized assessment of reading performance: the new International Reading
/// Speed Texts `IReST`", Investigative Ophthalmology & Visual Science 53 (2012), doi:10.1167/iovs.11-8284.
const WORDS_A_MINUTE: [(&str, u64); 15] = [
    ("ar", 138),
    ("de", 179),
    ("en", 228),
    ("es", 218),
    ("fi", 161),
    ("fr", 195),
    ("he", 187),
    ("it", 188),
    ("nl", 202),
    ("pl", 166),
    ("pt", 181),
    ("ru", 184),
    ("sl", 180),
    ("sv", 199),
    ("tr", 166),
];
/// Words a minute, mean of its 17 languages.
const MEAN_WORDS: u64 = 184;
/// Characters a minute in Chinese.
const CHINESE_CHARACTERS: u64 = 255;
/// Characters a minute in Japanese.
const JAPANESE_CHARACTERS: u64 = 357;
/// Tenths of a character to a Chinese or Japanese word: 255 characters or 158 words a minute.
const TENTHS_A_WORD: usize = 16;

/// Whole minutes, at least one where there is a text.
pub(crate) fn minutes(text: &str, lang: Option<&str>) -> u64 {
    let lang = lang.unwrap_or("").split(['-', '_']).next().unwrap_or("").to_ascii_lowercase();
    let count = Count::of(text);
    let characters = if lang == "ja" { JAPANESE_CHARACTERS } else { CHINESE_CHARACTERS };
    let words = WORDS_A_MINUTE.iter().find(|(l, _)| *l == lang).map_or(MEAN_WORDS, |(_, n)| *n);
    // words / a + characters / b, in whole numbers.
    let sum = count.words as u64 * characters + count.characters as u64 * words;
    sum.div_ceil(words * characters)
}

/// Words of a text; Chinese and Japanese ones estimated from characters.
pub(crate) fn words(text: &str) -> usize {
    words_of_parts([(text, 1.0)])
}

/// Words of a text that comes in parts, each with the share of it that counts.
pub(crate) fn words_of_parts<'a>(parts: impl IntoIterator<Item = (&'a str, f32)>) -> usize {
    let (mut words, mut characters) = (0.0, 0.0);
    for (text, share) in parts {
        let count = Count::of(text);
        words += count.words as f32 * share;
        characters += count.characters as f32 * share;
    }
    words.round() as usize + (characters * 10.0 / TENTHS_A_WORD as f32).ceil() as usize
}

struct Count {
    /// Words between spaces.
    words: usize,
    /// Characters of scripts without spaces.
    characters: usize,
}

impl Count {
    fn of(text: &str) -> Self {
        let mut count = Self { words: 0, characters: 0 };
        let mut inside = false;
        for c in text.chars() {
            if !c.is_ascii() && is_han_or_kana(c) {
                count.characters += 1;
                inside = false;
            } else if c.is_alphanumeric() {
                count.words += usize::from(!inside);
                inside = true;
            } else if c.is_whitespace() {
                inside = false;
            }
        }
        count
    }
}

fn is_han_or_kana(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_depends_on_the_language() {
        let text = "word ".repeat(228);
        assert_eq!((minutes(&text, Some("en-GB")), minutes(&text, Some("ar")), minutes("", None)), (1, 2, 0));
    }

    #[test]
    fn characters_make_words_where_no_spaces_do() {
        assert_eq!(words("it's well-known, 3.5 times"), 4);
        assert_eq!(words(&"字".repeat(16)), 10);
        assert_eq!(minutes(&"字".repeat(510), Some("zh")), 2);
    }
}

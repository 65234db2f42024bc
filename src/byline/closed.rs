//! Names in scripts without capitals and spaces: known by how they end.

use super::{has_word, is_publisher};
use crate::lexicon::bylines::{CHINESE, CLOSED_ROLE, KOREAN, NEWS_ENDS, Part, SECTIONS};
use crate::lexicon::stop_words;

/// Whether a name without capitals is a paper's or an agency's: "滨海晚报". In Japanese 新聞 is a paper, elsewhere also a section.
pub(crate) fn is_closed_publisher(name: &str, lang: Option<&str>) -> bool {
    const MAX_LETTERS: usize = 12;
    let is_news =
        || NEWS_ENDS.iter().any(|end| name.ends_with(end)) && !(name.ends_with("新聞") && lang.is_some_and(|l| l.starts_with("ja")));
    !name.is_empty() && name.chars().count() <= MAX_LETTERS && name.chars().all(is_closed) && is_publisher(name) && !is_news()
}

/// "홍길동 기자": a name without capitals and its owner's work, and nothing else.
pub(super) fn is_closed_byline(text: &str) -> bool {
    const MAX_LETTERS: usize = 6;
    let role = CLOSED_ROLE.iter().find_map(|role| text.trim().strip_suffix(role)).map(str::trim_end);
    role.is_some_and(|name| (2..=MAX_LETTERS).contains(&name.chars().count()) && name.chars().all(is_closed) && !is_publisher(name))
}

/// The name behind a reporter's title amid a line whose parts only spaces part: "滨海晚报 记者 林晓雯 评论75条".
pub(crate) fn reporter(line: &str) -> Option<&str> {
    const MAX_LETTERS: usize = 4;
    let mut words = line.split(' ').skip_while(|word| !CLOSED_ROLE.contains(word));
    words.next()?;
    words.next().filter(|name| (2..=MAX_LETTERS).contains(&name.chars().count()) && name.chars().all(is_closed))
}

/// Whether a bare name is as persons are called in Korean or Chinese: a family name of one sign, and two more.
pub(crate) fn is_closed_person(name: &str) -> bool {
    const LETTERS: usize = 3;
    let is_family = |list: &str| name.chars().next().is_some_and(|first| list.contains(first));
    name.chars().count() == LETTERS
        && name.chars().all(is_closed)
        && !name.ends_with(SECTIONS)
        && !is_publisher(name)
        && (is_family(KOREAN) || is_family(CHINESE))
}

/// Whether a bare name may be a person's in a script that has spaces but no capitals, such as Arabic, Hebrew, Hindi or Thai: a few words,
/// none of them common; or in Japanese, family and given name parted by a space. Only its place tells it from a section's.
pub(crate) fn is_uncased_person(name: &str) -> bool {
    const MAX_WORDS: usize = 4;
    const MAX_SIGNS: usize = 4;
    let words = || name.split(' ');
    let is_word = |word: &str| {
        let has_case = || word.chars().any(|c| c.is_ascii() || c.is_lowercase() || c.is_uppercase() || c.is_numeric());
        word.chars().count() > 1 && word.starts_with(char::is_alphabetic) && !has_case() && !stop_words::contains(word)
    };
    let count = words().count();
    let is_japanese = || count == 2 && words().all(|word| (1..=MAX_SIGNS).contains(&word.chars().count()) && word.chars().all(is_closed));
    let is_open = || (2..=MAX_WORDS).contains(&count) && words().all(is_word) && !name.contains(is_closed);
    (is_japanese() || is_open())
        && !is_publisher(name)
        && ![Part::NOT_NAME, Part::ROLE].into_iter().any(|kind| has_word(kind, name))
        && !words().any(|word| word.ends_with(SECTIONS))
}

/// A letter of Han, Kana or Hangul.
pub(super) fn is_closed(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_three_signs_are_persons_where_the_first_is_a_family_s() {
        assert!(is_closed_person("오민재") && is_closed_person("林采薇"));
        assert!(!is_closed_person("정치부") && !is_closed_person("스포츠") && !is_closed_person("林报社") && !is_closed_person("林林"));
    }

    #[test]
    fn papers_are_told_from_sections() {
        assert!(is_closed_publisher("滨海晚报", Some("zh")) && is_closed_publisher("海辺新聞", Some("ja")));
        assert!(!is_closed_publisher("国际新闻", Some("zh")) && !is_closed_publisher("國際新聞", Some("zh-TW")));
    }

    #[test]
    fn a_reporter_stands_amid_a_line() {
        assert_eq!(reporter("滨海晚报 记者 林晓雯 评论75条"), Some("林晓雯"));
        assert_eq!(reporter("记者从市交通局获悉"), None);
    }
}

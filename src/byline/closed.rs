//! Names in scripts without capitals and spaces: known by how they end.

use super::is_publisher;
use crate::lexicon::bylines::{CLOSED_ROLE, NEWS_ENDS};

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

/// The commonest family names of one sign, Korean, and Chinese in both ways of writing.
const KOREAN: &str = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반";
const CHINESE: &str = "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任姜范石姚谭廖邹熊陆郝孔崔康邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚";
/// How the names of a paper's sections end that begin like a person's: 정치부, 文化版.
const SECTIONS: [char; 10] = ['부', '면', '팀', '판', '국', '部', '版', '组', '組', '网'];

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

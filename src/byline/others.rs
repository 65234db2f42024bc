//! Who else a line names beside the author.

use super::{has_word, strip_by, strip_folded};
use crate::lexicon;
use crate::lexicon::bylines::{AUTHOR, OTHERS, Part, WORKS};

/// Whether a label says what its person did for the text: "Moderation", "Camera and report", not "Location".
pub(crate) fn is_work(label: &str) -> bool {
    let last = lexicon::lower(label.split_whitespace().next_back().unwrap_or_default());
    WORKS.contains(&last.as_str()) || has_word(Part::ROLE, &last)
}

/// What stands behind a label.
const SIGNS: [char; 7] = [':', '：', '・', '/', '／', '|', '｜'];
/// The label without a sign: from where a report was sent.
const SENT_FROM: &str = "发自";

/// A line up to who took the pictures, or edited: "Text: Jane Doe Photos: John Roe". Others may stand before the author under a label.
pub(super) fn without_others(line: &str) -> &str {
    // Most lines have no label.
    if !line.contains(SIGNS) && !line.contains(SENT_FROM) {
        return line;
    }
    let line = AUTHOR.iter().filter_map(|label| line.find(label)).find(|at| line[..*at].ends_with(' ')).map_or(line, |at| &line[at..]);
    // "Text and photos: Jane Doe" names one who did both.
    let is_both = |before: &str| strip_by(before).1.split_whitespace().all(|word| has_word(Part::AND, word));
    let names_other = |at: &usize| {
        let rest = line[*at..].trim_start();
        let mut behind = OTHERS.iter().filter_map(|label| strip_folded(rest, label)).map(str::trim_start);
        behind.any(|after| after.starts_with(SIGNS) || rest.starts_with(SENT_FROM)) && !is_both(&line[..*at])
    };
    line.match_indices(' ').map(|(at, _)| at).filter(|at| *at > 0).find(names_other).map_or(line, |at| &line[..at])
}

#[cfg(test)]
mod tests {
    use super::without_others;

    #[test]
    fn a_line_ends_where_it_names_another() {
        assert_eq!(without_others("Texto: Carmen Olmedo Fotos: Inés Ruiz"), "Texto: Carmen Olmedo");
        assert_eq!(without_others("文・森川千代 写真・野村恵"), "文・森川千代");
        assert_eq!(without_others("来源：港口晚报 作者：何慕兰 编辑：李宁"), "作者：何慕兰");
        assert_eq!(without_others("By Jane Photos"), "By Jane Photos");
        assert_eq!(without_others("Text a foto: Jana Nová"), "Text a foto: Jana Nová");
    }
}

//! The sign of a clock beside a date, where it is called by its name.

use crate::date;

/// What icon fonts and alternative texts call it.
const NAME: &str = "time";

/// Whether a sign is called so.
pub(super) fn is_name(sign: &str) -> bool {
    sign == NAME
}

/// What stands before such a sign, and the date behind it: "The Example time 2 hours ago", "timean hour ago".
pub(super) fn around(line: &str) -> Option<(&str, &str)> {
    let (before, behind) = line.split_once(NAME)?;
    let name = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    // No part of a word.
    let is_apart = before.is_empty() || name.len() < before.len();
    (is_apart && date::is_date_line(behind.trim())).then(|| (name, behind.trim()))
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn the_name_of_a_clock_is_none_of_the_date_or_the_source() {
        assert_eq!(around("The Example \u{a0} time 2 hours ago"), Some(("The Example", "2 hours ago")));
        assert_eq!(around("timean hour ago"), Some(("", "an hour ago")));
        assert_eq!(around("Lifetime 2 hours ago"), None);
        assert_eq!(around("The time of the ferries"), None);
    }
}

//! What brackets hold behind a title.

const OPEN: [char; 3] = ['(', '[', '（'];
/// The ends of these, in the same order.
const CLOSE: [char; 3] = [')', ']', '）'];

/// What a line in brackets says: "(The Example)".
pub(super) fn in_brackets(line: &str) -> Option<&str> {
    OPEN.iter().zip(CLOSE).find_map(|(open, close)| line.strip_prefix(*open)?.strip_suffix(close))
}

/// What the brackets say that a line begins with, and what stands behind them: "(The Example) 4 May 2026".
pub(super) fn brackets_and_rest(line: &str) -> Option<(&str, &str)> {
    let (inside, rest) = line.split_once(CLOSE)?;
    Some((inside.strip_prefix(OPEN)?, rest))
}

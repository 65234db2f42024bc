//! Markdown from text: each character that `CommonMark` or GFM tables would read as a mark gets a backslash.

/// Writes text into a line behind what `out` holds of it; some marks count at a line's start only.
pub(super) fn text(raw: &str, mut at_start: bool, out: &mut String) {
    let mut rest = raw;
    while let Some(c) = rest.chars().next() {
        let behind = &rest[c.len_utf8()..];
        if at_start && c.is_ascii_digit() {
            // "1986. A great year" would start a list.
            let digits = rest.len() - rest.trim_start_matches(|d: char| d.is_ascii_digit()).len();
            out.push_str(&rest[..digits]);
            rest = &rest[digits..];
            if rest.starts_with(['.', ')']) {
                out.push('\\');
                out.push_str(&rest[..1]);
                rest = &rest[1..];
            }
        } else {
            if needs_backslash(c, out, behind, at_start) {
                out.push('\\');
            }
            out.push(if c.is_control() { ' ' } else { c });
            rest = behind;
        }
        at_start = false;
    }
}

fn needs_backslash(c: char, before: &str, behind: &str, at_start: bool) -> bool {
    let next = behind.chars().next();
    match c {
        '\\' | '`' | '*' | '[' | ']' | '~' | '|' => true,
        // Inside a word an underscore is one.
        '_' => !(before.ends_with(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric)),
        '<' => next.is_none_or(|n| n.is_ascii_alphabetic() || matches!(n, '/' | '!' | '?')),
        '&' => next.is_none_or(|n| n.is_ascii_alphanumeric() || n == '#'),
        // A link may follow the text.
        '!' => next.is_none(),
        '#' | '>' | '+' | '-' | '=' | ':' => at_start,
        _ => false,
    }
}

/// The target of a link, inside its parentheses.
pub(super) fn destination(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            ' ' => out.push_str("%20"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Text between backticks, which no backtick of its own can end.
pub(super) fn code(raw: &str) -> String {
    let fence = "`".repeat(longest_run(raw, '`') + 1);
    let text = raw.replace(['\n', '\r'], " ");
    let pad = if text.starts_with('`') || text.ends_with('`') || (text.starts_with(' ') && text.ends_with(' ')) { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// The length of the longest run of a character.
pub(super) fn longest_run(text: &str, of: char) -> usize {
    let runs = text.split(|c| c != of);
    runs.map(str::len).max().unwrap_or(0)
}

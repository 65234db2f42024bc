//! Addresses that are written as parsing would give them back, told without parsing.

/// A name of small letters that is neither a number nor encoded: no part of it is empty or has two dashes together.
pub(super) fn is_plain_host(host: &str) -> bool {
    let mut before = b'.';
    let mut is_plain = |b: u8| {
        let fits = matches!(b, b'a'..=b'z' | b'0'..=b'9') || matches!(b, b'-' | b'.') && b != before;
        before = b;
        fits
    };
    host.bytes().all(&mut is_plain) && host.rsplit('.').next().is_some_and(|last| last.starts_with(|c: char| c.is_ascii_lowercase()))
}

/// A path and a query of signs that are written as they are, with no step such as `..`, and no fragment.
pub(super) fn is_plain_path(path: &str) -> bool {
    let (mut before, mut is_query) = (b'/', false);
    let mut is_plain = |b: u8| {
        let fits = match b {
            b'-' | b'_' | b'~' | b',' | b';' | b'=' | b':' | b'@' | b'+' | b'/' => true,
            b'.' => is_query || before != b'/',
            b'&' | b'%' => is_query,
            b'?' => !std::mem::replace(&mut is_query, true),
            _ => b.is_ascii_alphanumeric(),
        };
        before = b;
        fits
    };
    path.bytes().all(&mut is_plain)
}

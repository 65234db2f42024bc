//! Text that comes in pieces and is kept up to a limit: the same text, whatever the pieces.

/// Bytes; a character has at most as many.
const CHARACTER: usize = 4;

/// Appends the characters of a piece that begin where a whole one still fits into `limit` bytes; the others are left out.
pub(crate) fn append(text: &mut String, piece: &str, limit: usize) {
    let room = (limit + 1).saturating_sub(CHARACTER + text.len());
    text.push_str(&piece[..piece.ceil_char_boundary(room)]);
}

#[cfg(test)]
mod tests {
    use super::append;

    #[test]
    fn the_limit_holds_in_any_pieces() {
        let source = "aéaaé😀aé😀aaaaaaaaaaa";
        for limit in 0..24 {
            let mut whole = String::new();
            append(&mut whole, source, limit);
            let mut pieces = String::new();
            source.char_indices().for_each(|(i, c)| append(&mut pieces, &source[i..i + c.len_utf8()], limit));
            assert_eq!(whole, pieces);
            assert!(whole.len() <= limit && source.starts_with(&whole));
        }
    }
}

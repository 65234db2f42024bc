//! What a page says of itself, as claims: one value, of one field, from one place.

use crate::article::Origin;
use crate::lexicon::meta_names::Field;
use crate::lexicon::references;
use crate::rank;

/// Claims of one page; a head of a hundred tags has some thirty.
const MAX_CLAIMS: usize = 400;
/// Characters of one claim's value that are kept; descriptions are shorter.
const MAX_VALUE: usize = 4000;

/// One value as the page gives it, white space collapsed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Claim {
    pub(super) field: Field,
    pub(super) value: String,
    pub(super) origin: Origin,
    /// Among claims of one field and origin; smaller is better.
    pub(super) rank: u16,
}

/// All claims, in the page's order.
#[derive(Debug, Default)]
pub(super) struct Claims(Vec<Claim>);

impl Claims {
    /// Adds a claim; empty values, placeholders and what is over the bound are left out.
    pub(super) fn add(&mut self, field: Field, value: &str, origin: Origin, rank: u16) {
        let value = tidy(value);
        let is_placeholder = value.is_empty()
            || value.starts_with("{{")
            || value.starts_with("[[")
            || matches!(value.as_str(), "null" | "undefined" | "None" | "NULL" | "-" | "N/A");
        if !is_placeholder && self.0.len() < MAX_CLAIMS {
            self.0.push(Claim { field, value, origin, rank });
        }
    }

    /// The number of claims.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// A field's claims of one origin, best first.
    pub(super) fn of(&self, field: Field, origin: Origin) -> Vec<&str> {
        let mut list: Vec<_> = self.0.iter().filter(|c| c.field == field && c.origin == origin).collect();
        rank::sort(&mut list, |c| u64::from(c.rank));
        list.into_iter().map(|c| c.value.as_str()).collect()
    }

    /// A field's claims of one origin, in the page's order.
    pub(super) fn in_order(&self, field: Field, origin: Origin) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |c| c.field == field && c.origin == origin).map(|c| c.value.as_str())
    }

    /// Every rank of a field and origin, best first, with its values.
    pub(super) fn ranks(&self, field: Field, origin: Origin) -> Vec<(u16, Vec<&str>)> {
        let mut list: Vec<_> = self.0.iter().filter(|c| c.field == field && c.origin == origin).collect();
        rank::sort(&mut list, |c| u64::from(c.rank));
        list.chunk_by(|a, b| a.rank == b.rank).map(|same| (same[0].rank, same.iter().map(|c| c.value.as_str()).collect())).collect()
    }

    /// The first claim of a field and origin.
    pub(super) fn first(&self, field: Field, origin: Origin) -> Option<&str> {
        self.of(field, origin).into_iter().next()
    }
}

/// One line of bounded length: white space collapsed, control characters dropped, references that were escaped twice
/// resolved.
pub(super) fn tidy(value: &str) -> String {
    let end = if value.len() <= MAX_VALUE { value.len() } else { value.char_indices().nth(MAX_VALUE).map_or(value.len(), |(at, _)| at) };
    let text = value.get(..end).unwrap_or_default();
    let text = if text.contains('&') && text.contains(';') { references::decode(text) } else { text.into() };
    let is_space = |c: char| c <= ' ' || c > '~' && (c.is_whitespace() || c.is_control() || c == '\u{feff}');
    let words = text.split(is_space).filter(|w| !w.is_empty());
    let mut line = String::with_capacity(text.len());
    for word in words {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

//! A row of numbers for one passage: what it is like, where it stands, what came before it.
//!
//! Families after Kohlschütter et al., "Boilerplate Detection using Shallow Text Features" (WSDM 2010), and Readability's
//! container scores, kept incrementally; the project's own additions are hints, overlaps and repetition.

use std::sync::LazyLock;

/// Values of a row that a tree can ask for: as many as there are numbers of features.
const WIDTH: usize = 256;

/// A row as a forest reads it: features that are not there count as 0, and no value needs to be looked for.
pub(crate) type Values = [f32; WIDTH];

/// Values of a row that are kept. Most are 0, and those are not: the rows were a quarter of a page's memory.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    /// A bit for each value, and whether it is another than 0.
    known: [u64; WIDTH / 64],
    /// These others, in order.
    others: Box<[f32]>,
}

impl Kept {
    pub(crate) fn of(values: &[f32]) -> Self {
        // By its bits: -0 is kept.
        let is_other = |value: &f32| value.to_bits() != 0;
        let mut known = [0; WIDTH / 64];
        for (own, part) in known.iter_mut().zip(values.chunks(64)) {
            *own = part.iter().rev().fold(0, |bits, value| bits << 1 | u64::from(is_other(value)));
        }
        let mut others = Vec::with_capacity(known.iter().map(|own| own.count_ones() as usize).sum());
        others.extend(values.iter().filter(|value| is_other(value)));
        Self { known, others: others.into() }
    }
}

/// Collects a row.
#[derive(Debug)]
pub(crate) struct Row {
    values: Values,
    len: u8,
    /// Filled when names are wanted (training, explanations).
    pub(crate) names: Option<Vec<&'static str>>,
}

impl Row {
    pub(crate) fn new(named: bool) -> Self {
        Self { values: [0.0; WIDTH], len: 0, names: named.then(Vec::new) }
    }

    /// The values so far.
    pub(crate) fn values(&self) -> &[f32] {
        &self.values[..self.len.into()]
    }

    /// For a forest.
    pub(crate) fn padded(&self) -> &Values {
        &self.values
    }

    /// Begins with so many values that are known.
    pub(crate) fn begin(&mut self, kept: &Kept, count: usize) {
        let mut others = kept.others.iter();
        for (values, known) in self.values[..count].chunks_mut(64).zip(kept.known) {
            let mut left = known;
            while let Some(own) = values.get_mut(left.trailing_zeros() as usize) {
                *own = others.next().copied().unwrap_or_default();
                left &= left - 1;
            }
        }
        self.len = count as u8;
    }

    pub(crate) fn add(&mut self, name: &'static str, value: f32) {
        self.values[usize::from(self.len)] = value;
        self.len += 1;
        if cfg!(feature = "explain")
            && let Some(names) = &mut self.names
        {
            names.push(name);
        }
    }

    pub(crate) fn flag(&mut self, name: &'static str, value: bool) {
        self.add(name, f32::from(u8::from(value)));
    }
}

/// Counts below this many are looked up: nearly all are.
const SMALL: u8 = 64;

/// ln(1 + x): counts matter by their magnitude.
#[inline]
pub(crate) fn log(x: f32) -> f32 {
    static SMALL_LOGS: LazyLock<Vec<f32>> = LazyLock::new(|| (0..SMALL).map(|count| f32::from(count).ln_1p()).collect());
    let x = x.max(0.0);
    // The cast saturates: what is no small count differs from it.
    #[allow(clippy::cast_sign_loss, reason = "at least 0")]
    let count = x as u8;
    match SMALL_LOGS.get(usize::from(count)) {
        Some(&known) if f32::from(count).to_bits() == x.to_bits() => known,
        _ => x.ln_1p(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_of_a_row_is_all_of_it() {
        let mut values = vec![0.0; 130];
        for (at, value) in [(0, 1.5), (63, -0.0), (64, f32::MIN_POSITIVE), (129, -2.0)] {
            values[at] = value;
        }
        let mut row = Row::new(false);
        row.begin(&Kept::of(&values), 130);
        let bits = |values: &[f32]| values.iter().map(|value| value.to_bits()).collect::<Vec<u32>>();
        assert_eq!(bits(row.values()), bits(&values));
        let mut row = Row::new(false);
        row.begin(&Kept::of(&values), 65);
        assert_eq!(bits(row.values()), bits(&values[..65]));
    }
}

//! One sort for all lists. Each kind of list that is sorted in its own way brings the code of a sort into the wasm again: sixteen
//! of them were a tenth of it.

/// Sorts by rank, lowest first; items of one rank keep their order.
pub(crate) fn sort<T>(items: &mut Vec<T>, rank: impl Fn(&T) -> u64) {
    let mut order: Vec<(u64, usize)> = items.iter().enumerate().map(|(i, item)| (rank(item), i)).collect();
    order.sort_unstable();
    let mut unsorted: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|(_, i)| unsorted[i].take()));
}

/// The rank of a number where the highest comes first.
pub(crate) fn highest_first(value: f32) -> u64 {
    let bits = value.to_bits();
    // The bits of positive floats rise with the value, those of negative ones fall.
    let rising = if bits >> 31 == 0 { bits | 1 << 31 } else { !bits };
    u64::from(!rising)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_one_rank_keep_their_order() {
        let mut words = vec!["pear", "fig", "plum", "kiwi", "nut"];
        sort(&mut words, |w| w.len() as u64);
        assert_eq!(words, ["fig", "nut", "pear", "plum", "kiwi"]);
    }

    #[test]
    fn the_highest_number_comes_first() {
        let mut numbers = vec![0.5, -2.0, f32::INFINITY, -0.5, 0.0, 7.0];
        sort(&mut numbers, |&n| highest_first(n));
        assert_eq!(numbers, [f32::INFINITY, 7.0, 0.5, 0.0, -0.5, -2.0]);
    }
}

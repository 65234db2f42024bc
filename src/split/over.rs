//! Dates over the lines of a list that lie flat in one element.

use super::headline::Headline;
use crate::container::ContainerId;
use crate::date;
use crate::passage::Judged;
use std::ops::Range;

/// Where a date stands right over each line of a list, over the first one too, and none below the last, each is that of the line below it.
pub(super) fn dates(ranges: &mut [Range<usize>], group: &[(ContainerId, &Headline)], judged: &[Judged<'_>]) {
    let is_date = |i: usize| judged[i].text.lines().last().is_some_and(|line| date::is_date_line(line.trim()));
    let is_led = |at: usize| at > 0 && is_date(at - 1);
    let is_between = |two: &[Range<usize>]| two[0].end == two[1].start && two[0].len() > 1;
    let is_followed = |last: &Range<usize>| last.clone().skip(1).any(is_date);
    let are_led = group.len() > 1
        && ranges.windows(2).all(is_between)
        && group.iter().zip(&*ranges).all(|((_, headline), range)| range.start == headline.at && is_led(headline.at))
        && !ranges.last().is_some_and(is_followed);
    if are_led {
        for nth in 0..ranges.len() {
            ranges[nth].start -= 1;
            if nth > 0 {
                ranges[nth - 1].end -= 1;
            }
        }
    }
}

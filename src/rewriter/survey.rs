//! A page up to its blocks, undecided: what the forests are grown from.

use super::Pipeline;
use crate::address::Base;
use crate::classify::Models;
use crate::scan::Scanner;
use crate::settings::Settings;

/// Reads a page of UTF-8 text up to its blocks: for training.
pub(crate) fn survey(html: &str, settings: &Settings, models: Models) -> Scanner<Pipeline> {
    let base = Base::new(settings.url.as_deref());
    let mut scanner = Scanner::new(Pipeline::new(settings.clone().with_explanations(), base, models), &settings.limits);
    // What could be read is what there is.
    scanner.write(html).ok();
    scanner.end().ok();
    scanner.with_sink(Pipeline::end_survey);
    scanner
}

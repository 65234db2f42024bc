//! What is wrong with the arguments, in one line.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error as _;

/// The mistake and what to do, lower case, without the frame that clap draws around it.
pub(super) fn one_line(wrong: &clap::Error) -> String {
    let named = |kind| wrong.get(kind).map(ContextValue::to_string).unwrap_or_default();
    let option = named(ContextKind::InvalidArg);
    let option = option.split([' ', '=']).next().unwrap_or_default();
    match (wrong.kind(), wrong.get(ContextKind::ValidValue)) {
        (ErrorKind::InvalidValue, Some(ContextValue::Strings(values))) if !values.is_empty() => {
            format!("{option} takes {}", listed(values))
        }
        (ErrorKind::InvalidValue, _) => format!("{option} needs a value"),
        // What our own parsers of values say.
        (ErrorKind::ValueValidation, _) => wrong.source().map_or_else(|| first_line(wrong), ToString::to_string),
        (ErrorKind::UnknownArgument, _) => match wrong.get(ContextKind::SuggestedArg) {
            Some(close) => format!("there is no option {option}; perhaps {close} is meant"),
            None if option.starts_with('-') => format!("there is no option {option}"),
            None => format!("{option} is one page too many; give one"),
        },
        _ => first_line(wrong),
    }
}

/// `a, b or c`.
fn listed(values: &[String]) -> String {
    match values {
        [all @ .., last] if !all.is_empty() => format!("{} or {last}", all.join(", ")),
        _ => values.concat(),
    }
}

fn first_line(wrong: &clap::Error) -> String {
    let text = wrong.to_string();
    let line = text.lines().next().unwrap_or_default();
    line.strip_prefix("error: ").unwrap_or(line).to_owned()
}

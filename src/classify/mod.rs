//! [`Passage`]s in context → [`Verdict`]s: at once when a passage arrives, and again when the whole page is known.

mod context;
mod features;
mod model;
mod page;
mod overlap;

pub(crate) use context::{Clues, Context, Glance};
pub(crate) use model::Model;
pub(crate) use page::{Seen, rows};

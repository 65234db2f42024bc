//! Offprint turns a web page into articles while the page arrives.
//!
//! The bytes of a page go in, in pieces of any size; a stream of [`Change`]s comes out: the main article block by block,
//! every related article of the page as an article of its own, and at the end an [`Outline`] that lists each cut with its
//! reason.

mod address;
mod article;
mod block;
mod bounded;
mod byline;
mod change;
mod classify;
mod container;
mod date;
#[cfg(feature = "declutter")]
mod declutter;
mod decode;
mod error;
mod event;
mod hash;
mod label;
mod lexicon;
mod metadata;
mod outline;
mod page_kind;
mod passage;
mod rank;
pub mod render;
mod rewriter;
mod scan;
mod segment;
mod settings;
mod split;
mod tag;
#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use article::{ArticleId, Confidence, Metadata, Origin, Role};
pub use change::Change;
#[cfg(feature = "declutter")]
pub use declutter::{Decluttered, Declutterer, Edit, EditKind};
pub use error::Error;
pub use label::{Label, Reason, Verdict};
pub use outline::Outline;
pub use rewriter::Rewriter;
pub use settings::{Limits, Settings};

/// The typed content of articles.
pub mod content {
    pub use crate::article::LeadImage;
    pub use crate::block::*;
    pub use crate::outline::{Decision, Entry, Note, Page, Removed};
}

//! Offprint turns a web page into articles while the page arrives.
//!
//! The bytes of a page go in, in pieces of any size; a stream of [`Change`]s comes out: the main article block by block,
//! every related article of the page as an article of its own, and at the end an [`Outline`] that lists each cut with its
//! reason.
//!
//! # A page that is there
//!
//! A [`Rewriter`] reads one page. An [`Assembly`](render::Assembly) applies its changes and holds the articles, which
//! [`render`] writes as HTML, Markdown, text or JSON.
//!
//! ```
//! use offprint::{Rewriter, Settings, render::{Assembly, Scope, markdown}};
//!
//! # let night = "The rain fell in torrents, except at occasional intervals, when it was checked by a violent gust of wind. ".repeat(3);
//! # let page = format!("<title>A story</title><nav><a href=/>Home</a></nav><article><h1>A story</h1><p>{night}</p><p>{night}</p></article>");
//! let settings = Settings::new().with_url("https://valley.example/story");
//! let mut rewriter = Rewriter::new(settings)?;
//! let mut assembly = Assembly::new();
//! for change in rewriter.write(page.as_bytes())? {
//!     assembly.apply(change);
//! }
//! for change in rewriter.end()? {
//!     assembly.apply(change);
//! }
//! let story = markdown::page(&assembly, Scope::Main);
//! assert!(story.starts_with("# A story\n"));
//! assert!(!story.contains("Home"));
//! # Ok::<(), offprint::Error>(())
//! ```
//!
//! # A page that arrives
//!
//! [`Rewriter::write`] gives what changed by the bytes so far. A block is shown by [`Change::Append`] as soon as it is probable, and
//! taken back by [`Change::Retract`] where the rest of the page says otherwise. What cannot take anything back, such as a
//! pipe, writes what [`Change::Settle`] says is settled; [`render::html::Writer`] does.
//!
//! ```
//! use offprint::{Rewriter, Settings, render::{Scope, html}};
//!
//! # let pieces = ["<article><h1>A story</h1><p>It was a dark ", "and stormy night; the rain fell in torrents.</p></article>"];
//! let mut rewriter = Rewriter::new(Settings::new())?;
//! let mut writer = html::Writer::new(Scope::All);
//! let mut page = String::new();
//! for piece in pieces {
//!     for change in rewriter.write(piece.as_bytes())? {
//!         page += &writer.write(change); // may be sent at once
//!     }
//! }
//! for change in rewriter.end()? {
//!     page += &writer.write(change);
//! }
//! page += &writer.finish();
//! assert!(page.contains("dark and stormy"));
//! # Ok::<(), offprint::Error>(())
//! ```
//!
//! Cuts between the pieces are of no effect: the same bytes give the same changes, and the same end.
//!
//! Bytes may be written as to a file ([`Rewriter::into_writer`], a [`std::io::Write`]), or come as a stream of `futures`
//! (`Rewriter::into_stream`, with the feature `stream`).
//!
//! # What was left out, and why
//!
//! ```
//! use offprint::{Change, Reason, Rewriter, Settings};
//!
//! # let night = "The rain fell in torrents, except at occasional intervals, when it was checked by a violent gust of wind. ".repeat(3);
//! # let page = format!("<article><h1>A story</h1><p>{night}</p><div class=ad>ADVERTISEMENT<br>SUMMER TYRES NOW 40 % OFF!</div><p>{night}</p></article>");
//! let mut rewriter = Rewriter::new(Settings::new())?;
//! rewriter.write(page.as_bytes())?;
//! let last = rewriter.end()?.pop();
//! let Some(Change::End { outline }) = last else { unreachable!("the end is always the last change") };
//! let advert = outline.removed.iter().find(|removed| removed.text.contains("TYRES"));
//! assert_eq!(advert.map(|removed| removed.reason), Some(Reason::Advertisement));
//! # Ok::<(), offprint::Error>(())
//! ```
//!
//! [`Removed::block`](content::Removed) is the part itself, where it was kept, and `after` the place to put it back. With the
//! feature `explain`, [`Settings::with_explanations`] lists the decision about every block with the features that it was made by.
//!
//! # What may be relied on
//!
//! - **Safe.** The HTML of [`render`] is written from typed blocks ([`content::Block`]) with a short list of elements; no markup of the
//!   page gets through. (`Declutterer`, with the feature `declutter`, is the exception: it gives the page itself.)
//! - **No error for pages.** However broken, a page gives its best result. Limits that were reached, a guessed charset, a
//!   page that was cut off: all are [`Outline::notes`].
//! - **Bounded.** Time is linear in the page's bytes, memory is bounded by [`Limits`].
//! - **No clock, no input or output, no chance.** "An hour ago" counts from [`Settings::now`].
//! - **Types, not results.** A better rule changes what a page comes out as, in any version. Types, functions, and the fields of the JSON follow
//!   semantic versioning.
//!
//! # Features
//!
//! A library takes none of the default ones: `default-features = false`.
//!
//! | feature | what |
//! |---|---|
//! | `explain` | the decision about each block |
//! | `declutter` | the page itself without its clutter |
//! | `stream` | a stream of `futures` |
//! | `cli`, `fetch` | the command line `offprint`, and pages by their address there |

#![cfg_attr(docsrs, feature(doc_cfg))]

/// The front page's examples, run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod front_page {}

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
mod faces;
mod hash;
mod label;
mod lexicon;
mod metadata;
mod outline;
mod page_kind;
mod passage;
mod rank;
mod reading;
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
#[cfg(feature = "stream")]
pub use faces::ChangeStream;
pub use faces::ChangeWriter;
pub use label::{Label, Reason, Verdict};
pub use outline::Outline;
pub use rewriter::Rewriter;
pub use settings::{Limits, Settings};

/// The list that names of adverts were taken from, and its date, for people; it is CC BY-SA 3.0, see `data/README.md`.
pub const AD_LIST: &str = lexicon::adlist::STATE;

/// The typed content of articles.
pub mod content {
    pub use crate::article::LeadImage;
    pub use crate::block::*;
    pub use crate::outline::{Candidate, Decision, Entry, Note, Page, Removed};
}

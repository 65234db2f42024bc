//! The page itself, byte for byte as it came, without its adverts and promotions and with each related article in a section of its own.
//!
//! The page is read as for the reader view; beside it the places of its elements are followed. What can be decided is decided at the
//! page's end, or where [`Limits::held_bytes`](crate::Limits) wait, by what was read so far; all that comes before the first element
//! in doubt is given out at once. Whole elements are cut, never parts of one.

mod element;
mod plan;
mod source;
mod track;

use crate::address::Base;
use crate::classify::Models;
use crate::decode::Decoder;
use crate::label::Reason;
use crate::rewriter::Pipeline;
use crate::scan::Scanner;
use crate::settings::Settings;
use plan::Planned;
use source::Source;
use std::collections::VecDeque;
use std::ops::Range;
use track::Tracker;

/// What a related article is put into. The element has no box of its own, so that the page's layout stays.
const SECTION: (&str, &str) = ("<section data-offprint=\"related\" style=\"display:contents\">", "</section>");

/// Rewrites the page itself, while it arrives.
///
/// **The output is the page's own HTML, with its scripts: it is as safe as the page is, and no safer.** Where the page must not be
/// trusted, use [`Rewriter`](crate::Rewriter) and what [`render`](crate::render) makes of it.
///
/// ```
/// use offprint::{Declutterer, Settings};
///
/// let mut page = Declutterer::new(Settings::new());
/// let mut html = page.write(b"<p>A story.</p><div class=\"ad-slot-container\"><img src=/buy.png></div>").html;
/// html.extend(page.end().html);
/// assert_eq!(html, b"<p>A story.</p>");
/// ```
pub struct Declutterer {
    decoder: Decoder,
    scanner: Scanner<Tracker>,
    text: String,
    source: Source,
    /// Edits that lie behind what was given out.
    edits: VecDeque<Edit>,
    /// The page could not be read further: the rest is given out as it comes.
    is_stopped: bool,
}

/// A part of the rewritten page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decluttered {
    /// The next bytes of the page, in its own encoding.
    pub html: Vec<u8>,
    /// What was done in them.
    pub edits: Vec<Edit>,
    /// How many of the page's bytes are given out or cut by now; those that came after them still wait.
    pub until: u64,
}

/// Something that was done to the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes of the page as it came that it was done to.
    pub bytes: Range<u64>,
    /// What was done.
    pub kind: EditKind,
}

/// What was done to some bytes of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditKind {
    /// They were left out.
    Cut {
        /// Why.
        reason: Reason,
        /// The rule that was first to say so, such as `newsletter/box`.
        rule: &'static str,
    },
    /// A section was put around them, for they are a related article.
    Section,
}

impl std::fmt::Debug for Declutterer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Declutterer").field("charset", &self.decoder.charset()).finish_non_exhaustive()
    }
}

impl Declutterer {
    /// Starts reading a page.
    pub fn new(settings: Settings) -> Self {
        let base = Base::new(settings.url.as_deref());
        let mut decoder = Decoder::new(settings.content_type.as_deref());
        decoder.note_signs();
        let limits = settings.limits.clone();
        let pipeline = Pipeline::new(settings, base, Models::built_in());
        let scanner = Scanner::new(Tracker::new(pipeline, limits.depth, limits.held_bytes), &limits);
        Self { decoder, scanner, text: String::new(), source: Source::default(), edits: VecDeque::new(), is_stopped: false }
    }

    /// Takes the next bytes of the page, in pieces of any size, and gives those that are decided.
    pub fn write(&mut self, bytes: &[u8]) -> Decluttered {
        self.text.clear();
        self.decoder.push(bytes, &mut self.text);
        self.source.take(bytes, &self.text, &mut self.decoder);
        self.is_stopped = self.is_stopped || self.scanner.write(&self.text).is_err();
        self.translate();
        let decided = if self.is_stopped { None } else { self.scanner.with_sink(|tracker| tracker.decided()) };
        let to = decided.map_or(self.source.end(), |place| self.source.byte_before(place));
        let to = self.edits.back().map_or(to, |last| to.max(last.bytes.end));
        self.give(to)
    }

    /// Ends the page and gives the rest.
    pub fn end(mut self) -> Decluttered {
        self.text.clear();
        self.decoder.finish(&mut self.text);
        self.source.take(&[], &self.text, &mut self.decoder);
        self.is_stopped = self.is_stopped || self.scanner.write(&self.text).is_err();
        let end = self.source.text_end();
        self.scanner.with_sink(|tracker| tracker.end_text(end));
        // What can't be read further stays as it is.
        self.is_stopped = self.scanner.end().is_err() || self.is_stopped;
        self.scanner.with_sink(Tracker::finish);
        self.translate();
        self.give(self.source.end())
    }

    /// Finds the bytes of what was decided in the text.
    fn translate(&mut self) {
        let planned = self.scanner.with_sink(Tracker::take_planned);
        for Planned { from, to, kind } in planned {
            if let (Some(start), Some(end)) = (self.source.byte_at(from), self.source.byte_behind(to)) {
                self.edits.push_back(Edit { bytes: start..end, kind });
            }
        }
    }

    /// Gives out the bytes up to one before which all is decided.
    fn give(&mut self, to: u64) -> Decluttered {
        let mut given = Decluttered::default();
        let mut marks: Vec<(u64, &str)> = Vec::new();
        while let Some(edit) = self.edits.pop_front_if(|edit| edit.bytes.start < to) {
            given.edits.push(edit);
        }
        for edit in given.edits.iter().filter(|edit| edit.kind == EditKind::Section) {
            marks.extend([(edit.bytes.start, SECTION.0), (edit.bytes.end, SECTION.1)]);
        }
        marks.sort_by_key(|mark| mark.0);
        let mut marks = marks.into_iter().peekable();
        let mut write = |source: &mut Source, decoder: &Decoder, upto: u64, html: &mut Vec<u8>| {
            while let Some((at, mark)) = marks.next_if(|mark| mark.0 <= upto) {
                html.extend(source.release(at));
                html.extend(decoder.ascii(mark));
            }
            html.extend(source.release(upto));
        };
        for cut in given.edits.iter().filter(|edit| edit.kind != EditKind::Section) {
            write(&mut self.source, &self.decoder, cut.bytes.start, &mut given.html);
            self.source.release(cut.bytes.end).for_each(drop);
        }
        write(&mut self.source, &self.decoder, to, &mut given.html);
        given.until = self.source.start();
        given
    }
}

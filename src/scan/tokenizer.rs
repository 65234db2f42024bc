//! `lol_html`, set up to tell [`State`] what it reads.

use super::text::without_marks;
use super::{Shared, State, attributes, leave_raw};
use crate::event::Place;
use crate::tag::Tag;
use lol_html::errors::RewritingError;
use lol_html::html_content::{DocumentEnd, EndTag, StartTag};
use lol_html::{
    AsciiCompatibleEncoding, LocalName, Namespace, OutputSink, SharedMemoryLimiter, StartTagHandlingResult, Token, TokenCaptureFlags,
    TransformController, TransformStream, TransformStreamSettings,
};
use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;

pub(super) type Tokenizer = TransformStream<Listener, Remainder>;
type Outcome = Result<(), Box<dyn std::error::Error + Send + Sync>>;

/// Bytes that the tokenizer needs for each of a tag, where it is all attributes of one letter; measured 24, with room to grow.
const MEMORY_PER_BYTE: usize = 64;
/// Bytes for pieces.
const MEMORY: usize = 8 << 20;
/// The namespace of elements for which `/>` means nothing.
const HTML: &str = "http://www.w3.org/1999/xhtml";

/// Bytes of source that may wait to be dropped.
const SLACK: usize = 1 << 14;

/// How far the tokenizer is, in bytes that it was given.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Progress {
    /// Behind the last thing that it told of.
    pub(super) read_to: usize,
    /// It is to be replaced, and the new one to go on here.
    pub(super) renew_at: Option<usize>,
    /// Behind the last of its tokens: what it passes on from there is text.
    pub(super) token_end: usize,
    /// It was told that the source ends.
    pub(super) is_ending: bool,
    /// What comes is inside `<![CDATA[`.
    pub(super) is_cdata: bool,
    /// It is told which elements are open; the stages know.
    pub(super) is_replay: bool,
    /// What is added to its places to have those in the whole text; wraps, as it is told of elements that are open before.
    pub(super) origin: u64,
}

/// The last source that the tokenizer was given: text, names and values are taken from here by their place. The tokenizer's own copy of it is made by
/// writing into a text, for which the wasm's stand-in for `encoding_rs` would need `unsafe`.
#[derive(Debug, Default)]
pub(super) struct Source {
    text: String,
    /// Its place in all that the tokenizer was given.
    at: usize,
}

impl Source {
    pub(super) fn of(text: &str) -> Self {
        Self { text: text.to_owned(), at: 0 }
    }

    /// What stands at a place.
    pub(super) fn get(&self, place: &Range<usize>) -> &str {
        let (from, to) = (place.start.wrapping_sub(self.at), place.end.wrapping_sub(self.at));
        self.text.get(from..to).unwrap_or_default()
    }
}

/// Sets up the tokenizer's own seam, below its rewriter: elements are kept by our stack, so no selectors and no second stack.
pub(super) fn tokenizer(state: &Shared) -> Tokenizer {
    let memory = state.borrow().limits.tokenizer_bytes.saturating_mul(MEMORY_PER_BYTE).saturating_add(MEMORY);
    TransformStream::new(TransformStreamSettings {
        transform_controller: Listener(Rc::clone(state)),
        output_sink: Remainder { state: Rc::clone(state), at: 0 },
        preallocated_parsing_buffer_size: 0,
        memory_limiter: SharedMemoryLimiter::new(memory),
        encoding: AsciiCompatibleEncoding::utf_8(),
        next_encoding: std::sync::Arc::default(),
        // Strict mode refuses real pages with an unclosed <select>.
        strict: false,
        graceful_bail_out_on_memory_limit_exceeded: false,
        graceful_bail_out_on_content_handler_error: false,
    })
}

/// Hears every token but text: decoding that for us takes the tokenizer longer than finding it.
pub(super) struct Listener(Shared);

const HEARD: TokenCaptureFlags = TokenCaptureFlags::all().difference(TokenCaptureFlags::TEXT);

impl TransformController for Listener {
    fn initial_capture_flags(&self) -> TokenCaptureFlags {
        HEARD
    }

    fn handle_start_tag(&mut self, _: LocalName<'_>, _: Namespace) -> StartTagHandlingResult<Self> {
        Ok(HEARD)
    }

    fn handle_end_tag(&mut self, _: LocalName<'_>) -> TokenCaptureFlags {
        HEARD
    }

    fn handle_token(&mut self, token: &mut Token<'_>) -> Result<(), RewritingError> {
        let (outcome, place) = match token {
            Token::StartTag(tag) => (self.0.borrow_mut().start_tag(tag), tag.source_location()),
            Token::EndTag(tag) => (end_tag(&self.0, tag), tag.source_location()),
            Token::Comment(comment) => (self.0.borrow_mut().read_whole(&comment.source_location().bytes()), comment.source_location()),
            Token::Doctype(doctype) => (self.0.borrow_mut().read_whole(&doctype.source_location().bytes()), doctype.source_location()),
            Token::TextChunk(_) => return Ok(()),
        };
        self.0.borrow_mut().progress.token_end = place.bytes().end;
        outcome.map_err(RewritingError::ContentHandlerError)
    }

    fn handle_end(&mut self, _: &mut DocumentEnd<'_>) -> Result<(), RewritingError> {
        Ok(())
    }

    fn should_emit_content(&self) -> bool {
        true
    }
}

/// Takes what the tokenizer passes on: the whole source as it is, tokens as soon as they were heard of, text before the next token
/// and at a piece's end.
pub(super) struct Remainder {
    state: Shared,
    /// Bytes that were passed on.
    at: usize,
}

impl OutputSink for Remainder {
    fn handle_chunk(&mut self, chunk: &[u8]) {
        let from = self.at;
        self.at += chunk.len();
        let mut state = self.state.borrow_mut();
        if from >= state.progress.token_end && !chunk.is_empty() {
            state.text_at(&(from..self.at));
        }
    }
}

fn end_tag(state: &Shared, end: &EndTag<'_>) -> Outcome {
    let place = end.source_location().bytes();
    leave_raw(state);
    let mut state = state.borrow_mut();
    state.flush_text();
    let tag = Tag::from_name(&name_in(state.source.get(&place), "</"));
    let (from, to) = state.in_text(&place);
    state.tell(Place::End { tag, from, to });
    state.close(tag);
    state.read(&place)
}

/// The lower-case name of a tag, from its source.
fn name_in<'t>(source: &'t str, opening: &str) -> Cow<'t, str> {
    let name = source.get(opening.len()..).unwrap_or_default();
    let end = name.bytes().position(|b| matches!(b, b'\t' | b'\n' | b'\x0c' | b'\r' | b' ' | b'/' | b'>')).unwrap_or(name.len());
    lower(&name[..end])
}

/// Names are almost always lower case already.
pub(super) fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|b| b.is_ascii_uppercase()) { Cow::Owned(name.to_ascii_lowercase()) } else { Cow::Borrowed(name) }
}

/// Whether a tag begins here.
fn opens_tag(source: &str) -> bool {
    let name = source.strip_prefix('<').map(|rest| rest.strip_prefix('/').unwrap_or(rest));
    name.is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Void, though no stage has a rule for them.
fn is_old_void(name: &str) -> bool {
    matches!(name, "basefont" | "bgsound" | "keygen")
}

/// A `noscript` is read by a tokenizer of its own, which is never replaced: what is in it is short.
impl State {
    /// Notes the piece that the tokenizer is given, behind what it may still hold of those before.
    pub(super) fn take_source(&mut self, piece: &str, fed: usize) {
        let text = &mut self.source.text;
        let keep = fed.saturating_sub(self.progress.read_to).min(self.limits.tokenizer_bytes.saturating_add(SLACK)).min(text.len());
        let drop = text.floor_char_boundary(text.len() - keep);
        // Small pieces pile up before the rest is moved.
        if drop >= SLACK || drop >= keep {
            text.drain(..drop);
        }
        self.source.at = fed - text.len();
        text.push_str(piece);
    }

    fn start_tag(&mut self, start: &StartTag<'_>) -> Outcome {
        if self.progress.is_replay {
            return Ok(());
        }
        let place = start.source_location().bytes();
        let name = name_in(self.source.get(&place), "<");
        let tag = Tag::from_name(&name);
        if self.is_too_long(&place) {
            self.leave_out(Some((tag, false)));
            return self.renew(place.end);
        }
        // Written as if it were empty, it is open to the end of what it stands in.
        let is_custom = tag == Tag::Other && name.contains('-') && !start.self_closing();
        let is_void = tag.is_void() || is_old_void(&name) || start.self_closing() && start.namespace_uri() != HTML;
        self.flush_text();
        let (from, to) = self.in_text(&place);
        self.tell(Place::Start { from, to });
        let limits = (self.limits.attributes, self.limits.attribute_bytes);
        let mut attributes = std::mem::take(&mut self.attributes);
        let in_formula = tag == Tag::Other && self.stack.has(Tag::Math);
        let own_name = (in_formula || is_custom).then(|| name_in(self.source.get(&place), "<"));
        let (element, given) = ((tag, own_name.as_deref(), in_formula), start.attributes());
        self.truncated_attributes |= attributes::read(element, given, &self.source, limits, &mut attributes);
        self.open(tag, &attributes, is_void);
        self.attributes = attributes;
        self.read(&place)
    }

    /// Takes text, and what the tokenizer makes no token of: `</>`, the ends of CDATA sections, a tag that the source ends in.
    fn text_at(&mut self, place: &Range<usize>) {
        let source = std::mem::take(&mut self.source);
        let text = source.get(place);
        let mut is_cdata = self.progress.is_cdata;
        let is_plain = self.is_raw() || !is_cdata && !text.as_bytes().contains(&b'<');
        let is_tag = !is_plain && self.progress.is_ending && opens_tag(text);
        if is_plain {
            self.text(text);
        } else if !is_tag {
            without_marks(text, &mut is_cdata, &mut |part| self.text(part));
        }
        self.progress.is_cdata = is_cdata;
        self.source = source;
        if is_tag {
            return;
        }
        let (_, to) = self.in_text(place);
        self.tell(Place::Text { to });
        self.note_read(place);
    }

    /// The place in the whole text.
    fn in_text(&self, place: &Range<usize>) -> (u64, u64) {
        let at = |local: usize| self.progress.origin.wrapping_add(local as u64);
        (at(place.start), at(place.end))
    }

    fn tell(&mut self, place: Place) {
        if !self.inside_noscript {
            self.sink.place(place);
        }
    }

    fn is_too_long(&self, place: &Range<usize>) -> bool {
        !self.inside_noscript && place.len() > self.limits.tokenizer_bytes
    }

    #[allow(clippy::unnecessary_wraps, reason = "what handlers give back")]
    fn read(&mut self, place: &Range<usize>) -> Outcome {
        self.note_read(place);
        Ok(())
    }

    fn note_read(&mut self, place: &Range<usize>) {
        if !self.inside_noscript {
            self.progress.read_to = self.progress.read_to.max(place.end);
        }
    }

    /// What is no element is of no interest, but for where it ends.
    fn read_whole(&mut self, place: &Range<usize>) -> Outcome {
        if self.is_too_long(place) {
            self.leave_out(None);
            return self.renew(place.end);
        }
        self.flush_text();
        self.read(place)
    }

    /// Stops the tokenizer, so that another goes on.
    fn renew(&mut self, at: usize) -> Outcome {
        self.progress.renew_at = Some(at);
        Err("another tokenizer goes on".into())
    }
}

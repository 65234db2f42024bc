//! `lol_html`, set up to tell [`State`] what it reads.

use super::{State, attributes, leave_raw};
use crate::event::EventSink;
use crate::tag::Tag;
use lol_html::html_content::{Comment, Doctype, Element, EndTag, TextChunk};
use lol_html::{DocumentContentHandlers, ElementContentHandlers, HtmlRewriter, MemorySettings, Selector, Settings};
use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

pub(super) type Tokenizer = HtmlRewriter<'static, fn(&[u8])>;
type Shared<S> = Rc<RefCell<State<S>>>;
type Outcome = Result<(), Box<dyn std::error::Error + Send + Sync>>;

/// Elements. The tokenizer knows of no implied end tags: without end, `<li>`s pile up in it. With so many open, a new one goes on.
const MAX_OPEN: usize = 4096;
/// Bytes that the tokenizer needs for each of a tag, where it is all attributes of one letter; measured 24, with room to grow.
const MEMORY_PER_BYTE: usize = 64;
/// Bytes for [`MAX_OPEN`] elements, and for pieces.
const MEMORY: usize = 8 << 20;

/// Bytes of source that may wait to be dropped.
const SLACK: usize = 1 << 14;

/// How far the tokenizer is, in bytes that it was given.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Progress {
    /// Behind the last thing that it told of.
    pub(super) read_to: usize,
    /// It is to be replaced, and the new one to go on here.
    pub(super) renew_at: Option<usize>,
    /// It is told which elements are open; the stages know.
    pub(super) is_replay: bool,
    /// Elements that it takes for open.
    pub(super) open: usize,
}

/// The last source that the tokenizer was given: text is taken from here by its place. The tokenizer's own copy of it is made by
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

    fn get(&self, place: &Range<usize>) -> &str {
        let (from, to) = (place.start.wrapping_sub(self.at), place.end.wrapping_sub(self.at));
        self.text.get(from..to).unwrap_or_default()
    }
}

pub(super) fn tokenizer<S: EventSink + 'static>(state: &Shared<S>) -> Tokenizer {
    let (one, two, three, four) = (Rc::clone(state), Rc::clone(state), Rc::clone(state), Rc::clone(state));
    let every: Selector = "*".parse().unwrap_or_else(|_| unreachable!("`*` is a selector"));
    let on_element = move |element: &mut Element<'_, '_>| open(&one, element);
    let document = DocumentContentHandlers::default()
        .text(move |chunk: &mut TextChunk<'_>| {
            let mut state = two.borrow_mut();
            state.text_at(&chunk.source_location().bytes(), chunk);
            state.read(&chunk.source_location().bytes())
        })
        .comments(move |comment: &mut Comment<'_>| three.borrow_mut().read_whole(&comment.source_location().bytes()))
        .doctype(move |doctype: &mut Doctype<'_>| four.borrow_mut().read_whole(&doctype.source_location().bytes()));
    let memory = state.borrow().limits.tokenizer_bytes.saturating_mul(MEMORY_PER_BYTE).saturating_add(MEMORY);
    let settings = Settings::new()
        .append_element_content_handler((Cow::Owned(every), ElementContentHandlers::default().element(on_element)))
        .append_document_content_handler(document)
        .with_memory_settings(MemorySettings::new().with_max_allowed_memory_usage(memory))
        // Strict mode refuses real pages with an unclosed <select>.
        .with_strict(false);
    HtmlRewriter::new(settings, |_: &[u8]| ())
}

fn open<S: EventSink + 'static>(state: &Shared<S>, element: &mut Element<'_, '_>) -> Outcome {
    let tag = Tag::from_name(&element.tag_name());
    let is_void = tag.is_void() || !element.can_have_content();
    let place = element.source_location().bytes();
    if !state.borrow().progress.is_replay {
        let mut state = state.borrow_mut();
        if state.is_too_long(&place) {
            state.leave_out(Some((tag, false)));
            return state.renew(place.end);
        }
        state.flush_text();
        let limits = (state.limits.attributes, state.limits.attribute_bytes);
        let mut attributes = std::mem::take(&mut state.attributes);
        state.truncated_attributes |= attributes::read(tag, element, limits, &mut attributes);
        state.open(tag, &attributes, is_void);
        state.attributes = attributes;
    }
    state.borrow_mut().read(&place)?;
    let Some(handlers) = element.end_tag_handlers().filter(|_| !is_void) else { return Ok(()) };
    handlers.push(on_end(state, tag));
    state.borrow_mut().deepen(place.end)
}

fn on_end<S: EventSink + 'static>(state: &Shared<S>, tag: Tag) -> lol_html::EndTagHandler<'static> {
    let state = Rc::clone(state);
    let in_noscript = state.borrow().inside_noscript;
    Box::new(move |end: &mut EndTag<'_>| {
        if !in_noscript {
            let mut state = state.borrow_mut();
            state.progress.open = state.progress.open.saturating_sub(1);
            state.read(&end.source_location().bytes())?;
        }
        // The tokenizer also says so of elements that it thinks another's end tag closes.
        if Tag::from_name(&end.name()) != tag {
            return Ok(());
        }
        leave_raw(&state);
        let mut state = state.borrow_mut();
        state.flush_text();
        state.close(tag);
        Ok(())
    })
}

/// A `noscript` is read by a tokenizer of its own, which is never replaced: what is in it is short.
impl<S: EventSink> State<S> {
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

    fn text_at(&mut self, place: &Range<usize>, chunk: &TextChunk<'_>) {
        let source = std::mem::take(&mut self.source);
        let text = source.get(place);
        debug_assert!(
            cfg!(target_arch = "wasm32") || text == chunk.as_str(),
            "{text:?} for {:?} at {place:?}, source at {} of {} {:?}",
            chunk.as_str(),
            source.at,
            source.text.len(),
            &source.text
        );
        self.text(text, chunk.last_in_text_node());
        self.source = source;
    }

    fn is_too_long(&self, place: &Range<usize>) -> bool {
        !self.inside_noscript && place.len() > self.limits.tokenizer_bytes
    }

    #[allow(clippy::unnecessary_wraps, reason = "what handlers give back")]
    fn read(&mut self, place: &Range<usize>) -> Outcome {
        if !self.inside_noscript {
            self.progress.read_to = self.progress.read_to.max(place.end);
        }
        Ok(())
    }

    /// What is no element is of no interest, but for where it ends.
    fn read_whole(&mut self, place: &Range<usize>) -> Outcome {
        if self.is_too_long(place) {
            self.leave_out(None);
            return self.renew(place.end);
        }
        self.read(place)
    }

    fn deepen(&mut self, end: usize) -> Outcome {
        if self.inside_noscript {
            return Ok(());
        }
        self.progress.open += 1;
        if self.progress.open >= MAX_OPEN && !self.progress.is_replay { self.renew(end) } else { Ok(()) }
    }

    /// Stops the tokenizer, so that another goes on.
    fn renew(&mut self, at: usize) -> Outcome {
        self.progress.renew_at = Some(at);
        Err("another tokenizer goes on".into())
    }
}

//! UTF-8 → [`Event`]s. The only user of `lol_html`, which tokenizes; this stage adds what a tokenizer leaves open:
//! implied end tags, void elements, character references, raw text, `noscript` content, a bound on depth.

mod attributes;
mod stack;
mod tail;
mod text;

use crate::event::{Attributes, Event, EventSink};
use crate::lexicon::references;
use crate::settings::Limits;
use crate::tag::Tag;
use lol_html::html_content::{Element, EndTag, TextChunk};
use lol_html::{DocumentContentHandlers, ElementContentHandlers, HtmlRewriter, MemorySettings, Selector, Settings};
use stack::Stack;
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use tail::Tail;
use text::Decoding;

type Tokenizer = HtmlRewriter<'static, fn(&[u8])>;

/// Reads a page in pieces and hands its events to a sink.
pub(crate) struct Scanner<S: EventSink + 'static> {
    tokenizer: Option<Tokenizer>,
    state: Rc<RefCell<State<S>>>,
    tokenizer_bytes: usize,
    tail: Tail,
}

/// What the tokenizer's handlers share.
struct State<S> {
    sink: S,
    stack: Stack,
    decoding: Decoding,
    /// Text of the open raw-text element, when some stage wants it.
    raw: Option<String>,
    attributes: Attributes,
    limits: Limits,
    inside_noscript: bool,
    truncated_attributes: bool,
}

/// What the scanner had to give up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shortfall {
    /// Elements were read as if they stood less deep.
    pub(crate) depth: bool,
    /// Attributes were left out or cut.
    pub(crate) attributes: bool,
    /// The source ends inside a tag.
    pub(crate) cut: bool,
}

impl<S: EventSink + 'static> Scanner<S> {
    pub(crate) fn new(sink: S, limits: &Limits) -> Self {
        let state = Rc::new(RefCell::new(State {
            sink,
            stack: Stack::new(limits.depth),
            decoding: Decoding::default(),
            raw: None,
            attributes: Attributes::default(),
            limits: limits.clone(),
            inside_noscript: false,
            truncated_attributes: false,
        }));
        Self {
            tokenizer: Some(tokenizer(&state, limits.tokenizer_bytes)),
            state,
            tokenizer_bytes: limits.tokenizer_bytes,
            tail: Tail::default(),
        }
    }

    /// Reads the next piece. After an error nothing more is read.
    pub(crate) fn write(&mut self, html: &str) -> Result<(), String> {
        let Some(tokenizer) = &mut self.tokenizer else { return Ok(()) };
        self.tail = self.tail.after(html);
        let outcome = tokenizer.write(html.as_bytes()).map_err(|e| e.to_string());
        if outcome.is_err() {
            self.tokenizer = None;
        }
        outcome
    }

    /// Reads what is left and closes every open element.
    pub(crate) fn end(&mut self) -> Result<(), String> {
        let outcome = self.tokenizer.take().map_or(Ok(()), |t| t.end().map_err(|e| e.to_string()));
        leave_raw(&self.state, self.tokenizer_bytes);
        let mut state = self.state.borrow_mut();
        state.flush_text();
        let State { stack, sink, .. } = &mut *state;
        stack.close_all(&mut |tag| sink.event(&Event::Close(tag)));
        outcome
    }

    /// Works on the sink between two pieces.
    pub(crate) fn with_sink<T>(&mut self, work: impl FnOnce(&mut S) -> T) -> T {
        work(&mut self.state.borrow_mut().sink)
    }

    pub(crate) fn shortfall(&self) -> Shortfall {
        let state = self.state.borrow();
        Shortfall { depth: state.stack.was_full(), attributes: state.truncated_attributes, cut: self.tail == Tail::Tag }
    }
}

fn tokenizer<S: EventSink + 'static>(state: &Rc<RefCell<State<S>>>, memory: usize) -> Tokenizer {
    let on_element = {
        let state = Rc::clone(state);
        move |element: &mut Element<'_, '_>| {
            open(&state, element, memory);
            Ok(())
        }
    };
    let on_text = {
        let state = Rc::clone(state);
        move |chunk: &mut TextChunk<'_>| {
            state.borrow_mut().text(chunk.as_str(), chunk.last_in_text_node());
            Ok(())
        }
    };
    let every: Selector = "*".parse().unwrap_or_else(|_| unreachable!("`*` is a selector"));
    let settings = Settings::new()
        .append_element_content_handler((Cow::Owned(every), ElementContentHandlers::default().element(on_element)))
        .append_document_content_handler(DocumentContentHandlers::default().text(on_text))
        .with_memory_settings(MemorySettings::new().with_max_allowed_memory_usage(memory))
        // Strict mode refuses real pages with an unclosed <select>.
        .with_strict(false);
    HtmlRewriter::new(settings, |_: &[u8]| ())
}

fn open<S: EventSink + 'static>(state: &Rc<RefCell<State<S>>>, element: &mut Element<'_, '_>, memory: usize) {
    let tag = Tag::from_name(&element.tag_name());
    let is_void = tag.is_void() || !element.can_have_content();
    {
        let mut state = state.borrow_mut();
        state.flush_text();
        let limits = (state.limits.attributes, state.limits.attribute_bytes);
        let mut attributes = std::mem::take(&mut state.attributes);
        state.truncated_attributes |= attributes::read(tag, element, limits, &mut attributes);
        state.open(tag, &attributes, is_void);
        state.attributes = attributes;
    }
    if is_void {
        return;
    }
    if let Some(handlers) = element.end_tag_handlers() {
        let state = Rc::clone(state);
        handlers.push(Box::new(move |end: &mut EndTag<'_>| {
            // The tokenizer also says so of elements that it thinks another's end tag closes.
            if Tag::from_name(&end.name()) != tag {
                return Ok(());
            }
            leave_raw(&state, memory);
            let mut state = state.borrow_mut();
            state.flush_text();
            let State { stack, sink, .. } = &mut *state;
            stack.end_tag(tag, &mut |tag| sink.event(&Event::Close(tag)));
            Ok(())
        }));
    }
}

/// Hands over the text of a raw-text element that ends; the content of `noscript` is markup and read as such.
fn leave_raw<S: EventSink + 'static>(state: &Rc<RefCell<State<S>>>, memory: usize) {
    let (raw, tag) = {
        let mut state = state.borrow_mut();
        let Some(raw) = state.raw.take() else { return };
        (raw, state.stack.top())
    };
    match tag {
        Some(Tag::Noscript) => {
            state.borrow_mut().inside_noscript = true;
            let mut inner = tokenizer(state, memory);
            // A noscript that can't be read is one picture less, not a page less.
            if inner.write(raw.as_bytes()).is_ok() {
                inner.end().ok();
            }
            let mut state = state.borrow_mut();
            state.flush_text();
            state.inside_noscript = false;
            let State { stack, sink, .. } = &mut *state;
            stack.close_above(Tag::Noscript, &mut |tag| sink.event(&Event::Close(tag)));
        }
        Some(Tag::Title | Tag::Textarea) => state.borrow_mut().sink.event(&Event::Raw(&references::decode(&raw))),
        Some(_) => state.borrow_mut().sink.event(&Event::Raw(&raw)),
        None => {}
    }
}

impl<S: EventSink> State<S> {
    fn open(&mut self, tag: Tag, attributes: &Attributes, is_void: bool) {
        let Self { stack, sink, .. } = self;
        stack.imply_end_tags(tag, &mut |tag| sink.event(&Event::Close(tag)));
        if is_void {
            sink.event(&Event::Void { tag, attributes });
            return;
        }
        stack.push(tag, &mut |tag| sink.event(&Event::Close(tag)));
        sink.event(&Event::Open { tag, attributes });
        self.raw = match tag {
            Tag::Title | Tag::Textarea | Tag::Xmp | Tag::Script => Some(String::new()),
            Tag::Noscript if !self.inside_noscript => Some(String::new()),
            _ => None,
        };
    }

    fn text(&mut self, piece: &str, is_last: bool) {
        if let Some(raw) = &mut self.raw {
            let room = self.limits.json_ld_bytes.saturating_sub(raw.len());
            raw.push_str(text::prefix(piece, room));
            return;
        }
        if matches!(self.stack.top(), Some(Tag::Style | Tag::Iframe | Tag::Noembed | Tag::Noframes)) {
            return;
        }
        let Self { decoding, sink, .. } = self;
        decoding.push(piece, is_last, &mut |text| sink.event(&Event::Text(text)));
    }

    fn flush_text(&mut self) {
        let Self { decoding, sink, .. } = self;
        decoding.finish(&mut |text| sink.event(&Event::Text(text)));
    }
}

#[cfg(test)]
mod tests;

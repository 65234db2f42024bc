//! UTF-8 → [`Event`]s. The only user of `lol_html`, which tokenizes; this stage adds what a tokenizer leaves open:
//! implied end tags, void elements, character references, raw text, `noscript` content, a bound on depth.

mod attributes;
mod stack;
mod tail;
mod text;
mod tokenizer;

use crate::bounded;
use crate::event::{Attributes, Event, EventSink, Place};
use crate::lexicon::references;
use crate::settings::Limits;
use crate::tag::Tag;
use stack::Stack;
use std::cell::RefCell;
use std::rc::Rc;
use tail::Tail;
use text::Decoding;
use tokenizer::{Progress, Source, Tokenizer, tokenizer};

/// Bytes given to the tokenizer at a time, so that it is soon known when a tag takes too long.
const PIECE: usize = 1 << 14;

/// Reads a page in pieces and hands its events to a sink.
pub(crate) struct Scanner<S: EventSink + 'static> {
    reader: Reader,
    /// What the reader has, with the sink's own type.
    state: Rc<RefCell<State<S>>>,
}

/// The same of any sink: the tokenizer is half of the scanner's code, and there is one of it.
struct Reader {
    tokenizer: Option<Tokenizer>,
    state: Shared,
    /// Bytes that this tokenizer was given.
    fed: usize,
    /// Bytes of the text that were read.
    read: u64,
    tail: Tail,
    /// What is open is longer than the limit: its end is looked for.
    skipping: bool,
}

/// What the tokenizer's handlers share.
struct State<S: ?Sized = dyn EventSink> {
    stack: Stack,
    decoding: Decoding,
    /// Text of the open raw-text element, when some stage wants it.
    raw: Option<String>,
    attributes: Attributes,
    limits: Limits,
    inside_noscript: bool,
    truncated_attributes: bool,
    left_out_tags: bool,
    /// The page has said that it ends.
    is_over: bool,
    /// It ended without, inside a tag or an element that must be closed.
    is_cut: bool,
    progress: Progress,
    source: Source,
    sink: S,
}

type Shared = Rc<RefCell<State>>;

/// What the scanner had to give up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shortfall {
    /// Elements were read as if they stood less deep.
    pub(crate) depth: bool,
    /// Attributes were left out or cut.
    pub(crate) attributes: bool,
    /// A tag or a comment was too long to be held.
    pub(crate) tags: bool,
    /// The source ends inside a tag or an element that must be closed, and has not said that it ends.
    pub(crate) cut: bool,
}

impl<S: EventSink + 'static> Scanner<S> {
    pub(crate) fn new(sink: S, limits: &Limits) -> Self {
        let state = Rc::new(RefCell::new(State {
            stack: Stack::new(limits.depth),
            decoding: Decoding::default(),
            raw: None,
            attributes: Attributes::default(),
            limits: limits.clone(),
            inside_noscript: false,
            truncated_attributes: false,
            left_out_tags: false,
            is_over: false,
            is_cut: false,
            progress: Progress::default(),
            source: Source::default(),
            sink,
        }));
        let shared: Shared = Rc::clone(&state) as Shared;
        let reader = Reader { tokenizer: Some(tokenizer(&shared)), state: shared, fed: 0, read: 0, tail: Tail::default(), skipping: false };
        Self { reader, state }
    }

    /// Reads the next piece. After an error nothing more is read.
    pub(crate) fn write(&mut self, html: &str) -> Result<(), String> {
        self.reader.write(html)
    }

    /// Reads what is left and closes every open element.
    pub(crate) fn end(&mut self) -> Result<(), String> {
        self.reader.end()
    }

    /// Works on the sink between two pieces.
    pub(crate) fn with_sink<T>(&mut self, work: impl FnOnce(&mut S) -> T) -> T {
        work(&mut self.state.borrow_mut().sink)
    }

    pub(crate) fn shortfall(&self) -> Shortfall {
        let state = self.state.borrow();
        Shortfall { depth: state.stack.was_full(), attributes: state.truncated_attributes, tags: state.left_out_tags, cut: state.is_cut }
    }
}

impl Reader {
    fn write(&mut self, html: &str) -> Result<(), String> {
        let mut rest = html;
        while !rest.is_empty() {
            let read = if self.skipping { self.skip(rest.as_bytes())? } else { self.feed(&rest[..rest.floor_char_boundary(PIECE)])? };
            rest = &rest[read..];
            self.read += read as u64;
        }
        Ok(())
    }

    /// Gives the tokenizer a piece; how much of it was read.
    fn feed(&mut self, piece: &str) -> Result<usize, String> {
        let Some(tokenizer) = &mut self.tokenizer else { return Ok(piece.len()) };
        self.state.borrow_mut().take_source(piece, self.fed);
        self.state.borrow_mut().progress.origin = self.read.wrapping_sub(self.fed as u64);
        let outcome = tokenizer.write(piece.as_bytes());
        let start = self.fed;
        self.fed += piece.len();
        let (read_to, renew_at) = {
            let mut state = self.state.borrow_mut();
            (state.progress.read_to, state.progress.renew_at.take())
        };
        if let Some(at) = renew_at {
            self.renew()?;
            return Ok(at - start);
        }
        if let Err(why) = outcome {
            self.tokenizer = None;
            return Err(why.to_string());
        }
        if read_to >= start {
            self.tail = Tail::default();
        }
        self.tail.read(&piece.as_bytes()[read_to.saturating_sub(start).min(piece.len())..]);
        self.skipping = self.tail.is_inside() && self.tail.length() > self.state.borrow().limits.tokenizer_bytes;
        if self.skipping {
            self.state.borrow_mut().sink.place(Place::TooLong);
        }
        Ok(piece.len())
    }

    /// Looks for the end of what is too long, and goes on behind it; how much was read.
    fn skip(&mut self, rest: &[u8]) -> Result<usize, String> {
        self.tokenizer = None;
        let tail = self.tail.clone();
        let Some(end) = self.tail.read_out(rest) else { return Ok(rest.len()) };
        self.state.borrow_mut().leave_out(tail.tag().map(|(name, is_end)| (Tag::from_name(name), is_end)));
        self.renew()?;
        Ok(end)
    }

    /// Has a new tokenizer go on, that knows of the open elements what our own stack does.
    fn renew(&mut self) -> Result<(), String> {
        let open: String = self.state.borrow().stack.names().map(|name| format!("<{name}>")).collect();
        self.state.borrow_mut().progress = Progress { is_replay: true, ..Progress::default() };
        let mut tokenizer = tokenizer(&self.state);
        tokenizer.write(open.as_bytes()).map_err(|e| e.to_string())?;
        self.tokenizer = Some(tokenizer);
        self.fed = open.len();
        self.state.borrow_mut().source = Source::default();
        self.tail = Tail::default();
        self.skipping = false;
        self.state.borrow_mut().progress.is_replay = false;
        Ok(())
    }

    fn end(&mut self) -> Result<(), String> {
        self.state.borrow_mut().progress.is_ending = true;
        let outcome = self.tokenizer.take().map_or(Ok(()), |mut t| t.end().map_err(|e| e.to_string()));
        leave_raw(&self.state);
        let mut state = self.state.borrow_mut();
        state.flush_text();
        state.is_cut = !state.is_over && (self.tail.is_inside() || state.stack.is_unfinished());
        let State { stack, sink, .. } = &mut *state;
        stack.close_all(&mut |tag| sink.event(&Event::Close(tag)));
        outcome
    }
}

/// Hands over the text of a raw-text element that ends; the content of `noscript` is markup and read as such.
fn leave_raw(state: &Shared) {
    let (raw, tag) = {
        let mut state = state.borrow_mut();
        let Some(raw) = state.raw.take() else { return };
        (raw, state.stack.top())
    };
    match tag {
        Some(Tag::Noscript) => {
            let around = {
                let mut state = state.borrow_mut();
                state.inside_noscript = true;
                state.progress.token_end = 0;
                std::mem::replace(&mut state.source, Source::of(&raw))
            };
            let mut inner = tokenizer(state);
            // A noscript that can't be read is one picture less, not a page less.
            if inner.write(raw.as_bytes()).is_ok() {
                let was_ending = std::mem::replace(&mut state.borrow_mut().progress.is_ending, true);
                inner.end().ok();
                state.borrow_mut().progress.is_ending = was_ending;
            }
            let mut state = state.borrow_mut();
            state.progress.is_cdata = false;
            state.flush_text();
            state.inside_noscript = false;
            state.source = around;
            let State { stack, sink, .. } = &mut *state;
            stack.close_above(Tag::Noscript, &mut |tag| sink.event(&Event::Close(tag)));
        }
        Some(Tag::Title | Tag::Textarea) => state.borrow_mut().sink.event(&Event::Raw(&references::decode(&raw))),
        Some(_) => state.borrow_mut().sink.event(&Event::Raw(&raw)),
        None => {}
    }
}

impl State {
    fn open(&mut self, tag: Tag, attributes: &Attributes, is_void: bool) {
        let Self { stack, sink, .. } = self;
        if stack.is_there_already(tag) {
            return;
        }
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

    /// A tag that is too long is read without its attributes, a comment not at all.
    fn leave_out(&mut self, tag: Option<(Tag, bool)>) {
        self.flush_text();
        self.sink.place(Place::TooLong);
        self.left_out_tags = true;
        match tag {
            Some((tag, true)) => self.close(tag),
            Some((tag, false)) => self.open(tag, &Attributes::default(), tag.is_void()),
            None => {}
        }
    }

    fn close(&mut self, tag: Tag) {
        // What follows is in the body none the less, as the standard has it: pages hold whole pages.
        if matches!(tag, Tag::Body | Tag::Html) {
            self.is_over = true;
            return;
        }
        let Self { stack, sink, .. } = self;
        stack.end_tag(tag, &mut |tag| sink.event(&Event::Close(tag)));
    }

    /// Whether what comes is the text of an element that has nothing else.
    fn is_raw(&self) -> bool {
        self.raw.is_some() || self.is_unread() || self.stack.top() == Some(Tag::Plaintext)
    }

    /// The same, where it is no text of the page.
    fn is_unread(&self) -> bool {
        matches!(self.stack.top(), Some(Tag::Style | Tag::Iframe | Tag::Noembed | Tag::Noframes))
    }

    fn text(&mut self, piece: &str) {
        if let Some(raw) = &mut self.raw {
            bounded::append(raw, piece, self.limits.json_ld_bytes);
            return;
        }
        if self.is_unread() || !self.sink.reads_text() {
            return;
        }
        let Self { decoding, sink, .. } = self;
        decoding.push(piece, &mut |text| sink.event(&Event::Text(text)));
    }

    fn flush_text(&mut self) {
        let Self { decoding, sink, .. } = self;
        decoding.finish(&mut |text| sink.event(&Event::Text(text)));
    }
}

#[cfg(test)]
mod tests;

//! Follows the page's elements beside the pipeline that reads it, and says when enough waits to decide.

use super::element::Elements;
use super::plan::{Planned, plan};
use crate::event::{Event, EventSink, Place};
use crate::rewriter::Pipeline;

/// What is known of the page's elements, and what is to be done to them.
pub(super) struct Tracker {
    pipeline: Pipeline,
    elements: Elements,
    /// Passages that were known behind the last tag: text comes in pieces of any size, tags do not.
    known: usize,
    /// The place behind the last tag.
    last_tag: u64,
    /// How much of the text was told.
    told: u64,
    /// All before this place is decided.
    decided: u64,
    /// Bytes of text that may wait.
    limit: u64,
    /// A tag or comment goes on that is longer than the limit.
    is_too_long: bool,
    planned: Vec<Planned>,
}

impl Tracker {
    pub(super) fn new(pipeline: Pipeline, depth: usize, limit: usize) -> Self {
        Self {
            pipeline,
            elements: Elements::new(depth),
            known: 0,
            last_tag: 0,
            told: 0,
            decided: 0,
            limit: limit.max(2) as u64,
            is_too_long: false,
            planned: Vec::new(),
        }
    }

    /// What was decided to be done, in the text's order, since this was last asked.
    pub(super) fn take_planned(&mut self) -> Vec<Planned> {
        std::mem::take(&mut self.planned)
    }

    /// The place up to which all is decided; `None` where that is all that came.
    pub(super) fn decided(&self) -> Option<u64> {
        match self.elements.held().first() {
            Some(first) => Some(first.start),
            None if self.is_too_long => None,
            None => Some(self.told.max(self.last_tag)),
        }
    }

    /// Hears that the text ends here, before the elements that are still open are closed.
    pub(super) fn end_text(&mut self, place: u64) {
        self.elements.end(place);
    }

    /// Decides about all that is left.
    pub(super) fn finish(&mut self) {
        self.pipeline.end_survey();
        self.known = self.pipeline.seen.len();
        self.decide(u64::MAX);
    }

    /// Decides where more waits than may.
    fn press(&mut self, at: u64) {
        while at.saturating_sub(self.decided) >= self.limit && !self.elements.held().is_empty() {
            // What began late may go on waiting.
            let from = self.decided + self.limit / 2;
            self.elements.keep_open(from);
            let to = self.elements.first_open().unwrap_or(self.last_tag);
            self.decide(to);
        }
    }

    /// Decides about all before a place.
    fn decide(&mut self, to: u64) {
        if !self.elements.held().is_empty() {
            let fates = self.pipeline.fates(self.known);
            let all = plan(self.elements.held(), &self.pipeline, &fates);
            self.planned.extend(all.into_iter().filter(|one| one.to <= to));
        }
        self.elements.forget(to);
        self.decided = to;
    }
}

impl EventSink for Tracker {
    fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Open { tag, attributes } => self.elements.open(*tag, attributes),
            Event::Void { .. } => self.elements.void(),
            Event::Close(tag) => self.elements.close(*tag),
            Event::Text(_) | Event::Raw(_) => {}
        }
        self.pipeline.event(event);
        if !matches!(event, Event::Text(_) | Event::Raw(_)) {
            self.known = self.pipeline.seen.len();
        }
    }

    fn place(&mut self, place: Place) {
        self.is_too_long = place == Place::TooLong;
        match place {
            Place::Start { from, to } | Place::End { from, to, .. } => {
                if self.elements.held().is_empty() {
                    self.decided = from;
                }
                self.press(from);
                self.last_tag = to;
                self.elements.place(place);
            }
            Place::Text { to } => {
                self.told = to;
                self.press(to);
            }
            Place::TooLong => {
                self.elements.keep_open(u64::MAX);
                if !self.elements.held().is_empty() {
                    self.decide(self.last_tag);
                }
            }
        }
    }
}

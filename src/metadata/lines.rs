//! The short lines of a page, as they are read: what stands right before the heading is known only when it comes.

use super::claim::tidy;
use crate::lexicon::date_words::THAI_HOUR;
use std::collections::VecDeque;

/// Characters; longer lines are text.
const MAX_LINE: usize = 240;
/// Lines before a heading that may belong to it: section, date, by-line.
const MAX_BEFORE: usize = 5;

/// The line that is being read, and those before it.
#[derive(Debug, Default)]
pub(super) struct Lines {
    current: String,
    /// The last line that was passed over, as it came.
    passed: Option<String>,
    before: VecDeque<String>,
}

impl Lines {
    /// Adds text to the line; what `touches` the text before it across an element's edge is set apart.
    pub(super) fn push(&mut self, text: &str, touches: bool) {
        if self.current.len() > MAX_LINE {
            return;
        }
        if touches && self.current.ends_with(|c: char| c.is_alphanumeric()) {
            self.current.push_str(" | ");
        }
        // White space is one: how a source is indented makes no line long.
        for c in text.chars() {
            if self.current.len() > MAX_LINE {
                break;
            }
            let is_space = c <= ' ';
            if !is_space || !self.current.is_empty() && !self.current.ends_with(' ') {
                self.current.push(if is_space { ' ' } else { c });
            }
        }
    }

    /// What was read of the line so far, as it came.
    pub(super) fn current(&self) -> &str {
        &self.current
    }

    /// Ends the line; gives it back where it is short and not empty.
    pub(super) fn end(&mut self) -> Option<String> {
        if self.current.is_empty() {
            return None;
        }
        let line = if self.current.len() <= MAX_LINE { tidy(&self.current) } else { String::new() };
        self.current.clear();
        Some(line).filter(|l| !l.is_empty())
    }

    /// Ends the line unread: it belongs to nothing. Whoever reads on may ask for the last one by [`Lines::passed`].
    pub(super) fn pass(&mut self) {
        if self.current.len() <= MAX_LINE && !self.current.trim_ascii().is_empty() {
            std::mem::swap(self.passed.get_or_insert_default(), &mut self.current);
        }
        self.current.clear();
    }

    /// The last line that was passed over, unless it was asked for before.
    pub(super) fn passed(&mut self) -> Option<String> {
        self.passed.take().map(|line| tidy(&line)).filter(|line| !line.is_empty())
    }

    /// Keeps a line that no heading has come for yet.
    pub(super) fn remember(&mut self, line: String) {
        if self.before.len() == MAX_BEFORE {
            self.before.pop_front();
        }
        self.before.push_back(line);
    }

    /// Gives back the remembered lines, the last first.
    pub(super) fn before(&mut self) -> Vec<String> {
        self.before.drain(..).rev().collect()
    }
}

/// Whether a line is prose, whose days are those of what it tells.
pub(super) fn is_sentence(line: &str) -> bool {
    const MAX_WORDS: usize = 15;
    let line = line.trim_end_matches(THAI_HOUR);
    line.ends_with(['.', '!', '?', '。', '！', '？', '।', '؟', '”', '»']) || line.split(' ').count() > MAX_WORDS
}

/// Whether a date stands where agencies write it: "HARWICK, 12 May 2026 (Agency) – The council".
pub(super) fn is_dateline(line: &str, date: &str) -> bool {
    const MAX_BEFORE: usize = 60;
    let Some((before, behind)) = line.split_once(date) else { return false };
    let is_sign =
        |c: char| matches!(c, '-' | '–' | '—' | '(' | ')' | '/' | ':' | '|' | '：' | '（' | '）' | '】' | ']' | '电' | '電' | '讯' | '訊');
    before.len() <= MAX_BEFORE && behind.trim_start().starts_with(is_sign)
}

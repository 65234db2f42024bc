//! Text goes into the line, code, formula or post that is being read.

use super::Segmenter;
use crate::tag::Tag;

/// Elements; what a button says stands as close under it.
const BUTTON_DEPTH: usize = 4;

impl Segmenter {
    pub(super) fn text(&mut self, text: &str) {
        if self.skipped > 0 {
            return;
        }
        if let Some(post) = &mut self.post {
            post.text(text);
            return;
        }
        if let Some(math) = &mut self.math {
            math.text(text, self.limits.block_bytes);
            return;
        }
        if self.noscript && !self.noscript_text && !text.trim().is_empty() {
            // Pictures of a noscript belong into the line around it, its text does not.
            self.end_line();
            self.noscript_text = true;
        }
        if self.code.is_some() {
            self.code_text(text);
            return;
        }
        let limit = self.limits.block_bytes.max(1);
        let mut rest = text;
        while !rest.is_empty() {
            let before = self.line.len();
            let piece = rest;
            rest = self.line.text_until(piece, limit);
            if self.line.len() > before {
                self.touch();
                let tag = self.open.last().map(|o| o.tag);
                let in_button = tag == Some(Tag::Button) || self.open.iter().rev().take(BUTTON_DEPTH).any(|o| o.is_button);
                if in_button || matches!(tag, Some(Tag::Label | Tag::Output)) {
                    let count = piece.chars().filter(|c| !c.is_whitespace()).count() as u32;
                    self.about.control_chars += count;
                    self.about.button_chars += if in_button { count } else { 0 };
                }
            }
            if self.line.len() >= limit {
                self.end_line();
            }
        }
    }

    /// A block that is too long goes on in another.
    pub(super) fn part(&mut self) {
        if self.line.weight() > self.limits.block_bytes {
            self.end_line();
        }
    }

    /// Only the text of `xmp` is shown.
    pub(super) fn raw(&mut self, text: &str) {
        if let Some(math) = &mut self.math {
            math.text(text, self.limits.block_bytes);
        } else if let Some(code) = &mut self.code {
            code.text.push_str(text);
        }
    }

    /// Something visible came into the line.
    pub(super) fn touch(&mut self) {
        if self.about.depth.is_none() {
            self.about.depth = Some(self.open.len());
            for open in self.open.iter().rev().take_while(|o| !o.is_block()) {
                self.about.hints |= open.hints;
            }
        }
    }
}

//! Tags by name, values escaped: the only place that writes a `<`.

use crate::render::escape;
use std::fmt::Write;

/// HTML in the making. Names are constants of this crate, so no page can choose one.
#[derive(Debug, Default)]
pub(super) struct Markup(String);

/// A start tag in the making.
pub(super) struct Tag<'m>(&'m mut String);

impl Markup {
    /// Writes a start tag without attributes.
    pub(super) fn open(&mut self, name: &'static str) {
        self.open_with(name, |_| {});
    }

    /// Writes a start tag.
    pub(super) fn open_with(&mut self, name: &'static str, attributes: impl FnOnce(&mut Tag)) {
        self.0.push('<');
        self.0.push_str(name);
        attributes(&mut Tag(&mut self.0));
        self.0.push('>');
    }

    /// Writes an end tag.
    pub(super) fn close(&mut self, name: &'static str) {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// Writes an element that holds text alone.
    pub(super) fn element(&mut self, name: &'static str, text: &str, attributes: impl FnOnce(&mut Tag)) {
        self.open_with(name, attributes);
        self.text(text);
        self.close(name);
    }

    /// Writes text.
    pub(super) fn text(&mut self, text: &str) {
        escape::text(text, &mut self.0);
    }

    /// Writes markup that this crate holds as a constant.
    pub(super) fn constant(&mut self, markup: &'static str) {
        self.0.push_str(markup);
    }

    /// Hands out what was written since the last call.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.0)
    }
}

impl Tag<'_> {
    /// Writes an attribute.
    pub(super) fn set(&mut self, name: &'static str, value: &str) {
        self.set_prefixed(name, "", value);
    }

    /// Writes an attribute whose value starts with a constant.
    pub(super) fn set_prefixed(&mut self, name: &'static str, prefix: &'static str, value: &str) {
        self.0.push(' ');
        self.0.push_str(name);
        self.0.push_str("=\"");
        self.0.push_str(prefix);
        escape::attribute(value, self.0);
        self.0.push('"');
    }

    /// Writes an attribute where there is a value.
    pub(super) fn set_some(&mut self, name: &'static str, value: Option<&str>) {
        if let Some(value) = value {
            self.set(name, value);
        }
    }

    /// Writes an attribute that is a number.
    pub(super) fn number(&mut self, name: &'static str, value: impl Into<i64>) {
        // Writing into a string cannot fail.
        let _ = write!(self.0, " {name}=\"{}\"", value.into());
    }

    /// Writes an attribute that is there or not.
    pub(super) fn flag(&mut self, name: &'static str) {
        self.0.push(' ');
        self.0.push_str(name);
    }
}

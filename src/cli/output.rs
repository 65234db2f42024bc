//! Changes, in the form that was asked for.

use super::options::{Format, Options};
use offprint::Change;
use offprint::render::{Assembly, Captions, Scope, html, json, markdown, text};
use std::io::{self, Write};

/// Writes what changes lead to: while they come, where the form can be written so, else at the end.
pub(super) struct Output<W: Write> {
    out: W,
    form: Form,
}

enum Form {
    Changes,
    Html(Box<html::Writer>),
    Whole { format: Format, scope: Scope, captions: Captions, assembly: Assembly },
}

impl<W: Write> Output<W> {
    pub(super) fn new(options: &Options, out: W) -> Self {
        let Options { scope, captions, .. } = *options;
        let form = match options.format {
            Format::Changes => Form::Changes,
            Format::Html => Form::Html(Box::new(html::Writer::new(scope))),
            format => Form::Whole { format, scope, captions, assembly: Assembly::new() },
        };
        Self { out, form }
    }

    /// Takes the changes that came when `at` bytes of the page had been read.
    pub(super) fn take(&mut self, changes: Vec<Change>, at: u64) -> io::Result<()> {
        for change in changes {
            match &mut self.form {
                Form::Changes => {
                    serde_json::to_writer(&mut self.out, &json::change(&change, at))?;
                    self.out.write_all(b"\n")?;
                }
                Form::Html(writer) => self.out.write_all(writer.write(change).as_bytes())?,
                Form::Whole { assembly, .. } => assembly.apply(change),
            }
        }
        Ok(())
    }

    /// Hands on what has been written so far.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// Writes the rest.
    pub(super) fn finish(mut self) -> io::Result<()> {
        match &mut self.form {
            Form::Changes => {}
            Form::Html(writer) => self.out.write_all(writer.finish().as_bytes())?,
            Form::Whole { format, scope, captions, assembly } => match format {
                Format::Json => {
                    serde_json::to_writer(&mut self.out, &json::page(assembly, *scope, *captions))?;
                    self.out.write_all(b"\n")?;
                }
                Format::Explain => {
                    for decision in assembly.outline().iter().flat_map(|o| &o.decisions) {
                        serde_json::to_writer(&mut self.out, decision)?;
                        self.out.write_all(b"\n")?;
                    }
                }
                Format::Markdown => self.out.write_all(markdown::page(assembly, *scope).as_bytes())?,
                _ => self.out.write_all(text::page(assembly, *scope, *captions).as_bytes())?,
            },
        }
        self.out.flush()
    }
}

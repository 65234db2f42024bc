//! The rewriter as something to write to.

use super::Rewriter;
use crate::change::Change;
use crate::error::Error;
use std::fmt;
use std::io::{self, Write};

/// A [`Rewriter`] that bytes are written to, as to a file: for [`std::io::copy`], decompressors and the like.
///
/// ```
/// use offprint::{Rewriter, Settings, render::{Assembly, Captions, Scope, text}};
///
/// let mut page: &[u8] = b"<h1>A story</h1><p>It was a dark and stormy night; the rain fell in torrents.</p>";
/// let mut assembly = Assembly::new();
/// let mut writer = Rewriter::new(Settings::new())?.into_writer(|change| {
///     assembly.apply(change);
///     Ok(())
/// });
/// std::io::copy(&mut page, &mut writer)?;
/// writer.finish()?;
/// assert!(text::page(&assembly, Scope::Main, Captions::With).contains("dark and stormy"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct ChangeWriter<F> {
    rewriter: Rewriter,
    take: F,
}

impl Rewriter {
    /// Makes a writer of it that hands each change to `take`; what `take` fails with, writing fails with.
    pub fn into_writer<F: FnMut(Change) -> io::Result<()>>(self, take: F) -> ChangeWriter<F> {
        ChangeWriter { rewriter: self, take }
    }
}

impl<F: FnMut(Change) -> io::Result<()>> ChangeWriter<F> {
    /// Ends the page and hands over the last changes. A writer that is dropped without it leaves the page without its end.
    ///
    /// # Errors
    /// What `take` fails with; an [`Error`] of the rewriter, inside an [`io::Error`].
    pub fn finish(mut self) -> io::Result<()> {
        self.rewriter.end().map_err(other)?.into_iter().try_for_each(&mut self.take)
    }
}

impl<F: FnMut(Change) -> io::Result<()>> Write for ChangeWriter<F> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.rewriter.write(bytes).map_err(other)?.into_iter().try_for_each(&mut self.take)?;
        Ok(bytes.len())
    }

    /// Does nothing: changes are handed over as soon as there are any.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<F> fmt::Debug for ChangeWriter<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChangeWriter").field("rewriter", &self.rewriter).finish_non_exhaustive()
    }
}

fn other(why: Error) -> io::Error {
    io::Error::other(why)
}

#[cfg(test)]
mod tests {
    use crate::{Change, Rewriter, Settings};
    use std::io::{self, Write as _};

    #[test]
    fn what_the_taker_fails_with_ends_the_writing() {
        let story = "<p>It was a dark and stormy night; the rain fell in torrents, except at occasional intervals.</p>".repeat(20);
        let mut taken = 0;
        let Ok(rewriter) = Rewriter::new(Settings::new()) else { panic!("it starts") };
        let mut writer = rewriter.into_writer(|_| {
            taken += 1;
            Err(io::ErrorKind::BrokenPipe.into())
        });
        let written = writer.write_all(story.as_bytes()).and_then(|()| writer.finish());
        assert_eq!(written.map_err(|why| why.kind()), Err(io::ErrorKind::BrokenPipe));
        assert_eq!(taken, 1);
    }

    #[test]
    fn the_last_change_is_the_end() {
        let mut last = None;
        let Ok(rewriter) = Rewriter::new(Settings::new()) else { panic!("it starts") };
        let mut writer = rewriter.into_writer(|change| {
            last = Some(change);
            Ok(())
        });
        assert!(writer.write_all(b"<p>A story.</p>").is_ok() && writer.finish().is_ok());
        assert!(matches!(last, Some(Change::End { .. })));
    }
}

//! The rewriter as a stream of changes over a stream of bytes.

use super::Rewriter;
use crate::change::Change;
use crate::error::Error;
use futures_core::Stream;
use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// The changes that come of a page's bytes, as those arrive: for the bodies of HTTP clients.
///
/// It ends after [`Change::End`], or after the first error. Changes share their blocks within one thread; a task that holds this
/// stream is one that stays on its thread, such as those of `spawn_local` or of `block_on`.
///
/// ```
/// use futures_lite::{StreamExt, future::block_on, stream};
/// use offprint::{Error, Rewriter, Settings, render::{Assembly, Scope, markdown}};
///
/// let body = stream::iter(["<h1>A story</h1><p>It was a dark ", "and stormy night; the rain fell in torrents.</p>"].map(Ok::<_, Error>));
/// let mut changes = Rewriter::new(Settings::new())?.into_stream(body);
/// let mut assembly = Assembly::new();
/// block_on(async {
///     while let Some(change) = changes.next().await {
///         assembly.apply(change?);
///     }
///     Ok::<(), Error>(())
/// })?;
/// assert!(markdown::page(&assembly, Scope::Main).contains("dark and stormy"));
/// # Ok::<(), Error>(())
/// ```
pub struct ChangeStream<S> {
    bytes: S,
    /// None once the page has ended.
    rewriter: Option<Rewriter>,
    waiting: VecDeque<Change>,
}

impl Rewriter {
    /// Makes a stream of changes of it over the page's bytes, in whatever pieces they come.
    ///
    /// A stream of bytes that must not be moved is pinned first: `std::pin::pin!`, `Box::pin`.
    pub fn into_stream<S, B, E>(self, bytes: S) -> ChangeStream<S>
    where
        S: Stream<Item = Result<B, E>> + Unpin,
        B: AsRef<[u8]>,
        E: From<Error>,
    {
        ChangeStream { bytes, rewriter: Some(self), waiting: VecDeque::new() }
    }
}

impl<S, B, E> Stream for ChangeStream<S>
where
    S: Stream<Item = Result<B, E>> + Unpin,
    B: AsRef<[u8]>,
    E: From<Error>,
{
    type Item = Result<Change, E>;

    fn poll_next(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        loop {
            if let Some(change) = this.waiting.pop_front() {
                return Poll::Ready(Some(Ok(change)));
            }
            let Some(rewriter) = &mut this.rewriter else { return Poll::Ready(None) };
            let changes = match ready!(Pin::new(&mut this.bytes).poll_next(task)) {
                Some(Ok(bytes)) => rewriter.write(bytes.as_ref()),
                None => this.rewriter.take().map_or(Ok(Vec::new()), Rewriter::end),
                Some(Err(why)) => {
                    this.rewriter = None;
                    return Poll::Ready(Some(Err(why)));
                }
            };
            match changes {
                Ok(changes) => this.waiting.extend(changes),
                Err(why) => {
                    this.rewriter = None;
                    return Poll::Ready(Some(Err(why.into())));
                }
            }
        }
    }
}

impl<S> fmt::Debug for ChangeStream<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ChangeStream").field("rewriter", &self.rewriter).field("waiting", &self.waiting.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use crate::{Change, Error, Rewriter, Settings};
    use futures_lite::{StreamExt as _, future::block_on, stream};

    fn changes(pieces: Vec<Result<&str, Error>>) -> Vec<Result<Change, Error>> {
        let Ok(rewriter) = Rewriter::new(Settings::new()) else { panic!("it starts") };
        block_on(rewriter.into_stream(stream::iter(pieces)).collect())
    }

    #[test]
    fn pieces_come_out_as_if_they_were_one() {
        let story = "<h1>Night</h1><p>It was a dark and stormy night; the rain fell in torrents.</p>".repeat(20);
        let whole = changes(vec![Ok(&story)]);
        assert!(matches!(whole.last(), Some(Ok(Change::End { .. }))));
        assert_eq!(changes(vec![Ok(&story[..300]), Ok(""), Ok(&story[300..])]), whole);
    }

    #[test]
    fn a_body_that_breaks_off_ends_with_its_error() {
        let broken = Error::Tokenizer("reset".to_owned());
        let found = changes(vec![Ok("<p>It was a dark"), Err(broken.clone()), Ok(" and stormy night</p>")]);
        assert_eq!(found.last(), Some(&Err(broken)));
        assert_eq!(found.iter().filter(|one| one.is_err()).count(), 1);
    }
}

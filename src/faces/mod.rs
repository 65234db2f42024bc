//! The rewriter as other libraries know such things: something to write to, a stream.

#[cfg(feature = "stream")]
mod stream;
mod writer;

#[cfg(feature = "stream")]
pub use stream::ChangeStream;
pub use writer::ChangeWriter;

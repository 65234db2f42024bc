//! The core's output: what is shown, taken back and known, as the page arrives.

use crate::article::{ArticleId, Metadata, Role};
use crate::block::{Block, BlockId};
use crate::label::Reason;
use crate::outline::Outline;
use std::rc::Rc;

/// One step of the result. Applied in order, they leave the articles as they are at the end of the page.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Change {
    /// An article starts.
    Open {
        /// The new article.
        article: ArticleId,
        /// What it is to the page.
        role: Role,
    },
    /// A block is shown.
    Append {
        /// The article that it belongs to.
        article: ArticleId,
        /// The block that it follows in that article; `None` at the start.
        after: Option<BlockId>,
        /// The block; its `id` names it in later changes.
        block: Rc<Block>,
    },
    /// A shown block turns out not to belong.
    Retract {
        /// The article that showed it.
        article: ArticleId,
        /// Which block.
        block: BlockId,
        /// Why.
        reason: Reason,
    },
    /// Title, byline, date… became known, or better known: replaces what was known before.
    Update {
        /// The article.
        article: ArticleId,
        /// All that is known of it.
        metadata: Box<Metadata>,
    },
    /// Blocks up to this one will not change any more: what cannot take back may be written.
    Settle {
        /// The article.
        article: ArticleId,
        /// The last block that is settled.
        block: BlockId,
    },
    /// An article is complete.
    Close {
        /// The article.
        article: ArticleId,
    },
    /// The page is complete.
    End {
        /// What was found, removed and noted.
        outline: Box<Outline>,
    },
}

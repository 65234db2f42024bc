//! What the caller has been shown, and the changes that make it what it is to be.

use crate::article::{ArticleId, Metadata, Role};
use crate::block::{Block, BlockId};
use crate::change::Change;
use crate::hash::Set;
use crate::label::Reason;
use crate::outline::Outline;
use std::rc::Rc;

/// The changes so far, and the state of the main article that they lead to.
#[derive(Debug, Default)]
pub(super) struct Shown {
    changes: Vec<Change>,
    main: Option<Metadata>,
    blocks: Vec<BlockId>,
}

impl Shown {
    pub(super) fn drain(&mut self) -> Vec<Change> {
        std::mem::take(&mut self.changes)
    }

    pub(super) fn is_open(&self) -> bool {
        self.main.is_some()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    pub(super) fn open(&mut self, article: ArticleId, role: Role, metadata: Metadata) {
        self.changes.push(Change::Open { article, role });
        self.changes.push(Change::Update { article, metadata: Box::new(metadata.clone()) });
        self.main = Some(metadata);
    }

    /// Says what is known of the main article now, where that has changed.
    pub(super) fn update(&mut self, article: ArticleId, metadata: Metadata) {
        if self.main.as_ref() != Some(&metadata) {
            self.changes.push(Change::Update { article, metadata: Box::new(metadata.clone()) });
            self.main = Some(metadata);
        }
    }

    /// Shows a block of the main article behind the others.
    pub(super) fn append(&mut self, block: Rc<Block>) {
        let after = self.blocks.last().copied();
        self.blocks.push(block.id);
        self.changes.push(Change::Append { article: ArticleId(0), after, block });
    }

    /// Blocks up to this one stay.
    pub(super) fn settled(&mut self, article: ArticleId, block: BlockId) {
        self.changes.push(Change::Settle { article, block });
    }

    /// Takes back what does not stay, adds what was not shown, and closes the main article.
    pub(super) fn settle(&mut self, article: ArticleId, blocks: &[Rc<Block>], metadata: Metadata, reasons: &[(BlockId, Reason)]) {
        let stays: Set<BlockId> = blocks.iter().map(|b| b.id).collect();
        for &block in self.blocks.iter().filter(|b| !stays.contains(b)) {
            let known = reasons.binary_search_by_key(&block, |r| r.0);
            let reason = known.map_or(Reason::Boilerplate, |i| reasons[i].1);
            self.changes.push(Change::Retract { article, block, reason });
        }
        self.update(article, metadata);
        let shown: Set<BlockId> = self.blocks.iter().copied().collect();
        let mut after = None;
        for block in blocks {
            if !shown.contains(&block.id) {
                self.changes.push(Change::Append { article, after, block: Rc::clone(block) });
            }
            after = Some(block.id);
        }
        self.blocks = blocks.iter().map(|b| b.id).collect();
        self.close(article, after);
    }

    /// Shows a whole article at once.
    pub(super) fn whole(&mut self, article: ArticleId, role: Role, metadata: Metadata, blocks: Vec<Rc<Block>>) {
        self.changes.push(Change::Open { article, role });
        self.changes.push(Change::Update { article, metadata: Box::new(metadata) });
        let mut after = None;
        for block in blocks {
            let id = block.id;
            self.changes.push(Change::Append { article, after, block });
            after = Some(id);
        }
        self.close(article, after);
    }

    pub(super) fn end(&mut self, outline: Outline) {
        self.changes.push(Change::End { outline: Box::new(outline) });
    }

    fn close(&mut self, article: ArticleId, last: Option<BlockId>) {
        if let Some(block) = last {
            self.changes.push(Change::Settle { article, block });
        }
        self.changes.push(Change::Close { article });
    }
}

//! What is shown of a page at its end: its blocks, as they are written.

use super::outline::Related;
use super::{MAIN, Pipeline};
use crate::article::{Metadata, Role};
use crate::block::{Block, BlockId};
use crate::label::Reason;
use crate::split::{Piece, Texts};
use std::rc::Rc;

impl Pipeline {
    /// The passages' blocks as they are shown. Nothing else is kept of the passages: a copy of each block beside them was a fifth of a
    /// page's memory.
    pub(super) fn take_blocks(&mut self) -> Vec<Rc<Block>> {
        let seen = std::mem::take(&mut self.seen);
        let mut blocks = Vec::with_capacity(seen.len());
        for mut one in seen {
            one.passage.block.resolve(&self.base);
            blocks.push(Rc::new(one.passage.block));
        }
        blocks
    }

    pub(super) fn publish(
        &mut self,
        blocks: &[Rc<Block>],
        texts: &Texts,
        metadata: Metadata,
        related: Vec<(Related, Metadata)>,
        reasons: &[(BlockId, Reason)],
    ) {
        if !self.shown.is_open() {
            self.shown.open(MAIN, Role::Main, metadata.clone());
        }
        self.shown.settle(MAIN, &pieces(blocks, &texts.main), metadata, reasons);
        for (one, metadata) in related {
            self.shown.whole(one.id(texts), Role::Related, metadata, pieces(blocks, one.text(texts)));
        }
    }
}

/// The blocks of a text, some of them parts of the page's.
fn pieces(blocks: &[Rc<Block>], text: &[Piece]) -> Vec<Rc<Block>> {
    let block = |piece: &Piece| {
        let whole = &blocks[piece.passage];
        piece.range.clone().map_or_else(|| Rc::clone(whole), |range| Rc::new(whole.part(piece.nth, range)))
    };
    text.iter().map(block).collect()
}

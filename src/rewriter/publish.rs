//! What is shown of a page at its end: its blocks, as they are written.

use super::outline::Related;
use super::{MAIN, Pipeline};
use crate::article::{Metadata, Role};
use crate::block::{Block, BlockId, Frame, FrameKind};
use crate::label::Reason;
use crate::split::{Piece, Texts};
use std::rc::Rc;

impl Pipeline {
    /// The passages' blocks as they are shown. Nothing else is kept of the passages: a copy of each block beside them was a fifth of a
    /// page's memory.
    pub(super) fn take_blocks(&mut self) -> Vec<Rc<Block>> {
        std::mem::take(&mut self.seen).into_iter().map(|one| self.resolved(one.passage.block)).collect()
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
            let mut own = pieces(blocks, one.text(texts));
            let layout = item_around(&own).to_vec();
            if !layout.is_empty() {
                own.iter_mut().for_each(|block| Rc::make_mut(block).leave(&layout));
            }
            self.shown.whole(one.id(texts), Role::Related, metadata, own);
        }
    }
}

/// The lists of which a whole text is one item, outermost first.
fn item_around(blocks: &[Rc<Block>]) -> &[Frame] {
    let Some((first, rest)) = blocks.split_first() else { return &[] };
    let is_shared = |(at, frame): &(usize, &Frame)| rest.iter().all(|block| block.frames.get(*at).is_some_and(|f| f.id == frame.id));
    let shared = first.frames.iter().enumerate().take_while(|pair| pair.1.kind.is_list() && is_shared(pair));
    let end = shared.filter(|(_, frame)| matches!(frame.kind, FrameKind::Item { .. })).last().map_or(0, |(at, _)| at + 1);
    &first.frames[..end]
}

/// The blocks of a text, some of them parts of the page's.
fn pieces(blocks: &[Rc<Block>], text: &[Piece]) -> Vec<Rc<Block>> {
    let block = |piece: &Piece| {
        let whole = &blocks[piece.passage];
        piece.range.clone().map_or_else(|| Rc::clone(whole), |range| Rc::new(whole.part(piece.nth, range)))
    };
    text.iter().map(block).collect()
}

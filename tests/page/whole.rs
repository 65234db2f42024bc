//! All that a reading has of a page: what is shown and what was removed, put together in the page's order.

use offprint::content::{Block, BlockId};
use offprint::render::{Assembly, Captions, text};
use offprint::{ArticleId, Change, Role};
use std::rc::Rc;

/// All blocks that the reading knows, as a person reads them.
pub fn text(assembly: &Assembly) -> String {
    let shown = assembly.articles().iter().flat_map(|article| article.blocks().iter());
    let removed = assembly.outline().into_iter().flat_map(|o| o.removed.iter().filter_map(|r| r.block.as_ref()));
    let mut blocks: Vec<&Rc<Block>> = shown.chain(removed).collect();
    blocks.sort_by_key(|block| block.id);
    blocks.dedup_by_key(|block| block.id);
    text_of(&blocks)
}

/// The text of an article made of these blocks.
fn text_of(blocks: &[&Rc<Block>]) -> String {
    let article = ArticleId(0);
    let mut assembly = Assembly::new();
    assembly.apply(Change::Open { article, role: Role::Main });
    let mut after: Option<BlockId> = None;
    for block in blocks {
        assembly.apply(Change::Append { article, after, block: Rc::clone(block) });
        after = Some(block.id);
    }
    text::article(&assembly.articles()[0], Captions::With)
}

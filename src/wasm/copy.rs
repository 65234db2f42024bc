//! An article as a person has it before them, to be taken along.

use crate::render::{Assembly, markdown};
use crate::{ArticleId, Change, Reason, Role};
use std::rc::Rc;

/// The article's text in Markdown, without the blocks that were taken out and with the removed ones that were restored.
pub(super) fn markdown(page: &Assembly, id: ArticleId, taken_out: &[u32], restored: &[u32]) -> String {
    let mut copy = Assembly::new();
    // Headings start at the second level, as under a title.
    copy.apply(Change::Open { article: id, role: Role::Main });
    let mut after = None;
    for block in page.articles().iter().find(|a| a.id() == id).map_or(&[][..], |a| a.blocks()) {
        copy.apply(Change::Append { article: id, after, block: Rc::clone(block) });
        after = Some(block.id);
    }
    // The last first: each goes right behind the block that it followed.
    for removed in page.outline().iter().flat_map(|o| o.removed.iter().rev()).filter(|r| restored.contains(&r.id.0)) {
        let (article, after) = removed.after.map_or((ArticleId(0), None), |(article, block)| (article, Some(block)));
        if let Some(block) = removed.block.as_ref().filter(|_| article == id) {
            copy.apply(Change::Append { article: id, after, block: Rc::clone(block) });
        }
    }
    let blocks: Vec<_> = copy.articles().iter().flat_map(|a| a.blocks()).map(|b| b.id).filter(|b| taken_out.contains(&b.0)).collect();
    for block in blocks {
        copy.apply(Change::Retract { article: id, block, reason: Reason::Boilerplate });
    }
    copy.articles().first().map(markdown::article).unwrap_or_default()
}

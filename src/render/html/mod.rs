//! HTML, by allow-list: only elements and attributes that are named in this module are ever written.

mod content;
mod flow;
mod line;
mod markup;
mod math;
mod page;

pub(super) use content::site;
pub use page::Writer;

use super::Assembled;
use crate::Role;
use crate::content::Block;
use flow::{Flow, FrameIds};
use markup::Markup;

/// One block by itself, in its own copy of the lists and quotes that it stands in.
///
/// The block's element carries its id as `data-block`, each frame's element the frame's as `data-frame`: who shows
/// blocks as they come joins frames of the same id. Headings are levelled by the article's role.
///
/// ```
/// use offprint::{Role, content::{Block, BlockId, Content, Frame, FrameKind, Inline}, render::html};
///
/// let quote = Frame { id: 7, kind: FrameKind::Quote };
/// let text = Content::Paragraph(Inline::plain("Less < more"));
/// let block = Block { id: BlockId(3), frames: vec![quote], content: text, anchors: vec![], lang: None, dir: None };
/// assert_eq!(html::block(&block, Role::Main), r#"<blockquote data-frame="7"><p data-block="3">Less &lt; more</p></blockquote>"#);
/// ```
pub fn block(block: &Block, role: Role) -> String {
    let mut markup = Markup::default();
    let mut flow = Flow::new(role, FrameIds::Written);
    flow.push(&mut markup, block);
    flow.finish(&mut markup);
    let mut html = markup.take();
    html.truncate(html.trim_end_matches('\n').len());
    html
}

/// The blocks of an article, without its title; neighbours that share a list or quote stand in one.
pub fn article(article: &Assembled) -> String {
    let mut markup = Markup::default();
    let mut flow = Flow::new(article.role(), FrameIds::Left);
    article.blocks().iter().for_each(|block| flow.push(&mut markup, block));
    flow.finish(&mut markup);
    markup.take()
}

#[cfg(test)]
mod tests;

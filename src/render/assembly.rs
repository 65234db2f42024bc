//! The articles as they stand after the changes so far.

use crate::article::{ArticleId, Metadata, Role};
use crate::block::{Block, BlockId};
use crate::change::Change;
use crate::hash::Map;
use crate::outline::{Entry, Outline};
use std::rc::Rc;

/// Applies [`Change`]s in their order and holds what they lead to.
///
/// ```
/// use offprint::{ArticleId, Change, Role, render::Assembly};
///
/// let mut assembly = Assembly::new();
/// assembly.apply(Change::Open { article: ArticleId(0), role: Role::Main });
/// assert_eq!(assembly.articles().len(), 1);
/// ```
#[derive(Debug, Default)]
pub struct Assembly {
    articles: Vec<Assembled>,
    /// Where each article stands among them.
    places: Map<ArticleId, usize>,
    outline: Option<Box<Outline>>,
}

/// One article as it stands.
#[derive(Debug)]
pub struct Assembled {
    id: ArticleId,
    role: Role,
    metadata: Metadata,
    blocks: Vec<Rc<Block>>,
    settled: usize,
    closed: bool,
    /// The last block that was taken out, see `take_settled`.
    taken: Option<BlockId>,
}

impl Assembly {
    /// Holds nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the next change. One that names an unknown article or block changes nothing.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Open { article, role } => self.open(article, role),
            Change::Append { article, after, block } => self.with(article, |a| a.insert(after, block)),
            Change::Retract { article, block, .. } => self.with(article, |a| a.remove(block)),
            Change::Update { article, metadata } => self.with(article, |a| a.metadata = *metadata),
            Change::Settle { article, block } => self.with(article, |a| a.settle(block)),
            Change::Close { article } => self.with(article, |a| a.closed = true),
            Change::End { outline } => self.end(outline),
        }
    }

    /// The articles; after the end in the outline's order, until then as they were opened.
    pub fn articles(&self) -> &[Assembled] {
        &self.articles
    }

    /// What the page turned out to be; known at its end.
    pub fn outline(&self) -> Option<&Outline> {
        self.outline.as_deref()
    }

    /// What the outline says of an article.
    pub(crate) fn entry(&self, article: ArticleId) -> Option<&Entry> {
        self.outline.as_ref()?.articles.get(*self.places.get(&article)?).filter(|e| e.article == article)
    }

    pub(super) fn main_mut(&mut self) -> Option<&mut Assembled> {
        self.articles.iter_mut().find(|a| a.role == Role::Main)
    }

    fn open(&mut self, id: ArticleId, role: Role) {
        if self.places.get(&id).is_none() {
            self.places.insert(id, self.articles.len());
            self.articles.push(Assembled::new(id, role));
        }
    }

    fn with(&mut self, article: ArticleId, act: impl FnOnce(&mut Assembled)) {
        if let Some(&at) = self.places.get(&article) {
            act(&mut self.articles[at]);
        }
    }

    /// The outline has the last word: on which articles there are, their order, and what is known of them.
    fn end(&mut self, outline: Box<Outline>) {
        let places = std::mem::take(&mut self.places);
        let mut open: Vec<Option<Assembled>> = std::mem::take(&mut self.articles).into_iter().map(Some).collect();
        for (nth, Entry { article: id, role, metadata, .. }) in outline.articles.iter().enumerate() {
            let known = places.get(id).and_then(|&at| open[at].take());
            let mut article = known.unwrap_or_else(|| Assembled::new(*id, *role));
            article.role = *role;
            article.metadata = metadata.clone();
            article.settled = article.blocks.len();
            article.closed = true;
            self.places.insert(*id, nth);
            self.articles.push(article);
        }
        self.outline = Some(outline);
    }
}

impl Assembled {
    fn new(id: ArticleId, role: Role) -> Self {
        Self { id, role, metadata: Metadata::default(), blocks: Vec::new(), settled: 0, closed: false, taken: None }
    }

    /// Its name in the changes.
    pub fn id(&self) -> ArticleId {
        self.id
    }

    /// What it is to the page.
    pub fn role(&self) -> Role {
        self.role
    }

    /// What is known of it besides its text.
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// Its blocks, in reading order.
    pub fn blocks(&self) -> &[Rc<Block>] {
        &self.blocks
    }

    /// How many of the first blocks will not change any more.
    pub fn settled(&self) -> usize {
        self.settled
    }

    /// Whether it is complete.
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// Takes the settled blocks out, so that what is written need not be kept.
    pub(super) fn take_settled(&mut self) -> Vec<Rc<Block>> {
        let rest = self.blocks.split_off(self.settled);
        self.settled = 0;
        let taken = std::mem::replace(&mut self.blocks, rest);
        self.taken = taken.last().map(|b| b.id).or(self.taken);
        taken
    }

    fn insert(&mut self, after: Option<BlockId>, block: Rc<Block>) {
        let at = match after {
            None => 0,
            Some(id) if self.taken == Some(id) => 0,
            Some(id) => match self.find(id) {
                Some(at) => at + 1,
                // The block before it is gone: the page's order decides.
                None => self.blocks.partition_point(|b| b.id < block.id),
            },
        };
        self.blocks.insert(at, block);
        if at < self.settled {
            self.settled += 1;
        }
    }

    fn remove(&mut self, id: BlockId) {
        if let Some(at) = self.find(id) {
            self.blocks.remove(at);
            if at < self.settled {
                self.settled -= 1;
            }
        }
    }

    fn settle(&mut self, id: BlockId) {
        if let Some(at) = self.find(id) {
            self.settled = self.settled.max(at + 1);
        }
    }

    /// Where a block stands. Ids rise nearly everywhere, so that halving finds nearly all.
    fn find(&self, id: BlockId) -> Option<usize> {
        if self.blocks.last().is_some_and(|b| b.id == id) {
            return Some(self.blocks.len() - 1);
        }
        let at = self.blocks.partition_point(|b| b.id < id);
        match self.blocks.get(at) {
            Some(block) if block.id == id => Some(at),
            _ => self.blocks.iter().position(|b| b.id == id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::{Content, Inline};
    use crate::label::Reason;

    const MAIN: ArticleId = ArticleId(0);

    fn append(id: u32, after: Option<u32>) -> Change {
        let block = Block {
            id: BlockId(id),
            frames: vec![],
            content: Content::Paragraph(Inline::plain("x")),
            anchors: vec![],
            lang: None,
            dir: None,
        };
        Change::Append { article: MAIN, after: after.map(BlockId), block: Rc::new(block) }
    }

    fn assembled(changes: impl IntoIterator<Item = Change>) -> Assembly {
        let mut assembly = Assembly::new();
        assembly.apply(Change::Open { article: MAIN, role: Role::Main });
        changes.into_iter().for_each(|c| assembly.apply(c));
        assembly
    }

    fn ids(assembly: &Assembly) -> Vec<u32> {
        assembly.articles()[0].blocks().iter().map(|b| b.id.0).collect()
    }

    #[test]
    fn blocks_stand_where_after_says() {
        let assembly =
            assembled([append(3, None), append(9, Some(3)), append(5, Some(3)), append(2, Some(9)), append(7, Some(2)), append(1, None)]);
        assert_eq!(ids(&assembly), [1, 3, 5, 9, 2, 7]);
    }

    #[test]
    fn a_block_whose_neighbour_was_taken_back_stands_in_page_order() {
        let gone = Change::Retract { article: MAIN, block: BlockId(4), reason: Reason::Promotion };
        let assembly = assembled([append(3, None), append(4, Some(3)), append(8, Some(4)), gone, append(5, Some(4))]);
        assert_eq!(ids(&assembly), [3, 5, 8]);
    }

    #[test]
    fn what_was_taken_out_still_orders_the_rest() {
        let mut assembly =
            assembled([append(3, None), append(4, Some(3)), append(9, Some(4)), Change::Settle { article: MAIN, block: BlockId(4) }]);
        let taken = assembly.main_mut().map(Assembled::take_settled).unwrap_or_default();
        assert_eq!(taken.len(), 2);
        assembly.apply(append(12, Some(4)));
        assert_eq!(ids(&assembly), [12, 9]);
    }
}

//! Boosted regression trees, read from a compact table: one probability for one row of features.
//!
//! The trees are grown by `train/train.py` (LightGBM) and written by it in this form, all numbers little-endian: `u16` number of
//! features, `u16` number of trees, `u16` number of inner nodes, `f32` scale of the leaves; then in columns, which compress best: for
//! every feature `u8`, how many thresholds it is asked for; the high bytes of all of them (`f16`, rising in each feature), then their
//! low bytes; for every node of every tree in pre-order `u8`, the feature it asks or [`LEAF`]; for every inner node, those of one feature
//! together, `u8`, which of the feature's thresholds it asks (go left where the value is at most that); for every leaf `i8`, to be
//! multiplied by the scale.

use super::features::Values;

/// Marks a leaf among the features.
const LEAF: u8 = 255;
/// Inner nodes of a tree, and leaves; the trainer grows up to 31 leaves, larger trees are damaged.
const INNER: usize = 32;

/// A forest of small trees.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    trees: Vec<Tree>,
}

/// A tree of a fixed size: a place in it is one byte, and need not be compared with how many there are.
#[derive(Clone, Copy, Debug, Default)]
struct Tree {
    nodes: [Node; INNER],
    leaves: [f32; INNER],
}

/// Where a tree goes on: an inner node, or a leaf behind [`INNER`].
type Side = u8;

#[derive(Clone, Copy, Debug)]
struct Node {
    threshold: f32,
    feature: u8,
    sides: [Side; 2],
}

/// Leads to the first leaf: all of a tree that asks nothing.
impl Default for Node {
    fn default() -> Self {
        Self { threshold: 0.0, feature: 0, sides: [INNER as Side; 2] }
    }
}

impl Model {
    /// Reads the table; `None` where it is damaged.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let mut at = Reader(bytes);
        let (features, trees, inner) = (at.u16()?, at.u16()?, usize::from(at.u16()?));
        let scale = at.f32()?;
        let leaves = inner + usize::from(trees);
        let known = at.bytes(usize::from(features))?;
        let total = known.iter().copied().map(usize::from).sum();
        let (high, low) = (at.bytes(total)?, at.bytes(total)?);
        let thresholds: Vec<f32> = high.iter().zip(low).map(|(&high, &low)| half(u16::from_le_bytes([low, high]))).collect();
        let asked = at.bytes(inner + leaves)?;
        let mut places = at.bytes(inner)?;
        let mut nodes = [0; 256];
        asked.iter().for_each(|&feature| nodes[usize::from(feature)] += 1);
        let mut start = 0;
        let mut asks = Vec::with_capacity(known.len());
        for (&count, nodes) in known.iter().zip(nodes) {
            let (own, rest) = places.split_at_checked(nodes)?;
            let end = start + usize::from(count);
            asks.push(Asks { thresholds: &thresholds[start..end], places: own });
            (start, places) = (end, rest);
        }
        let mut columns = Columns { features: asked, asks, leaves: at.bytes(leaves)?, scale };
        let trees = (0..trees).map(|_| columns.tree()).collect::<Option<_>>()?;
        (at.0.is_empty() && columns.features.is_empty()).then_some(Self { trees })
    }

    /// The probability for one row.
    pub(crate) fn probability(&self, row: &Values) -> f32 {
        let sum: f32 = self.trees.iter().map(|tree| tree.walk(row)).sum();
        1.0 / (1.0 + (-sum).exp())
    }
}

impl Tree {
    #[inline]
    fn walk(&self, values: &Values) -> f32 {
        let mut at = 0;
        while at < INNER {
            let node = &self.nodes[at];
            at = usize::from(node.sides[usize::from(values[usize::from(node.feature)] > node.threshold)]);
        }
        self.leaves[at % INNER]
    }
}

/// What is left of each column.
struct Columns<'b> {
    features: &'b [u8],
    asks: Vec<Asks<'b>>,
    leaves: &'b [u8],
    scale: f32,
}

/// What one feature is asked.
struct Asks<'b> {
    thresholds: &'b [f32],
    /// Which of them each further node asks.
    places: &'b [u8],
}

impl Columns<'_> {
    fn tree(&mut self) -> Option<Tree> {
        let mut tree = Tree::default();
        self.node(&mut tree, &mut 0, &mut 0)?;
        Some(tree)
    }

    /// Reads a node and all below it, behind so many inner nodes and so many leaves.
    fn node(&mut self, tree: &mut Tree, inner: &mut usize, leaves: &mut usize) -> Option<Side> {
        let feature = next(&mut self.features)?;
        if feature == LEAF {
            let value = i8::from_le_bytes([next(&mut self.leaves)?]);
            *tree.leaves.get_mut(*leaves)? = f32::from(value) * self.scale;
            *leaves += 1;
            return Some((INNER + *leaves - 1) as Side);
        }
        let asks = self.asks.get_mut(usize::from(feature))?;
        let threshold = *asks.thresholds.get(usize::from(next(&mut asks.places)?))?;
        let at = *inner;
        *tree.nodes.get_mut(at)? = Node { threshold, feature, ..Node::default() };
        *inner += 1;
        for side in 0..2 {
            tree.nodes[at].sides[side] = self.node(tree, inner, leaves)?;
        }
        Some(at as Side)
    }
}

fn next(column: &mut &[u8]) -> Option<u8> {
    let (&first, rest) = column.split_first()?;
    *column = rest;
    Some(first)
}

/// IEEE 754 half precision; the table holds no infinities.
fn half(bits: u16) -> f32 {
    /// 2⁻²⁴, the step of the smallest numbers.
    const STEP: f32 = 1.0 / (1 << 24) as f32;
    let (sign, exponent, fraction) = (u32::from(bits >> 15), u32::from(bits >> 10 & 31), u32::from(bits & 1023));
    if exponent == 0 {
        return if sign == 1 { -STEP } else { STEP } * fraction as f32;
    }
    // The exponent counts from 127 here, and from 15 there.
    f32::from_bits(sign << 31 | (exponent + 112) << 23 | fraction << 13)
}

struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*head)
    }

    fn bytes(&mut self, count: usize) -> Option<&'b [u8]> {
        let (head, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(head)
    }

    fn u16(&mut self) -> Option<u16> {
        self.take().map(u16::from_le_bytes)
    }

    fn f32(&mut self) -> Option<f32> {
        self.take().map(f32::from_le_bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stump_decides_by_its_feature() {
        // One feature, one tree, one inner node, scale 1; one threshold, 0.5 (f16 0x3800); node: feature 0, its first threshold,
        // leaves -2 and 3.
        let table = [1, 0, 1, 0, 1, 0, 0, 0, 128, 63, 1, 56, 0, 0, 255, 255, 0, 254, 3];
        let model = Model::read(&table).unwrap();
        let row = |value| std::array::from_fn(|feature| if feature == 0 { value } else { 0.0 });
        assert!(model.probability(&row(0.2)) < 0.2);
        assert!(model.probability(&row(0.9)) > 0.9);
    }

    #[test]
    fn a_damaged_table_is_refused() {
        let table = [1, 0, 1, 0, 1, 0, 0, 0, 128, 63, 1, 56, 0, 0, 255, 255, 0, 254, 3];
        for end in 0..table.len() {
            assert!(Model::read(&table[..end]).is_none(), "cut at {end}");
        }
        for (what, at) in [("a feature that is not there", 13), ("a threshold that is not there", 16)] {
            let mut damaged = table;
            damaged[at] = 1;
            assert!(Model::read(&damaged).is_none(), "{what}");
        }
    }
}

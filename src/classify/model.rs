//! Boosted regression trees, read from a compact table: one probability for one row of features.
//!
//! The trees are grown by `cargo xtask train` (LightGBM) and written by it in this form, all numbers little-endian:
//! `u16` number of features, `u16` number of trees, `f32` scale of the leaves; then for each tree `u8` number of inner nodes and
//! for each of them in pre-order: `u8` feature, `f16` threshold (go left where the value is at most that), and one `i16` for
//! each side: a node's index, or the leaf's value when negative (`-1 - n`, where n indexes the tree's leaves); then the leaves,
//! `i16` each, to be multiplied by the scale.

/// A forest of small trees.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    features: usize,
    nodes: Vec<Node>,
    /// The first node of each tree.
    roots: Vec<u32>,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    feature: u8,
    threshold: f32,
    sides: [Side; 2],
}

#[derive(Clone, Copy, Debug)]
enum Side {
    Node(u32),
    Leaf(f32),
}

impl Model {
    /// Reads the table; `None` where it is damaged.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let mut at = Reader(bytes);
        let features = usize::from(at.u16()?);
        let trees = at.u16()?;
        let scale = at.f32()?;
        let mut model = Self { features, nodes: Vec::new(), roots: Vec::new() };
        for _ in 0..trees {
            model.tree(&mut at, scale)?;
        }
        at.0.is_empty().then_some(model)
    }

    fn tree(&mut self, at: &mut Reader<'_>, scale: f32) -> Option<()> {
        let count = usize::from(at.u8()?);
        let first = self.nodes.len() as u32;
        let mut sides = Vec::with_capacity(count);
        for _ in 0..count {
            let feature = at.u8()?;
            let threshold = at.f16()?;
            sides.push([at.i16()?, at.i16()?]);
            if usize::from(feature) >= self.features {
                return None;
            }
            self.nodes.push(Node { feature, threshold, sides: [Side::Leaf(0.0); 2] });
        }
        let leaves = (0..=count).map(|_| at.i16().map(|v| f32::from(v) * scale)).collect::<Option<Vec<_>>>()?;
        for (i, pair) in sides.into_iter().enumerate() {
            for (side, value) in pair.into_iter().enumerate() {
                self.nodes[first as usize + i].sides[side] = match usize::try_from(value) {
                    // Children stand behind their parent, so that walking always ends.
                    Ok(child) if child > i && child < count => Side::Node(first + child as u32),
                    Ok(_) => return None,
                    Err(_) => Side::Leaf(*leaves.get(usize::try_from(-1 - i32::from(value)).ok()?)?),
                };
            }
        }
        self.roots.push(first);
        Some(())
    }

    /// The probability for one row; missing features count as 0.
    pub(crate) fn probability(&self, row: &[f32]) -> f32 {
        let sum: f32 = self.roots.iter().map(|&root| self.walk(root, row)).sum();
        1.0 / (1.0 + (-sum).exp())
    }

    fn walk(&self, root: u32, row: &[f32]) -> f32 {
        let mut at = root;
        loop {
            let Some(node) = self.nodes.get(at as usize) else { return 0.0 };
            let value = row.get(usize::from(node.feature)).copied().unwrap_or(0.0);
            match node.sides[usize::from(value > node.threshold)] {
                Side::Node(next) => at = next,
                Side::Leaf(value) => return value,
            }
        }
    }
}

struct Reader<'b>(&'b [u8]);

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*head)
    }

    fn u8(&mut self) -> Option<u8> {
        self.take().map(|[b]| b)
    }

    fn u16(&mut self) -> Option<u16> {
        self.take().map(u16::from_le_bytes)
    }

    fn i16(&mut self) -> Option<i16> {
        self.take().map(i16::from_le_bytes)
    }

    fn f32(&mut self) -> Option<f32> {
        self.take().map(f32::from_le_bytes)
    }

    /// IEEE 754 half precision; the table holds no infinities.
    fn f16(&mut self) -> Option<f32> {
        let bits = self.u16()?;
        let sign = if bits >> 15 == 1 { -1.0 } else { 1.0 };
        let (exponent, fraction) = (i32::from(bits >> 10 & 31), f32::from(bits & 1023));
        Some(sign * if exponent == 0 { fraction * 2_f32.powi(-24) } else { (1024.0 + fraction) * 2_f32.powi(exponent - 25) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stump_decides_by_its_feature() {
        // one feature, one tree, scale 1; node: feature 0 <= 0.5 (f16 0x3800); leaves -2 and 3
        let table = [1, 0, 1, 0, 0, 0, 128, 63, 1, 0, 0, 56, 255, 255, 254, 255, 254, 255, 3, 0];
        let model = Model::read(&table).unwrap();
        assert!(model.probability(&[0.2]) < 0.2);
        assert!(model.probability(&[0.9]) > 0.9);
        assert!(Model::read(&table[..19]).is_none());
    }
}

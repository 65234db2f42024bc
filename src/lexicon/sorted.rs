//! Sorted numbers in few bytes: the distances between them in Golomb-Rice code (R. F. Rice, "Some Practical Universal Noiseless Coding
//! Techniques", 1979), which hashes come within a fiftieth of the least that they can take. Shared with the build script and the developer
//! verb that make the tables, so it names nothing else.

/// Packs numbers, none smaller than the one before: how many they are (four bytes), how many low bits of each distance stand as they are (one
/// byte), then for each distance what is above these in ones, a zero, and the low bits; from the lowest bit of each byte on.
#[allow(dead_code, reason = "who makes a table packs")]
pub(crate) fn pack(numbers: &[u32]) -> Vec<u8> {
    let distances: Vec<u32> = numbers.iter().scan(0, |last, &n| Some(n - std::mem::replace(last, n))).collect();
    let length = |low: u32| distances.iter().map(|d| u64::from((d >> low) + low)).sum::<u64>();
    let low = (0..u32::BITS).min_by_key(|&low| length(low)).unwrap_or_default();
    let mut packed = (numbers.len() as u32).to_le_bytes().to_vec();
    packed.push(low as u8);
    let mut bits = Vec::new();
    for distance in distances {
        bits.extend((0..distance >> low).map(|_| true));
        bits.push(false);
        bits.extend((0..low).map(|bit| distance >> bit & 1 == 1));
    }
    packed.extend(bits.chunks(8).map(|byte| byte.iter().rev().fold(0, |sum, &bit| sum << 1 | u8::from(bit))));
    packed
}

/// The numbers that were packed, and what stands behind them.
#[allow(dead_code, reason = "who reads a table unpacks")]
pub(crate) fn unpack(packed: &[u8]) -> (Vec<u32>, &[u8]) {
    let Some((&[a, b, c, d, low], packed)) = packed.split_first_chunk() else { return Default::default() };
    let mut bits = Bits { bytes: packed, held: 0, count: 0 };
    let mut last = 0_u32;
    let mut next = |_| {
        let distance = bits.ones().wrapping_shl(low.into()) | bits.low(low.into());
        last = last.wrapping_add(distance);
        last
    };
    let numbers = (0..u32::from_le_bytes([a, b, c, d])).map(&mut next).collect();
    // Whole bytes that were taken too early.
    let early = (bits.count / 8) as usize;
    (numbers, &packed[packed.len() - bits.bytes.len() - early..])
}

/// Bits, from the lowest of each byte on; zeros behind the last.
struct Bits<'b> {
    bytes: &'b [u8],
    held: u64,
    /// Bits that are held.
    count: u32,
}

impl Bits<'_> {
    /// Bits that are held then, at least, where there are as many.
    const FILLED: u32 = u64::BITS - 7;

    fn fill(&mut self) {
        while self.count < Self::FILLED {
            let Some((byte, rest)) = self.bytes.split_first() else { return };
            self.held |= u64::from(*byte) << self.count;
            self.count += 8;
            self.bytes = rest;
        }
    }

    fn skip(&mut self, bits: u32) {
        self.held = self.held.checked_shr(bits).unwrap_or_default();
        self.count = self.count.saturating_sub(bits);
    }

    /// How many ones come before the next zero, which is taken, too.
    fn ones(&mut self) -> u32 {
        let mut sum = 0;
        loop {
            self.fill();
            let ones = self.held.trailing_ones();
            sum += ones;
            if ones < self.count {
                self.skip(ones + 1);
                return sum;
            }
            self.skip(ones);
            if self.bytes.is_empty() {
                return sum;
            }
        }
    }

    /// A number of so many bits.
    fn low(&mut self, bits: u32) -> u32 {
        self.fill();
        let number = self.held & ((1 << bits) - 1);
        self.skip(bits);
        number as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packing_keeps_every_number() {
        for numbers in [
            vec![],
            vec![0],
            vec![0, 0, 1, 127, 128, 300, 70_000, u32::MAX],
            (0..1000).map(|n| n * n * 7).collect(),
            [vec![0; 4000], vec![u32::MAX]].concat(),
        ] {
            let packed = [pack(&numbers), vec![1, 2]].concat();
            assert_eq!(unpack(&packed), (numbers, &[1, 2][..]));
        }
    }

    #[test]
    fn a_table_that_ends_early_is_no_fault() {
        let packed = pack(&[7, 70_000, u32::MAX]);
        for end in 0..packed.len() {
            unpack(&packed[..end]);
        }
    }
}

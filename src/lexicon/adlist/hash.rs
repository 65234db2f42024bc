//! Names as hashes, and a sorted list of them in few bytes. Shared with the developer verb that makes the list, so it
//! names nothing else.

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Class,
    Id,
}

/// Bits of the hash that are kept of a name with "ad" in it, as nine of ten names of the list have and one of ten on a page: of 100,000
/// such names 35 meet one of the list by chance.
const AD_BITS: u32 = 25;
/// The same of other names: of a million two meet one of the list.
const OTHER_BITS: u32 = 29;

/// FNV-1a of the selector, its high bits; case counts, as it does in selectors. Names without "ad" come behind those with it.
pub(crate) fn hash(kind: Kind, name: &str) -> u32 {
    let sign = match kind {
        Kind::Class => b'.',
        Kind::Id => b'#',
    };
    let hash: u32 =
        std::iter::once(sign).chain(name.bytes()).fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    if name.as_bytes().windows(2).any(|pair| pair.eq_ignore_ascii_case(b"ad")) {
        hash >> (u32::BITS - AD_BITS)
    } else {
        (1 << AD_BITS) + (hash >> (u32::BITS - OTHER_BITS))
    }
}

/// Sorts, and writes each hash as its distance to the one before (LEB128).
#[allow(dead_code, reason = "the developer verb packs")]
pub(crate) fn pack(mut hashes: Vec<u32>) -> Vec<u8> {
    hashes.sort_unstable();
    hashes.dedup();
    let mut packed = Vec::with_capacity(hashes.len() * 3);
    let mut last = 0;
    for hash in hashes {
        let mut distance = hash - last;
        last = hash;
        while distance >= 0x80 {
            packed.push(distance as u8 | 0x80);
            distance >>= 7;
        }
        packed.push(distance as u8);
    }
    packed
}

/// The hashes that were packed, in order.
#[allow(dead_code, reason = "the crate unpacks")]
pub(crate) fn unpack(packed: &[u8]) -> Vec<u32> {
    let mut hashes = Vec::with_capacity(packed.len() / 2);
    let (mut hash, mut distance, mut shift) = (0_u32, 0_u32, 0);
    for byte in packed {
        distance |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or_default();
        shift += 7;
        if byte & 0x80 == 0 {
            hash = hash.wrapping_add(distance);
            hashes.push(hash);
            (distance, shift) = (0, 0);
        }
    }
    hashes
}

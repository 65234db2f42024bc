//! Names as hashes. Shared with the developer verb that makes the list, so it names nothing else.

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

/// Whether a hash is that of a name with "ad" in it: their table stands before that of the others, as they lie closer.
#[allow(dead_code, reason = "the developer verb packs")]
pub(crate) fn is_of_ad(hash: u32) -> bool {
    hash < 1 << AD_BITS
}

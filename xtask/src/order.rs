//! Functions of like code side by side: what packs the wasm finds again what it has just seen.

use anyhow::{Context, Result};
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, VecDeque};
use std::fs;
use std::path::Path;
use wasm_encoder::{NameMap, NameSection, Section};
use wasmparser::{Parser, Payload, TypeRef};

/// Bytes of the pieces of code that functions are compared by: a few instructions. Of 5, 6, 8 and 10 the best.
const PIECE: usize = 6;
/// Functions that hold a piece; one that more of them hold says nothing.
const COMMON: usize = 60;
/// Bytes of code before a function that it should be like; deflate sees 32 kB, brotli more. With 8 thousand brotli saves 0.3 kB more, and
/// the zips, which are what people install, 0.7 kB less.
const REACH: usize = 20_000;
/// Pieces that each function counts as having besides its own, as short ones are like many.
const SHORT: usize = 20;

/// Names each function after its place in an order in which it is like those before it, for `wasm-opt` to sort them by.
pub(crate) fn name_by_place(wasm: &Path) -> Result<()> {
    let mut bytes = fs::read(wasm)?;
    let (imported, bodies) = functions(&bytes)?;
    let mut places = vec![0; bodies.len()];
    like_beside_like(&bodies).into_iter().enumerate().for_each(|(place, function)| places[function] = place);
    let mut map = NameMap::new();
    (imported..).zip(places).for_each(|(index, place)| map.append(index, &format!("{place:06}")));
    let mut section = NameSection::new();
    section.functions(&map);
    section.append_to(&mut bytes);
    fs::write(wasm, bytes).context("the named wasm")
}

/// How many functions are imported, and the code of the others.
fn functions(wasm: &[u8]) -> Result<(u32, Vec<&[u8]>)> {
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(&wasm[body.range()]),
            _ => {}
        }
    }
    Ok((imported, bodies))
}

/// The functions in an order that begins with the longest, each like as much as can be of what stands before it. The same for the same code.
fn like_beside_like(bodies: &[&[u8]]) -> Vec<usize> {
    let mut holders: HashMap<&[u8], BTreeSet<usize>> = HashMap::new();
    for (function, body) in bodies.iter().enumerate() {
        body.windows(PIECE).for_each(|piece| _ = holders.entry(piece).or_default().insert(function));
    }
    let telling: Vec<BTreeSet<usize>> = holders.into_values().filter(|held| (2..COMMON).contains(&held.len())).collect();
    let mut pieces = vec![Vec::new(); bodies.len()];
    telling.iter().enumerate().for_each(|(piece, held)| held.iter().for_each(|function| pieces[*function].push(piece)));

    let mut left: BTreeSet<usize> = (0..bodies.len()).collect();
    let mut order = Vec::with_capacity(bodies.len());
    // How often each piece is in reach, and how many pieces in reach each function has.
    let (mut seen, mut shared) = (vec![0_u32; telling.len()], vec![0_usize; bodies.len()]);
    let (mut reach, mut bytes) = (VecDeque::new(), 0);
    let mut next = left.iter().copied().max_by_key(|one| (bodies[*one].len(), Reverse(*one)));
    while let Some(one) = next {
        left.remove(&one);
        order.push(one);
        reach.push_back(one);
        bytes += bodies[one].len();
        for piece in &pieces[one] {
            seen[*piece] += 1;
            if seen[*piece] == 1 {
                telling[*piece].iter().for_each(|function| shared[*function] += 1);
            }
        }
        while bytes > REACH && reach.len() > 1 {
            let Some(far) = reach.pop_front() else { break };
            bytes -= bodies[far].len();
            for piece in &pieces[far] {
                seen[*piece] -= 1;
                if seen[*piece] == 0 {
                    telling[*piece].iter().for_each(|function| shared[*function] -= 1);
                }
            }
        }
        let weight = |one: usize| pieces[one].len() + SHORT;
        next = left.iter().copied().max_by(|a, b| (shared[*a] * weight(*b)).cmp(&(shared[*b] * weight(*a))).then(b.cmp(a)));
    }
    order
}

#[cfg(test)]
mod tests {
    use super::like_beside_like;

    #[test]
    fn functions_of_like_code_lie_side_by_side() {
        let bodies: [&[u8]; 4] = [b"a long function about ferries", b"what cheese costs", b"one about ferries", b"and what cheese weighs"];
        let order = like_beside_like(&bodies);
        assert_eq!(order[..2], [0, 2]);
    }
}

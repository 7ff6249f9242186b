//! The documents of a word as they lie in the file: the gaps between their numbers, or a bit for each
//! document where that is shorter.

use std::io;

use super::Docs;
use super::bytes::Bytes;
use super::bytes::damage;
use super::bytes::push_short;
use super::bytes::seal;
use super::bytes::sealed;
use super::bytes::to_u32;
use super::reference::FEW;

const GAPS: u8 = 0;
const BITS: u8 = 1;

/// Writes the gaps between `docs`.
pub(super) fn push_gaps(docs: &[u32], out: &mut Vec<u8>) {
    let mut before = 0;
    for &doc in docs {
        push_short(doc - before, |byte| out.push(byte));
        before = doc;
    }
}

/// Adds documents whose gaps are all that is left of `bytes`.
pub(super) fn gaps_into(mut bytes: Bytes<'_>, docs: &mut Docs) -> io::Result<()> {
    let mut doc = 0u32;
    while !bytes.0.is_empty() {
        doc = doc.checked_add(bytes.short()?).ok_or_else(damage)?;
        if !docs.set(doc) {
            return Err(damage());
        }
    }
    Ok(())
}

/// Writes a few documents, with a checksum.
pub(super) fn push_few(docs: &[u32], out: &mut Vec<u8>) -> io::Result<()> {
    let start = out.len();
    push_short(to_u32(docs.len())?, |byte| out.push(byte));
    push_gaps(docs, out);
    seal(start, out);
    Ok(())
}

/// Bytes of a few documents, at most: how many, the gaps between them, the checksum.
pub(super) const LONGEST_FEW: u64 = 1 + 5 * FEW as u64 + 4;

/// Adds a few documents that `bytes` begin with.
pub(super) fn few_into(bytes: &[u8], docs: &mut Docs) -> io::Result<()> {
    let mut rest = Bytes(bytes);
    let mut doc = 0u32;
    for _ in 0..rest.short()? {
        doc = doc.checked_add(rest.short()?).ok_or_else(damage)?;
        if !docs.set(doc) {
            return Err(damage());
        }
    }
    rest.u32()?;
    sealed(Bytes(bytes).take(bytes.len() - rest.0.len())?).map(drop)
}

/// Writes `docs`, of as many documents as `all`, with a checksum.
pub(super) fn push_list(docs: &[u32], all: usize, out: &mut Vec<u8>) {
    let start = out.len();
    out.push(GAPS);
    push_gaps(docs, out);
    let as_bits = all.div_ceil(64) * 8;
    if out.len() - start > as_bits {
        out.truncate(start);
        let mut set = Docs::none(all);
        docs.iter().for_each(|&doc| {
            set.set(doc);
        });
        return push_bits(&set, out);
    }
    seal(start, out);
}

/// Writes a set, with a checksum.
pub(super) fn push_bits(docs: &Docs, out: &mut Vec<u8>) {
    let start = out.len();
    if docs.is_empty() {
        out.push(GAPS);
        return seal(start, out);
    }
    out.push(BITS);
    docs.bits().iter().for_each(|word| out.extend_from_slice(&word.to_le_bytes()));
    seal(start, out);
}

/// Adds the documents of a list with a checksum.
pub(super) fn list_into(bytes: &[u8], docs: &mut Docs) -> io::Result<()> {
    match sealed(bytes)?.split_first() {
        Some((&GAPS, gaps)) => gaps_into(Bytes(gaps), docs),
        Some((&BITS, bits)) if bits.len() == docs.bits().len() * 8 => {
            docs.set_bits(Bytes(bits).u64s());
            Ok(())
        }
        _ => Err(damage()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Doc;

    #[test]
    fn lists_come_back_whichever_way_is_shorter() {
        for step in [1, 2, 7, 9, 300] {
            let docs: Vec<u32> = (3..5000).step_by(step).collect();
            let mut bytes = Vec::new();
            push_list(&docs, 5000, &mut bytes);
            assert!(bytes.len() <= 5000 / 8 + 16);
            let mut found = Docs::none(5000);
            list_into(&bytes, &mut found).unwrap();
            assert!(found.iter().eq(docs.iter().copied().map(Doc)));
            bytes[1] ^= 1;
            assert!(list_into(&bytes, &mut found).is_err());
        }
    }

    #[test]
    fn numbers_beyond_the_last_are_damage() {
        let mut bytes = Vec::new();
        push_list(&[700], 1000, &mut bytes);
        assert!(list_into(&bytes, &mut Docs::none(640)).is_err());
    }
}

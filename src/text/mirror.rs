//! L4: what a bracket or sign looks like in a run from right to left.
//!
//! `unicode-bidi-mirroring` 0.4.0 seeks the second of a pair in a column that is not sorted, and so
//! misses some, among them `≥`. Those are listed here.

use unicode_bidi_mirroring::get_mirrored;

/// The character as it is shown from right to left.
pub(super) fn mirror(c: char) -> char {
    get_mirrored(c).or_else(|| missed(c)).unwrap_or(c)
}

const fn missed(c: char) -> Option<char> {
    Some(match c {
        '\u{223d}' => '\u{223c}',
        '\u{224c}' => '\u{2245}',
        '\u{2253}' => '\u{2252}',
        '\u{2255}' => '\u{2254}',
        '\u{2265}' => '\u{2264}',
        '\u{22a3}' => '\u{22a2}',
        '\u{22cd}' => '\u{2243}',
        '\u{27dc}' => '\u{22b8}',
        '\u{298f}' => '\u{298e}',
        '\u{2990}' => '\u{298d}',
        '\u{299b}' => '\u{2221}',
        '\u{29a0}' => '\u{2222}',
        '\u{29a3}' => '\u{2220}',
        '\u{29b8}' => '\u{2298}',
        '\u{29f5}' => '\u{2215}',
        '\u{2ade}' => '\u{22a6}',
        '\u{2ae3}' => '\u{22a9}',
        '\u{2ae4}' => '\u{22a8}',
        '\u{2ae5}' => '\u{22ab}',
        '\u{2aee}' => '\u{2224}',
        '\u{2bfe}' => '\u{221f}',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_of_every_pair_are_mirrored() {
        for c in '\0'..char::MAX {
            assert_eq!(mirror(mirror(c)), c, "U+{:04X}", u32::from(c));
        }
        assert_eq!(mirror('≥'), '≤');
    }
}

//! The bidi classes of characters, without a search for those of most texts.

use std::sync::LazyLock;

use unicode_bidi::{BidiClass, BidiDataSource, HardcodedBidiData, bidi_class};

/// From Latin by way of Hebrew, Arabic and the scripts of India to general punctuation.
static TABLE: LazyLock<[BidiClass; 0x2070]> = LazyLock::new(|| {
    std::array::from_fn(|code| {
        let c = u32::try_from(code).ok().and_then(char::from_u32).unwrap_or_default();
        bidi_class(c)
    })
});

/// `BidiClass` of UAX #9, table 4.
pub(in crate::text) fn class(c: char) -> BidiClass {
    TABLE.get(c as usize).copied().unwrap_or_else(|| bidi_class(c))
}

/// BD14, BD15: for a bracket of class ON the opening one of its pair, and whether it is that itself.
/// Canonically equivalent brackets have one opening bracket.
pub(super) fn bracket(c: char) -> Option<(char, bool)> {
    let may_be = match c {
        '(' | ')' | '[' | ']' | '{' | '}' => true,
        _ => matches!(c, '\u{f3a}'..='\u{f3d}' | '\u{169b}' | '\u{169c}') || c >= '\u{2045}',
    };
    let matched = may_be.then(|| HardcodedBidiData.bidi_matched_opening_bracket(c)).flatten()?;
    Some((matched.opening, matched.is_open))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_brackets_are_known() {
        for c in '\0'..=char::MAX {
            let known = HardcodedBidiData.bidi_matched_opening_bracket(c);
            assert_eq!(bracket(c), known.map(|known| (known.opening, known.is_open)), "{c:?}");
        }
    }
}

//! The symbols of single characters, ready made: to put one together from its bytes costs more than all
//! else that is done for a cell, since what is written byte by byte cannot be read as a whole at once.

use std::sync::LazyLock;

use compact_str::CompactString;

/// Latin, Greek, Cyrillic, Hebrew and Arabic.
static TABLE: LazyLock<[CompactString; 0x700]> = LazyLock::new(|| {
    std::array::from_fn(|code| {
        let c = u32::try_from(code).ok().and_then(char::from_u32).unwrap_or_default();
        CompactString::from_iter([c])
    })
});

/// A character as a cell holds it.
pub(super) fn symbol(c: char) -> CompactString {
    TABLE.get(c as usize).cloned().unwrap_or_else(|| CompactString::from_iter([c]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_itself() {
        for c in '\0'..='\u{2fff}' {
            assert_eq!(symbol(c), c.to_string());
        }
    }
}

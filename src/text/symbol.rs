//! The symbols of single characters, ready made: to put one together costs more than all else that is done
//! for a cell, since what was just written byte by byte cannot be read as a whole at once.

use std::sync::LazyLock;

use compact_str::CompactString;

/// Latin, Greek, Cyrillic, Hebrew and Arabic.
const LETTERS: usize = 0x700;
/// General punctuation, which follows them here.
const PUNCTUATION: usize = 0x2000;
const SIZE: usize = LETTERS + 0x40;

static TABLE: LazyLock<[CompactString; SIZE]> = LazyLock::new(|| {
    std::array::from_fn(|place| {
        let code = if place < LETTERS { place } else { PUNCTUATION + place - LETTERS };
        u32::try_from(code).ok().and_then(char::from_u32).into_iter().collect()
    })
});

/// A character as a cell holds it, if it is one of those that most texts are written in.
pub(super) fn symbol(c: char) -> Option<&'static CompactString> {
    let place = match c as usize {
        code @ ..LETTERS => code,
        code @ PUNCTUATION.. => code - PUNCTUATION + LETTERS,
        _ => return None,
    };
    TABLE.get(place)
}

#[cfg(test)]
mod tests {
    use super::super::kind::Kinds;
    use super::super::mirror::mirror;
    use super::*;

    #[test]
    fn each_is_itself() {
        for c in '\0'..='\u{3000}' {
            assert!(symbol(c).is_none_or(|symbol| *symbol == c.to_string()));
        }
    }

    #[test]
    fn all_plain_characters_have_one_and_so_have_the_mirrored() {
        for c in ('\0'..=char::MAX).filter(|c| Kinds::new().of(*c).is_base()) {
            assert!(symbol(c).is_some() && symbol(mirror(c)).is_some(), "{c:?}");
        }
    }
}

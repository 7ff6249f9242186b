//! Arabic that was stored in its shapes, as the code pages of terminals have it: which order the
//! letters stand in, and which letters they are.

use unicode_normalization::UnicodeNormalization;

/// The shapes that a word can only begin with or go on with, in the code page that has but two shapes
/// for most letters.
const OPEN: &str = "ﺑﺗﺛﺟﺣﺧﺳﺷﺻﺿﻓﻗﻛﻟﻣﻧﻫﻳﻋﻏﺋ";

/// The shapes of the same letters that a word can only end with.
const CLOSED: &str = "ﺏﺕﺙﺝﺡﺥﺱﺵﺹﺽﻑﻕﻙﻝﻡﻥﻩﻱﻉﻍﻯﻰﻲﻊﻎ";

/// Whether the lines are written as they are seen: words then begin with the shapes that end them.
pub(super) fn is_visual_arabic(text: &str) -> bool {
    let is_shape = |c: char| matches!(c, '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    let (mut visual, mut logical) = (0, 0);
    for word in text.split(|c: char| !is_shape(c)).filter(|word| word.chars().nth(1).is_some()) {
        let (first, last) = (word.chars().next(), word.chars().next_back());
        let is = |c: Option<char>, set: &str| c.is_some_and(|c| set.contains(c));
        visual += usize::from(is(first, CLOSED)) + usize::from(is(last, OPEN));
        logical += usize::from(is(last, CLOSED)) + usize::from(is(first, OPEN));
    }
    visual > logical
}

/// The letters that the shapes are of. The order is not changed.
pub(super) fn to_letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{fe7d}' => letters.push('\u{651}'),
            '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
                letters.extend(std::iter::once(c).nfkc());
            }
            _ => letters.push(c),
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_tell_the_order() {
        assert!(is_visual_arabic("ﻡﻼﺳ ﻪﻴﻠﻋ ﺏﺎﺘﻛ ﻦﻣ ﻙ"));
        assert!(!is_visual_arabic("ﺳﻼﻡ ﻛﺘﺎﺏ ﻣﻦ"));
        assert!(!is_visual_arabic("no Arabic"));
    }

    #[test]
    fn shapes_become_letters_and_ligatures_two() {
        assert_eq!(to_letters("ﺳﻼﻡ 12 ﻛﺘﺎﺏ"), "سلام 12 كتاب");
    }
}

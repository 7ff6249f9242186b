//! Letters that Unicode has no forms for, though people read them every day: those of another letter
//! show them, with a mark where one is needed to tell the two apart.
//!
//! What a letter is made of is said by its line in Unicode's ArabicShaping.txt (`HAH WITH HAMZA
//! ABOVE`). A mark is taken only where it says the same and terminals' fonts have it: rings, dots and
//! small v's are those of the Latin block, which monospaced fonts have and most lack in Arabic. The
//! marks belong to the letter and stay when vowel signs are hidden.
//!
//! Standing alone, a letter is shown by itself and needs no mark. So is, in any place, a letter that
//! no mark makes: three dots pointing down (ٽ ڏ), four dots (ڙ), three dots up, for which fonts have
//! no mark (څ ڠ ڷ), the swash kaf of Sindhi (ڪ: without its swash it is another letter), yeh with
//! tail (ۍ), a wavy hamza above (ٲ), the ring within a waw (ۄ). Nothing reaches out to these.

use super::{Shapes, own};

/// The shapes of a letter that are made of others.
pub(super) fn shapes(letter: char) -> Option<Shapes> {
    match letter {
        NOON_GHUNNA => Some(NOON_GHUNNA_SHAPES),
        NYA => Some(NYA_SHAPES),
        _ => {
            let at = COMPOSED.binary_search_by_key(&letter, |row| row.0).ok()?;
            let &(_, alike, marks) = COMPOSED.get(at)?;
            let shapes = own(alike)?;
            let isolated = if marks.is_empty() { shapes.isolated } else { letter };
            Some(Shapes { isolated, marks: [marks, marks], ..shapes })
        }
    }
}

/// Joins on both sides since Unicode 6.3 but has two forms only; between letters it is drawn with a
/// dot, as noon.
const NOON_GHUNNA: char = '\u{6ba}';
const NOON_GHUNNA_SHAPES: Shapes = Shapes {
    isolated: '\u{fb9e}',
    last: '\u{fb9f}',
    initial: '\u{fee7}',
    medial: '\u{fee8}',
    marks: ["", ""],
};

/// Jawi. At a word's end a noon with three dots above, inside it the tooth of peh with three below.
const NYA: char = '\u{6bd}';
const NYA_SHAPES: Shapes = Shapes {
    isolated: NYA,
    last: '\u{fb9f}',
    initial: '\u{fb58}',
    medial: '\u{fb59}',
    marks: ["\u{6db}", ""],
};

/// Letter, the letter whose forms look alike, the marks that make up the difference; sorted by letter.
#[rustfmt::skip]
const COMPOSED: &[(char, char, &str)] = &[
    // Kashmiri yeh: dotless yeh with separate ring below.
    ('\u{620}', '\u{649}', "\u{325}"),
    // Azerbaijani: Farsi yeh with inverted v above.
    ('\u{63d}', '\u{6cc}', "\u{65b}"),
    // Kashmiri: alef with wavy hamza below.
    ('\u{673}', '\u{627}', "\u{65f}"),
    // Pashto: teh with ring, hah with hamza above, dal with ring.
    ('\u{67c}', '\u{62a}', "\u{325}"),
    ('\u{681}', '\u{62d}', "\u{654}"),
    ('\u{689}', '\u{62f}', "\u{325}"),
    // Sindhi, in older books: dal with dot below.
    ('\u{68a}', '\u{62f}', "\u{323}"),
    // Pashto: reh with ring.
    ('\u{693}', '\u{631}', "\u{325}"),
    // Sorani: reh with v below.
    ('\u{695}', '\u{631}', "\u{32c}"),
    // Pashto: reh with dot above, which is zain, and dot below; seen with both.
    ('\u{696}', '\u{632}', "\u{323}"),
    ('\u{69a}', '\u{633}', "\u{323}\u{307}"),
    // Pashto: keheh with ring below.
    ('\u{6ab}', '\u{6a9}', "\u{325}"),
    // Jawi gaf as some write it: kaf with dot above.
    ('\u{6ac}', '\u{643}', "\u{307}"),
    // Sorani: lam with v above.
    ('\u{6b5}', '\u{644}', "\u{65a}"),
    // Pashto: noon with ring.
    ('\u{6bc}', '\u{646}', "\u{325}"),
    // Urdu: heh goal with hamza above; teh marbuta goal, which looks like teh marbuta.
    ('\u{6c2}', '\u{6c1}', "\u{654}"),
    ('\u{6c3}', '\u{629}', ""),
    // Southern Kurdish: waw with two dots above.
    ('\u{6ca}', '\u{648}', "\u{308}"),
    // Sorani: Farsi yeh with v above.
    ('\u{6ce}', '\u{6cc}', "\u{65a}"),
    // Jawi: waw with dot above.
    ('\u{6cf}', '\u{648}', "\u{307}"),
    // Sorani and Uyghur: ae, which looks like heh at a word's end.
    ('\u{6d5}', '\u{647}', ""),
    // Jawi gaf: keheh with dot above.
    ('\u{762}', '\u{6a9}', "\u{307}"),
];

#[cfg(test)]
mod tests {
    use super::super::may_have_forms;
    use super::*;

    #[test]
    fn the_rows_are_sorted_for_the_search_and_each_finds_its_forms() {
        assert!(COMPOSED.is_sorted_by_key(|row| row.0));
        for &(letter, ..) in COMPOSED {
            assert!(may_have_forms(letter) && own(letter).is_none(), "{letter}");
            assert!(shapes(letter).is_some(), "{letter}");
        }
    }
}

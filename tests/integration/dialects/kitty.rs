//! kitty: neighbouring cells of one font are a run, which spaces and box drawing end, and so does
//! another alignment by OSC 66. `HarfBuzz` guesses a run's direction from its first letter with a
//! script; from right to left it lays the run out backwards, brackets mirrored.
//!
//! Not judged: vowel signs within a run from right to left, which it was seen to strew about.

use unicode_bidi_mirroring::get_mirrored;

use super::slot::Slot;
use super::slot::bare;

/// Which fonts the user has.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fonts {
    /// One has all letters there are.
    One,
    /// The user's has no Arabic and no Hebrew; `DejaVu` lends Arabic, another the rest.
    Fallback,
    /// `DejaVu` Sans Mono: Arabic and Persian, but not all of Urdu and no Hebrew.
    DejaVu,
}

impl Fonts {
    pub(super) const ALL: [Self; 3] = [Self::One, Self::Fallback, Self::DejaVu];

    fn font(self, c: char) -> u8 {
        let foreign = is_arabic(c) || is_hebrew(c);
        match self {
            Self::One => 0,
            _ if foreign && (is_hebrew(c) || is_lacking(c)) => 2,
            Self::Fallback if foreign => 1,
            Self::Fallback | Self::DejaVu => 0,
        }
    }
}

pub(super) fn show(row: &[Slot], fonts: Fonts) -> Vec<String> {
    let key = |slot: &Slot| {
        (fonts.font(slot.base()), slot.is_bold, slot.is_slanted, slot.alignment().unwrap_or(0))
    };
    let ends = |slot: &Slot| slot.is_blank() || ('\u{2500}'..='\u{259f}').contains(&slot.base());
    let joined = |a: &Slot, b: &Slot| !ends(a) && !ends(b) && key(a) == key(b);
    row.chunk_by(joined).flat_map(show_run).collect()
}

fn show_run(run: &[Slot]) -> Vec<String> {
    let symbols = run.iter().map(|slot| bare(&slot.symbol));
    let first_letter = run.iter().map(Slot::base).find(|c| has_script(*c));
    if run.len() > 1 && first_letter.is_some_and(|c| is_arabic(c) || is_hebrew(c)) {
        return symbols.rev().map(|symbol| mirrored(&symbol)).collect();
    }
    symbols.collect()
}

fn mirrored(symbol: &str) -> String {
    symbol.chars().map(|c| get_mirrored(c).unwrap_or(c)).collect()
}

/// The comma, semicolon, question mark and tatweel of Arabic belong to several scripts.
fn has_script(c: char) -> bool {
    let common = ['\u{60c}', '\u{61b}', '\u{61f}', '\u{640}'].contains(&c);
    !common && (c.is_alphabetic() || is_arabic(c) || is_hebrew(c))
}

const fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}')
}

const fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{591}'..='\u{5f4}' | '\u{fb1d}'..='\u{fb4f}')
}

/// What `fc-query` says that `DejaVu` Sans Mono 2.37 has not, of these two scripts' Arabic.
const fn is_lacking(c: char) -> bool {
    !matches!(c, '\u{606}'..='\u{607}' | '\u{609}'..='\u{60a}' | '\u{60c}' | '\u{615}' | '\u{61b}'
        | '\u{61f}' | '\u{621}'..='\u{63a}' | '\u{640}'..='\u{655}' | '\u{65a}'
        | '\u{660}'..='\u{66d}' | '\u{674}' | '\u{679}'..='\u{67b}' | '\u{67e}'..='\u{680}'
        | '\u{683}'..='\u{684}' | '\u{686}'..='\u{687}' | '\u{691}' | '\u{698}' | '\u{6a4}'
        | '\u{6a9}' | '\u{6af}' | '\u{6be}' | '\u{6cc}' | '\u{6f0}'..='\u{6f9}'
        | '\u{fb52}'..='\u{fb81}' | '\u{fb8a}'..='\u{fb95}' | '\u{fb9e}'..='\u{fb9f}'
        | '\u{fbaa}'..='\u{fbad}' | '\u{fbe8}'..='\u{fbe9}' | '\u{fbfc}'..='\u{fbff}'
        | '\u{fe70}'..='\u{fe74}' | '\u{fe76}'..='\u{fefc}')
}

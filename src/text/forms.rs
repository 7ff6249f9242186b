//! The presentation forms of the Arabic script: which code point shows a letter in which joining
//! form, for terminals that do not join letters themselves.
//!
//! The rows are the `<isolated>`, `<final>`, `<initial>` and `<medial>` decompositions of
//! UnicodeData.txt turned around. Letters without forms of their own are the business of
//! [`composed`].

mod composed;

use std::sync::LazyLock;

use compact_str::CompactString;

/// What a letter that has forms looks like, ready for a cell.
#[derive(Debug)]
pub(super) struct Forms {
    /// Standing alone, joined to the previous letter, to the next one, to both.
    symbols: [CompactString; 4],
    /// To which neighbours it can be joined.
    reaches: Joined,
    are_marked: bool,
}

/// To which neighbours a letter is joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Joined {
    pub(super) previous: bool,
    pub(super) next: bool,
}

impl Forms {
    fn new(shapes: Shapes) -> Self {
        let reaches = shapes.reaches();
        let symbol = |(previous, next)| {
            let (previous, next) = (previous && reaches.previous, next && reaches.next);
            shapes.symbol(Joined { previous, next })
        };
        let symbols = [(false, false), (true, false), (false, true), (true, true)].map(symbol);
        Self { symbols, reaches, are_marked: shapes.marks != BARE }
    }

    pub(super) const fn reaches(&self) -> Joined {
        self.reaches
    }

    /// Whether they are another letter's forms with marks that make up the difference.
    pub(super) const fn are_marked(&self) -> bool {
        self.are_marked
    }

    /// What shows a letter that is joined so, with the marks on it.
    pub(super) const fn symbol(&self, joined: Joined) -> &CompactString {
        let [alone, last, initial, medial] = &self.symbols;
        match (joined.previous, joined.next) {
            (false, false) => alone,
            (true, false) => last,
            (false, true) => initial,
            (true, true) => medial,
        }
    }
}

/// The four shapes of one letter, and the marks that make borrowed ones its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shapes {
    isolated: char,
    last: char,
    initial: char,
    medial: char,
    /// On the final form, and on those that join the next letter.
    marks: [&'static str; 2],
}

const NONE: char = '\0';
const BARE: [&str; 2] = ["", ""];

impl Shapes {
    fn reaches(&self) -> Joined {
        let next = self.initial != NONE && self.medial != NONE;
        Joined { previous: self.last != NONE, next }
    }

    fn symbol(&self, joined: Joined) -> CompactString {
        let [end, inside] = self.marks;
        let (form, marks) = match (joined.previous, joined.next) {
            (false, false) => (self.isolated, ""),
            (true, false) => (self.last, end),
            (false, true) => (self.initial, inside),
            (true, true) => (self.medial, inside),
        };
        std::iter::once(form).chain(marks.chars()).collect()
    }
}

/// The forms of a letter, if it has any.
pub(super) fn forms(letter: char) -> Option<&'static Forms> {
    let place = (letter as usize).checked_sub(FIRST).filter(|_| may_have_forms(letter))?;
    TABLE.get(place)?.as_ref()
}

/// The first letter that may have forms, and how far from it the last one is.
const FIRST: usize = 0x620;
const SIZE: usize = 0x763 - FIRST;

static TABLE: LazyLock<[Option<Forms>; SIZE]> = LazyLock::new(|| {
    std::array::from_fn(|place| {
        let letter = u32::try_from(FIRST + place).ok().and_then(char::from_u32)?;
        own(letter).or_else(|| composed::shapes(letter)).map(Forms::new)
    })
});

/// The forms that Unicode has for a letter.
fn own(letter: char) -> Option<Shapes> {
    let row = FORMS.binary_search_by_key(&letter, |row| row.0).ok().and_then(|at| FORMS.get(at));
    row.map(|&(_, isolated, last, initial, medial)| Shapes {
        isolated,
        last,
        initial,
        medial,
        marks: BARE,
    })
}

/// Whether the letter lies where those with forms do.
pub(super) const fn may_have_forms(letter: char) -> bool {
    matches!(letter, '\u{620}'..='\u{6d5}' | '\u{762}')
}

/// What shows lam and this alef, as the forms of the lam.
pub(super) fn lam_alef(alef: char) -> Option<&'static Forms> {
    let at = LAM_ALEF.iter().position(|row| row.0 == alef)?;
    LIGATURES.get(at)
}

static LIGATURES: LazyLock<[Forms; LAM_ALEF.len()]> = LazyLock::new(|| {
    LAM_ALEF.map(|(_, isolated, last)| {
        Forms::new(Shapes { isolated, last, initial: NONE, medial: NONE, marks: BARE })
    })
});

/// Alef, the ligature of lam with it, and that joined to a letter before it.
const LAM_ALEF: [(char, char, char); 4] = [
    ('\u{622}', '\u{fef5}', '\u{fef6}'),
    ('\u{623}', '\u{fef7}', '\u{fef8}'),
    ('\u{625}', '\u{fef9}', '\u{fefa}'),
    ('\u{627}', '\u{fefb}', '\u{fefc}'),
];

/// Letter, isolated, final, initial, medial; sorted by letter. Hamza alone, which never joins, needs
/// no form; noon ghunna, which has two of the four, is among the composed ones.
#[rustfmt::skip]
const FORMS: &[(char, char, char, char, char)] = &[
    ('\u{622}', '\u{fe81}', '\u{fe82}', NONE, NONE),
    ('\u{623}', '\u{fe83}', '\u{fe84}', NONE, NONE),
    ('\u{624}', '\u{fe85}', '\u{fe86}', NONE, NONE),
    ('\u{625}', '\u{fe87}', '\u{fe88}', NONE, NONE),
    ('\u{626}', '\u{fe89}', '\u{fe8a}', '\u{fe8b}', '\u{fe8c}'),
    ('\u{627}', '\u{fe8d}', '\u{fe8e}', NONE, NONE),
    ('\u{628}', '\u{fe8f}', '\u{fe90}', '\u{fe91}', '\u{fe92}'),
    ('\u{629}', '\u{fe93}', '\u{fe94}', NONE, NONE),
    ('\u{62a}', '\u{fe95}', '\u{fe96}', '\u{fe97}', '\u{fe98}'),
    ('\u{62b}', '\u{fe99}', '\u{fe9a}', '\u{fe9b}', '\u{fe9c}'),
    ('\u{62c}', '\u{fe9d}', '\u{fe9e}', '\u{fe9f}', '\u{fea0}'),
    ('\u{62d}', '\u{fea1}', '\u{fea2}', '\u{fea3}', '\u{fea4}'),
    ('\u{62e}', '\u{fea5}', '\u{fea6}', '\u{fea7}', '\u{fea8}'),
    ('\u{62f}', '\u{fea9}', '\u{feaa}', NONE, NONE),
    ('\u{630}', '\u{feab}', '\u{feac}', NONE, NONE),
    ('\u{631}', '\u{fead}', '\u{feae}', NONE, NONE),
    ('\u{632}', '\u{feaf}', '\u{feb0}', NONE, NONE),
    ('\u{633}', '\u{feb1}', '\u{feb2}', '\u{feb3}', '\u{feb4}'),
    ('\u{634}', '\u{feb5}', '\u{feb6}', '\u{feb7}', '\u{feb8}'),
    ('\u{635}', '\u{feb9}', '\u{feba}', '\u{febb}', '\u{febc}'),
    ('\u{636}', '\u{febd}', '\u{febe}', '\u{febf}', '\u{fec0}'),
    ('\u{637}', '\u{fec1}', '\u{fec2}', '\u{fec3}', '\u{fec4}'),
    ('\u{638}', '\u{fec5}', '\u{fec6}', '\u{fec7}', '\u{fec8}'),
    ('\u{639}', '\u{fec9}', '\u{feca}', '\u{fecb}', '\u{fecc}'),
    ('\u{63a}', '\u{fecd}', '\u{fece}', '\u{fecf}', '\u{fed0}'),
    ('\u{641}', '\u{fed1}', '\u{fed2}', '\u{fed3}', '\u{fed4}'),
    ('\u{642}', '\u{fed5}', '\u{fed6}', '\u{fed7}', '\u{fed8}'),
    ('\u{643}', '\u{fed9}', '\u{feda}', '\u{fedb}', '\u{fedc}'),
    ('\u{644}', '\u{fedd}', '\u{fede}', '\u{fedf}', '\u{fee0}'),
    ('\u{645}', '\u{fee1}', '\u{fee2}', '\u{fee3}', '\u{fee4}'),
    ('\u{646}', '\u{fee5}', '\u{fee6}', '\u{fee7}', '\u{fee8}'),
    ('\u{647}', '\u{fee9}', '\u{feea}', '\u{feeb}', '\u{feec}'),
    ('\u{648}', '\u{feed}', '\u{feee}', NONE, NONE),
    ('\u{649}', '\u{feef}', '\u{fef0}', '\u{fbe8}', '\u{fbe9}'),
    ('\u{64a}', '\u{fef1}', '\u{fef2}', '\u{fef3}', '\u{fef4}'),
    ('\u{671}', '\u{fb50}', '\u{fb51}', NONE, NONE),
    ('\u{679}', '\u{fb66}', '\u{fb67}', '\u{fb68}', '\u{fb69}'),
    ('\u{67a}', '\u{fb5e}', '\u{fb5f}', '\u{fb60}', '\u{fb61}'),
    ('\u{67b}', '\u{fb52}', '\u{fb53}', '\u{fb54}', '\u{fb55}'),
    ('\u{67e}', '\u{fb56}', '\u{fb57}', '\u{fb58}', '\u{fb59}'),
    ('\u{67f}', '\u{fb62}', '\u{fb63}', '\u{fb64}', '\u{fb65}'),
    ('\u{680}', '\u{fb5a}', '\u{fb5b}', '\u{fb5c}', '\u{fb5d}'),
    ('\u{683}', '\u{fb76}', '\u{fb77}', '\u{fb78}', '\u{fb79}'),
    ('\u{684}', '\u{fb72}', '\u{fb73}', '\u{fb74}', '\u{fb75}'),
    ('\u{686}', '\u{fb7a}', '\u{fb7b}', '\u{fb7c}', '\u{fb7d}'),
    ('\u{687}', '\u{fb7e}', '\u{fb7f}', '\u{fb80}', '\u{fb81}'),
    ('\u{688}', '\u{fb88}', '\u{fb89}', NONE, NONE),
    ('\u{68c}', '\u{fb84}', '\u{fb85}', NONE, NONE),
    ('\u{68d}', '\u{fb82}', '\u{fb83}', NONE, NONE),
    ('\u{68e}', '\u{fb86}', '\u{fb87}', NONE, NONE),
    ('\u{691}', '\u{fb8c}', '\u{fb8d}', NONE, NONE),
    ('\u{698}', '\u{fb8a}', '\u{fb8b}', NONE, NONE),
    ('\u{6a4}', '\u{fb6a}', '\u{fb6b}', '\u{fb6c}', '\u{fb6d}'),
    ('\u{6a6}', '\u{fb6e}', '\u{fb6f}', '\u{fb70}', '\u{fb71}'),
    ('\u{6a9}', '\u{fb8e}', '\u{fb8f}', '\u{fb90}', '\u{fb91}'),
    ('\u{6ad}', '\u{fbd3}', '\u{fbd4}', '\u{fbd5}', '\u{fbd6}'),
    ('\u{6af}', '\u{fb92}', '\u{fb93}', '\u{fb94}', '\u{fb95}'),
    ('\u{6b1}', '\u{fb9a}', '\u{fb9b}', '\u{fb9c}', '\u{fb9d}'),
    ('\u{6b3}', '\u{fb96}', '\u{fb97}', '\u{fb98}', '\u{fb99}'),
    ('\u{6bb}', '\u{fba0}', '\u{fba1}', '\u{fba2}', '\u{fba3}'),
    ('\u{6be}', '\u{fbaa}', '\u{fbab}', '\u{fbac}', '\u{fbad}'),
    ('\u{6c0}', '\u{fba4}', '\u{fba5}', NONE, NONE),
    ('\u{6c1}', '\u{fba6}', '\u{fba7}', '\u{fba8}', '\u{fba9}'),
    ('\u{6c5}', '\u{fbe0}', '\u{fbe1}', NONE, NONE),
    ('\u{6c6}', '\u{fbd9}', '\u{fbda}', NONE, NONE),
    ('\u{6c7}', '\u{fbd7}', '\u{fbd8}', NONE, NONE),
    ('\u{6c8}', '\u{fbdb}', '\u{fbdc}', NONE, NONE),
    ('\u{6c9}', '\u{fbe2}', '\u{fbe3}', NONE, NONE),
    ('\u{6cb}', '\u{fbde}', '\u{fbdf}', NONE, NONE),
    ('\u{6cc}', '\u{fbfc}', '\u{fbfd}', '\u{fbfe}', '\u{fbff}'),
    ('\u{6d0}', '\u{fbe4}', '\u{fbe5}', '\u{fbe6}', '\u{fbe7}'),
    ('\u{6d2}', '\u{fbae}', '\u{fbaf}', NONE, NONE),
    ('\u{6d3}', '\u{fbb0}', '\u{fbb1}', NONE, NONE),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_are_sorted_for_the_search() {
        assert!(FORMS.is_sorted_by_key(|row| row.0));
        assert!(FORMS.iter().all(|row| may_have_forms(row.0)));
    }

    #[test]
    fn every_form_decomposes_to_its_letter() {
        use unicode_normalization::UnicodeNormalization;
        for &(letter, isolated, last, initial, medial) in FORMS {
            for form in [isolated, last, initial, medial].into_iter().filter(|&form| form != NONE) {
                let base: String = form.to_string().nfkc().collect();
                assert_eq!(base, letter.to_string(), "U+{:04X}", u32::from(form));
            }
        }
    }

    #[test]
    fn arabic_persian_and_urdu_are_covered() {
        let alphabets = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةآأإؤئپچژگکیٹڈڑںہھےۂۃٱ";
        for letter in alphabets.chars() {
            assert!(forms(letter).is_some(), "{letter}");
        }
    }
}

//! Stretches a right-to-left line to the measure as Arabic is stretched: by tatweel between joined
//! letters, at the best joint of each word first, and where that is not enough by wider spaces.
//!
//! A line without such a joint (Hebrew, Latin, letters that the terminal joins) stays ragged, since
//! spaces alone tear holes into it; and so does a line that is much too short. What is put in shows no
//! bytes of the paragraph: it has an empty range where it stands.

use std::ops::Range;

use compact_str::CompactString;
use unicode_bidi::BidiClass;

use super::Cell;
use super::atom::Atom;
use super::shape::Joint;

/// At most one part in so many of the measure is put in.
const PART: usize = 4;
/// Which joint of each word, the best being the first, gets a tatweel in each round: three at the
/// best, then two at the next.
const ROUNDS: [usize; 5] = [0, 0, 0, 1, 1];

/// The line stretched to the measure; `None` where it stays as it is.
pub(super) fn fill(line: &[Atom], measure: usize) -> Option<Vec<Atom>> {
    let width: usize = line.iter().map(|atom| atom.cell.width).sum();
    let missing = measure.checked_sub(width).filter(|&missing| missing > 0)?;
    if missing * PART > measure {
        return None;
    }
    let columns = spread(line, missing)?;
    let mut filled = Vec::with_capacity(line.len() + missing);
    for (atom, columns) in line.iter().zip(columns) {
        filled.push(atom.clone());
        filled.extend((0..columns).map(|_| atom.extension()));
    }
    Some(filled)
}

/// How many columns to put in after each atom.
fn spread(line: &[Atom], mut missing: usize) -> Option<Vec<usize>> {
    let words: Vec<Vec<Place>> = words(line).map(|word| joints(line, word)).collect();
    if words.iter().all(Vec::is_empty) {
        return None;
    }
    let mut columns = vec![0; line.len()];
    for nth in ROUNDS {
        let mut places: Vec<Place> =
            words.iter().filter_map(|word| word.get(nth).copied()).collect();
        places.sort_by_key(|place| place.joint);
        for equal in places.chunk_by(|one, other| one.joint == other.joint) {
            let taken = missing.min(equal.len());
            evenly(equal.len(), taken)
                .filter_map(|at| equal.get(at))
                .for_each(|place| columns[place.index] += 1);
            missing -= taken;
        }
    }
    let spaces: Vec<usize> = (0..line.len()).filter(|&index| line[index].is_space()).collect();
    if missing > 0 {
        let each = missing.checked_div(spaces.len())?;
        spaces.iter().for_each(|&space| columns[space] += each);
        let rest = missing - each * spaces.len();
        evenly(spaces.len(), rest).for_each(|at| columns[spaces[at]] += 1);
    }
    Some(columns)
}

/// A joint that can be stretched, after the atom at `index`.
#[derive(Clone, Copy)]
struct Place {
    joint: Joint,
    index: usize,
}

/// The stretches between spaces.
fn words(line: &[Atom]) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    line.split(Atom::is_space).map(move |word| {
        let range = start..start + word.len();
        start = range.end + 1;
        range
    })
}

/// The joints of a word, the best first, and of equal ones the later; that of a word of two letters
/// is as bad as any. Letters of a phrase that is stored as one character have no place between them
/// in the paragraph.
fn joints(line: &[Atom], word: Range<usize>) -> Vec<Place> {
    let letters = line.get(word.clone()).unwrap_or_default();
    let pairs = word.rev().skip(1).zip(letters.windows(2).rev());
    let least = if letters.len() > 2 { Joint::Stretched } else { Joint::Other };
    let mut places: Vec<Place> = pairs
        .filter(|(_, pair)| pair[0].cell.bytes.end <= pair[1].cell.bytes.start)
        .filter_map(|(index, pair)| Some(Place { joint: pair[0].joint?.max(least), index }))
        .collect();
    places.sort_by_key(|place| place.joint);
    places
}

/// So many of `count` places, as far from each other as can be.
fn evenly(count: usize, taken: usize) -> impl Iterator<Item = usize> {
    (0..taken).map(move |nth| (2 * nth + 1) * count / (2 * taken))
}

impl Atom {
    /// A column more of what stands after it: of the joint, or of itself if it is a space.
    fn extension(&self) -> Self {
        let (symbol, class) =
            if self.is_space() { (" ", BidiClass::WS) } else { ("\u{640}", BidiClass::AL) };
        Self {
            cell: Cell {
                symbol: CompactString::const_new(symbol),
                width: 1,
                bytes: self.cell.bytes.end..self.cell.bytes.end,
                level: self.cell.level,
            },
            class,
            cluster_end: self.cluster_end,
            ..Self::blank()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Fill, Joining, Level, Paragraph, Setting, lay_out};
    use super::*;

    fn lines(text: &str, measure: usize) -> Vec<String> {
        let setting = Setting { measure: Some(measure), fill: Fill::Tatweel, ..Setting::VISUAL };
        let setting = Setting { order: super::super::Order::Logical, ..setting };
        let paragraph = Paragraph { text, level: Level::rtl(), isolates: &[] };
        let show = |line: super::super::Line| {
            line.cells.iter().map(|cell| cell.symbol.as_str()).collect::<String>()
        };
        lay_out(&paragraph, setting).into_iter().map(show).collect()
    }

    #[test]
    fn a_line_is_stretched_at_the_best_joint_and_the_last_line_is_not() {
        assert_eq!(lines("ما مسجد كتاب", 8), ["ﻣﺎ ﻣﺴـﺠﺪ", "ﻛﺘﺎﺏ"]);
        assert_eq!(lines("كتب مدرسة", 9), ["ﻛﺘﺐ ﻣﺪﺭﺳﺔ"]);
    }

    #[test]
    fn lam_alef_is_not_torn_and_neither_are_letters_at_a_zwnj() {
        let text = "سلام می\u{200c}خواهم لا لا";
        for measure in 8..22 {
            let all = lines(text, measure).concat();
            assert!(!all.contains("ﻟـﺎ") && !all.contains("ﯽـ") && !all.contains("ـﺧ"), "{all}");
        }
        assert_eq!(lines("لا لا لا لا", 9), ["ﻻ ﻻ ﻻ ﻻ"]);
        assert_eq!(lines("لا لا لا لا", 6), ["ﻻ ﻻ ﻻ", "ﻻ"]);
    }

    #[test]
    fn a_line_much_too_short_and_hebrew_stay_ragged() {
        assert_eq!(lines("مسجد استقبالهم", 9), ["ﻣﺴﺠﺪ", "ﺍﺳﺘﻘﺒﺎﻟﻬﻢ"]);
        assert_eq!(lines("אבג דהו זחט", 8), ["אבג דהו", "זחט"]);
    }

    #[test]
    fn words_left_to_the_terminal_are_not_stretched() {
        let paragraph =
            Paragraph { text: "ځځځ مسجد ځځځځځځ", level: Level::rtl(), isolates: &[] };
        let setting = Setting { measure: Some(10), fill: Fill::Tatweel, ..Setting::VISUAL };
        let setting = Setting { joining: Joining::FormsOrBase, ..setting };
        let line: String =
            lay_out(&paragraph, setting)[0].cells.iter().map(|cell| cell.symbol.as_str()).collect();
        assert_eq!(line, "ﺪﺠــﺴﻣ ځځځ");
    }

    #[test]
    fn a_mark_on_a_circle_between_two_letters_parts_them() {
        assert_eq!(lines("لاب\u{61c}\u{64e}ب لا", 6), ["ﻻﺑ◌\u{64e}ﺐ ﻻ"]);
        assert_eq!(lines("لاب\u{61c}\u{64e}ب لالالا", 5), ["ﻻﺑ◌\u{64e}ﺐ", "ﻻﻻﻻ"]);
    }

    #[test]
    fn columns_are_spread_over_the_words() {
        assert_eq!(evenly(6, 2).collect::<Vec<_>>(), [1, 4]);
        assert_eq!(evenly(3, 3).collect::<Vec<_>>(), [0, 1, 2]);
        assert_eq!(evenly(0, 0).count(), 0);
    }
}

//! From logical to visual order, line by line: rules L1 and L2 of UAX #9. L3 holds by itself, since
//! marks travel in their base's cell; L4 is done where a cell gets its symbol.

use unicode_bidi::{BidiClass, Level};

use super::Cell;
use super::atom::Atom;

/// L1: separators, and white space and isolates before them and at the line's end, take the
/// paragraph level. One class and one level for each character.
pub fn reset_whitespace(classes: &[BidiClass], levels: &mut [Level], paragraph: Level) {
    use BidiClass::{B, BN, FSI, LRE, LRI, LRO, PDF, PDI, RLE, RLI, RLO, S, WS};
    let mut trailing = true;
    for (class, level) in classes.iter().zip(levels).rev() {
        match class {
            B | S => trailing = true,
            WS | FSI | LRI | RLI | PDI => {}
            // What X9 removes neither ends the white space nor hides it.
            LRE | RLE | LRO | RLO | PDF | BN => {}
            _ => trailing = false,
        }
        if trailing {
            *level = paragraph;
        }
    }
}

/// L2: for each place on the line, from left to right, the index of what stands there.
#[must_use]
pub fn visual_order(levels: &[Level]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..levels.len()).collect();
    reverse(&mut order, levels, &[], Level::ltr());
    order
}

/// L2: reverses all runs of a level and higher ones, from the highest level down to the one above `base`.
/// `barriers` are levels of what takes no place, each with the place that it stands behind, ascending.
///
/// The rule stops at the lowest odd level that is there, but to go on changes nothing: below it, each even
/// level and the odd one under it have the same runs, which are reversed twice.
fn reverse<T>(places: &mut [T], levels: &[Level], barriers: &[(usize, Level)], base: Level) {
    let highest = levels.iter().map(Level::number).max().unwrap_or_default();
    for least in (base.number() + 1..=highest).rev() {
        let mut barriers = barriers.iter().filter(|(_, level)| level.number() < least).peekable();
        let mut start = 0;
        while start < levels.len() {
            while barriers.next_if(|(place, _)| *place < start).is_some() {}
            let limit = barriers.peek().map_or(levels.len(), |(place, _)| place + 1);
            let rest = levels.get(start..limit).unwrap_or_default();
            let length = rest.iter().take_while(|level| level.number() >= least).count();
            if let Some(run) = places.get_mut(start..start + length) {
                run.reverse();
            }
            start += length.max(1);
        }
    }
}

/// The cells of one line from left to right.
///
/// Nothing on the line has a lower level than the paragraph, so a paragraph from right to left has its
/// lines reversed as a whole in the end. That is done first here, where the cells are moved anyway.
pub(super) fn visual_line(atoms: Vec<Atom>, paragraph: Level) -> Vec<Cell> {
    let mut levels = levels(&atoms, paragraph);
    let mut barriers = barriers(&atoms, &levels);
    let mut cells = Vec::with_capacity(atoms.len());
    let moved = atoms.into_iter().map(|atom| atom.cell);
    if paragraph.is_rtl() {
        cells.extend(moved.rev());
        levels.reverse();
        barriers.reverse();
        barriers.iter_mut().for_each(|(place, _)| *place = levels.len() - 2 - *place);
    } else {
        cells.extend(moved);
    }
    reverse(&mut cells, &levels, &barriers, paragraph);
    cells
}

/// The levels after L1; none where all are the paragraph's.
fn levels(atoms: &[Atom], paragraph: Level) -> Vec<Level> {
    if atoms.iter().all(|atom| atom.cell.level == paragraph) {
        return Vec::new();
    }
    let classes: Vec<_> = atoms.iter().map(|atom| atom.class).collect();
    let mut levels: Vec<_> = atoms.iter().map(|atom| atom.cell.level).collect();
    reset_whitespace(&classes, &mut levels, paragraph);
    levels
}

/// The places behind which what shows nothing parts two atoms that are both of a higher level.
fn barriers(atoms: &[Atom], levels: &[Level]) -> Vec<(usize, Level)> {
    let barrier = |(place, (atom, pair)): (usize, (&Atom, &[Level]))| {
        let (barrier, least) = (atom.barrier?, pair.iter().min()?);
        (barrier < *least).then_some((place, barrier))
    };
    atoms.iter().zip(levels.windows(2)).enumerate().filter_map(barrier).collect()
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::option;
    use proptest::prelude::*;

    use super::*;

    /// L2 as it is written, over levels of what is shown and, without a number, of what is not.
    fn literally(mut line: Vec<(Option<usize>, u8)>) -> Vec<usize> {
        let highest = line.iter().map(|item| item.1).max().unwrap_or(0);
        let lowest = line.iter().map(|item| item.1).filter(|level| level % 2 == 1).min();
        for least in (lowest.unwrap_or(u8::MAX)..=highest).rev() {
            for run in line.chunk_by_mut(|one, two| (one.1 >= least) == (two.1 >= least)) {
                if run.iter().all(|item| item.1 >= least) {
                    run.reverse();
                }
            }
        }
        line.into_iter().filter_map(|(number, _)| number).collect()
    }

    proptest! {
        #[test]
        fn lines_are_turned_as_l2_says(
            paragraph in 0_u8..2,
            raised in vec((0_u8..5, option::weighted(0.2, 0_u8..5)), 0..12),
        ) {
            let level = |raised: u8| Level::new(paragraph + raised).unwrap();
            let atom = |(number, (raised, barrier)): (usize, &(u8, Option<u8>))| {
                let mut atom = Atom { barrier: barrier.map(level), ..Atom::blank() };
                atom.cell.level = level(*raised);
                atom.cell.bytes = number..number;
                atom.class = BidiClass::L;
                atom
            };
            let atoms: Vec<_> = raised.iter().enumerate().map(atom).collect();
            let count = atoms.len();
            let items = atoms.iter().enumerate().flat_map(|(number, atom)| {
                let barrier = atom.barrier.filter(|_| number + 1 < count);
                let shown = (Some(number), atom.cell.level.number());
                [Some(shown), barrier.map(|level| (None, level.number()))].into_iter().flatten()
            });
            let expected = literally(items.collect());
            let cells = visual_line(atoms, level(0));
            prop_assert_eq!(cells.iter().map(|cell| cell.bytes.start).collect::<Vec<_>>(), expected);
        }
    }
}

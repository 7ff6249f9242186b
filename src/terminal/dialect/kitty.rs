//! kitty before 0.40, and behind a multiplexer: its shaper lays every stretch of right-to-left
//! letters out backwards, so they are sent backwards.
//!
//! What it calls a run is neighbouring cells of one font, spaces and box drawing apart, and it turns
//! the whole run by its first letter: where the user's font has Arabic itself, a full stop or a
//! bracket that touches a word goes to the word's other side. A cell in italics is of another font
//! and so of another run. Letters are never slanted here, so slanting what touches them keeps the
//! runs apart, whichever fonts there are. Seen in 0.26 and 0.41, with `DejaVu` Sans Mono, which has
//! Arabic, and `JetBrains` Mono, which has none.
//!
//! Not to be had: vowel signs, which kitty strews over such a run; and the letters of Urdu in a font
//! that has all of them, since the commonest ones lack some and break the run there.

use super::Symbol;
use super::base;
use super::is_backwards;
use super::is_blank;
use super::is_box;

pub(super) fn speak(row: &mut [impl Symbol]) {
    for word in row.chunk_by_mut(|one, next| !is_apart(one) && !is_apart(next)) {
        if word.iter().any(|cell| is_backwards(cell)) {
            slant_edges(word);
            word.chunk_by_mut(same_stretch).for_each(turn);
        }
    }
}

/// Slants what touches a letter and is none.
fn slant_edges(word: &mut [impl Symbol]) {
    let backwards: Vec<bool> = word.iter().map(|cell| is_backwards(cell)).collect();
    let is =
        |index: Option<usize>| index.and_then(|at| backwards.get(at)).copied().unwrap_or(false);
    for (index, cell) in word.iter_mut().enumerate() {
        let touches = is(index.checked_sub(1)) || is(Some(index + 1));
        if touches && !is(Some(index)) {
            cell.slant();
        }
    }
}

/// Whether kitty ends a run here in any case.
fn is_apart(cell: &impl Symbol) -> bool {
    is_blank(cell) || is_box(cell)
}

fn same_stretch<S: Symbol>(one: &S, next: &S) -> bool {
    is_backwards(one) && is_backwards(next) && is_rare(one) == is_rare(next)
}

/// Whether the commonest terminal font, `DejaVu` Sans Mono, has to borrow the letter, which ends the
/// run: it has those of Arabic and Persian, not all of Urdu, none of Hebrew. Where another font borrows
/// from it, the same letters come from elsewhere.
fn is_rare(cell: &impl Symbol) -> bool {
    base(cell).is_some_and(|base| match base {
        '\u{600}'..='\u{6ff}' => !matches!(
            base,
            '\u{606}' | '\u{607}' | '\u{609}' | '\u{60a}' | '\u{60c}' | '\u{61b}' | '\u{61f}'
                | '\u{621}'..='\u{63a}' | '\u{640}'..='\u{655}' | '\u{660}'..='\u{66d}'
                | '\u{679}'..='\u{67b}' | '\u{67e}'..='\u{680}' | '\u{683}' | '\u{684}'
                | '\u{686}' | '\u{687}' | '\u{691}' | '\u{698}' | '\u{6a4}' | '\u{6a9}'
                | '\u{6af}' | '\u{6be}' | '\u{6cc}' | '\u{6f0}'..='\u{6f9}'
        ),
        _ => matches!(
            base,
            '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}' | '\u{fb50}' | '\u{fb51}' | '\u{fb82}'..='\u{fb89}' | '\u{fb96}'..='\u{fb9d}'
                | '\u{fba0}'..='\u{fba9}' | '\u{fbae}'..='\u{fbb1}'
        ),
    })
}

/// A bold letter is of another font too: where a match ends within a word, its weight goes on.
fn turn<S: Symbol>(stretch: &mut [S]) {
    let [first, rest @ ..] = stretch else { return };
    if !is_backwards(first) {
        return;
    }
    for cell in rest {
        cell.weigh_like(first);
    }
    let symbols: Vec<String> = stretch.iter().map(|cell| cell.symbol().to_owned()).collect();
    for (cell, symbol) in stretch.iter_mut().zip(symbols.iter().rev()) {
        cell.replace(symbol);
    }
}

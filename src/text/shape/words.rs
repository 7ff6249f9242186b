//! Which words are left to a terminal that joins letters itself: those with a letter that has no forms
//! of its own. A word is here what the pen writes without lifting: the letters that join.
//!
//! It is sent whole or not at all, since a terminal joins base letters to base letters, never to
//! forms. This helps where a font's own rules join, as in `HarfBuzz`; a terminal that itself puts forms
//! in the place of letters, as VTE does, has none for these either. Nothing but the letters decides: a
//! match or a link within a word does not cut it.

use std::ops::Range;

use unicode_joining_type::{JoiningType, get_joining_type};

use super::super::forms::{self, Forms};
use super::Letter;

/// The ranges of the letters that are sent as they are stored, ascending.
pub(super) fn as_base(letters: &[Letter]) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for word in letters.chunk_by(Letter::joins) {
        let range = start..start + word.len();
        start = range.end;
        if word.iter().any(needs_terminal) && !clash(letters, &mut words, &range) {
            words.push(range);
        }
    }
    words
}

/// Whether it is a letter from right to left that the terminal may have to join.
fn needs_terminal(letter: &Letter) -> bool {
    letter.level.is_rtl() && may_need_terminal(letter.c)
}

/// Whether it joins but has no forms, or none without a mark, wherever it stands.
pub(super) fn may_need_terminal(c: char) -> bool {
    use JoiningType::{DualJoining, LeftJoining, RightJoining};
    matches!(get_joining_type(c), DualJoining | LeftJoining | RightJoining)
        && forms::forms(c).is_none_or(Forms::are_marked)
}

/// Whether the word has to be shown by forms, because the terminal would join it to the last of
/// `words`: only a ZWNJ or an isolate's end stands between them, which is not sent. Where the letter
/// that would be joined has no form, that last word is taken back instead.
fn clash(letters: &[Letter], words: &mut Vec<Range<usize>>, word: &Range<usize>) -> bool {
    let Some(previous) = words.last() else { return false };
    let between = letters.get(previous.end..word.start).unwrap_or_default();
    let edges = (letters.get(previous.end - 1), letters.get(word.start));
    let (Some(before), Some(after)) = edges else { return false };
    if !between.iter().all(is_unseen) || !before.joins(after) {
        return false;
    }
    let shown_by_form =
        |letter: &Letter| letter.nature.forms.is_some_and(|forms| !forms.are_marked());
    if shown_by_form(after) {
        return true;
    }
    if shown_by_form(before) {
        words.pop();
    }
    false
}

/// Whether it parts letters and takes no cell.
fn is_unseen(letter: &Letter) -> bool {
    matches!(letter.c, '\u{200c}' | '\u{2066}'..='\u{2069}')
}

//! One line from the order of the eye to that of reading: all of it turned, and the numbers and Latin
//! words in it turned back (rule L2 of UAX #9, the other way round).

use std::ops::Range;

use unicode_bidi_mirroring::get_mirrored;

/// The line in the order of reading.
pub(super) fn to_logical(line: &str) -> String {
    let pieces: Vec<String> = line.chars().map(String::from).collect();
    let pieces: Vec<&str> = pieces.iter().map(String::as_str).collect();
    if !has_rtl(&pieces) {
        return line.to_owned();
    }
    turn(&pieces)
}

/// Whether there is anything to turn.
pub(super) fn has_rtl(pieces: &[&str]) -> bool {
    pieces.iter().any(|piece| kind(piece) == Kind::Rtl)
}

/// A line in the order of reading, from its pieces in that of the eye: a piece is one character, or a
/// tag or a reference that stays whole.
pub(super) fn turn(pieces: &[&str]) -> String {
    let mut read = String::new();
    let mut end = pieces.len();
    for run in runs(pieces).into_iter().rev() {
        read.extend(pieces.get(run.end..end).into_iter().flatten().rev().map(|p| mirrored(p)));
        read.extend(pieces.get(run.clone()).into_iter().flatten().copied());
        end = run.start;
    }
    read.extend(pieces.get(..end).into_iter().flatten().rev().map(|p| mirrored(p)));
    read
}

/// A bracket that was seen from the left, as it is written from the right.
fn mirrored(piece: &str) -> String {
    let mut chars = piece.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => get_mirrored(c).unwrap_or(c).to_string(),
        _ => piece.to_owned(),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Letter,
    Digit,
    Joint,
    Sign,
    Neutral,
    Rtl,
}

fn kind(piece: &str) -> Kind {
    let mut chars = piece.chars();
    match (chars.next(), chars.next()) {
        (Some('<' | '&'), Some(_)) => Kind::Neutral,
        (Some('\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}'), _) => Kind::Digit,
        (Some('\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'), _) => {
            Kind::Rtl
        }
        (Some(c), _) if c.is_ascii_digit() => Kind::Digit,
        (Some(c), _) if c.is_alphabetic() => Kind::Letter,
        (Some('.' | ',' | ':' | '/' | '-'), _) => Kind::Joint,
        (Some('%' | '$' | '₪' | '€' | '£' | '°' | '#'), _) => Kind::Sign,
        _ => Kind::Neutral,
    }
}

/// The runs that are read from left to right: from the first to the last Latin letter or digit
/// between two Hebrew letters, but that numbers stand apart unless one sign joins them.
fn runs(pieces: &[&str]) -> Vec<Range<usize>> {
    let kinds: Vec<Kind> = pieces.iter().map(|piece| kind(piece)).collect();
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut has_letter = false;
    for (at, this) in kinds.iter().enumerate() {
        if !matches!(this, Kind::Letter | Kind::Digit) {
            continue;
        }
        let gap = runs.last().and_then(|run| kinds.get(run.end..at));
        let joins = |gap: &[Kind]| {
            let is_clear = !gap.contains(&Kind::Rtl);
            let is_number = matches!(gap, [] | [Kind::Joint | Kind::Sign]);
            is_clear && (is_number || has_letter || *this == Kind::Letter)
        };
        match runs.last_mut() {
            Some(run) if gap.is_some_and(joins) => run.end = at + 1,
            _ => {
                runs.push(at..at + 1);
                has_letter = false;
            }
        }
        has_letter |= *this == Kind::Letter;
    }
    runs.into_iter().map(|run| with_signs(run, &kinds)).collect()
}

/// A number keeps its per cent or currency sign on the side where it stood (W5).
fn with_signs(run: Range<usize>, kinds: &[Kind]) -> Range<usize> {
    let is_sign = |at: Option<usize>| at.and_then(|at| kinds.get(at)) == Some(&Kind::Sign);
    let start = run.start - usize::from(is_sign(run.start.checked_sub(1)));
    let end = run.end + usize::from(is_sign(Some(run.end)) && run.end > start);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_turned_and_numbers_are_not() {
        for (seen, read) in [
            ("םולש", "שלום"),
            (".םלועל םולש", "שלום לעולם."),
            ("2024 תנשב", "בשנת 2024"),
            ("12:30 העשב", "בשעה 12:30"),
            ("1948-1950 םינשה", "השנים 1948-1950"),
            ("٢٠٢٤ ةنس", "سنة ٢٠٢٤"),
            ("5% אוה רועישה", "השיעור הוא 5%"),
            ("(New York Times) ןותיעב", "בעיתון (New York Times)"),
            ("", ""),
            ("English only, 2 lines.", "English only, 2 lines."),
        ] {
            assert_eq!(to_logical(seen), read);
        }
    }

    #[test]
    fn numbers_beside_each_other_are_read_from_the_right() {
        assert_eq!(to_logical("3 2 1 ורפס"), "ספרו 1 2 3");
    }

    #[test]
    fn brackets_around_hebrew_are_mirrored() {
        assert_eq!(to_logical("םולש (םלוע)"), "(עולם) שלום");
    }
}

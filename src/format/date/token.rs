//! A date cut into numbers, words and marks, its letters folded so that one table serves all ways of
//! writing them.

use super::super::letters;
use crate::article::is_letter;

/// One piece of a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is.
    pub(super) kind: Kind,
    /// Whether it follows the piece before it without white space.
    pub(super) glued: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number, and in how many digits it was written.
    Number { value: u32, digits: usize },
    /// A run of letters.
    Word(String),
    /// Anything else.
    Mark(char),
}

impl Token {
    pub(super) fn is_mark(&self, marks: &str) -> bool {
        matches!(self.kind, Kind::Mark(c) if marks.contains(c))
    }

    pub(super) fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The number, if it has that many digits.
    pub(super) fn number(&self, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
        match self.kind {
            Kind::Number { value, digits: written } if digits.contains(&written) => Some(value),
            _ => None,
        }
    }
}

/// Spellings that would fall apart into letters or words that mean something else: halves of the
/// day, the longer ones first.
const HALVES: [(&str, &str); 34] = [
    ("a.m.", "am"),
    ("a.m", "am"),
    ("a. m.", "am"),
    ("p.m.", "pm"),
    ("p.m", "pm"),
    ("p. m.", "pm"),
    ("ق.ظ", "am"),
    ("ب.ظ", "pm"),
    ("قبل از ظهر", "am"),
    ("بعد از ظهر", "pm"),
    ("قبل الظهر", "am"),
    ("بعد الظهر", "pm"),
    ("پ.ن", "am"),
    ("د.ن", "pm"),
    ("غ.م", "am"),
    ("غ.و", "pm"),
    ("چ.ب", "am"),
    ("چ.ك", "pm"),
    ("לפנה\"צ", "am"),
    ("אחה\"צ", "pm"),
    ("o'clock", " "),
    // Weekdays that are counted, and the first of the month.
    ("يك شنبه", "يكشنبه"),
    ("دو شنبه", "دوشنبه"),
    ("سه شنبه", "سهشنبه"),
    ("چهار شنبه", "چهارشنبه"),
    ("پنج شنبه", "پنجشنبه"),
    ("יום א'", "ראשון"),
    ("יום ב'", "שני"),
    ("יום ג'", "שלישי"),
    ("יום ד'", "רביעי"),
    ("יום ה'", "חמישי"),
    ("יום ו'", "שישי"),
    ("غره ", "1 "),
    ("يكم ", "1 "),
];

/// Those of them that are letters alone.
const LETTERS: [(&str, &str); 2] = [("بعدازظهر", "pm"), ("ۃ", "ه")];

/// Signs of dates and times in the languages of East Asia, before their letters are taken apart.
const EASTERN: [(&str, &str); 9] = [
    ("년", "-"),
    ("월", "-"),
    ("일", " "),
    ("오전", " am "),
    ("오후", " pm "),
    ("上午", " am "),
    ("下午", " pm "),
    ("午前", " am "),
    ("午後", " pm "),
];

/// All of their words begin beyond this.
const FIRST_EASTERN: char = '\u{2e80}';

/// [`letters::fold`], with the halves of the day as one word each.
pub(super) fn fold(text: &str) -> String {
    let replace = |text: String, (from, to): &(&str, &str)| {
        if text.contains(from) { text.replace(from, to) } else { text }
    };
    let is_eastern = text.contains(|c| c >= FIRST_EASTERN);
    let folded = if is_eastern {
        letters::fold(&EASTERN.iter().fold(text.to_owned(), replace))
    } else {
        letters::fold(text)
    };
    let has_sign = folded.contains(['.', ' ', '\'', '"']);
    let folded = if has_sign { HALVES.iter().fold(folded, replace) } else { folded };
    LETTERS.iter().fold(folded, replace)
}

/// The pieces; `None` when a number is longer than any in a date.
pub(super) fn tokens(folded: &str) -> Option<Vec<Token>> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut glued = false;
    for c in folded.chars() {
        if c.is_whitespace() {
            glued = false;
            continue;
        }
        match tokens.last_mut().filter(|_| glued).map(|token| &mut token.kind) {
            Some(Kind::Number { value, digits }) if c.is_ascii_digit() => {
                *value = value.checked_mul(10)?.checked_add(c.to_digit(10)?)?;
                *digits += 1;
            }
            Some(Kind::Word(word)) if is_letter(c) => word.push(c),
            _ => tokens.push(Token { kind: kind(c), glued }),
        }
        glued = true;
    }
    Some(tokens)
}

fn kind(c: char) -> Kind {
    match c.to_digit(10) {
        Some(value) => Kind::Number { value, digits: 1 },
        None if is_letter(c) => Kind::Word(c.into()),
        None => Kind::Mark(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_of_the_day_are_one_word() {
        assert_eq!(fold("10 A.M."), "10 am");
        assert_eq!(fold("۱۰ ب.ظ"), "10 pm");
    }

    #[test]
    fn numbers_and_letters_part_without_a_space() {
        let tokens = tokens("20240102t10 z").unwrap();
        assert_eq!(tokens[0].number(8..=8), Some(20_240_102));
        assert_eq!(tokens[1].word(), Some("t"));
        assert!(tokens[2].glued && !tokens[3].glued);
    }
}

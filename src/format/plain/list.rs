//! Lines that begin as list items do, and which of them belong to a list.
//!
//! A dash may open a speech and a number a sentence: only two in a row make a list.

use crate::article::Marker;

use super::line;

/// A line's marker, as written, and the text after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Item<'a> {
    sign: Sign,
    /// The words of the item.
    pub(super) text: &'a str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Bullet(char),
    Number(u64),
}

/// Bullets that may stand right before a letter; the others need a space.
const TIGHT: &str = "*•▪●■◦○‣►▶-";
const BULLETS: &str = "*•▪●■◦○‣►▶-–—·✓✔";

impl<'a> Item<'a> {
    /// Of a line that begins with a bullet or a number.
    pub(super) fn of(line: &'a str) -> Option<Self> {
        let line = line::trim(line);
        if line::rule(line).is_some() {
            return None;
        }
        bullet(line).or_else(|| numbered(line))
    }

    /// What is shown before the item.
    pub(super) const fn marker(self) -> Marker {
        match self.sign {
            Sign::Bullet(_) => Marker::Bullet,
            Sign::Number(number) => Marker::Number(number),
        }
    }

    /// Whether `next` is the item after this one.
    pub(super) fn is_followed_by(self, next: Self) -> bool {
        match (self.sign, next.sign) {
            (Sign::Bullet(one), Sign::Bullet(other)) => one == other,
            (Sign::Number(one), Sign::Number(other)) => one + 1 == other,
            _ => false,
        }
    }
}

fn bullet(line: &str) -> Option<Item<'_>> {
    let sign = line.chars().next().filter(|c| BULLETS.contains(*c))?;
    let rest = line.strip_prefix(sign)?;
    let spaced = rest.starts_with(char::is_whitespace);
    // `*word*` is emphasis.
    let tight =
        TIGHT.contains(sign) && rest.starts_with(char::is_alphabetic) && !rest.contains('*');
    let text = rest.trim();
    // A dash opens what somebody says, too, and lists ask no questions.
    if "-–—".contains(sign) && text.ends_with(['?', '؟']) {
        return None;
    }
    ((spaced || tight) && !text.is_empty()).then_some(Item { sign: Sign::Bullet(sign), text })
}

fn numbered(line: &str) -> Option<Item<'_>> {
    let open = line.strip_prefix('(');
    let line = open.unwrap_or(line);
    let digits = line.chars().take_while(|c| digit(*c).is_some()).count();
    if !(1..=3).contains(&digits) {
        return None;
    }
    let number =
        line.chars().map_while(digit).fold(0, |number, digit| number * 10 + u64::from(digit));
    let mut rest = line.chars().skip(digits).peekable();
    let sign = rest.next().filter(|c| ".)-–".contains(*c))?;
    let letter = rest.peek().is_some_and(|c| c.is_whitespace() || c.is_alphabetic());
    if !letter || (open.is_some() && sign != ')') {
        return None;
    }
    let (_, text) = line.split_once(sign)?;
    let text = text.trim();
    (!text.is_empty()).then_some(Item { sign: Sign::Number(number), text })
}

/// European, Arabic-Indic and Persian digits.
fn digit(c: char) -> Option<u32> {
    match c {
        '٠'..='٩' => Some(c as u32 - '٠' as u32),
        '۰'..='۹' => Some(c as u32 - '۰' as u32),
        _ => c.to_digit(10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(line: &str) -> Option<&str> {
        Item::of(line).map(|item| item.text)
    }

    #[test]
    fn bullets_of_all_kinds_are_read() {
        for line in ["- بند", "* بند", "• بند", "–  بند", "*بند", "-بند"] {
            assert_eq!(text(line), Some("بند"), "{line}");
        }
    }

    #[test]
    fn numbers_of_all_kinds_are_read() {
        for line in ["2. two", "٢. two", "۲) two", "(2) two", "2- two", "٢-two"] {
            let item = Item::of(line).unwrap();
            assert_eq!((item.marker(), item.text), (Marker::Number(2), "two"), "{line}");
        }
    }

    #[test]
    fn what_only_looks_like_an_item_is_none() {
        for line in [
            "-5 degrees",
            "- متى بدأت الرسم؟",
            "*word* here",
            "–word",
            "2024. A year",
            "1.5 litres",
            "* * *",
            "-",
            "3 men",
            "99999999999999999999999999 a",
        ] {
            assert_eq!(text(line), None, "{line}");
        }
    }

    #[test]
    fn items_follow_their_own_kind() {
        let item = |line| Item::of(line).unwrap();
        assert!(item("1. a").is_followed_by(item("٢. b")));
        assert!(!item("1. a").is_followed_by(item("5. b")));
        assert!(!item("- a").is_followed_by(item("* b")));
    }
}

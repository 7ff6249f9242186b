//! Hebrew numerals in dates: `כ״ג` is a day, `התשפ״ד` a year.

use super::token::Kind;
use super::token::Token;

/// The tokens with numerals as numbers, as far as they can be a day or a year: `כ"ג`, `ה'`, `תשפ"ד`,
/// `ה'תשפ"ד`. Without its sign, only what is no word is one.
pub(super) fn numbers(tokens: &[Token]) -> Vec<Token> {
    let mut numbers: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let (letters, length) = letters(tokens, at);
        match value(&letters) {
            Some(value) if length > 1 || is_plain(&letters, value) => {
                let digits = if value > 1000 { 4 } else { 2 };
                numbers.push(Token { kind: Kind::Number { value, digits }, glued: token.glued });
                at += length;
            }
            _ => {
                numbers.push(token.clone());
                at += 1;
            }
        }
    }
    numbers
}

/// The letters that begin at a token and go on behind the signs glued to them; how many tokens.
fn letters(tokens: &[Token], at: usize) -> (String, usize) {
    let mut letters = String::new();
    let mut length = 0;
    for token in tokens.iter().skip(at) {
        let glued = length == 0 || token.glued;
        match token.word() {
            Some(word) if glued => letters.push_str(word),
            None if glued && length > 0 && token.is_mark("\"'") => {}
            _ => break,
        }
        length += 1;
    }
    (letters, length)
}

/// A day or a year: thousands are left out, or one letter before the rest. A day may have the
/// preposition `ב` before it.
fn value(letters: &str) -> Option<u32> {
    let sum = |text: &str| {
        let values: Option<Vec<u32>> = text.chars().map(letter).collect();
        // The greater letters stand first.
        values.filter(|values| values.is_sorted_by(|one, next| one >= next)).map(|v| v.iter().sum())
    };
    let rest = letters.strip_prefix('ה').filter(|rest| sum(rest).is_some_and(|rest| rest >= 400));
    match sum(rest.unwrap_or(letters)) {
        Some(value @ 1..=30) => Some(value),
        Some(value @ 400..=999) => Some(5000 + value),
        _ => letters.strip_prefix('ב').and_then(sum).filter(|value| (1..=30).contains(value)),
    }
}

/// Whether letters without a sign are a numeral: a year has three or four, a day one or two.
fn is_plain(letters: &str, value: u32) -> bool {
    let count = letters.chars().count();
    if value > 1000 { letters.contains("תש") || letters.contains("תר") } else { count <= 2 }
}

fn letter(c: char) -> Option<u32> {
    let value = match c {
        'א'..='ט' => c as u32 - 'א' as u32 + 1,
        'י' => 10,
        'כ' | 'ך' => 20,
        'ל' => 30,
        'מ' | 'ם' => 40,
        'נ' | 'ן' => 50,
        'ס' => 60,
        'ע' => 70,
        'פ' | 'ף' => 80,
        'צ' | 'ץ' => 90,
        'ק' => 100,
        'ר' => 200,
        'ש' => 300,
        'ת' => 400,
        _ => return None,
    };
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::super::token;
    use super::*;

    #[test]
    fn numerals_are_read_with_and_without_thousands() {
        for (text, expected) in [
            ("כ״ג", 23),
            ("ה׳", 5),
            ("ט״ו", 15),
            ("ל׳", 30),
            ("בט״ו", 15),
            ("תשפ״ד", 5784),
            ("התשפ״ד", 5784),
            ("ה׳תשפ״ד", 5784),
            ("תשפד", 5784),
            ("תר״ס", 5660),
        ] {
            let tokens = token::tokens(&token::fold(text)).unwrap();
            let numbers: Vec<_> = numbers(&tokens).iter().filter_map(|t| t.number(1..=4)).collect();
            assert_eq!(numbers, [expected], "{text}");
        }
    }

    #[test]
    fn words_stay_words() {
        let tokens = token::tokens(&token::fold("יום שלישי")).unwrap();
        assert_eq!(numbers(&tokens), tokens);
    }
}

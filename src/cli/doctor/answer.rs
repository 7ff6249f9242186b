//! What the keys of the self-test mean. The bytes come as the terminal sends them: it is the terminal
//! itself that is being tested, so as little as possible is taken for granted.

use super::super::number::digit;

/// What the user says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// The sample of this number reads right; with 0, none does.
    Number(usize),
    /// Show the next sample.
    Next,
    /// Show the one before.
    Previous,
    /// Enough.
    Leave,
}

/// The answers in what one read has brought.
pub(super) fn answers(bytes: &[u8]) -> Vec<Answer> {
    let text = String::from_utf8_lossy(bytes);
    match text.strip_prefix('\u{1b}') {
        Some("") => vec![Answer::Leave],
        Some(sequence) => escaped(sequence).into_iter().collect(),
        None => text.chars().filter_map(answer).collect(),
    }
}

fn answer(c: char) -> Option<Answer> {
    match c {
        ' ' | '\r' | '\n' | '\t' => Some(Answer::Next),
        '\u{7f}' | '\u{8}' => Some(Answer::Previous),
        '\u{3}' | '\u{1b}' | 'q' => Some(Answer::Leave),
        c => digit(c).map(Answer::Number),
    }
}

/// Arrows, and keys of the kitty keyboard protocol, which tells their characters by number.
fn escaped(sequence: &str) -> Option<Answer> {
    match sequence {
        "[C" | "OC" | "[B" | "OB" => return Some(Answer::Next),
        "[D" | "OD" | "[A" | "OA" => return Some(Answer::Previous),
        _ => {}
    }
    let number = sequence.strip_prefix('[')?.strip_suffix('u')?;
    let code = number.split([':', ';']).next()?.parse().ok()?;
    answer(char::from_u32(code)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_keyboard_are_numbers() {
        for keys in ["3", "٣", "۳", "\u{1b}[51u", "\u{1b}[51;1u"] {
            assert_eq!(answers(keys.as_bytes()), [Answer::Number(3)], "{keys:?}");
        }
        assert_eq!(answers(b"0"), [Answer::Number(0)]);
    }

    #[test]
    fn samples_are_walked_through_and_left() {
        assert_eq!(answers(b" \r"), [Answer::Next, Answer::Next]);
        assert_eq!(answers(b"\x1b[D"), [Answer::Previous]);
        for keys in [&b"\x1b"[..], b"q", b"\x03", b"\x1b[27u"] {
            assert_eq!(answers(keys), [Answer::Leave]);
        }
    }

    #[test]
    fn other_keys_and_replies_of_the_terminal_mean_nothing() {
        for keys in [&b"x"[..], b"\x1b[?64;1;2c", b"\x1bP>|XTerm(379)\x1b\\", b"\xff", b""] {
            assert_eq!(answers(keys), []);
        }
    }
}

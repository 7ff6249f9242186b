//! Bytes → tokens: where one key, control sequence or control string ends and the next begins.
//!
//! A keyboard does not write as a screen is written to, and so no parser of screens is used here: a lone
//! ESC is a key and can be told from the beginning of a sequence by waiting alone; ESC before anything
//! means that Alt was held; `ESC O x`, the Linux console's `CSI [ A` and the first mouse protocol have
//! tails that no screen knows; and code points in parameters need more than sixteen bits.
//!
//! What a token means is not known here. Tokens borrow the bytes: nothing is kept between two calls.

/// How long a control string may get before it is taken for none.
const LONGEST: usize = 4096;

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A character, also a control character.
    Char(char),
    /// A character with Alt held: ESC before it.
    Alt(char),
    /// `ESC O`, perhaps a parameter, and this.
    Ss3(&'a [u8], u8),
    /// A control sequence: parameters and intermediates, and the final byte.
    Csi(&'a [u8], u8),
    /// A control sequence with Alt held: ESC before it.
    AltCsi(&'a [u8], u8),
    /// `CSI [` and this.
    Console(u8),
    /// A device control string.
    Dcs(&'a [u8]),
    /// Something of which nothing is to be made.
    Nothing,
}

/// What stands at the beginning of some bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut<'a> {
    /// This, and how many bytes it took.
    Whole(Token<'a>, usize),
    /// The beginning of a sequence; the rest may come at once, or it was a key.
    Key,
    /// The beginning of something that can be no key; the rest is on its way.
    Part,
}

use Cut::{Part, Whole};

/// Cuts off the first token. There is at least one byte.
pub(super) fn cut(bytes: &[u8]) -> Cut<'_> {
    match bytes {
        [0x1b, rest @ ..] => longer(escape(rest), 1),
        _ => character(bytes),
    }
}

/// What the first token is when no more comes: keys that looked like the beginning of something, and
/// nothing where that something has been cut off.
pub(super) fn give_up(bytes: &[u8]) -> (Token<'_>, usize) {
    match (cut(bytes), bytes) {
        (Whole(token, length), _) => (token, length),
        (Cut::Key, [0x1b, b'[', parameters @ .., b'$']) => {
            (Token::Csi(parameters, b'$'), bytes.len())
        }
        (Cut::Key, [0x1b, byte @ 0x20..=0x7e]) => (Token::Alt(char::from(*byte)), 2),
        (Cut::Key, _) => (Token::Char('\x1b'), 1),
        (Part, _) => (Token::Nothing, bytes.len()),
    }
}

fn longer(cut: Cut<'_>, by: usize) -> Cut<'_> {
    match cut {
        Whole(token, length) => Whole(token, length + by),
        part => part,
    }
}

/// After an ESC.
fn escape(bytes: &[u8]) -> Cut<'_> {
    match bytes {
        [] | [b'[' | b'O' | b'P' | b']' | b'X' | b'^' | b'_'] => Cut::Key,
        [b'[', rest @ ..] => longer(sequence(rest), 1),
        [b'O', rest @ ..] => longer(single_shift(rest), 1),
        [b'P', rest @ ..] => longer(string(rest), 1),
        [b']' | b'X' | b'^' | b'_', rest @ ..] => match longer(string(rest), 1) {
            Whole(_, length) => Whole(Token::Nothing, length),
            part => part,
        },
        // A lone ESC, or Alt with a key that has a sequence.
        [0x1b] | [0x1b, b'['] => Cut::Key,
        [0x1b, b'[', rest @ ..] => match longer(sequence(rest), 2) {
            Whole(Token::Csi(parameters, last), length) => {
                Whole(Token::AltCsi(parameters, last), length)
            }
            other => other,
        },
        [0x1b, ..] => Whole(Token::Char('\x1b'), 0),
        _ => match character(bytes) {
            Whole(Token::Char(c), length) => Whole(Token::Alt(c), length),
            other => other,
        },
    }
}

/// After `CSI`: ECMA-48, 5.4.
fn sequence(bytes: &[u8]) -> Cut<'_> {
    if let [b'[', rest @ ..] = bytes {
        return rest.first().map_or(Part, |last| Whole(Token::Console(*last), 2));
    }
    let length = bytes.iter().take_while(|byte| (0x20..0x40).contains(*byte)).count();
    let (parameters, rest) = bytes.split_at(length);
    match rest.first() {
        // rxvt's keys with Shift have no final byte of their own.
        None if is_shifted(parameters) => Cut::Key,
        None if length > LONGEST => Whole(Token::Nothing, length),
        None => Part,
        // The first mouse protocol: three bytes more.
        Some(b'M') if parameters.is_empty() => {
            if rest.len() < 4 {
                Part
            } else {
                Whole(Token::Nothing, 4)
            }
        }
        Some(last @ 0x40..0x7f) => Whole(Token::Csi(parameters, *last), length + 1),
        // Broken off by what cannot be in it.
        Some(_) => Whole(Token::Nothing, length),
    }
}

fn is_shifted(parameters: &[u8]) -> bool {
    let Some((b'$', digits)) = parameters.split_last() else { return false };
    !digits.is_empty() && digits.iter().all(u8::is_ascii_digit)
}

/// After `ESC O`.
fn single_shift(bytes: &[u8]) -> Cut<'_> {
    let length = bytes.iter().take_while(|byte| byte.is_ascii_digit() || **byte == b';').count();
    let (parameters, rest) = bytes.split_at(length);
    match rest.first() {
        None => Part,
        Some(last @ 0x40..0x7f) => Whole(Token::Ss3(parameters, *last), length + 1),
        Some(_) => Whole(Token::Alt('O'), 0),
    }
}

/// The rest of a control string. BEL ends it as well as ST does; any other control breaks it off.
fn string(bytes: &[u8]) -> Cut<'_> {
    let end = bytes.iter().position(|byte| matches!(byte, 0x07 | 0x18 | 0x1a | 0x1b));
    let (text, rest) = bytes.split_at(end.unwrap_or(bytes.len()));
    match rest {
        [] if text.len() > LONGEST => Whole(Token::Nothing, text.len()),
        [] | [0x1b] => Part,
        [0x1b, b'\\', ..] => Whole(Token::Dcs(text), text.len() + 2),
        [0x1b, ..] => Whole(Token::Nothing, text.len()),
        [0x07, ..] => Whole(Token::Dcs(text), text.len() + 1),
        _ => Whole(Token::Nothing, text.len() + 1),
    }
}

/// One character of UTF-8; a byte that belongs to none is nothing.
fn character(bytes: &[u8]) -> Cut<'_> {
    let start = bytes.get(..4).unwrap_or(bytes);
    let valid = match std::str::from_utf8(start) {
        Ok(text) => text,
        Err(error) => {
            let good = start.get(..error.valid_up_to()).unwrap_or_default();
            if good.is_empty() {
                return match error.error_len() {
                    None if start.len() < 4 => Part,
                    length => Whole(Token::Nothing, length.unwrap_or(1)),
                };
            }
            std::str::from_utf8(good).unwrap_or_default()
        }
    };
    let first = valid.chars().next();
    first.map_or(Part, |c| Whole(Token::Char(c), c.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All tokens, those that are nothing left out.
    fn tokens(mut bytes: &[u8]) -> Vec<Token<'_>> {
        let mut found = Vec::new();
        while !bytes.is_empty() {
            let (token, length) = give_up(bytes);
            assert!(length > 0, "{bytes:?}");
            found.push(token);
            bytes = &bytes[length..];
        }
        found.retain(|token| *token != Token::Nothing);
        found
    }

    #[test]
    fn sequences_end_where_their_grammar_ends_them() {
        use Token::{Alt, AltCsi, Char, Console, Csi, Dcs, Ss3};
        for (bytes, expected) in [
            (&b"\x1b[Aj"[..], vec![Csi(b"", b'A'), Char('j')]),
            (b"\x1b[1;5Cj", vec![Csi(b"1;5", b'C'), Char('j')]),
            (b"\x1bOPj", vec![Ss3(b"", b'P'), Char('j')]),
            (b"\x1bO5Cj", vec![Ss3(b"5", b'C'), Char('j')]),
            (b"\x1b[[Aj", vec![Console(b'A'), Char('j')]),
            (b"\x1b[M !!j", vec![Char('j')]),
            (b"\x1b[8;1$yj", vec![Csi(b"8;1$", b'y'), Char('j')]),
            (b"\x1b[7$", vec![Csi(b"7", b'$')]),
            (b"\x1bP>|foot(1)\x1b\\j", vec![Dcs(b">|foot(1)"), Char('j')]),
            (b"\x1b]11;rgb:0/0/0\x07j", vec![Char('j')]),
            (b"\x1b_Gi=1;OK\x1b\\j", vec![Char('j')]),
            (b"\x1bj\x1b\rj", vec![Alt('j'), Alt('\r'), Char('j')]),
            (b"\x1b\x1b[Aj", vec![AltCsi(b"", b'A'), Char('j')]),
            (b"\x1b\x1b", vec![Char('\x1b'), Char('\x1b')]),
            (b"\x1b[12\x1b[Aj", vec![Csi(b"", b'A'), Char('j')]),
            (b"\x1bP1;\x1b[Aj", vec![Csi(b"", b'A'), Char('j')]),
            (b"\x1b[\xd9\x84", vec![Char('ل')]),
            ("\u{1b}ش".as_bytes(), vec![Alt('ش')]),
        ] {
            assert_eq!(tokens(bytes), expected, "{}", bytes.escape_ascii());
        }
    }

    #[test]
    fn what_looked_like_a_beginning_is_a_key_when_no_more_comes() {
        use Token::{Alt, Char};
        for (bytes, expected) in [
            (&b"\x1b"[..], Char('\x1b')),
            (b"\x1b[", Alt('[')),
            (b"\x1bO", Alt('O')),
            (b"\x1bP", Alt('P')),
        ] {
            assert_eq!(cut(bytes), Cut::Key);
            assert_eq!(tokens(bytes), [expected]);
        }
        for bytes in [&b"\x1b[>41;3"[..], b"\x1bP>|kit", b"\xd9", b"\x1b]11;", b"\x1bO5"] {
            assert_eq!(cut(bytes), Part);
            assert_eq!(tokens(bytes), []);
        }
    }

    #[test]
    fn broken_utf_8_is_nothing_and_breaks_nothing() {
        use Token::Char;
        assert_eq!(
            tokens(b"a\xff\xfeb\xc3(\x80\xe2\x82j"),
            [Char('a'), Char('b'), Char('('), Char('j')]
        );
        assert_eq!(tokens("ل🙂م".as_bytes()), [Char('ل'), Char('🙂'), Char('م')]);
    }

    #[test]
    fn a_string_without_an_end_does_not_swallow_keys_for_ever() {
        let endless = [&b"\x1bP"[..], &[b'x'; LONGEST + 1], b"\x1b[A"].concat();
        assert_eq!(tokens(&endless), [Token::Csi(b"", b'A')]);
    }
}

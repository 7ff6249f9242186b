//! Keys in all the ways in which terminals send them: characters, xterm's and rxvt's sequences, those of
//! the Linux console, and the kitty keyboard protocol.

use compact_str::CompactString;

use super::parameters::Parameters;
use super::press::KeyCode;
use super::press::Modifiers;
use super::press::Press;
use super::press::lam_and;
use super::press::letters;

/// A character that was typed, with these held.
pub(super) fn character(c: char, held: Modifiers) -> Option<Press> {
    let control = |c: u8| Press::new(KeyCode::Char(char::from(c)), held | Modifiers::CONTROL);
    let named = |key| Press::new(key, held);
    Some(match c {
        // Enter pressed before the line was ours has been turned into a line feed.
        '\r' | '\n' => named(KeyCode::Enter),
        '\t' => named(KeyCode::Tab),
        '\x1b' => named(KeyCode::Esc),
        '\x7f' => named(KeyCode::Backspace),
        '\0' => control(b' '),
        '\x01'..='\x1a' => control(c as u8 + b'a' - 1),
        '\x1c'..='\x1f' => control(c as u8 + b'@'),
        c if c.is_control() => return None,
        c => named(KeyCode::Char(c)),
    })
}

/// A control sequence; `None` where it is no key, or one that is let go.
pub(super) fn sequence(parameters: &[u8], last: u8) -> Option<Press> {
    let parameters = Parameters::new(parameters);
    if parameters.at(1).nth(1).flatten() == Some(RELEASE) {
        return None;
    }
    let held = Modifiers::of_parameter(parameters.first(1).unwrap_or(1));
    let key = match last {
        b'u' => return kitty(parameters, held),
        b'~' if parameters.first(0) == Some(27) => return other(parameters, held),
        b'~' => numbered(parameters.first(0)?)?,
        b'$' => return Some(Press::new(numbered(parameters.first(0)?)?, Modifiers::SHIFT)),
        b'^' => return Some(Press::new(numbered(parameters.first(0)?)?, Modifiers::CONTROL)),
        b'@' => {
            let held = Modifiers::SHIFT | Modifiers::CONTROL;
            return Some(Press::new(numbered(parameters.first(0)?)?, held));
        }
        b'Z' => return Some(Press::new(KeyCode::Tab, held | Modifiers::SHIFT)),
        b'a'..=b'd' if parameters.is_empty() => {
            return Some(Press::new(lettered(last)?, Modifiers::SHIFT));
        }
        b'a'..=b'd' => return None,
        // Another first number makes it the cursor's position.
        b'R' if !matches!(parameters.first(0), None | Some(1)) => return None,
        _ => lettered(last)?,
    };
    Some(Press::new(key, held))
}

/// After `ESC O`: an arrow, or a key of the keypad.
pub(super) fn single_shift(parameters: &[u8], last: u8) -> Option<Press> {
    let parameters = Parameters::new(parameters);
    let last_number = parameters.all().last().copied().unwrap_or(1);
    let held = Modifiers::of_parameter(last_number.into());
    match last {
        b'M' => Some(Press::new(KeyCode::Enter, held)),
        b'a'..=b'd' => Some(Press::new(lettered(last)?, Modifiers::CONTROL)),
        // The keypad's characters, 64 places after their own.
        b'j'..=b'y' => Some(Press::new(KeyCode::Char(char::from(last - 64)), held)),
        _ => Some(Press::new(lettered(last)?, held)),
    }
}

/// After `CSI [`: the Linux console's first five function keys.
pub(super) fn console(last: u8) -> Option<Press> {
    let number = last.checked_sub(b'@').filter(|number| (1..=5).contains(number))?;
    Some(Press::new(KeyCode::F(number), Modifiers::NONE))
}

/// The type of the event when a key is let go.
const RELEASE: u32 = 3;

const fn lettered(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' | b'a' => KeyCode::Up,
        b'B' | b'b' => KeyCode::Down,
        b'C' | b'c' => KeyCode::Right,
        b'D' | b'd' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'P' => KeyCode::F(1),
        b'Q' => KeyCode::F(2),
        b'R' => KeyCode::F(3),
        b'S' => KeyCode::F(4),
        _ => return None,
    })
}

fn numbered(number: u32) -> Option<KeyCode> {
    let function = |first: u32| u8::try_from(number - first).map(KeyCode::F).ok();
    match number {
        1 | 7 => Some(KeyCode::Home),
        2 => Some(KeyCode::Insert),
        3 => Some(KeyCode::Delete),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        11..=15 => function(10),
        17..=21 => function(11),
        23..=26 => function(12),
        28 | 29 => function(13),
        31..=34 => function(14),
        _ => None,
    }
}

/// xterm's modifyOtherKeys: `CSI 27 ; modifiers ; code ~`.
fn other(parameters: Parameters<'_>, held: Modifiers) -> Option<Press> {
    character(char::from_u32(parameters.first(2)?)?, held)
}

/// `CSI code:shifted:base ; modifiers:event ; text u`.
fn kitty(parameters: Parameters<'_>, held: Modifiers) -> Option<Press> {
    let mut codes = parameters.at(0).map(|code| char::from_u32(code?));
    let code = codes.next().flatten()?;
    let shifted = codes.next().flatten();
    let base = codes.next().flatten();
    let text: CompactString =
        parameters.at(2).flatten().filter_map(char::from_u32).filter(|c| !c.is_control()).collect();
    let key = if let Some(key) = functional(code) {
        key
    } else {
        let shifted = shifted.filter(|_| held.has(Modifiers::SHIFT) && !held.silence());
        KeyCode::Char(one_key(&text).or(shifted).or_else(|| is_typed(code).then_some(code))?)
    };
    let text = match key {
        KeyCode::Char(c) if text.is_empty() && !held.silence() => letters(c),
        // The keys of the keypad that are named tell no text of theirs.
        KeyCode::Char(_) => {
            text.chars().flat_map(|c| letters(c).chars().collect::<Vec<_>>()).collect()
        }
        _ => CompactString::default(),
    };
    Some(Press { key, held, text, base })
}

/// What types this: one character, or the first of many.
fn one_key(text: &str) -> Option<char> {
    let mut chars = text.chars();
    match (chars.next(), chars.next(), chars.next()) {
        (Some('ل'), Some(alef), None) => lam_and(alef).or(Some('ل')),
        (first, ..) => first,
    }
}

/// Whether a code is a character: keys that type nothing have codes for private use.
fn is_typed(code: char) -> bool {
    !code.is_control() && !('\u{e000}'..='\u{f8ff}').contains(&code)
}

/// The keys that have no character of their own, by the protocol's table.
fn functional(code: char) -> Option<KeyCode> {
    Some(match u32::from(code) {
        9 => KeyCode::Tab,
        13 | 57414 => KeyCode::Enter,
        27 => KeyCode::Esc,
        8 | 127 => KeyCode::Backspace,
        number @ 57376..=57398 => KeyCode::F(u8::try_from(number - 57376 + 13).ok()?),
        number @ 57399..=57408 => KeyCode::Char(char::from_digit(number - 57399, 10)?),
        57409 => KeyCode::Char('.'),
        57410 => KeyCode::Char('/'),
        57411 => KeyCode::Char('*'),
        57412 => KeyCode::Char('-'),
        57413 => KeyCode::Char('+'),
        57415 => KeyCode::Char('='),
        57417 => KeyCode::Left,
        57418 => KeyCode::Right,
        57419 => KeyCode::Up,
        57420 => KeyCode::Down,
        57421 => KeyCode::PageUp,
        57422 => KeyCode::PageDown,
        57423 => KeyCode::Home,
        57424 => KeyCode::End,
        57425 => KeyCode::Insert,
        57426 => KeyCode::Delete,
        _ => return None,
    })
}

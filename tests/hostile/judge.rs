//! Judges bytes that go to a terminal: which characters may never be in them, and which sequences are
//! the program's own. Whatever is not named here is forbidden. The tests of the program use it, and the
//! fuzz targets.

use std::collections::HashSet;

use vte::{Params, Parser, Perform};

/// More marks than layout gives a cell, with the base of a lam-alef's second half to spare.
const MOST_MARKS: usize = 20;

/// Reads a stream of bytes and keeps what is wrong with it.
#[derive(Default)]
pub struct Judge {
    parser: Parser,
    ear: Ear,
    /// The bytes of a character that is not complete yet.
    rest: Vec<u8>,
}

/// What may be in a stream besides what may always be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Leave {
    /// Left-to-right marks, which two dialects put after letters.
    pub marks: bool,
    /// Joiners, which rows in logical order keep.
    pub joiners: bool,
}

#[derive(Default)]
struct Ear {
    leave: Leave,
    faults: Vec<String>,
    seen: HashSet<char>,
    marks: usize,
}

impl Judge {
    /// A judge who lets this pass.
    pub fn new(leave: Leave) -> Self {
        Self { ear: Ear { leave, ..Ear::default() }, ..Self::default() }
    }

    /// Takes in what comes next.
    pub fn take(&mut self, bytes: &[u8]) {
        self.parser.advance(&mut self.ear, bytes);
        self.rest.extend_from_slice(bytes);
        let rest = std::mem::take(&mut self.rest);
        let (text, rest) = match std::str::from_utf8(&rest) {
            Ok(text) => (text, &[][..]),
            Err(error) => {
                let (text, rest) = rest.split_at(error.valid_up_to());
                if error.error_len().is_some() {
                    self.ear.fault(format!("bytes that are no text: {:x?}", rest.first()));
                }
                (std::str::from_utf8(text).unwrap_or_default(), rest)
            }
        };
        text.chars().for_each(|c| self.ear.hear(c));
        if rest.len() < 4 {
            self.rest.extend_from_slice(rest);
        }
    }

    /// What was printed.
    pub fn seen(&self) -> &HashSet<char> {
        &self.ear.seen
    }

    /// What was wrong; the first few.
    pub fn faults(&self) -> &[String] {
        &self.ear.faults
    }
}

/// What is wrong with bytes that are all there is.
pub fn faults(bytes: &[u8], leave: Leave) -> Vec<String> {
    let mut judge = Judge::new(leave);
    judge.take(bytes);
    if !judge.rest.is_empty() {
        judge.ear.fault("a character is cut".to_owned());
    }
    judge.ear.faults
}

/// Whether a character may never reach a terminal, inside of a sequence or out of it.
pub fn is_forbidden(c: char, leave: Leave) -> bool {
    match c {
        // What sequences are made of is judged where they end.
        '\x1b' | '\n' | '\r' | '\x07' => false,
        '\0'..='\x1f' | '\x7f'..='\u{9f}' => true,
        '\u{200e}' => !leave.marks,
        '\u{200c}' | '\u{200d}' => !leave.joiners,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200f}' => true,
        '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff0}'..='\u{fffb}' => true,
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. | '\u{e0000}'..='\u{e0fff}' => true,
        '\u{fdd0}'..='\u{fdef}' => true,
        _ => u32::from(c) & 0xfffe == 0xfffe,
    }
}

impl Ear {
    fn fault(&mut self, fault: String) {
        if self.faults.len() < 8 {
            self.faults.push(fault);
        }
    }

    fn hear(&mut self, c: char) {
        if is_forbidden(c, self.leave) {
            self.fault(format!("U+{:04X}", u32::from(c)));
        }
    }
}

/// The private modes that are switched: the alternate screen, the cursor, pasted text, the mouse.
const MODES: &[u16] = &[25, 1000, 1002, 1006, 1049, 2004];

impl Perform for Ear {
    fn print(&mut self, c: char) {
        self.seen.insert(c);
        self.marks = if is_combining(c) { self.marks + 1 } else { 0 };
        if self.marks == MOST_MARKS {
            self.fault(format!("{MOST_MARKS} marks on one letter"));
        }
    }

    fn execute(&mut self, byte: u8) {
        if !matches!(byte, b'\n' | b'\r') {
            self.fault(format!("control {byte:#04x}"));
        }
    }

    fn hook(&mut self, _: &Params, _: &[u8], _: bool, action: char) {
        self.fault(format!("device control string {action:?}"));
    }

    fn osc_dispatch(&mut self, params: &[&[u8]], bell: bool) {
        let is_ours = match params {
            [b"8", id, address @ ..] => !bell && is_link(id, address),
            [b"66", keys, text @ ..] => !bell && is_cell(keys, &text.join(&b';')),
            // Switches of Konsole and mlterm, and a text that is copied.
            [b"50", switch] => bell && switch.starts_with(b"BidiRenderingEnabled="),
            [b"5379", switch] => bell && switch.starts_with(b"use_ctl="),
            [b"52", b"c", text] => !bell && text.iter().all(|byte| is_base64(*byte)),
            _ => false,
        };
        if !is_ours {
            let shown: Vec<_> = params.iter().map(|it| String::from_utf8_lossy(it)).collect();
            self.fault(format!("operating system command {shown:?}"));
        }
    }

    fn csi_dispatch(&mut self, params: &Params, between: &[u8], ignored: bool, action: char) {
        let numbers: Vec<u16> = params.iter().flatten().copied().collect();
        let is_ours = match (between, action) {
            (b"", 'm') => true,
            (b"", 'H') => numbers.len() <= 2,
            (b"", 'J') => numbers == [2],
            (b"", 'K' | 'c') => numbers == [0],
            (b"", 'h' | 'l') => numbers == [8],
            (b"?", 'h' | 'l') => numbers.iter().all(|mode| MODES.contains(mode)),
            // Questions, and the keyboard's protocol.
            (b">", 'q' | 'c') | (b"?" | b"<" | b">", 'u') | (b"?$" | b"$", 'p') => true,
            _ => false,
        };
        if ignored || !is_ours {
            self.fault(format!("control sequence {between:?} {numbers:?} {action:?}"));
        }
    }

    fn esc_dispatch(&mut self, between: &[u8], _: bool, byte: u8) {
        // The end of a string, and the cursor kept and put back around questions.
        if !between.is_empty() || !matches!(byte, b'\\' | b'7' | b'8') {
            self.fault(format!("escape sequence {between:?} {byte:#04x}"));
        }
    }
}

/// OSC 8: an address of printable ASCII that may be opened, or none, which ends the link.
fn is_link(id: &[u8], address: &[&[u8]]) -> bool {
    let address = address.join(&b';');
    let id_fits = id.is_empty() || id.strip_prefix(b"id=").is_some_and(|id| id.is_ascii());
    let opens = [&b"http://"[..], b"https://", b"mailto:"];
    let lower = address.to_ascii_lowercase();
    let is_known = address.is_empty() || opens.iter().any(|scheme| lower.starts_with(scheme));
    id_fits && is_known && address.iter().all(u8::is_ascii_graphic)
}

fn is_cell(keys: &[u8], text: &[u8]) -> bool {
    let is_key = |byte: &u8| byte.is_ascii_digit() || b"wv=:".contains(byte);
    keys.iter().all(is_key) && text.len() <= 256
}

const fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=')
}

/// Marks that are marks in every edition of Unicode that a program may know.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{1ab0}'..='\u{1ace}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20f0}' | '\u{fe20}'..='\u{fe2f}')
}

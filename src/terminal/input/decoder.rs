//! Bytes as they come, in whatever pieces → events and answers.
//!
//! Time is not known here: the reader says when it has waited long enough for the rest of something.

use std::collections::VecDeque;
use std::mem;
use std::time::Duration;

use super::Event;
use super::Mouse;
use super::key;
use super::parameters::Parameters;
use super::press::Modifiers;
use super::press::Press;
use super::press::lam_and;
use super::report::Report;
use super::token;
use super::token::Cut;
use super::token::Token;
use crate::terminal::Replies;

/// How long a lone ESC may be the beginning of something.
const KEY: Duration = Duration::from_millis(30);
/// The same while answers are on their way, which must not be cut in two by a slow line.
const ANSWER: Duration = Duration::from_millis(150);
/// How long the rest of what can be no key may take.
const PART: Duration = Duration::from_secs(1);

const PASTE_END: &[u8] = b"\x1b[201~";
/// More than anybody wants in a text field, but enough not to cut what somebody does.
const LONGEST_PASTE: usize = 1 << 20;

/// What has come and has not been taken yet.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    bytes: Vec<u8>,
    paste: Option<Vec<u8>>,
    events: VecDeque<Event>,
    asked: Asked,
}

/// What has been asked of the terminal.
#[derive(Debug, Default)]
enum Asked {
    /// Nothing, or all is answered: what it says is of no use.
    #[default]
    Nothing,
    /// The last question has not been answered yet.
    Awaiting(Replies),
}

impl Decoder {
    /// From now on answers are awaited.
    pub(super) fn expect_replies(&mut self) {
        self.asked = Asked::Awaiting(Replies::default());
    }

    /// The answers so far, while some are still awaited.
    pub(super) fn replies_so_far(&self) -> Option<&Replies> {
        match &self.asked {
            Asked::Awaiting(replies) => Some(replies),
            Asked::Nothing => None,
        }
    }

    pub(super) fn pop(&mut self) -> Option<Event> {
        self.events.pop_front()
    }

    pub(super) fn push(&mut self, event: Event) {
        self.events.push_back(event);
    }

    /// Takes events back that were popped, in front of all others.
    pub(super) fn put_back(&mut self, events: Vec<Event>) {
        for event in events.into_iter().rev() {
            self.events.push_front(event);
        }
    }

    pub(super) fn feed(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        let bytes = mem::take(&mut self.bytes);
        let mut rest = bytes.as_slice();
        while let Some(length) = self.step(rest) {
            rest = rest.get(length..).unwrap_or_default();
        }
        self.bytes = rest.to_vec();
    }

    /// How long to wait for the rest of what has begun, if anything has.
    pub(super) fn patience(&self) -> Option<Duration> {
        if self.bytes.is_empty() || self.paste.is_some() {
            return None;
        }
        Some(match (token::cut(&self.bytes), &self.asked) {
            (Cut::Key, Asked::Nothing) => KEY,
            (Cut::Key, Asked::Awaiting(_)) => ANSWER,
            _ => PART,
        })
    }

    /// No more of it has come.
    pub(super) fn give_up(&mut self) {
        let bytes = mem::take(&mut self.bytes);
        if bytes.is_empty() || self.paste.is_some() {
            self.bytes = bytes;
            return;
        }
        let (token, length) = token::give_up(&bytes);
        self.take(token);
        self.feed(bytes.get(length..).unwrap_or_default());
    }

    /// Takes what stands in front; how many bytes that was, and `None` where it is not whole.
    fn step(&mut self, bytes: &[u8]) -> Option<usize> {
        if bytes.is_empty() {
            return None;
        }
        if let Some(paste) = self.paste.take() {
            return self.paste(paste, bytes);
        }
        let Cut::Whole(token, length) = token::cut(bytes) else { return None };
        let rest = bytes.get(length..).unwrap_or_default();
        if let Some((press, more)) = lam_alef(token, rest) {
            self.push(Event::Key(press));
            return Some(length + more);
        }
        self.take(token);
        Some(length)
    }

    /// Everything belongs to what is pasted, up to its end.
    fn paste(&mut self, mut paste: Vec<u8>, bytes: &[u8]) -> Option<usize> {
        let end = bytes.windows(PASTE_END.len()).position(|window| window == PASTE_END);
        let taken = end.unwrap_or_else(|| (bytes.len() + 1).saturating_sub(PASTE_END.len()));
        let room = LONGEST_PASTE.saturating_sub(paste.len());
        paste.extend(bytes.iter().take(taken.min(room)));
        if end.is_some() {
            self.push(Event::Paste(String::from_utf8_lossy(&paste).into_owned()));
            return Some(taken + PASTE_END.len());
        }
        self.paste = Some(paste);
        (taken > 0).then_some(taken)
    }

    fn take(&mut self, token: Token<'_>) {
        let press = match token {
            Token::Char(c) => key::character(c, Modifiers::NONE),
            Token::Alt(c) => key::character(c, Modifiers::ALT),
            Token::Ss3(parameters, last) => key::single_shift(parameters, last),
            Token::Console(last) => key::console(last),
            Token::AltCsi(parameters, last) => self.after_escape(parameters, last),
            Token::Csi(b"200", b'~') => {
                self.paste = Some(Vec::new());
                None
            }
            Token::Csi(parameters, last) => self.sequence(parameters, last),
            Token::Dcs(text) => {
                self.answer(Report::of_string(text));
                None
            }
            Token::Nothing => None,
        };
        self.events.extend(press.map(Event::Key));
    }

    /// An answer has nothing held with it: that ESC was a key of its own.
    fn after_escape(&mut self, parameters: &[u8], last: u8) -> Option<Press> {
        if !parameters.iter().all(|byte| byte.is_ascii_digit() || b":;".contains(byte)) {
            self.take(Token::Char('\x1b'));
            return self.sequence(parameters, last);
        }
        let press = key::sequence(parameters, last)?;
        Some(Press::new(press.key, press.held | Modifiers::ALT))
    }

    fn sequence(&mut self, parameters: &[u8], last: u8) -> Option<Press> {
        match (parameters, last) {
            ([b'<', rest @ ..], b'M' | b'm') => {
                self.events.extend(mouse(Parameters::new(rest), last));
                None
            }
            ([b'?' | b'>' | b'=', ..] | [.., b'$'], _) if last != b'$' => {
                self.answer(Report::of_sequence(parameters, last));
                None
            }
            _ => key::sequence(parameters, last),
        }
    }

    fn answer(&mut self, report: Option<Report>) {
        let (Asked::Awaiting(replies), Some(report)) = (&mut self.asked, report) else { return };
        report.fill(replies);
        if replies.are_complete() {
            let replies = mem::take(replies);
            self.asked = Asked::Nothing;
            self.push(Event::Replies(replies));
        }
    }
}

/// One key sends both letters, and they come together; typed apart they come one by one.
fn lam_alef(token: Token<'_>, rest: &[u8]) -> Option<(Press, usize)> {
    let Token::Char('ل') = token else { return None };
    let Cut::Whole(Token::Char(alef), length) = (!rest.is_empty()).then(|| token::cut(rest))?
    else {
        return None;
    };
    Some((Press::typed(lam_and(alef)?), length))
}

/// SGR's mouse: `CSI < button ; column ; row M`, and `m` where the button was let go.
fn mouse(parameters: Parameters<'_>, last: u8) -> Option<Event> {
    /// Bits of the button: Shift, Alt and Ctrl, which mean nothing here.
    const HELD: u32 = 4 | 8 | 16;
    let place = |at| {
        let place = parameters.first(at)?.checked_sub(1)?;
        u16::try_from(place).ok()
    };
    let mouse = match (parameters.first(0)? & !HELD, last) {
        (0, b'M') => Mouse::Click,
        (32, b'M') => Mouse::Drag,
        (0 | 32, _) => Mouse::Release,
        (64, b'M') => Mouse::WheelUp,
        (65, b'M') => Mouse::WheelDown,
        _ => return None,
    };
    Some(Event::Mouse(mouse, place(1)?, place(2)?))
}

#[cfg(test)]
mod tests;

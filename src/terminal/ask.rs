//! Asking the terminal what it is, before anything is drawn on it.
//!
//! All questions go out at once, and the last of them is one that every terminal answers: what has not
//! been answered by then will not be. Two terminals show the end of a question that they do not know,
//! so the cursor's place is kept and what stands there is erased. What is typed meanwhile is not lost,
//! and what is answered too late is never taken for keys (`input`).
//!
//! Nothing is asked where nobody could answer or the question would be seen: no terminal, a dumb one, the
//! Linux console (its name says all, and older ones show what they do not know), or from the background.

use std::fs::File;
use std::io;
use std::io::IsTerminal;
use std::io::Write;
use std::time::Duration;
use std::time::Instant;

use rustix::termios::InputModes;
use rustix::termios::LocalModes;
use rustix::termios::OptionalActions;
use rustix::termios::SpecialCodeIndex;
use rustix::termios::Termios;
use rustix::termios::tcgetattr;
use rustix::termios::tcsetattr;
use signal_hook::consts::SIGINT;
use signal_hook::low_level;

use super::input::Event;
use super::input::Input;
use super::input::KeyCode;
use super::input::Modifiers;
use super::input::Press;
use super::replies::Replies;
use super::screen;

/// XTVERSION, DA2, the kitty keyboard protocol, and whether modes 2501 and 8 are known, at a cursor that
/// comes back; DA1.
pub(super) const QUESTIONS: &str =
    "\x1b7\x1b[>0q\x1b[>c\x1b[?u\x1b[?2501$p\x1b[8$p\x1b8\x1b[K\x1b[c";

/// How long nothing is drawn while answers are awaited.
const PATIENCE: Duration = Duration::from_millis(200);
/// How long the prompt of the shell is held back for answers that would be typed into it.
const LATE: Duration = Duration::from_millis(800);

/// What the terminal answers in time. What comes later comes as [`Event::Replies`].
pub fn ask(input: &mut Input, variable: impl Fn(&str) -> Option<String>) -> Replies {
    if !can_answer(&variable) {
        return Replies::default();
    }
    let Ok(_quiet) = Quiet::new(input) else { return Replies::default() };
    if put(input).is_err() {
        return Replies::default();
    }
    let (replies, typed) = hear(input, PATIENCE);
    input.put_back(typed);
    replies
}

/// A terminal that was asked by a program which leaves it to the shell again: answers that are late are
/// caught when this is dropped, instead of being typed into the shell.
#[derive(Debug)]
pub struct Asked {
    input: Option<Input>,
    replies: Replies,
}

impl Asked {
    /// Asks, unless keys have been typed already: they are the shell's.
    pub fn new(variable: impl Fn(&str) -> Option<String>) -> Self {
        let line = can_answer(&variable).then(Input::open).and_then(Result::ok);
        let mut input = line.filter(|input| !input.is_waiting());
        let replies = input.as_mut().map(|input| {
            let replies = ask(input, variable);
            interrupt(input);
            replies
        });
        Self { input, replies: replies.unwrap_or_default() }
    }

    /// What it has answered.
    #[must_use]
    pub const fn replies(&self) -> &Replies {
        &self.replies
    }
}

impl Drop for Asked {
    fn drop(&mut self) {
        let Some(input) = self.input.as_mut().filter(|input| input.replies_so_far().is_some())
        else {
            return;
        };
        let Ok(_quiet) = Quiet::new(input) else { return };
        hear(input, LATE);
    }
}

fn can_answer(variable: &impl Fn(&str) -> Option<String>) -> bool {
    let term = variable("TERM").unwrap_or_default();
    let is_mute = matches!(term.as_str(), "" | "dumb" | "linux");
    !is_mute && io::stdout().is_terminal() && screen::in_foreground()
}

fn put(input: &mut Input) -> io::Result<()> {
    input.expect_replies();
    let mut output = io::stdout().lock();
    output.write_all(QUESTIONS.as_bytes())?;
    output.flush()
}

/// Until all is answered or the time is over; with what was typed.
fn hear(input: &mut Input, patience: Duration) -> (Replies, Vec<Event>) {
    let deadline = Instant::now() + patience;
    let mut typed = Vec::new();
    loop {
        match input.next_before(Some(deadline)) {
            Ok(Some(Event::Replies(replies))) => return (replies, typed),
            Ok(Some(event)) => typed.push(event),
            Ok(None) | Err(_) => {
                return (input.replies_so_far().cloned().unwrap_or_default(), typed);
            }
        }
    }
}

/// Ctrl-C, which was no signal while the line was quiet.
fn interrupt(input: &mut Input) {
    let ctrl_c = Press::new(KeyCode::Char('c'), Modifiers::CONTROL);
    while let Ok(Some(event)) = input.next_before(Some(Instant::now())) {
        if event == Event::Key(ctrl_c.clone()) {
            let _sent = low_level::raise(SIGINT);
        }
    }
}

/// A line on which keys come one by one and are not shown, until this is dropped. What is written is
/// written as before.
struct Quiet {
    line: File,
    found: Termios,
}

impl Quiet {
    fn new(input: &Input) -> io::Result<Self> {
        let line = input.line().try_clone()?;
        let found = tcgetattr(&line)?;
        let mut quiet = found.clone();
        quiet.local_modes -= LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG;
        quiet.local_modes -= LocalModes::IEXTEN;
        quiet.input_modes -= InputModes::ICRNL | InputModes::INLCR | InputModes::IGNCR;
        quiet.special_codes[SpecialCodeIndex::VMIN] = 1;
        quiet.special_codes[SpecialCodeIndex::VTIME] = 0;
        tcsetattr(&line, OptionalActions::Now, &quiet)?;
        Ok(Self { line, found })
    }
}

impl Drop for Quiet {
    fn drop(&mut self) {
        // A terminal that is gone needs no settings.
        let _gone = tcsetattr(&self.line, OptionalActions::Now, &self.found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a terminal shows that does not know `CSI … $ p`: qterminal and zutty.
    fn shown(before: &str) -> vt100::Screen {
        let size = std::num::NonZero::new(10).unwrap();
        let mut parser = vt100::Parser::new(size, size, 0);
        parser.process(before.as_bytes());
        parser.process(QUESTIONS.replace("$p", "$\u{18}p").as_bytes());
        parser.screen().clone()
    }

    #[test]
    fn questions_that_are_not_known_leave_nothing_on_the_screen() {
        for (before, cursor) in [("", (0, 0)), ("$ ls\r\n", (1, 0)), ("prompt", (0, 6))] {
            let screen = shown(before);
            assert_eq!(screen.contents().trim_end(), before.trim_end());
            assert_eq!(screen.cursor_position(), cursor);
        }
    }

    #[test]
    fn the_fence_is_asked_last() {
        assert!(QUESTIONS.ends_with("\x1b[c"));
    }

    #[test]
    fn a_dumb_terminal_is_not_asked() {
        for term in ["dumb", "linux", ""] {
            assert!(!can_answer(&|_: &str| Some(term.to_owned())));
        }
        assert!(!can_answer(&|_: &str| None));
    }
}

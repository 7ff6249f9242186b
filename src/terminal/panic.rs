//! Panics: the terminal is given back first, and only then anything is said, without control
//! characters.
//!
//! A panic on another thread than the one that entered does not end the program, so it must not take
//! the screen away either: its message waits until the screen is left.

use std::io;
use std::io::Write;
use std::mem;
use std::panic;
use std::panic::PanicHookInfo;
use std::sync::Mutex;
use std::sync::Once;
use std::sync::PoisonError;

use super::screen;
use super::screen::Hold;

/// Messages that wait. More than these say nothing new.
static WAITING: Mutex<Vec<String>> = Mutex::new(Vec::new());
const MOST_WAITING: usize = 8;

/// Puts our hook before the one that is there.
pub(super) fn install() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let previous = panic::take_hook();
        panic::set_hook(Box::new(move |panic| report(panic, &previous)));
    });
}

/// Says what had to wait. Nobody may be listening any more.
pub(super) fn say_waiting() {
    let messages = mem::take(&mut *WAITING.lock().unwrap_or_else(PoisonError::into_inner));
    for message in messages {
        say(&message);
    }
}

fn report(panic: &PanicHookInfo<'_>, previous: &dyn Fn(&PanicHookInfo<'_>)) {
    let message = panic.to_string();
    let clean = printable(&message);
    if screen::hold() != Hold::Free && !ends_program() {
        wait(clean);
        return;
    }
    screen::close();
    if clean == message {
        previous(panic);
    } else {
        say(&clean);
    }
}

fn ends_program() -> bool {
    cfg!(panic = "abort") || screen::is_owner()
}

fn wait(message: String) {
    let mut waiting = WAITING.lock().unwrap_or_else(PoisonError::into_inner);
    if waiting.len() < MOST_WAITING {
        waiting.push(message);
    }
}

fn say(message: &str) {
    let _ = writeln!(io::stderr(), "sahifa: {message}");
}

/// Line feeds stay; every other character that is not seen as itself (controls, what turns text around, what
/// is private) shows as what it is in Rust's own notation.
fn printable(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\'' | '"' | '\\' => clean.push(c),
            _ => clean.extend(c.escape_debug()),
        }
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        assert_eq!(printable("a\u{1b}[2Jb\u{9b}0m\r\nc"), "a\\u{1b}[2Jb\\u{9b}0m\\r\nc");
        let hidden = printable("\u{202e}\u{2028}\u{e000}\u{e0041}\u{200f}");
        assert_eq!(hidden, "\\u{202e}\\u{2028}\\u{e000}\\u{e0041}\\u{200f}");
    }

    #[test]
    fn clean_messages_stay_as_they_are() {
        let message = "panicked at src/page.rs:1:2:\n'مقال' is \"\\\"";
        assert_eq!(printable(message), message);
    }

    #[test]
    fn only_the_first_messages_wait() {
        for index in 0..20 {
            wait(index.to_string());
        }
        let waiting = mem::take(&mut *WAITING.lock().unwrap());
        assert_eq!(waiting.len(), MOST_WAITING);
        assert_eq!(waiting[0], "0");
    }
}

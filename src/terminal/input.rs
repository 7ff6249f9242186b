//! What comes from the terminal: keys, pasted text, the mouse, the terminal's size, and its answers to
//! what it has been asked.
//!
//! Not the drawing library's events: those lose the place of a key on the keyboard, take late answers
//! for keys, spin when the terminal is gone, and cut a key that sends two letters in two. Nothing here
//! knows what a key means.

#[cfg(any(not(unix), test))]
mod console;
#[cfg(unix)]
mod decoder;
#[cfg(unix)]
mod key;
#[cfg(unix)]
mod parameters;
mod press;
#[cfg(unix)]
mod reader;
#[cfg(unix)]
mod report;
#[cfg(unix)]
mod token;

use super::replies::Replies;
#[cfg(not(unix))]
pub use console::Input;
pub use press::KeyCode;
pub use press::Modifiers;
pub use press::Press;
#[cfg(unix)]
pub use reader::Input;

/// Something that has come from the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key.
    Key(Press),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something at a column and a row, counted from 0.
    Mouse(Mouse, u16, u16),
    /// The terminal has this many columns and rows now.
    Resize(u16, u16),
    /// The terminal has answered all that it was asked, though too late to be waited for.
    Replies(Replies),
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    /// The main button went down.
    Click,
    /// It moved with the main button down.
    Drag,
    /// The main button was let go.
    Release,
    /// The wheel, towards the end.
    WheelDown,
    /// The wheel, towards the start.
    WheelUp,
}

//! What comes from the terminal: keys, pasted text, the mouse, the terminal's size, and its answers to
//! what it has been asked.
//!
//! Not the drawing library's events: those lose the place of a key on the keyboard, take late answers
//! for keys, spin when the terminal is gone, and cut a key that sends two letters in two. Nothing here
//! knows what a key means.

mod console;
mod press;

use std::io;

pub use press::KeyCode;
pub use press::Modifiers;
pub use press::Press;

/// The next event.
///
/// # Errors
///
/// When the terminal is gone.
pub fn next() -> io::Result<Event> {
    console::next()
}

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

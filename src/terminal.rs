//! The terminal: which one it is, how it wants right-to-left text written, and how it is entered
//! and given back as it was found.
//!
//! Nothing here draws and nothing knows what a key means: frames are the drawing library's, commands
//! the reader's. Rows reach this module in visual order, complete, and leave it in the terminal's dialect.

#[cfg(unix)]
mod ask;
mod detect;
mod dialect;
mod input;
mod keyboard;
mod multiplexer;
#[cfg(not(unix))]
mod mute;
mod output;
mod panic;
pub mod remembered;
mod replies;
mod screen;
mod sequence;
mod session;
#[cfg(unix)]
mod signal;

#[cfg(unix)]
pub use ask::Asked;
#[cfg(unix)]
pub use ask::ask;
pub use detect::Clipboard;
pub use detect::Keyboard;
pub use detect::Switch;
pub use detect::Terminal;
pub use detect::Traits;
pub use detect::detect;
pub use dialect::Dialect;
pub use dialect::Symbol;
pub use dialect::UnknownDialect;
pub use input::Event;
pub use input::Input;
pub use input::KeyCode;
pub use input::Modifiers;
pub use input::Mouse;
pub use input::Press;
pub use keyboard::LayoutGuess;
pub use keyboard::LayoutName;
pub use keyboard::UnknownLayout;
pub use multiplexer::Client;
pub use multiplexer::Passage;
pub use multiplexer::attached;
#[cfg(not(unix))]
pub use mute::Asked;
#[cfg(not(unix))]
pub use mute::ask;
pub use output::Output;
pub use replies::Replies;
pub use sequence::ahead_of_entering;
pub use sequence::ahead_of_leaving;
pub use sequence::enter_sequence;
pub use sequence::leave_sequence;
pub use session::Error;
pub use session::Session;
pub use session::leave;

/// What a signal asks of the main loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Request {
    /// Save, leave and end with this exit status, within a second.
    Quit {
        /// 128 and the signal's number, as shells have it.
        status: i32,
    },
    /// Call [`Session::suspend`].
    Suspend,
    /// The screen has been entered anew after a stop: draw everything.
    Redraw,
}

/// How many columns the terminal has, if there is one.
#[must_use]
pub fn columns() -> Option<usize> {
    use std::io::IsTerminal;
    let size = || crossterm::terminal::size().ok().map(|(columns, _)| usize::from(columns));
    if std::io::stdout().is_terminal() { size() } else { None }
}

//! A session: from entering the terminal until it is given back as it was found, whatever happens in
//! between.
//!
//! Not here: which bytes do it (`sequence`), how they are kept from being written twice or too late
//! (`screen`), frames and keys. How the terminal was switched before we came is `detect`'s to know.

use std::fs::File;
use std::io;
use std::io::IsTerminal;

use super::Request;
use super::detect::Terminal;
use super::dialect::Dialect;
use super::input::Input;
use super::output::Output;
use super::panic;
use super::screen;
#[cfg(unix)]
use super::signal;

/// An entered terminal. Dropping it leaves.
#[derive(Debug)]
pub struct Session {
    terminal: Terminal,
}

/// Why the terminal cannot be entered: a clause for a person to act on.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No keys can come.
    #[error("standard input is not a terminal; use `sahifa print` or `sahifa list`")]
    Input,
    /// Nothing can be shown.
    #[error("standard output is not a terminal; use `sahifa print` or `sahifa list`")]
    Output,
    /// There is one screen, and a session has it.
    #[error("the terminal has been entered already")]
    Entered,
    /// It is a terminal, but it fails.
    #[error("the terminal cannot be set up: {0}")]
    Terminal(#[from] io::Error),
}

impl Session {
    /// What keys come on, before anything is entered: the terminal can be asked on it.
    ///
    /// # Errors
    ///
    /// When there is no terminal.
    pub fn line() -> Result<Input, Error> {
        if !io::stdout().is_terminal() {
            return Err(Error::Output);
        }
        Input::open().map_err(|_missing| Error::Input)
    }

    /// Enters. From now on signals and panics give the terminal back; `notify` is called, on another
    /// thread, when a signal asks for something.
    ///
    /// # Errors
    ///
    /// When there is no terminal, when a session has it already, or when it fails.
    pub fn enter(
        terminal: Terminal,
        notify: impl Fn(Request) + Send + 'static,
    ) -> Result<Self, Error> {
        if !io::stdout().is_terminal() {
            return Err(Error::Output);
        }
        if !has_keys() {
            return Err(Error::Input);
        }
        panic::install();
        if !screen::open(terminal.clone())? {
            return Err(Error::Entered);
        }
        let session = Self { terminal };
        watch(notify)?;
        Ok(session)
    }

    /// The terminal, with the dialect that it speaks now.
    #[must_use]
    pub const fn terminal(&self) -> &Terminal {
        &self.terminal
    }

    /// What frames are written to. Nothing else should write to the screen.
    #[must_use]
    pub fn output(&self) -> Output {
        Output::default()
    }

    /// Speaks another dialect. The screen is erased: draw everything anew.
    ///
    /// # Errors
    ///
    /// When the terminal fails.
    pub fn change(&mut self, dialect: Dialect) -> Result<(), Error> {
        let terminal = Terminal { dialect, ..self.terminal.clone() };
        self.identify(terminal)
    }

    /// Knows better what the terminal is. The screen is erased: draw everything anew.
    ///
    /// # Errors
    ///
    /// When the terminal fails.
    pub fn identify(&mut self, terminal: Terminal) -> Result<(), Error> {
        self.terminal = terminal.clone();
        Ok(screen::change(terminal)?)
    }

    /// Leaves, runs something that wants the terminal for itself, enters again. Draw everything anew
    /// after it. Stop reading events meanwhile.
    ///
    /// # Errors
    ///
    /// When the terminal fails on entering again.
    pub fn aside<T>(&mut self, run: impl FnOnce() -> T) -> Result<T, Error> {
        screen::lend();
        let result = run();
        // Entering from the background would stop the process that was told to end.
        #[cfg(unix)]
        if signal::is_ending() {
            return Ok(result);
        }
        screen::reclaim()?;
        Ok(result)
    }

    /// Leaves and stops, as Ctrl-Z does; enters again when continued. Draw everything anew after it.
    ///
    /// # Errors
    ///
    /// When the terminal fails on entering again.
    #[cfg(unix)]
    pub fn suspend(&mut self) -> Result<(), Error> {
        self.aside(signal::stop)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        leave();
    }
}

/// Gives the terminal back, from any thread, as often as one likes.
pub fn leave() {
    screen::close();
    panic::say_waiting();
}

/// Keys come from standard input or, when an article is piped in, from the controlling terminal.
fn has_keys() -> bool {
    io::stdin().is_terminal() || (cfg!(unix) && File::open("/dev/tty").is_ok())
}

#[cfg(unix)]
fn watch(notify: impl Fn(Request) + Send + 'static) -> io::Result<()> {
    signal::watch(Box::new(notify))
}

#[cfg(not(unix))]
fn watch(_: impl Fn(Request) + Send + 'static) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
#[cfg(test)]
mod tests;

//! The one screen of this process: whether it is ours just now, and the only place that writes to it.
//!
//! Leaving must work from any thread, twice, while a frame is being drawn and when nobody listens
//! any more. So the screen is one value behind one lock, bytes go straight to the terminal, past the
//! buffer of standard output, and what comes too late is dropped instead of landing in the shell.

use std::io;
use std::io::Write;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::thread;
use std::thread::ThreadId;
use std::time::Duration;

use crossterm::terminal::disable_raw_mode;
use crossterm::terminal::enable_raw_mode;

use super::detect::Terminal;
use super::sequence::ahead_of_changing;
use super::sequence::ahead_of_entering;
use super::sequence::ahead_of_leaving;
use super::sequence::change_sequence;
use super::sequence::enter_sequence;
use super::sequence::leave_sequence;
use super::sequence::renew_sequence;

/// How long a multiplexer takes to pass a switch on, with time to spare.
const PASSING: Duration = Duration::from_millis(200);

static SCREEN: Mutex<Option<Screen>> = Mutex::new(None);

struct Screen {
    terminal: Terminal,
    tty: Box<dyn Write + Send>,
    owner: ThreadId,
    hold: Hold,
}

/// Who has the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hold {
    /// Nobody has entered it, or it has been left for good.
    Free,
    /// We draw on it.
    Ours,
    /// The shell or another program has it; we shall want it back.
    Lent,
}

/// Enters. False when it had been entered already.
pub(super) fn open(terminal: Terminal) -> io::Result<bool> {
    let mut slot = lock();
    if slot.is_some() {
        return Ok(false);
    }
    let owner = thread::current().id();
    let mut screen = Screen { terminal, tty: tty()?, owner, hold: Hold::Lent };
    screen.take()?;
    *slot = Some(screen);
    Ok(true)
}

/// Leaves for good.
pub(super) fn close() {
    if let Some(mut screen) = lock().take() {
        screen.give();
    }
}

/// Leaves for a while.
pub(super) fn lend() {
    if let Some(screen) = &mut *lock() {
        screen.give();
    }
}

/// Enters again after [`lend`].
pub(super) fn reclaim() -> io::Result<()> {
    lock().as_mut().map_or(Ok(()), Screen::take)
}

/// Enters once more where others may have changed the screen unasked. False when it is not ours.
#[cfg(unix)]
pub(super) fn renew() -> bool {
    let mut slot = lock();
    let ours = slot.as_mut().filter(|screen| screen.hold == Hold::Ours);
    ours.is_some_and(|screen| screen.take().is_ok())
}

/// Knows better from now on what the terminal is, or speaks another dialect.
pub(super) fn change(terminal: Terminal) -> io::Result<()> {
    lock().as_mut().map_or(Ok(()), |screen| screen.change(terminal))
}

/// Writes to the screen while it is ours; else does nothing.
pub(super) fn write(bytes: &[u8]) -> io::Result<()> {
    match &mut *lock() {
        Some(screen) if screen.hold == Hold::Ours => screen.send(bytes),
        _ => Ok(()),
    }
}

pub(super) fn hold() -> Hold {
    lock().as_ref().map_or(Hold::Free, |screen| screen.hold)
}

/// Whether this thread entered.
pub(super) fn is_owner() -> bool {
    lock().as_ref().is_some_and(|screen| screen.owner == thread::current().id())
}

impl Screen {
    fn take(&mut self) -> io::Result<()> {
        raw_mode()?;
        let sequence = match self.hold {
            Hold::Ours => renew_sequence(&self.terminal),
            Hold::Free | Hold::Lent => enter_sequence(&self.terminal),
        };
        self.hold = Hold::Ours;
        let entered = self.send_after(&ahead_of_entering(&self.terminal), &sequence);
        if entered.is_err() {
            self.give();
        }
        entered
    }

    /// Errors have nowhere to go: the terminal that would show them is the one that fails.
    fn give(&mut self) {
        if self.hold != Hold::Ours {
            return;
        }
        self.hold = Hold::Lent;
        let _ = self.send_after(&ahead_of_leaving(&self.terminal), &leave_sequence(&self.terminal));
        if in_foreground() {
            let _ = disable_raw_mode();
        }
    }

    fn change(&mut self, next: Terminal) -> io::Result<()> {
        let ahead = ahead_of_changing(&self.terminal, &next);
        let sequence = change_sequence(&self.terminal, &next);
        self.terminal = next;
        if self.hold == Hold::Ours { self.send_after(&ahead, &sequence) } else { Ok(()) }
    }

    /// Sends a sequence when what goes ahead of it has had time to arrive.
    fn send_after(&mut self, ahead: &str, sequence: &str) -> io::Result<()> {
        if !ahead.is_empty() {
            self.send(ahead.as_bytes())?;
            thread::sleep(PASSING);
        }
        self.send(sequence.as_bytes())
    }

    fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.tty.write_all(bytes)?;
        self.tty.flush()
    }
}

/// A thread that panicked here has left the value whole: nothing is half done between two fields.
fn lock() -> MutexGuard<'static, Option<Screen>> {
    SCREEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Raw mode, also when the library believes in it already: a shell that had the terminal in between
/// has set its own.
fn raw_mode() -> io::Result<()> {
    disable_raw_mode()?;
    enable_raw_mode()
}

/// Standard output without its buffer and its lock.
#[cfg(unix)]
fn tty() -> io::Result<Box<dyn Write + Send>> {
    use std::fs::File;
    use std::os::fd::AsFd;
    io::stdout().flush()?;
    let copy = io::stdout().as_fd().try_clone_to_owned()?;
    Ok(Box::new(File::from(copy)))
}

#[cfg(not(unix))]
fn tty() -> io::Result<Box<dyn Write + Send>> {
    Ok(Box::new(io::stdout()))
}

/// Whether the terminal's modes are ours to set. In the background the shell has set its own
/// already, and trying would stop the process.
#[cfg(unix)]
pub(super) fn in_foreground() -> bool {
    let front = rustix::termios::tcgetpgrp(io::stdout());
    front.is_ok_and(|front| front == rustix::process::getpgrp())
}

#[cfg(not(unix))]
pub(super) const fn in_foreground() -> bool {
    true
}

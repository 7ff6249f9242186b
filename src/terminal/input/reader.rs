//! The terminal's line, read: by one thread, which waits for bytes, for the rest of what has begun, and
//! for a change of size.
//!
//! Bytes come from standard input or, when an article is piped in, from the controlling terminal. While
//! another program has the screen, they are its own and stay where they are. When the terminal is gone
//! that is an error at once: a line that is gone is always ready to be read, and waiting for it would
//! never end.

use std::fs::File;
use std::io;
use std::io::ErrorKind;
use std::io::IsTerminal;
use std::io::Read;
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::time::Duration;
use std::time::Instant;

use rustix::event::PollFd;
use rustix::event::PollFlags;
use rustix::event::Timespec;
use rustix::event::poll;
use rustix::io::Errno;
use rustix::termios::tcgetwinsize;
use signal_hook::consts::SIGWINCH;
use signal_hook::low_level;

use super::Event;
use super::decoder::Decoder;
use crate::terminal::Replies;
use crate::terminal::screen;
use crate::terminal::screen::Hold;

/// How long keys wait that were typed while another program had the screen.
const LENT: Duration = Duration::from_millis(50);

/// What comes from the terminal, one event after the other.
#[derive(Debug)]
pub struct Input {
    line: File,
    resized: UnixStream,
    decoder: Decoder,
}

/// What a wait was ended by.
enum Wake {
    Bytes,
    Resize,
    Time,
}

impl Input {
    /// Opens the line that keys come on. Its settings stay as they are.
    ///
    /// # Errors
    ///
    /// When there is none, or the program has no files left.
    pub fn open() -> io::Result<Self> {
        let line = open_line()?;
        let (resized, write) = UnixStream::pair()?;
        resized.set_nonblocking(true)?;
        low_level::pipe::register(SIGWINCH, write)?;
        Ok(Self { line, resized, decoder: Decoder::default() })
    }

    /// Waits for the next event.
    ///
    /// # Errors
    ///
    /// When the terminal is gone: nothing more will come.
    pub fn read(&mut self) -> io::Result<Event> {
        loop {
            if let Some(event) = self.next_before(None)? {
                return Ok(event);
            }
        }
    }

    /// Waits for the next event, but not longer than this.
    pub(in crate::terminal) fn next_before(
        &mut self,
        deadline: Option<Instant>,
    ) -> io::Result<Option<Event>> {
        loop {
            if let Some(event) = self.decoder.pop() {
                return Ok(Some(event));
            }
            let patience = self.decoder.patience().map(|patience| Instant::now() + patience);
            let until = deadline.into_iter().chain(patience).min();
            match self.wait(until)? {
                Wake::Bytes => self.fill()?,
                Wake::Resize => self.measure()?,
                Wake::Time if patience.is_some() && patience == until => self.decoder.give_up(),
                Wake::Time if deadline.is_some_and(|at| at <= Instant::now()) => return Ok(None),
                Wake::Time => {}
            }
        }
    }

    /// From now on the terminal's answers are awaited.
    pub(in crate::terminal) fn expect_replies(&mut self) {
        self.decoder.expect_replies();
    }

    /// What it has answered so far, while more is awaited.
    pub(in crate::terminal) fn replies_so_far(&self) -> Option<&Replies> {
        self.decoder.replies_so_far()
    }

    /// Whether something has been typed already.
    pub(in crate::terminal) fn is_waiting(&self) -> bool {
        let mut line = [PollFd::new(&self.line, PollFlags::IN)];
        poll(&mut line, Some(&Timespec::default())).is_ok_and(|ready| ready > 0)
    }

    /// Takes events back that came before what was waited for.
    pub(in crate::terminal) fn put_back(&mut self, events: Vec<Event>) {
        self.decoder.put_back(events);
    }

    pub(in crate::terminal) const fn line(&self) -> &File {
        &self.line
    }

    fn wait(&self, until: Option<Instant>) -> io::Result<Wake> {
        let lent = screen::hold() == Hold::Lent;
        let wanted = if lent { PollFlags::empty() } else { PollFlags::IN };
        let until = if lent { Some(Instant::now() + LENT) } else { until };
        let mut both = [PollFd::new(&self.line, wanted), PollFd::new(&self.resized, PollFlags::IN)];
        let time = until.map(|at| at.saturating_duration_since(Instant::now()));
        // A time too long to be told is none; a signal that was caught is not what was waited for.
        match poll(&mut both, time.and_then(|time| time.try_into().ok()).as_ref()) {
            Ok(_) | Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        let [line, resized] = both.map(|polled| polled.revents());
        if resized.intersects(PollFlags::IN) {
            return Ok(Wake::Resize);
        }
        match line {
            // It may have been lent while we waited.
            _ if line.intersects(PollFlags::IN) && screen::hold() != Hold::Lent => Ok(Wake::Bytes),
            _ if line.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) => {
                Err(ErrorKind::UnexpectedEof.into())
            }
            _ => Ok(Wake::Time),
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        let mut bytes = [0; 1024];
        match self.line.read(&mut bytes) {
            Ok(0) => Err(ErrorKind::UnexpectedEof.into()),
            Ok(length) => {
                self.decoder.feed(bytes.get(..length).unwrap_or_default());
                Ok(())
            }
            Err(error) if is_passing(&error) => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn measure(&mut self) -> io::Result<()> {
        // However many changes there were, the size is what it is now.
        while self.resized.read(&mut [0; 64]).is_ok_and(|length| length > 0) {}
        let size = tcgetwinsize(&self.line)?;
        self.decoder.push(Event::Resize(size.ws_col, size.ws_row));
        Ok(())
    }
}

fn is_passing(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::Interrupted | ErrorKind::WouldBlock)
}

fn open_line() -> io::Result<File> {
    let input = io::stdin();
    if input.is_terminal() {
        return Ok(input.as_fd().try_clone_to_owned()?.into());
    }
    controlling_terminal()
}

#[cfg(not(target_vendor = "apple"))]
fn controlling_terminal() -> io::Result<File> {
    File::open("/dev/tty")
}

/// There, `/dev/tty` cannot be waited for; the terminal by its own name can.
#[cfg(target_vendor = "apple")]
fn controlling_terminal() -> io::Result<File> {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let name = rustix::termios::ttyname(io::stdout(), Vec::new())?;
    File::open(OsStr::from_bytes(name.as_bytes()))
}

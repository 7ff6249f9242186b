//! Time for reading one text: what takes longer is left to itself, and of the text only the words are
//! taken. Every parser is bounded in what it is given (nesting, attributes, sizes); this is for what nobody
//! has thought of.
//!
//! A parser cannot be stopped, so it works on a thread of its own, which is left behind; few are, for
//! each takes a core from what is still to be read. Short texts are read in place: none takes long.

use std::panic::resume_unwind;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;
use std::time::Duration;

/// So much is read in no time, whatever it is. In bytes.
pub(super) const SHORT: usize = 16 << 10;

/// Any text may take so long, and so much more for each MiB: a quarter of the speed that pages are read
/// with. In milliseconds; unoptimised parsers get more.
const BASE: u64 = if cfg!(debug_assertions) { 20_000 } else { 2_000 };
const PER_MIB: u64 = if cfg!(debug_assertions) { 2_500 } else { 250 };

/// As much as the main thread has.
const STACK: usize = 8 << 20;

/// So many threads may be left behind at a time.
const MOST_STRAYS: usize = 4;

static STRAYS: Mutex<Vec<Weak<()>>> = Mutex::new(Vec::new());

/// Why there is no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Late {
    /// It has taken too long, or others have, and still run.
    Time,
    /// There can be no more threads.
    Thread,
}

/// How long reading so many bytes may take.
pub(super) const fn time(bytes: usize) -> Duration {
    Duration::from_millis(BASE + PER_MIB * (bytes as u64 >> 20))
}

/// What a work comes to, if it does so in time. A panic of it is one here.
pub(super) fn within<T: Send + 'static>(
    time: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Late> {
    if strays() >= MOST_STRAYS { Err(Late::Time) } else { alone(time, work) }
}

/// The same, however many were left behind: for work that is known to take no time.
pub(super) fn alone<T: Send + 'static>(
    time: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Late> {
    let alive = Arc::new(());
    let sign = Arc::downgrade(&alive);
    let (sender, result) = channel();
    let work = move || {
        // Who has given up no longer listens.
        let _gone = sender.send(work());
        drop(alive);
    };
    let thread = thread::Builder::new().stack_size(STACK).spawn(work);
    let thread = thread.map_err(|_none| Late::Thread)?;
    match result.recv_timeout(time) {
        Ok(result) => Ok(result),
        Err(RecvTimeoutError::Timeout) => {
            STRAYS.lock().unwrap_or_else(PoisonError::into_inner).push(sign);
            Err(Late::Time)
        }
        Err(RecvTimeoutError::Disconnected) => match thread.join() {
            Err(panic) => resume_unwind(panic),
            Ok(()) => Err(Late::Time),
        },
    }
}

/// How many threads that were left behind still run.
fn strays() -> usize {
    let mut strays = STRAYS.lock().unwrap_or_else(PoisonError::into_inner);
    strays.retain(|stray| stray.strong_count() > 0);
    strays.len()
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;

    use super::*;

    #[test]
    fn what_is_done_in_time_is_given_and_what_is_not_is_left_behind() {
        assert_eq!(within(time(0), || 7), Ok(7));
        let (end, wait) = channel::<()>();
        let late = within(Duration::from_millis(1), move || wait.recv().is_ok());
        assert_eq!(late, Err(Late::Time));
        assert_eq!(strays(), 1);
        drop(end);
        while strays() > 0 {
            thread::yield_now();
        }
    }

    #[test]
    fn a_panic_comes_through() {
        let panic = catch_unwind(|| within(time(0), || -> u8 { panic!("on purpose, in a test") }));
        assert!(panic.is_err());
    }
}

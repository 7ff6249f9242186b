//! Signals, turned into requests to the main loop, which alone knows what has to be saved.
//!
//! A main loop can hang, though: reading from a terminal that has died may never return. Who was
//! told to quit and has not ended after a second is ended here, with the screen given back as far as
//! it listens. Nothing runs inside a signal's handler but the crate's own: a thread waits for it.

use std::io;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use rustix::process::Signal;
use rustix::process::kill_current_process_group;
use signal_hook::consts::SIGCONT;
use signal_hook::consts::SIGHUP;
use signal_hook::consts::SIGINT;
use signal_hook::consts::SIGQUIT;
use signal_hook::consts::SIGTERM;
use signal_hook::consts::SIGTSTP;
use signal_hook::consts::SIGTTOU;
use signal_hook::flag;
use signal_hook::iterator::Signals;
use signal_hook::low_level;

use super::Request;
use super::screen;
use super::screen::Hold;

/// How long the main loop may take to save and end.
const GRACE: Duration = Duration::from_secs(1);
/// How long a terminal may take to be given back by force: behind a multiplexer it waits meanwhile.
const LAST_WRITE: Duration = Duration::from_millis(500);

type Notify = Box<dyn Fn(Request) + Send>;

/// Who is told, once the thread that tells has been started; it lives as long as the process.
static NOTIFY: Mutex<Option<Notify>> = Mutex::new(None);
/// Set inside the handler, so that it is known before anything else runs.
static ENDING: AtomicBool = AtomicBool::new(false);
/// Set while the stop signal that we send to our own process group is under way.
static OWN_STOP: AtomicBool = AtomicBool::new(false);

/// Sends all requests to `notify` from now on.
pub(super) fn watch(notify: Notify) -> io::Result<()> {
    let mut slot = NOTIFY.lock().unwrap_or_else(PoisonError::into_inner);
    if slot.is_none() {
        start()?;
    }
    *slot = Some(notify);
    Ok(())
}

/// Whether a signal has asked us to end.
pub(super) fn is_ending() -> bool {
    ENDING.load(Ordering::SeqCst)
}

/// Stops the whole process group, as Ctrl-Z would in a cooked terminal: others in a pipeline, or the
/// script that runs us, have to stop too, or the shell never comes back. Returns when continued.
pub(super) fn stop() {
    OWN_STOP.store(true, Ordering::SeqCst);
    if kill_current_process_group(Signal::TSTP).is_err() {
        OWN_STOP.store(false, Ordering::SeqCst);
    }
    stop_process();
}

/// Stops this process by a signal that has no handler of ours. Not SIGSTOP: where no shell is there
/// to continue us, the kernel ignores this one.
fn stop_process() {
    let _ = low_level::raise(SIGTTOU);
}

fn start() -> io::Result<()> {
    for signal in [SIGTERM, SIGHUP] {
        flag::register(signal, &ENDING)?;
    }
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    let serve = move || signals.forever().for_each(serve);
    thread::Builder::new().name("signals".to_owned()).spawn(serve)?;
    Ok(())
}

fn serve(signal: i32) {
    match (signal, screen::hold()) {
        (SIGTSTP, _) if OWN_STOP.swap(false, Ordering::SeqCst) => {}
        (SIGTSTP, Hold::Ours) => notify(Request::Suspend),
        (SIGTSTP, _) => stop_process(),
        (SIGCONT, _) => {
            // Entering from the background would stop the process that was told to end.
            if !is_ending() && screen::renew() {
                notify(Request::Redraw);
            }
        }
        // Keys typed to the program that has the screen.
        (SIGINT | SIGQUIT, Hold::Lent) => {}
        _ => quit(128 + signal),
    }
}

fn notify(request: Request) {
    let slot = NOTIFY.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(notify) = &*slot {
        notify(request);
    }
}

/// Asks to end, then ends. Further signals wait meanwhile: a closing terminal sends several.
fn quit(status: i32) {
    notify(Request::Quit { status });
    thread::sleep(GRACE);
    let (left, wait) = mpsc::channel();
    let leave = move || {
        screen::close();
        let _ = left.send(());
    };
    if thread::Builder::new().spawn(leave).is_ok() {
        let _ = wait.recv_timeout(LAST_WRITE);
    }
    // Not `process::exit`: that runs the exit functions of libraries, which may hang as well.
    low_level::exit(status)
}

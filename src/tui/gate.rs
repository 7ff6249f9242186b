//! Who reads keys: the reader's thread, or a program that takes our place in the terminal for a while.
//! Two who read from one terminal get every other key.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// The gate, shared by both.
#[derive(Clone, Debug, Default)]
pub(super) struct Gate {
    shared: Arc<(Mutex<State>, Condvar)>,
}

#[derive(Clone, Copy, Debug, Default)]
struct State {
    /// Somebody reads.
    taken: bool,
    /// Somebody waits for a long turn.
    wanted: bool,
}

/// A turn; dropping it ends it.
#[derive(Debug)]
pub(super) struct Turn<'a>(&'a Gate);

impl Gate {
    /// One of many turns in a row: a long one that is waited for goes first.
    pub(super) fn enter(&self) -> Turn<'_> {
        self.wait_while(|state| state.taken || state.wanted)
    }

    /// A long turn, once the short one has ended that somebody has.
    pub(super) fn take_over(&self) -> Turn<'_> {
        self.lock().wanted = true;
        let turn = self.wait_while(|state| state.taken);
        self.lock().wanted = false;
        turn
    }

    fn wait_while(&self, waits: impl Fn(State) -> bool) -> Turn<'_> {
        let (_, changed) = &*self.shared;
        let state = changed.wait_while(self.lock(), |state| waits(*state));
        state.unwrap_or_else(PoisonError::into_inner).taken = true;
        Turn(self)
    }

    /// Two words cannot be left half written.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.shared.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.lock().taken = false;
        self.0.shared.1.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_long_turn_comes_between_short_ones_and_keeps_them_out() {
        let gate = Gate::default();
        let turns = Arc::new(AtomicUsize::new(0));
        let reader = {
            let (gate, turns) = (gate.clone(), Arc::clone(&turns));
            thread::spawn(move || {
                while turns.load(Ordering::SeqCst) < 1000 {
                    let _turn = gate.enter();
                    turns.fetch_add(1, Ordering::SeqCst);
                    thread::sleep(Duration::from_millis(1));
                }
            })
        };
        let turn = gate.take_over();
        let before = turns.load(Ordering::SeqCst);
        thread::sleep(Duration::from_millis(30));
        assert_eq!(turns.load(Ordering::SeqCst), before);
        turns.store(990, Ordering::SeqCst);
        drop(turn);
        reader.join().unwrap();
    }
}

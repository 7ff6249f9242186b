//! Changes that have been told and not yet looked at.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::Look;

/// What has changed is looked at when nothing else has for so long.
const QUIET: Duration = Duration::from_millis(25);

/// But no later than this, however much goes on.
const LATEST: Duration = Duration::from_millis(250);

/// With more paths than these, looking at everything is no more work.
const MOST: usize = 1000;

/// Changes, and when they came.
#[derive(Debug, Default)]
pub(super) struct Pending {
    paths: BTreeSet<PathBuf>,
    is_all: bool,
    /// When the first of them came, and the last.
    span: Option<(Instant, Instant)>,
}

impl Pending {
    pub(super) fn note(&mut self, path: PathBuf) {
        self.came();
        if !self.is_all {
            self.paths.insert(path);
        }
        if self.paths.len() > MOST {
            self.note_all();
        }
    }

    pub(super) fn note_all(&mut self) {
        self.came();
        self.is_all = true;
        self.paths.clear();
    }

    fn came(&mut self) {
        let now = Instant::now();
        self.span = Some((self.span.map_or(now, |(first, _)| first), now));
    }

    /// When they are to be looked at.
    pub(super) fn due(&self) -> Option<Instant> {
        let (first, last) = self.span?;
        Some((last + QUIET).min(first + LATEST))
    }

    /// What is to be looked at, if it is time.
    pub(super) fn take(&mut self, now: Instant) -> Option<Look> {
        self.due().filter(|due| *due <= now)?;
        let Self { paths, is_all, .. } = std::mem::take(self);
        Some(if is_all { Look::All } else { Look::Paths(paths.into_iter().collect()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_together_is_taken_together_when_it_is_quiet() {
        let mut pending = Pending::default();
        assert_eq!((pending.due(), pending.take(Instant::now())), (None, None));
        for path in ["b", "a", "b"] {
            pending.note(path.into());
        }
        let due = pending.due().unwrap();
        assert_eq!(pending.take(due.checked_sub(Duration::from_millis(1)).unwrap()), None);
        assert_eq!(pending.take(due), Some(Look::Paths(vec!["a".into(), "b".into()])));
        assert_eq!(pending.due(), None);
    }

    #[test]
    fn it_is_never_put_off_for_long() {
        let mut pending = Pending::default();
        pending.note("a".into());
        let (first, _) = pending.span.unwrap();
        pending.span = Some((first, first + Duration::from_secs(9)));
        assert_eq!(pending.due(), Some(first + LATEST));
    }

    #[test]
    fn too_many_paths_are_everything() {
        let mut pending = Pending::default();
        (0..=MOST).for_each(|number| pending.note(number.to_string().into()));
        pending.note("one more".into());
        assert_eq!(pending.take(pending.due().unwrap()), Some(Look::All));
    }
}

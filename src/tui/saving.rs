//! How far what the reader has done is kept: the app's part of saving, which a thread of its own does.
//!
//! Reading on changes the place all the time; it is told to the store now and then, and at the end.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use crate::article::ArticleId;
use crate::store::Position;

/// How often places are saved.
const PLACES: Duration = Duration::from_secs(5);

/// Changes on their way to the disk.
#[derive(Debug, Default)]
pub struct Saving {
    /// How many have been made.
    pub made: u64,
    /// What was said of the last one; whether it is saved remains to be said.
    pub said: Option<String>,
    /// Why those that were made last are not saved, if that was tried.
    pub failed: Option<String>,
    /// Why what others have saved cannot be read, as it was said last.
    pub unread: Option<String>,
    /// Places that wait to be saved.
    pub places: BTreeMap<ArticleId, Position>,
    /// When they are to be.
    pub next: Option<Instant>,
}

impl Saving {
    /// The places that wait, if it is time to save them.
    pub fn due(&mut self) -> BTreeMap<ArticleId, Position> {
        let now = Instant::now();
        if self.places.is_empty() || self.next.is_some_and(|next| now < next) {
            return BTreeMap::new();
        }
        self.next = Some(now + PLACES);
        std::mem::take(&mut self.places)
    }
}

//! A terminal that is asked nothing: Windows has a console, which is told by the environment.

use super::input::Input;
use super::replies::Replies;

/// Nothing is answered.
pub fn ask(_: &mut Input, _: impl Fn(&str) -> Option<String>) -> Replies {
    Replies::default()
}

/// A terminal that was not asked.
#[derive(Debug, Default)]
pub struct Asked {
    replies: Replies,
}

impl Asked {
    /// Does not ask.
    pub fn new(_: impl Fn(&str) -> Option<String>) -> Self {
        Self::default()
    }

    /// Nothing.
    #[must_use]
    pub const fn replies(&self) -> &Replies {
        &self.replies
    }
}

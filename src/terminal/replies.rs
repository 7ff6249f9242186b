//! What a terminal says when it is asked what it is. Asking, and reading the answers, is not done here.

use super::multiplexer::Client;

/// The answers; a question that got none is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replies {
    /// XTVERSION: its name and version in its own words, such as `kitty(0.26.5)`.
    pub version: Option<String>,
    /// Primary device attributes, the numbers after the question mark: `[62, 4, 22]`.
    pub primary: Option<Vec<u16>>,
    /// Secondary device attributes: `[65, 7006, 1]`.
    pub secondary: Option<Vec<u16>>,
    /// DECRQM of ECMA-48's bidirectional support mode (`CSI 8 $ p`): 0 unknown, 1 set, 2 reset, 3 and 4
    /// the same for good.
    pub bdsm: Option<u16>,
    /// DECRQM of the private mode 2501, which finds the direction of each paragraph.
    pub autodetection: Option<u16>,
    /// The flags of the kitty keyboard protocol that are set; an answer means that it speaks it.
    pub keyboard: Option<u16>,
    /// Where the terminal is tmux: what it tells of the one that is attached to it.
    pub client: Option<Client>,
}

impl Replies {
    /// Whether the question that was asked last has been answered, so that no more will come. Every
    /// terminal answers that one.
    #[must_use]
    pub const fn are_complete(&self) -> bool {
        self.primary.is_some()
    }
}

//! Where one writes: between two letters, and by the side of which of them. Where the direction
//! changes, these two are not neighbours on the screen.

/// A place in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Caret {
    /// The bytes before it; a grapheme boundary.
    pub at: usize,
    /// The letter that it stands by.
    pub side: Side,
}

/// Which of its two letters a caret stands by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) enum Side {
    /// After the one before it, as when that has just been typed.
    After,
    /// Before the one after it.
    #[default]
    Before,
}

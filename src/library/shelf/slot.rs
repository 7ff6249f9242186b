//! Where the article of a row is: nowhere, in memory, or in a row of the base.

/// Where an article is. There is one for each row that has ever been, so it is no more than a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot(u32);

impl Slot {
    /// It is nowhere.
    pub(super) const GONE: Self = Self(u32::MAX);

    /// It is in memory.
    pub(super) const HERE: Self = Self(u32::MAX - 1);

    /// It is in this row of the base.
    pub(super) const fn known(row: u32) -> Self {
        Self(row)
    }

    /// The row of the base that it is in.
    pub(super) fn in_base(self) -> Option<u32> {
        (self != Self::GONE && self != Self::HERE).then_some(self.0)
    }
}

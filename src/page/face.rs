//! How a cell looks, in typography's words; a theme turns them into colours.

/// A set of typographic styles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Face(u8);

impl Face {
    /// Running text.
    pub const PLAIN: Self = Self(0);
    /// Stressed.
    pub const EMPHASIS: Self = Self(1);
    /// Bold.
    pub const STRONG: Self = Self(2);
    /// Struck through.
    pub const STRIKE: Self = Self(4);
    /// Marked by the author.
    pub const MARK: Self = Self(8);
    /// Code in running text.
    pub const CODE: Self = Self(16);
    /// Part of a link.
    pub const LINK: Self = Self(32);
    /// Not the article's own: bullets, bars, link numbers.
    pub const FURNITURE: Self = Self(64);
    /// Marked by the reader.
    pub const HIGHLIGHT: Self = Self(128);

    /// Each of them that a span of the text can have.
    pub(super) const ALL: [Self; 7] = [
        Self::EMPHASIS,
        Self::STRONG,
        Self::STRIKE,
        Self::MARK,
        Self::CODE,
        Self::LINK,
        Self::FURNITURE,
    ];

    /// Both.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all of `other` is in it.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

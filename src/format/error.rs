//! Why a file gives no article.

/// A lower-case clause for a person to act on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Nothing but white space.
    #[error("the file is empty")]
    Empty,
    /// Not text in any encoding; holds what it looks like.
    #[error("not text but {0}")]
    Binary(&'static str),
    /// Text of this format, but no article in it; holds what is missing.
    #[error("no article in it: {0}")]
    NoArticle(&'static str),
    /// Of this format, but broken; holds what is wrong with it.
    #[error("damaged: {0}")]
    Damaged(String),
    /// It needs a password.
    #[error("locked with a password; unpack it first")]
    Locked,
    /// Of a kind that is not read; holds the kind, and what to do instead.
    #[error("{0}")]
    Unsupported(&'static str),
    /// More than is read of one file; holds the limit.
    #[error("too large: {0}")]
    TooLarge(&'static str),
    /// It would take longer than any article may; its words are all that was read of it, if that.
    #[error("it takes too long to read; at most its words are shown")]
    TooSlow,
}

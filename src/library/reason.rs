//! Why a file of a library gave no article. In English for pipes and JSON; what shows it to a reader says
//! it in theirs, by the name of a text and the detail that goes into it.

use std::fmt;
use std::io;

use crate::format;

/// Why a file gave no article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// What is in it.
    Format(format::Error),
    /// It is not there.
    Missing,
    /// The user may not read it.
    Forbidden,
    /// Larger than any article; holds the limit.
    TooLarge(&'static str),
    /// A device, a pipe, a socket.
    NotRegular,
    /// A link that leads nowhere.
    DeadLink,
    /// A link that leads out of the library.
    OutsideLink,
    /// A link to a folder.
    FolderLink,
    /// A link that leads back to where it stands.
    LinkLoop,
    /// A folder that is inside itself.
    FolderLoop,
    /// Below too many folders.
    TooDeep,
    /// The article has been taken out of it.
    Gone,
    /// A parser panicked.
    Failed,
    /// Anything else, in the system's words.
    Other(String),
}

impl Reason {
    /// Whether it may pass without a change of the file: it is not in the file but in the system.
    #[must_use]
    pub(super) const fn may_pass(&self) -> bool {
        matches!(self, Self::Missing | Self::Forbidden | Self::Other(_))
    }

    /// The name of the text that tells it in the reader's language.
    #[must_use]
    pub const fn text(&self) -> &'static str {
        use format::Error;
        match self {
            Self::Format(Error::Empty) => "reason-empty",
            Self::Format(Error::Binary(_)) => "reason-binary",
            Self::Format(Error::NoArticle(_)) => "reason-no-article",
            Self::Format(Error::Damaged(_)) => "reason-damaged",
            Self::Format(Error::Locked) => "reason-locked",
            Self::Format(Error::TooLarge(_)) => "reason-too-long",
            Self::Format(Error::TooSlow) => "reason-too-slow",
            Self::TooLarge(_) => "reason-too-large",
            Self::Format(Error::Unsupported(_)) | Self::Other(_) => "reason-other",
            Self::Missing => "reason-missing",
            Self::Forbidden => "reason-forbidden",
            Self::NotRegular => "reason-not-regular",
            Self::DeadLink => "reason-dead-link",
            Self::OutsideLink => "reason-outside-link",
            Self::FolderLink => "reason-folder-link",
            Self::LinkLoop => "reason-link-loop",
            Self::FolderLoop => "reason-folder-loop",
            Self::TooDeep => "reason-too-deep",
            Self::Gone => "reason-gone",
            Self::Failed => "reason-failed",
        }
    }

    /// What goes into that text, in English; empty where nothing does.
    #[must_use]
    pub fn detail(&self) -> &str {
        use format::Error;
        match self {
            Self::Format(Error::Damaged(detail)) | Self::Other(detail) => detail,
            Self::Format(
                Error::Binary(detail)
                | Error::NoArticle(detail)
                | Error::Unsupported(detail)
                | Error::TooLarge(detail),
            )
            | Self::TooLarge(detail) => detail,
            _ => "",
        }
    }
}

/// A lower-case clause.
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Format(error) => return error.fmt(f),
            Self::TooLarge(limit) => return write!(f, "larger than {limit}"),
            Self::Other(words) => words,
            Self::Missing => "no such file or directory",
            Self::Forbidden => "no permission to read it",
            Self::NotRegular => "not a regular file",
            Self::DeadLink => "a link that leads nowhere",
            Self::OutsideLink => "a link that leads out of the library",
            Self::FolderLink => "a link to a folder, which is not followed",
            Self::LinkLoop => "a loop of links",
            Self::FolderLoop => "a folder that is mounted inside itself",
            Self::TooDeep => "folders nested too deep to follow",
            Self::Gone => "the article is no longer in this file",
            Self::Failed => "the program failed on this file; please report it",
        })
    }
}

impl From<format::Error> for Reason {
    fn from(error: format::Error) -> Self {
        Self::Format(error)
    }
}

impl From<&io::Error> for Reason {
    fn from(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Forbidden,
            _ if is_loop(error) => Self::LinkLoop,
            _ => {
                let text = error.to_string();
                let mut chars = text.chars();
                let first: Vec<char> =
                    chars.next().into_iter().flat_map(char::to_lowercase).collect();
                Self::Other(first.into_iter().chain(chars).collect())
            }
        }
    }
}

#[cfg(unix)]
fn is_loop(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error())
}

#[cfg(not(unix))]
const fn is_loop(_: &io::Error) -> bool {
    false
}

impl From<&str> for Reason {
    fn from(words: &str) -> Self {
        Self::Other(words.to_owned())
    }
}

impl From<String> for Reason {
    fn from(words: String) -> Self {
        Self::Other(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_of_the_system_are_known_or_keep_their_words() {
        let reason = |error: io::Error| Reason::from(&error);
        assert_eq!(reason(io::ErrorKind::NotFound.into()), Reason::Missing);
        assert_eq!(reason(io::ErrorKind::PermissionDenied.into()), Reason::Forbidden);
        let other = reason(io::Error::other("Is a directory"));
        assert_eq!((other.text(), other.detail()), ("reason-other", "is a directory"));
    }

    #[test]
    fn the_detail_is_what_the_english_words_hold() {
        let reason = Reason::from(format::Error::Binary("a PNG image"));
        assert_eq!((reason.text(), reason.detail()), ("reason-binary", "a PNG image"));
        assert_eq!(reason.to_string(), "not text but a PNG image");
        assert_eq!(Reason::Missing.detail(), "");
    }
}

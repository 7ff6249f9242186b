//! That what was written down cannot be believed.

use std::io;

/// Why a catalogue is to be made anew.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("the catalogue's cache is not to be used: {0}")]
pub struct Damage(pub(super) &'static str);

impl From<io::Error> for Damage {
    fn from(error: io::Error) -> Self {
        Self(if error.kind() == io::ErrorKind::NotFound { "there is none" } else { "not readable" })
    }
}

impl From<postcard::Error> for Damage {
    fn from(_: postcard::Error) -> Self {
        Self("not as it was encoded")
    }
}

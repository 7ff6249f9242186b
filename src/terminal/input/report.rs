//! What a terminal says of itself, whenever it comes: never keys.

use super::parameters::Parameters;
use crate::terminal::Replies;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Report {
    /// XTVERSION.
    Version(String),
    /// DA1.
    Primary(Vec<u16>),
    /// DA2.
    Secondary(Vec<u16>),
    /// DECRPM of ECMA-48's mode 8.
    Bdsm(u16),
    /// DECRPM of the private mode 2501.
    Autodetection(u16),
    /// The flags of the kitty keyboard protocol.
    Keyboard(u16),
}

impl Report {
    /// From a control sequence: all that stands before its final byte, and that byte.
    pub(super) fn of_sequence(parameters: &[u8], last: u8) -> Option<Self> {
        match (parameters, last) {
            ([b'?', rest @ ..], b'c') => Some(Self::Primary(Parameters::new(rest).all())),
            ([b'>', rest @ ..], b'c') => Some(Self::Secondary(Parameters::new(rest).all())),
            ([b'?', rest @ ..], b'u') => {
                Some(Self::Keyboard(Parameters::new(rest).all().first().copied().unwrap_or(0)))
            }
            ([b'?', rest @ .., b'$'], b'y') => match Parameters::new(rest).all()[..] {
                [2501, value] => Some(Self::Autodetection(value)),
                _ => None,
            },
            ([rest @ .., b'$'], b'y') => match Parameters::new(rest).all()[..] {
                [8, value] => Some(Self::Bdsm(value)),
                _ => None,
            },
            _ => None,
        }
    }

    /// From a device control string. What is no text is left out of it: it will be shown.
    pub(super) fn of_string(text: &[u8]) -> Option<Self> {
        let version = String::from_utf8_lossy(text.strip_prefix(b">|")?);
        Some(Self::Version(version.chars().filter(|c| !c.is_control()).collect()))
    }

    pub(super) fn fill(self, replies: &mut Replies) {
        match self {
            Self::Version(text) => replies.version = Some(text),
            Self::Primary(numbers) => replies.primary = Some(numbers),
            Self::Secondary(numbers) => replies.secondary = Some(numbers),
            Self::Bdsm(value) => replies.bdsm = Some(value),
            Self::Autodetection(value) => replies.autodetection = Some(value),
            Self::Keyboard(flags) => replies.keyboard = Some(flags),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes_that_were_not_asked_for_are_nothing() {
        assert_eq!(Report::of_sequence(b"?2026;2$", b'y'), None);
        assert_eq!(Report::of_sequence(b"4;1$", b'y'), None);
        assert_eq!(Report::of_sequence(b"8$", b'y'), None);
        assert_eq!(Report::of_sequence(b"8;1$", b'y'), Some(Report::Bdsm(1)));
        assert_eq!(Report::of_sequence(b"1;5", b'C'), None);
    }

    #[test]
    fn a_name_is_text() {
        assert_eq!(Report::of_string(b">|a\x01b\xff"), Some(Report::Version("ab\u{fffd}".into())));
        assert_eq!(Report::of_string(b"1+r"), None);
    }
}

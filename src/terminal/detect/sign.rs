//! The signs by which a terminal is told: what it replies, and what it leaves in the environment.
//!
//! Which terminal shows which sign is the table's business.

use std::fmt;
use std::ops::RangeInclusive;

use crate::terminal::replies::Replies;

/// Any number.
pub(super) const ANY: RangeInclusive<u16> = 0..=u16::MAX;

/// A trace of a terminal.
#[derive(Debug)]
pub(super) enum Sign {
    /// XTVERSION names this.
    Version(&'static str),
    /// XTVERSION names this, in this version or a later one.
    VersionFrom(&'static str, [u32; 2]),
    /// Secondary device attributes (DA2): the kind of terminal, its version, its keyboard.
    Secondary(u16, RangeInclusive<u16>, RangeInclusive<u16>),
    /// These variables have these values: what tells a terminal from the one whose library it uses,
    /// and whose attributes it therefore replies.
    Together(&'static [(&'static str, &'static str)]),
    /// `TERM` is this, perhaps with something after it: `foot`, `foot-extra`.
    Term(&'static str),
    /// `TERM` is exactly this, and that variable is set.
    TermWith(&'static str, &'static str),
    /// `TERM` is this, perhaps with something after it, and that variable is set.
    TermAmong(&'static str, &'static str),
    /// It did not tell tmux its name, and its `TERM` is exactly this.
    Mute(&'static str),
    /// `TERM_PROGRAM` is this.
    Program(&'static str),
    /// `TERM_PROGRAM` is this, in this version or a later one.
    ProgramFrom(&'static str, [u32; 2]),
    /// The variable is set.
    Set(&'static str),
    /// The variable is set to this number or a greater one.
    SetFrom(&'static str, u32),
    /// The first variable is set, and the second has this value.
    SetWith(&'static str, &'static str, &'static str),
}

/// How much a sign counts, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// The terminal says its name.
    Name,
    /// The terminal says what it resembles.
    Attributes,
    /// What every terminal sets anew.
    Term,
    /// What many do.
    Program,
    /// What only this one sets, and what its children inherit.
    Variable,
}

impl Rank {
    pub(super) const ALL: [Self; 5] =
        [Self::Name, Self::Attributes, Self::Term, Self::Program, Self::Variable];
}

/// All that is known of the terminal that is to be told.
#[derive(Clone, Copy)]
pub(super) struct Clues<'a> {
    pub(super) replies: &'a Replies,
    /// The value of a variable, if it is set to anything.
    pub(super) env: &'a dyn Fn(&str) -> Option<String>,
}

impl Clues<'_> {
    fn is(&self, variable: &str, wanted: &str) -> bool {
        (self.env)(variable).is_some_and(|value| value == wanted)
    }

    pub(super) fn is_set(&self, variable: &str) -> bool {
        (self.env)(variable).is_some()
    }
}

impl Sign {
    pub(super) const fn rank(&self) -> Rank {
        match self {
            Self::Version(_) | Self::VersionFrom(..) => Rank::Name,
            Self::Secondary(..) | Self::Together(_) => Rank::Attributes,
            Self::Term(_) | Self::TermWith(..) | Self::TermAmong(..) | Self::Mute(_) => Rank::Term,
            Self::Program(_) | Self::ProgramFrom(..) => Rank::Program,
            Self::Set(_) | Self::SetFrom(..) | Self::SetWith(..) => Rank::Variable,
        }
    }

    pub(super) fn shows(&self, clues: &Clues<'_>) -> bool {
        let named = |wanted| clues.replies.version.as_deref().and_then(|text| after(text, wanted));
        let term = |wanted| (clues.env)("TERM").is_some_and(|term| is_term(&term, wanted));
        match self {
            Self::Version(wanted) => named(wanted).is_some(),
            Self::VersionFrom(wanted, from) => named(wanted).is_some_and(|it| version(it) >= *from),
            Self::Secondary(kind, version, keyboard) => {
                matches!(clues.replies.secondary.as_deref(), Some([first, second, third, ..])
                    if first == kind && version.contains(second) && keyboard.contains(third))
            }
            Self::Together(wanted) => wanted.iter().all(|(name, value)| clues.is(name, value)),
            Self::Term(wanted) => term(wanted),
            Self::TermWith(wanted, name) => clues.is("TERM", wanted) && clues.is_set(name),
            Self::TermAmong(wanted, name) => term(wanted) && clues.is_set(name),
            Self::Mute(wanted) => {
                let asked = clues.replies.client.as_ref();
                asked.is_some_and(|client| client.version.is_none()) && clues.is("TERM", wanted)
            }
            Self::Program(wanted) => clues.is("TERM_PROGRAM", wanted),
            Self::ProgramFrom(wanted, from) => {
                clues.is("TERM_PROGRAM", wanted)
                    && (clues.env)("TERM_PROGRAM_VERSION").is_some_and(|it| version(&it) >= *from)
            }
            Self::Set(name) => clues.is_set(name),
            Self::SetFrom(name, from) => {
                let value = (clues.env)(name).and_then(|value| value.parse::<u32>().ok());
                value.is_some_and(|value| value >= *from)
            }
            Self::SetWith(name, other, wanted) => clues.is_set(name) && clues.is(other, wanted),
        }
    }
}

impl fmt::Display for Sign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Version(name) => write!(f, "it calls itself {name}"),
            Self::VersionFrom(name, [major, minor]) => {
                write!(f, "it calls itself {name}, version {major}.{minor} or later")
            }
            Self::Mute(wanted) => write!(f, "TERM is {wanted}, and it did not tell tmux its name"),
            Self::Secondary(kind, ..) => {
                write!(f, "its secondary attributes (DA2) are those of kind {kind}")
            }
            Self::Together(wanted) => {
                let pairs: Vec<String> =
                    wanted.iter().map(|(name, value)| format!("{name} is {value}")).collect();
                f.write_str(&pairs.join(" and "))
            }
            Self::Term(wanted) => write!(f, "TERM begins with {wanted}"),
            Self::TermWith(wanted, name) => write!(f, "TERM is {wanted} and {name} is set"),
            Self::TermAmong(wanted, name) => {
                write!(f, "TERM begins with {wanted} and {name} is set")
            }
            Self::Program(wanted) => write!(f, "TERM_PROGRAM is {wanted}"),
            Self::ProgramFrom(wanted, [major, minor]) => {
                write!(f, "TERM_PROGRAM is {wanted}, version {major}.{minor} or later")
            }
            Self::Set(name) => write!(f, "{name} is set"),
            Self::SetFrom(name, from) => write!(f, "{name} is {from} or more"),
            Self::SetWith(name, other, wanted) => {
                write!(f, "{name} is set and {other} is {wanted}")
            }
        }
    }
}

/// What follows a name: nothing where another name only begins alike.
fn after<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.strip_prefix(name).filter(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// Whether `term` is `wanted` or a variety of it; `stterm` is no variety of `st`.
fn is_term(term: &str, wanted: &str) -> bool {
    let rest = term.strip_prefix(wanted);
    rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// The first two numbers of a version, whatever stands around it: `(0.41.1)`, ` 22.12.3`.
fn version(text: &str) -> [u32; 2] {
    let leading = |part: &str| {
        let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().unwrap_or(0)
    };
    let text = text.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    let mut parts = text.split('.').map(leading);
    [parts.next().unwrap_or(0), parts.next().unwrap_or(0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_terminals_write_them() {
        assert_eq!(version("(0.41.1)"), [0, 41]);
        assert_eq!(version(" 22.12.3"), [22, 12]);
        assert_eq!(version(" 3.7.0beta2"), [3, 7]);
        assert_eq!(version("(379)"), [379, 0]);
        assert_eq!(version("next"), [0, 0]);
        assert_eq!(version("(99999999999.1)"), [0, 1]);
    }

    #[test]
    fn a_name_ends_where_another_would_go_on() {
        assert_eq!(after("kitty(0.41.1)", "kitty"), Some("(0.41.1)"));
        assert_eq!(after("tmux 3.3a", "tmux"), Some(" 3.3a"));
        assert_eq!(after("foot", "foot"), Some(""));
        assert_eq!(after("footclient 2", "foot"), None);
        assert_eq!(after("xterm.js(6.0)", "XTerm"), None);
    }

    #[test]
    fn attributes_that_are_too_few_tell_nothing() {
        let sign = Sign::Secondary(84, ANY, ANY);
        for (attributes, expected) in
            [(vec![84, 0, 0], true), (vec![84], false), (vec![], false), (vec![85, 0, 0], false)]
        {
            let replies = Replies { secondary: Some(attributes), ..Replies::default() };
            assert_eq!(sign.shows(&Clues { replies: &replies, env: &|_| None }), expected);
        }
    }
}

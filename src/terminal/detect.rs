//! Which terminal this is, told by its environment, and therefore which dialect it speaks.
//!
//! Variables leak: a terminal started from another inherits the other's. What every terminal sets
//! anew outranks what only one of them knows: first `TERM`, then `TERM_PROGRAM`, then the variables
//! of their own, and among these the table's order decides. It puts first the guess that does least
//! harm when wrong: Konsole's switch is ignored elsewhere, without it Konsole mirrors every word.
//!
//! The environment is given, never read here. It cannot tell `PuTTY` (no variable, `TERM=xterm`),
//! nor much through ssh, which carries `TERM` alone. Asking the terminal itself is not done here.

use std::fmt;

use super::dialect::Dialect;
use super::replies::Replies;
use crate::text::Joining;
use crate::text::Marks;
use crate::text::Order;

mod table;

use table::KNOWN;

/// The terminal that we write to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// What it calls itself.
    pub name: String,
    /// What its rows have to be written in.
    pub dialect: Dialect,
    /// How its own reordering is switched off and on.
    pub switch: Switch,
    /// What tells, for people: a clause made of our own words, nothing foreign in it.
    pub why: String,
    /// What it is good at.
    pub traits: Traits,
}

/// What a terminal is good at, beside the order of letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traits {
    /// Hidden where it would spoil the letters that vowel signs stand on.
    pub marks: Marks,
    /// Who joins letters where rows are in visual order.
    pub joining: Joining,
    /// Whether it takes what is to be copied.
    pub clipboard: Clipboard,
}

impl Traits {
    /// The order that layout puts cells in for a dialect on such a terminal, and who joins the
    /// letters. Marks between letters keep a terminal from joining them.
    #[must_use]
    pub const fn layout(self, dialect: Dialect) -> (Order, Joining) {
        match (dialect, dialect.layout()) {
            (Dialect::Visual | Dialect::Kitty, (order, Joining::Forms)) => (order, self.joining),
            (_, layout) => layout,
        }
    }
}

/// Whether a terminal passes on to the clipboard what OSC 52 hands it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clipboard {
    /// It is known to.
    Takes,
    /// It is known not to, or only where the user has allowed it.
    Refuses,
    /// Nothing is known.
    #[default]
    Unknown,
}

/// The control sequences that stop a terminal from reordering and that let it reorder again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Switch {
    /// Stops it. Rows take it when they are next erased.
    pub off: &'static str,
    /// Gives it back, as the user had it.
    pub on: &'static str,
}

impl Switch {
    /// ECMA-48's bidirectional support mode: VTE and mintty need it, and nobody else minds.
    pub const BDSM: Self = Self { off: "\x1b[8l", on: "\x1b[8h" };
    /// `WezTerm` knows the mode but starts without it: giving it back would switch it on.
    pub const STAY_OFF: Self = Self { off: "\x1b[8l", on: "" };
    /// Konsole, for the whole view, at once. It cannot be asked what the user had.
    pub const KONSOLE: Self = Self {
        off: "\x1b[8l\x1b]50;BidiRenderingEnabled=false\x07",
        on: "\x1b]50;BidiRenderingEnabled=true\x07\x1b[8h",
    };
    /// mlterm, for the whole screen, at once.
    pub const MLTERM: Self =
        Self { off: "\x1b[8l\x1b]5379;use_ctl=false\x07", on: "\x1b]5379;use_ctl=true\x07\x1b[8h" };
}

/// One terminal that we know.
#[derive(Debug)]
struct Known {
    name: &'static str,
    /// Any of these gives it away.
    signs: &'static [Sign],
    dialect: Dialect,
    /// What it needs when a multiplexer stands between, which swallows the switch.
    behind: Dialect,
    switch: Switch,
    /// Where we know this from.
    proof: &'static str,
}

/// A trace of a terminal in the environment.
#[derive(Clone, Copy, Debug)]
enum Sign {
    /// `TERM` is this, perhaps with something after it: `foot`, `foot-extra`.
    Term(&'static str),
    /// `TERM` is exactly this, and that variable is set.
    TermWith(&'static str, &'static str),
    /// `TERM_PROGRAM` is this.
    Program(&'static str),
    /// `TERM_PROGRAM` is this, in this version or a later one.
    ProgramFrom(&'static str, [u32; 2]),
    /// The variable is set.
    Set(&'static str),
    /// The first variable is set, and the second has this value.
    SetWith(&'static str, &'static str, &'static str),
}

/// How much a sign counts, the best first.
const RANKS: [fn(&Sign) -> bool; 3] = [
    |sign| matches!(sign, Sign::Term(_) | Sign::TermWith(..)),
    |sign| matches!(sign, Sign::Program(_) | Sign::ProgramFrom(..)),
    |sign| matches!(sign, Sign::Set(_) | Sign::SetWith(..)),
];

/// The environment: the value of a variable, if it is set.
type Env<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Tells the terminal by what it has replied and by its environment; `variable` looks one up.
#[must_use]
pub fn detect(_replies: &Replies, variable: impl Fn(&str) -> Option<String>) -> Terminal {
    let env = |name: &str| variable(name).filter(|value| !value.is_empty());
    match find(KNOWN, &env) {
        None => Terminal::unknown(),
        Some((known, sign)) if known.is_multiplexer() => known.in_front_of(sign, &env),
        Some((known, sign)) => Terminal {
            name: known.name.to_owned(),
            dialect: known.dialect,
            switch: known.switch,
            why: format!("{sign}; {}", known.proof),
            traits: Traits::default(),
        },
    }
}

impl Terminal {
    /// The order that layout puts cells in for this terminal, and who joins the letters.
    #[must_use]
    pub const fn layout(&self) -> (Order, Joining) {
        self.traits.layout(self.dialect)
    }

    /// Whether rows printed while reordering was off stay as they are when it is on again: not where
    /// the switch is the whole window's.
    #[must_use]
    pub fn keeps_printed_rows(&self) -> bool {
        self.switch == Switch::BDSM || self.switch == Switch::STAY_OFF
    }

    fn unknown() -> Self {
        Self {
            name: "unknown".to_owned(),
            dialect: Dialect::Visual,
            switch: Switch::BDSM,
            why: "the environment names no terminal that we know; most draw cells where they are \
                  put"
            .to_owned(),
            traits: Traits::default(),
        }
    }
}

impl Known {
    fn is_multiplexer(&self) -> bool {
        self.signs.iter().any(|sign| matches!(sign, Sign::Term("tmux" | "screen")))
    }

    /// The terminal behind this multiplexer. Its variables are those of the terminal that started
    /// the multiplexer, which need not be the one attached now: the best there is without asking.
    fn in_front_of(&self, sign: Sign, env: Env<'_>) -> Terminal {
        let outer = KNOWN.iter().filter(|known| !known.is_multiplexer());
        let found = find_ranked(outer, env, &RANKS[1..]);
        let (name, dialect, why) = match found {
            None => (self.name.to_owned(), self.behind, format!("{sign}; {}", self.proof)),
            Some((known, outer)) => (
                format!("{} in {}", self.name, known.name),
                known.behind,
                format!("{sign} and {outer}; {}", self.proof),
            ),
        };
        Terminal { name, dialect, switch: Switch::BDSM, why, traits: Traits::default() }
    }
}

fn find(table: &'static [Known], env: Env<'_>) -> Option<(&'static Known, Sign)> {
    find_ranked(table.iter(), env, &RANKS)
}

fn find_ranked(
    table: impl Iterator<Item = &'static Known> + Clone,
    env: Env<'_>,
    ranks: &[fn(&Sign) -> bool],
) -> Option<(&'static Known, Sign)> {
    ranks.iter().find_map(|counts| {
        table.clone().find_map(|known| {
            let shows = |sign: &&Sign| counts(sign) && sign.shows(env);
            known.signs.iter().find(shows).map(|sign| (known, *sign))
        })
    })
}

impl Sign {
    fn shows(self, env: Env<'_>) -> bool {
        let is = |name: &str, wanted: &str| env(name).is_some_and(|value| value == wanted);
        match self {
            Self::Term(wanted) => env("TERM").is_some_and(|term| is_term(&term, wanted)),
            Self::TermWith(wanted, name) => is("TERM", wanted) && env(name).is_some(),
            Self::Program(wanted) => is("TERM_PROGRAM", wanted),
            Self::ProgramFrom(wanted, from) => {
                is("TERM_PROGRAM", wanted)
                    && env("TERM_PROGRAM_VERSION").is_some_and(|text| version(&text) >= from)
            }
            Self::Set(name) => env(name).is_some(),
            Self::SetWith(name, other, wanted) => env(name).is_some() && is(other, wanted),
        }
    }
}

impl fmt::Display for Sign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Term(wanted) => write!(f, "TERM begins with {wanted}"),
            Self::TermWith(wanted, name) => write!(f, "TERM is {wanted} and {name} is set"),
            Self::Program(wanted) => write!(f, "TERM_PROGRAM is {wanted}"),
            Self::ProgramFrom(wanted, [major, minor]) => {
                write!(f, "TERM_PROGRAM is {wanted}, version {major}.{minor} or later")
            }
            Self::Set(name) => write!(f, "{name} is set"),
            Self::SetWith(name, other, wanted) => {
                write!(f, "{name} is set and {other} is {wanted}")
            }
        }
    }
}

/// Whether `term` is `wanted` or a variety of it; `stterm` is no variety of `st`.
fn is_term(term: &str, wanted: &str) -> bool {
    let rest = term.strip_prefix(wanted);
    rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphabetic()))
}

fn version(text: &str) -> [u32; 2] {
    let leading = |part: &str| {
        let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().unwrap_or(0)
    };
    let mut parts = text.split('.').map(leading);
    [parts.next().unwrap_or(0), parts.next().unwrap_or(0)]
}

#[cfg(test)]
mod tests;

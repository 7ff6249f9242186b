//! Which terminal this is, and therefore which dialect it speaks and how it is switched.
//!
//! A reply outranks the environment. Variables leak (a terminal started from another inherits the
//! other's) and vanish through ssh, which carries `TERM` alone; a reply comes from the very terminal
//! that will show the text. So the signs count in this order, and the first that shows decides:
//!
//! 1. the name that it gives itself (XTVERSION). A name that we do not know is still its name: it is
//!    unknown then, whatever the variables say;
//! 2. its secondary attributes (DA2), where a terminal has its own;
//! 3. `TERM`, which every terminal sets anew, then `TERM_PROGRAM`, which many do;
//! 4. the variables of their own. Who has been asked, and has not replied as the terminal would that
//!    the variable speaks of, has inherited it.
//!
//! Among signs of one rank the table's order decides. It puts first the guess that does least harm
//! when wrong: Konsole's switch is ignored elsewhere, without it Konsole mirrors every word. Who knows
//! ECMA-48's bidirectional mode (DECRQM 8) can be switched, whatever it is called.
//!
//! Behind a multiplexer the replies are the multiplexer's. What tmux tells of the terminal attached to
//! it counts as that one's own replies. Nothing is asked here, and no variable read: all is given.

use super::dialect::Dialect;
use super::multiplexer::Multiplexer;
use super::multiplexer::Passage;
use super::replies::Replies;
use crate::text::Joining;
use crate::text::Marks;
use crate::text::Order;

mod outer;
mod sign;
mod switch;
mod table;

pub use switch::Switch;

use sign::Clues;
use sign::Rank;
use sign::Sign;
use table::KNOWN;

/// The terminal that we write to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// Our name for it, with the multiplexer before it.
    pub name: String,
    /// What choices are remembered under: its name, and where we have none for it, its own. Foreign
    /// then: not to be shown.
    pub kind: String,
    /// What its rows have to be written in.
    pub dialect: Dialect,
    /// How its own reordering is switched off and on.
    pub switch: Switch,
    /// How the switch gets there.
    pub passage: Passage,
    /// What tells, for people: a clause made of our own words, nothing foreign in it.
    pub why: String,
    /// What it is good at.
    pub traits: Traits,
}

/// What a terminal is good at, beside the order of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Traits {
    /// Hidden where it would spoil the letters that vowel signs stand on.
    pub marks: Marks,
    /// Who joins letters where rows are in visual order.
    pub joining: Joining,
    /// Who joins letters where rows are in logical order.
    pub joining_logical: Joining,
    /// Whether it takes what is to be copied.
    pub clipboard: Clipboard,
    /// How it sends keys, once it is asked to.
    pub keyboard: Keyboard,
}

/// How a terminal sends keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keyboard {
    /// As the first terminals did: characters and sequences.
    #[default]
    Legacy,
    /// By the kitty keyboard protocol, when it is pushed: every key, with its place.
    Kitty,
}

impl Keyboard {
    /// What the terminal has replied; one that knows the protocol answers.
    #[must_use]
    pub const fn of(replies: &Replies) -> Self {
        if replies.keyboard.is_some() { Self::Kitty } else { Self::Legacy }
    }
}

/// What is good of most.
impl Default for Traits {
    fn default() -> Self {
        Self {
            marks: Marks::Show,
            joining: Joining::Forms,
            joining_logical: Joining::Base,
            clipboard: Clipboard::Unknown,
            keyboard: Keyboard::Legacy,
        }
    }
}

impl Traits {
    /// The order that layout puts cells in for a dialect on such a terminal, and who joins the
    /// letters. Marks between letters keep a terminal from joining them.
    #[must_use]
    pub const fn layout(self, dialect: Dialect) -> (Order, Joining) {
        match (dialect, dialect.layout()) {
            (Dialect::Visual | Dialect::Kitty, (order, _)) => (order, self.joining),
            (Dialect::Logical, (order, _)) => (order, self.joining_logical),
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
    traits: Traits,
    multiplexer: Option<Multiplexer>,
    /// Where we know this from.
    proof: &'static str,
}

/// Tells the terminal by what it has replied and by its environment; `variable` looks one up.
#[must_use]
pub fn detect(replies: &Replies, variable: impl Fn(&str) -> Option<String>) -> Terminal {
    let env = |name: &str| variable(name).filter(|value| !value.is_empty());
    let clues = Clues { replies, env: &env };
    let terminal = match find(KNOWN.iter(), &clues) {
        None => Terminal::unknown(&clues),
        Some((known, sign)) => match known.multiplexer {
            Some(multiplexer) => return outer::behind((known, multiplexer), sign, &clues),
            None => known.terminal(format!("{sign}; {}", known.proof)),
        },
    };
    terminal.found_to_be(replies)
}

/// The multiplexer that we run in.
pub(super) fn multiplexer(
    replies: &Replies,
    variable: impl Fn(&str) -> Option<String>,
) -> Option<Multiplexer> {
    let env = |name: &str| variable(name).filter(|value| !value.is_empty());
    find(KNOWN.iter(), &Clues { replies, env: &env }).and_then(|(known, _)| known.multiplexer)
}

impl Terminal {
    /// The order that layout puts cells in for this terminal, and who joins the letters.
    #[must_use]
    pub const fn layout(&self) -> (Order, Joining) {
        self.traits.layout(self.dialect)
    }

    /// Whether rows printed while reordering was off stay as they are when it is on again: not where
    /// the switch is the whole window's, nor where it has to go through a multiplexer.
    #[must_use]
    pub fn keeps_printed_rows(&self) -> bool {
        self.switch == Switch::NONE || self.switch.is_of_rows() && self.passage == Passage::Direct
    }

    /// The same terminal where the user has told kitty `force_ltr yes`: it draws cells where they are
    /// put, then. Other terminals do not care.
    #[must_use]
    pub fn with_force_ltr(self) -> Self {
        if !matches!(self.dialect, Dialect::Kitty | Dialect::Cells) {
            return self;
        }
        Self {
            kind: format!("{}, force_ltr", self.kind),
            dialect: Dialect::Visual,
            why: format!("{}; by the settings it has been told force_ltr", self.why),
            traits: Traits { marks: Marks::Show, joining: Joining::FormsOrBase, ..self.traits },
            ..self
        }
    }

    fn unknown(clues: &Clues<'_>) -> Self {
        let version = clues.replies.version.as_deref().map(|text| {
            let end = |c: char| !c.is_alphanumeric() && !matches!(c, '.' | '-' | '_');
            text.split(end).next().unwrap_or_default().to_owned()
        });
        let own = version.or_else(|| (clues.env)("TERM")).unwrap_or_default();
        let why = "neither its replies nor the environment name a terminal that we know; most draw \
                   cells where they are put";
        Self {
            name: "unknown".to_owned(),
            kind: format!("unknown: {own}"),
            dialect: Dialect::Visual,
            switch: Switch::BDSM,
            passage: Passage::Direct,
            why: why.to_owned(),
            traits: Traits::default(),
        }
    }

    /// What its own words on single abilities change.
    fn found_to_be(mut self, replies: &Replies) -> Self {
        let word = match replies.bdsm {
            Some(1) => "it reorders, and can be stopped",
            Some(2) => "it does not reorder, and is left so",
            Some(3) => "it says that it always reorders",
            Some(4) => "it says that it never reorders",
            _ => "",
        };
        if !word.is_empty() {
            let implicit = replies.bdsm == Some(3);
            self.dialect = if implicit { Dialect::Logical } else { Dialect::Visual };
            self.switch = self.switch.as_found(replies.bdsm);
            self.why = format!("{}; {word} (DECRQM 8)", self.why);
        }
        self.traits.keyboard = Keyboard::of(replies);
        if replies.primary.as_deref().is_some_and(|attributes| attributes.contains(&52)) {
            self.traits.clipboard = Clipboard::Takes;
        }
        self
    }
}

impl Known {
    fn terminal(&self, why: String) -> Terminal {
        Terminal {
            name: self.name.to_owned(),
            kind: self.name.to_owned(),
            dialect: self.dialect,
            switch: self.switch,
            passage: Passage::Direct,
            why,
            traits: self.traits,
        }
    }

    /// The sign of this rank that shows, if it may be believed.
    fn shows(&'static self, rank: Rank, clues: &Clues<'_>) -> Option<&'static Sign> {
        if rank == Rank::Variable && self.is_belied(clues.replies) {
            return None;
        }
        self.signs.iter().find(|sign| sign.rank() == rank && sign.shows(clues))
    }

    /// Whether replies have come, and are not this terminal's.
    fn is_belied(&self, replies: &Replies) -> bool {
        replies.primary.is_some()
            && self.signs.iter().any(|sign| matches!(sign, Sign::Secondary(..)))
    }
}

fn find(
    table: impl Iterator<Item = &'static Known> + Clone,
    clues: &Clues<'_>,
) -> Option<(&'static Known, &'static Sign)> {
    let ranks: &[Rank] = match clues.replies.version {
        Some(_) => &[Rank::Name],
        None => &Rank::ALL,
    };
    ranks.iter().find_map(|&rank| {
        table.clone().find_map(|known| known.shows(rank, clues).map(|sign| (known, sign)))
    })
}

#[cfg(test)]
mod tests;

//! The terminal behind a multiplexer: which one it is, and what gets to it.
//!
//! Where the multiplexer passes control sequences on, a terminal whose whole window is switched (Konsole,
//! mlterm) is switched as if it stood alone. Where not, its rows have to come out right with its
//! reordering on. VTE's do anyway, with a mark after each letter, and better so: its switch is taken by
//! rows that are erased, tmux does not erase the first row of the screen (seen after a resize: it stayed
//! mirrored) nor those that two panes share, and the switch would turn the other panes' text too. Text
//! that is more than cells (kitty's OSC 66) gets through neither way.

use super::Clipboard;
use super::Clues;
use super::KNOWN;
use super::Known;
use super::Sign;
use super::Switch;
use super::Terminal;
use super::Traits;
use super::find;
use crate::terminal::Dialect;
use crate::terminal::Replies;
use crate::terminal::multiplexer::Client;
use crate::terminal::multiplexer::Multiplexer;
use crate::terminal::multiplexer::Passage;
use crate::text::Marks;

/// What the user of tmux can do where no dialect is wholly right.
const ADVICE: &str = "`set -g allow-passthrough on` in the settings of tmux makes it right";

/// The terminal behind this multiplexer, which `sign` has told.
pub(super) fn behind(
    (known, multiplexer): (&'static Known, Multiplexer),
    sign: &Sign,
    clues: &Clues<'_>,
) -> Terminal {
    let asked = clues.replies.client.as_ref();
    let client = asked.cloned().unwrap_or_default();
    let passage = client.passage(multiplexer);
    let outer = outer(&client, clues);
    let (name, row) = match outer {
        None => (known.name.to_owned(), known),
        Some((outer, _)) => (format!("{} in {}", known.name, outer.name), outer),
    };
    let switched = passage != Passage::Direct && needs_switch(outer.map(|(outer, _)| outer));
    let dialect = if switched { through(row.dialect) } else { row.behind };
    let clipboard = match multiplexer {
        Multiplexer::Screen => row.traits.clipboard,
        Multiplexer::Tmux if client.passes || client.copies => row.traits.clipboard,
        Multiplexer::Tmux if asked.is_some() => Clipboard::Refuses,
        Multiplexer::Tmux => Clipboard::Unknown,
    };
    // Where kitty joins the letters of a word, it strews the signs over it.
    let marks = if dialect == Dialect::Kitty { Marks::Hide } else { row.traits.marks };
    let kind = if switched { format!("{name}, passing on") } else { name.clone() };
    Terminal {
        name,
        kind,
        dialect,
        switch: match passage {
            _ if switched => row.switch,
            Passage::Direct => Switch::BDSM,
            Passage::Tmux | Passage::Screen => Switch::NONE,
        },
        passage,
        why: why((known, sign), outer, dialect),
        traits: Traits { clipboard, marks, ..row.traits },
    }
}

/// The terminal that is attached: by what tmux tells of it, else by variables, which are those of the
/// one that started the multiplexer.
fn outer(client: &Client, clues: &Clues<'_>) -> Option<(&'static Known, &'static Sign)> {
    let replies = Replies {
        version: client.version.clone(),
        client: clues.replies.client.clone(),
        ..Replies::default()
    };
    let env = |name: &str| match name {
        "TERM" => client.term.clone(),
        name => (clues.env)(name),
    };
    let table = KNOWN.iter().filter(|known| known.multiplexer.is_none());
    find(table, &Clues { replies: &replies, env: &env })
}

/// Whether rows come out right by no other means. Nobody knows of a terminal that we do not.
fn needs_switch(outer: Option<&Known>) -> bool {
    outer.is_none_or(|row| row.behind != through(row.dialect) && row.behind != Dialect::Lrm)
}

/// The dialect that gets through: of a cell its text does, nothing beside it.
fn through(dialect: Dialect) -> Dialect {
    if dialect == Dialect::Cells { Dialect::Kitty } else { dialect }
}

fn why((known, sign): (&Known, &Sign), outer: Option<(&Known, &Sign)>, dialect: Dialect) -> String {
    let signs = match outer {
        None => sign.to_string(),
        Some((_, outer)) => format!("{sign}; behind it: {outer}"),
    };
    // Marks make visual rows right; what the terminal orders stays a makeshift.
    let is_makeshift = matches!(dialect, Dialect::Logical | Dialect::Implicit);
    let could_be_better = is_makeshift && outer.is_some_and(|(row, _)| row.dialect != dialect);
    let advice = match known.multiplexer {
        Some(Multiplexer::Tmux) if could_be_better => format!("; {ADVICE}"),
        _ => String::new(),
    };
    format!("{signs}; {}{advice}", known.proof)
}

impl Client {
    fn passage(&self, multiplexer: Multiplexer) -> Passage {
        match multiplexer {
            Multiplexer::Tmux if self.passes => Passage::Tmux,
            Multiplexer::Tmux => Passage::Direct,
            Multiplexer::Screen => Passage::Screen,
        }
    }
}

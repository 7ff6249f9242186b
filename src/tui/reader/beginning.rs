//! An article of which only the beginning has come. It is read like any other as far as it goes; what goes
//! beyond waits in it for the whole, which takes its place and leaves the line that is read where it is.

use super::super::anchor::Anchor;
use super::super::command::Command;
use super::super::selection::{Section, Selection};
use super::Reader;
use super::{Offset, Place, Range};

/// Bytes at the end that are not shown: the line that the text breaks off in is another one in the whole,
/// and quotations tell of what follows them.
const UNSURE: usize = 512;

/// What is known of a beginning.
#[derive(Debug)]
pub(super) struct Beginning {
    /// How much it is of how much.
    share: (u64, u64),
}

impl Beginning {
    /// So many per cent of it, in per cent of the whole.
    pub(super) fn of_whole(&self, seen: u8) -> u8 {
        let (part, all) = self.share;
        let seen = (u64::from(seen) * part).checked_div(all).unwrap_or(0);
        u8::try_from(seen).unwrap_or(100).min(100)
    }
}

impl Reader {
    /// The same as the beginning of an article, which is so much of so much.
    #[must_use]
    pub fn of_beginning(self, share: (u64, u64)) -> Self {
        Self { beginning: Some(Beginning { share }), ..self }
    }

    /// Whether only the beginning has come.
    #[must_use]
    pub const fn is_beginning(&self) -> bool {
        self.beginning.is_some()
    }

    /// How many lines there are to be shown.
    pub(super) fn height(&self) -> usize {
        match self.beginning {
            Some(_) => self.page.line_at(self.sure_end()),
            None => self.page.height(),
        }
    }

    fn sure_end(&self) -> Offset {
        Offset(self.text.len().saturating_sub(UNSURE))
    }

    /// Whether it fills the pane from the place on that it was opened at.
    #[must_use]
    pub fn fills(&self, height: usize) -> bool {
        self.wanted + height.max(1) <= self.height()
    }

    /// Whether a line cannot stand at the top of the pane yet: what would be below has not come, or something
    /// that was asked for before waits for it.
    #[must_use]
    pub fn is_out_of_reach(&self, line: usize, height: usize) -> bool {
        let is_beyond = || line.saturating_add(height) > self.height();
        !self.waiting.is_empty() || self.is_beginning() && is_beyond()
    }

    /// Has a command wait for the whole, or for what already does; whether there is anything to wait for.
    pub fn hold(&mut self, command: Command) -> bool {
        let holds = self.is_beginning() || !self.waiting.is_empty();
        self.waiting.extend(holds.then_some(command));
        holds
    }

    /// Has commands wait that were to be done, before any others.
    pub fn hold_first(&mut self, commands: impl IntoIterator<Item = Command>) {
        self.waiting.splice(..0, commands);
    }

    /// The commands that have waited, once they can be done, in the order that they were asked for.
    pub fn ready(&mut self) -> Vec<Command> {
        let waits = self.is_beginning() || self.is_stepping();
        if waits { Vec::new() } else { std::mem::take(&mut self.waiting) }
    }

    /// Selects a part of the text. What may end elsewhere in the whole is none.
    pub fn select(&mut self, selection: Selection) {
        let is_sure = !self.is_beginning() || reaches(&selection) <= self.sure_end();
        self.selection = Some(selection).filter(|_| is_sure);
    }

    /// What is read, to be found again.
    #[must_use]
    pub fn anchor(&self) -> Anchor {
        match self.beginning {
            Some(_) => Anchor::of_beginning(&self.text, self.position()),
            None => Anchor::of(&self.article, self.position()),
        }
    }

    /// Whether it is the whole of a beginning.
    #[must_use]
    pub fn is_whole_of(&self, other: &Self) -> bool {
        other.is(self.id(), &self.choice) && other.is_beginning() && !self.is_beginning()
    }

    /// Takes the place of a beginning: the line that is read stays, what was found and selected, and what waits.
    pub fn take_over(&mut self, begun: Self) {
        let same = common(&begun.text, &self.text);
        self.place = self.place_in(&begun, same);
        self.wanted = self.line_of(self.place);
        self.top = self.wanted;
        self.stored = begun.stored;
        self.keep_matches((begun.seeking.query, begun.matches), same);
        let link =
            begun.links.current.filter(|&at| begun.links.all.get(at) == self.links.all.get(at));
        self.links.current = link;
        self.selection = begun.selection.filter(|selection| reaches(selection) <= same);
        self.waiting = begun.waiting;
    }

    /// The place that a beginning is read at. Where the text up to there is another one, it is looked for
    /// where it can be: as far again as the beginning goes.
    fn place_in(&self, begun: &Self, same: Offset) -> Place {
        match begun.place {
            Place::Text(place, _) | Place::Tail(place, _) if place > same => {
                let near = up_to(&self.text, begun.text.len() * 2);
                Place::Text(begun.anchor().find_in(near), 0)
            }
            place => place,
        }
    }
}

/// How far two texts are the same.
fn common(one: &str, other: &str) -> Offset {
    let is_same = |(one, other): &(u8, u8)| one == other;
    Offset(one.bytes().zip(other.bytes()).take_while(is_same).count())
}

/// So much of a text, to the end of a letter.
fn up_to(text: &str, bytes: usize) -> &str {
    let mut ends = (0..=bytes.min(text.len())).rev();
    ends.find_map(|end| text.get(..end)).unwrap_or_default()
}

/// The place in the text that a selection ends at.
fn reaches(selection: &Selection) -> Offset {
    let Range { end, .. } = selection.range();
    if end.section == Section::Body { end.at } else { Offset(0) }
}

//! The order and the groups of the line-oriented reader's list. What there is to choose from is told with
//! numbers: to go through it one after the other, as a key does, would be to hear the list each time.

use std::io::{self, Write};

use crate::library::Sort;
use crate::tui::Arrangement;
use crate::tui::grouping::Grouping;
use crate::tui::sort;

use super::desk::Desk;

impl<W: Write> Desk<W> {
    /// The orders, or the list in the one of this number.
    pub(super) fn sort(&mut self, number: Option<usize>) -> io::Result<()> {
        let now = self.shelf.list.arrangement();
        let all = Sort::ALL.map(|sort| (sort::text(sort), Arrangement { sort, ..now }));
        self.choose(number, ("s", &all))
    }

    /// What can be grouped by, or the list in the groups of this number.
    pub(super) fn group(&mut self, number: Option<usize>) -> io::Result<()> {
        let now = self.shelf.list.arrangement();
        let groupings = Grouping::all(self.locale.calendar()).map(Some);
        let all = std::iter::once(None).chain(groupings).map(|grouping| {
            let text = grouping.map_or("group-none", Grouping::text);
            (text, Arrangement { grouping, ..now })
        });
        self.choose(number, ("g", &all.collect::<Vec<_>>()))
    }

    fn choose(
        &mut self,
        number: Option<usize>,
        (verb, all): (&str, &[(&'static str, Arrangement)]),
    ) -> io::Result<()> {
        let chosen = number.and_then(|number| all.get(number.checked_sub(1)?));
        let Some((text, arrangement)) = chosen else { return self.tell(verb, all) };
        self.shelf.arrange(*arrangement, self.store.state());
        self.say(text)?;
        self.list_anew()
    }

    fn tell(&mut self, verb: &str, all: &[(&'static str, Arrangement)]) -> io::Result<()> {
        let now = self.shelf.list.arrangement();
        for (number, (text, arrangement)) in (1..).zip(all) {
            let mut parts = vec![format!("{number}. {}", self.locale.text(text))];
            parts.extend((*arrangement == now).then(|| self.locale.text("linear-chosen")));
            self.paper.say(&parts.join(&self.locale.text("linear-comma")))?;
        }
        let with = [("example", format!("{verb} 2").into())];
        self.paper.say(&self.locale.say("linear-choose", &with))
    }
}

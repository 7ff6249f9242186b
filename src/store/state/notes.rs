//! The notes on articles, and the versions that change them.

use std::cmp::Ordering;

use super::State;
use crate::article::ArticleId;
use crate::store::{Change, Content, Note, NoteId};

impl State {
    /// What was noted about an article of these names: passages in the order of the text, then what is
    /// about the article as it was written.
    #[must_use]
    pub fn notes(&self, ids: &[ArticleId]) -> Vec<Note<'_>> {
        let family = self.family(ids);
        let fields = family.iter().filter_map(|id| self.articles.get(id));
        let mut names: Vec<NoteId> = fields.flat_map(|fields| &fields.notes).copied().collect();
        names.sort_unstable();
        names.dedup();
        self.standing(names.into_iter())
    }

    /// All notes, those of one article together.
    #[must_use]
    pub fn all_notes(&self) -> Vec<Note<'_>> {
        let mut notes = self.standing(self.notes.keys().copied());
        notes.sort_by(|one, other| one.article.cmp(other.article));
        notes
    }

    /// The note of this name: one text, or two that were written at the same time.
    #[must_use]
    pub fn note(&self, id: NoteId) -> Vec<Note<'_>> {
        self.standing(std::iter::once(id))
    }

    /// The change that puts other words in the place of all that a note says, about the same passage; with
    /// `None` the one that removes it. None where there is no such note.
    #[must_use]
    pub fn rewritten(&self, id: NoteId, text: Option<String>) -> Option<Change> {
        let history = self.notes.get(&id)?;
        let quote = self.note(id).first()?.content.quote.clone();
        let content = text.map(|text| Content { text, quote });
        Some(Change::Note(Box::new(history.edit(id, content))))
    }

    fn standing(&self, ids: impl Iterator<Item = NoteId>) -> Vec<Note<'_>> {
        let known = ids.filter_map(|id| Some((id, self.notes.get(&id)?)));
        let mut notes: Vec<_> = known.flat_map(|(id, history)| history.standing(id)).collect();
        notes.sort_by(|one, other| compare(one, other));
        notes.into_iter().map(|(_, note)| note).collect()
    }
}

fn compare((first, one): &(u64, Note<'_>), (second, other): &(u64, Note<'_>)) -> Ordering {
    let place = |note: &Note<'_>| note.content.quote.as_ref().map(|quote| quote.at);
    let places = (place(one), place(other));
    let by_place = match places {
        (Some(one), Some(other)) => one.cmp(&other),
        (one, other) => other.is_some().cmp(&one.is_some()),
    };
    by_place
        .then(first.cmp(second))
        .then(one.id.cmp(&other.id))
        .then(one.content.cmp(other.content))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{DeviceId, Edit, Quote};

    fn text(text: &str) -> Content {
        Content { text: text.into(), quote: None }
    }

    fn texts(state: &State) -> Vec<&str> {
        state.notes(&[ArticleId::from("a")]).iter().map(|note| note.content.text.as_str()).collect()
    }

    #[test]
    fn two_texts_written_at_the_same_time_stand_until_one_is_written_over_both() {
        let id = ArticleId::from("a");
        let (mut here, mut there) =
            (State::new(DeviceId::random()), State::new(DeviceId::random()));
        let edit = Edit::new(text("first"));
        let note = edit.note;
        there.apply(here.record(&id, Change::Note(Box::new(edit))));
        let change = here.rewritten(note, Some("here".into())).unwrap();
        let one = here.record(&id, change);
        let change = there.rewritten(note, Some("there".into())).unwrap();
        here.apply(there.record(&id, change));
        there.apply(one);
        assert_eq!(texts(&here), ["here", "there"]);
        assert_eq!(texts(&here), texts(&there));
        let change = here.rewritten(note, Some("both".into())).unwrap();
        there.apply(here.record(&id, change));
        assert_eq!(texts(&there), ["both"]);
    }

    #[test]
    fn a_removal_takes_away_what_it_knew_of() {
        let id = ArticleId::from("a");
        let (mut here, mut there) =
            (State::new(DeviceId::random()), State::new(DeviceId::random()));
        let edit = Edit::new(text("first"));
        let note = edit.note;
        there.apply(here.record(&id, Change::Note(Box::new(edit))));
        let change = there.rewritten(note, Some("more".into())).unwrap();
        let more = there.record(&id, change);
        let change = here.rewritten(note, None).unwrap();
        let _ = here.record(&id, change);
        assert!(texts(&here).is_empty() && here.rewritten(note, None).is_none());
        here.apply(more);
        assert_eq!(texts(&here), ["more"]);
    }

    #[test]
    fn passages_come_in_the_order_of_the_text_and_before_what_is_about_all_of_it() {
        let id = ArticleId::from("a");
        let mut state = State::new(DeviceId::random());
        let quote = |at: usize| Quote {
            exact: "x".into(),
            at: crate::article::Offset(at),
            ..Quote::default()
        };
        for (said, quote) in [("all", None), ("two", Some(quote(9))), ("one", Some(quote(3)))] {
            let content = Content { text: said.into(), quote };
            let _ = state.record(&id, Change::Note(Box::new(Edit::new(content))));
        }
        assert_eq!(texts(&state), ["one", "two", "all"]);
        assert_eq!(state.all_notes().len(), 3);
    }
}

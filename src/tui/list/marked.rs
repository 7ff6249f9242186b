//! Which rows have a bookmark and which have been read, so that a list of those alone does not ask after
//! the marks of every article: what files tell is a column, and the reader's own marks are few.

use crate::library::{Shelf, Told};
use crate::store::State;

/// Marks by rows.
#[derive(Clone, Debug)]
pub(super) struct Marked(Told);

impl Marked {
    /// The marks on a shelf; costs by how many the reader has made.
    pub(super) fn of(shelf: &Shelf, marks: &State) -> Self {
        let mut marked = Self(shelf.told().clone());
        let own = marks.all().flat_map(|(id, _)| shelf.named(id));
        marked.look(own, (shelf, marks));
        marked
    }

    /// Looks at the marks of rows anew.
    pub(super) fn look(
        &mut self,
        rows: impl IntoIterator<Item = u32>,
        (shelf, marks): (&Shelf, &State),
    ) {
        let Told { bookmarked, read } = &mut self.0;
        bookmarked.resize(shelf.end(), false);
        read.resize(shelf.end(), false);
        for row in rows {
            let Some(entry) = shelf.entry(row) else { continue };
            let marks = marks.marks(&entry.ids(), &entry.given);
            let slots = (bookmarked.get_mut(row as usize), read.get_mut(row as usize));
            if let (Some(bookmarked), Some(read)) = slots {
                (*bookmarked, *read) = (marks.bookmarked, marks.read);
            }
        }
    }

    pub(super) fn is_bookmarked(&self, row: u32) -> bool {
        self.0.bookmarked.get(row as usize) == Some(&true)
    }

    pub(super) fn is_read(&self, row: u32) -> bool {
        self.0.read.get(row as usize) == Some(&true)
    }
}

//! The rows that the reader has given tags or taken them from.

use std::collections::BTreeSet;

use crate::library::{Column, Shelf};
use crate::store::State;

/// These rows; costs by how many they are.
pub(super) fn tagged(shelf: &Shelf, marks: &State) -> BTreeSet<u32> {
    let ids = marks.tagged().flat_map(|id| marks.family(std::slice::from_ref(id)).into_owned());
    ids.flat_map(|id| shelf.named(&id)).collect()
}

/// Has the shelf know rows by the tags that they have for the reader, not by those of their files alone.
pub(super) fn relabel(shelf: &mut Shelf, marks: &State) {
    for row in tagged(shelf, marks) {
        if let Some(entry) = shelf.entry(row) {
            let tags = marks.tags(&entry.ids(), &entry.metadata.tags);
            shelf.relabel(Column::Tag, row, &tags);
        }
    }
}

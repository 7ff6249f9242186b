//! Which names are of one article: those that the reader, or the program with good reason, has said to
//! be. It makes no difference which of two names was said to be the other: a text that is edited and put
//! back has both its marks.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{Register, State};
use crate::article::ArticleId;
use crate::store::Sighting;

impl State {
    /// These names and all others of their articles.
    #[must_use]
    pub fn family<'a>(&self, ids: &'a [ArticleId]) -> Cow<'a, [ArticleId]> {
        if self.kin.is_empty() || !ids.iter().any(|id| self.kin.contains_key(id)) {
            return Cow::Borrowed(ids);
        }
        let mut family = ids.to_vec();
        let mut known: BTreeSet<ArticleId> = ids.iter().cloned().collect();
        let mut next = 0;
        while let Some(id) = family.get(next) {
            let kin = self.kin.get(id).into_iter().flatten();
            let new: Vec<ArticleId> =
                kin.filter(|id| known.insert((*id).clone())).cloned().collect();
            family.extend(new);
            next += 1;
        }
        Cow::Owned(family)
    }

    /// Every article that was seen, and as what.
    pub fn sightings(&self) -> impl Iterator<Item = (&ArticleId, &Sighting)> {
        let seen = self.articles.iter().map(|(id, fields)| (id, fields.seen.as_ref()));
        seen.filter_map(|(id, seen)| Some((id, &seen?.value)))
    }

    /// As what an article was seen last.
    #[must_use]
    pub fn sighting(&self, id: &ArticleId) -> Option<&Sighting> {
        self.articles.get(id)?.seen.as_ref().map(|register| &register.value)
    }

    /// Whether the reader has done anything with an article that would be missed.
    #[must_use]
    pub fn is_marked(&self, id: &ArticleId) -> bool {
        let Some(fields) = self.articles.get(id) else { return false };
        let is_on = |register: &Register<bool>| register.value;
        fields.bookmark.as_ref().is_some_and(|register| register.value.is_some())
            || fields.read.as_ref().is_some_and(is_on)
            || fields.position.is_some()
            || fields.tags.values().any(is_on)
            || !fields.notes.is_empty()
    }

    /// Whether somebody has said of two names that they are of one article, or that they are not.
    #[must_use]
    pub fn said_same(&self, one: &ArticleId, other: &ArticleId) -> Option<bool> {
        let said = |from: &ArticleId, to| self.articles.get(from)?.same.get(to);
        said(one, other).max(said(other, one)).map(|register| register.value)
    }

    /// Makes two names kin, or no kin any more, as was said last.
    pub(super) fn tie(&mut self, one: &ArticleId, other: &ArticleId) {
        let is_kin = one != other && self.said_same(one, other) == Some(true);
        for (from, to) in [(one, other), (other, one)] {
            if is_kin {
                self.kin.entry(from.clone()).or_default().insert(to.clone());
            } else if let Some(kin) = self.kin.get_mut(from) {
                kin.remove(to);
                if kin.is_empty() {
                    self.kin.remove(from);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Given;
    use crate::store::{Change, DeviceId, Label};

    #[test]
    fn marks_hold_for_all_names_of_an_article_until_they_are_parted() {
        let [old, new, newer] = ["a", "b", "c"].map(ArticleId::from);
        let mut state = State::new(DeviceId::random());
        let label = Label { title: "A".into(), path: None };
        let _ = state.record(&old, Change::Bookmark(Some(label)));
        let _ = state.record(&new, Change::Same(old.clone(), true));
        let _ = state.record(&newer, Change::Same(new.clone(), true));
        let bookmarked = |state: &State, id: &ArticleId| {
            state.marks(std::slice::from_ref(id), &Given::default()).bookmarked
        };
        assert!([&old, &new, &newer].iter().all(|id| bookmarked(&state, id)));
        let _ = state.record(&newer, Change::Bookmark(None));
        assert!(![&old, &new, &newer].iter().any(|id| bookmarked(&state, id)));
        assert!(state.bookmarks().is_empty(), "removed under another name");
        let _ = state.record(&old, Change::Same(new.clone(), false));
        assert!(bookmarked(&state, &old) && !bookmarked(&state, &new), "whoever says it last");
        assert_eq!(state.bookmarks().len(), 1);
        let _ = state.record(&old, Change::Same(old.clone(), true));
        assert_eq!(state.family(std::slice::from_ref(&old)).len(), 1);
    }
}

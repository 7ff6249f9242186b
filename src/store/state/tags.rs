//! The reader's own tags: of each tag and article the last change counts. Case makes no difference, and
//! what the reader takes away is gone though a file gives it.

use std::collections::BTreeMap;

use super::{Register, State};
use crate::article::ArticleId;

impl State {
    /// The tags of an article of these names: those that its files give and the reader has not taken
    /// away, then those that the reader has given.
    #[must_use]
    pub fn tags(&self, ids: &[ArticleId], given: &[String]) -> Vec<String> {
        let own = self.registers(ids);
        let is_own = |tag: &&String| own.contains_key(&tag.to_lowercase());
        let kept = given
            .iter()
            .filter(|tag| own.get(&tag.to_lowercase()).is_none_or(|(_, register)| register.value));
        let added = own.values().filter(|(_, register)| register.value);
        let added = added.map(|(tag, _)| *tag).filter(|tag| {
            let given: Vec<String> =
                given.iter().filter(is_own).map(|tag| tag.to_lowercase()).collect();
            !given.contains(&tag.to_lowercase())
        });
        kept.chain(added).cloned().collect()
    }

    /// The articles that the reader has given tags or taken them from.
    pub fn tagged(&self) -> impl Iterator<Item = &ArticleId> {
        self.articles.iter().filter(|(_, fields)| !fields.tags.is_empty()).map(|(id, _)| id)
    }

    /// The last change of each tag, by the tag in lower case.
    fn registers<'a>(
        &'a self,
        ids: &[ArticleId],
    ) -> BTreeMap<String, (&'a String, &'a Register<bool>)> {
        let mut own: BTreeMap<String, (&String, &Register<bool>)> = BTreeMap::new();
        for id in self.family(ids).iter() {
            for (tag, register) in self.articles.get(id).into_iter().flat_map(|fields| &fields.tags)
            {
                let last = own.entry(tag.to_lowercase()).or_insert((tag, register));
                if last.1 < register {
                    *last = (tag, register);
                }
            }
        }
        own
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Change, DeviceId};

    #[test]
    fn tags_are_given_and_taken_away_over_those_of_the_file() {
        let id = ArticleId::from("a");
        let ids = [id.clone()];
        let given = ["Sea".to_owned(), "تاريخ".to_owned()];
        let mut state = State::new(DeviceId::random());
        for (tag, on) in [("sea", false), ("بحر", true), ("Night", true), ("night", false)] {
            let _ = state.record(&id, Change::Tag(tag.into(), on));
        }
        assert_eq!(state.tags(&ids, &given), ["تاريخ", "بحر"]);
        for (tag, on) in [("SEA", true), ("night", true)] {
            let _ = state.record(&id, Change::Tag(tag.into(), on));
        }
        assert_eq!(state.tags(&ids, &given), ["Sea", "تاريخ", "night", "بحر"]);
        assert_eq!(state.tags(&[], &given), given);
    }
}

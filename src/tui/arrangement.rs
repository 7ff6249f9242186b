//! The order and the groups of a list, as they are kept from start to start for each library: for each
//! directory, since nothing else is come back to.

use std::io;
use std::path::Path;

use crate::library::Sort;
use crate::locale::Calendar;
use crate::store::lists;
use crate::store::lists::Left;

use super::grouping::Grouping;

/// How the articles of a list are arranged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// Their order.
    pub sort: Sort,
    /// What they are grouped by.
    pub grouping: Option<Grouping>,
}

impl Arrangement {
    /// How the list of the library at `root` was left; as at first where that is not known.
    #[must_use]
    pub fn recall(state: &Path, root: Option<&Path>, calendar: Calendar) -> Self {
        let left = root.and_then(|root| lists::recall(state, root)).unwrap_or_default();
        let grouping = left.group.and_then(|name| Grouping::named(&name, calendar));
        Self { sort: left.sort.parse().unwrap_or_default(), grouping }
    }

    /// Keeps it for the next start.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn keep(self, state: &Path, root: &Path) -> io::Result<()> {
        let Self { sort, grouping } = self;
        let group = grouping.map(|by| by.name().to_owned());
        let left = (self != Self::default()).then(|| Left { sort: sort.name().to_owned(), group });
        lists::keep(state, root, left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_and_every_grouping_comes_back() {
        let dir = tempfile::tempdir().unwrap();
        let (state, root) = (dir.path().join("state"), dir.path());
        let calendar = Calendar::Hijri;
        let groupings = Grouping::all(calendar).map(Some).chain([None]);
        for (grouping, sort) in groupings.zip(Sort::ALL.into_iter().cycle()) {
            let left = Arrangement { sort, grouping };
            left.keep(&state, root).unwrap();
            assert_eq!(Arrangement::recall(&state, Some(root), calendar), left);
        }
        assert_eq!(Arrangement::recall(&state, None, calendar), Arrangement::default());
    }
}

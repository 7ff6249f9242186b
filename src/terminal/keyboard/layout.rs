//! One layout: `assets/layouts.toml`, read as rows that match those of the US layout.

use std::collections::HashMap;

use serde::Deserialize;

use super::LayoutName;

const LAYOUTS: &str = include_str!("../../../assets/layouts.toml");

/// The US layout, in the order of the rows.
const US: &str = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./";
const US_SHIFT: &str = "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?";

/// What stands for a key that types nothing.
const NOTHING: char = '∅';

/// Where a layout has its characters.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    pub(super) name: LayoutName,
    /// Characters and those of the US layout on their keys.
    plain: Vec<(char, char)>,
    shift: Vec<(char, char)>,
}

#[derive(Deserialize)]
struct Rows {
    plain: Vec<String>,
    shift: Vec<String>,
}

impl Layout {
    /// The US layout's character on the key that types this; the key that needs no Shift first.
    pub(super) fn position(&self, typed: char) -> Option<char> {
        let mut all = self.plain.iter().chain(&self.shift);
        all.find(|(own, _)| *own == typed).map(|(_, us)| *us)
    }

    pub(super) fn types(&self, typed: char) -> bool {
        self.position(typed).is_some()
    }

    pub(super) fn types_without_shift(&self, typed: char) -> bool {
        self.plain.iter().any(|(own, _)| *own == typed)
    }
}

/// The layouts that come with the program, in the order of their names.
pub(super) fn built_in() -> Vec<Layout> {
    let mut table: HashMap<String, Rows> = toml::from_str(LAYOUTS).unwrap_or_default();
    let layout = |name: LayoutName| {
        let rows = table.remove(name.name())?;
        Some(Layout { name, plain: pairs(&rows.plain, US), shift: pairs(&rows.shift, US_SHIFT) })
    };
    LayoutName::ALL.into_iter().filter_map(layout).collect()
}

/// What the US layout has with Shift on the key that has this without.
pub(super) fn shifted(base: char) -> char {
    let key = US.chars().zip(US_SHIFT.chars()).find(|(plain, _)| *plain == base);
    key.map_or(base, |(_, shifted)| shifted)
}

fn pairs(rows: &[String], us: &str) -> Vec<(char, char)> {
    let keys = rows.iter().flat_map(|row| row.split(' ')).zip(us.chars());
    let typed = keys.flat_map(|(key, us)| key.chars().map(move |own| (own, us)));
    typed.filter(|(own, _)| *own != NOTHING).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_layout_has_all_its_keys() {
        let table: HashMap<String, Rows> = toml::from_str(LAYOUTS).unwrap();
        assert_eq!(table.len(), LayoutName::ALL.len());
        for (name, rows) in table {
            assert!(name.parse::<LayoutName>().is_ok(), "{name}");
            for rows in [rows.plain, rows.shift] {
                let counts: Vec<_> = rows.iter().map(|row| row.split(' ').count()).collect();
                assert_eq!(counts, [13, 13, 11, 10], "{name}");
                assert!(rows.iter().flat_map(|row| row.split(' ')).all(|key| !key.is_empty()));
            }
        }
        assert_eq!(built_in().len(), LayoutName::ALL.len());
        assert_eq!((US.chars().count(), US_SHIFT.chars().count()), (47, 47));
    }

    #[test]
    fn shift_leads_to_the_other_half_of_the_us_layout() {
        assert_eq!((shifted('j'), shifted('/'), shifted('J')), ('J', '?', 'J'));
    }
}

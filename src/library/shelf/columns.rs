//! What rows are grouped by: their days, and the names that they have in columns. Each is read out of the
//! base when it is first asked for, and kept up with what changes from then on.

use std::collections::HashMap;

use jiff::civil;

use super::Here;
use crate::library::{Column, Damage, Entry, Written};

/// Stands for a row that has no name.
const NONE: u32 = u32::MAX;

/// All that has been asked for.
#[derive(Debug, Default)]
pub(super) struct Columns {
    days: Option<Vec<Option<civil::Date>>>,
    labels: [Option<Labels>; Column::ALL.len()],
}

/// The names of a column, each of which has a number, and those of rows.
#[derive(Debug)]
pub struct Labels {
    column: Column,
    /// As they are written first.
    names: Vec<Box<str>>,
    /// By what is the same in all their spellings.
    numbers: HashMap<Box<str>, u32>,
    rows: Vec<u32>,
}

impl Columns {
    /// The day of each row, known or not.
    pub(super) fn days(
        &mut self,
        known: Option<&Written>,
        here: &HashMap<u32, Here>,
    ) -> &[Option<civil::Date>] {
        self.days.get_or_insert_with(|| {
            let dates = known.map(|known| in_rows(known, known.base.dates(), None));
            let dates = dates.unwrap_or_default().into_iter();
            let mut days = dates.map(|date| date.map(|date| date.to_day())).collect();
            here.iter().for_each(|(&row, here)| set_day(&mut days, row, Some(&here.entry)));
            days
        })
    }

    /// The names of a column.
    pub(super) fn labels(
        &mut self,
        column: Column,
        known: Option<&Written>,
        here: &HashMap<u32, Here>,
    ) -> Option<&Labels> {
        let labels = self.labels.get_mut(column as usize)?;
        Some(labels.get_or_insert_with(|| {
            let mut labels = Labels::of(column, known);
            // In their order, so that of two spellings of a name the same one is shown.
            let mut rows: Vec<_> = here.iter().collect();
            rows.sort_unstable_by_key(|(row, _)| **row);
            rows.into_iter().for_each(|(&row, here)| labels.put(row, Some(&here.entry)));
            labels
        }))
    }

    /// A row has changed, or is gone.
    pub(super) fn put(&mut self, row: u32, entry: Option<&Entry>) {
        if let Some(days) = &mut self.days {
            set_day(days, row, entry);
        }
        self.labels.iter_mut().flatten().for_each(|labels| labels.put(row, entry));
    }
}

/// What rows have in a column of the base. What is damaged is read anew before long; until then there is
/// nothing in it.
fn in_rows<T: Copy>(known: &Written, column: Result<Vec<T>, Damage>, none: T) -> Vec<T> {
    let mut rows = vec![none; known.end()];
    for (&row, value) in known.numbers.iter().zip(column.unwrap_or_default()) {
        super::set(&mut rows, row as usize, value);
    }
    rows
}

fn set_day(days: &mut Vec<Option<civil::Date>>, row: u32, entry: Option<&Entry>) {
    let at = row as usize;
    days.resize(days.len().max(at + 1), None);
    super::set(days, at, entry.and_then(Entry::date).map(|date| date.to_day()));
}

impl Labels {
    /// What was written down.
    fn of(column: Column, known: Option<&Written>) -> Self {
        let (names, rows) = known.map_or_else(Default::default, |known| {
            let (names, rows) = known.base.labels(column).unwrap_or_default();
            (names, in_rows(known, Ok(rows), NONE))
        });
        let mut labels = Self { column, names: Vec::new(), numbers: HashMap::new(), rows };
        let numbers: Vec<u32> = names.iter().map(|name| labels.number(name)).collect();
        for row in &mut labels.rows {
            *row = numbers.get(*row as usize).copied().unwrap_or(NONE);
        }
        labels
    }

    fn put(&mut self, row: u32, entry: Option<&Entry>) {
        let at = row as usize;
        self.rows.resize(self.rows.len().max(at + 1), NONE);
        let name = entry.and_then(|entry| self.column.name(entry));
        let number = name.map_or(NONE, |name| self.number(&name));
        super::set(&mut self.rows, at, number);
    }

    fn number(&mut self, name: &str) -> u32 {
        let new = u32::try_from(self.names.len()).unwrap_or(NONE);
        let number = *self.numbers.entry(self.column.key(name)).or_insert(new);
        if number == new {
            self.names.push(name.into());
        }
        number
    }

    /// The name of this number.
    #[must_use]
    pub fn name(&self, number: u32) -> Option<&str> {
        self.names.get(number as usize).map(|name| &**name)
    }

    /// The number of a row's name.
    #[must_use]
    pub fn of_row(&self, row: u32) -> Option<u32> {
        self.rows.get(row as usize).copied().filter(|number| *number != NONE)
    }

    /// The numbers in the order of their names.
    #[must_use]
    pub fn sorted(&self) -> Vec<u32> {
        let mut sorted: Vec<(&str, u32)> =
            self.numbers.iter().map(|(key, number)| (&**key, *number)).collect();
        sorted.sort_unstable();
        sorted.into_iter().map(|(_, number)| number).collect()
    }
}

//! What rows are grouped by: their days, and the names that they have in columns. Each is read out of the
//! base when it is first asked for, and kept up with what changes from then on.

use std::collections::HashMap;

use jiff::civil;

use crate::library::{Base, Column, Entry};

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
    pub(super) fn days<'a>(
        &mut self,
        base: Option<&Base>,
        changed: impl Iterator<Item = (u32, &'a Entry)>,
    ) -> &[Option<civil::Date>] {
        self.days.get_or_insert_with(|| {
            let dates = base.and_then(|base| base.dates().ok()).unwrap_or_default();
            let mut days = dates.iter().map(|date| date.map(|date| date.to_day())).collect();
            changed.for_each(|(row, entry)| set_day(&mut days, row, Some(entry)));
            days
        })
    }

    /// The names of a column.
    pub(super) fn labels<'a>(
        &mut self,
        column: Column,
        base: Option<&Base>,
        changed: impl Iterator<Item = (u32, &'a Entry)>,
    ) -> Option<&Labels> {
        let labels = self.labels.get_mut(column as usize)?;
        Some(labels.get_or_insert_with(|| {
            let mut labels = Labels::of(column, base.and_then(|base| base.labels(column).ok()));
            changed.for_each(|(row, entry)| labels.put(row, Some(entry)));
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

fn set_day(days: &mut Vec<Option<civil::Date>>, row: u32, entry: Option<&Entry>) {
    let at = row as usize;
    days.resize(days.len().max(at + 1), None);
    super::set(days, at, entry.and_then(Entry::date).map(|date| date.to_day()));
}

impl Labels {
    /// What was written down. What is damaged is read anew before long; until then there are no names.
    fn of(column: Column, known: Option<(Vec<String>, Vec<u32>)>) -> Self {
        let (names, rows) = known.unwrap_or_default();
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

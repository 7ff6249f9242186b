//! What rows are grouped by: their days, and the names that they have in columns. Each is read out of the
//! base when it is first asked for, and kept up with what changes from then on.

use std::collections::HashMap;

use jiff::civil;

use super::Here;
use crate::library::{Column, Damage, Entry, Named, Written};

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
    /// The first of each row's names.
    rows: Vec<u32>,
    /// The others of those that have several.
    more: HashMap<u32, Vec<u32>>,
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
    ) -> Option<&mut Labels> {
        let labels = self.labels.get_mut(column as usize)?;
        Some(labels.get_or_insert_with(|| {
            let mut labels = Labels::of(column, known);
            // In their order, so that of two spellings of a name the same one is shown.
            let mut rows: Vec<_> = here.iter().collect();
            rows.sort_unstable_by_key(|(row, _)| **row);
            rows.into_iter().for_each(|(&row, here)| labels.take(row, Some(&here.entry)));
            labels
        }))
    }

    /// A row has changed, or is gone.
    pub(super) fn put(&mut self, row: u32, entry: Option<&Entry>) {
        if let Some(days) = &mut self.days {
            set_day(days, row, entry);
        }
        self.labels.iter_mut().flatten().for_each(|labels| labels.take(row, entry));
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
        let mut labels = Self {
            column,
            names: Vec::new(),
            numbers: HashMap::new(),
            rows: Vec::new(),
            more: HashMap::new(),
        };
        let Some(known) = known else { return labels };
        let Named { names, rows, more } = known.base.labels(column).unwrap_or_default();
        let numbers: Vec<u32> = names.iter().map(|name| labels.number(name)).collect();
        let number = |written: u32| numbers.get(written as usize).copied();
        labels.rows = in_rows(known, Ok(rows), NONE);
        labels.rows.iter_mut().for_each(|row| *row = number(*row).unwrap_or(NONE));
        for (row, written) in more {
            if let (Some(&row), Some(number)) = (known.numbers.get(row as usize), number(written)) {
                labels.add(row, number);
            }
        }
        labels
    }

    fn take(&mut self, row: u32, entry: Option<&Entry>) {
        let names = entry.into_iter().flat_map(|entry| self.column.names(entry));
        let names: Vec<_> = names.collect();
        self.put(row, &names);
    }

    /// Gives a row other names.
    pub(super) fn put(&mut self, row: u32, names: &[impl AsRef<str>]) {
        let at = row as usize;
        self.rows.resize(self.rows.len().max(at + 1), NONE);
        super::set(&mut self.rows, at, NONE);
        self.more.remove(&row);
        for name in names {
            let number = self.number(name.as_ref());
            self.add(row, number);
        }
    }

    /// A row has this name too. Two spellings of a name are one.
    fn add(&mut self, row: u32, number: u32) {
        if self.of_row(row).any(|own| own == number) {
            return;
        }
        match self.rows.get_mut(row as usize) {
            Some(first) if *first == NONE => *first = number,
            _ => self.more.entry(row).or_default().push(number),
        }
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

    /// The numbers of a row's names.
    pub fn of_row(&self, row: u32) -> impl Iterator<Item = u32> {
        let first = self.rows.get(row as usize).copied().filter(|number| *number != NONE);
        first.into_iter().chain(self.more.get(&row).into_iter().flatten().copied())
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

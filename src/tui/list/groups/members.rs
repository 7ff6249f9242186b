//! Which groups there are, in their order, and which rows are in each.

use std::collections::HashMap;

use jiff::civil;

use crate::library::{Column, Shelf, Sort};

use super::super::super::grouping::Grouping;
use super::super::heading::Heading;

/// Stands for a row of which nothing is known.
const UNKNOWN: u32 = u32::MAX;

/// Groups and what is in them.
#[derive(Debug)]
pub(super) struct Members {
    /// What stands over each group. What nothing is known of is in the last one.
    pub(super) headings: Vec<Heading>,
    /// The group of each row.
    group_of: Vec<u32>,
    /// The other groups of rows that are in several.
    others: HashMap<u32, Vec<u32>>,
}

impl Members {
    /// The rows of a shelf in groups.
    pub(super) fn of(by: Grouping, shelf: &mut Shelf, sort: Sort) -> Self {
        let mut members = match by {
            Grouping::Day => by_days(shelf.days(), sort, Heading::Day, |day| day),
            Grouping::Month(calendar) => {
                by_days(shelf.days(), sort, Heading::Month, |day| calendar.month(day))
            }
            Grouping::By(column) => by_names(shelf, column),
        };
        members.headings.push(match by {
            Grouping::By(Column::Tag) => Heading::Untagged,
            _ => Heading::Unknown,
        });
        members
    }

    /// Rows group by group, in their order within each, and where each group ends: by counting, since
    /// groups are numbers.
    pub(super) fn in_order(&self, rows: &[u32]) -> (Vec<u32>, Vec<usize>) {
        let mut places = vec![0_usize; self.headings.len() + 1];
        for group in rows.iter().flat_map(|&row| self.groups_of(row)) {
            if let Some(count) = places.get_mut(group + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for place in &mut places {
            sum += *place;
            *place = sum;
        }
        let mut ordered = vec![0; sum];
        for &row in rows {
            for group in self.groups_of(row) {
                let Some(place) = places.get_mut(group) else { continue };
                if let Some(slot) = ordered.get_mut(*place) {
                    *slot = row;
                }
                *place += 1;
            }
        }
        // Each place has moved on to where its group ends.
        places.pop();
        (ordered, places)
    }

    fn groups_of(&self, row: u32) -> impl Iterator<Item = usize> {
        let last = self.headings.len().saturating_sub(1);
        let first = self.group_of.get(row as usize).map_or(last, |group| last.min(*group as usize));
        let others = self.others.get(&row).into_iter().flatten().map(|group| *group as usize);
        std::iter::once(first).chain(others)
    }
}

/// The groups of days.
fn by_days(
    days: &[Option<civil::Date>],
    sort: Sort,
    heading: fn(civil::Date) -> Heading,
    first: impl Fn(civil::Date) -> civil::Date,
) -> Members {
    let mut known: Vec<civil::Date> = days.iter().flatten().copied().collect();
    known.sort_unstable();
    known.dedup();
    let firsts: Vec<civil::Date> = known.iter().map(|day| first(*day)).collect();
    let mut groups = firsts.clone();
    groups.dedup();
    if sort != Sort::Oldest {
        groups.reverse();
    }
    let place = |first: &civil::Date| {
        let found = match sort {
            Sort::Oldest => groups.binary_search(first),
            _ => groups.binary_search_by(|group| first.cmp(group)),
        };
        found.ok().and_then(|at| u32::try_from(at).ok()).unwrap_or(UNKNOWN)
    };
    let places: Vec<u32> = firsts.iter().map(place).collect();
    let group = |day: &Option<civil::Date>| {
        let at = day.and_then(|day| known.binary_search(&day).ok());
        at.and_then(|at| places.get(at).copied()).unwrap_or(UNKNOWN)
    };
    let group_of = days.iter().map(group).collect();
    let headings = groups.into_iter().map(heading).collect();
    Members { headings, group_of, others: HashMap::new() }
}

/// The groups of names.
fn by_names(shelf: &mut Shelf, column: Column) -> Members {
    let end = u32::try_from(shelf.end()).unwrap_or(u32::MAX);
    let mut members =
        Members { headings: Vec::new(), group_of: Vec::new(), others: HashMap::new() };
    let Some(labels) = shelf.labels(column) else { return members };
    let sorted = labels.sorted();
    let mut places = vec![UNKNOWN; sorted.len()];
    for (place, number) in (0..).zip(&sorted) {
        if let Some(slot) = places.get_mut(*number as usize) {
            *slot = place;
        }
    }
    let name = |number: &u32| labels.name(*number).unwrap_or_default().into();
    members.headings = sorted.iter().map(|number| Heading::Name(column, name(number))).collect();
    for row in 0..end {
        let mut groups =
            labels.of_row(row).filter_map(|number| places.get(number as usize).copied());
        members.group_of.push(groups.next().unwrap_or(UNKNOWN));
        let others: Vec<u32> = groups.collect();
        if !others.is_empty() {
            members.others.insert(row, others);
        }
    }
    members
}

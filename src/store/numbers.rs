//! The numbers that devices have given their changes: what is missing among them has been lost.

use std::collections::BTreeSet;

/// The numbers of one device, from one.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbers {
    /// All numbers up to this one are accounted for.
    settled: u64,
    /// So many of those are lost.
    lost: u64,
    /// Those after it that have been seen.
    seen: BTreeSet<u64>,
}

impl Numbers {
    /// Takes in the number of a record.
    pub(super) fn see(&mut self, number: u64) {
        if number > self.settled {
            self.seen.insert(number);
        }
    }

    /// Takes in that the numbers up to this one need not be there any more. The furthest word counts.
    pub(super) fn settle(&mut self, through: u64, lost: u64) {
        if through > self.settled {
            self.seen = self.seen.split_off(&through.saturating_add(1));
            (self.settled, self.lost) = (through, lost);
        } else if through == self.settled {
            // What is lost may be found, or given up.
            self.lost = self.lost.min(lost);
        }
    }

    /// The highest one.
    pub(super) fn last(&self) -> u64 {
        self.seen.last().copied().unwrap_or_default().max(self.settled)
    }

    /// How many are missing.
    pub(super) fn missing(&self) -> u64 {
        let after = self.last().saturating_sub(self.settled);
        self.lost.saturating_add(after.saturating_sub(self.seen.len() as u64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(seen: &[u64]) -> Numbers {
        let mut numbers = Numbers::default();
        seen.iter().for_each(|&number| numbers.see(number));
        numbers
    }

    #[test]
    fn gaps_are_counted() {
        assert_eq!(numbers(&[]).missing(), 0);
        assert_eq!(numbers(&[1, 2, 3, 3, 2]).missing(), 0);
        assert_eq!(numbers(&[5, 2]).missing(), 3);
    }

    #[test]
    fn what_is_settled_is_missed_no_more() {
        let mut numbers = numbers(&[1, 2, 7]);
        numbers.settle(5, 1);
        assert_eq!((numbers.missing(), numbers.last()), (2, 7));
        numbers.see(3);
        numbers.see(6);
        assert_eq!(numbers.missing(), 1);
        numbers.settle(4, 9);
        assert_eq!(numbers.missing(), 1, "an older word");
        numbers.settle(5, 0);
        assert_eq!((numbers.missing(), numbers.last()), (0, 7));
        numbers.settle(9, 0);
        assert_eq!((numbers.missing(), numbers.last()), (0, 9));
    }
}

//! The isolates of a paragraph, line by line: which of them reach into a hard line, and how far.

use std::ops::Range;

use super::Isolate;

/// BD2: what is nested deeper has no effect.
const MAX_DEPTH: usize = 125;

/// Hands out the isolates of one hard line after the other, in one pass over all of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Isolates {
    /// How many have been reached.
    reached: usize,
    /// Reached, and perhaps not ended.
    open: Vec<Isolate>,
}

impl Isolates {
    /// Those of `all` in `line`, which lies behind the lines asked for before; in bytes of the line.
    pub(super) fn within(&mut self, all: &[Isolate], line: &Range<usize>) -> Vec<Isolate> {
        self.open.retain(|isolate| isolate.range.end > line.start);
        self.open.truncate(MAX_DEPTH);
        let rest = all.get(self.reached..).unwrap_or_default();
        let next = rest.iter().take_while(|next| next.range.start < line.end);
        for isolate in next {
            self.reached += 1;
            if isolate.range.end > line.start {
                self.open.push(isolate.clone());
            }
        }
        self.open.iter().map(|isolate| clip(isolate, line)).collect()
    }
}

fn clip(isolate: &Isolate, line: &Range<usize>) -> Isolate {
    let start = isolate.range.start.max(line.start) - line.start;
    let end = isolate.range.end.min(line.end).max(line.start) - line.start;
    Isolate { range: start..end, kind: isolate.kind }
}

#[cfg(test)]
mod tests {
    use super::super::IsolateKind;
    use super::*;

    #[test]
    fn an_isolate_goes_on_in_the_next_line() {
        let isolate = |range| Isolate { range, kind: IsolateKind::FirstStrong };
        let all = [isolate(1..9), isolate(2..3), isolate(8..9)];
        let mut isolates = Isolates::default();
        assert_eq!(isolates.within(&all, &(0..4)), [isolate(1..4), isolate(2..3)]);
        assert_eq!(isolates.within(&all, &(5..10)), [isolate(0..4), isolate(3..4)]);
        assert_eq!(isolates.within(&all, &(11..12)), []);
    }
}

//! The numbers of links, put into a leaf's text after the words of each link, and the map back to
//! the text without them.

use std::cmp::Reverse;
use std::ops::Range;

use crate::article::Span;
use crate::article::Style;

/// The number of one link.
#[derive(Clone, Debug)]
struct Label {
    /// The link's words, in the text without labels.
    words: Range<usize>,
    /// Where it stands in the text with labels.
    place: Range<usize>,
    text: String,
}

/// The labels of a leaf, ascending; of two at one place that of the inner link comes first.
#[derive(Clone, Debug, Default)]
pub(super) struct Labels {
    labels: Vec<Label>,
}

impl Labels {
    /// Labels for the links among the spans, and for each span the index of its link; `number` gives
    /// the index for an address, and the number to be shown.
    pub(super) fn new(
        spans: &[Span],
        mut number: impl FnMut(&str) -> (usize, String),
    ) -> (Self, Vec<Option<usize>>) {
        let mut labels = Vec::new();
        let mut links = vec![None; spans.len()];
        for (span, found) in spans.iter().zip(&mut links) {
            if let Style::Link { url } = &span.style {
                let (link, shown) = number(url);
                *found = Some(link);
                let text = format!("[{shown}]");
                labels.push(Label { words: span.range.clone(), place: 0..0, text });
            }
        }
        labels.sort_by_key(|label| (label.words.end, Reverse(label.words.start)));
        let mut added = 0;
        for label in &mut labels {
            let start = label.words.end + added;
            label.place = start..start + label.text.len();
            added += label.text.len();
        }
        (Self { labels }, links)
    }

    /// The text with the labels.
    pub(super) fn insert(&self, text: &str) -> String {
        let mut labelled = String::with_capacity(text.len() + self.added(self.labels.len()));
        let mut from = 0;
        for label in &self.labels {
            labelled.push_str(text.get(from..label.words.end).unwrap_or_default());
            labelled.push_str(&label.text);
            from = label.words.end;
        }
        labelled.push_str(text.get(from..).unwrap_or_default());
        labelled
    }

    /// Where a range of the text stands in the text with labels. A label belongs to its link, and to
    /// all that is around the link.
    pub(super) fn image(&self, range: &Range<usize>) -> Range<usize> {
        let before = self.labels.partition_point(|label| label.words.end <= range.start);
        let within = |label: &Label| {
            let Range { start, end } = label.words;
            end < range.end || end == range.end && start >= range.start
        };
        let within = self.labels.partition_point(within).max(before);
        range.start + self.added(before)..range.end + self.added(within)
    }

    /// What is shown at this byte of the text with labels; `None` in a label.
    pub(super) fn origin(&self, at: usize) -> Option<usize> {
        let passed = self.labels.partition_point(|label| label.place.end <= at);
        let in_label = self.labels.get(passed).is_some_and(|label| label.place.start <= at);
        (!in_label).then(|| at - self.added(passed))
    }

    /// What is shown first at this byte of the text with labels or after it.
    pub(super) fn first_origin(&self, at: usize) -> usize {
        let passed = self.labels.partition_point(|label| label.place.end <= at);
        let within = self.labels.get(passed).filter(|label| label.place.start <= at);
        within.map_or_else(|| at - self.added(passed), |label| label.words.end)
    }

    /// The bytes that the first `count` labels take.
    fn added(&self, count: usize) -> usize {
        let last = count.checked_sub(1).and_then(|index| self.labels.get(index));
        last.map_or(0, |label| label.place.end - label.words.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(range: Range<usize>) -> Span {
        Span { range, style: Style::Link { url: String::new() } }
    }

    #[test]
    fn labels_follow_their_links_and_are_not_the_texts() {
        let spans = [link(0..3), link(3..5)];
        let mut count = 0;
        let (labels, links) = Labels::new(&spans, |_| {
            count += 1;
            (count - 1, count.to_string())
        });
        assert_eq!(links, [Some(0), Some(1)]);
        assert_eq!(labels.insert("oneto!"), "one[1]to[2]!");
        assert_eq!((labels.image(&(0..3)), labels.image(&(3..5))), (0..6, 6..11));
        let origins: Vec<_> = (0..12).map(|at| labels.origin(at)).collect();
        let [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5].map(Some);
        assert_eq!(origins, [a, b, c, None, None, None, d, e, None, None, None, f]);
    }

    #[test]
    fn what_is_around_a_link_holds_its_label_and_what_is_inside_does_not() {
        let (labels, _) = Labels::new(&[link(2..6)], |_| (8, "9".to_owned()));
        assert_eq!(labels.image(&(0..6)), 0..9);
        assert_eq!(labels.image(&(2..6)), 2..9);
        assert_eq!(labels.image(&(4..6)), 4..6);
        assert_eq!(labels.image(&(6..7)), 9..10);
    }
}

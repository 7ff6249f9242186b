//! Where things stand in the list: articles, and the headings of their groups. All that is listed has a
//! place from the top, an *item*; what can be selected has another, a *stop*. A heading is one only
//! where its articles are folded away: it stands for them then, and otherwise there is nothing that one
//! could want of it, so going down leads from article to article.

use super::super::panes::ROW_HEIGHT;
use super::super::quotes::Sight;
use super::List;
use super::groups::Span;
use super::heading::Heading;

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item<'a> {
    /// The heading of a group.
    Heading(&'a Span),
    /// One of the shown articles.
    Article(usize),
}

impl Item<'_> {
    /// The rows of the screen that it takes.
    #[must_use]
    pub const fn height(&self) -> usize {
        match self {
            Self::Heading(_) => 1,
            Self::Article(_) => ROW_HEIGHT,
        }
    }
}

impl List {
    /// What is listed from the top of the pane on.
    pub fn items(&self) -> impl Iterator<Item = Item<'_>> {
        (self.top..).map_while(|at| self.item(at))
    }

    /// What is seen in so many rows of the screen, in part at least, where passages may be so long.
    #[must_use]
    pub fn sight(&self, height: usize, length: usize) -> Sight {
        let mut used = 0;
        let seen = self.items().take_while(|item| {
            let is_seen = used < height;
            used += item.height();
            is_seen
        });
        let row = |item| match item {
            Item::Article(article) => self.shown.get(article).copied(),
            Item::Heading(_) => None,
        };
        Sight { rows: seen.filter_map(row).collect(), edition: self.edition, length }
    }

    /// What is listed at a place.
    #[must_use]
    pub fn item(&self, at: usize) -> Option<Item<'_>> {
        let spans = self.groups.spans();
        if spans.is_empty() {
            return (at < self.shown.len()).then_some(Item::Article(at));
        }
        let before = spans.partition_point(|span| span.item <= at).checked_sub(1)?;
        let span = spans.get(before)?;
        match at - span.item {
            0 => Some(Item::Heading(span)),
            nth => (nth < span.items()).then(|| Item::Article(span.articles.start + nth - 1)),
        }
    }

    /// How much is listed.
    #[must_use]
    pub fn item_count(&self) -> usize {
        self.groups.spans().last().map_or(self.shown.len(), |span| span.item + span.items())
    }

    /// The group that begins with one of the shown articles.
    #[must_use]
    pub fn begins(&self, article: usize) -> Option<&Span> {
        self.groups.at(article).filter(|span| span.articles.start == article)
    }

    /// What stands over a group.
    #[must_use]
    pub fn heading(&self, span: &Span) -> &Heading {
        self.groups.heading(span)
    }

    /// Whether the selection rests on what is listed there.
    #[must_use]
    pub fn is_selected(&self, item: &Item<'_>) -> bool {
        match item {
            Item::Heading(span) => span.is_folded && span.articles.contains(&self.selected),
            Item::Article(article) => *article == self.selected,
        }
    }

    /// Whether the selection rests on a heading.
    #[must_use]
    pub fn is_folded_away(&self) -> bool {
        self.groups.at(self.selected).is_some_and(|span| span.is_folded)
    }

    /// The selection's place among all that can be selected.
    #[must_use]
    pub fn stop(&self) -> usize {
        self.groups.at(self.selected).map_or(self.selected, |span| {
            let nth = if span.is_folded { 0 } else { self.selected - span.articles.start };
            span.stop + nth
        })
    }

    /// Selects what stands there; the last of all where there is nothing.
    pub fn go_to(&mut self, stop: usize) {
        let spans = self.groups.spans();
        let last = spans.partition_point(|span| span.stop <= stop).checked_sub(1);
        let article = last.and_then(|last| spans.get(last)).map(|span| {
            let nth = (stop - span.stop).min(span.stops().saturating_sub(1));
            // A group that one comes back to is where one left it.
            let is_here = span.is_folded && span.articles.contains(&self.selected);
            if is_here { self.selected } else { span.articles.start + nth }
        });
        self.select(article.unwrap_or(stop));
    }

    /// How many stops are on a page of so many rows of the screen.
    #[must_use]
    pub fn page(&self, height: usize) -> usize {
        if self.groups.spans().is_empty() {
            return height / ROW_HEIGHT;
        }
        let mut left = height;
        let whole = self.items().take_while(|item| {
            let fits = item.height() <= left;
            left = left.saturating_sub(item.height());
            fits
        });
        let is_stop = |item: &Item<'_>| match item {
            Item::Heading(span) => span.is_folded,
            Item::Article(_) => true,
        };
        whole.filter(is_stop).count()
    }

    /// Scrolls as little as needed to show the selection in so many rows of the screen, and the heading
    /// over it where it is the first of its group.
    pub fn show_selected(&mut self, height: usize) {
        let (item, wanted) = self.selected_items();
        let last = self.first_above(item, height);
        self.top = self.top.clamp(last, wanted.max(last));
        let end = self.item_count().saturating_sub(1);
        self.top = self.top.min(self.first_above(end, height));
    }

    /// The same, but where the selection is out of sight its group begins at the top.
    pub fn show_group(&mut self, height: usize) {
        let (item, heading) = self.selected_items();
        if item < self.top || self.first_above(item, height) > self.top {
            self.top = heading;
        }
        self.show_selected(height);
    }

    /// Where the selection stands, and what else is to be seen with it.
    fn selected_items(&self) -> (usize, usize) {
        let Some(span) = self.groups.at(self.selected) else {
            return (self.selected, self.selected);
        };
        match self.selected - span.articles.start {
            _ if span.is_folded => (span.item, span.item),
            0 => (span.item + 1, span.item),
            nth => (span.item + 1 + nth, span.item + 1 + nth),
        }
    }

    /// The first item from which on all up to `last` are seen in so many rows; that one at least.
    fn first_above(&self, last: usize, height: usize) -> usize {
        let mut used = 0;
        let fits = |at: &usize| {
            used += self.item(*at).map_or(0, |item| item.height());
            used <= height
        };
        (0..=last).rev().take_while(fits).last().unwrap_or(last)
    }

    /// Selects the first article of the next group, or its heading.
    pub fn next_group(&mut self) {
        let next = self.groups.at(self.selected).map(|span| span.articles.end);
        self.select(next.filter(|next| *next < self.shown.len()).unwrap_or(self.selected));
    }

    /// Selects the first article of the group, or that of the one before.
    pub fn previous_group(&mut self) {
        let Some(span) = self.groups.at(self.selected) else { return };
        let is_inside = !span.is_folded && self.selected > span.articles.start;
        let before = span.articles.start.checked_sub(1).and_then(|last| self.groups.at(last));
        let start = if is_inside { Some(span) } else { before }.map(|span| span.articles.start);
        self.select(start.unwrap_or(self.selected));
    }
}

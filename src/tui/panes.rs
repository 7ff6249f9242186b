//! Where things stand on a screen of this size. Both `update`, which needs the measure, and `view`,
//! which draws, ask here.

use crate::article::Direction;

use super::app::{App, Focus, Mode};
use super::menu;

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Area {
    /// Columns from the screen's left edge.
    pub x: usize,
    /// Rows from the screen's top.
    pub y: usize,
    /// Columns.
    pub width: usize,
    /// Rows.
    pub height: usize,
}

impl Area {
    /// Whether a cell is inside.
    #[must_use]
    pub(super) const fn contains(self, x: usize, y: usize) -> bool {
        x >= self.x && x < self.x + self.width && y >= self.y && y < self.y + self.height
    }

    /// So many columns at the start side, or as many as there are, and the others.
    #[must_use]
    pub(super) fn split(self, columns: usize, direction: Direction) -> (Self, Self) {
        let columns = columns.min(self.width);
        let rest = self.width - columns;
        let (start, end) = match direction {
            Direction::Ltr => (self.x, self.x + columns),
            Direction::Rtl => (self.x + rest, self.x),
        };
        (Self { x: start, width: columns, ..self }, Self { x: end, width: rest, ..self })
    }

    /// The column where reading starts.
    #[must_use]
    pub(super) const fn start(self, direction: Direction) -> usize {
        match direction {
            Direction::Ltr => self.x,
            Direction::Rtl => self.x + self.width.saturating_sub(1),
        }
    }

    /// One of its rows, if it is there.
    #[must_use]
    pub(super) fn row(self, row: usize) -> Option<Self> {
        (row < self.height).then(|| Self { y: self.y + row, height: 1, ..self })
    }
}

/// The panes of a screen; one that is not shown has no area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Panes {
    /// The list.
    pub list: Option<Area>,
    /// The reading pane, without its margins.
    pub reader: Option<Area>,
    /// The column between them.
    pub divider: Option<Area>,
    /// The menu, over the whole width.
    pub menu: Option<Area>,
    /// The bottom row.
    pub status: Area,
}

/// Below this many columns one pane is shown at a time.
const TWO_PANES: usize = 72;
const LIST: std::ops::RangeInclusive<usize> = 28..=44;
const MARGIN: usize = 2;
/// Rows of the list that an article takes.
pub(super) const ROW_HEIGHT: usize = 2;

impl Panes {
    /// For the app as it stands.
    #[must_use]
    pub(super) fn of(app: &App) -> Self {
        let (width, height) = app.size;
        let last = height.saturating_sub(1);
        let status = Area { x: 0, y: last, width, height: height.min(1) };
        let rows = menu::height(app);
        let all = Area { x: 0, y: 0, width, height: last - rows };
        let menu = (rows > 0).then_some(Area { x: 0, y: all.height, width, height: rows });
        if width < TWO_PANES || !app.side_by_side() {
            return match app.focus {
                Focus::List => Self { list: Some(all), menu, status, ..Self::default() },
                Focus::Reader => {
                    let reader = text_area(all, app.measure);
                    Self { reader: Some(reader), menu, status, ..Self::default() }
                }
            };
        }
        let list = (width * 2 / 5).clamp(*LIST.start(), *LIST.end());
        let (list, rest) = all.split(list, app.direction());
        let (divider, reader) = rest.split(1, app.direction());
        let reader = text_area(reader, app.measure);
        Self { list: Some(list), divider: Some(divider), reader: Some(reader), menu, status }
    }

    /// How many rows the list has, or would have.
    #[must_use]
    pub(super) fn list_rows(&self) -> usize {
        self.list.map_or(self.status.y, |area| area.height)
    }

    /// The first row of the menu that is on screen, while it is open.
    #[must_use]
    pub(super) fn menu_top(app: &App) -> Option<usize> {
        let Mode::Encoding(menu) = &app.mode else { return None };
        let area = Self::of(app).menu?;
        Some(menu.top(area.height.saturating_sub(1)))
    }

    /// Where the help and the problems stand, over both panes.
    #[must_use]
    pub(super) fn overlay(&self) -> Area {
        let body = Area { x: 0, y: 0, width: self.status.width, height: self.status.y };
        text_area(body, body.width)
    }
}

/// The part of a pane that lines of at most `measure` cells take, in the middle.
fn text_area(pane: Area, measure: usize) -> Area {
    let margin = if pane.width > 40 { MARGIN } else { 1.min(pane.width / 8) };
    let width = pane.width.saturating_sub(2 * margin).min(measure);
    Area { x: pane.x + (pane.width - width) / 2, width, ..pane }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_is_split_from_its_start_side() {
        let area = Area { x: 10, y: 0, width: 30, height: 1 };
        let sides = |direction| {
            let (start, end) = area.split(12, direction);
            [(start.x, start.width), (end.x, end.width)]
        };
        assert_eq!(sides(Direction::Ltr), [(10, 12), (22, 18)]);
        assert_eq!(sides(Direction::Rtl), [(28, 12), (10, 18)]);
        assert_eq!(area.split(99, Direction::Rtl), (area, Area { width: 0, ..area }));
        assert_eq!((area.start(Direction::Ltr), area.start(Direction::Rtl)), (10, 39));
    }
}

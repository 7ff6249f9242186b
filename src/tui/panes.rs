//! Where things stand on a screen of this size. Both `update`, which needs the measure, and `view`,
//! which draws, ask here.

use super::app::{App, Focus};

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
        let body = height.saturating_sub(1);
        let status = Area { x: 0, y: body, width, height: height.min(1) };
        let column = |x, width| Area { x, y: 0, width, height: body };
        if width < TWO_PANES || !app.side_by_side() {
            let all = column(0, width);
            return match app.focus {
                Focus::List => Self { list: Some(all), status, ..Self::default() },
                Focus::Reader => {
                    let reader = text_area(all, app.measure);
                    Self { reader: Some(reader), status, ..Self::default() }
                }
            };
        }
        let list = (width * 2 / 5).clamp(*LIST.start(), *LIST.end());
        Self {
            list: Some(column(0, list)),
            divider: Some(column(list, 1)),
            reader: Some(text_area(column(list + 1, width - list - 1), app.measure)),
            status,
        }
    }
}

impl Panes {
    /// How many articles the list shows at a time.
    #[must_use]
    pub(super) fn list_rows(&self) -> usize {
        self.list.map_or(self.status.y, |area| area.height) / ROW_HEIGHT
    }
}

/// The part of a pane that lines of at most `measure` cells take, in the middle.
fn text_area(pane: Area, measure: usize) -> Area {
    let margin = if pane.width > 40 { MARGIN } else { 1.min(pane.width / 8) };
    let width = pane.width.saturating_sub(2 * margin).min(measure);
    Area { x: pane.x + (pane.width - width) / 2, width, ..pane }
}

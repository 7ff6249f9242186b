//! The list pane: two rows an article, each aligned by its title's direction, its marks at the start
//! side.

use ratatui::style::{Modifier, Style};

use crate::article::Direction;
use crate::library::Entry;

use super::super::app::{App, Focus};
use super::super::panes::{Area, ROW_HEIGHT};
use super::canvas::{Canvas, Label};

/// Columns for the marks: selected, unread, bookmarked, and the space after them.
const GUTTER: usize = 4;

/// Draws the list, and tells where the selected row's title is.
pub(super) fn draw(app: &App, area: Area, canvas: &mut Canvas) -> (usize, usize) {
    if app.list.shown.is_empty() {
        empty(app, area, canvas);
        return (area.x, area.y);
    }
    let mut cursor = (area.x, area.y);
    for row in 0..area.height.div_ceil(ROW_HEIGHT) {
        let index = app.list.top + row;
        if index >= app.list.shown.len() {
            break;
        }
        let y = area.y + row * ROW_HEIGHT;
        let height = ROW_HEIGHT.min(area.y + area.height - y);
        let place = Area { y, height, ..area };
        let title = draw_row(app, index, place, canvas);
        if index == app.list.selected {
            cursor = (title, y);
            if app.focus == Focus::List {
                canvas.tint(place, canvas.theme.selected());
            }
        }
    }
    cursor
}

/// Draws one article's rows, and tells the column where its title starts to be read.
fn draw_row(app: &App, row: usize, area: Area, canvas: &mut Canvas) -> usize {
    let Some(entry) = app.list.row(row) else { return area.x };
    let marks = app.marks(&entry.id);
    let direction = Direction::of_block(&entry.metadata.title, entry.metadata.direction);
    let turned = direction == Direction::Rtl && !canvas.is_logical();
    let gutter = |column: usize| {
        let end = area.x + area.width;
        if turned { end.saturating_sub(1 + column) } else { area.x + column }
    };
    let mut sign = |column, shown: bool, symbol| {
        let symbol = if shown { symbol } else { " " };
        canvas.put((gutter(column), area.y), (symbol, 1), Style::new());
    };
    sign(0, row == app.list.selected, if turned { "◂" } else { "▸" });
    sign(1, !marks.read, "●");
    sign(2, marks.bookmarked, "★");
    let width = area.width.saturating_sub(GUTTER);
    let x = if turned { area.x } else { area.x + GUTTER };
    let line = Area { x, width, height: 1, y: area.y };
    let weight = if marks.read { Modifier::empty() } else { Modifier::BOLD };
    let style = Style::new().add_modifier(weight);
    let matches = app.list.filter.query.highlights(&entry.metadata.title);
    let text = &entry.metadata.title;
    let title = canvas.label(line, &Label { text, direction, matches: &matches }, style);
    if area.height > 1 {
        let line = Area { y: area.y + 1, ..line };
        let text = &detail(app, entry);
        canvas.label(line, &Label { text, direction, matches: &[] }, canvas.theme.detail());
    }
    if turned { title.end.saturating_sub(1) } else { title.start }
}

/// Date, source and how much has been read; the date first, since a long source is cut.
fn detail(app: &App, entry: &Entry) -> String {
    let date = entry.date().map(|date| date.to_day().to_string());
    let progress = app.marks(&entry.id).position.map(|position| format!("{}%", position.progress));
    let parts = [date, progress, entry.metadata.source.clone()];
    let isolated = parts.into_iter().flatten().map(|part| format!("\u{2068}{part}\u{2069}"));
    isolated.collect::<Vec<_>>().join(" · ")
}

/// Says why there is nothing, and what to do.
fn empty(app: &App, area: Area, canvas: &mut Canvas) {
    let name = app.library.name.clone();
    let lines: Vec<String> = if app.library.loading {
        vec!["Reading …".into(), name]
    } else if app.list.entries.is_empty() && app.library.problems.is_empty() {
        let advice = ["Put text, Markdown or HTML there,", "or name another directory:"];
        vec!["No articles here yet.".into(), advice[0].into(), advice[1].into(), name]
    } else if app.list.entries.is_empty() {
        vec!["No file could be read here;".into(), "p shows why.".into(), name]
    } else {
        vec!["No article passes the filter.".into(), "Esc clears it, / changes it.".into()]
    };
    for (row, line) in lines.iter().enumerate().take(area.height.saturating_sub(1)) {
        let inner = Area {
            x: area.x + 1,
            y: area.y + 1 + row,
            width: area.width.saturating_sub(2),
            height: 1,
        };
        canvas.line(inner, line, Style::new());
    }
}

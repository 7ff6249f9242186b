//! The bottom row: what is shown, of how many, filtered by what; or the filter being typed.

use std::ops::Range;

use crate::article::Direction;

use super::super::app::{App, Focus, Mode};
use super::super::field::{Field, Row};
use super::super::panes::{Area, Panes};
use super::canvas::Canvas;

const PROMPT: &str = "/";
const CUT: &str = "…";

/// Draws the row; tells where the cursor belongs while text is typed.
pub(super) fn draw(app: &App, area: Area, canvas: &mut Canvas) -> Option<(usize, usize)> {
    canvas.tint(area, canvas.theme.status());
    if let Mode::Filter(field) = &app.mode {
        return Some(prompt(app, field, area, canvas));
    }
    let style = canvas.theme.status();
    let right = progress(app);
    let taken = right.chars().count();
    let inner = Area { x: area.x + 1, width: area.width.saturating_sub(taken + 3), ..area };
    canvas.line(inner, &left(app), style);
    let x = (area.x + area.width).saturating_sub(taken + 1);
    canvas.line(Area { x, width: taken, ..area }, &right, style);
    None
}

/// The filter being typed. The field stands beside the prompt, which is at the side where the
/// interface begins, whichever way the text runs.
fn prompt(app: &App, field: &Field, area: Area, canvas: &mut Canvas) -> (usize, usize) {
    let interface = app.locale.language().direction();
    let row = Row::new(field.text(), interface, app.text);
    let is_turned = interface == Direction::Rtl && !canvas.is_logical();
    // Where the text runs against the interface, its end is at the prompt: the cursor there keeps a
    // column away from it.
    let taken = if row.direction == interface { PROMPT.len() } else { PROMPT.len() + 1 };
    let shown = row.window(field.caret(), area.width.saturating_sub(taken));
    let end = area.x + area.width;
    let (prompt, start) = if is_turned {
        (end.saturating_sub(PROMPT.len()), end.saturating_sub(taken + shown.len()))
    } else {
        (area.x, area.x + taken)
    };
    canvas.put((prompt, area.y), (PROMPT, PROMPT.len()), canvas.theme.status());
    let cursor = row.column(field.caret()).saturating_sub(shown.start).min(shown.len());
    draw_row(&row, shown, (start, area.y), canvas);
    (start + cursor, area.y)
}

/// The part of a field that has room, cut ends marked.
fn draw_row(row: &Row, shown: Range<usize>, (x, y): (usize, usize), canvas: &mut Canvas) {
    let style = canvas.theme.status();
    let mut column = 1;
    for cell in &row.cells {
        let columns = column..column + cell.width;
        column = columns.end;
        if shown.start <= columns.start && columns.end <= shown.end {
            canvas.put((x + columns.start - shown.start, y), (&cell.symbol, cell.width), style);
        }
    }
    if shown.start > 1 {
        canvas.put((x, y), (CUT, 1), style);
    }
    if shown.end < column {
        canvas.put((x + shown.len().saturating_sub(1), y), (CUT, 1), style);
    }
}

fn left(app: &App) -> String {
    if let Some(notice) = &app.notice {
        return notice.text.clone();
    }
    let (shown, all) = (app.list.shown.len(), app.list.entries.len());
    let mut parts = Vec::new();
    let noun = if all == 1 { "article" } else { "articles" };
    if shown == all {
        parts.push(format!("{all} {noun}"));
    } else {
        parts.push(format!("{shown} of {all} {noun}"));
    }
    let filter = &app.list.filter;
    if !filter.query.is_empty() {
        parts.push(format!("filter \u{2068}{}\u{2069}", filter.query));
    }
    if filter.bookmarks_only {
        parts.push("bookmarks only".into());
    }
    if filter.unread_only {
        parts.push("unread only".into());
    }
    parts.push(app.list.sort.name().into());
    if app.library.loading {
        parts.push("reading …".into());
    } else if !app.library.problems.is_empty() {
        parts.push(format!("{} not read (p)", app.library.problems.len()));
    }
    if app.library.samples {
        parts.push("built-in samples".into());
    }
    parts.join(" · ")
}

fn progress(app: &App) -> String {
    let height = Panes::of(app).reader.map_or(0, |area| area.height);
    match (&app.reader, app.focus) {
        (Some(reader), Focus::Reader) => format!("{}% · ? help", reader.progress(height)),
        _ => "? help".to_owned(),
    }
}

//! The bottom row: what is shown, of how many, filtered by what; or the filter being typed.

use crate::article::Direction;

use super::super::app::{App, Focus, Mode};
use super::super::field::Field;
use super::super::panes::{Area, Panes};
use super::canvas::{Canvas, Label};

const PROMPT: &str = "/ ";

/// Draws the row; tells where the cursor belongs while text is typed.
pub(super) fn draw(app: &App, area: Area, canvas: &mut Canvas) -> Option<(usize, usize)> {
    canvas.tint(area, canvas.theme.status());
    if let Mode::Filter(field) = &app.mode {
        return Some(prompt(field, area, canvas));
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

/// The filter being typed. The field starts at the prompt whichever way it runs: a right-to-left text
/// grows out of the cursor, which stands at its left end.
fn prompt(field: &Field, area: Area, canvas: &mut Canvas) -> (usize, usize) {
    let style = canvas.theme.status();
    canvas.line(area, PROMPT, style);
    let room = area.width.saturating_sub(PROMPT.len() + 2);
    let width = canvas.width(&field.text).min(room);
    let direction = Direction::of(&field.text).unwrap_or_default();
    let turned = direction == Direction::Rtl && !canvas.is_logical();
    let start = area.x + PROMPT.len();
    let place = Area { x: start + usize::from(turned), width, ..area };
    canvas.label(place, &Label { text: &field.text, direction, matches: &[] }, style);
    (if turned { start } else { start + width }, area.y)
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

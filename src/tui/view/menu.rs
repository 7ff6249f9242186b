//! Draws the menu of encodings: a heading that tells the keys, then each encoding and whose letters it
//! has.

use ratatui::style::Style;

use crate::article::Clean;

use super::super::app::App;
use super::super::command::Command;
use super::super::menu::{Menu, options, script};
use super::super::panes::Area;
use super::canvas::Canvas;

/// Columns for the sign of the selection.
const SIGN: usize = 2;
/// Columns for the names, where the screen is wide enough for more.
const NAMES: usize = 22;

/// Draws it, and tells where the selected row starts.
pub(super) fn draw(app: &App, menu: &Menu, area: Area, canvas: &mut Canvas) -> (usize, usize) {
    let direction = app.direction();
    let mut cursor = (area.start(direction), area.y);
    heading(app, area, canvas);
    let rows = area.height.saturating_sub(1);
    let top = menu.top(rows);
    for (row, (index, option)) in options().enumerate().skip(top).take(rows).enumerate() {
        let Some(place) = area.row(row + 1) else { break };
        let (_, inner) = place.split(1, direction);
        let (sign, rest) = inner.split(SIGN, direction);
        let (name, about) = match option {
            Some(name) => (name.to_owned(), script(name).map(|text| app.locale.text(text))),
            None => (app.locale.text("encoding-found"), found(app)),
        };
        let (first, second) = rest.split(NAMES.min(rest.width / 2), direction);
        canvas.line(first, &Clean::of(&name), Style::new());
        canvas.line(second, &Clean::of(&about.unwrap_or_default()), canvas.theme.detail());
        if index == menu.selected {
            let is_turned = sign.x > rest.x;
            canvas.line(sign, &Clean::of(if is_turned { "◂" } else { "▸" }), Style::new());
            canvas.tint(place, canvas.theme.selected());
            cursor = (rest.start(direction), place.y);
        }
    }
    cursor
}

fn heading(app: &App, area: Area, canvas: &mut Canvas) {
    let Some(row) = area.row(0) else { return };
    canvas.tint(row, canvas.theme.status());
    let (_, inner) = row.split(1, app.direction());
    let keys = [("keep", app.key(Command::Open).into()), ("back", app.key(Command::Back).into())];
    let told = app.locale.say("encoding-menu", &keys);
    canvas.line(inner, &Clean::of(&told), canvas.theme.status());
}

/// The encoding that is taken where none is chosen.
fn found(app: &App) -> Option<String> {
    app.asked.as_ref().map(|entry| entry.encoding.to_owned())
}

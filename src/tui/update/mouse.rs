//! The mouse: a click chooses, the wheel scrolls what is under the pointer.

use super::super::app::{App, Focus, Mode};
use super::super::command::Command;
use super::super::panes::{Panes, ROW_HEIGHT};
use super::{Effect, Mouse, browse, marks};

/// Lines that one notch of the wheel scrolls.
const NOTCH: usize = 3;

pub(super) fn update(app: &mut App, mouse: Mouse, (x, y): (usize, usize)) -> Vec<Effect> {
    let panes = Panes::of(app);
    let over_list = panes.list.is_some_and(|area| area.contains(x, y));
    if app.mode != Mode::Browse {
        return scroll(app, mouse);
    }
    match mouse {
        Mouse::Click if over_list => {
            let row = app.list.top + y / ROW_HEIGHT;
            if row < app.list.shown.len() {
                app.list.select(row);
            }
            app.focus = Focus::List;
            Vec::new()
        }
        Mouse::Click if y < panes.status.y => {
            app.focus = Focus::Reader;
            marks::mark_read(app)
        }
        Mouse::Click => Vec::new(),
        _ if over_list => wheel_list(app, mouse, panes.list_rows()),
        _ => wheel_reader(app, mouse, panes),
    }
}

fn scroll(app: &mut App, mouse: Mouse) -> Vec<Effect> {
    let command = match mouse {
        Mouse::Click => return Vec::new(),
        Mouse::WheelDown => Command::Down,
        Mouse::WheelUp => Command::Up,
    };
    (0..NOTCH).flat_map(|_| browse::update(app, command)).collect()
}

fn wheel_list(app: &mut App, mouse: Mouse, rows: usize) -> Vec<Effect> {
    let selected = app.list.selected;
    app.list.select(if mouse == Mouse::WheelDown {
        selected + 1
    } else {
        selected.saturating_sub(1)
    });
    app.list.show_selected(rows);
    Vec::new()
}

fn wheel_reader(app: &mut App, mouse: Mouse, panes: Panes) -> Vec<Effect> {
    let height = panes.reader.map_or(0, |area| area.height);
    if let Some(reader) = &mut app.reader {
        let down = mouse == Mouse::WheelDown;
        let top = if down { reader.top + NOTCH } else { reader.top.saturating_sub(NOTCH) };
        reader.scroll_to(top, height);
    }
    Vec::new()
}

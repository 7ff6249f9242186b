//! Draws the app. Nothing changes here, and no text is measured: pages come laid out, and the rest is
//! fitted by `text` into the room there is.

mod canvas;
mod cuts;
mod headings;
mod hyperlinks;
mod list;
mod menu;
mod overlay;
mod progress;
mod reader;
mod status;

use ratatui::Frame;

use super::app::{App, Mode};
use super::panes::Panes;
use super::theme::Theme;
use canvas::Canvas;

/// Draws one frame in the terminal's dialect.
pub fn view(app: &App, theme: Theme, frame: &mut Frame) {
    let canvas = Canvas::new(frame.buffer_mut(), theme, app.text);
    let cursor = draw(app, &mut canvas.running(app.locale.language().direction()));
    canvas::speak(frame.buffer_mut(), app.dialect, cursor);
    hyperlinks::send(app, frame.buffer_mut());
    // Screen readers and magnifiers follow the cursor: it stands at what is selected.
    frame.set_cursor_position(cursor);
}

/// Draws, and tells where the cursor belongs.
fn draw(app: &App, canvas: &mut Canvas) -> (u16, u16) {
    let panes = Panes::of(app);
    let cursor = match &app.mode {
        Mode::Help(_) | Mode::Problems(_) => overlay::draw(app, panes, canvas),
        Mode::Browse | Mode::Filter(_) | Mode::Encoding(_) | Mode::Write(_) => {
            let mut cursor = (0, 0);
            if let Some(area) = panes.reader {
                cursor = reader::draw(app, area, canvas);
            }
            if let Some(area) = panes.list {
                let row = list::draw(app, area, canvas);
                if app.focus == super::app::Focus::List {
                    cursor = row;
                }
            }
            if let Some(area) = panes.divider {
                canvas.divider(area, app.focus);
            }
            if let (Some(area), Mode::Encoding(menu)) = (panes.menu, &app.mode) {
                cursor = menu::draw(app, menu, area, canvas);
            }
            cursor
        }
    };
    let typing = status::draw(app, panes.status, canvas);
    let (x, y) = typing.unwrap_or(cursor);
    (u16::try_from(x).unwrap_or(0), u16::try_from(y).unwrap_or(0))
}

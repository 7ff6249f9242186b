//! Selecting text with the mouse: the button goes down, the pointer moves, the button is let go.

use super::super::app::App;
use super::super::panes::{Area, Panes};
use super::super::selection::{Press, Selection, Unit};
use super::super::sight;
use super::{Effect, copy};

/// The button has gone down at a place in the article. On a link, that becomes the current one; the
/// second time at one place it selects the word there, the third time the paragraph.
pub(super) fn press(app: &mut App, at: (usize, usize)) {
    let previous = app.press.take();
    let (Some(area), Some(reader)) = (Panes::of(app).reader, &mut app.reader) else { return };
    reader.selection = None;
    reader.links.current = None;
    if let Some(cell) = sight::cell_at(reader, area, at) {
        reader.links.go_to(&cell, &reader.page);
    }
    let Some(anchor) = sight::spot(reader, area, at) else { return };
    let line = sight::line_at(reader, area, at.1).unwrap_or(usize::MAX);
    let press = Press::after(previous.as_ref(), at, (anchor.clone(), line));
    if press.unit != Unit::Letter {
        let ends = (anchor.clone(), anchor);
        reader.select(Selection::new(&reader.article, press.unit, ends));
    }
    app.press = Some(press);
}

/// The pointer has moved with the button down. Past the edge of the pane the page moves on.
pub(super) fn drag(app: &mut App, at: (usize, usize)) {
    let height = app.reader_rows();
    let (Some(area), Some(reader), Some(press)) =
        (Panes::of(app).reader, &mut app.reader, &mut app.press)
    else {
        return;
    };
    if at == press.at && reader.selection.is_none() {
        return;
    }
    let top = scrolled(reader.top, press, (area, at.1));
    reader.scroll_to(top, height);
    press.at = at;
    let row = at.1.clamp(area.y, (area.y + area.height).saturating_sub(1));
    let Some(focus) = sight::spot(reader, area, (at.0, row)) else { return };
    let ends = (press.anchor.clone(), focus);
    reader.select(Selection::new(&reader.article, press.unit, ends));
}

/// The line to scroll to. The pane begins in the screen's first row, above which there is nothing to
/// point at: there the row itself is the edge, for who has come from below.
const fn scrolled(top: usize, press: &Press, (area, y): (Area, usize)) -> usize {
    if y >= area.y + area.height {
        top + 1
    } else if y < area.y || y == area.y && press.line > top {
        top.saturating_sub(1)
    } else {
        top
    }
}

/// The button has been let go: what is selected by now is copied.
pub(super) fn release(app: &App) -> Vec<Effect> {
    if app.press.is_some() { copy::selection(app) } else { Vec::new() }
}

/// Lets go of the selection and the current link; whether one of them could be seen.
pub(super) fn let_go(app: &mut App) -> bool {
    app.press = None;
    let height = app.reader_rows();
    let in_sight = Panes::of(app).reader.is_some();
    app.reader.as_mut().is_some_and(|reader| reader.let_go(height) && in_sight)
}

//! Draws what covers the panes: the help, or the problems.

use ratatui::style::{Modifier, Style};

use super::super::app::App;
use super::super::overlay;
use super::super::panes::Panes;
use super::canvas::Canvas;

/// Draws it, and tells where its first line starts.
pub(super) fn draw(app: &App, panes: Panes, canvas: &mut Canvas) -> (usize, usize) {
    let area = panes.overlay();
    for (row, pieces) in overlay::rows(app).take(area.height).enumerate() {
        let Some(row) = area.row(row) else { break };
        for piece in pieces {
            let (_, rest) = row.split(piece.indent, app.direction());
            let bold = if piece.strong { Modifier::BOLD } else { Modifier::empty() };
            canvas.laid_out(rest, &piece.line, Style::new().add_modifier(bold));
        }
    }
    (area.start(app.direction()), area.y)
}

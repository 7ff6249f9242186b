//! The help: every command with its keys, made from the table and the keymap.

use ratatui::style::{Modifier, Style};

use super::super::app::App;
use super::super::command::COMMANDS;
use super::super::panes::{Area, Panes};
use super::canvas::Canvas;

/// Columns for the keys.
const KEYS: usize = 22;

pub(super) fn draw(app: &App, top: usize, panes: Panes, canvas: &mut Canvas) -> (usize, usize) {
    let area = Area { x: 0, y: 0, width: panes.status.width, height: panes.status.y };
    let keys = KEYS.min(area.width / 3);
    let top = top.min((COMMANDS.len() + 2).saturating_sub(area.height));
    let title = Area { x: 2, width: area.width.saturating_sub(2), ..area };
    if top == 0 {
        canvas.line(title, "Keys", Style::new().add_modifier(Modifier::BOLD));
    }
    for (index, row) in COMMANDS.iter().enumerate() {
        let Some(y) = (index + 2).checked_sub(top).filter(|&y| y < area.height) else { continue };
        let bound = app.keymap.keys(row.command).join(" ");
        canvas.line(
            Area { x: 2, y, width: keys, height: 1 },
            &bound,
            Style::new().add_modifier(Modifier::BOLD),
        );
        let x = keys + 3;
        canvas.line(
            Area { x, y, width: area.width.saturating_sub(x), height: 1 },
            row.help,
            Style::new(),
        );
    }
    (2, 0)
}

//! Scrolling what covers the panes: the help and the problems.

use super::super::app::{App, Mode};
use super::super::command::COMMANDS;
use super::super::panes::Panes;

/// Rows that the heading of an overlay takes, with the empty one below it.
const HEADING: usize = 2;

/// The furthest that the open overlay scrolls: its last line at the bottom.
pub(super) fn last_top(app: &App) -> usize {
    let height = Panes::of(app).status.y;
    match app.mode {
        // The heading of the help scrolls away with it; that of the problems stays.
        Mode::Help(_) => (COMMANDS.len() + HEADING).saturating_sub(height),
        Mode::Problems(_) => {
            app.library.problems.len().saturating_sub(height.saturating_sub(HEADING))
        }
        Mode::Browse | Mode::Filter(_) => 0,
    }
}

/// Scrolls back as far as there is something to be seen.
pub(super) fn fit(app: &mut App) {
    let last = last_top(app);
    if let Mode::Help(top) | Mode::Problems(top) = &mut app.mode {
        *top = last.min(*top);
    }
}

//! The files that could not be read, and why.

use ratatui::style::{Modifier, Style};

use crate::article::scrub_line;

use super::super::app::App;
use super::super::panes::{Area, Panes};
use super::canvas::Canvas;

pub(super) fn draw(app: &App, top: usize, panes: Panes, canvas: &mut Canvas) -> (usize, usize) {
    let height = panes.status.y;
    let row = |y| Area { x: 2, y, width: panes.status.width.saturating_sub(4), height: 1 };
    let problems = &app.library.problems;
    let heading = match problems.len() {
        0 => "Every file could be read.".to_owned(),
        1 => "1 file could not be read:".to_owned(),
        count => format!("{count} files could not be read:"),
    };
    canvas.line(row(0), &heading, Style::new().add_modifier(Modifier::BOLD));
    let rows = height.saturating_sub(2);
    let top = top.min(problems.len().saturating_sub(rows));
    for (index, problem) in problems.iter().skip(top).take(rows).enumerate() {
        let path = scrub_line(&problem.path.to_string_lossy());
        let text = format!("\u{2068}{path}\u{2069}: {}", problem.reason);
        canvas.line(row(index + 2), &text, Style::new());
    }
    (2, 0)
}

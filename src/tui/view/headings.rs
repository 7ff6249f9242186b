//! The headings of groups in the list: one row each, which runs as the interface does, whatever is under
//! it. A line to the far side tells it from titles without colour.

use ratatui::style::Style;

use crate::article::{Clean, Direction};

use super::super::app::App;
use super::super::list::{Item, Span};
use super::super::panes::Area;
use super::canvas::Canvas;

/// Columns for the marks: selected, folded, and the space after them.
const GUTTER: usize = 3;

/// Draws a heading, and tells the column where it starts to be read.
pub(super) fn draw(app: &App, span: &Span, area: Area, canvas: &mut Canvas) -> usize {
    let direction = app.direction();
    let turned = direction == Direction::Rtl;
    let gutter = |column: usize| area.split(column, direction).1.start(direction);
    let selected = match (app.list.is_selected(&Item::Heading(span)), turned) {
        (false, _) => " ",
        (true, false) => "▸",
        (true, true) => "◂",
    };
    canvas.put((gutter(0), area.y), selected, Style::new());
    canvas.put((gutter(1), area.y), if span.is_folded { "+" } else { "-" }, Style::new());
    let (_, line) = area.split(GUTTER, direction);
    let name = app.list.heading(span).name(&app.locale, &app.library);
    let with = [("name", name.into()), ("count", span.articles.len().into())];
    let text = app.locale.say("group-heading", &with);
    let style = canvas.theme.heading();
    let taken = canvas.line(line, &Clean::of(&text), style);
    if !canvas.is_logical() {
        let (_, rest) = line.split(taken.len() + 1, direction);
        canvas.rule(rest);
    }
    if turned { taken.end.saturating_sub(1) } else { taken.start }
}

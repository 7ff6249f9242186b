//! The list pane: two rows an article, each aligned by its title's direction, its marks at the start
//! side. Where it was found by its text, the passage takes the place of date and source.

use ratatui::style::{Modifier, Style};

use crate::article::{Clean, Direction};
use crate::library::Entry;

use super::super::app::{App, Focus};
use super::super::command::Command;
use super::super::list::Item;
use super::super::overlay::wrapped;
use super::super::panes::Area;
use super::canvas::{Canvas, Label};
use super::headings;

/// Columns for the marks: selected, unread, bookmarked, and the space after them.
const GUTTER: usize = 4;

/// Draws the list, and tells where the selected row's title is.
pub(super) fn draw(app: &App, area: Area, canvas: &mut Canvas) -> (usize, usize) {
    if app.list.shown.is_empty() {
        empty(app, area, canvas);
        return (area.start(app.direction()), area.y);
    }
    let (mut cursor, mut y) = ((area.x, area.y), area.y);
    for item in app.list.items() {
        let height = item.height().min((area.y + area.height).saturating_sub(y));
        let place = Area { y, height, ..area };
        if height == 0 {
            break;
        }
        let title = match item {
            Item::Article(article) => draw_row(app, article, place, canvas),
            Item::Heading(span) => headings::draw(app, span, place, canvas),
        };
        if app.list.is_selected(&item) {
            cursor = (title, y);
            if app.focus == Focus::List {
                canvas.tint(place, canvas.theme.selected());
            }
        }
        y += height;
    }
    cursor
}

/// Draws one article's rows, and tells the column where its title starts to be read.
fn draw_row(app: &App, row: usize, area: Area, canvas: &mut Canvas) -> usize {
    let Some(entry) = app.list.row(row) else { return area.x };
    let marks = app.marks(&entry);
    let direction = Direction::of_block(&entry.metadata.title, entry.metadata.direction);
    let turned = direction == Direction::Rtl && !canvas.is_logical();
    let gutter = |column: usize| {
        let end = area.x + area.width;
        if turned { end.saturating_sub(1 + column) } else { area.x + column }
    };
    let mut sign = |column, shown: bool, symbol: &'static str| {
        let symbol = if shown { symbol } else { " " };
        canvas.put((gutter(column), area.y), symbol, Style::new());
    };
    sign(0, row == app.list.selected, if turned { "◂" } else { "▸" });
    sign(1, !marks.read, if entry.has_no_text() { "○" } else { "●" });
    sign(2, marks.bookmarked, "★");
    let width = area.width.saturating_sub(GUTTER);
    let x = if turned { area.x } else { area.x + GUTTER };
    let line = Area { x, width, height: 1, y: area.y };
    let weight = match (entry.has_no_text(), marks.read) {
        (true, _) => Modifier::DIM,
        (false, true) => Modifier::empty(),
        (false, false) => Modifier::BOLD,
    };
    let style = Style::new().add_modifier(weight);
    let matches = app.list.filter.query.highlights(&entry.metadata.title);
    let text = &Clean::of(&entry.metadata.title);
    let title = canvas.label(line, &Label { text, direction, matches: &matches }, style);
    if area.height > 1 {
        let line = Area { y: area.y + 1, ..line };
        let quote = app.quotes.of(&entry);
        let matches = quote.map(|quote| app.list.filter.query.highlights(quote));
        let text = quote.map_or_else(|| detail(app, &entry), str::to_owned);
        let (text, matches) = (&Clean::of(&text), &matches.unwrap_or_default());
        canvas.label(line, &Label { text, direction, matches }, canvas.theme.detail());
    }
    if turned { title.end.saturating_sub(1) } else { title.start }
}

/// Date, source and how much has been read; the date first, since a long source is cut.
fn detail(app: &App, entry: &Entry) -> String {
    let locale = &app.locale;
    let date = entry.date().map(|date| locale.isolated(&locale.date(date.to_day())));
    let position = app.marks(entry).position;
    let progress = position.map(|position| locale.isolated(&locale.percent(position.progress)));
    let source = entry.metadata.source.as_ref().map(|source| format!("\u{2068}{source}\u{2069}"));
    let unsaved = || locale.isolated(&locale.text("no-text-saved"));
    let unsaved = entry.has_no_text().then(unsaved);
    [unsaved, date, progress, source].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Says why there is nothing, and what to do.
fn empty(app: &App, area: Area, canvas: &mut Canvas) {
    let width = area.width.saturating_sub(2);
    let inner = Area { x: area.x + 1, y: area.y + 1, width, height: area.height.saturating_sub(1) };
    let texts = reasons(app);
    let lines = texts.iter().flat_map(|text| wrapped(app, text, width));
    for (row, line) in lines.enumerate() {
        let Some(place) = inner.row(row) else { break };
        canvas.laid_out(place, &line, Style::new());
    }
}

fn reasons(app: &App) -> Vec<String> {
    let (locale, name) = (&app.locale, format!("\u{2068}{}\u{2069}", app.library.name));
    let key = |name, command| (name, app.key(command).into());
    if app.library.loading {
        vec![locale.text("loading-library"), name]
    } else if app.list.total() == 0 && app.library.problems.is_empty() {
        vec![locale.text("empty-library"), locale.text("empty-advice"), name]
    } else if app.list.total() == 0 {
        let why = locale.say("key-shows-why", &[key("key", Command::Problems)]);
        vec![locale.text("no-file-read"), why, name]
    } else {
        let keys = [key("clear", Command::Back), key("change", Command::Filter)];
        vec![locale.text("none-passes"), locale.say("clear-or-change", &keys)]
    }
}

//! The bottom row: what is shown, of how many, filtered by what; or the filter being typed. What does
//! not fit is left out whole, the least important first.

use std::ops::Range;

use crate::article::{Clean, Direction};
use crate::library::Progress;

use super::super::app::{App, Focus, Mode};
use super::super::command::Command;
use super::super::field::{Field, Row};
use super::super::panes::{Area, Panes};
use super::super::sort;
use super::canvas::Canvas;
use super::progress;

const FILTER: &str = "/";
const CUT: &str = "…";

/// Draws the row; tells where the cursor belongs while text is typed.
pub(super) fn draw(app: &App, area: Area, canvas: &mut Canvas) -> Option<(usize, usize)> {
    canvas.tint(area, canvas.theme.status());
    match &app.mode {
        Mode::Filter(field) => return Some(prompt(app, (FILTER, field), area, canvas)),
        Mode::Write(writing) => {
            let asked = writing.prompt(&app.locale) + " ";
            return Some(prompt(app, (&asked, &writing.field), area, canvas));
        }
        _ => {}
    }
    let style = canvas.theme.status();
    let inner = Area { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let needed = match &app.notice {
        Some(notice) => canvas.width(&Clean::of(&notice.text)),
        None => canvas.width(&Clean::of(&joined(app, &subject(app)))).min(inner.width / 2),
    };
    let end = place(app, canvas, inner.width.saturating_sub(needed + 1));
    let taken = canvas.width(&Clean::of(&end));
    let (rest, at_end) = inner.split(inner.width.saturating_sub(taken), app.direction());
    canvas.line(at_end, &Clean::of(&end), style);
    let (at_start, _) = rest.split(rest.width.saturating_sub(taken.min(1)), app.direction());
    let start = match &app.notice {
        Some(notice) => notice.text.clone(),
        None => state(app, canvas, at_start.width),
    };
    canvas.line(at_start, &Clean::of(&start), style);
    None
}

/// The text being typed. The field stands beside the prompt, which is at the side where the
/// interface begins, whichever way the text runs.
fn prompt(
    app: &App,
    (asked, field): (&str, &Field),
    area: Area,
    canvas: &mut Canvas,
) -> (usize, usize) {
    // Half of the row at most: what is typed is to be seen.
    let width = canvas.width(&Clean::of(asked)).min(area.width / 2);
    let interface = app.locale.language().direction();
    let row = Row::new(field.text(), interface, app.text);
    let is_turned = interface == Direction::Rtl && !canvas.is_logical();
    // Where the text runs against the interface, its end is at the prompt: the cursor there keeps a
    // column away from it.
    let taken = if row.direction == interface { width } else { width + 1 };
    let shown = row.window(field.caret(), area.width.saturating_sub(taken));
    let end = area.x + area.width;
    let (prompt, start) = if is_turned {
        (end.saturating_sub(width), end.saturating_sub(taken + shown.len()))
    } else {
        (area.x, area.x + taken)
    };
    canvas.line(
        Area { x: prompt, width, height: 1, ..area },
        &Clean::of(asked),
        canvas.theme.status(),
    );
    let cursor = row.column(field.caret()).saturating_sub(shown.start).min(shown.len());
    draw_row(&row, shown, (start, area.y), canvas);
    (start + cursor, area.y)
}

/// The part of a field that has room, cut ends marked.
fn draw_row(row: &Row, shown: Range<usize>, (x, y): (usize, usize), canvas: &mut Canvas) {
    let style = canvas.theme.status();
    let mut column = 1;
    for cell in &row.cells {
        let columns = column..column + cell.width;
        column = columns.end;
        if shown.start <= columns.start && columns.end <= shown.end {
            canvas.put((x + columns.start - shown.start, y), cell, style);
        }
    }
    if shown.start > 1 {
        canvas.put((x, y), CUT, style);
    }
    if shown.end < column {
        canvas.put((x + shown.len().saturating_sub(1), y), CUT, style);
    }
}

/// How many articles there are, and the filter that has picked them.
fn subject(app: &App) -> Vec<String> {
    let (shown, all) = (app.list.count(), app.list.total());
    let count = ("count", all.into());
    let articles = if shown == all {
        app.locale.say("articles", &[count])
    } else {
        app.locale.say("articles-shown", &[("shown", shown.into()), count])
    };
    let query = &app.list.filter.query;
    let filter = || app.locale.say("filter-on", &[("query", query.to_string().into())]);
    let filter = (!query.is_empty()).then(filter);
    [articles].into_iter().chain(filter).collect()
}

/// What else there is to be known, the most important first.
fn details(app: &App) -> Vec<String> {
    let (filter, library) = (&app.list.filter, &app.library);
    let unread = || {
        let count = ("count", library.problems.len().into());
        app.locale.say("not-read", &[count, ("key", app.key(Command::Problems).into())])
    };
    let reader = app.reader.as_ref().filter(|_| app.focus == Focus::Reader);
    let is_whole = reader.is_some_and(|reader| reader.choice.wish.whole);
    let encoding = reader.map(|reader| reader.encoding).filter(|name| *name != "UTF-8");
    let first = [
        is_whole.then(|| app.locale.text("whole-page")),
        encoding.map(str::to_owned),
        filter.bookmarks_only.then(|| app.locale.text("bookmarks-only")),
        filter.unread_only.then(|| app.locale.text("unread-only")),
        app.read_only.is_some().then(|| app.locale.text("read-only")),
        app.saving.failed.is_some().then(|| app.locale.text("unsaved")),
        is_read_now(app).then(|| app.locale.text("loading")),
    ];
    let progress = if library.loading { library.progress } else { Progress::default() };
    let last = [
        (!library.loading && !library.problems.is_empty()).then(unread),
        Some(app.locale.text(sort::of_list(&app.list))),
        app.list.grouping().map(|by| app.locale.text(by.text())),
        library.samples.then(|| app.locale.text("samples")),
    ];
    let first = first.into_iter().flatten().chain(progress::parts(progress, &app.locale));
    first.chain(last.into_iter().flatten()).collect()
}

/// Whether files are being read. That known ones are looked at for what has changed is not worth a word.
fn is_read_now(app: &App) -> bool {
    let Progress { done, all, .. } = app.library.progress;
    // Some are read before all have been counted.
    app.library.loading && (done != all || app.list.total() == 0)
}

/// As much of what there is to be known as goes into so many columns.
fn state(app: &App, canvas: &Canvas, room: usize) -> String {
    let mut parts = subject(app);
    for detail in details(app) {
        parts.push(detail);
        if canvas.width(&Clean::of(&joined(app, &parts))) > room {
            parts.pop();
            break;
        }
    }
    joined(app, &parts)
}

/// How far one has read, where one reads and all of it has come, and where help is.
fn place(app: &App, canvas: &Canvas, room: usize) -> String {
    let help = app.locale.say("help-hint", &[("key", app.key(Command::Help).into())]);
    let height = Panes::of(app).reader.map_or(0, |area| area.height);
    let mut parts = vec![help];
    let whole = app.reader.as_ref().filter(|reader| !reader.is_beginning());
    if let (Some(reader), Focus::Reader) = (whole, app.focus) {
        parts.insert(0, app.locale.percent(reader.progress(height)));
    }
    while canvas.width(&Clean::of(&joined(app, &parts))) > room && parts.pop().is_some() {}
    joined(app, &parts)
}

/// Parts side by side, in the order of the interface whatever is in them.
fn joined(app: &App, parts: &[String]) -> String {
    let isolated = parts.iter().map(|part| app.locale.isolated(part));
    isolated.collect::<Vec<_>>().join(" · ")
}

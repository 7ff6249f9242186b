//! What covers the panes: the help, and the problems. Entries of one or more rows, laid out to the
//! screen's width; `update` asks how many fit, `view` draws them. One scrolls by entries, so that of
//! thousands of problems only those in sight are laid out.

use crate::article::{Clean, shown_path};
use crate::library::Problem;
use crate::locale::Locale;
use crate::page::level;
use crate::text;
use crate::text::{Line, Paragraph};

use super::app::{App, Mode};
use super::command::COMMANDS;
use super::panes::Panes;
use super::reason;

/// Text that stands so many columns from the start side.
pub(super) struct Piece {
    pub(super) indent: usize,
    pub(super) line: Line,
    /// Whether it is a heading or a key.
    pub(super) strong: bool,
}

/// What stands on one row.
pub(super) type Row = Vec<Piece>;

/// The rows from the top of the screen on.
pub(super) fn rows(app: &App) -> impl Iterator<Item = Row> {
    (top(app)..len(app)).flat_map(|index| entry(app, index))
}

/// How many entries are in sight as a whole.
pub(super) fn page(app: &App) -> usize {
    let height = Panes::of(app).overlay().height;
    whole((top(app)..len(app)).map(|index| entry(app, index)), height)
}

/// The furthest that it scrolls: the last entry at the bottom.
pub(super) fn last_top(app: &App) -> usize {
    let height = Panes::of(app).overlay().height;
    len(app) - whole((0..len(app)).rev().map(|index| entry(app, index)), height)
}

/// A file that could not be read, and why.
pub(super) fn problem(locale: &Locale, problem: &Problem) -> String {
    let path = shown_path(&problem.path);
    let reason = reason::said(locale, &problem.reason);
    locale.say("problem", &[("path", path.into()), ("reason", reason.into())])
}

const fn top(app: &App) -> usize {
    match app.mode {
        Mode::Help(top) | Mode::Problems(top) => top,
        Mode::Browse | Mode::Filter(_) | Mode::Encoding(_) | Mode::Write(_) => 0,
    }
}

/// How many entries there are; the first is the heading.
fn len(app: &App) -> usize {
    match app.mode {
        Mode::Help(_) => 1 + COMMANDS.len(),
        Mode::Problems(_) => 1 + app.library.problems.len(),
        Mode::Browse | Mode::Filter(_) | Mode::Encoding(_) | Mode::Write(_) => 0,
    }
}

/// How many entries go into this height; one at least, if there is one.
fn whole(entries: impl Iterator<Item = Vec<Row>>, height: usize) -> usize {
    let mut used = 0;
    let heights = entries.map(|entry| {
        used += entry.len();
        used
    });
    heights.enumerate().take_while(|(at, used)| *at == 0 || *used <= height).count()
}

fn entry(app: &App, index: usize) -> Vec<Row> {
    match (&app.mode, index.checked_sub(1)) {
        (Mode::Help(_), None) => heading(app, &app.locale.text("help-title")),
        (Mode::Help(_), Some(index)) => command(app, index),
        (_, None) => {
            let count = app.library.problems.len();
            heading(app, &app.locale.say("problems", &[("count", count.into())]))
        }
        (_, Some(index)) => problem_rows(app, index),
    }
}

/// A file among those that were not read for the same reason, which stands over the first of them; one
/// alone has its reason beside it.
fn problem_rows(app: &App, index: usize) -> Vec<Row> {
    let problems = &app.library.problems;
    let Some(problem) = problems.get(index) else { return Vec::new() };
    let is_like = |other: &Problem| other.reason == problem.reason;
    let follows = index.checked_sub(1).and_then(|at| problems.get(at)).is_some_and(is_like);
    let count = problems.iter().skip(index).take_while(|other| is_like(other)).count();
    if !follows && count == 1 {
        return hanging(app, &self::problem(&app.locale, problem));
    }
    let mut rows = Vec::new();
    if !follows {
        let reason = reason::said(&app.locale, &problem.reason);
        let with = [("count", count.into()), ("reason", reason.into())];
        let lines = wrapped(app, &app.locale.say("problem-group", &with), width(app));
        rows.extend(lines.into_iter().map(|line| vec![Piece { indent: 0, line, strong: true }]));
    }
    let path = shown_path(&problem.path);
    let path = format!("\u{2068}{path}\u{2069}");
    let lines = wrapped(app, &path, width(app).saturating_sub(HANGING)).into_iter();
    rows.extend(lines.map(|line| vec![Piece { indent: HANGING, line, strong: false }]));
    rows
}

/// A heading and the empty row under it.
fn heading(app: &App, text: &str) -> Vec<Row> {
    let lines = wrapped(app, text, width(app));
    let piece = |line| vec![Piece { indent: 0, line, strong: true }];
    lines.into_iter().map(piece).chain([Vec::new()]).collect()
}

/// A paragraph whose first line stands out.
fn hanging(app: &App, text: &str) -> Vec<Row> {
    let lines = wrapped(app, text, width(app).saturating_sub(HANGING)).into_iter();
    let indents = std::iter::once(0).chain(std::iter::repeat(HANGING));
    let piece = |(indent, line)| vec![Piece { indent, line, strong: false }];
    indents.zip(lines).map(piece).collect()
}

const HANGING: usize = 2;
/// Columns for the keys, with the space after them.
const KEYS: usize = 23;
/// Below this many columns what a key does stands under it.
const BESIDE: usize = 32;

/// The keys of a command, and beside or under them what it does.
fn command(app: &App, index: usize) -> Vec<Row> {
    let Some(row) = COMMANDS.get(index) else { return Vec::new() };
    let width = width(app);
    let beside = width >= BESIDE;
    let (keys, indent) = if beside {
        let keys = KEYS.min(width * 2 / 5);
        (keys - 1, keys)
    } else {
        (width, HANGING)
    };
    // Each by itself: where the screen runs from right to left, so do they.
    let names: Vec<_> = app.keys(row.command).map(|key| format!("\u{2066}{key}\u{2069}")).collect();
    let strong = |line| Piece { indent: 0, line, strong: true };
    let mut rows: Vec<Row> =
        wrapped(app, &names.join(" "), keys).into_iter().map(|line| vec![strong(line)]).collect();
    let first = if beside { 0 } else { rows.len() };
    let text = app.locale.text(&format!("command-{}", row.name));
    let lines = wrapped(app, &text, width.saturating_sub(indent));
    for (at, line) in lines.into_iter().enumerate() {
        let piece = Piece { indent, line, strong: false };
        match rows.get_mut(first + at) {
            Some(row) => row.push(piece),
            None => rows.push(vec![piece]),
        }
    }
    rows
}

fn width(app: &App) -> usize {
    Panes::of(app).overlay().width
}

/// Words of the interface as lines of so many columns.
pub(super) fn wrapped(app: &App, text: &str, measure: usize) -> Vec<Line> {
    let level = level(app.locale.language().direction());
    let text = Clean::of(text);
    let paragraph = Paragraph { text: &text, level, isolates: &[] };
    let own =
        text::Setting { order: app.text.order, joining: app.text.joining, ..text::Setting::VISUAL };
    text::lay_out(&paragraph, text::Setting { measure: Some(measure.max(1)), ..own })
}

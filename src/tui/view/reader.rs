//! The reading pane: the lines of the page that are on screen, with the filter's matches, the current
//! link and the selection marked.

use std::ops::Range;

use ratatui::style::Style;

use crate::article::{Clean, Direction};
use crate::page::{Cell, Line, Part};

use super::super::app::App;
use super::super::links::Shown;
use super::super::panes::Area;
use super::super::reader::Reader;
use super::super::selection::Selection;
use super::super::sight;
use super::canvas::Canvas;
use super::cuts::Cuts;

/// Draws the pane, and tells where its text starts.
pub(super) fn draw(app: &App, area: Area, canvas: &mut Canvas) -> (usize, usize) {
    let Some(reader) = &app.reader else {
        if app.awaiting {
            canvas.line(area, &Clean::of(&app.locale.text("opening")), Style::new());
        }
        return (area.start(app.direction()), area.y);
    };
    let picked = Picked::of(reader);
    let reversed = canvas.theme.selected();
    let lines = reader.seen(area.height);
    for (row, line) in lines.iter().enumerate() {
        let cuts = Cuts::of(line.cells.iter().map(|cell| cell.symbol.as_str()));
        let style = canvas.theme.part(line.part);
        for (x, cell) in sight::columns(line, area) {
            let style = cuts.legible(style.patch(canvas.theme.face(cell.face)), &cell.symbol);
            let style = found(reader, line, cell, canvas).map_or(style, |found| style.patch(found));
            let style = if picked.has(line, cell) { style.patch(reversed) } else { style };
            canvas.put((x, area.y + row), cell, style);
        }
    }
    if let Some(link) = picked.link_start(&lines, area) {
        return link;
    }
    let (column, row) = attention(reader, &lines, canvas);
    (area.x + column, area.y + row)
}

/// The column and the row that one looks at: the current match, while it is in sight; else where the
/// first line starts.
fn attention(reader: &Reader, lines: &[Line], canvas: &Canvas) -> (usize, usize) {
    let current = reader.current.and_then(|current| reader.matches.get(current));
    let at_match = current.and_then(|range| {
        let column = |line: &Line| column_of(line, range.start);
        lines.iter().enumerate().find_map(|(row, line)| Some((column(line)?, row)))
    });
    let first = || lines.first().map_or(0, |line| start_column(line, canvas));
    at_match.unwrap_or_else(|| (first(), 0))
}

/// The column of the cell that shows this byte of the body.
fn column_of(line: &Line, byte: usize) -> Option<usize> {
    line.start()?;
    let mut column = line.pad;
    for cell in &line.cells {
        if cell.bytes.as_ref().is_some_and(|bytes| (bytes.start.0..bytes.end.0).contains(&byte)) {
            return Some(column);
        }
        column += cell.width;
    }
    None
}

/// What the reader has picked out.
struct Picked<'a> {
    link: Option<Shown>,
    selection: Option<&'a Selection>,
}

impl<'a> Picked<'a> {
    fn of(reader: &'a Reader) -> Self {
        Self { link: reader.links.shown(&reader.page), selection: reader.selection.as_ref() }
    }

    fn has(&self, line: &Line, cell: &Cell) -> bool {
        let selected = self.selection.zip(cell.bytes.as_ref());
        selected.is_some_and(|(selection, bytes)| selection.has(line.part, bytes))
            || self.link.as_ref().is_some_and(|link| link.has(line, cell))
    }

    /// Where the current link starts on screen, for those who follow the cursor.
    fn link_start(&self, lines: &[Line], area: Area) -> Option<(usize, usize)> {
        let link = self.link.as_ref()?;
        let cells = sight::cells(lines, area).filter(|seen| link.has(seen.line, seen.cell));
        let first =
            cells.min_by_key(|seen| (seen.y, seen.cell.bytes.as_ref().map(|bytes| bytes.start)))?;
        Some((first.x, first.y))
    }
}

/// The column where a line starts to be read.
fn start_column(line: &Line, canvas: &Canvas) -> usize {
    if line.direction == Direction::Rtl && !canvas.is_logical() {
        (line.pad + line.width()).saturating_sub(1)
    } else {
        line.pad
    }
}

/// How a cell looks because the query occurs there.
fn found(reader: &Reader, line: &Line, cell: &Cell, canvas: &Canvas) -> Option<Style> {
    let bytes = cell.bytes.as_ref()?;
    let bytes = bytes.start.0..bytes.end.0;
    match line.part {
        Part::Headline => covering(&reader.title_matches, &bytes).map(|_| canvas.theme.found()),
        Part::Byline | Part::Standfirst => None,
        _ => covering(&reader.matches, &bytes).map(|index| {
            let current = reader.current == Some(index);
            if current { canvas.theme.current_match() } else { canvas.theme.found() }
        }),
    }
}

/// The index of the match that these bytes are in; matches are sorted and apart.
fn covering(matches: &[Range<usize>], bytes: &Range<usize>) -> Option<usize> {
    let index = matches.partition_point(|range| range.end <= bytes.start);
    matches.get(index).filter(|range| range.start < bytes.end).map(|_| index)
}

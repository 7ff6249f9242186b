//! Where what is on screen of the page stands, and what stands at a place on the screen. Drawing, the
//! mouse and hyperlinks all ask here, so that a letter is found where it is drawn.

use std::ops::Range;

use crate::page::{Cell, Line, Page};

use super::panes::Area;
use super::reader::Reader;
use super::selection::Spot;

/// A cell of the page on the screen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen<'a> {
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) line: &'a Line,
    pub(super) cell: &'a Cell,
}

/// The cells of one line, each with its column.
pub(super) fn columns(line: &Line, area: Area) -> impl Iterator<Item = (usize, &Cell)> {
    line.cells.iter().scan(area.x + line.pad, |next, cell| {
        let x = *next;
        *next += cell.width;
        Some((x, cell))
    })
}

/// All cells on screen, line by line from left to right.
pub(super) fn cells(reader: &Reader, area: Area) -> impl Iterator<Item = Seen<'_>> {
    let lines = reader.page.lines.iter().skip(reader.top).take(area.height).enumerate();
    lines.flat_map(move |(row, line)| {
        columns(line, area).map(move |(x, cell)| Seen { x, y: area.y + row, line, cell })
    })
}

/// The cell at a place on the screen.
pub(super) fn cell_at(reader: &Reader, area: Area, (x, y): (usize, usize)) -> Option<&Cell> {
    let line = line_at(reader, area, y)?;
    let mut columns = columns(reader.page.lines.get(line)?, area);
    columns.find(|(start, cell)| (*start..start + cell.width).contains(&x)).map(|(_, cell)| cell)
}

/// The line of the page in a row of the screen; the page may end above it.
pub(super) fn line_at(reader: &Reader, area: Area, y: usize) -> Option<usize> {
    let line = reader.top + y.saturating_sub(area.y).min(area.height.saturating_sub(1));
    (line < reader.page.lines.len()).then_some(line)
}

/// The text at a place on the screen or nearest to it: the letter in the same row, else the place
/// between the texts above and below. `None` where there is no text at all.
pub(super) fn spot(reader: &Reader, area: Area, (x, y): (usize, usize)) -> Option<Range<Spot>> {
    let last = reader.page.lines.len().checked_sub(1)?;
    let line = line_at(reader, area, y).unwrap_or(last);
    let below_all = line_at(reader, area, y).is_none();
    let in_row = reader.page.lines.get(line).filter(|_| !below_all);
    in_row.and_then(|line| nearest(line, area, x)).or_else(|| gap(&reader.page, line))
}

/// The letter of a line that is nearest to a column.
fn nearest(line: &Line, area: Area, x: usize) -> Option<Range<Spot>> {
    let distance = |start: usize, cell: &Cell| match x {
        x if x < start => start - x,
        x => (x + 1).saturating_sub(start + cell.width.max(1)),
    };
    let letters = columns(line, area).filter_map(|(start, cell)| {
        Some((distance(start, cell), Spot::range(line.part, cell.bytes.as_ref()?)?))
    });
    letters.min_by_key(|(distance, _)| *distance).map(|(_, spots)| spots)
}

/// The end of the text above a line without text, else the start of that below.
fn gap(page: &Page, line: usize) -> Option<Range<Spot>> {
    let (above, below) = page.lines.split_at_checked(line + 1)?;
    let above = above.iter().rev().find_map(|line| spots(line).map(|spot| spot.end).max());
    let spot = above.or_else(|| below.iter().find_map(|line| spots(line).map(|at| at.start).min()));
    spot.map(|spot| spot..spot)
}

fn spots(line: &Line) -> impl Iterator<Item = Range<Spot>> {
    line.cells.iter().filter_map(|cell| Spot::range(line.part, cell.bytes.as_ref()?))
}

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

/// All cells on screen, of these lines, from left to right.
pub(super) fn cells(lines: &[Line], area: Area) -> impl Iterator<Item = Seen<'_>> {
    lines.iter().enumerate().flat_map(move |(row, line)| {
        columns(line, area).map(move |(x, cell)| Seen { x, y: area.y + row, line, cell })
    })
}

/// The cell at a place on the screen.
pub(super) fn cell_at(reader: &Reader, area: Area, (x, y): (usize, usize)) -> Option<Cell> {
    let line = reader.page.line(line_at(reader, area, y)?)?;
    let mut columns = columns(&line, area);
    let found = columns.find(|(start, cell)| (*start..start + cell.width).contains(&x));
    found.map(|(_, cell)| cell.clone())
}

/// The line of the page in a row of the screen; the page may end above it.
pub(super) fn line_at(reader: &Reader, area: Area, y: usize) -> Option<usize> {
    let line = reader.top + y.saturating_sub(area.y).min(area.height.saturating_sub(1));
    (line < reader.page.height()).then_some(line)
}

/// The text at a place on the screen or nearest to it: the letter in the same row, else the place
/// between the texts above and below. `None` where there is no text at all.
pub(super) fn spot(reader: &Reader, area: Area, (x, y): (usize, usize)) -> Option<Range<Spot>> {
    let last = reader.page.height().checked_sub(1)?;
    let line = line_at(reader, area, y);
    let in_row = line.and_then(|line| reader.page.line(line));
    let nearest = in_row.and_then(|line| nearest(&line, area, x));
    nearest.or_else(|| gap(&reader.page, line.unwrap_or(last)))
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
    let body = page.body().unwrap_or_else(|| page.height());
    // Below the head only lines that show the text have anything to be found.
    let has_text = |line: &usize| *line < body || page.start(*line).is_some();
    let mut above = (0..=line).rev().filter(has_text).filter_map(|line| page.line(line));
    let mut below = (line + 1..page.height()).filter(has_text).filter_map(|line| page.line(line));
    let above = above.find_map(|line| spots(&line).map(|spot| spot.end).max());
    let spot = above.or_else(|| below.find_map(|line| spots(&line).map(|spot| spot.start).min()));
    spot.map(|spot| spot..spot)
}

fn spots(line: &Line) -> impl Iterator<Item = Range<Spot>> {
    line.cells.iter().filter_map(|cell| Spot::range(line.part, cell.bytes.as_ref()?))
}

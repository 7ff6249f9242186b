//! Tells the terminal where links lead (OSC 8). All pieces of one link, on all its lines and in the list
//! of links, have one id, so that the terminal takes them for one.
//!
//! Neighbouring cells of a link that look alike become one cell as wide as all of them, which opens the
//! link, holds their letters and closes it again. Frames are compared cell by cell: so each piece is
//! sent whole or not at all, and no piece leans on what was sent before it. The cells that it covers
//! are marked to be skipped, which also makes them unlike the same letters without a link.

use std::collections::HashMap;
use std::num::NonZeroU16;
use std::ops::Range;

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth};

use crate::article::Address;

use super::super::app::{App, Hyperlinks};
use super::super::panes::Panes;
use super::super::sight;

/// Terminals drop addresses that are longer.
const LONGEST: usize = 2000;
const CLOSE: &str = "\x1b]8;;\x1b\\";

/// A stretch of one link in one row of the screen.
struct Stretch {
    columns: Range<usize>,
    row: usize,
    link: usize,
}

/// Wraps what stands in the cells of links by now, whatever the dialect has made of it.
pub(super) fn send(app: &App, buffer: &mut Buffer) {
    let (Hyperlinks::Sent, false) = (app.hyperlinks, app.mode.is_overlay()) else { return };
    let (Some(reader), Some(area)) = (&app.reader, Panes::of(app).reader) else { return };
    let mut openings = HashMap::new();
    for stretch in stretches(sight::cells(&reader.seen(area.height), area)) {
        let address = reader.page.links.get(stretch.link);
        let opening = openings
            .entry(stretch.link)
            .or_insert_with(|| opening(stretch.link, address.map(String::as_str)));
        if let Some(opening) = opening {
            wrap(buffer, &stretch, opening);
        }
    }
}

fn stretches<'a>(cells: impl Iterator<Item = sight::Seen<'a>>) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for seen in cells {
        let Some(link) = seen.cell.link else { continue };
        let end = seen.x + seen.cell.width;
        match stretches.last_mut() {
            Some(last) if (last.row, last.link, last.columns.end) == (seen.y, link, seen.x) => {
                last.columns.end = end;
            }
            _ => stretches.push(Stretch { columns: seen.x..end, row: seen.y, link }),
        }
    }
    stretches
}

/// What opens a link, if it leads somewhere that may be told.
fn opening(link: usize, address: Option<&str>) -> Option<String> {
    let address = Address::parse(address?)?.to_ascii();
    if address.len() > LONGEST {
        return None;
    }
    Some(format!("\x1b]8;id={};{address}\x1b\\", link + 1))
}

fn wrap(buffer: &mut Buffer, stretch: &Stretch, opening: &str) {
    let mut rest = stretch.columns.clone();
    while let Some(piece) = piece(buffer, stretch.row, &rest) {
        rest.start = piece.columns.end;
        let width = u16::try_from(piece.columns.len()).ok().and_then(NonZeroU16::new);
        let (Some(width), Some(first)) = (width, slot(buffer, piece.columns.start, stretch.row))
        else {
            return;
        };
        first.set_symbol(&format!("{opening}{}{CLOSE}", piece.symbols));
        first.set_diff_option(CellDiffOption::ForcedWidth(width));
        for x in piece.columns.skip(1) {
            if let Some(covered) = slot(buffer, x, stretch.row) {
                covered.set_diff_option(CellDiffOption::Skip);
            }
        }
    }
}

/// Neighbouring cells that look alike.
struct Piece {
    columns: Range<usize>,
    symbols: String,
}

/// The first of them in these columns.
fn piece(buffer: &mut Buffer, row: usize, columns: &Range<usize>) -> Option<Piece> {
    let style = slot(buffer, columns.start, row).filter(|_| !columns.is_empty())?.style();
    let mut piece = Piece { columns: columns.start..columns.start, symbols: String::new() };
    while piece.columns.end < columns.end {
        let Some(cell) = slot(buffer, piece.columns.end, row) else { break };
        if cell.style() != style {
            break;
        }
        piece.symbols.push_str(cell.symbol());
        piece.columns.end += usize::from(cell.cell_width()).max(1);
    }
    Some(piece)
}

fn slot(buffer: &mut Buffer, x: usize, y: usize) -> Option<&mut Cell> {
    buffer.cell_mut((u16::try_from(x).ok()?, u16::try_from(y).ok()?))
}

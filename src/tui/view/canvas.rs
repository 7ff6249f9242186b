//! Writes cells into the frame. This is the only way that text reaches the screen: `ratatui`'s own text
//! types measure Arabic wrongly and know no direction.

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell as Slot};
use ratatui::style::{Color, Style};

use crate::article::Direction;
use crate::page::level;
use crate::terminal::{Dialect, Symbol};
use crate::text;
use crate::text::{Cell, Order};

use super::super::panes::Area;
use super::super::theme::Theme;
use super::cuts::Cuts;

/// The frame's cells, and how text is laid out on them.
pub(super) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    pub(super) theme: Theme,
    setting: text::Setting,
}

/// A line of text that is not an article's body.
#[derive(Clone, Copy)]
pub(super) struct Label<'a> {
    pub(super) text: &'a str,
    pub(super) direction: Direction,
    /// Bytes of the text where the filter occurs.
    pub(super) matches: &'a [Range<usize>],
}

impl<'a> Canvas<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, theme: Theme, setting: text::Setting) -> Self {
        Self { buffer, theme, setting }
    }

    /// One cell; what lies outside the frame is left out.
    pub(super) fn put(&mut self, at: (usize, usize), (symbol, width): (&str, usize), style: Style) {
        for column in 0..width {
            if let Some(slot) = self.slot(at.0 + column, at.1) {
                if column == 0 && !symbol.starts_with(' ') {
                    slot.set_symbol(symbol);
                } else {
                    slot.set_symbol(" ");
                }
                slot.set_style(style);
            }
        }
    }

    /// Text of its own direction on one row, aligned by it; gives the columns that it takes.
    pub(super) fn line(&mut self, area: Area, text: &str, style: Style) -> Range<usize> {
        let direction = Direction::of(text).unwrap_or_default();
        self.label(area, &Label { text, direction, matches: &[] }, style)
    }

    /// The same with matches marked.
    pub(super) fn label(&mut self, area: Area, label: &Label, style: Style) -> Range<usize> {
        let Label { text, direction, matches } = *label;
        let setting = text::Setting { measure: Some(area.width), ..self.setting };
        let line = text::fit(text, level(direction), setting);
        let width = line.width();
        let turned = direction == Direction::Rtl && !self.is_logical();
        let pad = if turned { area.width.saturating_sub(width) } else { 0 };
        let found = self.theme.found();
        let cuts = Cuts::of(line.cells.iter().map(|cell| cell.symbol.as_str()));
        let mut x = area.x + pad;
        for cell in &line.cells {
            let marked = matches.iter().any(|range| shows(cell, range));
            self.put(
                (x, area.y),
                (&cell.symbol, cell.width),
                if marked { found } else { cuts.legible(style, &cell.symbol) },
            );
            x += cell.width;
        }
        area.x + pad..x
    }

    /// A column of line.
    pub(super) fn divider(&mut self, area: Area) {
        let style = self.theme.divider();
        for y in area.y..area.y + area.height {
            self.put((area.x, y), ("│", 1), style);
        }
    }

    /// Lays a style over an area; marked cells keep their own.
    pub(super) fn tint(&mut self, area: Area, style: Style) {
        for y in area.y..area.y + area.height {
            for x in area.x..area.x + area.width {
                if let Some(slot) = self.slot(x, y).filter(|slot| slot.bg == Color::Reset) {
                    slot.set_style(style.fg(Color::Reset));
                }
            }
        }
    }

    /// Whether rows are handed to the terminal in logical order, from their left edge.
    pub(super) fn is_logical(&self) -> bool {
        self.setting.order == Order::Logical
    }

    fn slot(&mut self, x: usize, y: usize) -> Option<&mut Slot> {
        self.buffer.cell_mut((u16::try_from(x).ok()?, u16::try_from(y).ok()?))
    }
}

fn shows(cell: &Cell, range: &Range<usize>) -> bool {
    cell.bytes.start < range.end && range.start < cell.bytes.end
}

/// Rewrites complete rows for the terminal, before the frame is compared with the one before.
pub(super) fn speak(buffer: &mut Buffer, dialect: Dialect) {
    let width = usize::from(buffer.area.width).max(1);
    for row in buffer.content.chunks_mut(width) {
        let mut slots: Vec<_> = row.iter_mut().map(Spoken).collect();
        dialect.speak(&mut slots);
    }
}

struct Spoken<'a>(&'a mut Slot);

impl Symbol for Spoken<'_> {
    fn symbol(&self) -> &str {
        self.0.symbol()
    }

    fn replace(&mut self, symbol: &str) {
        self.0.set_symbol(symbol);
    }
}

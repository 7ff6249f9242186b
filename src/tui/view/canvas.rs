//! Writes cells into the frame. This is the only way that text reaches the screen: `ratatui`'s own text
//! types measure Arabic wrongly and know no direction.

use std::num::NonZeroU16;
use std::ops::Range;

use ratatui::buffer::{Buffer, Cell as Slot, CellDiffOption, CellWidth};
use ratatui::style::{Color, Modifier, Style};

use crate::article::{Clean, Direction};
use crate::page;
use crate::page::level;
use crate::terminal::{Dialect, Symbol};
use crate::text;
use crate::text::{Cell, Order};

use super::super::app::Focus;
use super::super::panes::Area;
use super::super::theme::Theme;
use super::cuts::Cuts;

/// The frame's cells, and how text is laid out on them.
pub(super) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    pub(super) theme: Theme,
    setting: text::Setting,
    /// Which way the words of the interface run.
    direction: Direction,
}

/// What a cell may hold: what layout has made of clean text, or a sign of the program's own.
pub(super) struct Glyph<'a> {
    symbol: &'a str,
    width: usize,
}

impl<'a> From<&'a Cell> for Glyph<'a> {
    fn from(cell: &'a Cell) -> Self {
        Self { symbol: &cell.symbol, width: cell.width }
    }
}

impl<'a> From<&'a page::Cell> for Glyph<'a> {
    fn from(cell: &'a page::Cell) -> Self {
        Self { symbol: &cell.symbol, width: cell.width }
    }
}

/// A sign of one column.
impl From<&'static str> for Glyph<'_> {
    fn from(symbol: &'static str) -> Self {
        Self { symbol, width: 1 }
    }
}

/// A line of text that is not an article's body.
#[derive(Clone, Copy)]
pub(super) struct Label<'a> {
    pub(super) text: &'a Clean<'a>,
    pub(super) direction: Direction,
    /// Bytes of the text where the filter occurs.
    pub(super) matches: &'a [Range<usize>],
}

impl<'a> Canvas<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, theme: Theme, setting: text::Setting) -> Self {
        Self { buffer, theme, setting, direction: Direction::default() }
    }

    /// The same for an interface whose words run that way.
    pub(super) const fn running(self, direction: Direction) -> Self {
        Self { direction, ..self }
    }

    /// One cell; what lies outside the frame is left out.
    pub(super) fn put<'g>(
        &mut self,
        at: (usize, usize),
        glyph: impl Into<Glyph<'g>>,
        style: Style,
    ) {
        let Glyph { symbol, width } = glyph.into();
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

    /// Words of the interface on one row, from its start side; gives the columns that they take.
    pub(super) fn line(&mut self, area: Area, text: &Clean, style: Style) -> Range<usize> {
        self.label(area, &Label { text, direction: self.direction, matches: &[] }, style)
    }

    /// Words of the interface that are laid out already.
    pub(super) fn laid_out(&mut self, area: Area, line: &text::Line, style: Style) {
        let label = Label { text: &Clean::default(), direction: self.direction, matches: &[] };
        self.cells(area, line, (&label, style));
    }

    /// A text that runs its own way, with matches marked.
    pub(super) fn label(&mut self, area: Area, label: &Label, style: Style) -> Range<usize> {
        let setting = text::Setting { measure: Some(area.width), ..self.setting };
        let line = text::fit(label.text, level(label.direction), setting);
        self.cells(area, &line, (label, style))
    }

    fn cells(&mut self, area: Area, line: &text::Line, look: (&Label, Style)) -> Range<usize> {
        let (Label { direction, matches, .. }, style) = (*look.0, look.1);
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
                cell,
                if marked { found } else { cuts.legible(style, &cell.symbol) },
            );
            x += cell.width;
        }
        area.x + pad..x
    }

    /// The columns that a text takes.
    pub(super) fn width(&self, text: &Clean) -> usize {
        let setting = text::Setting { measure: None, ..self.setting };
        text::fit(text, level(Direction::Ltr), setting).width()
    }

    /// A column of line, heavy while one reads: what has the focus shows without colour.
    pub(super) fn divider(&mut self, area: Area, focus: Focus) {
        let style = self.theme.divider();
        let line = if focus == Focus::Reader { "┃" } else { "│" };
        for y in area.y..area.y + area.height {
            self.put((area.x, y), line, style);
        }
    }

    /// A line along a row.
    pub(super) fn rule(&mut self, area: Area) {
        let style = self.theme.divider();
        for x in area.x..area.x + area.width {
            self.put((x, area.y), "─", style);
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

/// Rewrites complete rows for the terminal, before the frame is compared with the one before. A
/// terminal that reorders shows under its cursor what was written there: that cell stands apart.
pub(super) fn speak(buffer: &mut Buffer, dialect: Dialect, cursor: (u16, u16)) {
    if let Some(slot) = buffer.cell_mut(cursor).filter(|_| dialect == Dialect::Implicit) {
        Spoken(slot).set_apart();
    }
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

    fn width(&self) -> usize {
        self.0.cell_width().into()
    }

    fn replace(&mut self, symbol: &str) {
        self.0.set_symbol(symbol);
    }

    /// The width is that of the letter alone: what encloses it is not to be measured.
    fn enclose(&mut self, before: &str, after: &str) {
        let width = NonZeroU16::new(self.0.cell_width()).unwrap_or(NonZeroU16::MIN);
        self.0.set_symbol(&[before, self.0.symbol(), after].concat());
        self.0.set_diff_option(CellDiffOption::ForcedWidth(width));
    }

    fn slant(&mut self) {
        self.0.modifier.insert(Modifier::ITALIC);
    }

    fn weigh_like(&mut self, other: &Self) {
        self.0.modifier.set(Modifier::BOLD, other.0.modifier.contains(Modifier::BOLD));
    }

    fn is_like(&self, other: &Self) -> bool {
        self.0.style() == other.0.style()
    }

    /// The foreground, which a blank does not show, unless the cell is reversed.
    fn set_apart(&mut self) {
        let reversed = self.0.modifier.contains(Modifier::REVERSED);
        let hidden = if reversed { &mut self.0.bg } else { &mut self.0.fg };
        *hidden = if *hidden == Color::Gray { Color::White } else { Color::Gray };
    }
}

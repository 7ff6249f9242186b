//! Tables: columns as wide as their widest cell where that fits, narrower where it does not, and row
//! under row where even that would leave slivers. In a right-to-left article the first column stands
//! on the right.

use crate::article::Direction;
use crate::article::Offset;
use crate::article::Rich;
use crate::text;
use crate::text::Order;

use super::compose::{Composer, Role, lay_out};
use super::furniture::Place;
use super::leaf::Leaf;
use super::{Cell, Dress, Face, Part};

const GAP: &str = " │ ";
/// Columns narrower than this are not worth reading.
const NARROWEST: usize = 6;

impl Composer<'_> {
    /// Sets a table whose first `head` rows are headings.
    pub(super) fn table(&mut self, rows: &[Vec<Rich>], head: usize, mut offset: Offset) {
        let mut leaves: Vec<Vec<Leaf>> = Vec::new();
        for row in rows {
            let mut line = Vec::new();
            for cell in row {
                line.push(self.prepare(cell, offset));
                offset.0 += cell.text().len() + 1;
            }
            leaves.push(line);
        }
        match self.columns(&leaves) {
            Some(widths) if self.setting.dress == Dress::Full => self.grid(&leaves, &widths, head),
            _ => self.stack(leaves),
        }
    }

    /// The width of each column; `None` when they do not fit side by side.
    fn columns(&self, rows: &[Vec<Leaf>]) -> Option<Vec<usize>> {
        let count = rows.iter().map(Vec::len).max().unwrap_or(0);
        let natural = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|leaf| natural_width(leaf, self.text_setting(0))).max().unwrap_or(0).max(1)
        };
        let natural: Vec<usize> = (0..count).map(natural).collect();
        let Some(measure) = self.measure() else { return Some(natural) };
        let gaps = GAP.chars().count() * count.saturating_sub(1);
        let room = measure.checked_sub(gaps + self.furniture.width())?;
        fit(natural, room)
    }

    fn grid(&mut self, rows: &[Vec<Leaf>], widths: &[usize], head: usize) {
        let table = self.article.metadata.direction;
        for (index, row) in rows.iter().enumerate() {
            let columns: Vec<Column> = widths
                .iter()
                .enumerate()
                .map(|(at, &width)| Column::new(row.get(at), width, self.setting.text, table))
                .collect();
            let height = columns.iter().map(|column| column.lines.len()).max().unwrap_or(0);
            for line in 0..height {
                let cells = self.row(&columns, line, table);
                self.line(cells, Role { part: Part::Body, direction: table }, Place::Rest);
            }
            if index + 1 == head {
                let cells = self.underline(widths);
                self.line(cells, Role { part: Part::Space, direction: table }, Place::Rest);
            }
        }
    }

    /// One line across all columns.
    fn row(&self, columns: &[Column], line: usize, table: Direction) -> Vec<Cell> {
        let mut pieces: Vec<Vec<Cell>> = Vec::new();
        for (index, column) in columns.iter().enumerate() {
            if index > 0 {
                pieces.push(furniture(GAP));
            }
            pieces.push(column.line(line));
        }
        if table == Direction::Rtl && self.setting.text.order == Order::Visual {
            pieces.reverse();
        }
        pieces.into_iter().flatten().collect()
    }

    fn underline(&self, widths: &[usize]) -> Vec<Cell> {
        let mut rule: Vec<String> = widths.iter().map(|&width| "─".repeat(width)).collect();
        if self.article.metadata.direction == Direction::Rtl
            && self.setting.text.order == Order::Visual
        {
            rule.reverse();
        }
        furniture(&rule.join("─┼─"))
    }

    /// Cell under cell, an empty line between rows.
    fn stack(&mut self, rows: Vec<Vec<Leaf>>) {
        for (index, row) in rows.into_iter().enumerate() {
            if index > 0 {
                self.space();
            }
            for leaf in row.into_iter().filter(|leaf| !leaf.text.is_empty()) {
                let direction = Direction::of_block(&leaf.text, self.article.metadata.direction);
                self.leaf(leaf, Role { part: Part::Body, direction });
            }
        }
    }
}

/// One column of one row, laid out.
struct Column {
    lines: Vec<Vec<Cell>>,
    width: usize,
    /// Whether its lines stand at the column's right edge.
    turned: bool,
}

impl Column {
    fn new(leaf: Option<&Leaf>, width: usize, setting: text::Setting, table: Direction) -> Self {
        let direction = leaf.map_or(table, |leaf| Direction::of_block(&leaf.text, table));
        let text = text::Setting { measure: Some(width), ..setting };
        let lines = leaf.map(|leaf| lay_out(leaf, direction, text)).unwrap_or_default();
        let turned = table == Direction::Rtl && setting.order == Order::Visual;
        Self { lines, width, turned }
    }

    fn line(&self, index: usize) -> Vec<Cell> {
        let cells = self.lines.get(index).cloned().unwrap_or_default();
        let width: usize = cells.iter().map(|cell| cell.width).sum();
        let blank = furniture(&" ".repeat(self.width.saturating_sub(width)));
        if self.turned { [blank, cells].concat() } else { [cells, blank].concat() }
    }
}

fn natural_width(leaf: &Leaf, setting: text::Setting) -> usize {
    let setting = text::Setting { measure: None, ..setting };
    let lines = lay_out(leaf, Direction::Ltr, setting);
    lines.iter().map(|line| line.iter().map(|cell| cell.width).sum()).max().unwrap_or(0)
}

/// Takes from the widest columns until all fit.
fn fit(mut widths: Vec<usize>, room: usize) -> Option<Vec<usize>> {
    if widths.iter().map(|&width| width.min(NARROWEST)).sum::<usize>() > room {
        return None;
    }
    let mut excess = widths.iter().sum::<usize>().saturating_sub(room);
    while excess > 0 {
        let widest = widths.iter().copied().max()?;
        let next = widths.iter().copied().filter(|&width| width < widest).max().unwrap_or(0);
        let count = widths.iter().filter(|&&width| width == widest).count();
        let step = (widest - next.max(1)).min(excess.div_ceil(count)).max(1);
        for width in widths.iter_mut().filter(|width| **width == widest) {
            let taken = step.min(excess);
            *width -= taken;
            excess -= taken;
        }
    }
    Some(widths)
}

fn furniture(text: &str) -> Vec<Cell> {
    let cell = |c: char| Cell {
        symbol: compact_str::CompactString::from_iter([c]),
        width: 1,
        face: Face::FURNITURE,
        bytes: None,
        link: None,
    };
    text.chars().map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_columns_give_way_first() {
        assert_eq!(fit(vec![30, 10, 4], 40), Some(vec![26, 10, 4]));
        assert_eq!(fit(vec![30, 30], 41), Some(vec![20, 21]));
        assert_eq!(fit(vec![5, 5], 40), Some(vec![5, 5]));
        assert_eq!(fit(vec![30, 30, 30], 10), None);
    }
}

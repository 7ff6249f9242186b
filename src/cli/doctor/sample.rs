//! What the self-test shows: an Arabic, a Hebrew and a mixed line as the reader would write them on this
//! terminal in one dialect.

use crate::article::Direction;
use crate::page::level;
use crate::terminal::{Dialect, Terminal};
use crate::text;

use super::super::spoken;

/// With joined letters and lam-alef; with final letters; with a name, numbers, brackets and quotes.
const LINES: [&str; 3] = [
    "تفتح المكتبة أبوابها كل صباح إلا الجمعة، والدخول مجاني.",
    "הספרייה נפתחת בכל בוקר חוץ משבת, והכניסה אליה חופשית.",
    "قالت Maria Rossi (52 عامًا) إن 3 من كل 10 زوار يقرؤون «الصحيفة» كل يوم.",
];

/// How rows are written for one sample.
pub(super) struct Sample {
    terminal: Terminal,
    columns: usize,
}

impl Sample {
    pub(super) fn new(terminal: &Terminal, dialect: Dialect, columns: usize) -> Self {
        Self { terminal: Terminal { dialect, ..terminal.clone() }, columns }
    }

    /// The three lines.
    pub(super) fn rows(&self) -> impl Iterator<Item = String> {
        LINES.into_iter().map(|line| self.row(line, Direction::Rtl))
    }

    /// A row as this dialect needs it, at the side where its text begins.
    pub(super) fn row(&self, line: &str, direction: Direction) -> String {
        let (order, joining) = self.terminal.layout();
        let marks = self.terminal.traits.marks;
        let measure = Some(self.columns);
        let setting = text::Setting { measure, order, joining, marks, ..text::Setting::VISUAL };
        let fitted = text::fit(line, level(direction), setting);
        let turned = direction == Direction::Rtl && order == text::Order::Visual;
        let pad = if turned { self.columns.saturating_sub(fitted.width()) } else { 0 };
        let blank = std::iter::repeat_n(" ", pad);
        let cells = blank.chain(fitted.cells.iter().map(|cell| &*cell.symbol));
        spoken::painted(&spoken::row(self.terminal.dialect, cells))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::{Replies, detect};

    #[test]
    fn each_dialect_gets_rows_of_its_own() {
        let terminal = detect(&Replies::default(), |_| None);
        let rows = |dialect| Sample::new(&terminal, dialect, 80).rows().collect::<Vec<_>>();
        let logical = rows(Dialect::Logical);
        assert_eq!(logical.len(), 3);
        assert!(logical[2].starts_with("قالت Maria Rossi (52"), "{logical:?}");
        let visual = rows(Dialect::Visual);
        assert!(visual[1].ends_with("היירפסה"), "{visual:?}");
        assert!(visual[2].contains("Maria Rossi") && visual[2].contains("52)"), "{visual:?}");
        assert!(rows(Dialect::Kitty)[1].ends_with("הספרייה"));
        assert!(rows(Dialect::Lrm)[1].ends_with("ה\u{200e}"));
    }
}

//! Terminals that reorder by UAX #9: which part of a row they take at a time, with which base
//! direction, whether marks of direction reach them and whether they mirror brackets.

use unicode_bidi::BidiInfo;
use unicode_bidi::Level;
use unicode_bidi_mirroring::get_mirrored;

use super::slot::Slot;
use super::slot::bare;

#[derive(Clone, Copy, Debug)]
pub(super) struct Reordering {
    pub(super) name: &'static str,
    part: Part,
    base: Base,
    has: Has,
}

/// What is reordered as one.
#[derive(Clone, Copy, Debug)]
enum Part {
    Row,
    /// Up to box drawing.
    Pane,
    /// Up to box drawing or another style.
    Style,
}

#[derive(Clone, Copy, Debug)]
enum Base {
    Ltr,
    /// P2 and P3.
    FirstStrong,
}

#[derive(Clone, Copy, Debug)]
struct Has {
    direction_marks: bool,
    mirroring: bool,
}

impl Reordering {
    pub(super) const VTE: Self = Self {
        name: "VTE behind tmux",
        part: Part::Row,
        base: Base::Ltr,
        has: Has { direction_marks: true, mirroring: true },
    };
    pub(super) const KONSOLE: Self = Self {
        name: "Konsole behind tmux",
        part: Part::Pane,
        has: Has { direction_marks: true, mirroring: false },
        ..Self::VTE
    };
    pub(super) const QTERMINAL: Self = Self {
        name: "qterminal",
        part: Part::Style,
        has: Has { direction_marks: false, mirroring: true },
        ..Self::VTE
    };
    pub(super) const PUTTY: Self =
        Self { name: "PuTTY", base: Base::FirstStrong, ..Self::TERMINAL_APP };
    pub(super) const TERMINAL_APP: Self = Self {
        name: "Terminal.app",
        has: Has { direction_marks: false, mirroring: true },
        ..Self::VTE
    };

    pub(super) fn show(self, row: &[Slot]) -> Vec<String> {
        let is_box = |slot: &Slot| ('\u{2500}'..='\u{25ff}').contains(&slot.base());
        let joined = |a: &Slot, b: &Slot| match self.part {
            Part::Row => true,
            Part::Pane => !is_box(a) && !is_box(b),
            Part::Style => !is_box(a) && !is_box(b) && a.style == b.style,
        };
        row.chunk_by(joined).flat_map(|part| self.show_part(part)).collect()
    }

    fn show_part(self, part: &[Slot]) -> Vec<String> {
        let text: String = part.iter().map(|slot| self.kept(&slot.symbol)).collect();
        let info = BidiInfo::new(&text, matches!(self.base, Base::Ltr).then(Level::ltr));
        let [paragraph] = &info.paragraphs[..] else { return vec![text] };
        let mut levels = Vec::new();
        let mut symbols: Vec<String> = Vec::new();
        let line = info.reordered_levels(paragraph, paragraph.range.clone());
        for slot in part {
            // The cell, then the mark of direction that rides in it.
            let kept = self.kept(&slot.symbol);
            let seen = bare(&kept);
            for piece in [seen.as_str(), kept.strip_prefix(seen.as_str()).unwrap_or_default()] {
                if !piece.is_empty() {
                    levels.push(line[symbols.iter().map(String::len).sum::<usize>()]);
                    symbols.push(piece.to_owned());
                }
            }
        }
        let order = BidiInfo::reorder_visual(&levels);
        let shown = order.into_iter().map(|at| self.shown(&symbols[at], levels[at]));
        shown.filter(|symbol| !symbol.is_empty()).collect()
    }

    fn kept(self, symbol: &str) -> String {
        if self.has.direction_marks { symbol.to_owned() } else { bare(symbol) }
    }

    fn shown(self, symbol: &str, level: Level) -> String {
        let mirrors = self.has.mirroring && level.is_rtl();
        let mirror = |c| if mirrors { get_mirrored(c).unwrap_or(c) } else { c };
        bare(symbol).chars().map(mirror).collect()
    }
}

//! A hard line: what of a paragraph stands between two line feeds, and all that is to be known of it before
//! a line of it can be laid out. It is a paragraph of its own to UAX #9.

use std::ops::Range;

use memchr::memmem;

use super::bidi::Levels;
use super::digits::Arabic;
use super::expand::Expanded;
use super::{Isolate, Joining, Paragraph, Setting, bidi, shape};

/// What is known of a hard line.
#[derive(Clone, Debug)]
pub(super) struct Resolved {
    pub(super) expanded: Expanded,
    pub(super) levels: Levels,
    /// The words that are left to the terminal.
    pub(super) words: Vec<Range<usize>>,
    pub(super) arabic: Arabic,
    /// Whether lam and alef may stand side by side and make two cells.
    pub(super) tears: bool,
}

/// A hard line with what is known of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct HardLine<'a> {
    /// What is laid out.
    pub(super) text: &'a str,
    pub(super) resolved: &'a Resolved,
}

impl Resolved {
    /// All that laying out its lines takes.
    pub(super) fn new(line: &Paragraph, setting: Setting) -> Self {
        let expanded = Expanded::new(line.text);
        let text = expanded.text(line.text);
        let image = |isolate: &Isolate| Isolate {
            range: expanded.image(isolate.range.clone()),
            kind: isolate.kind,
        };
        let isolates: Vec<_> = line.isolates.iter().map(image).collect();
        let levels = bidi::resolve(text, Some(line.level), &isolates);
        let words = shape::words(text, &levels, setting.joining);
        let paragraph = Paragraph { text, level: line.level, isolates: &isolates };
        let arabic = Arabic::of(&paragraph, setting.digits);
        Self { levels, words, arabic, expanded, tears: false }
    }

    /// What tells where its lines end. Levels matter to that only where two letters may not be joined that
    /// otherwise are: an override can turn them, and words may be left to the terminal.
    pub(super) fn for_widths(line: &Paragraph, setting: Setting) -> Self {
        let expanded = Expanded::new(line.text);
        let text = expanded.text(line.text);
        let is_overridden = || {
            let holds = |sign: &str| memmem::find(text.as_bytes(), sign.as_bytes()).is_some();
            line.isolates.iter().any(Isolate::overrides) || holds("\u{202d}") || holds("\u{202e}")
        };
        let is_left = || {
            setting.joining == Joining::FormsOrBase && text.chars().any(shape::may_need_terminal)
        };
        if setting.joining != Joining::Base && (is_overridden() || is_left()) {
            return Self { tears: true, ..Self::new(line, setting) };
        }
        let levels = Levels::flat(line.level);
        Self { expanded, levels, words: Vec::new(), arabic: Arabic::default(), tears: false }
    }

    /// With the text that it was made of.
    pub(super) fn with<'a>(&'a self, text: &'a str) -> HardLine<'a> {
        HardLine { text: self.expanded.text(text), resolved: self }
    }
}

//! Digits as the reader wants to see them. Only what is shown changes: levels are resolved before, so
//! nothing moves, and the bytes that a cell shows stay the same.
//!
//! Digits of either Arabic kind become Latin ones, or those of the other kind, wherever they stand.
//! Latin digits become Arabic ones only where Arabic is being read: in a right-to-left paragraph, not
//! after a Latin letter (`COVID-19`) or a Hebrew one, not in an isolate that runs from left to right,
//! such as code. Signs between digits are not touched.

use std::ops::Range;

use unicode_bidi::BidiClass;

use super::atom::Atom;
use super::bidi::class;
use super::hard::HardLine;
use super::{Digits, Isolate, IsolateKind, Paragraph};

/// How far an isolate's first strong letter is sought (P2 has no limit, but text can be hostile).
const SIGHT: usize = 256;

/// A number in these digits.
#[must_use]
pub fn numeral(number: usize, digits: Digits) -> String {
    let ascii = number.to_string();
    ascii.chars().map(|c| value(c).and_then(|value| digit(value, digits)).unwrap_or(c)).collect()
}

/// Puts the wanted digits into the atoms of a piece of a paragraph.
pub(super) fn set(atoms: &mut [Atom], hard: HardLine, range: &Range<usize>, digits: Digits) {
    if digits == Digits::AsWritten {
        return;
    }
    let mut atoms = atoms.iter_mut().peekable();
    for (at, c) in hard.text.get(range.clone()).unwrap_or_default().char_indices() {
        let Some(wanted) = value(c).and_then(|value| digit(value, digits)) else { continue };
        let at = range.start + at;
        if wanted == c || c.is_ascii() && !hard.resolved.arabic.is_at(at) {
            continue;
        }
        while atoms.next_if(|atom| atom.cell.bytes.end <= at).is_some() {}
        if let Some(atom) = atoms.peek_mut().filter(|atom| atom.cell.symbol.starts_with(c)) {
            atom.show_digit(wanted);
        }
    }
}

/// Where in a paragraph Arabic is being read.
#[derive(Clone, Debug, Default)]
pub(super) struct Arabic {
    /// The Latin digits at which that changes, ascending; at first it is not.
    turns: Vec<usize>,
}

impl Arabic {
    /// For the digits of a paragraph, where these are wanted.
    pub(super) fn of(paragraph: &Paragraph, digits: Digits) -> Self {
        let mut turns = Vec::new();
        let is_needed = matches!(digits, Digits::Arabic | Digits::Persian)
            && paragraph.level.is_rtl()
            && paragraph.text.contains(|c: char| c.is_ascii_digit());
        if is_needed {
            let mut reading = Reading::new(paragraph);
            for (at, c) in paragraph.text.char_indices() {
                reading.step(at, c);
                let is_arabic = turns.len() % 2 == 1;
                if c.is_ascii_digit() && reading.is_arabic() != is_arabic {
                    turns.push(at);
                }
            }
        }
        Self { turns }
    }

    /// Whether it is at the Latin digit at this byte.
    fn is_at(&self, digit: usize) -> bool {
        self.turns.partition_point(|turn| *turn <= digit) % 2 == 1
    }
}

impl Atom {
    fn show_digit(&mut self, digit: char) {
        const KEYCAP: char = '\u{20e3}';
        if !self.cell.symbol.contains(KEYCAP) {
            let marks = self.cell.symbol.chars().skip(1);
            self.cell.symbol = std::iter::once(digit).chain(marks).collect();
        }
    }
}

/// The value of a digit of the three kinds.
fn value(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(zero))
}

fn digit(value: u32, digits: Digits) -> Option<char> {
    let zero = match digits {
        Digits::AsWritten => return None,
        Digits::Latin => '0',
        Digits::Arabic => '\u{660}',
        Digits::Persian => '\u{6f0}',
    };
    char::from_u32(u32::from(zero) + value)
}

/// Whose letters a number stands among.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Letters {
    Arabic,
    /// From right to left too, but with Latin digits.
    Hebrew,
    Latin,
}

impl Letters {
    fn of(c: char) -> Option<Self> {
        match class(c) {
            _ if is_control(c) => None,
            BidiClass::L => Some(Self::Latin),
            BidiClass::AL => Some(Self::Arabic),
            BidiClass::R => Some(Self::Hebrew),
            _ => None,
        }
    }
}

/// A place in a paragraph as a reader comes to it, in logical order.
struct Reading<'a> {
    text: &'a str,
    /// Isolates of mark-up not reached yet.
    isolates: &'a [Isolate],
    outermost: Stretch,
    /// What is open: isolates and embeddings, the innermost last.
    open: Vec<(End, Stretch)>,
}

/// Text of one embedding.
#[derive(Clone, Copy)]
struct Stretch {
    /// Whether it runs from right to left.
    turned: bool,
    /// The last letters met in it; at its start those that its numbers are taken to belong to.
    letters: Letters,
}

/// What ends an embedding.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Byte(usize),
    Pdi,
    Pdf,
}

impl<'a> Reading<'a> {
    fn new(paragraph: &Paragraph<'a>) -> Self {
        let turned = paragraph.level.is_rtl();
        let of_rtl = paragraph.text.chars().filter_map(Letters::of);
        let first = of_rtl.into_iter().find(|letters| *letters != Letters::Latin);
        let letters = if turned { first.unwrap_or(Letters::Arabic) } else { Letters::Latin };
        Self {
            text: paragraph.text,
            isolates: paragraph.isolates,
            outermost: Stretch { turned, letters },
            open: Vec::new(),
        }
    }

    /// Whether a number here is one of an Arabic text.
    fn is_arabic(&self) -> bool {
        let Stretch { turned, letters } = self.here();
        self.outermost.turned && turned && letters == Letters::Arabic
    }

    fn here(&self) -> Stretch {
        self.open.last().map_or(self.outermost, |(_, stretch)| *stretch)
    }

    /// Comes to the character at a byte.
    fn step(&mut self, at: usize, c: char) {
        self.cross_markup(at);
        match c {
            '\u{2069}' => self.close(End::Pdi),
            '\u{202c}' => self.close(End::Pdf),
            '\u{2066}' => self.enter(End::Pdi, Some(Letters::Latin)),
            '\u{2067}' => self.enter(End::Pdi, Some(Letters::Arabic)),
            '\u{2068}' => self.enter(End::Pdi, self.first_strong(at + c.len_utf8()..usize::MAX)),
            '\u{202a}' | '\u{202d}' => self.enter(End::Pdf, Some(Letters::Latin)),
            '\u{202b}' | '\u{202e}' => self.enter(End::Pdf, Some(Letters::Arabic)),
            _ => {
                if let Some(letters) = Letters::of(c) {
                    let here = self.open.last_mut().map(|(_, stretch)| stretch);
                    here.unwrap_or(&mut self.outermost).letters = letters;
                }
            }
        }
    }

    /// Closes and opens what mark-up isolates.
    fn cross_markup(&mut self, at: usize) {
        let ended = |(end, _): &(End, Stretch)| matches!(end, End::Byte(end) if *end <= at);
        if let Some(first) = self.open.iter().position(ended) {
            self.open.truncate(first);
        }
        while let Some((next, rest)) = self.isolates.split_first()
            && next.range.start <= at
        {
            self.isolates = rest;
            if next.range.end > at {
                let letters = match next.kind {
                    IsolateKind::FirstStrong => self.first_strong(at..next.range.end),
                    IsolateKind::Isolate(level) | IsolateKind::Override(level) => {
                        Some(if level.is_rtl() { Letters::Arabic } else { Letters::Latin })
                    }
                };
                self.enter(End::Byte(next.range.end), letters);
            }
        }
    }

    /// Opens an embedding by the letters that give it its direction; without any, as with a link
    /// around a year, it goes on as what is around it.
    fn enter(&mut self, end: End, letters: Option<Letters>) {
        let here = self.here();
        let stretch = match letters {
            None => here,
            Some(Letters::Latin) => Stretch { turned: false, letters: Letters::Latin },
            Some(_) if here.letters == Letters::Hebrew => Stretch { turned: true, ..here },
            Some(letters) => Stretch { turned: true, letters },
        };
        self.open.push((end, stretch));
    }

    /// An isolate's end closes what was left open in it; an embedding's end only the innermost.
    fn close(&mut self, end: End) {
        let found = match end {
            End::Pdf => {
                self.open.last().filter(|(open, _)| *open == end).map(|_| self.open.len() - 1)
            }
            _ => self.open.iter().rposition(|(open, _)| *open == end),
        };
        self.open.truncate(found.unwrap_or(self.open.len()));
    }

    fn first_strong(&self, range: Range<usize>) -> Option<Letters> {
        let end = range.end.min(self.text.len());
        let inside = self.text.get(range.start..end)?.chars().take(SIGHT);
        inside.take_while(|&c| c != '\u{2069}').find_map(Letters::of)
    }
}

/// A mark of direction counts as a letter for levels, but tells nothing of whose digits follow it.
const fn is_control(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}')
}

#[cfg(test)]
mod tests {
    use super::super::{Level, Line, Order, Setting, lay_out};
    use super::*;

    fn read(text: &str, level: Level, digits: Digits) -> String {
        let order = Order::Logical;
        let setting =
            Setting { order, joining: super::super::Joining::Base, digits, ..Setting::VISUAL };
        shown(&lay_out(&Paragraph { text, level, isolates: &[] }, setting)[0])
    }

    fn shown(line: &Line) -> String {
        line.cells.iter().map(|cell| cell.symbol.as_str()).collect()
    }

    fn arabic(text: &str) -> String {
        read(text, Level::rtl(), Digits::Arabic)
    }

    #[test]
    fn latin_digits_turn_arabic_where_arabic_is_read() {
        assert_eq!(arabic("عام 2021، 3.5%"), "عام ٢٠٢١، ٣.٥%");
        assert_eq!(arabic("2021 عام"), "٢٠٢١ عام");
        assert_eq!(arabic("12:30"), "١٢:٣٠");
        assert_eq!(read("سال 2021", Level::rtl(), Digits::Persian), "سال ۲۰۲۱");
    }

    #[test]
    fn they_stay_after_latin_and_hebrew_letters_and_from_left_to_right() {
        assert_eq!(arabic("كوفيد COVID-19 في 20"), "كوفيد COVID-19 في ٢٠");
        assert_eq!(arabic("בשנת 2021"), "בשנת 2021");
        assert_eq!(arabic("2021 שנה"), "2021 שנה");
        assert_eq!(read("عام 2021 in 3", Level::ltr(), Digits::Arabic), "عام 2021 in 3");
        assert_eq!(arabic("رمز \u{2066}f(1) 2\u{2069} و 3"), "رمز f(1) 2 و ٣");
        assert_eq!(arabic("رمز \u{202a}12\u{202c} 3"), "رمز 12 ٣");
    }

    #[test]
    fn an_isolate_without_letters_is_as_what_is_around_it() {
        let of = |text, kind| {
            let isolates = [Isolate { range: 7..11, kind }];
            let paragraph = Paragraph { text, level: Level::rtl(), isolates: &isolates };
            let digits = Digits::Arabic;
            let setting = Setting { order: Order::Logical, digits, ..Setting::VISUAL };
            shown(&lay_out(&paragraph, setting)[0]).chars().skip(4).collect::<String>()
        };
        assert_eq!(of("عام 2021 22", IsolateKind::FirstStrong), "٢٠٢١ ٢٢");
        assert_eq!(of("عام 2021 22", IsolateKind::Isolate(Level::ltr())), "2021 ٢٢");
        assert_eq!(of("عام iOS9 22", IsolateKind::FirstStrong), "iOS9 ٢٢");
        assert_eq!(arabic("BBC \u{2068}2021\u{2069} \u{2068}عام 3\u{2069} 4"), "BBC 2021 عام ٣ 4");
    }

    #[test]
    fn arabic_digits_of_both_kinds_turn_wherever_they_stand() {
        for level in [Level::ltr(), Level::rtl()] {
            assert_eq!(read("a ١٢ ۴۵", level, Digits::Latin), "a 12 45");
            assert_eq!(read("a ١٢ ۴۵", level, Digits::Persian), "a ۱۲ ۴۵");
            assert_eq!(read("a ١٢ ۴۵", level, Digits::Arabic), "a ١٢ ٤٥");
        }
        assert_eq!(arabic("م 1\u{fe0f}\u{20e3}"), "م 1\u{20e3}", "a keycap is no number");
    }

    #[test]
    fn nothing_moves() {
        let text = "من 1990–2024 (12/3) إلى ۴٫۵ و ٧،٨ USB-3 أو 10%";
        let places = |digits| {
            let paragraph = Paragraph { text, level: Level::rtl(), isolates: &[] };
            let line = lay_out(&paragraph, Setting { digits, ..Setting::VISUAL }).remove(0);
            line.cells
                .into_iter()
                .map(|cell| (cell.bytes, cell.width, cell.level))
                .collect::<Vec<_>>()
        };
        for digits in [Digits::Latin, Digits::Arabic, Digits::Persian] {
            assert_eq!(places(digits), places(Digits::AsWritten));
        }
    }

    #[test]
    fn numerals_are_written_in_their_digits() {
        assert_eq!(numeral(1024, Digits::Persian), "۱۰۲۴");
        assert_eq!(numeral(0, Digits::AsWritten), "0");
    }
}

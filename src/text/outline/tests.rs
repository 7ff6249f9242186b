//! Lines by themselves against the definition: a paragraph cut into atoms as a whole, wrapped and cut up.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::{Digits, Isolate, IsolateKind, Joining, Marks, Order, wrap};
use super::*;

/// All lines of a paragraph, by way of all its atoms.
fn whole(paragraph: &Paragraph, setting: Setting) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut isolates = Isolates::default();
    for range in hard_lines(paragraph.text) {
        let within = isolates.within(paragraph.isolates, &range);
        let text = paragraph.text.get(range.clone()).unwrap();
        let line = Paragraph { text, level: paragraph.level, isolates: &within };
        lines.extend(whole_hard(&line, setting).into_iter().map(|line| line.shifted(range.start)));
    }
    lines
}

fn whole_hard(paragraph: &Paragraph, setting: Setting) -> Vec<Line> {
    let resolved = Resolved::new(paragraph, setting);
    let hard = resolved.with(paragraph.text);
    let all = 0..hard.text.len();
    let atoms = atom::analyze(hard, &Piece::whole(all.clone()), setting);
    let measured = atom::measure(hard, all, setting);
    let pieces = wrap::wrap(&measured, setting.measure.unwrap_or(usize::MAX));
    let stretched = setting.fill == Fill::Tatweel && paragraph.level.is_rtl();
    let measure = setting.measure.filter(|_| stretched);
    let mut start = 0;
    let line = |piece: &Range<usize>| {
        let next = atoms.get(piece.end).map_or(paragraph.text.len(), |next| next.cell.bytes.start);
        let shown = &atoms[trim_end(&atoms, piece.clone())];
        let end = shown.last().map_or(next, |last| next.max(last.cell.bytes.end));
        let first = atoms.get(piece.start).map_or(start, |first| first.cell.bytes.start.min(start));
        let range = first..end;
        start = end;
        let filled = measure.filter(|_| piece.end < atoms.len());
        let filled = filled.and_then(|measure| fill::fill(shown, measure));
        let shown = filled.unwrap_or_else(|| shown.to_vec());
        Line { cells: line_cells(shown, paragraph.level, setting.order), range }
    };
    pieces.iter().map(line).collect()
}

#[derive(Clone, Debug)]
struct Sample {
    text: String,
    level: Level,
    isolates: Vec<Isolate>,
}

/// The parts of a text, at which isolates start and end.
const PARTS: usize = 1000;

/// Words of the kinds that are counted, and all that is not.
const PIECES: &[&str] = &[
    " ",
    " ",
    " ",
    " ",
    " ",
    "كتاب",
    "سلام",
    "لا",
    "الأولى",
    "بلا",
    "اللا",
    "كِتَابٌ",
    "می\u{200c}خواهم",
    "שָׁלוֹם",
    "the",
    "word",
    "a",
    "x",
    "2024",
    "٣٫٥",
    "12:30",
    "3.5%",
    "،",
    "؛",
    "؟",
    ".",
    "!",
    "(",
    ")",
    "[",
    "]",
    "«",
    "»",
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "-",
    "–",
    "—",
    "…",
    "/",
    "\\",
    "+",
    "€",
    "%",
    "\u{a0}",
    "\u{2009}",
    "\u{3000}",
    "\t",
    "  ",
    "\n",
    "\u{200d}",
    "\u{200c}",
    "\u{200b}",
    "\u{2060}",
    "\u{feff}",
    "\u{200f}",
    "\u{200e}",
    "\u{61c}",
    "\u{202e}",
    "\u{202d}",
    "\u{202b}",
    "\u{202c}",
    "\u{2067}",
    "\u{2066}",
    "\u{2068}",
    "\u{2069}",
    "\u{64e}",
    "\u{651}",
    "\u{301}",
    "\u{670}",
    "\u{640}",
    "ـ",
    "ﷺ",
    "ﷲ",
    "ﻻ",
    "\u{fdfd}",
    "\u{600}",
    "\u{6dd}",
    "ل",
    "ا",
    "ځ",
    "ښ",
    "ڕ",
    "日本",
    "語",
    "한국",
    "👩\u{200d}👧",
    "🇪🇬",
    "🇪",
    "👍🏽",
    "กำ",
    "ภาษา",
    "हिन्दी",
    "क्ष",
    "\u{1100}\u{1161}",
    "e\u{301}",
    "ﬁ",
    "≥",
    "⟨",
    "⟩",
    "ℵ",
    "ᠠ",
    "\u{17d8}",
    "\u{ad}",
    "http://a.b/c-d",
    "user@x",
    "1,2",
    "-5",
    "$3",
    "№7",
    "°",
    "\u{5be}",
    "ײ",
    "א",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn sample() -> impl Strategy<Value = Sample> {
    let kinds = select(vec![
        IsolateKind::FirstStrong,
        IsolateKind::Isolate(Level::ltr()),
        IsolateKind::Isolate(Level::rtl()),
        IsolateKind::Override(Level::ltr()),
        IsolateKind::Override(Level::rtl()),
    ]);
    let ranges = prop_oneof![
        3 => Just(Vec::new()),
        1 => vec((0..PARTS, 0..PARTS / 2, kinds), 0..5),
    ];
    (text(), any::<bool>(), ranges).prop_map(|(text, turned, ranges)| {
        let at = |part: usize| {
            let nth = part * text.chars().count() / PARTS;
            text.char_indices().nth(nth).map_or(text.len(), |(at, _)| at)
        };
        let isolate = |(start, length, kind): (usize, usize, _)| Isolate {
            range: at(start)..at((start + length).min(PARTS)),
            kind,
        };
        let mut isolates: Vec<_> = ranges.into_iter().map(isolate).collect();
        isolates.sort_by_key(|isolate| (isolate.range.start, usize::MAX - isolate.range.end));
        let level = if turned { Level::rtl() } else { Level::ltr() };
        Sample { text, level, isolates }
    })
}

fn setting() -> impl Strategy<Value = Setting> {
    let measure = prop_oneof![Just(None), (0..40_usize).prop_map(Some)];
    let order = select(vec![Order::Visual, Order::Logical]);
    let joining = select(vec![Joining::Forms, Joining::FormsOrBase, Joining::Base]);
    let marks = select(vec![Marks::Show, Marks::Hide]);
    let digits = select(vec![Digits::AsWritten, Digits::Latin, Digits::Arabic, Digits::Persian]);
    let fill = select(vec![Fill::Ragged, Fill::Tatweel]);
    (measure, order, joining, marks, digits, fill).prop_map(
        |(measure, order, joining, marks, digits, fill)| Setting {
            measure,
            order,
            joining,
            marks,
            digits,
            fill,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 4_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_line_by_itself_is_the_line_of_the_whole(sample in sample(), setting in setting()) {
        let Sample { text, level, isolates } = &sample;
        let paragraph = Paragraph { text, level: *level, isolates };
        let expected = whole(&paragraph, setting);
        let outline = Outline::new(&paragraph, setting);
        let all = outline.lines((&paragraph, setting), 0..usize::MAX, &mut Memory::default());
        prop_assert_eq!(&all, &expected);
        let mut memory = Memory::default();
        for line in (0..expected.len()).rev() {
            let one = outline.lines((&paragraph, setting), line..line + 1, &mut memory);
            prop_assert_eq!(&one[0], &expected[line]);
        }
    }

    #[test]
    fn an_outline_knows_the_first_byte_of_each_line(sample in sample(), setting in setting()) {
        let Sample { text, level, isolates } = &sample;
        let paragraph = Paragraph { text, level: *level, isolates };
        let outline = Outline::new(&paragraph, setting);
        for (line, expected) in whole(&paragraph, setting).iter().enumerate() {
            let first = expected.cells.iter().map(|cell| cell.bytes.start).min();
            prop_assert_eq!(outline.start(line), first, "line {}", line);
        }
    }
}

//! What holds of the lines of any text at all.
//!
//! The texts are arbitrary characters, and a mixture of what makes right-to-left text hard: marks,
//! joiners, bidi controls, brackets, digits, presentation forms, wide letters, emoji. Words are not
//! judged here: whether the lines are the right ones is for `conformance` and `fribidi`.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use proptest::prelude::*;
use sahifa::text::{
    Cell, Digits, Fill, Isolate, IsolateKind, Joining, Level, Line, Marks, Order, Paragraph,
    Setting, fit, lay_out,
};
use unicode_bidi_mirroring::get_mirrored;
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};
use unicode_width::UnicodeWidthStr;

/// A text, what isolates it, and which way it runs.
#[derive(Clone, Debug)]
struct Sample {
    text: String,
    isolates: Vec<Isolate>,
    level: Level,
}

impl Sample {
    fn lines(&self, setting: Setting) -> Vec<Line> {
        let paragraph = Paragraph { text: &self.text, level: self.level, isolates: &self.isolates };
        lay_out(&paragraph, setting)
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1_500,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_letter_is_lost_or_doubled(sample in sample(), setting in setting()) {
        let lines = sample.lines(setting);
        prop_assert_eq!(shown_letters(&lines, setting), letters(sample.text.chars(), setting));
    }

    #[test]
    fn no_line_is_wider_than_the_measure(sample in sample(), setting in setting()) {
        for line in sample.lines(setting) {
            // A wide letter has no place in a measure of one.
            let measure = setting.measure.unwrap_or(usize::MAX).max(2);
            prop_assert!(line.width() <= measure, "{}: {line:?}", line.width());
        }
    }

    #[test]
    fn visual_order_is_a_permutation_of_logical_order(sample in sample(), setting in setting()) {
        let logical = sample.lines(Setting { order: Order::Logical, ..setting });
        let visual = sample.lines(Setting { order: Order::Visual, ..setting });
        prop_assert_eq!(logical.len(), visual.len());
        for (logical, visual) in logical.iter().zip(&visual) {
            prop_assert_eq!(&logical.range, &visual.range);
            prop_assert_eq!(by_bytes(&logical.cells), by_bytes(&visual.cells));
        }
    }

    #[test]
    fn the_lines_cover_the_text_and_each_its_cells(sample in sample(), setting in setting()) {
        let lines = sample.lines(setting);
        let mut end = 0;
        for (index, line) in lines.iter().enumerate() {
            let feed = usize::from(index > 0 && sample.text.get(end..end + 1) == Some("\n"));
            let shared = shared_character(&sample.text, &line.range, end);
            prop_assert!(line.range.start == end + feed || shared, "{end}: {line:?}");
            prop_assert!(line.range.start <= line.range.end);
            end = line.range.end;
            for cell in &line.cells {
                let inside = line.range.start <= cell.bytes.start && cell.bytes.end <= line.range.end;
                prop_assert!(inside, "{:?}: {cell:?}", line.range);
                prop_assert!(sample.text.get(cell.bytes.clone()).is_some(), "{cell:?}");
            }
        }
        prop_assert_eq!(end, sample.text.len());
    }

    #[test]
    fn no_two_cells_show_the_same_bytes(sample in sample(), setting in setting()) {
        let logical = Setting { order: Order::Logical, ..setting };
        let mut end = 0;
        for cell in sample.lines(logical).iter().flat_map(|line| &line.cells) {
            prop_assert!(cell.bytes.start < cell.bytes.end || is_filling(cell), "{cell:?}");
            // The letters of a phrase that is stored as one character all show that character.
            let shared = shared_character(&sample.text, &cell.bytes, end);
            prop_assert!(cell.bytes.start >= end || shared, "{end}: {cell:?}");
            end = cell.bytes.end;
        }
    }

    #[test]
    fn every_cell_can_be_sent_to_a_terminal(sample in sample(), setting in setting()) {
        for cell in sample.lines(setting).iter().flat_map(|line| &line.cells) {
            prop_assert!((1..=4).contains(&cell.width), "{cell:?}");
            prop_assert_eq!(cell.symbol.width(), cell.width, "{:?}", cell);
            let joiners = ['\u{200c}', '\u{200d}'];
            let sent = |c: char| match setting.order {
                Order::Logical => joiners.contains(&c) || !is_control(c),
                Order::Visual => !is_control(c),
            };
            prop_assert!(cell.symbol.chars().all(sent), "{cell:?}");
        }
    }

    #[test]
    fn a_filled_line_is_as_wide_as_the_measure(sample in sample(), setting in setting()) {
        let ragged = sample.lines(Setting { fill: Fill::Ragged, ..setting });
        let filled = sample.lines(Setting { fill: Fill::Tatweel, ..setting });
        prop_assert_eq!(ragged.len(), filled.len());
        for (ragged, filled) in ragged.iter().zip(&filled) {
            prop_assert_eq!(&ragged.range, &filled.range);
            if filled != ragged {
                prop_assert_eq!(Some(filled.width()), setting.measure);
                prop_assert!(sample.level.is_rtl());
                let own: Vec<Cell> =
                    filled.cells.iter().filter(|cell| !is_filling(cell)).cloned().collect();
                prop_assert_eq!(&own, &ragged.cells, "what is put in moves nothing");
            }
        }
        prop_assert_eq!(filled.last(), ragged.last());
    }

    #[test]
    fn tatweel_stands_between_two_forms_that_reach_out(sample in sample(), setting in setting()) {
        let setting = Setting { fill: Fill::Tatweel, order: Order::Logical, ..setting };
        for line in sample.lines(setting) {
            for (index, cell) in line.cells.iter().enumerate() {
                if cell.symbol != "ـ" || !is_filling(cell) {
                    continue;
                }
                let (before, after) = line.cells.split_at(index);
                let own = |cell: &&Cell| !is_filling(cell);
                let before = before.iter().rfind(own).and_then(|cell| cell.symbol.chars().next());
                let after = after.iter().find(own).and_then(|cell| cell.symbol.chars().next());
                let (Some(before), Some(after)) = (before, after) else {
                    return Err(TestCaseError::fail(format!("at the edge: {line:?}")));
                };
                let (_, out) = reach(before);
                let (back, _) = reach(after);
                prop_assert!(out && back, "{before} ـ {after}: {line:?}");
            }
        }
    }

    #[test]
    fn a_form_reaches_out_only_to_what_reaches_back(sample in sample(), setting in setting()) {
        let letters = Setting { measure: None, fill: Fill::Ragged, ..setting };
        let letters = Setting { order: Order::Logical, marks: Marks::Hide, ..letters };
        for line in sample.lines(letters) {
            for pair in line.cells.windows(2) {
                let [before, after] = pair else { continue };
                // A joiner before or after makes a letter reach out to nothing, as it is meant to.
                let gap = sample.text.get(before.bytes.start..after.bytes.end).unwrap_or_default();
                let is_plain = |c: char| matches!(c, '\u{621}'..='\u{63f}' | '\u{641}'..='\u{64a}' | '\u{671}'..='\u{6d5}');
                if !gap.chars().all(is_plain) || before.level != after.level {
                    continue;
                }
                let of = |cell: &Cell| cell.symbol.chars().next().map_or((false, false), reach);
                prop_assert_eq!(of(before).1, of(after).0, "{:?} {:?}", before, after);
            }
        }
    }

    #[test]
    fn digits_change_what_is_shown_and_move_nothing(sample in sample(), setting in setting()) {
        let as_written = sample.lines(Setting { digits: Digits::AsWritten, ..setting });
        let lines = sample.lines(setting);
        prop_assert_eq!(as_written.len(), lines.len());
        for (one, other) in as_written.iter().zip(&lines) {
            prop_assert_eq!(&one.range, &other.range);
            let rest = |line: &Line| {
                let cells = line.cells.iter().map(|cell| Cell {
                    symbol: cell.symbol.chars().filter(|&c| ascii_digit(c).is_none()).collect(),
                    ..cell.clone()
                });
                cells.collect::<Vec<_>>()
            };
            prop_assert_eq!(rest(one), rest(other));
        }
    }

    #[test]
    fn what_is_fitted_fits(sample in sample(), setting in setting(), width in 0_usize..12) {
        let setting = Setting { measure: Some(width), ..setting };
        let line = fit(&sample.text, sample.level, setting);
        prop_assert!(line.width() <= width, "{}: {line:?}", line.width());
        let free = fit(&sample.text, sample.level, Setting { measure: None, ..setting });
        // A tab is narrower where there is less room.
        if width >= 4 {
            prop_assert_eq!(free.width() > width, is_cut(&line));
        }
    }

    #[test]
    fn a_line_with_room_enough_is_not_broken(
        sample in sample(),
        setting in setting(),
        extra in 0_usize..9,
    ) {
        let free = sample.lines(Setting { measure: None, ..setting });
        let width = free.iter().map(Line::width).max().unwrap_or(0);
        let spaces = free.iter().map(|line| line.range.len()).sum::<usize>();
        let measure = Some(width.max(4) + extra);
        prop_assert_eq!(&sample.lines(Setting { measure, ..setting }), &free, "{} bytes", spaces);
    }
}

fn sample() -> impl Strategy<Value = Sample> {
    let text = prop_oneof![
        1 => proptest::collection::vec(any::<char>(), 0..60).prop_map(String::from_iter),
        4 => proptest::collection::vec(piece(), 0..40).prop_map(|pieces| pieces.concat()),
    ];
    let cut = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), kind());
    let isolates = proptest::collection::vec(cut, 0..4);
    let level = prop_oneof![Just(Level::ltr()), Just(Level::rtl())];
    (text, isolates, level).prop_map(|(text, cuts, level)| {
        let ends: Vec<_> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut isolates: Vec<_> = cuts
            .into_iter()
            .map(|(one, two, kind)| {
                let (one, two) = (*one.get(&ends), *two.get(&ends));
                Isolate { range: one.min(two)..one.max(two), kind }
            })
            .collect();
        isolates.sort_by_key(|isolate| (isolate.range.start, usize::MAX - isolate.range.end));
        Sample { text, isolates, level }
    })
}

fn kind() -> impl Strategy<Value = IsolateKind> {
    prop_oneof![
        Just(IsolateKind::FirstStrong),
        Just(IsolateKind::Isolate(Level::ltr())),
        Just(IsolateKind::Isolate(Level::rtl())),
        Just(IsolateKind::Override(Level::ltr())),
        Just(IsolateKind::Override(Level::rtl())),
    ]
}

fn setting() -> impl Strategy<Value = Setting> {
    let measure = prop_oneof![
        1 => Just(None),
        4 => (1_usize..=80).prop_map(Some),
        4 => (1_usize..=9).prop_map(Some),
    ];
    let order = prop_oneof![Just(Order::Visual), Just(Order::Logical)];
    let joining =
        prop_oneof![Just(Joining::Forms), Just(Joining::FormsOrBase), Just(Joining::Base)];
    let marks = prop_oneof![Just(Marks::Show), Just(Marks::Hide)];
    let digits = prop_oneof![
        2 => Just(Digits::AsWritten),
        1 => Just(Digits::Latin),
        1 => Just(Digits::Arabic),
        1 => Just(Digits::Persian),
    ];
    let fill = prop_oneof![Just(Fill::Ragged), Just(Fill::Tatweel)];
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

/// A few characters of the kinds that meet in right-to-left articles, and of those that do not.
fn piece() -> impl Strategy<Value = String> {
    let one = |letters: &str| {
        let letters: Vec<char> = letters.chars().collect();
        proptest::collection::vec(proptest::sample::select(letters), 1..4)
            .prop_map(String::from_iter)
    };
    prop_oneof![
        6 => one("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئ"),
        3 => Just("لا".to_owned()),
        2 => one("لاآأإٱ\u{64e}\u{200d}"),
        3 => one("אבגדהוזחטיכלמנסעפצקרשתךםןףץ"),
        3 => one("پچژگکیٹڈڑںہھےۂۃٱێۆەڵڕݐڄٻۇۈۋېڭ"),
        2 => one("ټځڅډړږښګڼۍٽڏڙڪڊڠݢڬڽۏۊؠٲٳۄؽ"),
        2 => one("ـ\u{200c}بسلمهځڼ"),
        2 => one("\u{64e}\u{64f}\u{650}\u{651}\u{652}\u{64b}\u{670}\u{654}\u{655}\u{653}\u{65a}"),
        2 => one("\u{5b8}\u{5b0}\u{5bc}\u{5c1}\u{5c2}\u{5bf}"),
        4 => one("    \u{a0}\t\n"),
        2 => one("()[]{}<>«»“”‘’‹›﴿﴾⟨⟩"),
        3 => one(".,:;!?-–—/%&#@*+=_|،؛؟٪٫٬…\u{5be}"),
        2 => one("0123456789"),
        2 => one("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"),
        3 => one("abcdefgXYZéßñøœ"),
        2 => one("\u{200c}\u{200d}\u{200b}\u{2060}\u{ad}\u{34f}\u{feff}"),
        2 => one("\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}"),
        2 => one("\u{2066}\u{2067}\u{2068}\u{2069}"),
        2 => one("👨👩👧❤🇪🇬🏻🏽\u{fe0f}\u{200d}"),
        2 => one("日本語中文가각한글，。「」\u{3000}"),
        1 => one("ᄀ까ᅢᆨᆩ"),
        1 => one("हिन्दीक्षत्रा"),
        1 => one("ภาษาไทยกำ"),
        1 => one("ﻻﻼﻟﺎﷲﷺ﷽ﹰﹱﭐﺑﺐﯼ\u{fb1d}\u{fb2a}ﬁ"),
        1 => one("\u{6dd}\u{600}\u{605}\u{8e2}\u{70f}ܐܒߐߊ𞤀𞤢𐎠"),
        1 => one("\u{0}\u{7}\u{1b}\u{7f}\u{85}\u{9b}\u{2028}\u{2029}\u{e0041}\u{fff9}"),
        1 => Just("\u{301}".repeat(20)),
        1 => Just("ᄀ".repeat(12)),
        1 => Just("क्".repeat(12)),
    ]
}

/// The letters of a text: what is neither mark nor control nor space, each in the one shape that
/// it and its presentation forms have in common; sorted. Digits that are to be shown in another kind
/// all count as Latin.
fn letters(text: impl Iterator<Item = char>, setting: Setting) -> Vec<char> {
    let alike = |c| match setting.digits {
        Digits::AsWritten => c,
        _ => ascii_digit(c).unwrap_or(c),
    };
    let mut letters: Vec<char> =
        text.flat_map(plain).filter(|&c| is_letter(c)).map(alike).collect();
    letters.sort_unstable();
    letters
}

/// The letters of the cells; brackets of right-to-left runs are turned back.
fn shown_letters(lines: &[Line], setting: Setting) -> Vec<char> {
    let turned = |cell: &Cell| {
        let mirrored = cell.level.is_rtl() && setting.order == Order::Visual;
        let back = move |c| if mirrored { mirror(c) } else { c };
        cell.symbol.chars().map(back).collect::<Vec<_>>()
    };
    let own = lines.iter().flat_map(|line| &line.cells).filter(|cell| !is_filling(cell));
    letters(own.flat_map(turned), setting)
}

/// Whether the cell is put in to stretch the line.
fn is_filling(cell: &Cell) -> bool {
    cell.bytes.is_empty() && matches!(cell.symbol.as_str(), "ـ" | " ")
}

fn ascii_digit(c: char) -> Option<char> {
    let zero =
        ['0', '٠', '۰'].into_iter().find(|&zero| (zero..).take(10).any(|digit| digit == c))?;
    char::from_digit(u32::from(c) - u32::from(zero), 10)
}

/// Whether what a character shows reaches out to the letter before it and to the one after it, by its
/// name in Unicode's chart.
fn reach(form: char) -> (bool, bool) {
    match shape_of(form) {
        Some(1) => (true, false),
        Some(2) => (false, true),
        Some(3) => (true, true),
        // Final forms of lam-alef.
        _ if matches!(form, '\u{fef6}' | '\u{fef8}' | '\u{fefa}' | '\u{fefc}') => (true, false),
        _ if form == 'ـ' => (true, true),
        _ => (false, false),
    }
}

/// Isolated, final, initial, medial: which of the forms of its letter it is, counted in the blocks
/// where those of a letter follow each other.
fn shape_of(form: char) -> Option<usize> {
    static SHAPES: LazyLock<HashMap<char, usize>> = LazyLock::new(|| {
        let mut shapes = HashMap::new();
        let mut previous = (Vec::new(), 0);
        let forms = ('\u{fb50}'..='\u{fbb1}').chain('\u{fbd3}'..='\u{fbff}');
        for form in forms.chain('\u{fe80}'..='\u{fef4}') {
            let letter: Vec<char> = std::iter::once(form).nfkc().collect();
            if letter.len() > 1 || letter == [form] {
                continue;
            }
            let nth = if previous.0 == letter { previous.1 + 1 } else { 0 };
            shapes.insert(form, nth);
            previous = (letter, nth);
        }
        // The only forms that stand apart: alef maksura between letters.
        shapes.extend([('\u{fbe8}', 2), ('\u{fbe9}', 3)]);
        shapes
    });
    SHAPES.get(&form).copied()
}

/// The other of a pair of brackets, looked up from both sides.
fn mirror(c: char) -> char {
    static PAIRS: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
        let pairs = ('\0'..'\u{ffff}').filter_map(|c| Some((c, get_mirrored(c)?)));
        pairs.flat_map(|(one, two)| [(one, two), (two, one)]).collect()
    });
    PAIRS.get(&c).copied().unwrap_or(c)
}

/// What a character stands for, as far as this test can tell from what is shown: a letter that has
/// no forms of its own may be shown by those of another, with or without a mark.
fn plain(c: char) -> Vec<char> {
    let spelled: Vec<char> = match c {
        '\u{fdfd}' => "بسم الله الرحمن الرحيم".chars().collect(),
        '\u{17d8}' => "\u{17d4}\u{179b}\u{17d4}".chars().collect(),
        '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => std::iter::once(c).nfkc().collect(),
        _ => vec![c],
    };
    let alike = |c: char| match c {
        '\u{620}' => '\u{649}',
        '\u{63d}' | '\u{6ce}' => '\u{6cc}',
        '\u{673}' => '\u{627}',
        '\u{67c}' => '\u{62a}',
        '\u{681}' => '\u{62d}',
        '\u{689}' | '\u{68a}' => '\u{62f}',
        '\u{693}' | '\u{695}' => '\u{631}',
        '\u{696}' => '\u{632}',
        '\u{69a}' => '\u{633}',
        '\u{6ab}' | '\u{762}' => '\u{6a9}',
        '\u{6ac}' => '\u{643}',
        '\u{6b5}' => '\u{644}',
        // In Jawi's nya a peh between letters and a noon at the end of a word.
        '\u{6ba}' | '\u{6bc}' | '\u{6bd}' | '\u{67e}' => '\u{646}',
        '\u{6c2}' => '\u{6c1}',
        '\u{6c3}' => '\u{629}',
        '\u{6ca}' | '\u{6cf}' => '\u{648}',
        '\u{6d5}' => '\u{647}',
        _ => c,
    };
    spelled.into_iter().map(alike).collect()
}

fn is_letter(c: char) -> bool {
    use GeneralCategoryGroup::{Letter, Number, Punctuation, Symbol};
    // Signs that take the place of others: the circle that bears a mark, the end of an ayah; and
    // what has a letter's category but shows nothing, as fillers and skin tones.
    let stands_in = matches!(
        c,
        '\u{25cb}' | '\u{25cc}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{1f3fb}'
            ..='\u{1f3ff}'
    );
    matches!(c.general_category_group(), Letter | Number | Punctuation | Symbol) && !stands_in
}

/// What no cell may hold: controls, and what is invisible and acts on its neighbours.
fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

fn by_bytes(cells: &[Cell]) -> Vec<(usize, usize, usize)> {
    let mut bytes: Vec<_> =
        cells.iter().map(|cell| (cell.bytes.start, cell.bytes.end, cell.width)).collect();
    bytes.sort_unstable();
    bytes
}

/// Whether the range starts at a presentation form that reaches up to, or is reached by, `end`.
fn shared_character(text: &str, range: &Range<usize>, end: usize) -> bool {
    let first = text.get(range.start..).and_then(|rest| rest.chars().next());
    let is_form = |c: char| matches!(c, '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    first.is_some_and(is_form) && range.start < end
}

fn is_cut(line: &Line) -> bool {
    line.cells.iter().any(|cell| cell.symbol == "…" && cell.bytes.is_empty())
}

//! Rows to be shown: generated ones, with all that makes lines hard, and those of real articles. Some
//! are one wide column, some two panes side by side.

use std::fs;
use std::path::Path;

use sahifa::article::Direction;
use sahifa::text;
use sahifa::text::{Joining, Level, Marks, Order, Paragraph, Setting};

use super::slot::Slot;

const WORDS: [&[&str]; 5] = [
    &["الكتاب", "مدينة", "لا", "السلام", "قارئ", "ووصل", "العَرَبِيّة", "توقّف", "شكراً", "على"],
    &["עיתון", "שָׁלוֹם", "תשפ\"א", "צה״ל", "בירושלים", "ה-15", "ב-2021", "כל־יום", "את", "וגם"],
    &[
        "روزنامه",
        "می\u{200c}رود",
        "گنج\u{200c}نامه",
        "پاییز",
        "۱۴۰۳",
        "۱۲٬۵۰۰",
        "۲۵٪",
        "کاغذ",
        "چاپ",
    ],
    &["اخبار", "لاہور", "کے", "شہر", "ہے", "ڈاک", "ٹکٹ", "پڑھے", "۲۰۲۴ء", "ہوا۔"],
    &["Google", "The", "newspaper", "C++", "x+y=z", "user@example.org", "e-mail", "5G", "don't"],
];
const NUMBERS: &[&str] = &[
    "25%",
    "2024-03-15",
    "15/3/2024",
    "$99.99",
    "3.5",
    "٢٠٢٤",
    "٪٢٥",
    "١٢٫٥",
    "٣/٤",
    "١٥/٣/٢٠٢٤",
    "و٢٥",
    "-7",
    "12:30",
    "١٬٠٠٠",
    "+972-3-555",
    "1",
    "№7",
];
const AROUND: &[(&str, &str)] = &[
    ("(", ")"),
    ("«", "»"),
    ("[", "]"),
    ("\"", "\""),
    ("“", "”"),
    ("{", "}"),
    ("- ", " -"),
    ("(", "):"),
];
const AFTER: &[&str] = &[".", ",", "،", "؛", "؟", "!", ":", "…", "؟!", ");", " –", "/"];
const GLUE: &[&str] = &["-", "/", "(", "…", "و", "ـ", "٪", "😀", "日本"];

/// One row of a screen, as it is handed to a dialect, and what is to be seen.
pub(super) struct Row {
    pub(super) slots: Vec<Slot>,
    pub(super) wanted: Vec<String>,
}

impl Row {
    /// A row in visual order is what is to be seen.
    fn visual(slots: Vec<Slot>) -> Self {
        Self { wanted: slots.iter().map(|slot| slot.symbol.clone()).collect(), slots }
    }
}

/// Small, and the same everywhere: splitmix64.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(bound).unwrap()).unwrap()
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    fn sometimes(&mut self, one_in: usize) -> bool {
        self.below(one_in) == 0
    }
}

pub(super) fn generated(count: usize, marks: Marks) -> Vec<Row> {
    let mut random = Random(20_240_315);
    let mut rows = Vec::new();
    while rows.len() < count {
        let (text, level) = paragraph(&mut random);
        let beside = random.sometimes(3).then(|| sentence(&mut random));
        for mut slots in lines(&text, level, marks) {
            if let Some(beside) = &beside {
                slots = panes(beside, slots, marks);
            }
            colour(&mut slots, &mut random);
            rows.push(Row::visual(slots));
        }
    }
    rows.truncate(count);
    rows
}

/// One column in logical order, letters as stored.
pub(super) fn logical(count: usize) -> Vec<Row> {
    let mut random = Random(20_240_315);
    let mut rows = Vec::new();
    while rows.len() < count {
        let (text, level) = paragraph(&mut random);
        let paragraph = Paragraph { text: &text, level, isolates: &[] };
        let base = Setting { joining: Joining::Base, marks: Marks::Hide, ..Setting::VISUAL };
        let visual = Setting { measure: Some(MEASURE), ..base };
        let logical = Setting { order: Order::Logical, ..visual };
        let lines = text::lay_out(&paragraph, logical);
        for (line, seen) in lines.iter().zip(text::lay_out(&paragraph, visual)) {
            let wanted = seen.cells.iter().map(|cell| cell.symbol.to_string()).collect();
            let slots = line.cells.iter().map(|cell| Slot::new(&cell.symbol)).collect();
            rows.push(Row { slots, wanted });
        }
    }
    rows
}

fn paragraph(random: &mut Random) -> (String, Level) {
    let text = sentence(random);
    let rtl = Direction::of(&text) == Some(Direction::Rtl) || random.sometimes(2);
    (text, if rtl { Level::rtl() } else { Level::ltr() })
}

fn sentence(random: &mut Random) -> String {
    let language = random.below(WORDS.len());
    let mut text = String::new();
    for _ in 0..random.below(9) + 2 {
        let tongue = if random.sometimes(4) { random.below(WORDS.len()) } else { language };
        let mut word = random.one(WORDS[tongue]).to_owned();
        if random.sometimes(5) {
            random.one(NUMBERS).clone_into(&mut word);
        }
        if random.sometimes(10) {
            word = [word.as_str(), random.one(GLUE), random.one(WORDS[language])].concat();
        }
        if random.sometimes(6) {
            let (open, close) = random.one(AROUND);
            word = [open, word.as_str(), close].concat();
        }
        if random.sometimes(6) {
            word += random.one(AFTER);
        }
        text += &word;
        text.push(' ');
    }
    text
}

const MEASURE: usize = 48;

/// The lines of a paragraph in a column, aligned by their direction.
fn lines(source: &str, level: Level, marks: Marks) -> Vec<Vec<Slot>> {
    let setting = Setting { measure: Some(MEASURE), marks, ..Setting::VISUAL };
    let paragraph = Paragraph { text: source, level, isolates: &[] };
    let row = |line: text::Line| {
        let pad = vec![Slot::new(" "); MEASURE.saturating_sub(line.width())];
        let text = slots(&line);
        if level.is_rtl() { [pad, text].concat() } else { [text, pad].concat() }
    };
    text::lay_out(&paragraph, setting).into_iter().map(row).collect()
}

/// A wide cell has a blank one after it, as in a frame.
fn slots(line: &text::Line) -> Vec<Slot> {
    let mut slots = Vec::new();
    for cell in &line.cells {
        slots.push(Slot::new(&cell.symbol));
        slots.extend(vec![Slot::new(" "); cell.width.saturating_sub(1)]);
    }
    slots
}

/// A list's row, the line between panes, a line of text.
fn panes(beside: &str, slots: Vec<Slot>, marks: Marks) -> Vec<Slot> {
    let setting = Setting { measure: Some(28), marks, ..Setting::VISUAL };
    let level =
        if Direction::of(beside) == Some(Direction::Rtl) { Level::rtl() } else { Level::ltr() };
    let line = text::fit(beside, level, setting);
    let mut row = vec![Slot::new(" "); 28 - line.width()];
    row.extend(self::slots(&line));
    row.push(Slot::new("│"));
    row.extend(slots);
    row
}

/// Marks a match somewhere, as the filter does, now and then in bold.
fn colour(slots: &mut [Slot], random: &mut Random) {
    if slots.is_empty() || !random.sometimes(3) {
        return;
    }
    let (start, length) = (random.below(slots.len()), random.below(4) + 1);
    let is_bold = random.sometimes(2);
    for slot in slots.iter_mut().skip(start).take(length) {
        slot.style = 1;
        slot.is_bold = is_bold;
    }
}

/// The lines of the built-in articles, each as a paragraph.
pub(super) fn of_samples(marks: Marks) -> Vec<Row> {
    of_files(Path::new("assets/samples"), marks)
}

/// The same of other people's articles, where they lie beside this project.
pub(super) fn of_corpora(marks: Marks) -> Vec<Row> {
    const NEWS: &str = "../shared/corpora/arabic-news/culture";
    if !Path::new(NEWS).exists() {
        println!("skipped: {NEWS} is not there");
        return Vec::new();
    }
    of_files(Path::new(NEWS), marks).into_iter().take(10_000).collect()
}

fn of_files(folder: &Path, marks: Marks) -> Vec<Row> {
    let entries = fs::read_dir(folder).expect("the folder is readable");
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let texts = paths.into_iter().filter_map(|path| fs::read_to_string(path).ok());
    let mut rows = Vec::new();
    for line in texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()) {
        let clean: String = line.chars().filter(|c| !c.is_control()).collect();
        let rtl = Direction::of(&clean) == Some(Direction::Rtl);
        let level = if rtl { Level::rtl() } else { Level::ltr() };
        rows.extend(lines(&clean, level, marks).into_iter().map(Row::visual));
    }
    rows
}

//! Unicode's own test files, through our functions.
//!
//! A part of each file lies in `tests/fixtures/unicode` and always runs; the sources of those parts
//! are the files of Unicode 15.0 for UAX #9, whose rules have not changed since, and of Unicode 17.0
//! (as the package of `icu_segmenter` 2.4.0 carries them) for UAX #14 and #29. Where Debian's
//! `unicode-data` is installed its whole files run too, and BidiMirroring.txt for L4. What it does not
//! do: judge L3, which the files leave out.

#![expect(clippy::print_stdout, reason = "what is not run is told")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use sahifa::text::{Level, Paragraph, Setting, bidi, breaks, grapheme, lay_out, reorder};
use unicode_bidi::{BidiClass, bidi_class};

const DEBIAN: &str = "/usr/share/unicode";
const FIXTURES: &str = "tests/fixtures/unicode";
/// What our crates implement.
const VERSION: &str = "17.0.0";

#[test]
fn bidi_classes_resolve_and_reorder() {
    let sample = classes(&fixture("BidiTest.txt"));
    assert!(sample.ran > 5_000, "{} cases", sample.ran);
    sample.assert();
    if let Some(file) = debian("BidiTest.txt") {
        let whole = classes(&file);
        assert!(whole.ran > 700_000, "{} cases", whole.ran);
        whole.assert();
    }
}

#[test]
fn bidi_characters_resolve_and_reorder() {
    let sample = characters(&fixture("BidiCharacterTest.txt"));
    assert!(sample.ran > 2_500, "{} cases", sample.ran);
    sample.assert();
    if let Some(file) = debian("BidiCharacterTest.txt") {
        let whole = characters(&file);
        assert!(whole.ran > 90_000, "{} cases", whole.ran);
        whole.assert();
    }
}

#[test]
fn lines_may_end_where_unicode_says() {
    let sample = segments(&fixture("LineBreakTest.txt"), breaks::opportunities);
    assert!(sample.ran > 5_000, "{} cases", sample.ran);
    sample.assert();
    // In Debian's file of Unicode 15.0 those cases differ whose rules have changed since: LB15 became
    // LB15a and LB15b (15.1) and part quotation marks by their direction; LB15c (16.0) lets a line
    // end before a decimal mark that starts a number; LB20a (16.0) keeps a hyphen that starts a word
    // with it; LB21a (16.0) no longer holds between two Hebrew letters; LB25 (16.0) keeps a mark of
    // numbers with the digit after it, whatever stands before.
    whole_or_older("auxiliary/LineBreakTest.txt", breaks::opportunities, 33);
}

#[test]
fn grapheme_clusters_end_where_unicode_says() {
    let ends = |text: &str| grapheme::clusters(text).map(|(at, part)| at + part.len()).collect();
    let starts_and_ends = |text: &str| -> Vec<usize> {
        let ends: Vec<usize> = ends(text);
        std::iter::once(0).chain(ends).collect()
    };
    let sample = segments(&fixture("GraphemeBreakTest.txt"), starts_and_ends);
    assert_eq!(sample.ran, 766);
    sample.assert();
    // GB9c (15.1) keeps Indic conjuncts together, which the file of Unicode 15.0 parts.
    whole_or_older("auxiliary/GraphemeBreakTest.txt", starts_and_ends, 1);
}

#[test]
fn what_unicode_mirrors_is_mirrored() {
    let Some(file) = debian("BidiMirroring.txt") else { return };
    let setting = Setting::VISUAL;
    let mut outcome = Outcome::default();
    for line in file.lines() {
        let data = line.split('#').next().unwrap_or_default();
        let Some((c, mirrored)) = data.split_once(';') else { continue };
        let text = scalar(c.trim()).to_string();
        let paragraph = Paragraph { text: &text, level: Level::rtl(), isolates: &[] };
        let lines = lay_out(&paragraph, setting);
        let expected = scalar(mirrored.trim()).to_string();
        outcome.case(line, &expected, &lines[0].cells[0].symbol);
    }
    assert!(outcome.ran > 400, "{} cases", outcome.ran);
    outcome.assert();
}

/// Runs Debian's file: of our version it must pass; of an older one so many cases may differ.
fn whole_or_older(name: &str, ends: impl Fn(&str) -> Vec<usize>, older: usize) {
    let Some(file) = debian(name) else { return };
    let whole = segments(&file, ends);
    let first = file.lines().next().unwrap_or_default();
    if first.contains(VERSION) {
        whole.assert();
    } else {
        let shown = first.trim_start_matches("# ");
        let failed = whole.failures.len();
        println!("{shown}: {failed} of {} differ, being of another version:", whole.ran);
        println!("{}", whole.failures.join("\n"));
        if first.contains("15.0.0") {
            assert_eq!(failed, older, "the cases that differ from Unicode 15.0");
        }
    }
}

/// The cases of one file.
#[derive(Default)]
struct Outcome {
    ran: usize,
    failures: Vec<String>,
}

impl Outcome {
    fn case(&mut self, input: &str, expected: &str, actual: &str) {
        self.ran += 1;
        if expected != actual {
            self.failures.push(format!("{input}\n  expected {expected}\n  actual   {actual}"));
        }
    }

    fn assert(&self) {
        let shown: Vec<_> = self.failures.iter().take(20).map(String::as_str).collect();
        assert!(
            self.failures.is_empty(),
            "{} of {} cases fail, the first of them:\n{}",
            self.failures.len(),
            self.ran,
            shown.join("\n")
        );
    }
}

/// `BidiTest.txt`: every class by a character of it. Paragraph separators stand at the end only.
fn classes(file: &str) -> Outcome {
    let mut outcome = Outcome::default();
    let (mut levels, mut order) = (String::new(), String::new());
    for line in file.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
        if let Some(rest) = line.strip_prefix("@Levels:") {
            levels = spaced(rest);
        } else if let Some(rest) = line.strip_prefix("@Reorder:") {
            order = spaced(rest);
        } else if let Some((input, bits)) = line.split_once(';') {
            let text: String = input.split_whitespace().map(character).collect();
            let bits = u8::from_str_radix(bits.trim(), 16).expect("a bit set");
            let directions = [None, Some(Level::ltr()), Some(Level::rtl())];
            for (bit, level) in directions.into_iter().enumerate() {
                if bits & 1 << bit != 0 {
                    let actual = ordered(&text, level).1;
                    outcome.case(line, &format!("{levels} | {order}"), &actual);
                }
            }
        }
    }
    outcome
}

/// `BidiCharacterTest.txt`.
fn characters(file: &str) -> Outcome {
    let mut outcome = Outcome::default();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<_> = line.split(';').collect();
        let &[input, direction, paragraph, levels, order] = fields.as_slice() else { continue };
        let text: String = input.split_whitespace().map(scalar).collect();
        let level = match direction {
            "0" => Some(Level::ltr()),
            "1" => Some(Level::rtl()),
            _ => None,
        };
        let (resolved, actual) = ordered(&text, level);
        let expected = format!("{paragraph}: {} | {}", spaced(levels), spaced(order));
        outcome.case(line, &expected, &format!("{resolved}: {actual}"));
    }
    outcome
}

/// The paragraph level, and the levels after L1 and the order after L2 as the files spell them.
fn ordered(text: &str, level: Option<Level>) -> (u8, String) {
    let resolved = bidi::resolve(text, level, &[]);
    let classes: Vec<_> = text.chars().map(bidi_class).collect();
    let mut levels: Vec<_> = text.char_indices().map(|(at, _)| resolved.at(at)).collect();
    reorder::reset_whitespace(&classes, &mut levels, resolved.paragraph);
    // What X9 removes has no level and no place.
    let kept: Vec<_> = (0..classes.len()).filter(|&at| !is_removed(classes[at])).collect();
    let kept_levels: Vec<_> = kept.iter().map(|&at| levels[at]).collect();
    let mut shown = String::new();
    for (at, &class) in classes.iter().enumerate() {
        if is_removed(class) {
            shown.push_str("x ");
        } else {
            write!(shown, "{} ", levels[at].number()).expect("a string grows");
        }
    }
    shown.push('|');
    for index in reorder::visual_order(&kept_levels) {
        write!(shown, " {}", kept[index]).expect("a string grows");
    }
    if kept.is_empty() {
        shown.push(' ');
    }
    (resolved.paragraph.number(), shown)
}

fn is_removed(class: BidiClass) -> bool {
    use BidiClass::{BN, LRE, LRO, PDF, RLE, RLO};
    matches!(class, LRE | RLE | LRO | RLO | PDF | BN)
}

fn character(class: &str) -> char {
    match class {
        "L" => 'a',
        "R" => 'א',
        "AL" => 'ب',
        "EN" => '1',
        "ES" => '-',
        "ET" => '%',
        "AN" => '١',
        "CS" => ',',
        "NSM" => '\u{300}',
        "BN" => '\u{ad}',
        "B" => '\u{2029}',
        "S" => '\t',
        "WS" => ' ',
        "ON" => '!',
        "LRE" => '\u{202a}',
        "RLE" => '\u{202b}',
        "PDF" => '\u{202c}',
        "LRO" => '\u{202d}',
        "RLO" => '\u{202e}',
        "LRI" => '\u{2066}',
        "RLI" => '\u{2067}',
        "FSI" => '\u{2068}',
        "PDI" => '\u{2069}',
        _ => panic!("no such class: {class}"),
    }
}

/// `LineBreakTest.txt` and `GraphemeBreakTest.txt`: `ends` gives the places marked by ÷.
fn segments(file: &str, ends: impl Fn(&str) -> Vec<usize>) -> Outcome {
    let mut outcome = Outcome::default();
    for line in file.lines() {
        let case = line.split('#').next().unwrap_or_default().trim();
        let (mut text, mut expected) = (String::new(), Vec::new());
        for token in case.split_whitespace() {
            match token {
                "÷" => expected.push(text.len()),
                "×" => {}
                _ => text.push(scalar(token)),
            }
        }
        if !case.is_empty() {
            outcome.case(case, &format!("{expected:?}"), &format!("{:?}", ends(&text)));
        }
    }
    outcome
}

fn scalar(hex: &str) -> char {
    let code = u32::from_str_radix(hex, 16).expect("a hexadecimal number");
    char::from_u32(code).expect("a scalar value")
}

fn spaced(list: &str) -> String {
    list.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fixture(name: &str) -> String {
    fs::read_to_string(Path::new(FIXTURES).join(name)).expect("the fixture is there")
}

/// The file of Debian's `unicode-data`; says so when it is not installed.
fn debian(name: &str) -> Option<String> {
    let file = fs::read_to_string(Path::new(DEBIAN).join(name)).ok();
    if file.is_none() {
        println!("{name} is not installed in {DEBIAN}: only the sample was run");
    }
    file
}

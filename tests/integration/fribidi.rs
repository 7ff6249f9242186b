//! Our visual lines against those of another implementation, GNU FriBidi 1.0.8 (Unicode 10), cell by
//! cell: reordering, mirroring, joining, lam-alef, marks after their letters.
//!
//! What it said of `tests/fixtures/text/paragraphs.txt` is kept in `paragraphs.fribidi.txt`, made by
//!
//! ```text
//! fribidi --charset UTF-8 --rtl --nopad --nobreak --reordernsm --clean paragraphs.txt
//! ```
//!
//! (joining and mirroring are on unless switched off); where `fribidi` is on the machine it is asked
//! again. Differences are named one by one in [`EXPLAINED`], or normalised in [`cells`] with the
//! reason; any other fails. Line breaks are not judged here: every paragraph fits on a line.

use std::fs;
use std::process::Command;

use sahifa::text::{Joining, Level, Marks, Order, Paragraph, Setting, lay_out};
use unicode_width::UnicodeWidthChar;

const PARAGRAPHS: &str = "tests/fixtures/text/paragraphs.txt";
const JUDGED: &str = "tests/fixtures/text/paragraphs.fribidi.txt";
const OPTIONS: &[&str] =
    &["--charset", "UTF-8", "--rtl", "--nopad", "--nobreak", "--reordernsm", "--clean"];
const SETTING: Setting = Setting {
    measure: Some(60),
    order: Order::Visual,
    joining: Joining::Forms,
    marks: Marks::Show,
};

/// A difference that is meant: in a paragraph that holds `text`, FriBidi shows `theirs` where we
/// show `ours`.
struct Explained {
    text: &'static str,
    theirs: &'static str,
    ours: &'static str,
    /// Why ours is right, or as right.
    reason: &'static str,
}

const EXPLAINED: &[Explained] = &[];

#[test]
fn fribidi_shows_the_same_cells() {
    let paragraphs = read(PARAGRAPHS);
    let judged = read(JUDGED);
    assert_eq!(paragraphs.lines().count(), judged.lines().count(), "one line for each paragraph");
    let mut used = vec![false; EXPLAINED.len()];
    let mut failures = Vec::new();
    for (number, (text, theirs)) in paragraphs.lines().zip(judged.lines()).enumerate() {
        let ours = line(text);
        let theirs = explain(text, cells(theirs.chars()), &mut used);
        if ours != theirs {
            let (ours, theirs) = (ours.join("|"), theirs.join("|"));
            failures.push(format!("{}: {text}\n  theirs {theirs}\n  ours   {ours}", number + 1));
        }
    }
    assert!(failures.is_empty(), "{} differ:\n{}", failures.len(), failures.join("\n"));
    for (explained, _) in EXPLAINED.iter().zip(used).filter(|(_, used)| !used) {
        panic!("explains nothing: {} ({})", explained.text, explained.reason);
    }
}

#[test]
fn the_kept_judgement_is_what_fribidi_says() {
    let Ok(output) = Command::new("fribidi").args(OPTIONS).arg(PARAGRAPHS).output() else {
        println!("fribidi is not installed: its kept judgement was not made anew");
        return;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stdout), read(JUDGED));
}

/// The cells of the one line of a paragraph.
fn line(text: &str) -> Vec<String> {
    let paragraph = Paragraph { text, level: Level::rtl(), isolates: &[] };
    let lines = lay_out(&paragraph, SETTING);
    assert_eq!(lines.len(), 1, "does not fit on a line: {text}");
    cells(lines[0].cells.iter().flat_map(|cell| cell.symbol.chars()))
}

/// One string for each cell: a character that takes columns, and the marks on it.
fn cells(chars: impl Iterator<Item = char>) -> Vec<String> {
    let mut cells: Vec<Vec<char>> = Vec::new();
    for c in chars {
        match c {
            // What FriBidi leaves in the place of the alef of a lam-alef; and joiners, which have
            // done their work. Neither is shown.
            '\u{feff}' | '\u{200c}' | '\u{200d}' => {}
            _ if c.width() == Some(0) && !cells.is_empty() => {
                cells.last_mut().expect("is not empty").push(c);
            }
            _ => cells.push(vec![c]),
        }
    }
    cells.into_iter().map(String::from_iter).collect()
}

/// Their cells with the differences that are explained taken out.
fn explain(text: &str, theirs: Vec<String>, used: &mut [bool]) -> Vec<String> {
    let mut shown = theirs.concat();
    for (explained, used) in EXPLAINED.iter().zip(used) {
        if text.contains(explained.text) && shown.contains(explained.theirs) {
            shown = shown.replace(explained.theirs, explained.ours);
            *used = true;
        }
    }
    cells(shown.chars())
}

fn read(path: &str) -> String {
    fs::read_to_string(path).expect("the fixture is there")
}

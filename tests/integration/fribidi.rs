//! Our visual lines against those of another implementation, GNU `fribidi` 1.0.8 (Unicode 10), cell
//! by cell: reordering, mirroring, joining, lam-alef, marks after their letters.
//!
//! What it said of `paragraphs.txt` and of `hard.txt`, in `tests/fixtures/text`, is kept beside them,
//! made for each by
//!
//! ```text
//! fribidi --charset UTF-8 --rtl --nopad --nobreak --reordernsm --clean NAME.txt > NAME.fribidi.txt
//! ```
//!
//! (joining and mirroring are on unless switched off); where `fribidi` is on the machine it is asked
//! again. Differences are named one by one in [`EXPLAINED`], or normalised in [`cells`] with the
//! reason; any other fails. Line breaks are not judged here: every paragraph fits on a line.

#![expect(clippy::print_stdout, reason = "what is not run is told")]

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use sahifa::text::{Level, Paragraph, Setting, lay_out};
use unicode_width::UnicodeWidthChar;

/// Ordinary paragraphs, and what is seldom met.
const FILES: &[&str] = &["tests/fixtures/text/paragraphs", "tests/fixtures/text/hard"];
const OPTIONS: &[&str] =
    &["--charset", "UTF-8", "--rtl", "--nopad", "--nobreak", "--reordernsm", "--clean"];
const SETTING: Setting = Setting { measure: Some(60), ..Setting::VISUAL };

/// A difference that is meant: in a paragraph that holds `text`, `fribidi` shows `theirs` where we
/// show `ours`.
struct Explained {
    text: &'static str,
    theirs: &'static str,
    ours: &'static str,
    /// Why ours is right, or as right.
    reason: &'static str,
}

const EXPLAINED: &[Explained] = &[
    Explained {
        text: "درجۂ",
        theirs: "\u{6c2}ﺟ",
        ours: "\u{fba7}\u{654}ﺟ",
        reason: "heh goal with hamza above has no forms of its own, but joins; heh goal's are shown",
    },
    Explained {
        text: "ئۇيغۇر",
        theirs: "ﻰﺗﺎﻴﯩﺑەﺩەﺋ",
        ours: "ﻰﺗﺎﻴﯩﺑﻩﺩﻪﺋ",
        reason: "ae has no forms of its own, but joins; those of heh, which it looks like, are shown",
    },
    Explained {
        text: "ئىنسان", theirs: "ەﺪﯩﻘﻗەﮬ", ours: "ﻩﺪﯩﻘﻗﻪﮬ", reason: "the same"
    },
    Explained {
        text: "سنڌ",
        theirs: "ﺏﺎﺘڪ",
        ours: "ﺏﺎﺗڪ",
        reason: "swash kaf has no forms: nothing reaches out to it, as it does not reach back",
    },
    Explained {
        text: "سنڌ",
        theirs: "ڪﻫ",
        ours: "ڪﻩ",
        reason: "swash kaf has no forms: nothing reaches out to it, as it does not reach back",
    },
    Explained {
        text: "کوردستان",
        theirs: "ەﻧﺍﻮﺟ",
        ours: "ﻪﻧﺍﻮﺟ",
        reason: "letters with small v have no forms: those of yeh and lam are shown, with a mark",
    },
    Explained {
        text: "کوردستان",
        theirs: "ﯽﮑێﺗﺎڵﻭ",
        ours: "ﯽﮑﯿ\u{65a}ﺗﺎﻟ\u{65a}ﻭ",
        reason: "letters with small v have no forms: those of yeh and lam are shown, with a mark",
    },
    Explained {
        text: "نووسەر", theirs: "ەﻭەﺩﺮﮐ", ours: "ﻩﻭﻩﺩﺮﮐ", reason: "the same"
    },
    Explained {
        text: "نووسەر", theirs: "ﻭﺎڵﺑ", ours: "ﻭﺎﻠ\u{65a}ﺑ", reason: "the same"
    },
    Explained {
        text: "نووسەر", theirs: "ﯽێﻮﻧ", ours: "ﯽﯾ\u{65a}ﻮﻧ", reason: "the same"
    },
    Explained {
        text: "نووسەر",
        theirs: "ﯽﮑێﺒێﺘﮐ",
        ours: "ﯽﮑﯿ\u{65a}ﺒﯿ\u{65a}ﺘﮐ",
        reason: "the same",
    },
    Explained {
        text: "نووسەر", theirs: "ﺭەﺳﻭﻮﻧ", ours: "ﺭﻪﺳﻭﻮﻧ", reason: "the same"
    },
    Explained {
        text: "\u{64e}ب",
        theirs: "ّﺏ\u{64e}",
        ours: "ّﺏ◌\u{64e}",
        reason: "a mark without a letter stands on a circle, not on the letter that follows",
    },
];

#[test]
fn fribidi_shows_the_same_cells() {
    let mut used = vec![false; EXPLAINED.len()];
    let mut failures = Vec::new();
    let mut count = 0;
    for file in FILES {
        let (paragraphs, judged) = (read(file, "txt"), read(file, "fribidi.txt"));
        assert_eq!(paragraphs.lines().count(), judged.lines().count(), "one line a paragraph");
        for (number, (text, theirs)) in paragraphs.lines().zip(judged.lines()).enumerate() {
            count += 1;
            let ours = line(text);
            let theirs = explain(text, lam_alef(cells(theirs.chars())), &mut used);
            if ours != theirs {
                let (ours, theirs) = (ours.join("|"), theirs.join("|"));
                let place = format!("{file}:{}", number + 1);
                failures.push(format!("{place}: {text}\n  theirs {theirs}\n  ours   {ours}"));
            }
        }
    }
    assert!(failures.is_empty(), "{} differ:\n{}", failures.len(), failures.join("\n"));
    assert!(count >= 300, "{count} paragraphs");
    for (explained, used) in EXPLAINED.iter().zip(used) {
        assert!(used, "explains nothing: {} ({})", explained.text, explained.reason);
    }
}

#[test]
fn the_kept_judgement_is_what_fribidi_says() {
    for file in FILES {
        let asked = Command::new("fribidi").args(OPTIONS).arg(format!("{file}.txt")).output();
        let Ok(output) = asked else {
            println!("fribidi is not installed: its kept judgement was not made anew");
            return;
        };
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(String::from_utf8_lossy(&output.stdout), read(file, "fribidi.txt"), "{file}");
    }
}

/// What the program itself prints, an article for each paragraph. An address is an isolate in an
/// article, which plain text for `fribidi` cannot say, so paragraphs with one are left to the test
/// above.
#[test]
fn the_program_prints_the_same_cells() {
    let (paragraphs, judged) = (read(FILES[0], "txt"), read(FILES[0], "fribidi.txt"));
    let mut used = vec![false; EXPLAINED.len()];
    let mut count = 0;
    for (text, theirs) in paragraphs.lines().zip(judged.lines()) {
        if text.contains("://") {
            continue;
        }
        count += 1;
        let theirs = explain(text, lam_alef(cells(theirs.chars())), &mut used);
        let printed = print(text);
        assert_eq!(printed.lines().count(), 1, "{text}: {printed}");
        assert_eq!(cells(printed.trim().chars()), theirs, "{text}");
    }
    assert!(count >= 300, "{count} paragraphs");
}

/// `sahifa print --width 60 --dialect visual` of an article with this one paragraph.
fn print(paragraph: &str) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_sahifa"))
        .args(["print", "--bare", "--width", "60", "--dialect", "visual", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = program.stdin.take().expect("a pipe");
    input.write_all(paragraph.as_bytes()).expect("it reads");
    drop(input);
    let output = program.wait_with_output().expect("it ends");
    assert!(output.status.success(), "{paragraph}");
    String::from_utf8(output.stdout).expect("UTF-8")
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
            // What fribidi leaves in the place of the alef of a lam-alef; and joiners, which have
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

/// It makes one of lam and alef only where no mark stands on the lam. The ligature is required
/// with marks too (the Unicode Standard, 9.2: marks are transparent to joining, and R7 follows the
/// forms), and every font makes it. From left to right the alef comes first.
fn lam_alef(theirs: Vec<String>) -> Vec<String> {
    let mut cells: Vec<String> = Vec::new();
    for cell in theirs {
        let alef = cells.last().and_then(|alef| alef.chars().next());
        let ligature = alef.zip(cell.chars().next()).and_then(|(alef, lam)| ligature(lam, alef));
        let Some(ligature) = ligature else {
            cells.push(cell);
            continue;
        };
        let alef = cells.pop().unwrap_or_default();
        let marks = cell.chars().skip(1).chain(alef.chars().skip(1));
        cells.push(std::iter::once(ligature).chain(marks).collect());
    }
    cells
}

/// The ligature of these forms of lam and alef.
fn ligature(lam: char, alef: char) -> Option<char> {
    let joined = match lam {
        '\u{fedf}' => 0,
        '\u{fee0}' => 1,
        _ => return None,
    };
    let isolated = match alef {
        '\u{fe82}' => 0xfef5,
        '\u{fe84}' => 0xfef7,
        '\u{fe88}' => 0xfef9,
        '\u{fe8e}' => 0xfefb,
        _ => return None,
    };
    char::from_u32(isolated + joined)
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

fn read(file: &str, ending: &str) -> String {
    fs::read_to_string(format!("{file}.{ending}")).expect("the fixture is there")
}

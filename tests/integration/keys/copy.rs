//! Copying, links, and what the mouse selects.

use std::fs;
use std::path::Path;
use std::process::Command;

use crossterm::event::{MouseButton, MouseEventKind};
use ratatui::style::Modifier;
use sahifa::article::is_bidi_control;
use sahifa::tui::Kind;
use sahifa::tui::app::{App, Focus};

use super::driver::{Reading, Shelf};

const DOWN: MouseEventKind = MouseEventKind::Down(MouseButton::Left);
const DRAG: MouseEventKind = MouseEventKind::Drag(MouseButton::Left);
const UP: MouseEventKind = MouseEventKind::Up(MouseButton::Left);

const MIXED: &str = "---
title: خبر من لندن
url: https://example.org/خبر
date: 2024-01-02
---

قال John Smith (من BBC) إن العدد 2024 كتابًا [نُشر هنا](https://example.org/كتب?a=1) أمس.

He said شكرا جزيلا to [the *two* editors](https://example.com/two) and left for لندن again.

- أول
- ثانٍ [ملف](notes/x.md)

> مقتبس في سطر
";

const LONG: &str = "---\ntitle: Long\ndate: 2024-01-01\n---\n\n";

fn shelf() -> Shelf {
    let paragraphs: String = (0..40)
        .map(|at| format!("Paragraph {at} has [link {at}](https://e.org/{at}).\n\n"))
        .collect();
    Shelf::of(&[("1.md", MIXED), ("2.md", &format!("{LONG}{paragraphs}"))])
}

/// Where the words' letters stand: for each of them column and row, in logical order.
fn places(app: &App, words: &str) -> Vec<(u16, u16)> {
    let reader = app.reader.as_ref().unwrap();
    let text = reader.article.text();
    let start = text.find(words).expect("the words");
    let mut found = Vec::new();
    let pad = usize::from(app.size.0 == 100) * 43;
    for (row, line) in reader.page.lines(reader.top..).enumerate() {
        let mut x = pad + line.pad;
        for cell in &line.cells {
            let inside = cell
                .bytes
                .as_ref()
                .filter(|_| line.start().is_some())
                .filter(|bytes| bytes.start.0 >= start && bytes.start.0 < start + words.len());
            if let Some(bytes) = inside {
                found.push((bytes.start, (u16::try_from(x).unwrap(), u16::try_from(row).unwrap())));
            }
            x += cell.width;
        }
    }
    found.sort();
    assert!(!found.is_empty(), "{words} is not on screen");
    found.into_iter().map(|(_, place)| place).collect()
}

fn select(reading: &mut Reading, from: &str, to: &str) {
    let start = places(&reading.app, from)[0];
    let end = *places(&reading.app, to).last().unwrap();
    // Elsewhere first: what follows is no double click.
    reading.mouse(DOWN, 99, 28).mouse(UP, 99, 28);
    reading.mouse(DOWN, start.0, start.1);
    reading.mouse(DRAG, end.0, end.1).mouse(UP, end.0, end.1);
}

fn copied(reading: &Reading) -> (Kind, &str) {
    let clip = reading.copied.last().expect("something was copied");
    (clip.kind, &clip.text)
}

#[test]
fn the_commands_copy_logical_text() {
    let shelf = shelf();
    let mut reading = shelf.open();
    reading.type_keys("t");
    assert_eq!(copied(&reading), (Kind::Title, "خبر من لندن"));
    reading.type_keys("c");
    assert_eq!(copied(&reading), (Kind::Link, "https://example.org/خبر"));
    reading.type_keys("⏎y");
    let first = "قال John Smith (من BBC) إن العدد 2024 كتابًا نُشر هنا أمس.";
    assert_eq!(copied(&reading), (Kind::Paragraph, first));
    let notice = reading.notice().replace(is_bidi_control, "");
    assert_eq!(notice, "Paragraph copied: 12 words");
    reading.type_keys("Y");
    let whole = format!(
        "خبر من لندن\n\n{first}\n\nHe said شكرا جزيلا to the two editors and left for لندن \
         again.\n\n- أول\n- ثانٍ ملف\n\nمقتبس في سطر\n"
    );
    assert_eq!(copied(&reading), (Kind::Article, whole.as_str()));
}

/// What `sahifa print --plain` makes of a file.
fn printed(path: &Path) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sahifa"));
    let output = command.args(["print", "--plain"]).arg(path).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_copied_article_pasted_into_a_file_is_the_same_article() {
    let mut reading = Shelf::fixture().open();
    let place = tempfile::tempdir().unwrap();
    for _ in 0..8 {
        reading.type_keys("Yj");
        let text = copied(&reading).1.to_owned();
        let title = text.lines().next().unwrap();
        let mut entries = reading.entries().into_iter();
        let entry = entries.find(|entry| entry.metadata.title == title).unwrap();
        let path = place.path().join("pasted.txt");
        fs::write(&path, &text).unwrap();
        assert_eq!(printed(&path), printed(&entry.item.path), "{title}\n{text}");
    }
    assert_eq!(reading.copied.len(), 8);
}

#[test]
fn the_paragraph_is_that_of_the_match_while_it_is_in_sight_else_the_top_one() {
    let shelf = shelf();
    let mut reading = shelf.open();
    reading.resize(100, 12).type_keys("j⏎jjjjjjy");
    let top = copied(&reading).1.to_owned();
    assert!(top.starts_with("Paragraph "), "{top}");
    reading.type_keys("/39⏎ny");
    assert_eq!(copied(&reading).1, "Paragraph 39 has link 39.");
    reading.type_keys("gy");
    assert_eq!(copied(&reading).1, "Paragraph 0 has link 0.", "the match is out of sight");
}

#[test]
fn an_article_that_is_not_open_has_a_title_and_an_address_alone() {
    let shelf = Shelf::of(&[("1.md", MIXED)]);
    let mut reading = shelf.start();
    reading.type_keys("yYtco");
    assert!(reading.copied.is_empty() && reading.visited.is_empty());
    let mut reading = shelf.open();
    reading.resize(40, 12).type_keys("y");
    assert!(reading.copied.is_empty(), "a paragraph that nobody sees");
    assert!(reading.notice().contains("Open an article"), "{}", reading.notice());
    reading.type_keys("tY");
    assert_eq!(reading.copied.len(), 2);
}

#[test]
fn links_are_stepped_through_and_copied_and_opened() {
    let mut reading = shelf().open();
    reading.type_keys("⏎o");
    assert_eq!(reading.visited, ["https://example.org/%D8%AE%D8%A8%D8%B1"]);
    reading.type_keys("]");
    assert!(
        reading.notice().contains("Link \u{2068}1\u{2069} of \u{2068}3\u{2069}"),
        "{}",
        reading.notice()
    );
    reading.type_keys("co");
    assert_eq!(copied(&reading), (Kind::Link, "https://example.org/كتب?a=1"));
    assert_eq!(reading.visited[1], "https://example.org/%D9%83%D8%AA%D8%A8?a=1");
    reading.type_keys("]c");
    assert_eq!(copied(&reading).1, "https://example.com/two");
    reading.type_keys("]o");
    assert_eq!(reading.visited.len(), 2, "a path is not opened");
    assert!(reading.notice().contains("notes/x.md"), "{}", reading.notice());
    reading.type_keys("]c[[[c");
    let links: Vec<_> = reading.copied.iter().map(|clip| clip.text.as_str()).collect();
    assert_eq!(links[2..], ["https://example.org/كتب?a=1", "https://example.org/كتب?a=1"]);
}

#[test]
fn the_current_link_is_marked_in_the_text_and_in_the_list_and_holds_the_cursor() {
    let mut reading = shelf().open();
    reading.type_keys("⏎]]");
    let marked = reading.marked(42..100).join("|");
    assert!(marked.contains("the two editors"), "{marked}");
    assert!(marked.contains("[2] https://example.com/two"), "{marked}");
    let (x, y) = reading.draw().1;
    assert_eq!((x, y), places(&reading.app, "the two editors")[0]);
    reading.type_keys("⎋");
    assert!(reading.marked(42..100).is_empty());
    assert_eq!(reading.app.focus, Focus::Reader, "Esc lets go of the link first");
    assert_eq!(reading.type_keys("⎋").app.focus, Focus::List);
}

#[test]
fn a_link_out_of_sight_is_brought_up_and_one_that_was_left_behind_no_longer_counts() {
    let shelf = shelf();
    let mut reading = shelf.open();
    reading.resize(100, 12).type_keys("j⏎[");
    assert!(reading.notice().contains("40"), "{}", reading.notice());
    assert!(reading.top() > 50);
    reading.type_keys("gc");
    assert!(reading.copied.is_empty(), "the article has no address: {}", reading.notice());
    reading.type_keys("]c");
    assert_eq!(copied(&reading).1, "https://e.org/0", "from where one is");
}

#[test]
fn a_selection_is_logical_in_lines_of_both_directions() {
    let mut reading = shelf().open();
    reading.type_keys("⏎");
    let cases = [
        ("قال", "قال", "قال"),
        ("John", "Smith", "John Smith"),
        ("قال", "John", "قال John"),
        ("Smith", "BBC", "Smith (من BBC"),
        ("2024", "نُشر", "2024 كتابًا نُشر"),
        ("هنا", "أمس.", "هنا أمس."),
        ("said", "جزيلا", "said شكرا جزيلا"),
        ("جزيلا", "two", "جزيلا to the two"),
        ("left", "again", "left for لندن again"),
        ("أمس.", "He", "أمس.\n\nHe"),
        ("أول", "ملف", "- أول\n- ثانٍ ملف"),
    ];
    for (from, to, text) in cases {
        select(&mut reading, from, to);
        assert_eq!(copied(&reading), (Kind::Selection, text), "{from} … {to}");
        let (buffer, _) = reading.draw();
        let reversed = |place: &(u16, u16)| buffer[*place].modifier.contains(Modifier::REVERSED);
        assert!(places(&reading.app, from).iter().chain(&places(&reading.app, to)).all(reversed));
        // And back: the anchor is the last letter, the first one is under the pointer at the end.
        let (start, end) =
            (*places(&reading.app, to).last().unwrap(), places(&reading.app, from)[0]);
        reading.mouse(DOWN, 99, 28).mouse(UP, 99, 28);
        reading.mouse(DOWN, start.0, start.1).mouse(DRAG, end.0, end.1).mouse(UP, end.0, end.1);
        assert_eq!(copied(&reading).1, text, "{to} … {from}");
    }
}

#[test]
fn what_is_selected_is_marked_and_nothing_else() {
    let mut reading = shelf().open();
    reading.type_keys("⏎");
    select(&mut reading, "قال", "John");
    let inside = places(&reading.app, "قال John");
    let outside = places(&reading.app, " Smith (من BBC");
    let (buffer, _) = reading.draw();
    let reversed = |place: &&(u16, u16)| buffer[**place].modifier.contains(Modifier::REVERSED);
    assert_eq!(inside.iter().filter(reversed).count(), inside.len());
    assert_eq!(outside.iter().filter(reversed).count(), 0);
    reading.type_keys("y");
    assert_eq!(copied(&reading), (Kind::Selection, "قال John"), "y copies it once more");
    reading.type_keys("⎋y");
    assert_eq!(copied(&reading).0, Kind::Paragraph);
}

#[test]
fn clicks_select_a_word_and_a_paragraph_and_one_click_nothing() {
    let mut reading = shelf().open();
    let (x, y) = places(&reading.app, "جزيلا")[2];
    reading.mouse(DOWN, x, y).mouse(UP, x, y);
    assert!(reading.copied.is_empty());
    assert_eq!(reading.app.focus, Focus::Reader);
    reading.mouse(DOWN, x, y).mouse(UP, x, y);
    assert_eq!(copied(&reading), (Kind::Selection, "جزيلا"));
    reading.mouse(DOWN, x, y).mouse(UP, x, y);
    assert!(copied(&reading).1.starts_with("He said") && copied(&reading).1.ends_with("again."));
}

#[test]
fn a_click_on_a_link_makes_it_the_current_one() {
    let mut reading = shelf().open();
    let (x, y) = places(&reading.app, "two")[1];
    reading.mouse(DOWN, x, y).mouse(UP, x, y).type_keys("c");
    assert_eq!(copied(&reading).1, "https://example.com/two");
    assert!(reading.visited.is_empty(), "a click opens nothing");
    let (x, y) = places(&reading.app, "said")[1];
    reading.mouse(DOWN, x, y).mouse(UP, x, y).type_keys("c");
    assert_eq!(copied(&reading).1, "https://example.org/خبر");
    let row = reading.rows().iter().position(|row| row.contains("[2] https")).unwrap();
    reading.mouse(DOWN, 60, u16::try_from(row).unwrap()).type_keys("c");
    assert_eq!(copied(&reading).1, "https://example.com/two", "in the list of links too");
}

#[test]
fn dragging_past_the_edge_scrolls_and_goes_on_selecting() {
    let shelf = shelf();
    let mut reading = shelf.open();
    reading.resize(100, 12).type_keys("j⏎");
    let (x, y) = places(&reading.app, "Paragraph 0")[0];
    reading.mouse(DOWN, x, y);
    for step in 0..10 {
        reading.mouse(DRAG, 99 - step, 11);
    }
    assert_eq!(reading.top(), 10);
    reading.mouse(UP, 80, 11);
    let text = copied(&reading).1.to_owned();
    assert!(text.starts_with("Paragraph 0 has link 0.\n\nParagraph 1 has"), "{text}");
    assert!(text.matches("Paragraph").count() >= 8, "{text}");
    // And up again.
    reading.mouse(DOWN, 60, 8);
    for step in 0..6 {
        reading.mouse(DRAG, 60 - step, 0);
    }
    assert_eq!(reading.top(), 4);
}

#[test]
fn the_headline_can_be_selected_and_what_is_beside_the_text_is_nearest_to_it() {
    let mut reading = shelf().open();
    reading.type_keys("⏎");
    let (_, y) = places(&reading.app, "قال")[0];
    reading.mouse(DOWN, 97, 0).mouse(DRAG, 97, y).mouse(UP, 97, y);
    assert_eq!(copied(&reading), (Kind::Selection, "خبر من لندن\n\nق"));
    reading.mouse(DOWN, 50, 28).mouse(DRAG, 99, 27).mouse(UP, 99, 27);
    assert_eq!(reading.copied.len(), 1, "there is no text down there");
}

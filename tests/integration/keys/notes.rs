//! Notes, tags and marked passages by keys, and the question whether an article is one that was marked.

use std::fs;

use sahifa::tui::update::Message;

use super::driver::{Reading, Shelf};

const TEXT: &str = "---\ntitle: The harbour\ntags: [sea]\n---\n\nThe old harbour has a wall of stone that the \
sea has worn for nine hundred years, and a lamp.\n\nA second paragraph tells of the ships and of their masters.\n";

fn harbour() -> Shelf {
    Shelf::of(&[("01.md", TEXT), ("02.md", "---\ntitle: Another\n---\n\nWords.\n")])
}

fn notes(reading: &Reading) -> Vec<(Option<String>, String)> {
    let notes = reading.store.state().all_notes();
    let quote =
        |note: &sahifa::store::Note<'_>| note.content.quote.as_ref().map(|it| it.exact.clone());
    notes.iter().map(|note| (quote(note), note.content.text.clone())).collect()
}

#[test]
fn a_note_is_written_shown_changed_and_removed() {
    let shelf = harbour();
    let mut reading = shelf.open();
    reading.type_keys("/harbour⏎⏎a");
    assert_eq!(reading.status_line(), "Note:");
    reading.type_keys("Go there!⏎");
    assert_eq!(reading.notice(), "note saved");
    assert_eq!(notes(&reading), [(None, "Go there!".to_owned())]);
    assert!(reading.picture().contains("Go there!"), "{}", reading.picture());
    let mut reading = shelf.open();
    reading.type_keys("/harbour⏎⏎a");
    assert_eq!(reading.status_line(), "Note: Go there!");
    reading.type_keys(" Soon.⏎");
    assert_eq!(notes(&reading), [(None, "Go there! Soon.".to_owned())]);
    reading.type_keys("a^u⏎");
    assert_eq!((reading.notice(), notes(&reading).len()), ("note removed", 0));
    assert!(!reading.picture().contains("Go there!"));
}

#[test]
fn a_note_that_is_given_up_or_not_changed_leaves_nothing() {
    let mut reading = harbour().open();
    reading.type_keys("aWords⎋");
    reading.type_keys("a⏎a  ⏎");
    assert!(notes(&reading).is_empty());
    reading.type_keys("aone⏎");
    let before = reading.store.state().clone();
    reading.type_keys("a⏎");
    assert_eq!(*reading.store.state(), before);
}

#[test]
fn what_is_being_written_is_kept_when_the_terminal_goes() {
    let mut reading = harbour().open();
    reading.type_keys("ahalf a sent");
    reading.send(Message::Signal(sahifa::terminal::Request::Quit { status: 129 }));
    assert_eq!(notes(&reading), [(None, "half a sent".to_owned())]);
    assert_eq!(reading.status, Some(129));
}

#[test]
fn a_paragraph_is_marked_and_marked_no_more() {
    let shelf = harbour();
    let mut reading = shelf.open();
    reading.type_keys("/harbour⏎⏎m");
    assert_eq!(reading.notice(), "passage marked");
    let marked = notes(&reading);
    assert!(marked[0].0.as_ref().is_some_and(|quote| quote.starts_with("The old harbour")));
    reading.type_keys("m");
    assert_eq!((reading.notice(), notes(&reading).len()), ("passage no longer marked", 0));
    // One that no longer stands in the text is listed under it.
    reading.type_keys("m");
    fs::write(shelf.path("01.md"), TEXT.replace("wall of stone", "wall")).unwrap();
    let mut reading = shelf.open();
    reading.type_keys("/harbour⏎⏎");
    let rows = reading.rows().join("\n");
    assert!(rows.contains("wall of stone"), "{rows}");
}

#[test]
fn tags_are_changed_shown_and_found() {
    let shelf = harbour();
    let mut reading = shelf.open();
    reading.type_keys("/harbour⏎T");
    assert_eq!(reading.status_line(), "Tags: sea,", "what is typed is another one");
    reading.type_keys("ميناء, stone⏎");
    assert_eq!(reading.notice(), "tags saved");
    reading.type_keys("⎋/ميناء⏎");
    assert_eq!(reading.shown(), "01");
    assert!(reading.picture().contains("Tags: sea, "), "{}", reading.picture());
    reading.type_keys("T^u⏎⎋/ميناء⏎");
    assert_eq!(reading.shown(), "");
    let mut reading = shelf.open();
    reading.type_keys("/harbour⏎T");
    assert_eq!(reading.status_line(), "Tags:");
}

#[test]
fn marks_follow_an_edit_and_what_is_only_alike_is_asked() {
    let shelf = harbour();
    shelf.open().type_keys("/harbour⏎b");
    fs::write(shelf.path("01.md"), TEXT.replace("nine hundred", "many")).unwrap();
    let reading = shelf.open();
    assert!(reading.picture().contains('★'), "{}", reading.picture());
    fs::remove_file(shelf.path("01.md")).unwrap();
    fs::write(shelf.path("03.txt"), TEXT.split_once("---\n\n").unwrap().1.replace("nine", "six"))
        .unwrap();
    let mut reading = shelf.open();
    assert!(!reading.picture().contains('★'), "{}", reading.picture());
    reading.type_keys("/stone⏎⏎");
    assert_eq!(reading.said(), "Is this the article that you marked as “The harbour”? A says yes.");
    reading.type_keys("A");
    assert_eq!(reading.notice(), "its marks are this article’s now");
    assert!(shelf.open().picture().contains('★'));
    reading.type_keys("A");
    assert_eq!(reading.notice(), "nobody has asked about this article");
}

#[test]
fn a_note_may_have_lines_and_be_long() {
    let shelf = harbour();
    let mut reading = shelf.open();
    reading.type_keys("/harbour⏎⏎aone¬⏎").paste("two\r\nthree").type_keys("^jfour⏎");
    assert_eq!(notes(&reading), [(None, "one\ntwo\nthree\nfour".to_owned())]);
    let rows: Vec<String> = reading.rows().iter().map(|row| row.trim().to_owned()).collect();
    assert!(rows.iter().any(|row| row.ends_with("two")), "each on a row of its own: {rows:?}");
    reading.type_keys("a");
    assert_eq!(reading.status_line(), "Note: one↵two↵three↵four");
    reading.type_keys("⎋");
    // What was written elsewhere is not cut.
    let id = reading.store.state().all_notes()[0].id;
    let long = "word ".repeat(4000) + "end";
    let change = reading.store.state().rewritten(id, Some(long.clone())).unwrap();
    let article = reading.entries()[0].id.clone();
    reading.store.save(&article, change).unwrap();
    let mut reading = shelf.open();
    reading.type_keys("/harbour⏎⏎a⌫D⏎");
    assert_eq!(notes(&reading), [(None, long.replace("end", "enD"))]);
}

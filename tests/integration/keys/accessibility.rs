//! What the screen tells without colour, and where its cursor stands: screen readers and magnifiers
//! follow it.

use ratatui::style::Modifier;
use sahifa::locale::Language;

use super::driver::{Reading, Shelf};

fn open(language: Language) -> Reading {
    Shelf::fixture().in_language(language).open()
}

#[test]
fn every_state_has_a_sign_or_a_word() {
    let mut reading = open(Language::English);
    let mut told = |keys: &str, sign: &str| {
        let before = reading.picture();
        let after = reading.type_keys(keys).picture();
        assert!(!before.contains(sign), "{sign} before {keys}\n{before}");
        assert!(after.contains(sign), "{sign} after {keys}\n{after}");
    };
    told("b", "★");
    told("jB", "bookmarks only");
    told("BU", "unread only");
    told("U/lamp⏎", "filter lamp");
    told("⏎", "┃");
    told("n", "match 1 of");
    let mut reading = open(Language::English);
    assert!(reading.picture().contains('●'));
    reading.type_keys("uj");
    assert!(reading.rows().first().is_some_and(|row| !row.contains('●')), "read");
}

#[test]
fn the_selected_row_has_a_sign_and_the_cursor() {
    let mut reading = open(Language::English);
    for (keys, sign) in [("", "▸"), ("j", "◂"), ("jjjj", "▸")] {
        let (buffer, (x, y)) = reading.type_keys(keys).draw();
        let row: String = (0..40).map(|x| buffer.cell((x, y)).unwrap().symbol()).collect();
        assert!(row.contains(sign), "{row}");
        let under = buffer.cell((x, y)).unwrap().symbol();
        assert!(under.chars().all(char::is_alphabetic), "{under} in {row}");
    }
}

#[test]
fn a_session_that_keeps_nothing_says_so_all_the_time() {
    let mut reading = open(Language::English);
    reading.app.read_only = Some("no room".into());
    assert!(reading.status_line().contains("nothing is kept"), "{}", reading.status_line());
    reading.type_keys("b");
    assert_eq!(reading.said(), "bookmarked until you leave; nothing is kept: no room");
}

#[test]
fn the_current_match_differs_from_the_others_and_has_the_cursor() {
    let mut reading = open(Language::English);
    reading.type_keys("/keeper⏎⏎n");
    let (buffer, (x, y)) = reading.draw();
    let cell = buffer.cell((x, y)).unwrap();
    assert_eq!(cell.symbol(), "k");
    let underlined = |cell: &&ratatui::buffer::Cell| {
        cell.modifier.contains(Modifier::UNDERLINED | Modifier::REVERSED)
    };
    let current: String = buffer.content.iter().filter(underlined).map(|it| it.symbol()).collect();
    assert_eq!(current, "keeper", "one of them, and no more");
    reading.type_keys("g⏎");
}

#[test]
fn the_cursor_stands_where_the_first_line_is_read_from() {
    let mut reading = open(Language::Arabic);
    let (buffer, (x, y)) = reading.type_keys("j⏎").draw();
    assert_eq!(y, 0);
    assert!(buffer.cell((x, y)).unwrap().symbol() != " ");
    assert!((x + 1..59).all(|x| buffer.cell((x, y)).unwrap().symbol() == " "), "the right end");
    let (_, cursor) = reading.type_keys("?").draw();
    assert_eq!(cursor, (97, 0), "the help starts on the right");
}
